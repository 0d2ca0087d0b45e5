"""The commands that analyse the network, on the graph of seeds/."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_rank_leads_to_its_sentences(run: Run, seeds: Path) -> None:
    """Two commands lead from a place in the ranking to the passages behind it."""
    first = json.loads(run("partners", "-g", seeds, "--format", "jsonl", "--intervals").out.splitlines()[0])
    assert first["sources"] >= 1
    low, high = first["places"]
    assert 1 <= low <= high
    shown = [json.loads(line) for line in run("show", first["name"], "-g", seeds, "--format", "jsonl").out.splitlines()]
    assert {fact for row in shown if (fact := row["fact"])}
    assert all(row["quote"] for row in shown)


def test_partners_as_of_a_day(run: Run, seeds: Path) -> None:
    """Before anything began nobody is tied."""
    done = run("partners", "-g", seeds, "--as-of", "1800")
    assert done.code == 1
    assert "--as-of" in done.one_line


def test_changes(run: Run, seeds: Path) -> None:
    """What the documents of 2025 report came since 2000; each row says on what it rests."""
    rows = [
        json.loads(line) for line in run("changes", "--from", "1990", "-g", seeds, "--format", "jsonl").out.splitlines()
    ]
    assert rows
    assert {row["change"] for row in rows} <= {"new", "renewed", "lost"}
    assert all(row["facts"] and row["documents"] for row in rows)
    assert run("changes", "hust", "--from", "1990", "--to", "1991", "-g", seeds).code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("changes", "--from", "2024", "--to", "2023"), 2, "must be later"),
        (("changes", "nobody at all", "--from", "2024"), 1, "has this name"),
    ],
)
def test_one_clear_line(run: Run, seeds: Path, arguments: tuple[str, ...], code: int, message: str) -> None:
    """What can't be answered is said in one line."""
    done = run(*arguments, "-g", seeds)
    assert done.code == code
    assert message in done.one_line
