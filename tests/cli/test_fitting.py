"""Tables in terminals of any width."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.cli import output
from coopgraph.cli.fitting import fitted

HEADERS = ("", "name", "value", "partners", "memberships", "projects", "status", "id")
ROW = ("1", "Hanoi University of Science and Technology", "7", "7", "", "0", "stated", "https://example.org/id/hanoi")


def shown(width: int, *rows: tuple[str, ...]) -> list[str]:
    """Return the headers that a table of the rows has at a width."""
    return [
        HEADERS[place] for place in fitted(HEADERS, rows, width, ("id", "status", "projects"), {"value": "partners"})
    ]


def test_needless_columns_are_left_out_at_any_width() -> None:
    """Empty columns, those of nothing but 0 that can be spared, and twins tell nothing; a table of nothing has all."""
    assert shown(500, ROW) == ["", "name", "partners", "status", "id"]
    assert shown(500, ROW, ("2", "Hue", "7.5", "7", "", "1", "", "")) == [
        "", "name", "value", "partners", "projects", "status", "id",
    ]  # fmt: skip
    assert shown(500) == [header for header in HEADERS if header != "value"]
    assert fitted(("n",), [("",)], 80, (), {}) == {0: 1}


def test_narrow_terminals_go_without_the_first_to_spare() -> None:
    """Columns go in the order of `spare`, as few as need be, and no word of a name is broken."""
    assert shown(60, ROW) == ["", "name", "partners", "status", "id"]
    assert shown(50, ROW) == ["", "name", "partners", "status"]
    assert shown(24, ROW) == ["", "name", "partners"]
    assert fitted(HEADERS, [ROW], 50, ("id",), {})[1] >= len("University")


texts = st.text("ab 漢", max_size=40)


@given(st.lists(st.tuples(texts, texts, texts), max_size=5), st.integers(1, 200))
def test_no_header_is_cut_and_the_width_is_kept(rows: list[tuple[str, ...]], width: int) -> None:
    """Whatever the cells, headers stay whole, and the table is as wide as asked wherever the headers let it."""
    headers = ("agreements", "name", "quote")
    widths = fitted(headers, rows, width, ("quote",), {})
    assert widths
    assert all(own >= len(headers[place]) for place, own in widths.items())
    assert sum(widths.values()) + len(widths) - 1 <= max(width, len(" ".join(headers)))


@pytest.mark.parametrize("width", [40, 80])
def test_a_terminal_gets_a_table_of_its_width(
    width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a terminal no line is wider than it, words stay whole, and what was left out is named on stderr."""
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    output.table(HEADERS, [ROW], spare=("id", "status"), twins={"value": "partners"})
    captured = capsys.readouterr()
    plain = re.sub("\x1b\\[[0-9;]*m", "", captured.out)
    assert max(map(len, plain.splitlines())) <= width
    assert {"Hanoi", "University", "Technology", "partners"} <= set(plain.split())
    assert ("without id" in captured.err) == (width == 40)
