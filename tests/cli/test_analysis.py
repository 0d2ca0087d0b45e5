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
    assert len({row["fact"] for row in shown}) >= first["facts"]
    assert all(row["quote"] for row in shown)


def test_partners_as_of_a_day(run: Run, seeds: Path) -> None:
    """Before anything began nobody is tied."""
    done = run("partners", "-g", seeds, "--as-of", "1800")
    assert done.code == 1
    assert "--as-of" in done.one_line


def test_changes(run: Run, seeds: Path) -> None:
    """What the documents of seeds/ report came after 1990; each row says on what it rests."""
    rows = [
        json.loads(line) for line in run("changes", "--from", "1990", "-g", seeds, "--format", "jsonl").out.splitlines()
    ]
    assert rows
    assert {row["change"] for row in rows} <= {"new", "renewed", "lost"}
    assert all(row["facts"] and row["documents"] for row in rows)
    assert run("changes", "hust", "--from", "1990", "--to", "1991", "-g", seeds).code == 0


def test_suggestions_come_with_sentences(run: Run, seeds: Path) -> None:
    """Each suggestion has an argument, and each argument a passage from both sides; text and CSV name the same."""
    name = "Osaka University"
    rows = [json.loads(line) for line in run("suggest", name, "-g", seeds, "--format", "jsonl").out.splitlines()]
    assert rows
    for row in rows:
        for argument in row["arguments"]:
            assert all(side and all(piece["quote"] for piece in side) for side in argument["evidence"])
    assert f"1. {rows[0]['name']}" in run("suggest", name, "-g", seeds).out
    assert rows[0]["name"] in run("suggest", name, "-g", seeds, "--format", "csv").out


@pytest.mark.parametrize("form", ["table", "csv", "jsonl"])
def test_brokers(run: Run, seeds: Path, form: str) -> None:
    """Whoever connects the others of seeds/ is named in each form."""
    done = run("brokers", "-g", seeds, "--format", form)
    assert done.code == 0
    assert "Ha Long University" in done.out


@pytest.mark.parametrize("form", ["text", "jsonl"])
def test_what_if(run: Run, seeds: Path, form: str) -> None:
    """Without its hub others are left alone; what runs out is told, and that nothing does."""
    done = run("what-if", "--without", "hust", "-g", seeds, "--format", form)
    assert done.code == 0
    assert "Samsung Electronics" in done.out
    assert run("what-if", "--expire-within", "12m", "--as-of", "1990", "-g", seeds, "--format", form).code == 0


def test_report(run: Run, seeds: Path, tmp_path: Path) -> None:
    """The page is written, or goes to stdout."""
    assert run("report", "hust", "-g", seeds, "-o", tmp_path / "r.html").code == 0
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "<h1>Hanoi University of Science and Technology</h1>" in page
    assert "Samsung Electronics" in page
    assert run("report", "hust", "-g", seeds, "-o", "-", "--as-of", "1990").out.startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("report", "nobody at all", "-o", "-"), 1, "has this name"),
        (("what-if", "--expire-within", "soon"), 2, "no duration"),
        (("what-if", "--without", "nobody at all"), 1, "has this name"),
        (("suggest", "--back-test", "1900"), 1, "nothing to test"),
        (("suggest", "nobody at all"), 1, "has this name"),
        (("changes", "--from", "2024", "--to", "2023"), 2, "must be later"),
        (("changes", "nobody at all", "--from", "2024"), 1, "has this name"),
    ],
)
def test_one_clear_line(run: Run, seeds: Path, arguments: tuple[str, ...], code: int, message: str) -> None:
    """What can't be answered is said in one line."""
    done = run(*arguments, "-g", seeds)
    assert done.code == code
    assert message in done.one_line
