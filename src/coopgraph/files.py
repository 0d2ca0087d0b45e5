"""Writing a file whole or not at all."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from coopgraph.errors import InputError


def write_whole(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Put content at path; a reader sees the old file or the new one, and a killed writer leaves the old one.

    Missing parent folders are made. Raises InputError where the place can't be written.
    """
    chunks = [content] if isinstance(content, bytes) else content
    temporary = ""
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
