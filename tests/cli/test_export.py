"""`coopgraph export --to oxigraph`: a folder that the other commands take."""

from pathlib import Path

from tests.cli.conftest import Run


def test_a_store_folder_answers_like_the_file(run: Run, seeds: Path, tmp_path: Path) -> None:
    """The folder is written and named, and a ranking of it is that of the file."""
    folder = tmp_path / "store"
    done = run("export", "-g", seeds, "--to", "oxigraph", "-o", folder)
    assert done.code == 0
    assert str(folder) in done.one_line
    expected = run("partners", "-g", seeds)
    assert expected.out.count("\n") > 5
    assert run("partners", "-g", folder).out == expected.out


def test_a_store_is_no_stream(run: Run, seeds: Path) -> None:
    """Without a folder the command says what is missing."""
    for output in ((), ("-o", "-")):
        done = run("export", "-g", seeds, "--to", "oxigraph", *output)
        assert done.code == 2
        assert "-o FOLDER" in done.one_line
