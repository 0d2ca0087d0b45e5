"""What holds for whatever documents say."""

import os
import re
import subprocess
import sys

from hypothesis import given, settings

from coopgraph.identity import Corrections, resolve
from coopgraph.model import EntityType, Reading, Relation
from tests.identity.building import drawn_readings, joined, keys, reading, thing


@given(drawn_readings())
@settings(deadline=None)
def test_order_of_readings_does_not_matter(readings: list[Reading]) -> None:
    """The readings in another order, with their things in another order, give the same knowledge."""
    shuffled = [
        Reading(one.source, tuple(reversed(one.entities)), tuple(reversed(one.statements)))
        for one in reversed(readings)
    ]
    assert resolve(shuffled, Corrections()) == resolve(readings, Corrections())


@given(drawn_readings())
@settings(deadline=None)
def test_knowledge_is_well_formed(readings: list[Reading]) -> None:
    """Keys are unique IRI paths, every end and owner is known, no fact relates a thing to itself."""
    knowledge = resolve(readings, Corrections())
    known = [entity.key for entity in knowledge.entities]
    assert known == sorted(set(known))
    assert all(re.fullmatch(r"[a-z]+/[a-z0-9%A-F~._-]+", key) for key in known)
    assert {entity.owner for entity in knowledge.entities} <= {None, *known}
    assert all(entity.owner != entity.key for entity in knowledge.entities)
    assert all(entity.name not in entity.aliases for entity in knowledge.entities)
    for statement in knowledge.statements:
        parties = statement.fact.parties
        assert set(parties) <= set(known)
        assert len(set(parties)) == len(parties)
        assert len(parties) > 1 or statement.fact.relation is Relation.PARTNER_COUNT
    assert {key for _, key in knowledge.mentions} == set(known)
    names = {name for one in readings for entity in one.entities for name in entity.names}
    assert names == {name for entity in knowledge.entities for name in entity.names}


@given(drawn_readings())
@settings(deadline=None)
def test_resolving_twice_changes_nothing(readings: list[Reading]) -> None:
    """What one resolution keeps apart within a document of its own, the next one keeps apart, too."""
    for one in readings:
        first = resolve([one], Corrections())
        again = resolve([Reading(one.source, first.entities, first.statements)], Corrections())
        assert len(again.entities) == len(first.entities)
        assert len(again.statements) == len(first.statements)


@given(drawn_readings())
@settings(deadline=None)
def test_unrelated_document_changes_no_key(readings: list[Reading]) -> None:
    """A document about other things leaves every entity and statement as it is."""
    before = resolve(readings, Corrections())
    other = reading("0", thing("Zzyzx Polytechnic"), thing("Faculty of Zoology", "unit", owner="Zzyzx Polytechnic"))
    after = resolve([other, *readings], Corrections())
    assert set(before.entities) <= set(after.entities)
    assert before.statements == after.statements


def test_hash_seed_does_not_matter() -> None:
    """Three hash seeds give the same knowledge of the same readings."""
    program = (
        "from tests.identity.building import *\n"
        "things = [thing(name, 'unit', 'X', 'Y') for name in ('Faculty of Law', 'A B', 'B')]\n"
        "print(joined(*(reading(document, *things) for document in 'abc')))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(told) == 1


def test_type_is_decided_by_majority_then_order() -> None:
    """Two of three documents decide; one against one, the type that stands first in EntityType."""
    first = reading("a.txt", thing("Acme Lab", "company"))
    second = reading("b.txt", thing("Acme Lab", "unit"))
    third = reading("c.txt", thing("Acme Lab", "unit"))
    assert joined(first, second).entities[0].type is EntityType.COMPANY
    assert joined(first, second, third).entities[0].type is EntityType.UNIT
    assert keys(joined(first, second), "Acme Lab") == ["organization/acme-lab"]
