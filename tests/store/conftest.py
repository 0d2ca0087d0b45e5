"""One small dataset in every kind of store."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from coopgraph.store import Store, load_folder, open_store
from coopgraph.vocabulary import to_dataset, trig
from tests.samples import knowledge
from tests.store.server import endpoint, serving


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a TriG file of the sample knowledge."""
    path = tmp_path_factory.mktemp("sample") / "sample.trig"
    path.write_bytes(b"".join(trig(to_dataset(knowledge()))))
    return path


KINDS = ("trig", "nq", "jsonld", "folder", "endpoint")


@pytest.fixture(scope="session", params=KINDS)
def store(request: pytest.FixtureRequest, sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Yield the sample as a file of each format, as an on-disk folder, and behind an endpoint."""
    folder = tmp_path_factory.mktemp("store")
    engine = ox.Store()
    engine.load(path=str(sample))
    if request.param == "trig":
        yield open_store(sample)
    elif request.param == "endpoint":
        with serving(endpoint(engine)) as (address, _):
            yield open_store(address)
    elif request.param == "folder":
        load_folder(sample, folder / "dataset")
        yield open_store(str(folder / "dataset"))
    else:
        format_ = ox.RdfFormat.N_QUADS if request.param == "nq" else ox.RdfFormat.JSON_LD
        path = folder / f"sample.{request.param}"
        engine.dump(str(path), format_)
        yield open_store(path)
