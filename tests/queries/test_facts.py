"""The rows of the facts are what the knowledge says, from any kind of store."""

import json
from datetime import date
from pathlib import Path

import pytest

from coopgraph.errors import InputError
from coopgraph.model import EntityType, Relation, Status
from coopgraph.queries import Duration, FactFilter, FactRow, expiring, facts
from coopgraph.store import Store, open_store
from coopgraph.vocabulary.iris import Mint
from tests.samples import ALPHA, BETA, ENTITIES, FIRST, SECOND, THIRD, knowledge

KEYS = (
    "document fact relation status subject object kind date end role amount count of within bound "
    "quote start stop method confidence"
)


def _expected() -> list[tuple[object, ...]]:
    """Return the rows as the model itself has them: each pair of each fact for each document, all details."""
    mint, names = Mint(), {entity.key: entity.name for entity in ENTITIES}
    rows = set()
    for fact, said in ((statement.fact, statement.evidence) for statement in knowledge().statements):
        details = fact.details
        for subject, object_ in fact.pairs():
            rows.add(
                (said.document, mint.fact(fact), fact.relation.value, details.status.value)
                + (mint.thing(subject), names[subject])
                + ((mint.thing(object_), names[object_]) if object_ else (None, None))
                + (details.kind, details.date, details.end, details.role, details.amount, details.count, details.of)
                + (details.within, details.bound, said.quote, said.start, said.stop, said.method, said.confidence)
            )
    return sorted(rows, key=str)


def _flat(row: FactRow) -> tuple[object, ...]:
    ends: list[object] = []
    for end in (row["subject"], row["object"]):
        ends += [end["id"], end["name"]] if end else [None, None]
    return (
        *(row["document"], row["fact"], row["relation"], row["status"], *ends),
        *(row["kind"], row["date"], row["end"], row["role"], row["amount"], row["count"], row["of"]),
        *(row["within"], row["bound"], row["quote"], row["start"], row["stop"], row["method"], row["confidence"]),
    )


def test_rows_are_the_statements(store: Store) -> None:
    """Every pair of every fact comes once for each document, with all details, and nothing else comes."""
    assert sorted(map(_flat, facts(store)), key=str) == _expected()


def test_the_form_is_that_of_the_output(store: Store) -> None:
    """A row has the keys of the output form, in its order, and is JSON as it is."""
    for row in facts(store):
        assert " ".join(row) == KEYS
        assert json.loads(json.dumps(row)) == row
        assert list(row["subject"]) == ["id", "name", "type", "aliases"]
        assert row["subject"]["type"] in set(EntityType)


def test_order_is_that_of_the_documents(store: Store, sample: Path) -> None:
    """Rows come document by document, in the order of the text, and in the same order from every store."""
    rows = list(facts(store))
    places = [(row["document"], row["start"]) for row in rows]
    assert places == sorted(places)
    assert rows == list(facts(open_store(sample)))


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (FactFilter(thing=Mint().thing(ALPHA)), 15),
        (FactFilter(thing=Mint().thing(BETA), relation=Relation.LOCATED_IN), 1),
        (FactFilter(relation=Relation.COOPERATES_WITH), 17),
        (FactFilter(status=Status.INTENDED), 1),
        (FactFilter(document=THIRD), 5),
        (FactFilter(document=FIRST, status=Status.ENDED), 0),
        (FactFilter(confidence=0.93), 3),
        (FactFilter(document="' } #"), 0),
    ],
)
def test_filters(store: Store, wanted: FactFilter, count: int) -> None:
    """A filter takes the rows that it describes, and those only."""
    rows = list(facts(store, wanted))
    assert len(rows) == count

    def fits(row: FactRow) -> bool:
        ends = {end["id"] for end in (row["subject"], row["object"]) if end}
        return (
            (wanted.relation in {None, row["relation"]} and wanted.status in {None, row["status"]})
            and (wanted.document in {None, row["document"]} and row["confidence"] >= wanted.confidence)
            and (wanted.thing is None or wanted.thing in ends)
        )

    assert [row for row in facts(store) if fits(row)] == rows


def _store(folder: Path, *evidence: str) -> Store:
    """Return a store of one fact with these pieces of evidence in a document, written in TriG."""
    path = folder / "facts.trig"
    pieces = "\n".join(
        f"<http://e/e{number}> coop:supports <http://e/f> ; coop:document <http://e/d> ; {said} ."
        for number, said in enumerate(evidence)
    )
    path.write_text(
        "@prefix coop: <https://w3id.org/coopgraph/ontology#> .\n"
        "@prefix dcterms: <http://purl.org/dc/terms/> .\n"
        "<http://e/f> a coop:Fact ; coop:relation coop:partOf ;\n"
        "  coop:subject <http://e/s> ; coop:object <http://e/o> .\n"
        f'<http://e/d> {{ <http://e/d> dcterms:identifier "d" .\n{pieces} }}\n',
        encoding="utf-8",
    )
    return open_store(path)


def _said(quote: str, start: int | str, confidence: float) -> str:
    return f'coop:quote "{quote}" ; coop:start {start} ; coop:stop 99 ; coop:method "m" ; coop:confidence {confidence}'


def test_the_surest_evidence_of_a_document_stands(tmp_path: Path) -> None:
    """Of several pieces in one document the surest is taken, of equally sure ones the earliest."""
    store = _store(tmp_path, _said("late", 9, 0.9), _said("unsure", 1, 0.5), _said("early", 5, 0.9))
    assert [row["quote"] for row in facts(store)] == ["early"]
    assert [row["quote"] for row in facts(store, FactFilter(confidence=0.95))] == []


def test_a_thing_without_a_name_is_shown_by_its_iri(tmp_path: Path) -> None:
    """A dataset of other hands may name nothing: the row has IRIs and no type, and the fact counts as stated."""
    row = next(facts(_store(tmp_path, _said("q", 1, 1))))
    assert row["subject"] == {"id": "http://e/s", "name": "http://e/s", "type": "", "aliases": []}
    assert row["status"] == Status.STATED


def test_broken_evidence(tmp_path: Path) -> None:
    """An offset that is no number is an error of the dataset, told in one line."""
    with pytest.raises(InputError, match="run `coopgraph check`"):
        list(facts(_store(tmp_path, _said("q", '"here"', 1))))


@pytest.mark.parametrize(
    ("as_of", "within", "ends"),
    [
        ("2030-11-13", "1d", ["2030-11-13", "2030-11-13"]),
        ("2028-06-01", "6m", []),
        ("2028-07-01", "6m", ["2028"] * 6),
        ("2028-07-01", "3y", ["2028"] * 6 + ["2030-11-13"] * 2),
        ("2030-11-14", "10y", []),
        ("2004-01-01", "2y", []),
    ],
)
def test_expiring(store: Store, as_of: str, within: str, ends: list[str]) -> None:
    """An end counts by its last day, the next comes first; what has ended or ended before is not running out."""
    rows = list(expiring(store, date.fromisoformat(as_of), Duration.parse(within)))
    assert [row["end"] for row in rows] == ends
    assert {row["document"] for row in rows} <= {FIRST, SECOND}
