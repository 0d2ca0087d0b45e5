"""coopgraph evaluate: what it prints, and what it says where something is wrong."""

import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.evaluation.texts import write


def test_table(run: Run, tmp_path: Path) -> None:
    """Figures by relation, shares, and how far confidence can be trusted."""
    folder = write(tmp_path)
    done = run("evaluate", "--reader", "rules", folder / "texts", folder / "gold")
    assert done.code == 0
    lines = done.out.splitlines()
    assert "network facts\t1.0\t0.667\t0.8\t2\t0\t1".replace("1.0", "1") in lines
    assert "dates right\t1\t1" in lines
    assert any(line.startswith("confidence\t") for line in lines)
    assert "missed:" not in done.out


def test_misses(run: Run, tmp_path: Path) -> None:
    """With --misses each document tells what was missed and what was wrong."""
    folder = write(tmp_path)
    out = run("evaluate", "--reader", "rules", folder / "texts", folder / "gold", "--misses").out
    assert "fact missed: memberOf | Beta College | Gamma Foundation" in out


def test_json(run: Run, tmp_path: Path) -> None:
    """One object holds the same figures."""
    folder = write(tmp_path)
    report = json.loads(
        run("evaluate", "--reader", "rules", folder / "texts", folder / "gold", "--format", "json", "--misses").out
    )
    assert report["network"]["right"] == 2
    assert report["relations"]["memberOf"]["recall"] == 0
    assert report["entities"]["f1"] == 1
    assert report["misses"][0]["fact_missed"][0]["what"].startswith("memberOf")
    assert sum(each["facts"] for each in report["reliability"]) == 2


def test_broken_annotation(run: Run, tmp_path: Path) -> None:
    """One line names the file."""
    folder = write(tmp_path)
    (folder / "gold" / "a.json").write_text('{"document": 1}', encoding="utf-8")
    done = run("evaluate", "--reader", "rules", folder / "texts", folder / "gold")
    assert done.code == 3
    assert "a.json" in done.one_line
    assert "$.document" in done.one_line


def test_an_unreadable_text(run: Run, tmp_path: Path) -> None:
    """It is counted as missed and named, and the exit code tells it."""
    folder = write(write(tmp_path), "b.txt", text="\n")
    done = run("evaluate", "--reader", "rules", folder / "texts", folder / "gold")
    assert done.code == 3
    assert "b.txt: holds no text" in done.one_line
    assert "network facts\t1\t0.333\t0.5\t2\t0\t4" in done.out
