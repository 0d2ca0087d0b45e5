"""An on-disk store of Oxigraph: a large dataset in it is opened at once, where a file is read into memory first."""

import tempfile
from pathlib import Path

from coopgraph.exports import nquads
from coopgraph.store import load_folder, open_store


def save(location: str, folder: Path) -> None:
    """Put the dataset at a location into a folder that `open_store` takes, whole or not at all; an older one goes.

    Unlike the files of the other formats, the folder's bytes differ from run to run. Raises InputError for a dataset
    that can't be read and a place that can't be written, UsageError for a folder that holds something else.
    """
    if Path(location).is_file():  # straight from the file: it may be larger than the memory
        load_folder(Path(location), folder)
        return
    content = nquads.content(open_store(location))
    with tempfile.TemporaryDirectory() as workshop:
        copy = Path(workshop) / "dataset.nq"
        copy.write_bytes(content)
        load_folder(copy, folder)
