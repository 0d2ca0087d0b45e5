"""--names: another recogniser beside the grammar."""

from collections.abc import Iterator, Sequence
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from coopgraph.reading import open_finder
from coopgraph.reading.proposing import GROUP
from tests.cli.conftest import Run


class Firms:
    """A finder that knows one firm."""

    def __init__(self, version: str) -> None:
        self.identity = f"firms {version}"

    def names(self, texts: Sequence[str]) -> Iterator[list[tuple[int, int, str]]]:
        """Yield where the firm stands."""
        for text in texts:
            place = text.find("Quellor")
            yield [(place, place + len("Quellor"), "ORG")] if place >= 0 else []


@pytest.fixture(autouse=True)
def _installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    point = EntryPoint("firms", f"{__name__}:Firms", GROUP)
    monkeypatch.setattr("coopgraph.reading.proposing.finder.entry_points", lambda group: [point] * (group == GROUP))
    open_finder.cache_clear()
    yield
    open_finder.cache_clear()


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """Return a document about a firm that the grammar doesn't know."""
    path = tmp_path / "a.txt"
    path.write_text("Danar University signed an agreement with Quellor in 2021.\n", encoding="utf-8")
    return path


def test_read_and_explain(run: Run, text: Path) -> None:
    """The firm is a party with --names, and not without."""
    assert "Quellor (" not in run("read", text, "--reader", "rules").out
    assert "Danar University + Quellor (agreement" in run("read", text, "--reader", "rules", "--names", "firms:1").out
    assert "named: Danar University, Quellor" in run("read", text, "--explain", "--names", "firms:1").out


def test_the_cache_knows_finder_and_version(run: Run, text: Path, tmp_path: Path) -> None:
    """What was read with another finder, or with another version of it, is read anew."""
    command = ["build", text, "-o", tmp_path / "g.trig"]
    unchanged = [
        "(1 unchanged)" in run(*command, *more).err
        for more in ([], ["--names", "firms:1"], ["--names", "firms:1"], ["--names", "firms:2"], [])
    ]
    assert unchanged == [False, False, True, False, False]


def test_evaluate(run: Run, text: Path, tmp_path: Path) -> None:
    """The gain by a finder can be measured."""
    gold = tmp_path / "gold.json"
    gold.write_text(
        '{"document": "a.txt", "entities": [{"id": "q", "type": "company", "name": "Quellor"}], "facts": []}', "utf-8"
    )
    command = ["evaluate", text, gold, "--misses", "--reader", "rules"]
    assert "entity missed: Quellor" in run(*command).out
    assert "entity missed: Quellor" not in run(*command, "--names", "firms:1").out


@pytest.mark.parametrize("command", ["read", "build"])
def test_a_finder_that_is_not_there(run: Run, text: Path, command: str) -> None:
    """One line names what there is, before anything is read."""
    done = run(command, text, "--names", "flair")
    assert done.code == 2
    assert "there are: firms, gliner, spacy" in done.one_line


@pytest.mark.parametrize("command", ["read", "build"])
def test_a_recogniser_goes_with_a_reader_that_uses_it(command: str, run: Run, text: Path) -> None:
    """A language model finds the names itself: one line says so, before anything is asked."""
    done = run(command, text, "--reader", "llm", "--model", "any", "--names", "firms:1")
    assert (done.code, "--names goes with" in done.err) == (2, True)
