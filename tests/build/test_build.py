"""The promises of a build: the same bytes, only what changed is read, the last good file stands."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from coopgraph.build import Options, build, cache
from coopgraph.errors import InputError, UsageError
from tests.conftest import ROOT
from tests.processors import graph

SEEDS = ROOT / "seeds"


def test_the_committed_graph_is_not_stale(tmp_path: Path) -> None:
    """graphs/ tells what the seeds give now; `make demo` renews it."""
    built = build([SEEDS], tmp_path / "g.trig").output
    kept = ROOT / "graphs" / "cooperation.trig"
    assert graph(built.read_text(encoding="utf-8")) == graph(kept.read_text(encoding="utf-8"))


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_the_hash_seed_makes_no_difference(tmp_path: Path, seed: str) -> None:
    """A process with another hash seed gives the same bytes."""
    built = build([SEEDS], tmp_path / "here.trig").output
    code = f"from pathlib import Path; from coopgraph.build import build; build([Path({str(SEEDS)!r})], Path('g.trig'))"
    environment = os.environ | {"PYTHONHASHSEED": seed}
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, check=True)
    assert (tmp_path / "g.trig").read_bytes() == built.read_bytes()


def _corpus(folder: Path, number: int) -> Path:
    """Write so many short documents, more than one chunk of work, into a folder."""
    folder.mkdir()
    for index in range(number):
        text = f"Aa{index} University signed an agreement with Bb{index % 7} College in {1990 + index % 30}.\n"
        (folder / f"{index:03}.txt").write_text(text, "utf-8")
    return folder


def test_order_workers_and_history_make_no_difference(tmp_path: Path) -> None:
    """Arguments reversed, two workers, or one document added later give the same bytes."""
    folder = _corpus(tmp_path / "in", 120)
    first = build([folder, SEEDS], tmp_path / "a.trig").output.read_bytes()
    assert build([SEEDS, folder], tmp_path / "b.trig").output.read_bytes() == first
    assert build([folder, SEEDS], tmp_path / "c.trig", Options(jobs=2)).output.read_bytes() == first
    late = shutil.move(folder / "119.txt", tmp_path / "119.txt")
    assert build([folder, SEEDS], tmp_path / "d.trig").output.read_bytes() != first
    shutil.move(late, folder / "119.txt")
    report = build([folder, SEEDS], tmp_path / "d.trig")
    assert report.output.read_bytes() == first
    assert (report.read, report.cached) == (1, 122)


def test_what_left_is_gone_and_listed(tmp_path: Path) -> None:
    """A removed document takes its facts along, and its cached reading."""
    folder = _corpus(tmp_path / "in", 2)
    build([folder], tmp_path / "g.trig")
    (folder / "000.txt").unlink()
    report = build([folder], tmp_path / "g.trig")
    assert report.removed == ("000.txt",)
    assert "Aa0" not in report.output.read_text("utf-8")
    assert len(list((tmp_path / cache.FOLDER).rglob("*.json"))) == 1


def test_a_damaged_cache_is_read_again(tmp_path: Path) -> None:
    """A cached reading that was cut off is no reading."""
    folder = _corpus(tmp_path / "in", 2)
    first = build([folder], tmp_path / "g.trig").output.read_bytes()
    for path in (tmp_path / cache.FOLDER).rglob("*.json"):
        path.write_bytes(path.read_bytes()[:40])
    report = build([folder], tmp_path / "g.trig")
    assert (report.read, report.output.read_bytes()) == (2, first)


def test_an_interrupted_build_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed while reading, the last good file stands, and what was read is not read again."""
    folder = _corpus(tmp_path / "in", 10)
    output = tmp_path / "g.trig"
    output.write_bytes(b"the last good one")

    def stop(done: int, _everything: int) -> None:
        if done == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([folder], output, progress=stop)
    assert output.read_bytes() == b"the last good one"
    assert build([folder], output).cached >= 4


def test_nothing_readable_leaves_the_old_file(tmp_path: Path) -> None:
    """When no document at all can be read the dataset is not emptied."""
    folder = _corpus(tmp_path / "in", 1)
    before = build([folder], tmp_path / "g.trig").output.read_bytes()
    (folder / "000.txt").unlink()
    with pytest.raises(InputError, match="nothing to read"):
        build([folder], tmp_path / "g.trig")
    assert (tmp_path / "g.trig").read_bytes() == before


def test_corrections_survive_every_build(tmp_path: Path) -> None:
    """People have the last word: what they rejected is gone, what they added is there with its evidence."""
    folder = _corpus(tmp_path / "in", 1)
    lines = ["reject: Aa0 University | cooperatesWith | Bb0 College", "add: Aa0 University | memberOf | Cc Network"]
    lines.append("type: Cc Network = association")
    (tmp_path / "c.txt").write_text("\n".join(lines), "utf-8")
    report = build([folder], tmp_path / "g.trig", Options(corrections=tmp_path / "c.txt"))
    assert report.unused == ()
    assert [(s.fact.relation, s.evidence.quote) for s in report.knowledge.statements] == [("memberOf", lines[1])]


def test_a_document_is_never_overwritten(tmp_path: Path) -> None:
    """A dataset that would take a document's place is refused, and the document stands."""
    path = tmp_path / "a.txt"
    path.write_text("The University of Aa signed an agreement with Bb University.", "utf-8")
    before = path.read_bytes()
    with pytest.raises(UsageError, match="is one of the documents"):
        build([tmp_path], path)
    assert path.read_bytes() == before
