"""The wheel: installed in a bare environment, without the checkout, it does what the checkout does."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from coopgraph.build import build
from tests.conftest import ROOT


def _run(*command: str | Path, cwd: Path) -> str:
    environment = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the `coopgraph` of a new environment that holds the wheel and the runtime dependencies only."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "build", "--wheel", "--outdir", folder / "dist", ROOT, cwd=folder)
    venv.create(folder / "env", with_pip=True)
    scripts = folder / "env" / ("Scripts" if sys.platform == "win32" else "bin")
    python = scripts / ("python.exe" if sys.platform == "win32" else "python")
    wheel = next((folder / "dist").glob("*.whl"))
    _run(python, "-m", "pip", "install", "-q", "--require-hashes", "-r", ROOT / "requirements.lock", cwd=folder)
    _run(python, "-m", "pip", "install", "-q", "--no-deps", wheel, cwd=folder)
    return scripts / "coopgraph"


def test_an_installed_coopgraph_works_without_the_checkout(installed: Path, tmp_path: Path) -> None:
    """The main commands run from the wheel: ontology, named queries and the page's assets are inside."""
    seeds = ROOT / "seeds"
    _run(installed, "build", seeds, cwd=tmp_path)
    ours = build([seeds], tmp_path / "checkout.trig").output
    assert (tmp_path / "graphs" / "cooperation.trig").read_bytes() == ours.read_bytes()
    assert "Ha Long University" in _run(installed, "partners", cwd=tmp_path)
    assert "VIETMUS" in _run(installed, "show", "Ha Long University", cwd=tmp_path)
    assert len(_run(installed, "query", "--list", cwd=tmp_path).splitlines()) >= 12
    _run(installed, "check", cwd=tmp_path)
    _run(installed, "view", "-o", "page.html", cwd=tmp_path)
    assert "vis" in (tmp_path / "page.html").read_text(encoding="utf-8")
    _run(installed, "export", "--to", "jsonld", "-o", "graph.jsonld", cwd=tmp_path)
    assert (tmp_path / "graph.jsonld").stat().st_size > 0


def test_every_console_script_loads() -> None:
    """Each entry point of the distribution names something that is there."""
    from importlib.metadata import distribution

    points = distribution("coopgraph").entry_points
    assert [point.name for point in points] == ["coopgraph"]
    assert all(callable(point.load()) for point in points)
