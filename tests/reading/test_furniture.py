"""Page furniture is left out, running text never."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.model import Document
from coopgraph.reading.furniture import running_text
from coopgraph.reading.sentences import sentences


def read(text: str) -> list[str]:
    """Return the sentences that are running text."""
    document = Document("test.txt", text, text, "", "text")
    return [text[s.start : s.stop] for s in running_text(document, sentences(document))]


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Jane Roe",
        "Author: Jane Roe",
        "Source: https://example.org/a",
        "Comment (0)",
        "Advertisement - scroll to continue reading",
        "Press Release: Alpha University",
        "Share this article",
        "https://example.org/news/1",
        "a.button:hover {background:#fff!important;}",
        "Subscribe to our newsletter for more features today.",
    ],
)
def test_furniture_is_left_out(line: str) -> None:
    """Credits, notices, calls to click and style sheets are no running text."""
    assert read(f"Alpha met Beta.\n\n{line}\n\nThey agreed.") == ["Alpha met Beta.", "They agreed."]


def test_all_behind_a_copyright_notice_is_left_out() -> None:
    """A copyright notice in the second half ends the running text."""
    body = "Alpha met Beta. " * 10
    assert read(f"{body.strip()}\n\n© Gamma Media\n\nRead our other news") == ["Alpha met Beta."] * 10


def test_long_paragraphs_are_kept() -> None:
    """A paragraph that begins like furniture but is long is running text."""
    text = "Source: " + "the agreement of the two universities was read in public and signed " * 4 + "today."
    assert read(text) == [text]


@given(st.lists(st.sampled_from(["Alpha met Beta and signed it.", "Gamma was there as well."]), min_size=1, max_size=9))
def test_running_text_is_never_lost(lines: list[str]) -> None:
    """Plain sentences all stay, in their order."""
    assert read("\n\n".join(lines)) == lines
