"""Which documents there are below the paths that a user gives, and what they are called."""

import os
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from coopgraph.documents.kinds import SUFFIXES
from coopgraph.documents.loading import digest_of, unreadable
from coopgraph.documents.reader import unsupported
from coopgraph.errors import InputError

_HASH_LENGTHS = (8, 64)  # hexadecimal digits: short enough to read, and all of them where that is not enough


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A document that can be read: what it is called, and where its file is."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A path that gives no document. `message` is the whole line for the user, with `name` in front.

    A "note" is a file of a kind that isn't read; an "error" is one that should have been read and can't be.
    """

    name: str
    message: str
    severity: Literal["note", "error"]


def discover(paths: Sequence[Path]) -> tuple[tuple[Found, ...], tuple[Problem, ...]]:
    """Return the documents at and below paths, and what can't be one; both sorted by name.

    A document's name is its POSIX path below the path given, in Unicode normal form C; a file given itself is called
    by its file name. Neither the order of the paths nor that of a folder's entries matters: a file found in several
    ways is one document under its longest name, files of one name and the same bytes are one document, and files of
    one name and other bytes all take a hash of their content before the suffix. Hidden files are passed over. Links
    to files are followed; links to folders are not entered, so that no walk can loop or leave the path given.
    """
    problems: set[Problem] = set()
    best: dict[str, Found] = {}
    for path in paths:
        for found in _below(path, problems):
            real = os.path.realpath(found.path)
            best[real] = max(best.get(real, found), found, key=lambda one: (one.name.count("/"), one))
    by_name: dict[str, list[Path]] = {}
    for found in sorted(best.values()):
        by_name.setdefault(found.name, []).append(found.path)
    documents = {Found(name, files[0]) for name, files in by_name.items() if len(files) == 1}
    for name, files in by_name.items():
        if len(files) > 1:
            documents.update(_apart(name, files, problems))
    return tuple(sorted(documents)), tuple(sorted(problems))


def _below(path: Path, problems: set[Problem]) -> Iterator[Found]:
    if path.is_dir():
        yield from _walk(path, "", problems)
    elif not os.path.lexists(path):
        name = _clean(str(path))
        problems.add(Problem(name, f"{name}: there is no such file or folder; check the path", "error"))
    else:
        yield from _file(path, _clean(path.name), problems)


def _walk(folder: Path, prefix: str, problems: set[Problem]) -> Iterator[Found]:
    """Yield what is in a folder and all below it. A list of folders, because a tree can be deeper than the stack."""
    waiting = [(folder, prefix)]
    while waiting:
        folder, prefix = waiting.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            name = prefix or _clean(str(folder))
            problems.add(Problem(name, str(unreadable(name, error)), "error"))
            continue
        for entry in entries:
            name = prefix + _clean(entry.name)
            if entry.name.startswith((".", "~$")):  # hidden, and what Word leaves beside an open file
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append((Path(entry.path), f"{name}/"))
            elif Path(entry.path).is_dir():
                message = f"{name}: a link to a folder isn't followed; give the folder itself"
                problems.add(Problem(name, message, "note"))
            else:
                yield from _file(Path(entry.path), name, problems)


def _file(path: Path, name: str, problems: set[Problem]) -> Iterator[Found]:
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in SUFFIXES:
        yield Found(name, path)
    else:
        problems.add(Problem(name, f"{name}: {unsupported(suffix)}", "note"))


def _apart(name: str, files: list[Path], problems: set[Problem]) -> Iterator[Found]:
    """Yield a document for each content among files of one name."""
    contents: dict[str, Path] = {}
    for path in files:
        try:
            contents.setdefault(digest_of(path, name), path)
        except InputError as error:
            problems.add(Problem(name, str(error), "error"))
    if len(contents) == 1:
        yield Found(name, next(iter(contents.values())))
        return
    pure = PurePosixPath(name)
    for length in _HASH_LENGTHS:
        names = {str(pure.with_name(f"{pure.stem}-{digest[:length]}{pure.suffix}")) for digest in contents}
        if len(names) == len(contents):
            break
    for digest, path in contents.items():
        yield Found(str(pure.with_name(f"{pure.stem}-{digest[:length]}{pure.suffix}")), path)


def _clean(name: str) -> str:
    """Return a file's name as text in one line: macOS decomposes letters, and names can be bytes that are no UTF-8."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(c if c.isprintable() else "\ufffd" for c in unicodedata.normalize("NFC", text))
