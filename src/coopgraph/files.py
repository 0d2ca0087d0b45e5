"""Writing a file whole or not at all."""

import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

from coopgraph.errors import InputError


def write_whole(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Put content at path; a reader sees the old file or the new one, and a killed writer leaves the old one.

    Missing parent folders are made. Raises InputError where the place can't be written, and for a folder, a device or
    a pipe: a file is never put in their place.
    """
    chunks = [content] if isinstance(content, bytes) else content
    temporary = ""
    _require_file(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(chunks)
            stream.flush()
            os.fsync(stream.fileno())
        umask = os.umask(0)
        os.umask(umask)
        Path(temporary).chmod(0o666 & ~umask)
        Path(temporary).replace(path)
        temporary = ""
    except OSError as error:
        raise InputError(f"{path}: can't be written ({error.strerror}); choose another place with -o") from error
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)


def _require_file(path: Path) -> None:
    """Raise InputError where something else than a file stands at path: replacing /dev/null would break a system."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):  # nothing there, or nowhere to be: the writing itself says what is wrong
        return
    if not stat.S_ISREG(mode):
        what = "a folder" if stat.S_ISDIR(mode) else "a device or a pipe"
        raise InputError(f"{path}: can't be written (it is {what}); choose another place with -o")
