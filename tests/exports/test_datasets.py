"""The exports of a store: whole, stable to the byte, and written whole or not at all."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from coopgraph.errors import InputError
from coopgraph.exports import EXPORTS
from coopgraph.store import Store, open_store
from coopgraph.vocabulary import to_dataset, trig
from tests.samples import knowledge


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a dataset file of the sample."""
    path = tmp_path_factory.mktemp("exports") / "sample.trig"
    path.write_bytes(b"".join(trig(to_dataset(knowledge()))))
    return path


@pytest.fixture(scope="module")
def store(dataset: Path) -> Store:
    """Return the sample, opened."""
    return open_store(dataset)


@pytest.mark.parametrize("name", ["nquads", "jsonld"])
def test_the_whole_dataset_comes_back(name: str, store: Store, tmp_path: Path) -> None:
    """Every statement of every graph is read again, letter by letter, and no other."""
    (path,) = EXPORTS[name].save(store, tmp_path / f"again{EXPORTS[name].suffix}")
    assert set(open_store(path).quads()) == set(store.quads())


def test_turtle_is_the_default_graph(store: Store, tmp_path: Path) -> None:
    """Turtle holds what is known, without the graphs of the documents."""
    (path,) = EXPORTS["turtle"].save(store, tmp_path / "again.ttl")
    assert set(open_store(path).quads()) == {quad for quad in store.quads() if quad.graph is None}


def test_nquads_are_sorted_lines(store: Store) -> None:
    """One statement a line, in order, each once."""
    lines = EXPORTS["nquads"].content(store).decode().split("\n")
    assert lines.pop() == ""
    assert lines == sorted(set(lines))
    assert len(lines) == sum(1 for _ in store.quads())


@pytest.mark.parametrize("name", EXPORTS)
def test_one_file(name: str, store: Store, tmp_path: Path) -> None:
    """A path with the format's suffix gets what would go to a stream."""
    path = tmp_path / "deep" / f"file{EXPORTS[name].suffix}"
    assert EXPORTS[name].save(store, path) == (path,)
    assert path.read_bytes() == EXPORTS[name].content(store)


def test_csv_into_a_folder(store: Store, tmp_path: Path) -> None:
    """Any other path is the folder for the two tables."""
    files = EXPORTS["csv"].save(store, tmp_path / "tables")
    assert [path.relative_to(tmp_path).as_posix() for path in files] == ["tables/nodes.csv", "tables/edges.csv"]
    assert all(path.stat().st_size for path in files)


def test_a_failure_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    """A dataset that the format can't hold is an error, and no file is left behind."""
    blank = tmp_path / "blank.ttl"
    blank.write_text("[] <urn:p> 1 .\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"blank\.ttl: a node without a proper IRI"):
        EXPORTS["turtle"].save(open_store(blank), tmp_path / "out.ttl")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["blank.ttl"]


@pytest.mark.parametrize("name", EXPORTS)
def test_a_dataset_of_nothing(name: str, tmp_path: Path) -> None:
    """An empty dataset gives a file without content in every format, and one that is read again as empty."""
    empty = tmp_path / "empty.trig"
    empty.write_bytes(b"")
    paths = EXPORTS[name].save(open_store(empty), tmp_path / f"out{EXPORTS[name].suffix}")
    if name in {"turtle", "jsonld", "nquads"}:
        assert list(open_store(paths[0]).quads()) == []


_DIGESTS = """
import hashlib, sys
from coopgraph.exports import EXPORTS
from coopgraph.store import open_store
store = open_store(sys.argv[1])
for export in EXPORTS.values():
    print(export.name, hashlib.sha256(export.content(store)).hexdigest())
"""


def test_same_bytes_under_any_hash_seed(dataset: Path, store: Store) -> None:
    """Another process with another hash seed writes the same bytes."""
    expected = [f"{name} {hashlib.sha256(EXPORTS[name].content(store)).hexdigest()}" for name in EXPORTS]
    for seed in ("1", "2"):
        answer = subprocess.run(
            [sys.executable, "-c", _DIGESTS, str(dataset)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert answer.stdout.splitlines() == expected


def test_order_of_the_dataset_does_not_matter(store: Store, tmp_path: Path) -> None:
    """The same statements in the reverse order give the same bytes."""
    lines = EXPORTS["nquads"].content(store).split(b"\n")[:-1]
    path = tmp_path / "reversed.nq"
    path.write_bytes(b"\n".join(reversed(lines)) + b"\n")
    again = open_store(path)
    for export in EXPORTS.values():
        assert export.content(again) == export.content(store), export.name


def test_formats_are_not_loaded_before_they_are_needed() -> None:
    """Listing the formats loads neither rdflib nor networkx."""
    code = "import sys, coopgraph.exports; print({'rdflib', 'networkx', 'pyoxigraph'} & set(sys.modules))"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "set()"
