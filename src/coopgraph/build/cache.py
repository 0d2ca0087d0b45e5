"""Readings kept beside the dataset, so that an unchanged document is not read again."""

import hashlib
from pathlib import Path

import msgspec

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
        self._used: set[str] = set()

    def path(self, name: str, digest: str) -> Path:
        """Return where the reading of the document with this name and SHA-256 is kept."""
        key = hashlib.sha256("\0".join((self._fingerprint, digest, name)).encode("utf-8", "surrogatepass")).hexdigest()
        self._used.add(key)
        return self._folder / key[:2] / f"{key}.json"

    def get(self, name: str, digest: str) -> Reading | None:
        """Return the kept reading, or None where there is none that can be used."""
        try:
            return msgspec.json.decode(self.path(name, digest).read_bytes(), type=Reading)
        except (OSError, msgspec.MsgspecError, ValueError):
            return None

    def put(self, reading: Reading) -> None:
        """Keep the reading; raises InputError where the folder can't be written."""
        write_whole(self.path(reading.source.name, reading.source.digest), msgspec.json.encode(reading))

    def prune(self) -> None:
        """Remove what no document of this build asked for, so that the folder doesn't grow for ever."""
        for path in self._folder.glob("*/*.json"):
            if path.stem not in self._used:
                path.unlink(missing_ok=True)
