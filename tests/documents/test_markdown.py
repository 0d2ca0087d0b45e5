"""What of Markdown is words, and where they stand."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.documents.markdown import extract
from coopgraph.errors import InputError
from tests.documents.conftest import Reader

MARKS = "*_`~[]()!#<>-=|\\&; \n\r\t\"'/a1.:é"


def prose(text: str) -> str:
    """Return the words of Markdown, with single spaces."""
    return " ".join(extract(text.encode(), "a.md").prose.split())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**Otago** and _Te Papa_ and ***both***", "Otago and Te Papa and both"),
        ("snake_case, 5 * 3, 2*3 and *b", "snake_case, 5 * 3, 2*3 and *b"),
        ('the [University of Otago](https://otago.ac.nz/a_(b) "Home") signed', "the University of Otago signed"),
        ("[Otago][1] and [Waikato][]\n\n[1]: https://otago.ac.nz\n", "Otago and Waikato"),
        ("he [sic] said [the University]", "he [sic] said [the University]"),
        ("![A photo](a.png) Text ![b][c] on", "Text on"),
        ("[![Logo](a.png)](https://x.org) Text", "Text"),
        ("<https://x.org> and https://x.org/a_b. End", "and . End"),
        ("# One\n## Two ##\nThree\n=====\nFour\n---\nFive #6", "One Two Three Four Five #6"),
        ("> quoted *words*\n> > deeper", "quoted words deeper"),
        ("a\n\n* * *\n\nb\n\n---\n\nc\n***", "a b c"),
        ("before\n\n```python\nx = [1]\n```\n\nafter `code` and ``a ` b``", "before after code and a ` b"),
        ("~~~\n```\nx\n~~~\nafter", "after"),
        ("one\n```\ntwo is not lost", "one two is not lost"),
        ("a <b>bold</b> <a href='x'\ntitle='y'>link</a><br/> 3 < 4 > 2", "a bold link 3 < 4 > 2"),
        ("a <!-- hidden\n\n# no heading --> b <!-- open", "a b <!-- open"),
        ("<style>\na { }\n</style> x <SCRIPT src=a>let b</script> y", "x y"),
        ("| Name | Since |\n| --- | ---: |\n| Otago | 2014 |\n\na | b", "Name Since Otago 2014 a | b"),
        ("Name | Since\n--- | ---\nOtago | 2014", "Name Since Otago 2014"),
        ("1\\. \\*not emphasis\\* R&amp;D&nbsp;x", "1 . *not emphasis * R& D x"),
        ("A note[^1].\n\n[^1]: Its *text*.", "A note . Its text ."),
        ("- one\n- *two*\n* three", "- one - two * three"),
        ("*a\n\nb* c", "*a b* c"),
        ("~~old~~ new", "old new"),
    ],
)
def test_only_words_are_left(text: str, words: str) -> None:
    """Each kind of mark is blank, and what only looks like one stays."""
    assert re.sub(r"\s+([.])", r"\1", prose(text)) == re.sub(r"\s+([.])", r"\1", words)


def test_the_text_is_the_file_and_words_keep_their_place(read_bytes: Reader) -> None:
    """Offsets count in the decoded file: header, line ends and letters beyond 16 bits included."""
    text = "---\r\ntitle: T\r\n---\r\n# 𝒯 Head\r\n\r\nThe **University of Otago** signed.\r\n"
    document = read_bytes("a.md", text)
    assert document.text == text
    assert len(document.prose) == len(text)
    place = document.prose.index("University of Otago")
    assert text[place:].startswith("University of Otago** signed")
    assert document.prose[: text.index("𝒯")].isspace()
    assert document.format == "markdown"


@pytest.mark.parametrize(
    "text",
    [
        "# The *title*\n\nText",
        "Text.\n\nThe title\n=========\n",
        "## The title ##\n# Other",
        "<!--\n# No\n-->\n# The title",
    ],
)
def test_the_first_heading_is_the_title(read_bytes: Reader, text: str) -> None:
    """Either kind of heading counts, without its marks, and none inside a comment."""
    assert (read_bytes("a.md", text).title or "").lower() == "the title"


def test_a_header_comes_before_headings_and_datelines(read_bytes: Reader) -> None:
    """What the header declares is not guessed."""
    text = "---\ntitle: A\ndate: 2014\nlanguage: vi-VN\nsource: https://x.org\n---\n# B\n\n**5 November 2013**\n"
    document = read_bytes("a.markdown", text)
    assert (document.title, document.date, document.language) == ("A", "2014", "vi")
    assert document.source == "https://x.org"


@given(st.one_of(st.text(max_size=200), st.text(alphabet=MARKS, max_size=200)))
def test_prose_is_the_text_with_blanks(text: str) -> None:
    """For any text the length stays, white space stays, and each letter is itself or a space."""
    try:
        content = extract(text.encode(), "a.md")
    except InputError:
        return  # control characters: binary data
    assert len(content.prose) == len(content.text)
    pairs = zip(content.text, content.prose, strict=True)
    assert all(old == new or (new == " " and not old.isspace()) for old, new in pairs)


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "![",
        "](",
        "[](a ",
        "*a ",
        "a*",
        "`",
        "<a ",
        "<!--",
        "<script>",
        "```\n",
        "|",
        "|-",
        "> ",
        "# ",
        "\\",
        "---\n",
    ],
)
def test_a_hundred_thousand_marks_are_read(piece: str) -> None:
    """Repeated marks of one kind end: each pattern takes linear time and none recurses."""
    text = piece * 100_000
    assert len(extract(text.encode(), "a.md").prose) == len(text)
