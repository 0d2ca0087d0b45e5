"""What the first lines of a text tell."""

import pytest

from coopgraph.documents import clues
from tests.documents.conftest import Reader


@pytest.mark.parametrize(
    ("prose", "title"),
    [
        ("\n  Otago and Te Papa sign MOU  \n\nThe University", "Otago and Te Papa sign MOU"),
        ("Otago signs?\nThe University", "Otago signs?"),
        ("The University of Otago signed an agreement.\nText", None),
        ("The University of Otago " * 10, None),
        ("--- 12 ---\nText", None),
        ("", None),
    ],
)
def test_a_short_first_line_is_a_title(prose: str, title: str | None) -> None:
    """A line is a title if it is short and no sentence."""
    assert clues.title(prose) == title


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("https://x.org/a?b=c\n\nText", "https://x.org/a?b=c"),
        ("\n<https://x.org/a>\nText", "https://x.org/a"),
        ("Title\nSource: http://x.org/a.\nText", "http://x.org/a"),
        ("Title\n\nText\n\n**Source: Nhan Dan**", "Nhan Dan"),
        ("Text\nSource: https://x.org/a", "https://x.org/a"),
        ("Text\n\nOriginally published at [x](https://x.org/a)", "https://x.org/a"),
        ("Source: javascript:alert(1)", None),
        ("see https://x.org/a\nText", None),
        ("The source: a river", None),
    ],
)
def test_sources(text: str, source: str | None) -> None:
    """A web address that is the first line, or a credit near either end, is the source; a script never."""
    found = clues.source(text)
    assert (found or "").strip("* ") == (source or "")


@pytest.mark.parametrize(
    ("value", "title"),
    [
        ("  Annual\n report\x00 ", "Annual report"),
        ("Microsoft Word - report.doc", None),
        ("report_final.docx", None),
        ("Untitled", None),
        ("", None),
        (None, None),
        ("x" * 1000, "x" * 300),
    ],
)
def test_titles_from_properties(value: str | None, title: str | None) -> None:
    """What a program only filled in is no title."""
    assert clues.file_title(value) == title


def test_a_text_tells_title_date_source_and_language(read_bytes: Reader) -> None:
    """A saved article of plain text gives all that can be known of it, and its address is no prose."""
    text = (
        "https://x.org/2020/05/03/otago\nOtago signs with Te Papa\n\nThe University of Otago and Te Papa have signed "
        "an agreement. See www.otago.ac.nz/news, which has more."
    )
    document = read_bytes("a.txt", text)
    assert document.text == text
    assert document.title == "Otago signs with Te Papa"
    assert document.date == "2020-05-03"
    assert document.source == "https://x.org/2020/05/03/otago"
    assert document.language == "en"
    assert document.format == "text"
    assert "x.org" not in document.prose
    assert document.prose.endswith("agreement. See                     , which has more.")


def test_nothing_invisible_in_what_is_declared() -> None:
    """Half a surrogate pair, which no file can hold, and controls leave nothing behind."""
    assert clues.as_source("A \ud800\x1b[31m B\n C") == "A [31m B C"
    assert clues.as_title("\udfff\0 T") == "T"
    assert clues.as_source("\ud800") is None
