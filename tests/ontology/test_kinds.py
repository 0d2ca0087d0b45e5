"""The concept schemes of kinds and statuses."""

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, SKOS

from coopgraph.model import Status
from coopgraph.vocabulary import to_dataset
from coopgraph.vocabulary.namespaces import KINDS
from coopgraph.vocabulary.terms import AGREEMENT_KINDS, KIND_NAMES, concept
from coopgraph.vocabulary.validation import union
from tests import samples
from tests.ontology import FOLDER

SCHEMES = Graph().parse(FOLDER / "kinds.ttl")


def test_the_same_names_in_code_and_schemes() -> None:
    """The English names of the concepts are the kinds and statuses of the model."""
    for scheme, names in (("cooperation", KIND_NAMES), ("statuses", tuple(Status))):
        concepts = set(SCHEMES.subjects(SKOS.inScheme, URIRef(KINDS + scheme)))
        assert concepts == {URIRef(concept(name)) for name in names}
        for name in names:
            assert Literal(str(name), lang="en") in set(SCHEMES.objects(URIRef(concept(name)), SKOS.prefLabel))


def test_labels_in_two_languages() -> None:
    """Every concept has one preferred label in English and one in Vietnamese, and a definition."""
    for node in SCHEMES.subjects(RDF.type, SKOS.Concept):
        labels = [label for label in SCHEMES.objects(node, SKOS.prefLabel) if isinstance(label, Literal)]
        assert sorted(str(label.language) for label in labels) == ["en", "vi"]
        assert len(list(SCHEMES.objects(node, SKOS.definition))) == 1


def test_no_label_of_two_concepts() -> None:
    """A name stands for one concept, so that a text can be mapped to it."""
    labels = [
        (str(label).casefold(), node)
        for verb in (SKOS.prefLabel, SKOS.altLabel)
        for node, label in SCHEMES.subject_objects(verb)
    ]
    assert len({text for text, _ in labels}) == len(labels)
    assert ("mou", URIRef(concept("memorandum of understanding"))) in labels


def test_broader_and_narrower() -> None:
    """Broader and narrower mirror each other; the kinds that are signed are those at and below agreement."""
    assert {(a, b) for a, b in SCHEMES.subject_objects(SKOS.broader)} == {
        (b, a) for a, b in SCHEMES.subject_objects(SKOS.narrower)
    }
    signed = set(SCHEMES.transitive_subjects(SKOS.broader, URIRef(concept("agreement"))))
    assert signed == {URIRef(concept(name)) for name in AGREEMENT_KINDS}


def test_top_concepts() -> None:
    """Every scheme's top concepts are those without a broader one."""
    for scheme in SCHEMES.subjects(RDF.type, SKOS.ConceptScheme):
        concepts = set(SCHEMES.subjects(SKOS.inScheme, scheme))
        tops = {node for node in concepts if not list(SCHEMES.objects(node, SKOS.broader))}
        assert (
            tops == set(SCHEMES.objects(scheme, SKOS.hasTopConcept)) == set(SCHEMES.subjects(SKOS.topConceptOf, scheme))
        )


def test_a_dataset_says_the_same_of_a_concept() -> None:
    """What a dataset writes of a kind or status of ours stands in kinds.ttl, too."""
    written = {triple for triple in union(to_dataset(samples.knowledge())) if str(triple[0]).startswith(KINDS)}
    assert written
    assert written <= set(SCHEMES)
