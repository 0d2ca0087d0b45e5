"""Work on many items: nothing is lost, and a worker that dies costs one item."""

import os
from functools import partial
from pathlib import Path

import pytest

from coopgraph.build.workers import CHUNK, Lost, work

DEADLY = CHUNK + 7


def _square(number: int) -> int:
    return number * number


def _fragile(here: int, number: int) -> int:
    """Kill the worker, but never the test itself, at one number."""
    if number == DEADLY and os.getpid() != here:
        os._exit(1)
    return number


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_item_has_its_result(jobs: int) -> None:
    """Chunks of any number are done once each."""
    numbers = range(2 * CHUNK + 1)
    assert sorted(r for r in work(_square, numbers, jobs) if isinstance(r, int)) == [n * n for n in numbers]


def test_a_worker_that_dies_costs_one_item() -> None:
    """The item that kills its worker is found by halving; all others are done."""
    results = list(work(partial(_fragile, os.getpid()), range(2 * CHUNK), 2))
    assert [r.item for r in results if isinstance(r, Lost)] == [DEADLY]
    assert sorted({r for r in results if isinstance(r, int)}) == [n for n in range(2 * CHUNK) if n != DEADLY]
    assert len(results) == 2 * CHUNK


def test_what_a_function_raises_is_raised(tmp_path: Path) -> None:
    """An error of the function is no dead worker."""
    with pytest.raises(FileNotFoundError):
        list(work(Path.read_text, [tmp_path / "no"] * (CHUNK + 1), 2))
