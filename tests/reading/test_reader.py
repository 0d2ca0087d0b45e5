"""From a document to its reading."""

import re

from hypothesis import given
from hypothesis import strategies as st

from coopgraph.model import EntityType
from coopgraph.reading import LANGUAGES, fingerprint, read
from tests.reading.telling import document, told

TEXT = """Vinhaven University of Arts grows

On 4 July 2005, Vinhaven University of Arts (VUA) signed a memorandum of understanding with Lakeside Institute of Music.
The University also became a member of the Northern Network of Art Schools in 1991.

Dr. Ann Lee, Rector of Vinhaven University of Arts, spoke in Oslo.
"""


def test_a_whole_document() -> None:
    """Names are found, references resolved, relations read, with verbatim quotes."""
    news = document(TEXT)
    reading = read(news)
    told_ = {(each.fact.relation.value, each.fact.details.date) for each in reading.statements}
    assert {("cooperatesWith", "2005-07-04"), ("memberOf", "1991")} <= told_
    assert all(each.evidence.quote == TEXT[each.evidence.start : each.evidence.stop] for each in reading.statements)


def test_reading_twice_is_the_same() -> None:
    """Reading depends on nothing but the document."""
    assert read(document(TEXT)) == read(document(TEXT))


def test_only_what_matters_is_kept() -> None:
    """Organisations stay without any fact; places and persons only when a fact is about them."""
    reading = told("{education:Alpha} met in {country:Japan} with {person:Ann Lee}.")
    assert [entity.key for entity in reading.entities] == ["Alpha"]


def test_a_unit_knows_its_owner() -> None:
    """The owner of a faculty is told by the text."""
    reading = told("The {unit:Faculty of Art} of {education:Alpha} grows.")
    assert {entity.key: entity.owner for entity in reading.entities} == {"Faculty of Art": "Alpha", "Alpha": None}


def test_a_currency_is_nobody() -> None:
    """A code within a sum of money isn't read as a name."""
    reading = told("{education:Alpha} received a grant of {association:AUD} 2 million from {company:Acme}.")
    assert [entity.key for entity in reading.entities] == ["Acme", "Alpha"]


def test_an_empty_document_says_nothing() -> None:
    """No text, no things, no statements."""
    reading = read(document(""))
    assert (reading.entities, reading.statements) == ((), ())


def test_the_fingerprint_is_a_digest() -> None:
    """The same reader has the same fingerprint."""
    assert re.fullmatch("[0-9a-f]{64}", fingerprint())
    assert fingerprint() == fingerprint()
    assert "en" in LANGUAGES


KINDS = st.sampled_from([kind.value for kind in EntityType])
WORDS = st.sampled_from(
    [
        "signed",
        "an",
        "agreement",
        "with",
        "and",
        "between",
        "of",
        "in",
        "by",
        ",",
        ".",
        "(",
        ")",
        ";",
        "the",
        "University",
        "it",
        "funded",
        "project",
        "member",
        "partner",
        "such",
        "as",
        "conference",
        "2010",
        "today",
        "$5",
        "both",
        "countries",
        "universities",
        "joint",
        "programme",
        "Rector",
    ]
)
NAMES = st.builds(lambda kind, name: f"{{{kind}:{name}}}", KINDS, st.sampled_from(["Aa", "Bb", "Cc", "Dd"]))


@given(st.lists(st.one_of(WORDS, NAMES), max_size=60))
def test_any_text_gives_grounded_facts(words: list[str]) -> None:
    """Whatever the words: every quote is verbatim, every party is an entity, nobody cooperates with itself."""
    reading = told(" ".join(words), date="2020-05-02")
    known = {entity.key for entity in reading.entities}
    for statement in reading.statements:
        assert set(statement.fact.parties) <= known
        assert statement.evidence.quote
        assert 0 < statement.evidence.confidence < 1
        assert all(one != other for one, other in statement.fact.pairs())
