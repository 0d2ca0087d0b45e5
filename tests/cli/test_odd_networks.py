"""Odd networks: every command that ranks has a defined answer, or says in one line why there is none."""

import json
from pathlib import Path

import pytest

from coopgraph.cli.partners import MEASURES
from coopgraph.cli.suggest import PREDICTORS
from coopgraph.model import (
    Details,
    Entity,
    EntityType,
    Evidence,
    Fact,
    Knowledge,
    Relation,
    Source,
    Statement,
    cooperation,
    directed,
)
from coopgraph.vocabulary import to_dataset, trig
from tests.cli.conftest import Run

A, B, C, D, E = (f"organization/{letter}" for letter in "abcde")
PROJECT = "project/p"

NETWORKS: dict[str, tuple[list[str], list[Fact]]] = {
    "nothing": ([], []),
    "one node": ([A], []),
    "no edge": ([A, B, C], []),
    "self-loops": ([A], [directed(Relation.MEMBER_OF, A, A), directed(Relation.FUNDS, A, A)]),
    "one tie": ([A, B], [cooperation((A, B))]),
    "pieces": ([A, B, C, D, E], [cooperation((A, B)), cooperation((C, D)), cooperation((D, E))]),
    "parallel facts": (
        [A, B, C, PROJECT],
        [
            cooperation((A, B), details=Details(kind="agreement", date="2020")),
            cooperation((A, B), details=Details(kind="agreement", date="2021-05", end="2022")),
            cooperation((A, B)),
            directed(Relation.PARTICIPATES_IN, A, PROJECT),
            directed(Relation.PARTICIPATES_IN, B, PROJECT),
            cooperation((B, C)),
        ],
    ),
}
TIED = {"one tie": 2, "pieces": 5, "parallel facts": 3}
"""How many parties have a tie; nobody in the others."""

COMMANDS: dict[str, tuple[str, ...]] = {
    **{f"partners by {by}": ("partners", "--by", by) for by in MEASURES},
    "partners of one": ("partners", "a"),
    "partners with funding": ("partners", "--with-funding"),
    "partners with intervals": ("partners", "--intervals"),
    "brokers": ("brokers",),
    **{f"suggest by {by}": ("suggest", "a", "--by", by) for by in PREDICTORS},
    "back-test": ("suggest", "--back-test", "2021"),
    "changes": ("changes", "--from", "2019", "--to", "2023"),
    "what-if without": ("what-if", "--without", "a"),
    "what-if expiring": ("what-if", "--expire-within", "2y", "--as-of", "2021-06"),
    "expiring": ("expiring", "--within", "2y", "--as-of", "2021-06-01"),
}


@pytest.fixture(scope="module", params=NETWORKS)
def network(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """Return the name of a network and its dataset."""
    things, facts = NETWORKS[request.param]
    entities = tuple(
        Entity(key, key.partition("/")[2], EntityType.PROJECT if key == PROJECT else EntityType.EDUCATION)
        for key in sorted(things)
    )
    statements = tuple(
        Statement(fact, Evidence("a.md", number, number + 1, "q", "by hand", 0.9)) for number, fact in enumerate(facts)
    )
    path = tmp_path_factory.mktemp("odd") / "dataset.trig"
    sources = (Source("a.md", "0" * 64, "markdown", date="2020-02-03"),)
    path.write_bytes(b"".join(trig(to_dataset(Knowledge(sources, entities, statements)))))
    return request.param, path


@pytest.mark.parametrize("name", COMMANDS)
def test_rows_or_one_line(run: Run, network: tuple[str, Path], name: str) -> None:
    """A command prints rows and succeeds, or prints none and says in one line that nothing matches."""
    done = run(*COMMANDS[name], "-g", network[1])
    assert done.code in {0, 1}, done.err
    if done.code == 1:
        assert not done.out
        assert done.one_line
    else:
        assert done.out or done.one_line


@pytest.mark.parametrize("by", MEASURES)
def test_who_is_tied_is_ranked(run: Run, network: tuple[str, Path], by: str) -> None:
    """By any measure each party with a tie has one row, and a value that is a number; who has none has no row."""
    kind, path = network
    done = run("partners", "--by", by, "-g", path, "--format", "jsonl")
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert len({row["id"] for row in rows}) == len(rows) == TIED.get(kind, 0)
    assert all(row["value"] >= 0 and row["partners"] >= 1 for row in rows)


def test_a_page_of_whoever_is_there(run: Run, network: tuple[str, Path], tmp_path: Path) -> None:
    """A report is written for every party, tied or not; of one that isn't there, a line says so."""
    done = run("report", "a", "-g", network[1], "-o", tmp_path / "a.html")
    assert done.code == (1 if network[0] == "nothing" else 0), done.err
    assert done.one_line
