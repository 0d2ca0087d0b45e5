"""What goes wrong ends in one clear line and the documented exit code."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_an_empty_folder(run: Run, tmp_path: Path) -> None:
    """There is nothing to read: exit code 3, and no dataset is made."""
    (tmp_path / "in").mkdir()
    done = run("build", tmp_path / "in", "-o", tmp_path / "g.trig")
    assert (done.code, done.out) == (3, "")
    assert "nothing to read" in done.one_line
    assert not (tmp_path / "g.trig").exists()


def test_a_folder_of_one_broken_pdf(run: Run, tmp_path: Path) -> None:
    """The file is named, with what to do."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    done = run("build", tmp_path / "in", "-o", tmp_path / "g.trig")
    assert done.code == 3
    assert "broken.pdf" in done.one_line


def test_a_broken_file_loses_nothing_of_the_rest(run: Run, tmp_path: Path) -> None:
    """The other documents are read and written, and the exit code still tells that an input failed."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    (tmp_path / "in" / "good.txt").write_text("The University of Aa signed an agreement with Bb University.", "utf-8")
    done = run("build", tmp_path / "in", "-o", tmp_path / "g.trig")
    assert done.code == 3
    assert "error: broken.pdf:" in done.err
    assert "Bb University" in run("entities", "-g", tmp_path / "g.trig").out


@pytest.fixture
def nobody() -> Iterator[None]:
    """Take the rights of a user without any, where the tests run as root: root may read everything."""
    if sys.platform == "win32":
        pytest.skip("Windows has no permission bits")
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield
    if root:
        os.seteuid(0)


def test_a_file_without_read_permission(run: Run, seeds: Path, nobody: None) -> None:
    """The file is named, with what to do."""
    with tempfile.TemporaryDirectory() as folder:  # pytest's own folder is closed to others
        path = Path(folder) / "secret.txt"
        path.write_text("The University of Aa.", "utf-8")
        path.chmod(0)
        done = run("build", path, "-o", Path(folder) / "g.trig")
    assert done.code == 3
    assert "secret.txt" in done.one_line


def test_an_output_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    """It is the output that is named, not the document that was read, nor the cache beside it."""
    (tmp_path / "a.txt").write_text("The University of Aa signed an agreement with Bb University.", "utf-8")
    (tmp_path / "file").write_bytes(b"")
    done = run("build", tmp_path / "a.txt", "-o", tmp_path / "file" / "g.trig")
    assert done.code == 3
    assert "g.trig: can't be written" in done.one_line


@pytest.mark.parametrize(("path", "output"), [("", "g.trig"), ("a.txt", "g.docx")])
def test_a_path_or_an_output_that_was_not_meant(run: Run, tmp_path: Path, path: str, output: str) -> None:
    """An empty path, as an unset variable gives it, and an output that no command could read are wrong use."""
    (tmp_path / "a.txt").write_text("The University of Aa.", "utf-8")
    done = run("build", tmp_path / path if path else "", "-o", tmp_path / output)
    assert done.code == 2
    assert not (tmp_path / output).exists()


def test_a_document_in_another_language_is_noted(run: Run, tmp_path: Path) -> None:
    """It is told in one line, and it is no failure."""
    (tmp_path / "en.txt").write_text("The University of Aa signed an agreement with Bb University in May.", "utf-8")
    (tmp_path / "fr.md").write_text("---\nlanguage: fr\n---\nL'université a signé un accord avec une autre.", "utf-8")
    done = run("build", tmp_path, "-o", tmp_path / "g.trig")
    assert done.code == 0
    assert [line for line in done.err.splitlines() if line.startswith("note: fr.md:")]


@pytest.mark.parametrize("command", ["show", "partners"])
def test_a_name_that_nothing_matches(run: Run, seeds: Path, command: str) -> None:
    """Exit code 1, and a hint where to look."""
    done = run(command, "University of Nowhere at All", "-g", seeds)
    assert done.code == 1
    assert "coopgraph entities" in done.one_line


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("SELECT ?x { ?x", "column"),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "FROM"),
        ("SELECT * FROM NAMED <http://localhost:1/> { GRAPH ?g { ?s ?p ?o } }", "FROM"),
        ("SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }", "SERVICE"),
        ("DELETE WHERE { ?s ?p ?o }", "DELETE"),
        ("no-such-query", "--list"),
    ],
)
def test_a_query_that_is_refused(run: Run, seeds: Path, query: str, word: str) -> None:
    """Malformed queries, and those that reach out or write, end with exit code 2 and the place."""
    done = run("query", query, "-g", seeds)
    assert (done.code, done.out) == (2, "")
    assert word in done.one_line


def test_a_query_without_an_answer(run: Run, seeds: Path) -> None:
    """Nothing matches: exit code 1, and the header all the same."""
    done = run("query", "SELECT ?x { ?x rdfs:label 'nothing' }", "-g", seeds)
    assert (done.code, done.out) == (1, "x\n")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows closes pipes in another way")
def test_a_reader_that_has_seen_enough(seeds: Path) -> None:
    """Rows are written as they are found, and a reader that stops (`| head`) ends the command without a word."""
    command = [sys.executable, "-m", "coopgraph", "query", "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"]
    with subprocess.Popen(
        [*command, "-g", str(seeds), "--format", "csv"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout
        assert running.stderr
        assert running.stdout.readline() == b"a,b,c,d,e,f,g,h,i\r\n"
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


@pytest.mark.parametrize("command", ["facts", "entities", "partners", "view", "check", "expiring"])
def test_a_dataset_that_is_not_there(run: Run, tmp_path: Path, command: str) -> None:
    """The next step is named."""
    done = run(command, "-g", tmp_path / "no.trig")
    assert done.code == 3
    assert "coopgraph build" in done.one_line


def test_a_dataset_that_is_broken(run: Run, tmp_path: Path) -> None:
    """The file and the place are named."""
    (tmp_path / "g.trig").write_text("<a> <b> oops", "utf-8")
    done = run("facts", "-g", tmp_path / "g.trig")
    assert done.code == 3
    assert "g.trig" in done.one_line


def test_a_large_text_is_read(run: Run, tmp_path: Path) -> None:
    """Two megabytes in one file are no problem."""
    text = "The University of Aa signed an agreement with Bb University in May 2020. Nothing else happened.\n\n"
    (tmp_path / "large.txt").write_text(text * (2_000_000 // len(text)), "utf-8")
    assert run("build", tmp_path / "large.txt", "-o", tmp_path / "g.trig", "--reader", "rules").code == 0


def test_a_bug_is_one_line(run: Run, seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody foresaw ends with exit code 4, without a traceback."""
    import coopgraph.store

    def broken(_location: str) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(coopgraph.store, "open_store", broken)
    done = run("facts", "-g", seeds)
    assert done.code == 4
    assert "a bug: ZeroDivisionError: oops" in done.one_line


@pytest.mark.parametrize("text", ["2024-W01-1", "20240101", "2024-13", "0000", "soon"])
def test_a_date_is_a_year_a_month_or_a_day(run: Run, seeds: Path, text: str) -> None:
    """Other forms, though ISO 8601 knows some of them, are wrong use: they don't sort like the dates of facts."""
    done = run("partners", "--since", text, "-g", seeds)
    assert (done.code, done.out) == (2, "")
    assert "is no date; write YYYY" in done.err


def test_a_path_cannot_break_the_line(run: Run, tmp_path: Path) -> None:
    """A name with a line end and an escape sequence is told on one line that does nothing to a terminal."""
    done = run("build", "no\nsuch\x1b[31m.txt", "-o", tmp_path / "g.trig")
    assert done.code == 3
    assert "\x1b" not in done.one_line


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_is_no_dataset(run: Run, tmp_path: Path) -> None:
    """It is refused rather than waited for."""
    os.mkfifo(tmp_path / "pipe.trig")
    done = run("facts", "-g", tmp_path / "pipe.trig")
    assert done.code == 3
    assert "not a regular file" in done.one_line
