"""Facts under final keys."""

from coopgraph.identity.facts import rekeyed, without_pair
from coopgraph.model import Relation, cooperation, directed
from tests.identity.building import joined, reading, thing


def test_cooperation_loses_doubled_parties() -> None:
    """Of three parties two of which are one, two are left; of two parties that are one, nothing."""
    keys = {"a": "A", "a2": "A", "b": "B", "c": "C"}
    assert rekeyed(cooperation(("a", "a2", "b")), keys) == cooperation(("A", "B"))
    assert rekeyed(cooperation(("a", "a2")), keys) is None
    assert rekeyed(cooperation(("a",), ("a2", "b", "c")), keys) == cooperation(("A",), ("B", "C"))
    assert rekeyed(cooperation(("a", "b"), ("a2", "c")), keys) == cooperation(("A", "B"), ("C",))


def test_directed_fact_needs_two_things() -> None:
    """A thing isn't part of itself, and an unknown end makes no fact."""
    assert rekeyed(directed(Relation.PART_OF, "a", "b"), {"a": "A", "b": "A"}) is None
    assert rekeyed(directed(Relation.PART_OF, "a", "b"), {"a": "A"}) is None
    assert rekeyed(directed(Relation.PARTNER_COUNT, "a", None), {"a": "A"}) is not None


def test_rejected_pair_splits_a_cooperation() -> None:
    """A cooperation of three without one pair is the two others."""
    left = without_pair(cooperation(("a", "b", "c")), frozenset("ab"))
    assert set(left) == {cooperation(("a", "c")), cooperation(("b", "c"))}
    assert without_pair(cooperation(("a", "b")), frozenset("ab")) == []
    assert without_pair(cooperation(("a", "b")), frozenset("ac")) == [cooperation(("a", "b"))]


def test_fact_of_two_documents_is_stated_twice() -> None:
    """One fact, two pieces of evidence."""
    one, other = thing("Vinh University"), thing("Acme", "company")
    fact = cooperation((one.key, other.key))
    knowledge = joined(*(reading(document, one, other, facts=(fact,)) for document in "ab"))
    assert len({statement.fact for statement in knowledge.statements}) == 1
    assert [statement.evidence.document for statement in knowledge.statements] == ["a", "b"]
