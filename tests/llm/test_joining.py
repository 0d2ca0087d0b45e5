"""Two readings of one document joined."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.llm.joining import HIGHEST, MODEL_ALONE, OFFLINE_ALONE, join
from coopgraph.model import (
    Details,
    Entity,
    EntityType,
    Evidence,
    Fact,
    Reading,
    Relation,
    Source,
    Statement,
    cooperation,
    directed,
)

_SOURCE = Source("a.txt", "0" * 64, "text")
_OFFLINE = (
    Entity("e1", "Kerwick", EntityType.COMPANY),
    Entity("e2", "Bank Morava", EntityType.COMPANY),
    Entity("e3", "Office", EntityType.UNIT, owner="e1"),
)
_MODEL = (
    Entity("k1", "Morava Bank", EntityType.COMPANY, ("Bank Morava",)),
    Entity("k2", "Kerwick College", EntityType.EDUCATION, ("Kerwick", "KC")),
    Entity("k3", "EdNet", EntityType.ASSOCIATION, owner="k2"),
)


def _said(fact: Fact, method: str, confidence: float, start: int = 0) -> Statement:
    return Statement(fact, Evidence("a.txt", start, start + 5, "quote", method, confidence))


def _joined(offline: Fact | None, model: Fact | None) -> Reading:
    mine = () if offline is None else (_said(offline, "rule:r", 0.8),)
    theirs = () if model is None else (_said(model, "llm:m", 0.9, 3),)
    return join(Reading(_SOURCE, _OFFLINE, mine), Reading(_SOURCE, _MODEL, theirs))


def test_things() -> None:
    """Things with a common name are one, named and typed as the model has them; owners follow, no name is lost."""
    assert _joined(None, None).entities == (
        Entity("e1", "Kerwick College", EntityType.EDUCATION, ("Kerwick", "KC")),
        Entity("e2", "Morava Bank", EntityType.COMPANY, ("Bank Morava",)),
        Entity("e3", "Office", EntityType.UNIT, owner="e1"),
        Entity("m-k3", "EdNet", EntityType.ASSOCIATION, owner="e1"),
    )


def test_agreement() -> None:
    """What both say is surer than either, with the evidence of both and the details of whoever tells more."""
    found = _joined(cooperation(("e1", "e2")), cooperation(("k1", "k2"), details=Details(date="2021")))
    assert {statement.fact for statement in found.statements} == {
        cooperation(("e1", "e2"), details=Details(date="2021"))
    }
    assert [(s.evidence.method, s.evidence.confidence) for s in found.statements] == [("rule:r", 0.98), ("llm:m", 0.98)]


@pytest.mark.parametrize(
    ("offline", "model"),
    [
        (
            cooperation(("e1", "e2"), details=Details(date="2020")),
            cooperation(("k1", "k2"), details=Details(date="2021")),
        ),
        (
            cooperation(("e1", "e2"), details=Details(kind="contract")),
            cooperation(("k1", "k2"), details=Details(kind="letter of intent")),
        ),
        (directed(Relation.PART_OF, "e1", "e2"), directed(Relation.PART_OF, "k1", "k2")),
    ],
    ids=["date", "kind", "direction"],
)
def test_contradiction(offline: Fact, model: Fact) -> None:
    """What the two tell differently stays apart, and each is less sure."""
    found = _joined(offline, model)
    assert len({statement.fact for statement in found.statements}) == 2
    assert {s.evidence.method: s.evidence.confidence for s in found.statements} == {
        "rule:r": round(0.8 * OFFLINE_ALONE, 4),
        "llm:m": round(0.9 * MODEL_ALONE, 4),
    }


def test_alone() -> None:
    """What one alone says keeps its method and is less sure, much less where it is the offline reader."""
    (single,) = _joined(cooperation(("e1", "e2")), None).statements
    assert (single.evidence.method, single.evidence.confidence) == ("rule:r", 0.2)
    (statement,) = _joined(None, directed(Relation.MEMBER_OF, "k2", "k3")).statements
    assert statement.fact == directed(Relation.MEMBER_OF, "e1", "m-k3")
    assert (statement.evidence.method, statement.evidence.confidence) == ("llm:m", 0.765)


def test_part_of_a_cooperation() -> None:
    """A pair of a larger cooperation is borne out by it, but not the whole by the pair."""
    found = _joined(cooperation(("e1", "e2")), cooperation(("k1", "k2", "k3")))
    assert {s.evidence.method: s.evidence.confidence for s in found.statements} == {"rule:r": 0.98, "llm:m": 0.765}


def test_names_split_offline() -> None:
    """Two things of the offline reader that the model knows to be one become one; a fact between them is gone."""
    offline = (Entity("e1", "KC", EntityType.COMPANY), Entity("e2", "Kerwick College", EntityType.EDUCATION))
    fact = _said(cooperation(("e1", "e2")), "rule:r", 0.8)
    found = join(Reading(_SOURCE, offline, (fact,)), Reading(_SOURCE, _MODEL[1:2]))
    assert found.entities == (Entity("e2", "Kerwick College", EntityType.EDUCATION, ("Kerwick", "KC")),)
    assert found.statements == ()


def test_two_things_of_one_name() -> None:
    """Two offices of the same name stay two."""
    offline = (Entity("e1", "Office", EntityType.UNIT), Entity("e2", "Office", EntityType.UNIT))
    model = (Entity("k1", "Office", EntityType.UNIT), Entity("k2", "Office", EntityType.UNIT))
    assert len(join(Reading(_SOURCE, offline), Reading(_SOURCE, model)).entities) == 2


def test_one_reading_alone() -> None:
    """Beside an empty reading nothing of the other is lost."""
    empty = Reading(_SOURCE)
    offline = Reading(_SOURCE, _OFFLINE, (_said(cooperation(("e1", "e2")), "rule:r", 0.8),))
    assert join(offline, empty).entities == _OFFLINE
    assert [s.fact for s in join(offline, empty).statements] == [s.fact for s in offline.statements]


_NAMES = st.sampled_from(["Kerwick College", "KC", "Kerwick", "Morava", "Office", "EdNet"])


def _entities(prefix: str) -> st.SearchStrategy[tuple[Entity, ...]]:
    one = st.tuples(_NAMES, st.sampled_from(list(EntityType)), st.lists(_NAMES, max_size=3))
    return st.lists(one, min_size=2, max_size=5).map(
        lambda items: tuple(
            Entity(f"{prefix}{n}", name, type_, tuple(more)) for n, (name, type_, more) in enumerate(items)
        )
    )


@given(_entities("e"), _entities("k"))
def test_sound(offline: tuple[Entity, ...], model: tuple[Entity, ...]) -> None:
    """Whatever the names, each key is of one thing, no name is lost, and all ends of facts are things."""
    mine = _said(cooperation((offline[0].key, offline[1].key)), "rule:r", 0.8)
    theirs = _said(cooperation((model[0].key, model[1].key)), "llm:m", 0.9)
    found = join(Reading(_SOURCE, offline, (mine,)), Reading(_SOURCE, model, (theirs,)))
    keys = [entity.key for entity in found.entities]
    assert len(keys) == len(set(keys))
    assert {key for s in found.statements for key in s.fact.parties} <= set(keys)
    names = {name for entity in found.entities for name in entity.names}
    assert names == {name for entity in (*offline, *model) for name in entity.names}
    assert all(0 < s.evidence.confidence <= HIGHEST for s in found.statements)
