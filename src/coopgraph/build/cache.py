"""Readings kept beside the dataset, so that an unchanged document is not read again."""

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import msgspec

from coopgraph.errors import InputError
from coopgraph.files import write_whole
from coopgraph.model import Reading

FOLDER = ".coopgraph-cache"


class ReadingCache:
    """A folder of readings, one JSON file each, found by what the reading depends on and by nothing else.

    The key is a hash of the document's name and bytes and of the reader's fingerprint: a changed document, a renamed
    one or a new version of the reader is a miss. A file that was damaged is a miss, too.
    """

    def __init__(self, folder: Path, fingerprint: str) -> None:
        self._folder = folder
        self._fingerprint = fingerprint

    def _path(self, name: str, digest: str) -> Path:
        """Return where the reading of the document with this name and SHA-256 is kept."""
        key = hashlib.sha256("\0".join((self._fingerprint, digest, name)).encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / key[:2] / f"{key}.json"

    def get(self, name: str, digest: str) -> Reading | None:
        """Return the kept reading, or None where there is none that can be used."""
        try:
            return msgspec.json.decode(self._path(name, digest).read_bytes(), type=Reading)
        except (OSError, msgspec.MsgspecError, ValueError):
            return None

    def put(self, reading: Reading) -> None:
        """Keep the reading. Where the folder can't be written it isn't kept, and a later build reads anew."""
        with suppress(InputError):
            write_whole(self._path(reading.source.name, reading.source.digest), msgspec.json.encode(reading))

    def prune(self, readings: Iterable[Reading]) -> None:
        """Remove all but these readings, so that the folder doesn't grow for ever."""
        kept = {self._path(reading.source.name, reading.source.digest) for reading in readings}
        for path in self._folder.glob("*/*.json"):
            if path not in kept:
                path.unlink(missing_ok=True)
