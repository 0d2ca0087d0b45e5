"""The answers of all named queries on the documents of seeds/, as they are kept beside this file.

When the reading of seeds/ has changed for the better, `python -m tests.queries.test_seeds` writes the answers anew; the
diff shows what a user will see differently.
"""

import tempfile
from pathlib import Path

import pytest

from coopgraph.build import build
from coopgraph.queries import named, run
from coopgraph.store import Store, open_store
from tests.conftest import ROOT
from tests.processors import assert_same_rows

SEEDS = ROOT / "seeds"
ANSWERS = Path(__file__).parent / "seeds"

GIVEN = {
    "institution": "Ha Long University",
    "first": "Osaka University",
    "second": "Kitami Institute of Technology",
    "ours": "Osaka University",
    "theirs": "Kitami Institute of Technology",
    "thing": "Ha Long University",
    "document": "seminar-on-internationalization.md",
    "start": "2025-01-01",
    "until": "2030-12-31",
}
FREE = {"agreements-by-year", "countries"}  # asked of all institutions, though they could be asked of one


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Return the dataset of seeds/."""
    return _built(tmp_path_factory.mktemp("seeds"))


def _built(folder: Path) -> Store:
    build([SEEDS], folder / "seeds.trig")
    return open_store(folder / "seeds.trig")


def _answer(store: Store, name: str) -> bytes:
    known = {} if name in FREE else {p.name: GIVEN[p.name] for p in named()[name].parameters if p.name in GIVEN}
    return run(store, name, known).serialize("csv").replace(b"\r\n", b"\n")


@pytest.mark.parametrize("name", named())
def test_answer(seeds: Store, name: str) -> None:
    """The query gives the answer that is kept."""
    assert_same_rows(_answer(seeds, name).decode("utf-8"), (ANSWERS / f"{name}.csv").read_text(encoding="utf-8"))


def test_no_answer_is_left_over() -> None:
    """Each answer kept is that of a query."""
    assert {path.stem for path in ANSWERS.glob("*.csv")} == set(named())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        dataset = _built(Path(folder))
        for query in named():
            (ANSWERS / f"{query}.csv").write_bytes(_answer(dataset, query))
