"""Every document read once: from the cache where it is known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from coopgraph import documents, reading
from coopgraph.build.cache import ReadingCache
from coopgraph.build.workers import Lost, work
from coopgraph.documents import Found, Problem
from coopgraph.documents.loading import digest_of
from coopgraph.errors import CoopgraphError, one_line
from coopgraph.model import Reading


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: its reading, or the problem that prevented it."""

    name: str
    reading: Reading | None = None
    problem: Problem | None = None
    cached: bool = False


def read_all(
    found: Sequence[Found],
    cache: ReadingCache | None,
    jobs: int,
    reader: reading.Reader = reading.DEFAULT,
    names: str | None = None,
) -> Iterator[Outcome]:
    """Yield the outcome of each document, in no particular order; each fresh reading is in the cache by then.

    Without a cache every document is read, and nothing is written. `names` is what `reading.open_finder` takes: each
    worker opens the finder for itself. The cache has to know of it, too.
    """
    for result in work(partial(_read, cache, reader, names), found, jobs):
        if isinstance(result, Lost):
            name = result.item.name
            message = f"{name}: its reader crashed; open the document and save it anew, or leave it out"
            yield Outcome(name, problem=Problem(name, message, "error"))
        else:
            yield result


def _read(cache: ReadingCache | None, reader: reading.Reader, names: str | None, found: Found) -> Outcome:
    try:
        known = cache.get(found.name, digest_of(found.path, found.name)) if cache else None
        if known is not None:
            return Outcome(found.name, known, cached=True)
        document = documents.read(found.path, found.name)
        if document.language is not None and document.language not in reading.LANGUAGES:
            message = f"{found.name}: written in a language that can't be read yet ({document.language}); left out"
            return Outcome(found.name, problem=Problem(found.name, message, "note"))
        fresh = reading.read(document, reader, reading.open_finder(names) if names else None)
        if cache:
            cache.put(fresh)
        return Outcome(found.name, fresh)
    except CoopgraphError as error:
        return Outcome(found.name, problem=Problem(found.name, str(error), "error"))
    except Exception as error:  # noqa: BLE001  # a bug in reading one document must not lose the others
        message = f"{found.name}: a bug in its reading: {type(error).__name__}: {one_line(error)}; please report it"
        return Outcome(found.name, problem=Problem(found.name, message, "error"))
