"""Which documents are found, and what they are called."""

import os
import sys
from pathlib import Path

import pytest

from coopgraph.documents import Found, Problem, discover


def tree(root: Path, files: dict[str, str]) -> Path:
    """Write files below root."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return root


def names(*paths: Path) -> list[str]:
    """Return the names of the documents below paths, where nothing is wrong."""
    found, problems = discover(paths)
    assert problems == ()
    return [document.name for document in found]


def test_documents_are_named_by_their_path_below_the_one_given(tmp_path: Path) -> None:
    """A folder is walked, and the names are sorted POSIX paths below it."""
    tree(tmp_path, {"b.txt": "b", "a/deep/c.MD": "c", "a.html": "a"})
    found, problems = discover([tmp_path])
    assert problems == ()
    assert found == (
        Found("a.html", tmp_path / "a.html"),
        Found("a/deep/c.MD", tmp_path / "a" / "deep" / "c.MD"),
        Found("b.txt", tmp_path / "b.txt"),
    )


def test_a_file_given_itself_is_called_by_its_name(tmp_path: Path) -> None:
    """The folders above a file that is given don't count."""
    tree(tmp_path, {"x/y/a.txt": "a"})
    assert names(tmp_path / "x" / "y" / "a.txt") == ["a.txt"]


def test_a_file_found_twice_is_one_document(tmp_path: Path) -> None:
    """A file given beside its folder, or a folder given twice, adds nothing, in whatever order."""
    tree(tmp_path, {"x/a.txt": "a"})
    assert names(tmp_path, tmp_path / "x", tmp_path / "x" / "a.txt", tmp_path) == ["x/a.txt"]
    assert names(tmp_path / "x" / "a.txt", tmp_path) == ["x/a.txt"]


def test_one_name_and_one_content_are_one_document(tmp_path: Path) -> None:
    """A copy of a document in another folder given is the same document."""
    tree(tmp_path, {"x/a.txt": "a", "y/a.txt": "a"})
    assert names(tmp_path / "x", tmp_path / "y") == ["a.txt"]


def test_one_name_and_two_contents_take_a_hash(tmp_path: Path) -> None:
    """Files that clash are told apart by their content, so that the order of the paths doesn't matter."""
    tree(tmp_path, {"x/a.txt": "one", "y/a.txt": "two"})
    there = discover([tmp_path / "x", tmp_path / "y"])
    assert there == discover([tmp_path / "y", tmp_path / "x"])
    assert [document.name for document in there[0]] == ["a-3fc4ccfe.txt", "a-7692c3ad.txt"]
    assert there[0][1].path.read_text(encoding="utf-8") == "one"


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    """What begins with a dot, and what Word leaves beside an open document, is not looked at."""
    tree(tmp_path, {".a.txt": "a", ".git/b.txt": "b", "~$c.docx": "c", "d.txt": "d"})
    assert names(tmp_path) == ["d.txt"]


def test_kinds_that_are_not_read_are_noted(tmp_path: Path) -> None:
    """Each file of another kind is one line, a note and no error."""
    tree(tmp_path, {"a.csv": "a", "b.xlsx": "b", "c.png": "c", "d": "d"})
    found, problems = discover([tmp_path])
    assert found == ()
    assert [(problem.name, problem.severity) for problem in problems] == [
        (name, "note") for name in ("a.csv", "b.xlsx", "c.png", "d")
    ]
    assert problems[0].message.startswith("a.csv: .csv files can't be read yet; kinds that can: .txt .md")
    assert problems[3].message.startswith("d: files without a suffix can't be read yet")


def test_a_path_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """A mistyped path is told, with what to do."""
    name = str(tmp_path / "nowhere")
    assert discover([Path(name)])[1] == (
        Problem(name, f"{name}: there is no such file or folder; check the path", "error"),
    )


def test_an_empty_folder_holds_nothing(tmp_path: Path) -> None:
    """An empty folder gives neither documents nor problems."""
    assert discover([tmp_path]) == ((), ())


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_links_to_folders_are_noted_and_links_to_files_followed(tmp_path: Path) -> None:
    """A loop of links ends, and a link to a file is read under the link's name unless the file itself is there."""
    tree(tmp_path, {"in/a.txt": "a", "out/b.txt": "b", "out/c": "c"})
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "d.txt").symlink_to(tmp_path / "out" / "c")
    (tmp_path / "in" / "e.txt").symlink_to(tmp_path / "in" / "e.txt")
    found, problems = discover([tmp_path / "in"])
    assert [document.name for document in found] == ["a.txt", "d.txt", "e.txt"]
    assert [(problem.name, problem.severity) for problem in problems] == [("loop", "note")]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="permissions don't bind here")
def test_a_folder_without_permission_is_an_error(tmp_path: Path) -> None:
    """What can't be listed is told, and the rest is found."""
    tree(tmp_path, {"a/x.txt": "x", "b.txt": "b"})
    (tmp_path / "a").chmod(0)
    try:
        found, problems = discover([tmp_path])
    finally:
        (tmp_path / "a").chmod(0o700)
    assert [document.name for document in found] == ["b.txt"]
    assert problems[0].message == "a/: no permission to read it; change its permissions or leave it out"
    assert problems[0].severity == "error"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes any bytes as a name")
def test_names_are_text_in_one_line(tmp_path: Path) -> None:
    """Bytes that are no UTF-8, line ends and decomposed letters don't reach the name of a document."""
    for raw in (b"\xff.txt", b"a\nb.txt", "e\u0301.txt".encode()):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + raw)).write_text("x", encoding="utf-8")
    assert names(tmp_path) == ["a\ufffdb.txt", "\xe9.txt", "\ufffd.txt"]
