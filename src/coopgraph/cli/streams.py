"""The standard streams: in what encoding, closed ones, and readers who have seen enough."""

import os
import sys
from pathlib import Path


def prepare() -> None:
    """Make the standard streams take any text; what is said to a closed stream goes nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started us (`>&-`)
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        # A console in another encoding than UTF-8 shows a replacement rather than failing on a name.
        stream.reconfigure(errors="replace" if stream.isatty() else "backslashreplace")  # type: ignore[union-attr]
    if not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")  # type: ignore[union-attr]


def abandon() -> None:
    """Let what stdout still holds go nowhere, so that Python doesn't fail on it at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
