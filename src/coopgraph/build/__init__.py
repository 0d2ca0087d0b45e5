"""The order of the stages: files → documents → readings → one node for one thing → dataset → file."""

import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from coopgraph import documents, identity, vocabulary
from coopgraph.build.cache import FOLDER, ReadingCache
from coopgraph.build.reading import Outcome, read_all
from coopgraph.documents import Found, Problem
from coopgraph.errors import CoopgraphError, InputError, UsageError
from coopgraph.files import write_whole
from coopgraph.model import Knowledge
from coopgraph.reading import DEFAULT, open_finder
from coopgraph.reading import Reader as Offline
from coopgraph.store import open_store
from coopgraph.vocabulary.namespaces import DEFAULT_BASE

if TYPE_CHECKING:
    from coopgraph.build.asking import Asking
    from coopgraph.build.joined import Asked

Reader = Offline | Literal["llm", "both"]
"""Who reads: one of the offline readers, a language model, or the model and the default offline reader together."""

# Libraries that decide what text or which names a document yields: another version is another reading.
_READERS = ("babel", "charset-normalizer", "py3langid", "pycountry", "pypdfium2", "python-docx", "trafilatura")


@dataclass(frozen=True, slots=True)
class Options:
    """How to build: the base of all IRIs, the corrections file, how many processes read offline, and who reads.

    The readers "llm" and "both" need `asking`, the language model. `names` is a finder of names that the offline
    readers heed beside the grammar, as `coopgraph.reading.open_finder` takes it.
    """

    base: str = DEFAULT_BASE
    corrections: Path | None = None
    jobs: int = 1
    reader: Reader = DEFAULT
    asking: "Asking | None" = None
    names: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did. `removed` names the documents that the dataset held before and doesn't now."""

    output: Path
    read: int
    cached: int
    problems: tuple[Problem, ...]
    removed: tuple[str, ...]
    unused: tuple[identity.Unused, ...]
    knowledge: Knowledge
    asked: "Asked | None" = None

    @property
    def failed(self) -> bool:
        """Whether an input could not be read, or not by the language model that was to read it."""
        halted = self.asked is not None and self.asked.halted is not None
        return halted or any(problem.severity == "error" for problem in self.problems)


def build(
    paths: Sequence[Path],
    output: Path,
    options: Options | None = None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Report:
    """Read the documents under paths, which are the whole input, and put the dataset at output, whole or not at all.

    The bytes written depend on the documents, the corrections, the base and the reader alone, for a language model on
    its answers, too. `progress` is told how many documents of how many are done, or how many questions to a model. A
    document that can't be read is a problem in the report and loses nothing of the rest.
    Raises InputError where no document at all can be read, the output can't be written, or no model is named, and
    UsageError where the output is one of the documents; the old file stands then.
    """
    options = options or Options()
    corrections = identity.read_corrections(options.corrections) if options.corrections else identity.Corrections()
    before = _documents(output)
    found, problems = documents.discover(paths)
    if any(os.path.realpath(one.path) == os.path.realpath(output) for one in found):
        raise UsageError(f"{output}: is one of the documents; choose another place for the dataset with -o")
    folder = output.parent / FOLDER / output.name
    offline: Offline = "rules" if options.reader == "rules" else DEFAULT
    beside = f" {open_finder(options.names).identity}" if options.names else ""
    cache = ReadingCache(folder, f"{fingerprint()} {offline}{beside}")
    asking = _asking(options)
    model = asking.open(folder) if asking else None
    outcomes = [] if options.reader == "llm" else _read_offline(found, cache, options, offline, progress)
    asked = None
    if asking and model:
        from coopgraph.build.joined import read_with_model  # nothing of it is loaded unless it is asked for

        alone = options.reader == "llm"
        outcomes, asked = read_with_model(found, None if alone else outcomes, model, asking, progress)
    problems = (*problems, *(o.problem for o in outcomes if o.problem), *(asked.problems if asked else ()))
    problems = tuple(sorted(problems, key=lambda p: (p.name, p.message)))
    readings = sorted((o.reading for o in outcomes if o.reading), key=lambda r: r.source.name)
    if not readings:
        raise InputError(asked.halted if asked and asked.halted else _nothing(paths, problems))
    resolution = identity.explain(readings, corrections)
    write_whole(output, vocabulary.trig(vocabulary.to_dataset(resolution.knowledge, options.base)))
    if options.reader != "llm":  # which leaves alone what the others keep
        cache.prune(readings)
    cached = sum(outcome.cached for outcome in outcomes)
    unread = {one.name for one in found} if asked and asked.halted else set()
    removed = tuple(sorted(before - unread - {source.name for source in resolution.knowledge.sources}))
    knowledge = resolution.knowledge
    return Report(output, len(readings) - cached, cached, problems, removed, resolution.unused, knowledge, asked)


def _read_offline(
    found: Sequence[Found], cache: ReadingCache, options: Options, reader: Offline, progress: Callable[[int, int], None]
) -> list[Outcome]:
    """Return what became of each document."""
    outcomes: list[Outcome] = []
    progress(0, len(found))
    for outcome in read_all(found, cache, options.jobs, reader, options.names):
        outcomes.append(outcome)
        progress(len(outcomes), len(found))
    return outcomes


def _asking(options: Options) -> "Asking | None":
    """Return the language model to ask; None for the offline readers. Raises UsageError where one is needed."""
    if options.reader not in ("llm", "both"):
        return None
    if options.asking is None:
        raise UsageError(f"the reader {options.reader} needs a language model; name one")
    return options.asking


def fingerprint() -> str:
    """Return a hash of everything but the document that a reading depends on: our readers' source, the libraries'."""
    digest = hashlib.sha256("\n".join(f"{name} {version(name)}" for name in _READERS).encode())
    for package in ("coopgraph.model", "coopgraph.documents", "coopgraph.reading"):
        place = Path(str(import_module(package).__file__))
        for path in sorted(place.parent.rglob("*")) if place.name == "__init__.py" else [place]:
            if path.is_file() and path.suffix != ".pyc":
                digest.update(f"{path.relative_to(place.parent).as_posix()}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def _documents(dataset: Path) -> set[str]:
    """Return the names of the documents that an earlier build put there; none where there is no readable one."""
    query = "SELECT DISTINCT ?name { GRAPH ?document { ?document dcterms:identifier ?name } }"
    try:
        return {name for (name,) in open_store(dataset).select(query).texts() if name} if dataset.exists() else set()
    except CoopgraphError:
        return set()


def _nothing(paths: Sequence[Path], problems: Sequence[Problem]) -> str:
    places = ", ".join(str(path) for path in paths)
    why = "; ".join(problem.message for problem in problems[:3]) or "no document there"
    return f"{places}: nothing to read ({why}); give text, Markdown, HTML, PDF or Word files, or a folder of them"
