"""Where words of an answer stand."""

import pytest

from coopgraph.llm.pieces import Piece
from coopgraph.llm.wording import Wording
from tests.llm.samples import document


def _wording(text: str, prose: str | None = None) -> Wording:
    return Wording(document(text, prose), Piece(0, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("He said “we’re in”.", 'said "we\'re in"', "said “we’re in”"),
        ("Kerwick\n  College grew.", "Kerwick College grew.", "Kerwick\n  College grew."),
        ("The ﬁrst café (old)", "first cafe (old)", "ﬁrst café (old)"),
        ("It paid €2 million, then left.", "€2 million", "€2 million"),
        ("An agree\u00adment holds.", "An agreement holds", "An agree\u00adment holds"),
        ("It grew by 5%.", "grew by 5%", "grew by 5%"),
        ("It grew by 5%.", "shrank by 5%", None),
        ("It grew.", "It", None),
        ("It grew.", "", None),
    ],
)
def test_quote(text: str, quote: str, found: str | None) -> None:
    """A quote is found whatever its signs, spaces and accents are, and the document's own characters are taken."""
    place = _wording(text).quote(quote, 0)
    assert (None if place is None else text[slice(*place)]) == found


def test_quote_over_markup() -> None:
    """Markup within a passage doesn't count."""
    text = "the **Bank** [Morava](https://a.example), too"
    prose = "the   Bank    Morava                     , too"
    place = _wording(text, prose.ljust(len(text))[: len(text)]).quote("the Bank Morava", 0)
    assert place is not None
    assert text[slice(*place)] == "the **Bank** [Morava"


def test_nearest_quote() -> None:
    """Of several places the nearest to an offset is taken, told in offsets of the whole document."""
    text = "They signed. " * 5
    wording = Wording(document(text), Piece(1, 13, len(text)))
    assert wording.quote("They signed.", 0) == (13, 25)
    assert wording.quote("They signed.", 40) == (39, 51)
    assert _wording("What habit grew? It grew.").quote("it grew", 0) == (17, 24)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Kerwick College", "Kerwick College"),
        ("kerwick college", "kerwick college"),
        ("Đại học Tisova", "Đại học Tisova"),
        ("Dai hoc Tisova", "Đại học Tisova"),
        ("Bank Morava", "Bank Morava"),
        ("Kerwick", "Kerwick"),
        ("Kerwick Coll", None),
        ("College Bank", None),
        ("東京大学", "東京大学"),
        ("京都大学", None),
        ("?!", None),
        ("", None),
    ],
)
def test_written(name: str, written: str | None) -> None:
    """A name stands as whole words within a clause; its accents are the document's."""
    wording = _wording("KERWICK COLLEGE; Bank “Morava” met Đại học\nTisova and 東京大学の人.")
    assert wording.written(name) == written


@pytest.mark.parametrize(
    ("name", "bound"),
    [
        ("University of Dunmoor", True),
        ("University of Lund Vale", True),
        ("Tisova University", False),
        ("University of Oslo", False),
        ("University", False),
        ("Universities of Kerwick", False),
    ],
)
def test_bound(name: str, bound: bool) -> None:
    """A name that only a list puts together is bound to its words, in their order and in one sentence."""
    assert (
        _wording("Dunmoor grew. The Universities of Dunmoor, Lund Vale and Tisova met. Kerwick too.").bound(name)
        is bound
    )


def test_parts() -> None:
    """A passage over sentences falls into them."""
    text = "One stands here. Two stands there. Three."
    assert [text[slice(*part)] for part in _wording(text).parts(4, 24)] == ["stands here.", "Two sta"]
    assert _wording(text).parts(18, 20) == [(18, 20)]
