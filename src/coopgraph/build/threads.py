"""Work on many items by several threads of this process: for work that waits for others."""

from collections.abc import Callable, Generator, Sequence
from queue import Empty, Queue
from threading import Event, Thread
from typing import TypeVar

Item = TypeVar("Item")
Told = TypeVar("Told")

_LOOK = 0.5  # seconds between looks at whether somebody wants to stop us, where waiting can't be interrupted


def in_threads(
    function: Callable[[Item, Callable[[Told], None]], None], items: Sequence[Item], jobs: int
) -> Generator[Told, None, None]:
    """Yield what the function tells about each item, as it is told; `function(item, tell)` must not raise.

    At most `jobs` items are worked on at once, and taken up in their order. Whoever stops listening stops the work; a
    thread that still waits doesn't keep the program alive.
    """
    waiting: Queue[Item] = Queue()
    told: Queue[Told | None] = Queue()
    stopped = Event()
    for item in items:
        waiting.put(item)

    def run() -> None:
        while not stopped.is_set():
            try:
                function(waiting.get_nowait(), told.put)
            except Empty:
                break
        told.put(None)

    threads = [Thread(target=run, daemon=True) for _ in range(min(jobs, len(items)))]
    for thread in threads:
        thread.start()
    left = len(threads)
    try:
        while left:
            try:
                one = told.get(timeout=_LOOK)
            except Empty:
                continue
            if one is None:
                left -= 1
            else:
                yield one
    finally:
        stopped.set()
