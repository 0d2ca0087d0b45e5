"""Work on many items by several processes, of which any may die."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 50  # items a task: handing over a task costs about as much as reading one short document


@dataclass(frozen=True, slots=True)
class Lost(Generic[Item]):
    """An item whose worker died: a crash in a native library, no memory left."""

    item: Item


def work(function: Callable[[Item], Result], items: Sequence[Item], jobs: int) -> Iterator[Result | Lost[Item]]:
    """Yield what the function returns for each item, in no particular order.

    With one job, or few items, this process does the work itself. Otherwise function, items and results are pickled;
    where a worker dies its chunk is tried again in halves, until the item that kills it is alone: it comes as Lost.
    """
    chunks = [items[start : start + CHUNK] for start in range(0, len(items), CHUNK)]
    if jobs <= 1 or len(chunks) <= 1:
        yield from map(function, items)
        return
    broken = yield from _in_parallel(function, chunks, jobs)
    while broken:
        chunk = broken.pop()
        if not (yield from _in_parallel(function, [chunk], 1)):
            continue
        if len(chunk) == 1:
            yield Lost(chunk[0])
        else:
            broken += [chunk[: len(chunk) // 2], chunk[len(chunk) // 2 :]]


def _in_parallel(
    function: Callable[[Item], Result], chunks: Iterable[Sequence[Item]], jobs: int
) -> Generator[Result, None, list[Sequence[Item]]]:
    """Yield the results of the chunks; return the chunks that a dying worker took along."""
    broken = []
    # "spawn" is what every system has; a forked worker would inherit threads and open files.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        tasks = {pool.submit(_each, function, chunk): chunk for chunk in chunks}
        try:
            for task in as_completed(tasks):
                try:
                    yield from task.result()
                except BrokenProcessPool:
                    broken.append(tasks[task])
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)  # whoever stops us doesn't want to wait for the rest
            raise
    return broken


def _each(function: Callable[[Item], Result], chunk: Sequence[Item]) -> list[Result]:
    return [function(item) for item in chunk]
