"""The JSON-LD context gives every term its short name."""

import json

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import OWL, RDF, RDFS, XSD

from coopgraph.vocabulary import PREFIXES, Mint, namespaces, to_dataset
from coopgraph.vocabulary.coop import COOP
from coopgraph.vocabulary.validation import union
from tests import samples
from tests.ontology import FOLDER

CONTEXT = json.loads((FOLDER / "context.jsonld").read_text(encoding="utf-8"))["@context"]
ONTOLOGY = Graph().parse(FOLDER / "coopgraph.ttl")


def test_every_term() -> None:
    """Every term has its own name as short name, typed as a node or with its datatype where that is fixed."""
    for term in {node for node in ONTOLOGY.subjects(RDFS.label) if str(node).startswith(namespaces.COOP)}:
        name = str(term).removeprefix(namespaces.COOP)
        entry = CONTEXT[name]
        iri, kind = (entry, None) if isinstance(entry, str) else (entry["@id"], entry["@type"])
        assert iri == f"coop:{name}"
        fixed = ONTOLOGY.value(term, RDFS.range)
        if (term, RDF.type, OWL.ObjectProperty) in ONTOLOGY:
            assert kind in {"@id", "@vocab"}
        elif str(fixed).startswith(str(XSD)) and fixed != XSD.string:
            assert kind == f"xsd:{str(fixed).rpartition('#')[2]}"
        else:
            assert kind is None


def test_prefixes() -> None:
    """The context declares the well-known prefixes."""
    assert {prefix: CONTEXT.get(prefix) for prefix in PREFIXES} == dict(PREFIXES)


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_short_names_mean_the_terms() -> None:
    """JSON that uses the short names is read as the ontology's terms."""
    mint = Mint()
    document = {
        "@context": CONTEXT,
        "id": mint.thing("organization/a"),
        "type": ["Institution", "Organization"],
        "label": "A",
        "cooperatesWith": mint.thing("organization/b"),
    }
    node = URIRef(mint.thing("organization/a"))
    assert set(Graph().parse(data=json.dumps(document), format="json-ld")) == {
        (node, RDF.type, COOP.Institution),
        (node, RDF.type, COOP.Organization),
        (node, RDFS.label, Literal("A")),
        (node, COOP.cooperatesWith, URIRef(mint.thing("organization/b"))),
    }


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_a_dataset_survives() -> None:
    """A dataset compacted with the context and read again is the same."""
    graph = union(to_dataset(samples.knowledge()))
    written = graph.serialize(format="json-ld", context=CONTEXT, auto_compact=False)
    assert set(Graph().parse(data=written, format="json-ld")) == set(graph)
