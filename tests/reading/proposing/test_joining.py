"""Proposed names beside those of the grammar."""

from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.errors import InputError
from coopgraph.model import EntityType, Relation
from coopgraph.reading import explain, read
from coopgraph.reading.names import find_names
from coopgraph.reading.proposing import join, proposals
from coopgraph.reading.sentences import sentences
from tests.reading.telling import document

TEXT = "Danar University signed an agreement with Quellor in 2021.\n\nThe Quellor works with the tirta group."


class Fixed:
    """A finder that gives the same label to each place of some words, or the spans that it was told."""

    identity = "fixed 1"

    def __init__(self, label: str = "ORG", *words: str, spans: Sequence[tuple[int, int, str]] = ()) -> None:
        self.label, self.words, self.spans = label, words, spans

    def names(self, texts: Sequence[str]) -> Iterable[Iterable[tuple[int, int, str]]]:
        """Yield the places of the words."""
        for text in texts:
            found = [(text.find(word), text.find(word) + len(word), self.label) for word in self.words if word in text]
            yield [*found, *self.spans]


class Silent(Fixed):
    """A finder that answers nothing."""

    def names(self, texts: Sequence[str]) -> Iterable[Iterable[tuple[int, int, str]]]:  # noqa: ARG002
        """Return no answer for any paragraph."""
        return []


def test_a_proposed_name_takes_part_in_facts() -> None:
    """A firm without a head word is a party once a finder knows it; the evidence stays verbatim."""
    news = document(TEXT)
    assert not [s for s in read(news, "rules").statements if s.fact.relation is Relation.COOPERATES_WITH]
    reading = read(news, "rules", Fixed("ORG", "Quellor"))
    (statement,) = [s for s in reading.statements if s.fact.relation is Relation.COOPERATES_WITH]
    names = {entity.key: entity.name for entity in reading.entities}
    assert {names[key] for key in statement.fact.parties} == {"Danar University", "Quellor"}
    assert TEXT[statement.evidence.start : statement.evidence.stop] == statement.evidence.quote
    assert explain(news, "rules", Fixed("ORG", "Quellor")).reading == reading


def test_the_grammar_keeps_its_names() -> None:
    """What overlaps a name of the grammar is left out, and one name is one thing, in each paragraph."""
    news = document("Danar University grows with the Quellor.\n\nLater Danar University met QUELLOR again.")
    spans = sentences(news)
    names = find_names(news, spans)
    both = join(news, names, proposals(news, spans, Fixed("PERSON", "Danar Univ", "the Quellor", "QUELLOR")))
    assert set(names.mentions) < set(both.mentions)
    (new,) = set(both.entities) - set(names.entities)
    assert (new.name, new.aliases, new.type) == ("Quellor", ("QUELLOR",), EntityType.PERSON)
    assert sum(mention.entity == new.key for mention in both.mentions) == 2


def test_types_are_mapped() -> None:
    """Labels of spaCy and our own types are known in any case; others are left out."""
    news = document("Then Quellor, Brannia, Vietnam and Thursday met.")
    labels = {"Quellor": "ORG", "Brannia": "GPE", "Vietnam": "gpe", "Thursday": "DATE"}
    spans = [(news.text.find(word), news.text.find(word) + len(word), label) for word, label in labels.items()]
    found = proposals(news, sentences(news), Fixed(spans=spans))
    assert {news.text[one.start : one.stop]: one.type for one in found} == {
        "Quellor": EntityType.COMPANY,
        "Brannia": EntityType.PLACE,
        "Vietnam": EntityType.COUNTRY,
    }


@pytest.mark.parametrize("span", [(-1, 3, "ORG"), (5, 2, "ORG"), (0, 999, "ORG")])
def test_offsets_outside_of_the_text(span: tuple[int, int, str]) -> None:
    """A finder that counts wrongly is named in one line."""
    news = document("Quellor grows.")
    with pytest.raises(InputError, match=r"^news.txt: fixed 1 names characters .*leave out --names$"):
        proposals(news, sentences(news), Fixed(spans=[span]))


def test_a_finder_that_fails() -> None:
    """So is one that raises, and one that forgets a paragraph."""
    news = document("Quellor grows.")
    with pytest.raises(InputError, match=r"^news.txt: fixed 1 failed: TypeError"):
        proposals(news, sentences(news), Fixed(spans=[None]))  # type: ignore[list-item]
    with pytest.raises(InputError, match="0 answers for 1 paragraphs"):
        proposals(news, sentences(news), Silent())


SPANS = st.lists(
    st.tuples(st.integers(0, 58), st.integers(0, 58), st.sampled_from(["ORG", "GPE", "person", "DATE"])), max_size=8
)


@given(SPANS)
def test_any_proposals_give_disjoint_names(spans: list[tuple[int, int, str]]) -> None:
    """Whatever is proposed, mentions are in order and disjoint, names are what stands there, and no name is lost."""
    news = document("Danar University signed an agreement with Quellor in 2021.")
    ordered = [(min(one, other), max(one, other), label) for one, other, label in spans]
    names = find_names(news, sentences(news))
    both = join(news, names, proposals(news, sentences(news), Fixed(spans=ordered)))
    assert set(names.mentions) <= set(both.mentions)
    assert all(one.stop <= other.start for one, other in zip(both.mentions, both.mentions[1:], strict=False))
    entities = {entity.key: entity for entity in both.entities}
    assert len(entities) == len(both.entities)
    for mention in both.mentions:
        assert news.text[mention.start : mention.stop] in entities[mention.entity].names
