"""Sentences: where they end, and that nothing is lost between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.model import Document
from coopgraph.reading.sentences import sentences


def split(text: str) -> list[str]:
    """Return the texts of the sentences."""
    document = Document("test.txt", text, text, "", "text")
    return [text[sentence.start : sentence.stop] for sentence in sentences(document)]


@given(st.text(alphabet=st.sampled_from("aA1 .!?…\n\t\"'”’)(,-*Dr."), max_size=300))
def test_everything_outside_of_the_sentences_is_white_space(text: str) -> None:
    """Spans are ordered and disjoint, none is empty or begins or ends with white space, and no text is lost."""
    found = sentences(Document("test.txt", text, text, "", "text"))
    position = 0
    for sentence in found:
        assert not text[position : sentence.start].strip()
        piece = text[sentence.start : sentence.stop]
        assert piece
        assert piece == piece.strip()
        position = sentence.stop
    assert not text[position:].strip()
    assert [sentence.paragraph for sentence in found] == sorted(sentence.paragraph for sentence in found)


@given(st.text(max_size=200))
def test_any_text_can_be_split(text: str) -> None:
    """No character upsets the splitting, and the pieces hold all that isn't white space."""
    assert "".join("".join(split(text)).split()) == "".join(text.split())


def test_the_last_sentence_needs_no_full_stop() -> None:
    """A sentence at the end without a mark is a sentence."""
    assert split("One came. Two went") == ["One came.", "Two went"]


@pytest.mark.parametrize(
    "text",
    [
        "Assoc. Prof. Ada Byron met Dr. Kurt Weil and Mr. Low.",
        "It follows Plan No. 59 of the office.",
        "The letter of J. K. Doe arrived.",
        "Partners are Alpha, Beta, etc. in many towns.",
        "They met in the U.S. last year.",
        "He waited ... and left.",
    ],
)
def test_abbreviations_end_no_sentence(text: str) -> None:
    """Titles, number signs, initials and the like don't end a sentence."""
    assert split(text) == [text]


def test_what_follows_an_open_abbreviation_may_be_a_new_sentence() -> None:
    """After "Ltd." or "etc." a word that begins sentences begins one."""
    assert split("It joined Foo Ltd. The deal holds.") == ["It joined Foo Ltd.", "The deal holds."]


def test_quotes_and_brackets_close_with_their_sentence() -> None:
    """A closing quote or bracket belongs to the sentence before it."""
    assert split('She said: "We agree." He nodded. (They left.) All was well.') == [
        'She said: "We agree."',
        "He nodded.",
        "(They left.)",
        "All was well.",
    ]


def test_wrapped_lines_are_one_sentence() -> None:
    """In a hard-wrapped text a line break is white space; a short line ends its paragraph."""
    line = "The university and the institute have signed a long agreement on exchange"
    text = f"Short heading\n\n{line}\n{line.lower()}\n{line.lower()}\nof students.\n\nNext."
    assert len(split(text)) == 3


def test_lines_of_an_unwrapped_text_are_paragraphs() -> None:
    """Where lines are long, each is a paragraph, and headings and items without a full stop stand alone."""
    long = "Some " + "word " * 40
    text = f"A heading without a stop\n{long}\n- first item\n- Second item\n{long}"
    assert [piece.strip() for piece in split(text)] == [
        "A heading without a stop",
        long.strip(),
        "- first item",
        "- Second item",
        long.strip(),
    ]


def test_a_list_number_ends_no_sentence() -> None:
    """The number of an item belongs to its item."""
    assert split("1. Alpha was first") == ["1. Alpha was first"]
