"""What references mean."""

import pytest

from coopgraph.reading.references import Referents, find_references
from coopgraph.reading.sentences import sentences
from tests.reading.telling import document, marked


def referred(text: str, author: str | None = None) -> dict[str, tuple[str, ...]]:
    """Return the references of the marked text with what they mean."""
    plain, entities, mentions = marked(text)
    news = document(plain, author=author)
    found = find_references(news, sentences(news), Referents(news, entities, mentions))
    return {plain[token.start : token.stop]: token.keys for token in found}


@pytest.mark.parametrize("reference", ["The University", "The school", "This institution"])
def test_the_school_is_the_document_s_own_institution(reference: str) -> None:
    """A noun for an institution means the main one, across paragraphs."""
    text = f"{{education:Alpha University}} grows.\n\nMany came.\n\n{reference} has many partners."
    assert referred(text) == {reference: ("Alpha University",)}


def test_another_noun_means_the_last_thing_with_it_in_its_name() -> None:
    """A ministry referred to is the one named last."""
    text = "{government:Ministry of Sport} and {government:Ministry of Art} met {education:Alpha University}. "
    assert referred(text + "The Ministry paid.") == {"The Ministry": ("Ministry of Art",)}


def test_it_is_the_first_organisation_of_the_sentence_before() -> None:
    """The subject of a pronoun stands in the sentence before."""
    text = "{education:Alpha University} met {company:Acme}. It signed an agreement."
    assert referred(text) == {"It": ("Alpha University",)}


def test_an_empty_it_means_nothing() -> None:
    """In "It is hoped" the pronoun refers to nobody."""
    assert referred("{education:Alpha University} met {company:Acme}. It is hoped that more follows.") == {}


def test_both_means_the_main_party_and_the_one_beside_it() -> None:
    """Both institutions are the two that were named."""
    text = "{education:Alpha University} met {education:Beta College}. Both universities agreed."
    assert {frozenset(keys) for keys in referred(text).values()} == {frozenset({"Alpha University", "Beta College"})}


def test_both_projects_are_the_last_two() -> None:
    """A project that is more often named isn't among the last two for that."""
    text = (
        "{project:Odin} starts. {project:Odin} grows. {project:Freya} and {project:Thor} end. It was in both projects."
    )
    assert [set(keys) for keys in referred(text).values()] == [{"Freya", "Thor"}]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{project:Odin} ends. She coordinates the project “{project:Freya}”.", None),
        ("{project:Odin Project} ends. {project:Freya} begins. She leads the project.", "Freya"),
    ],
)
def test_the_project_is_the_last_one(text: str, name: str | None) -> None:
    """Whatever word is in its name; before a title in quotes the noun refers to nothing."""
    assert list(referred(text).values()) == ([(name,)] if name else [])


def test_three_means_nothing_where_two_are_known() -> None:
    """A number that can't be filled is left."""
    assert referred("{education:Alpha University} met {education:Beta College}. The three universities agreed.") == {}


def test_we_is_who_publishes() -> None:
    """The publisher is the document's own organisation, even where another is named first."""
    text = "{company:Acme} met {education:Alpha University}. We signed an agreement."
    assert referred(text, author="alpha-university") == {"We": ("Alpha University",)}


@pytest.mark.parametrize("text", ["the University of Life", "the university sector", "the school-leavers"])
def test_part_of_a_longer_phrase_is_no_reference(text: str) -> None:
    """What goes on with "of" is the beginning of a name."""
    assert referred("{education:Alpha University} likes " + text + ".") == {}
