"""The commands on the graph of seeds/: what they print, in each form."""

import csv
import json
from pathlib import Path

import pytest

from coopgraph.cli import coopgraph
from coopgraph.cli import export as export_command
from coopgraph.cli import partners as partners_command
from coopgraph.exports import EXPORTS
from coopgraph.network import MEASURES
from tests.cli.conftest import Run
from tests.conftest import ROOT

FACT_KEYS = [
    "document", "fact", "relation", "status", "subject", "object", "kind", "date", "end", "role", "amount",
    "count", "of", "within", "bound", "quote", "start", "stop", "method", "confidence",
]  # fmt: skip


def test_facts_as_json_lines(run: Run, seeds: Path) -> None:
    """Each line has the keys of the output form, and a quote that stands in its document at its offsets."""
    rows = [json.loads(line) for line in run("facts", "-g", seeds, "--format", "jsonl").out.splitlines()]
    assert rows
    for row in rows:
        assert sorted(row) == sorted(FACT_KEYS)
        text = (ROOT / "seeds" / row["document"]).read_text(encoding="utf-8")
        assert text[row["start"] : row["stop"]] == row["quote"]


def test_entities_as_json_lines(run: Run, seeds: Path) -> None:
    """Each line has the keys of the output form."""
    rows = [json.loads(line) for line in run("entities", "-g", seeds, "--format", "jsonl").out.splitlines()]
    assert {tuple(sorted(row)) for row in rows} == {("aliases", "documents", "id", "identifiers", "name", "type")}
    assert "HUST" in next(row for row in rows if row["name"] == "Hanoi University of Science and Technology")["aliases"]


@pytest.mark.parametrize("command", ["facts", "entities", "partners", "expiring"])
def test_csv_is_rectangular(run: Run, seeds: Path, command: str) -> None:
    """Every line has as many cells as the header."""
    lines = list(csv.reader(run(command, "-g", seeds, "--format", "csv").out.splitlines()))
    assert {len(line) for line in lines} == {len(lines[0])}


def test_partners_of_all(run: Run, seeds: Path) -> None:
    """The ranking begins with the university that has the most partners, and says on how many facts it rests."""
    rows = [json.loads(line) for line in run("partners", "-g", seeds, "--format", "jsonl").out.splitlines()]
    assert rows[0]["name"].startswith(("Hanoi University", "Ha Long University"))
    assert rows[0]["facts"] >= rows[0]["documents"] >= 1
    assert [row["value"] for row in rows] == sorted((row["value"] for row in rows), reverse=True)


def test_partners_of_one(run: Run, seeds: Path) -> None:
    """A name without accents and case is enough, and each partner says how."""
    done = run("partners", "hust", "-g", seeds)
    assert "Samsung Electronics" in done.out
    assert "agreement" in done.out


def test_show(run: Run, seeds: Path) -> None:
    """One thing shows its names, its partners and the passages."""
    out = run("show", "skdaa", "-g", seeds).out
    assert "works with" in out
    assert "INSAS Institute of Performing Arts" in out
    assert "film-training-in-hanoi.md:" in out


def test_query_by_name_and_by_sparql(run: Run, seeds: Path, tmp_path: Path) -> None:
    """A named query with a parameter, and SPARQL from a file, answer."""
    assert "Osaka University" in run("query", "partners", "-p", "institution=ha long university", "-g", seeds).out
    (tmp_path / "q.rq").write_text("SELECT ?n { ?x a coop:Funder ; rdfs:label ?n }", "utf-8")
    assert "Germany" in run("query", "-f", tmp_path / "q.rq", "-g", seeds, "--format", "csv").out


def test_check_passes(run: Run, seeds: Path) -> None:
    """The graph of seeds/ has no violation."""
    done = run("check", "-g", seeds)
    assert done.code == 0
    assert "0 violations" in done.err


def test_view(run: Run, seeds: Path, tmp_path: Path) -> None:
    """The page is written, whole and for one focus."""
    assert run("view", "-g", seeds, "-o", tmp_path / "a.html").code == 0
    assert run("view", "-g", seeds, "-o", tmp_path / "b.html", "--focus", "HUST", "--hops", "1").code == 0
    assert "INSAS" in (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "INSAS" not in (tmp_path / "b.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "filters",
    [
        ("--min-confidence", "1"),
        ("--status", "ended"),
        ("--relation", "issues", "--min-confidence", "1"),
        ("--of", "HUST", "--status", "ended"),
    ],
)
def test_filters_that_leave_no_fact(run: Run, seeds: Path, filters: tuple[str, ...]) -> None:
    """An empty list is no failure, whatever the filter."""
    done = run("facts", "-g", seeds, *filters)
    assert (done.code, done.one_line) == (0, "no fact is like that")


def test_what_there_is_not(run: Run, seeds: Path) -> None:
    """A document or a country that the dataset doesn't have is named, and nothing matched it."""
    done = run("facts", "-g", seeds, "--document", "nodoc")
    assert done.code == 1
    assert "'nodoc': " in done.one_line
    assert "no document of this name" in done.one_line
    done = run("partners", "-g", seeds, "--country", "Atlantis")
    assert done.code == 1
    assert "no party is known to lie in 'Atlantis'" in done.one_line


def test_the_example_of_the_help(run: Run, seeds: Path) -> None:
    """What `query --help` shows gives an answer."""
    assert run("query", "partners", "-g", seeds, "--param", "institution=Ha Long University").code == 0


@pytest.mark.parametrize("day", ["2024", "2024-06", "2024-06-30"])
def test_expiring_takes_a_year(run: Run, seeds: Path, day: str) -> None:
    """The day to look from is as precise as one likes."""
    assert run("expiring", "-g", seeds, "--as-of", day).code == 0


def test_tables_of_an_export(run: Run, seeds: Path, tmp_path: Path) -> None:
    """Of several files each is named, once and without the description of all."""
    done = run("export", "-g", seeds, "--to", "csv", "-o", tmp_path / "tables")
    assert [line.rpartition("/")[2] for line in done.err.splitlines()] == ["nodes.csv: written", "edges.csv: written"]


@pytest.mark.parametrize("form", EXPORTS)
def test_export(run: Run, seeds: Path, tmp_path: Path, form: str) -> None:
    """Every format comes to a file and to stdout."""
    assert run("export", "-g", seeds, "--to", form, "-o", tmp_path / f"x{EXPORTS[form].suffix}").code == 0
    assert len(run("export", "-g", seeds, "--to", form).out) > 100


def test_choices_are_those_of_the_library() -> None:
    """The command line names measures and formats without importing what computes them."""
    assert tuple(MEASURES) == partners_command.MEASURES
    assert tuple(EXPORTS) == export_command.FORMATS


@pytest.mark.parametrize("name", [*coopgraph.commands])
def test_every_command_explains_itself(run: Run, name: str) -> None:
    """Each command has a help text that is more than its name."""
    done = run(name, "--help")
    assert done.code == 0
    assert len(done.out.splitlines()) > 5


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(run: Run, shell: str) -> None:
    """Each shell gets a script that names the program."""
    assert "coopgraph" in run("completion", shell).out
