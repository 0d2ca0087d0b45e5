"""Writes docs/reference/commands.md: the help of every command, as a user sees it."""

from pathlib import Path

import click
from click.testing import CliRunner

from coopgraph.cli import coopgraph
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "reference" / "commands.md"
_HEAD = """# Commands

What `coopgraph COMMAND --help` prints. Data goes to stdout, progress and notes to stderr; `-` stands for a stream. \
In a pipe, tables are tab-separated
text.

| exit code | meaning |
| --- | --- |
| 0 | fine; files of an unsupported kind or language are noted |
| 1 | a name or a query that matches nothing, or `check` found violations |
| 2 | wrong use, a malformed or refused query, a name that several things have |
| 3 | an input or the source failed; the rest is written |
| 4 | a bug in coopgraph; `COOPGRAPH_DEBUG=1` shows where |
"""


def render() -> str:
    """Return the page."""
    runner = CliRunner()
    parts = [_HEAD]
    for name, command in coopgraph.commands.items():
        assert isinstance(command, click.Command)
        shown = runner.invoke(coopgraph, [name, "--help"], prog_name="coopgraph", terminal_width=100)
        parts.append(f"## {name}\n\n```text\n{shown.output.strip()}\n```\n")
    return "\n".join(parts)


def write(page: Path = PAGE) -> None:
    """Renew the page."""
    page.write_text(render(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
