"""Files that are no files, and files that can't be read."""

import hashlib
import os
import sys
from pathlib import Path

import pytest

from coopgraph.documents import loading, read
from coopgraph.errors import InputError


def refused(path: Path) -> str:
    """Return why the file at path can't be read."""
    with pytest.raises(InputError) as caught:
        read(path, path.name)
    return str(caught.value)


def test_the_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    """The digest of a document is what sha256sum says of its file."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfUniversity\r\n")
    assert read(path, "a.txt").digest == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    """A folder called like a document is refused."""
    (tmp_path / "a.txt").mkdir()
    assert refused(tmp_path / "a.txt").startswith("a.txt: a folder, not a file; ")


def test_a_file_that_vanishes_is_told(tmp_path: Path) -> None:
    """A file that is gone since it was found is one line."""
    assert refused(tmp_path / "a.txt") == "a.txt: there is no such file; check the path"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_never_blocks(tmp_path: Path) -> None:
    """A pipe that nobody writes to is refused at once."""
    os.mkfifo(tmp_path / "a.txt")
    assert refused(tmp_path / "a.txt").startswith("a.txt: not a regular file (a pipe, ")


@pytest.mark.skipif(sys.platform == "win32", reason="no such device")
def test_a_device_is_refused(tmp_path: Path) -> None:
    """An endless device behind a link is not read."""
    (tmp_path / "a.txt").symlink_to("/dev/zero")
    assert refused(tmp_path / "a.txt").startswith("a.txt: not a regular file")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="permissions don't bind here")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    """A file that may not be read is one line with the next step."""
    path = tmp_path / "a.txt"
    path.write_text("x", encoding="utf-8")
    path.chmod(0)
    assert refused(path) == "a.txt: no permission to read it; change its permissions or leave it out"


def test_what_the_system_refuses_is_told() -> None:
    """Each refusal of the system is one line that names the document, what is wrong and the next step."""
    wanted = "a.txt: no permission to read it; change its permissions or leave it out"
    assert str(loading.unreadable("a.txt", PermissionError(13, "Permission denied"))) == wanted
    wanted = "a.txt: can't be read (Input/output error); check the file"
    assert str(loading.unreadable("a.txt", OSError(5, "Input/output error"))) == wanted


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than the limit is ever read."""
    monkeypatch.setattr(loading, "MAX_BYTES", 2**20)
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * (2**20 + 1))
    assert refused(path) == "a.txt: larger than 1 MiB; split it into smaller files"


def test_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    """A file of a kind that isn't read is told so, and which kinds are."""
    path = tmp_path / "a.csv"
    path.write_text("x", encoding="utf-8")
    assert refused(path).startswith("a.csv: .csv files can't be read yet; kinds that can: .txt")


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf"])
def test_a_file_without_text_is_refused(tmp_path: Path, content: bytes) -> None:
    """An empty document is told, not silently empty."""
    path = tmp_path / "a.md"
    path.write_bytes(content)
    assert refused(path) == "a.md: holds no text; leave it out or give the text itself"
