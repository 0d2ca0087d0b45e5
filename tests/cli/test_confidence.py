"""--min-confidence leaves unsure facts out wherever facts are printed, ranked, drawn or exported."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TEXT = """Date: 2024-06-01

Danar University signed an agreement with Kelor University on 3 May 2021. The agreement is valid until 3 May 2025.

Danar University works with Wulan University. Wulan University works with Tirta University.
"""


@pytest.fixture
def graph(run: Run, tmp_path: Path) -> Path:
    """Return the dataset of a short text."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(TEXT, encoding="utf-8")
    dataset = tmp_path / "graph.trig"
    assert run("build", tmp_path / "texts", "-o", dataset, "--reader", "rules").code == 0
    return dataset


@pytest.mark.parametrize(
    "command",
    [
        ["facts", "--format", "jsonl"],
        ["show", "Danar University"],
        ["partners"],
        ["partners", "Danar University"],
        ["suggest", "Danar University"],
        ["expiring", "--as-of", "2025-01-01"],
        ["brokers"],
        ["changes", "--from", "2020", "--to", "2024-12"],
        ["export", "--to", "csv"],
        ["export", "--to", "graphml"],
        ["export", "--to", "gexf"],
        ["view", "-o", "-"],
        ["report", "Danar University", "--as-of", "2024-06-01", "-o", "-"],
    ],
    ids=" ".join,
)
def test_unsure_facts_are_left_out(run: Run, graph: Path, command: list[str]) -> None:
    """With all facts less sure than asked for, nothing of what the sentences say is told."""
    told = run(*command, "-g", graph).out
    left = run(*command, "-g", graph, "--min-confidence", "0.99").out
    assert len(left) < len(told)
    assert not any(words in left for words in ("signed an agreement", "works with Wulan"))


@pytest.mark.parametrize("form", ["turtle", "jsonld", "nquads", "oxigraph"])
def test_whole_datasets_are_not_cut(run: Run, graph: Path, tmp_path: Path, form: str) -> None:
    """A format that holds the whole dataset says so instead of leaving the option without effect."""
    done = run("export", "-g", graph, "--to", form, "-o", tmp_path / "out", "--min-confidence", "0.5")
    assert done.code == 2
    assert "holds the whole dataset" in done.one_line


def test_the_limit_itself_is_sure_enough(run: Run, graph: Path) -> None:
    """A fact as sure as asked for stays."""
    rows = [json.loads(line) for line in run("facts", "-g", graph, "--format", "jsonl").out.splitlines()]
    highest = max(row["confidence"] for row in rows)
    kept = run("facts", "-g", graph, "--format", "jsonl", "--min-confidence", str(highest)).out.splitlines()
    assert [json.loads(line)["confidence"] for line in kept] == [
        row["confidence"] for row in rows if row["confidence"] == highest
    ]
