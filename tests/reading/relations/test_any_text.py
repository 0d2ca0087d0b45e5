"""What holds for whatever is written."""

from hypothesis import given, settings
from hypothesis import strategies as st

from coopgraph.model import Relation
from tests.reading.telling import told

_PIECES = (
    "{education:Vinh University}",
    "{unit:Faculty of Law}",
    "{company:Ant}",
    "{person:Anna Rossi}",
    "{person:Ben Okri}",
    "{person:Southern Region}",
    "{country:Japan}",
    "{place:Osaka}",
    "{event:Lotus Forum}",
    "{policy:Plan No. 8}",
    *(
        "Professor",
        "Rector",
        "Dean of",
        "the",
        "and",
        ",",
        "(",
        ")",
        "'s",
        "-",
        "of",
        "at",
        "in",
        "from",
        "is",
        "campus",
    ),
    *(
        "both",
        "its",
        "He",
        ".",
        "organised by",
        "hosted",
        "issued",
        "a subsidiary of",
        "has 20 partners",
        "such as",
        "–",
    ),
)


@given(st.lists(st.sampled_from(_PIECES), max_size=40))
@settings(deadline=None)
def test_every_fact_has_its_words(pieces: list[str]) -> None:
    """Whatever the words and names, the facts quote the text, relate two different things and hold an own role."""
    reading = told(" ".join(pieces))
    known = {entity.key for entity in reading.entities}
    for statement in reading.statements:
        evidence, fact = statement.evidence, statement.fact
        assert evidence.quote
        assert evidence.stop - evidence.start == len(evidence.quote)
        assert set(fact.parties) <= known
        assert len(set(fact.parties)) == len(fact.parties)
        if fact.relation is Relation.AFFILIATED_WITH and fact.details.role:
            assert set(fact.details.role.split()) <= set(
                " ".join(pieces).replace("{person:", " ").replace("}", " ").split()
            )


def test_a_long_list_takes_linear_time() -> None:
    """A sentence of thousands of names and posts is read without going back and forth over it."""
    text = ", ".join(["{person:Anna Rossi}, Dean of the {unit:Faculty of Law} at {education:Vinh University}"] * 2000)
    assert told(text).statements
