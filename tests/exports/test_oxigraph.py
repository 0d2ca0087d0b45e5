"""The store folder: the same dataset, from a file or from another store."""

from pathlib import Path

import pytest

from coopgraph.errors import InputError, UsageError
from coopgraph.exports import oxigraph
from coopgraph.store import open_store
from coopgraph.vocabulary import to_dataset, trig
from tests.samples import knowledge


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    """Return a dataset file of the sample."""
    path = tmp_path / "sample.trig"
    path.write_bytes(b"".join(trig(to_dataset(knowledge()))))
    return path


def test_a_store_holds_the_dataset(dataset: Path, tmp_path: Path) -> None:
    """From a file, from the folder made of it, and over an older one: always every statement, and no other."""
    first, second = tmp_path / "deep" / "first", tmp_path / "second"
    oxigraph.save(str(dataset), first)
    oxigraph.save(str(first), second)
    oxigraph.save(str(dataset), second)
    expected = set(open_store(dataset).quads())
    assert set(open_store(first).quads()) == set(open_store(second).quads()) == expected


def test_what_is_no_dataset_leaves_no_folder(dataset: Path, tmp_path: Path) -> None:
    """A missing dataset, and a folder that holds something else, are refused in a line; nothing is written."""
    with pytest.raises(InputError, match="no such dataset"):
        oxigraph.save(str(tmp_path / "none.trig"), tmp_path / "store")
    assert not (tmp_path / "store").exists()
    with pytest.raises(UsageError, match="choose an empty folder"):
        oxigraph.save(str(dataset), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["sample.trig"]
