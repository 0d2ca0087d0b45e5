"""Writing a file whole or not at all."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from coopgraph.errors import InputError
from coopgraph.files import write_whole


def test_content_and_folders_are_made(tmp_path: Path) -> None:
    """Missing folders are made, and nothing but the file stays behind."""
    write_whole(tmp_path / "a" / "b.txt", [b"one ", b"two"])
    assert (tmp_path / "a" / "b.txt").read_bytes() == b"one two"
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.txt"]


def test_a_writer_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    """Content that breaks off half way changes nothing."""

    def broken() -> Iterator[bytes]:
        yield b"half"
        raise RuntimeError

    path = tmp_path / "a.txt"
    write_whole(path, b"old")
    with pytest.raises(RuntimeError):
        write_whole(path, broken())
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    """A file where a folder is needed ends in an error that names the place."""
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(InputError, match="can't be written"):
        write_whole(tmp_path / "file" / "x.txt", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_a_new_file_is_readable_by_others(tmp_path: Path) -> None:
    """The file has the permissions that the umask gives, not those of a temporary file."""
    write_whole(tmp_path / "a.txt", b"")
    (tmp_path / "b.txt").write_bytes(b"")
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "b.txt").stat().st_mode


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_what_is_no_file_is_never_replaced(tmp_path: Path) -> None:
    """A pipe stands for all devices: even who may replace /dev/null is stopped, and a folder or a link to one, too."""
    pipe, folder, link = tmp_path / "pipe", tmp_path / "folder", tmp_path / "link"
    os.mkfifo(pipe)
    folder.mkdir()
    link.symlink_to(pipe)
    for path in (pipe, folder, link):
        with pytest.raises(InputError, match="can't be written"):
            write_whole(path, b"new")
    assert pipe.is_fifo()
    assert folder.is_dir()
    assert link.is_symlink()
