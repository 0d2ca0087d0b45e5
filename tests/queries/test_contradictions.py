"""What can't all be true is found, with the places that state it."""

from dataclasses import replace
from pathlib import Path

import pytest

from coopgraph.model import Details, Evidence, Fact, Knowledge, Relation, Statement, cooperation, directed
from coopgraph.queries import contradictions
from coopgraph.store import Store, open_store
from coopgraph.vocabulary import to_dataset, trig
from tests.samples import ACME, ALPHA, BETA, BORDURIA, FIRST, GAMMA, LOWHARBOUR, OFFICE, SYLVANIA, knowledge


def _store(folder: Path, *facts: Fact) -> Store:
    """Return a store of the sample's things with these facts, each stated at an offset of its own."""
    said = tuple(
        Statement(fact, Evidence(FIRST, 10 * number, 10 * number + 5, "quote", "m", 0.9))
        for number, fact in enumerate(facts)
    )
    known: Knowledge = replace(knowledge(), statements=said, mentions=())
    (folder / "facts.trig").write_bytes(b"".join(trig(to_dataset(known))))
    return open_store(folder / "facts.trig")


def _located(subject: str, object_: str, relation: Relation = Relation.LOCATED_IN) -> Fact:
    return directed(relation, subject, object_)


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        (
            [cooperation((ALPHA, BETA), details=Details(date="2024-05", end="2024-04-30"))],
            [("Alpha University cooperatesWith Beta Institute of Technology ends (2024-04-30) before", ("0-5",))],
        ),
        ([cooperation((ALPHA, BETA), details=Details(date="2024-05", end="2024"))], []),
        (
            [_located(ALPHA, BORDURIA), _located(ALPHA, SYLVANIA)],
            [("Alpha University lies in Borduria and Sylvania", ("0-5", "10-15"))],
        ),
        ([_located(ALPHA, LOWHARBOUR), _located(ALPHA, SYLVANIA), _located(BETA, BORDURIA)], []),
        (
            [
                _located(OFFICE, GAMMA, Relation.PART_OF),
                _located(GAMMA, ACME, Relation.PART_OF),
                _located(ACME, OFFICE, Relation.PART_OF),
                _located(BETA, ACME, Relation.PART_OF),
            ],
            [
                ("Acme Robotics partOf International Office", ("20-25",)),
                ("Gamma College partOf Acme Robotics", ("10-15",)),
                ("International Office partOf Gamma College", ("0-5",)),
            ],
        ),
    ],
    ids=["dates", "dates that may fit", "countries", "one country", "circle"],
)
def test_contradictions(tmp_path: Path, facts: list[Fact], found: list[tuple[str, tuple[str, ...]]]) -> None:
    """Each contradiction is told once, sorted, with every place."""
    told = contradictions(_store(tmp_path, *facts))
    assert [one.places for one in told] == [tuple(f"{FIRST}:{place}" for place in places) for _, places in found]
    for one, (message, _) in zip(told, found, strict=True):
        assert one.message.startswith(message)


def test_the_sample_holds_none(store: Store) -> None:
    """The sample contradicts itself nowhere, whatever kind of store it lies in."""
    assert contradictions(store) == []


def test_two_readers(tmp_path: Path) -> None:
    """A passage that a language model dates otherwise than the offline reader is told, no other."""
    told = [
        Statement(
            cooperation((ALPHA, partner), details=Details(date=date)),
            Evidence(FIRST, start, start + 9, "q", method, 0.7),
        )
        for partner, date, start, method in [
            (BETA, "2024-05-02", 0, "llm:m"),
            (BETA, "2023", 4, "rule:r"),
            (BETA, "2022", 40, "rule:r"),
            (GAMMA, "2024-05-02", 0, "llm:m"),
            (GAMMA, "2024-05-02", 0, "rule:r"),
        ]
    ]
    (tmp_path / "facts.trig").write_bytes(b"".join(trig(to_dataset(replace(knowledge(), statements=tuple(told))))))
    (found,) = contradictions(open_store(tmp_path / "facts.trig"))
    assert found.message.endswith("a language model reads 2024-05-02, the offline reader 2023")
    assert len(found.places) == 2
