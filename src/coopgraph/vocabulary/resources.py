"""The files of the ontology, wherever the package is installed."""

from pathlib import Path

from coopgraph.errors import InputError

_PACKAGE = Path(__file__).resolve().parents[1]
# A wheel holds them inside the package; in a checkout they are a top-level folder beside src.
_FOLDERS = (_PACKAGE / "ontology", _PACKAGE.parents[1] / "ontology")


def ontology_file(name: str) -> Path:
    """Return the path of a file of the ontology: coopgraph.ttl, kinds.ttl, shapes.ttl or context.jsonld.

    Raises InputError where the installation lacks it.
    """
    for folder in _FOLDERS:
        if (folder / name).is_file():
            return folder / name
    raise InputError(f"ontology/{name}: not in this installation; install coopgraph again")
