"""What commands print, whatever stands in a cell."""

import csv
import json

import pytest

from coopgraph.cli.output import comma_separated, counted, json_lines, table
from tests.exports.graphs import FORMULAS

HOSTILE = "Name\x1b[31m\u202e\twith\nlines"


def test_a_table_is_one_line_a_row(capsys: pytest.CaptureFixture[str]) -> None:
    """Controls and marks that turn text can do nothing to a terminal, and no cell opens another."""
    table(("a", "b"), [(HOSTILE, None), (["x", "y"], 0.123456)])
    assert capsys.readouterr().out == "a\tb\nName [31m with lines\t\nx; y\t0.1235\n"


@pytest.mark.parametrize("text", FORMULAS)
def test_formulas_are_disarmed(capsys: pytest.CaptureFixture[str], text: str) -> None:
    """What a spreadsheet would compute gets an apostrophe before it; numbers stay."""
    comma_separated(("a", "b"), [(text, -1)])
    _, row = csv.reader(capsys.readouterr().out.splitlines())
    assert row == [f"'{text.strip()}", "-1"]


def test_counts_have_their_number() -> None:
    """One of a thing stands in the singular."""
    assert [counted(1, "tie"), counted(0, "tie"), counted(2, "party", "parties")] == ["1 tie", "0 ties", "2 parties"]


def test_json_is_an_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    """JSON keeps what a cell holds."""
    json_lines([{"a": HOSTILE}, {"a": None}])
    assert [json.loads(line)["a"] for line in capsys.readouterr().out.splitlines()] == [HOSTILE, None]
