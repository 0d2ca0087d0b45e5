"""Web pages."""

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.documents import webpage
from coopgraph.errors import InputError
from tests.documents.conftest import Reader

SENTENCES = (
    "The University of Otago and Te Papa have signed a memorandum of understanding.",
    "It will strengthen research on natural history, and it runs for five years.",
)
PAGE = f"""<!DOCTYPE html>
<html lang="en-NZ"><head><meta charset="utf-8"><title>Otago and Te Papa sign | News</title>
<link rel="canonical" href="https://x.org/news/1"><meta name="author" content="Jane Smith">
<meta property="article:published_time" content="2016-01-27T10:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/about">About us</a></nav>
<article><h1>Otago and Te Papa sign</h1><p>{SENTENCES[0]}</p>
<p>It will strengthen <a href="https://x.org">research</a> on natural history, and it runs
for five years.</p><table><tr><th>Partner</th><th>Since</th></tr><tr><td>Te Papa</td><td>2016</td></tr></table>
</article>
<footer>Copyright 2026. All rights reserved.</footer><script>var x = "University of Script";</script></body></html>"""


def test_the_main_content_is_text_in_paragraphs(read_bytes: Reader) -> None:
    """Menus, footers and scripts are left out, a paragraph is one line, a row has tabs between its cells."""
    document = read_bytes("a.html", PAGE)
    assert document.text.split("\n\n") == ["Otago and Te Papa sign", *SENTENCES, "Partner\tSince", "Te Papa\t2016"]
    assert document.prose == document.text
    assert document.title == "Otago and Te Papa sign"
    assert document.date == "2016-01-27"
    assert document.source == "https://x.org/news/1"
    assert document.author == "Jane Smith"
    assert document.language == "en"
    assert document.format == "html"


def test_a_page_is_read_alike_each_time(read_bytes: Reader) -> None:
    """Nothing that was read before changes a result."""
    assert read_bytes("a.html", PAGE) == read_bytes("a.html", PAGE)


def test_nothing_is_fetched(read_bytes: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that names scripts, frames, entities and a document type elsewhere opens no connection."""

    def refuse(*arguments: object) -> None:
        raise AssertionError("a connection")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    page = PAGE.replace(
        "<!DOCTYPE html>",
        '<!DOCTYPE html SYSTEM "http://x.org/a.dtd" [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
    ).replace("</article>", '<iframe src="http://x.org"></iframe><img src="http://x.org/a.png">&e;</article>')
    assert SENTENCES[0] in read_bytes("a.html", page).text


@pytest.mark.parametrize("encoding", ["windows-1250", "windows-1252", "utf-16"])
def test_the_encoding_that_a_page_declares_counts(read_bytes: Reader, encoding: str) -> None:
    """A page in another encoding than UTF-8 says so, or has a byte order mark."""
    sentence = "Die Universität Köln und das Museum in Übersee haben eine Vereinbarung unterzeichnet."
    page = f'<html><head><meta charset="{encoding}"></head><body><p>{sentence}</p></body></html>'
    assert read_bytes("a.htm", page.encode(encoding)).text == sentence


def test_a_short_or_broken_page_gives_its_words(read_bytes: Reader) -> None:
    """Tags that are never closed, and a page of one sentence, are read."""
    assert read_bytes("a.html", f"<p>{SENTENCES[0]}").text == SENTENCES[0]
    assert SENTENCES[0] in read_bytes("a.html", f"<html><body><div><p>{SENTENCES[0]}<div></p></b><table>").text


def test_a_page_of_very_many_elements_gives_all_its_text(read_bytes: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit the main content isn't looked for, but no word is lost and the tags still tell what they do."""
    monkeypatch.setattr(webpage, "MAX_ELEMENTS", 5)
    document = read_bytes("a.html", PAGE)
    assert document.text.split("\n\n")[1:4] == ["Otago and Te Papa sign", *SENTENCES]
    assert "Script" not in document.text
    assert (document.title, document.date, document.language) == ("Otago and Te Papa sign", "2016-01-27", "en")


@pytest.mark.parametrize("page", ["<html></html>", "<!DOCTYPE html>", "<script>x</script>", "<!-- University -->"])
def test_a_page_without_text_is_refused(refusal: Reader, page: str) -> None:
    """A page that holds no words is one line."""
    refusal("a.html", page)


@pytest.mark.parametrize("tag", ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<blockquote>", "<x "])
def test_a_depth_bomb_does_no_harm(read_bytes: Reader, tag: str) -> None:
    """A hundred thousand elements within each other end in a document or in one line."""
    try:
        read_bytes("a.html", tag * 100_000 + SENTENCES[0])
    except InputError as error:
        message = str(error)
        assert message.startswith("a.html: ")


def test_a_page_beyond_the_limit_is_refused(refusal: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page larger than the limit is told so."""
    monkeypatch.setattr(webpage, "MAX_BYTES", 2**20)
    assert str(refusal("a.html", "<p>" + "a" * 2**20)).startswith("a.html: a web page larger than 1 MiB; ")


PIECES = [
    "<p>",
    "</p>",
    "<div>",
    "<td>",
    "<a href=",
    "<!--",
    "-->",
    "&amp;",
    "&#0;",
    "word",
    "<![CDATA[",
    '"',
    ">",
    "\n",
]
PIECES += ["<html lang=", "<meta content=", "<?xml version='1.0' encoding='utf-8'?>"]


@given(st.lists(st.sampled_from(PIECES), max_size=20))
def test_any_page_is_read_or_refused(pieces: list[str]) -> None:
    """No arrangement of tags raises anything but the one-line error."""
    try:
        content = webpage.extract("".join(pieces).encode(), "a.html")
    except InputError:
        return
    assert len(content.prose) == len(content.text)
