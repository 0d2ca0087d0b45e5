"""What is stated, intended and over, from a text to what each command says of it."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TEXT = """Date: 2024-06-01

Danar University signed an agreement with Kelor University on 3 May 2021.

Danar University plans to sign an agreement with Tirta University.

Danar University ended its partnership with Wulan University in 2019.
"""


@pytest.fixture
def graph(run: Run, tmp_path: Path) -> Path:
    """Return the dataset of one text with an agreement, a plan and a partnership that is over."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(TEXT, encoding="utf-8")
    dataset = tmp_path / "graph.trig"
    assert run("build", tmp_path / "texts", "-o", dataset, "--reader", "rules").code == 0
    return dataset


def partners(run: Run, graph: Path, *options: str) -> set[str]:
    """Return the names, in their first words, of those with whom Danar University cooperates by `facts`."""
    lines = run("facts", "-g", graph, "--format", "jsonl", *options).out.splitlines()
    rows = [row for row in map(json.loads, lines) if row["relation"] == "cooperatesWith"]
    return {row[end]["name"].split()[0] for row in rows for end in ("subject", "object")} - {"Danar"}


def test_facts_by_status(run: Run, graph: Path) -> None:
    """By default all but what is only intended."""
    assert partners(run, graph) == {"Kelor", "Wulan"}
    assert partners(run, graph, "--status", "stated") == {"Kelor"}
    assert partners(run, graph, "--status", "intended") == {"Tirta"}
    assert partners(run, graph, "--status", "ended") == {"Wulan"}
    assert partners(run, graph, "--status", "all") == {"Kelor", "Wulan", "Tirta"}


def test_show_marks_what_is_not_stated(run: Run, graph: Path) -> None:
    """A plan and an end are told with their passages, and marked."""
    shown = run("show", "Danar University", "-g", graph).out
    assert "Tirta University (agreement, intended)" in shown
    assert "Wulan University (partnership, until 2019, ended)" in shown


def test_the_network_of_a_day(run: Run, graph: Path) -> None:
    """What has ended ties parties only on the days on which it held, what is intended never."""
    today = run("partners", "Danar University", "-g", graph, "--format", "csv").out
    assert "Kelor" in today
    assert "Wulan" not in today
    then = run("partners", "Danar University", "-g", graph, "--as-of", "2018", "--format", "csv").out
    assert "Wulan" in then
    assert "Tirta" not in today + then


@pytest.mark.parametrize("form", ["graphml", "gexf", "csv"])
def test_network_files_hold_no_intention(run: Run, graph: Path, tmp_path: Path, form: str) -> None:
    """A plan is no edge; the party that the text names stays a node."""
    target = tmp_path / f"network.{form}"
    assert run("export", "-g", graph, "--to", form, "-o", target).code == 0
    written = target.read_text(encoding="utf-8")
    assert "ended" in written
    assert "intended" not in written
    assert ("Tirta University" in written) is (form != "csv")  # a table of facts has no things beside them


def test_page_holds_no_intention(run: Run, graph: Path) -> None:
    """The passage of a plan isn't on the page."""
    page = run("view", "-g", graph, "-o", "-").out
    assert "ended its partnership with Wulan University" in page
    assert "plans to sign" not in page


def test_report_holds_no_intention(run: Run, graph: Path) -> None:
    """A board reads of partners, not of plans."""
    page = run("report", "Danar University", "-g", graph, "--as-of", "2024-06-01", "-o", "-").out
    assert "Kelor University" in page
    assert "plans to sign" not in page
