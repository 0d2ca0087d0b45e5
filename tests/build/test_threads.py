"""Work by threads: everything is told, never too much at once, and whoever stops listening stops it."""

from collections.abc import Callable
from threading import Event, Lock

from hypothesis import given
from hypothesis import strategies as st

from coopgraph.build.threads import in_threads


@given(st.lists(st.integers(), max_size=30), st.integers(1, 5))
def test_everything_is_told(items: list[int], jobs: int) -> None:
    """Each item is worked on once, and all that is told arrives."""

    def twice(item: int, tell: Callable[[int], None]) -> None:
        tell(item)
        tell(item)

    assert sorted(in_threads(twice, items, jobs)) == sorted(items * 2)


def test_never_more_than_allowed() -> None:
    """Three jobs are three items at once, at most."""
    lock, busy, most = Lock(), [0], [0]
    first = Event()

    def work(item: int, tell: Callable[[int], None]) -> None:
        with lock:
            busy[0] += 1
            most[0] = max(most[0], busy[0])
        first.wait(0.01)
        with lock:
            busy[0] -= 1
        tell(item)

    assert len(list(in_threads(work, range(20), 3))) == 20
    assert most[0] <= 3


def test_nobody_listens_any_more() -> None:
    """What has not begun by then is not begun."""
    begun: list[int] = []
    go = Event()

    def work(item: int, tell: Callable[[int], None]) -> None:
        begun.append(item)
        tell(item)
        if item:
            go.wait()

    listening = in_threads(work, range(100), 1)
    next(listening)
    listening.close()
    go.set()
    assert len(begun) <= 2
