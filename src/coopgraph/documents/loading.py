"""The bytes of a regular file, read once, without ever waiting for a pipe or a device."""

import hashlib
import os
import stat
from io import BufferedReader
from pathlib import Path

from coopgraph.errors import InputError

MAX_BYTES = 512 * 1024 * 1024
"""The largest file that is read; a larger one would not fit into memory several times over, as its text has to."""

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def load(path: Path, name: str) -> bytes:
    """Return the bytes of the file at path.

    Raises InputError, with name in front, where path is not a regular file of at most MAX_BYTES that can be read.
    """
    try:
        with _open(path, name) as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise unreadable(name, error) from error
    if len(data) > MAX_BYTES:
        raise InputError(f"{name}: larger than {MAX_BYTES // 2**20} MiB; split it into smaller files")
    return data


def digest_of(path: Path, name: str) -> str:
    """Return the SHA-256 of the file at path in hexadecimal, in constant memory. Raises InputError as `load` does."""
    try:
        with _open(path, name) as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise unreadable(name, error) from error


def unreadable(name: str, error: OSError) -> InputError:
    """Return the one-line error for a file or folder that the system refuses to open."""
    if isinstance(error, FileNotFoundError):
        return InputError(f"{name}: there is no such file; check the path")
    if isinstance(error, PermissionError):
        return InputError(f"{name}: no permission to read it; change its permissions or leave it out")
    return InputError(f"{name}: can't be read ({error.strerror or type(error).__name__}); check the file")


def _open(path: Path, name: str) -> BufferedReader:
    # Looked at before opening, because opening alone can have an effect on a device, and again afterwards, because
    # the file can be exchanged in between. Without O_NONBLOCK, opening a pipe waits for someone to write.
    _require_regular(path.stat().st_mode, name)
    descriptor = os.open(path, _FLAGS)
    try:
        _require_regular(os.fstat(descriptor).st_mode, name)
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def _require_regular(mode: int, name: str) -> None:
    if stat.S_ISDIR(mode):
        raise InputError(f"{name}: a folder, not a file; give its documents, or the folder to the build")
    if not stat.S_ISREG(mode):
        raise InputError(f"{name}: not a regular file (a pipe, a socket or a device); save its content as a file")
