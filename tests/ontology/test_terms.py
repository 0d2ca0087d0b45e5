"""The terms in code and the terms in the ontology are the same."""

import re

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS

from coopgraph.model import Relation
from coopgraph.vocabulary import namespaces
from coopgraph.vocabulary.coop import COOP
from coopgraph.vocabulary.terms import CLASS_OF_RELATION, CLASS_OF_TYPE
from tests.ontology import FOLDER, ROOT

ONTOLOGY = Graph().parse(FOLDER / "coopgraph.ttl")
KINDS_OF_TERMS = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty}
TERMS = sorted(
    str(term).removeprefix(namespaces.COOP)
    for term, kind in ONTOLOGY.subject_objects(RDF.type)
    if kind in KINDS_OF_TERMS and str(term).startswith(namespaces.COOP)
)


def test_the_same_terms_in_code_and_ontology() -> None:
    """Every term that code can write is in the ontology, and the other way round, each once."""
    assert sorted(set(COOP.__annotations__) - {"_NS", "_fail"}) == TERMS
    assert len(TERMS) == len(set(TERMS)) > 70


@pytest.mark.parametrize("name", TERMS)
def test_every_term_is_explained(name: str) -> None:
    """Every term has one label and one comment, in English; a comment is a sentence or more."""
    term = URIRef(namespaces.COOP + name)
    (label,) = ONTOLOGY.objects(term, RDFS.label)
    (comment,) = ONTOLOGY.objects(term, RDFS.comment)
    assert getattr(label, "language", None) == getattr(comment, "language", None) == "en"
    assert str(comment).endswith(".")


def test_every_class_and_relation_of_the_model_has_its_term() -> None:
    """Types and relations of the model stand for terms of the ontology."""
    assert {*CLASS_OF_TYPE.values(), *CLASS_OF_RELATION.values(), *Relation} <= set(TERMS)


def test_a_class_of_facts_is_below_fact() -> None:
    """The class of every relation's facts is a sub-class of coop:Fact."""
    below = set(ONTOLOGY.transitive_subjects(RDFS.subClassOf, COOP.Fact))
    assert {COOP[name] for name in CLASS_OF_RELATION.values()} <= below
    assert {COOP.Agreement, COOP.Partnership} <= below


def test_domains_and_ranges_are_terms() -> None:
    """What a domain or range of ours names is a class that exists here, or one of another vocabulary."""
    for axiom in (RDFS.domain, RDFS.range):
        for target in ONTOLOGY.objects(None, axiom):
            if str(target).startswith(namespaces.COOP):
                assert (target, RDF.type, OWL.Class) in ONTOLOGY, target


@pytest.mark.parametrize("name", ["shapes.ttl", "kinds.ttl"])
def test_files_name_terms_that_exist(name: str) -> None:
    """The shapes and the kinds name no term of ours that the ontology lacks."""
    graph = Graph().parse(FOLDER / name)
    named = {str(node) for triple in graph for node in triple if isinstance(node, URIRef)}
    ours = {iri.removeprefix(namespaces.COOP) for iri in named if iri.startswith(namespaces.COOP)}
    assert ours <= set(TERMS)


def test_code_names_terms_that_exist() -> None:
    """A term that a query or any code writes with our prefix is in the ontology."""
    written = {}
    for path in [*ROOT.glob("src/**/*.py"), *ROOT.glob("src/**/*.rq")]:
        for name in re.findall(r"\bcoop:([A-Za-z]\w*)", path.read_text(encoding="utf-8")):
            written[name] = path.name
    assert {name: where for name, where in written.items() if name not in TERMS} == {}
    assert len(written) > 30


def test_shapes_speak_of_every_class_and_property() -> None:
    """No class or property can be written that no shape looks at."""
    graph = Graph().parse(FOLDER / "shapes.ttl")
    named = {str(node).removeprefix(namespaces.COOP) for triple in graph for node in triple}
    assert set(TERMS) - named == set()
