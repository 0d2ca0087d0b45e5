"""Comparisons of what is kept with what another processor reads: its confidences may lie a little higher or lower.

The name of a piece of evidence follows from its confidence, and pieces of evidence stand in the order of their names.
"""

import csv
import re

import pytest

APART = 0.05  # how far the confidences of two processors may lie apart

_EVIDENCE = re.compile(r"^evidence:[0-9a-f]+$", re.MULTILINE)
_CONFIDENCE = re.compile(r"coop:confidence [0-9.]+")


def graph(trig: str) -> list[str]:
    """Return the resources of a written graph, sorted, without confidences and without the names of evidence."""
    return sorted(_CONFIDENCE.sub("", _EVIDENCE.sub("", trig)).split("\n\n"))


def assert_same_rows(one: str, other: str) -> None:
    """Check that two tables (CSV) have the same rows, in any order, but for confidences that lie a little apart."""
    (head, rows), (other_head, other_rows) = _parted(one), _parted(other)
    assert head == other_head
    assert [words for words, _ in rows] == [words for words, _ in other_rows]
    assert [sure for _, sure in rows] == [pytest.approx(sure, abs=APART) for _, sure in other_rows]


def _parted(table: str) -> tuple[list[str], list[tuple[list[str], list[float]]]]:
    """Return the header, and of each row, sorted, the cells that aren't confidences, and the confidences."""
    head, *rows = csv.reader(table.splitlines())
    sure = [column for column, name in enumerate(head) if name == "confidence"]
    words = [column for column in range(len(head)) if column not in sure]
    return head, sorted(([row[column] for column in words], [float(row[column]) for column in sure]) for row in rows)
