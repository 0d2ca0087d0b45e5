"""Readable keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.identity.keys import LONGEST, distinct, slug
from tests.identity.building import joined, reading, thing


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Đại học Bách khoa Hà Nội", "dai-hoc-bach-khoa-ha-noi"),
        ("The People's Committee", "peoples-committee"),
        ("Science & Technology", "science-and-technology"),
        ("Universität Łódź, Ærø", "universitat-lodz-aero"),
        ("The", "the"),
        ("北京", "%E5%8C%97%E4%BA%AC"),
    ],
)
def test_slug(name: str, expected: str) -> None:
    """Slugs are lower-case ASCII; letters without a Latin form are percent-encoded."""
    assert slug(name) == expected


@given(st.text())
def test_slug_is_part_of_an_iri(name: str) -> None:
    """Whatever the name, the slug is not empty, safe in an IRI and of limited length."""
    assert slug(name).isascii()
    assert slug(name)
    assert not set(slug(name)) & set(" /?#<>\"{}|\\^`'")
    assert len(slug(name)) <= 12 * (LONGEST + 10)


def test_long_names_are_told_apart() -> None:
    """Two names of 500 characters that differ at the end have different slugs of readable length."""
    one, other = slug("word " * 100 + "a"), slug("word " * 100 + "b")
    assert one != other
    assert len(one) <= LONGEST + 9


def test_names_without_letters_have_keys() -> None:
    """Emoji and punctuation get a key by a hash, a different one each."""
    knowledge = joined(reading("a", thing("🎓", "event"), thing("--", "event"), thing("", "event")))
    found = [entity.key for entity in knowledge.entities]
    assert len(set(found)) == 3
    assert all(key.startswith("event/unnamed-") for key in found)


def test_clashing_keys_are_all_marked() -> None:
    """What clashes gets a hash of its identity, even where the marked key is taken; the rest stays."""
    marked = distinct({0: "x", 1: "x", 2: "y"}, {0: "a", 1: "b", 2: "c"})
    assert len(set(marked.values())) == 3
    assert marked[2] == "y"
    taken = distinct({0: "x", 1: "x", 2: marked[0]}, {0: "a", 1: "b", 2: "c"})
    assert len(set(taken.values())) == 3
