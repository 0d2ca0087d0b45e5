"""What holds for the whole house: import direction, size of files, light start, documentation of commands."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SOURCES = sorted((ROOT / "src").rglob("*.py"))


def test_imports_follow_the_contract() -> None:
    """Imports go down the way of the data, and each heavy library has one home."""
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_holds_one_idea(path: Path) -> None:
    """No source file is over 400 lines, and each begins by saying what it holds."""
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    assert ast.get_docstring(ast.parse(text))


def test_help_starts_light() -> None:
    """`coopgraph --help` imports neither rdflib nor networkx nor pyvis, nor the engine or the readers."""
    heavy = ["rdflib", "networkx", "pyvis", "pyoxigraph", "numpy", "scipy", "rich", "trafilatura", "pyshacl", "babel"]
    code = (
        "import sys\nfrom coopgraph.cli import coopgraph\n"
        "coopgraph.main(['--help'], standalone_mode=False)\n"
        f"print([name for name in {heavy} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stderr.strip() == "[]"
    assert "build" in done.stdout


def test_a_question_loads_no_reader() -> None:
    """Whoever asks a dataset waits neither for the reader's rules nor for tables of countries."""
    heavy = ["coopgraph.reading", "coopgraph.documents", "pycountry", "babel", "rapidfuzz", "rdflib", "networkx"]
    code = f"import sys, coopgraph.queries, coopgraph.store\nprint([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stdout.strip() == "[]"
