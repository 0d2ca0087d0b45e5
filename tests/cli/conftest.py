"""Runs commands in this process, the way a shell would see them."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from coopgraph.cli import main
from tests.conftest import ROOT


@dataclass(frozen=True)
class Done:
    """What a command left behind: its exit code, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def one_line(self) -> str:
        """Return the one line on stderr; fails where there are more or none, or a traceback."""
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        return lines[0]


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs `coopgraph` with its arguments."""

    def call(*arguments: str | Path) -> Done:
        monkeypatch.setattr(sys, "argv", ["coopgraph", *map(str, arguments)])
        with pytest.raises(SystemExit) as stop:
            main()
        captured = capsys.readouterr()
        assert "Traceback" not in captured.out + captured.err
        return Done(int(stop.value.code or 0), captured.out, captured.err)

    return call


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the dataset of seeds/, built once."""
    from coopgraph.build import build

    return build([ROOT / "seeds"], tmp_path_factory.mktemp("seeds") / "seeds.trig").output
