"""The terms of other vocabularies that ours are bound to exist there."""

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS

from coopgraph.vocabulary import namespaces
from tests.ontology import FOLDER, ROOT

ONTOLOGY = Graph().parse(FOLDER / "coopgraph.ttl")
AXIOMS = (RDFS.subClassOf, RDFS.subPropertyOf, OWL.inverseOf, SKOS.closeMatch, SKOS.relatedMatch)
ALIGNED = sorted(
    {
        str(target)
        for axiom in AXIOMS
        for target in ONTOLOGY.objects(None, axiom)
        if isinstance(target, URIRef) and not target.startswith(namespaces.COOP)
    }
)
BUNDLED = {"org": ORG, "foaf": FOAF, "schema": SDO, "prov": PROV, "skos": SKOS, "dcterms": DCTERMS}
FRAPO_FILE = ROOT.parent / "shared" / "data" / "ontologies" / "frapo_2017.ttl"


def of(prefix: str) -> list[str]:
    """Return the aligned terms of one vocabulary."""
    return [iri for iri in ALIGNED if iri.startswith(namespaces.PREFIXES[prefix])]


@pytest.mark.parametrize("iri", [iri for iri in ALIGNED if not iri.startswith(namespaces.FRAPO)])
def test_terms_exist(iri: str) -> None:
    """Each aligned term is in the list of its vocabulary that rdflib brings along."""
    (vocabulary,) = [BUNDLED[prefix] for prefix in BUNDLED if iri.startswith(namespaces.PREFIXES[prefix])]
    assert URIRef(iri) in vocabulary


@pytest.mark.skipif(not FRAPO_FILE.exists(), reason="the FRAPO ontology isn't beside this checkout")
@pytest.mark.parametrize("iri", of("frapo"))
def test_frapo_terms_exist(iri: str) -> None:
    """Each aligned term of FRAPO is declared in FRAPO."""
    frapo = Graph().parse(FRAPO_FILE)
    assert set(frapo.objects(URIRef(iri), RDF.type)) & {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty}


@pytest.mark.parametrize("prefix", ["org", "foaf", "schema", "prov", "dcterms", "frapo"])
def test_vocabularies_are_aligned(prefix: str) -> None:
    """Each of the vocabularies that others use for such data is bound to ours by more than one term."""
    assert len(of(prefix)) > 1


def test_kinds_are_concepts() -> None:
    """SKOS is bound by use: kinds and statuses are its concepts."""
    ranges = set(ONTOLOGY.subjects(RDFS.range, SKOS.Concept))
    assert {str(term).removeprefix(namespaces.COOP) for term in ranges} == {"kind", "status"}


def test_classes_to_classes() -> None:
    """Classes are bound to what is written like a class, properties to what is written like a property."""
    for axiom in AXIOMS:
        for ours, theirs in ONTOLOGY.subject_objects(axiom):
            if isinstance(ours, URIRef) and isinstance(theirs, URIRef):
                first = [str(term).rpartition("#")[2].rpartition("/")[2][0] for term in (ours, theirs)]
                assert first[0].isupper() == first[1].isupper(), (ours, theirs)
