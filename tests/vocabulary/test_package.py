"""What the package loads, and where it finds its files."""

import subprocess
import sys

import pytest

import coopgraph.vocabulary
from coopgraph.errors import InputError
from coopgraph.vocabulary import ontology_file


def test_rdflib_is_loaded_when_it_is_needed() -> None:
    """Names, IRIs and files of the vocabulary are there without rdflib; the writer brings it."""
    script = (
        "import sys; from coopgraph.vocabulary import PREFIXES, Mint, namespaces, ontology_file\n"
        "from coopgraph.vocabulary import dates, iris, terms\n"
        "assert not {'rdflib', 'pyshacl'} & set(sys.modules)\n"
        "from coopgraph.vocabulary import Violation, to_dataset, trig, validate\n"
        "assert 'rdflib' in sys.modules and 'pyshacl' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_everything_offered_is_there() -> None:
    """Each public name can be had, and no other."""
    for name in coopgraph.vocabulary.__all__:
        assert getattr(coopgraph.vocabulary, name) is not None
    with pytest.raises(AttributeError, match="nonsense"):
        coopgraph.vocabulary.__getattr__("nonsense")


@pytest.mark.parametrize("name", ["coopgraph.ttl", "kinds.ttl", "shapes.ttl", "context.jsonld"])
def test_files(name: str) -> None:
    """Each file of the ontology is found."""
    assert ontology_file(name).is_file()


def test_missing_file() -> None:
    """A file that the installation lacks is one clear line."""
    with pytest.raises(InputError, match=r"ontology/nothing\.ttl: not in this installation"):
        ontology_file("nothing.ttl")
