"""Every document read once: from the cache where it is known, by this process or by several."""

import hashlib
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from coopgraph import documents, reading
from coopgraph.build.cache import ReadingCache
from coopgraph.documents import Found, Problem
from coopgraph.errors import CoopgraphError
from coopgraph.model import Reading

CHUNK = 50  # documents a task: starting a task costs about as much as reading one short document


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: its reading, or the problem that prevented it."""

    name: str
    reading: Reading | None = None
    problem: Problem | None = None
    cached: bool = False


def read_all(found: Sequence[Found], folder: Path, fingerprint: str, jobs: int) -> Iterator[Outcome]:
    """Yield the outcome of each document, in no particular order; each fresh reading is in the cache by then.

    With several jobs a document whose worker died (a crash in a native library, no memory left) is tried once more
    alone, and reported if it kills its worker again.
    """
    chunks = [found[start : start + CHUNK] for start in range(0, len(found), CHUNK)]
    if jobs <= 1 or len(chunks) <= 1:
        for chunk in chunks:
            yield from _read_chunk(chunk, folder, fingerprint)
        return
    lost = yield from _in_parallel(chunks, folder, fingerprint, jobs)
    for chunk in lost:
        for one in chunk:
            killers = yield from _in_parallel([[one]], folder, fingerprint, 1)
            for killer in killers:
                yield Outcome(killer[0].name, problem=Problem(killer[0].name, f"{killer[0].name}: {_KILLED}", "error"))


_KILLED = "its reader crashed; open the document and save it anew, or leave it out"


def _in_parallel(
    chunks: Iterable[Sequence[Found]], folder: Path, fingerprint: str, jobs: int
) -> Generator[Outcome, None, list[Sequence[Found]]]:
    """Yield the outcomes of the chunks; return those chunks whose worker died."""
    lost = []
    # "spawn" is what every system has; a forked worker would inherit threads and open files.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        tasks = {pool.submit(_outcomes, chunk, folder, fingerprint): chunk for chunk in chunks}
        for task in as_completed(tasks):
            try:
                yield from task.result()
            except BrokenProcessPool:
                lost.append(tasks[task])
    return lost


def _outcomes(chunk: Sequence[Found], folder: Path, fingerprint: str) -> list[Outcome]:
    return list(_read_chunk(chunk, folder, fingerprint))


def _read_chunk(chunk: Sequence[Found], folder: Path, fingerprint: str) -> Iterator[Outcome]:
    cache = ReadingCache(folder, fingerprint)
    for one in chunk:
        yield _read_one(one, cache)


def _read_one(found: Found, cache: ReadingCache) -> Outcome:
    try:
        known = cache.get(found.name, _digest(found.path))
        if known is not None:
            return Outcome(found.name, known, cached=True)
        document = documents.read(found.path, found.name)
        if document.language is not None and document.language not in reading.LANGUAGES:
            message = f"{found.name}: written in a language that can't be read yet ({document.language}); left out"
            return Outcome(found.name, problem=Problem(found.name, message, "note"))
        fresh = reading.read(document)
        cache.put(fresh)
        return Outcome(found.name, fresh)
    except CoopgraphError as error:
        return Outcome(found.name, problem=Problem(found.name, str(error), "error"))
    except Exception as error:  # noqa: BLE001  # a bug in reading one document must not lose the others
        message = f"{found.name}: a bug in its reading: {type(error).__name__}: {error}; please report it"
        return Outcome(found.name, problem=Problem(found.name, message, "error"))


def _digest(path: Path) -> str:
    """Return the SHA-256 of the file, or nothing where it can't be read: `documents.read` says why."""
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""
