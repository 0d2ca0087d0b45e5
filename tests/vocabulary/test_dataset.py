"""What stands where in a dataset, and that plain SPARQL finds it."""

from dataclasses import replace
from itertools import permutations

import pytest
from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.namespace import DC, DCTERMS, OWL, RDF, RDFS, SDO, SKOS, XSD
from rdflib.term import Node

from coopgraph.errors import UsageError
from coopgraph.model import Details, Entity, EntityType, Evidence, Fact, Knowledge, Source, Statement, cooperation
from coopgraph.vocabulary import Mint, namespaces, to_dataset, trig
from coopgraph.vocabulary.coop import COOP
from coopgraph.vocabulary.namespaces import KINDS
from tests import samples

MINT = Mint()


def thing(key: str) -> URIRef:
    """Return the node of a thing of the sample."""
    return URIRef(MINT.thing(key))


def default(dataset: Dataset) -> Graph:
    """Return the default graph."""
    return dataset.graph(DATASET_DEFAULT_GRAPH_ID)


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    """Give the sample as a dataset."""
    return to_dataset(samples.knowledge())


@pytest.fixture(scope="module")
def facts(dataset: Dataset) -> Graph:
    """Give the default graph of the sample."""
    return default(dataset)


def described(graph: Graph, node: URIRef) -> dict[Node, set[Node]]:
    """Return the values of each property of a node."""
    return {verb: set(graph.objects(node, verb)) for verb in graph.predicates(node)}


def pairs(graph: Graph, members: tuple[str, ...]) -> set[tuple[Node, Node]]:
    """Return the ordered pairs of cooperation among members."""
    nodes = {thing(key) for key in members}
    return {(s, o) for s, o in graph.subject_objects(COOP.cooperatesWith) if s in nodes and o in nodes}


def only(*entities: str, facts: tuple[Fact, ...]) -> Graph:
    """Return the default graph of a few universities and facts."""
    evidence = Evidence("a.md", 0, 1, "A", "rule", 1.0)
    knowledge = Knowledge(
        (Source("a.md", "0" * 64, "text"),),
        tuple(Entity(key, key, EntityType.EDUCATION) for key in entities),
        tuple(Statement(fact, evidence) for fact in facts),
    )
    return default(to_dataset(knowledge))


def test_thing(facts: Graph) -> None:
    """A thing has its class and super-class, one plain name, its other names and its identifiers."""
    assert {
        verb: values
        for verb, values in described(facts, thing(samples.ALPHA)).items()
        if not str(verb).startswith(namespaces.COOP)
    } == {
        RDF.type: {COOP.Institution, COOP.Organization},
        RDFS.label: {Literal("Alpha University")},
        SKOS.altLabel: {Literal("AU"), Literal("Đại học Alpha")},
        SDO.identifier: {Literal("ror:https://ror.org/012345678"), Literal("wikidata:Q1")},
        OWL.sameAs: {URIRef("https://ror.org/012345678"), URIRef("http://www.wikidata.org/entity/Q1")},
    }


def test_funder(facts: Graph) -> None:
    """Who funds something is a funder beside its other classes, and nobody else is."""
    assert set(facts.subjects(RDF.type, COOP.Funder)) == {thing(samples.FUND)}
    assert set(facts.objects(thing(samples.FUND), RDF.type)) == {COOP.Association, COOP.Organization, COOP.Funder}


def test_agreement(facts: Graph) -> None:
    """An agreement of four parties is one node with four parties, its dates as written and with their bounds."""
    assert described(facts, URIRef(MINT.fact(samples.FOUR_PARTIES))) == {
        RDF.type: {COOP.Fact, COOP.Cooperation, COOP.Agreement},
        COOP.relation: {COOP.cooperatesWith},
        COOP.party: {thing(key) for key in (samples.ALPHA, samples.BETA, samples.GAMMA, samples.DELTA)},
        COOP.kind: {URIRef(KINDS + "agreement")},
        COOP.status: {URIRef(KINDS + "stated")},
        COOP.date: {Literal("2024-02", datatype=XSD.gYearMonth)},
        COOP.signedOn: {Literal("2024-02", datatype=XSD.gYearMonth)},
        COOP.dateEarliest: {Literal("2024-02-01", datatype=XSD.date)},
        COOP.dateLatest: {Literal("2024-02-29", datatype=XSD.date)},
        COOP.validUntil: {Literal("2028", datatype=XSD.gYear)},
        COOP.untilEarliest: {Literal("2028-01-01", datatype=XSD.date)},
        COOP.untilLatest: {Literal("2028-12-31", datatype=XSD.date)},
    }


def test_seven_parties_give_21_pairs() -> None:
    """Seven parties of one memorandum give all pairs as direct properties, in both directions."""
    keys = tuple(f"organization/u{number}" for number in range(7))
    graph = only(*keys, facts=(cooperation(keys),))
    assert len(list(graph.subjects(RDF.type, COOP.Fact))) == 1
    assert set(graph.subject_objects(COOP.cooperatesWith)) == {(thing(a), thing(b)) for a, b in permutations(keys, 2)}


def test_two_sides(facts: Graph) -> None:
    """Two sides are nodes with the parties that stand on them; direct properties run across only."""
    node = URIRef(MINT.fact(samples.TWO_SIDES))
    sides = {frozenset(facts.objects(side, COOP.party)) for side in facts.objects(node, COOP.side)}
    ministries, countries = (samples.MINISTRY, samples.OTHER_MINISTRY), (samples.BORDURIA, samples.SYLVANIA)
    assert sides == {frozenset(map(thing, ministries)), frozenset(map(thing, countries))}
    assert set(facts.objects(node, COOP.party)) == {thing(key) for key in (*ministries, *countries)}
    across = {(thing(a), thing(b)) for a in ministries for b in countries}
    assert pairs(facts, (*ministries, *countries)) == across | {(b, a) for a, b in across}


def test_only_intended(facts: Graph) -> None:
    """What is only intended is a fact without direct property; what has ended keeps its own."""
    assert (URIRef(MINT.fact(samples.INTENDED)), COOP.status, URIRef(KINDS + "intended")) in facts
    assert not pairs(facts, (samples.ALPHA, samples.SCRIPT))
    assert len(pairs(facts, (samples.ALPHA, samples.QUOTES))) == 2


def test_partnership(facts: Graph) -> None:
    """Cooperation of a kind that isn't signed, or of none, is a partnership with a start."""
    ended = described(facts, URIRef(MINT.fact(samples.ENDED)))
    assert ended[RDF.type] == {COOP.Fact, COOP.Cooperation, COOP.Partnership}
    assert ended[COOP.startedOn] == ended[COOP.date] == {Literal("2001", datatype=XSD.gYear)}
    assert ended[COOP.validUntil] == {Literal("2004-02-29", datatype=XSD.date)}
    undated = described(facts, URIRef(MINT.fact(samples.UNDATED)))
    assert set(undated) == {RDF.type, COOP.relation, COOP.party, COOP.status}


def test_unlisted_kind(facts: Graph) -> None:
    """A kind that kinds.ttl doesn't list is a concept of the dataset, under the name that the source gave it."""
    (kind,) = facts.objects(URIRef(MINT.fact(samples.UNLISTED_KIND)), COOP.kind)
    assert str(kind).startswith(MINT.base)
    assert set(facts.objects(kind, SKOS.prefLabel)) == {Literal('twinning of "sister" schools')}


def test_partner_count(facts: Graph) -> None:
    """A partner count has a subject, what it counts, and no direct property."""
    (node,) = facts.subjects(RDF.type, COOP.PartnerCount)
    assert isinstance(node, URIRef)
    assert described(facts, node) == {
        RDF.type: {COOP.Fact, COOP.PartnerCount},
        COOP.relation: {COOP.partnerCount},
        COOP.subject: {thing(samples.ALPHA)},
        COOP.status: {URIRef(KINDS + "stated")},
        COOP.count: {Literal(200)},
        COOP.of: {Literal("universities")},
        COOP.within: {Literal("in the top 500")},
        COOP.bound: {Literal("at least")},
    }
    assert not list(facts.subject_objects(COOP.partnerCount))


def test_directed_facts(facts: Graph) -> None:
    """Facts with a direction and direct properties go together, one for one, but for what is only intended."""
    stated = {
        (facts.value(node, COOP.subject), facts.value(node, COOP.relation), facts.value(node, COOP.object))
        for node in facts.subjects(COOP.object)
    }
    relations = {relation for _, relation, _ in stated}
    assert len(relations) == 8
    assert {(s, p, o) for s, p, o in facts if p in relations} == stated


def test_a_fact_of_two_documents_stands_once(dataset: Dataset) -> None:
    """A fact that two documents state is one node; each document's graph holds its own evidence for it."""
    node = URIRef(MINT.fact(samples.MEMORANDUM))
    homes = {graph for _, _, _, graph in dataset.quads((node, None, None, None))}
    assert len(homes) == 1
    supporting = {graph for _, _, _, graph in dataset.quads((None, COOP.supports, node, None))}
    assert supporting == {URIRef(MINT.document(samples.FIRST)), URIRef(MINT.document(samples.SECOND))}


def test_default_graph_holds_nothing_of_documents(dataset: Dataset, facts: Graph) -> None:
    """Evidence and what is known of documents stand in the documents' graphs alone, and nothing else stands there."""
    assert not set(facts.predicates()) & {COOP.supports, COOP.quote, COOP.mentions, DCTERMS.identifier}
    for name in (samples.FIRST, samples.SECOND, samples.THIRD):
        graph = dataset.graph(URIRef(MINT.document(name)))
        assert set(graph.objects(None, RDF.type)) == {COOP.Document, COOP.Evidence}
        assert set(graph.objects(None, COOP.document)) == {URIRef(MINT.document(name))}


def test_document(dataset: Dataset) -> None:
    """A document's graph tells all that is known of the document, and what it names."""
    node = URIRef(MINT.document(samples.FIRST))
    known = described(dataset.graph(node), node)
    assert known.pop(COOP.mentions) >= {thing(samples.ALPHA), thing(samples.LOWHARBOUR)}
    assert known == {
        RDF.type: {COOP.Document},
        DCTERMS.identifier: {Literal("en-alpha.md")},
        DCTERMS.title: {Literal("Alpha signs")},
        DCTERMS.date: {Literal("2025-11-14", datatype=XSD.date)},
        COOP.dateEarliest: {Literal("2025-11-14", datatype=XSD.date)},
        COOP.dateLatest: {Literal("2025-11-14", datatype=XSD.date)},
        DCTERMS.source: {URIRef("https://news.example/alpha?id=1")},
        DCTERMS.language: {Literal("en")},
        DCTERMS.format: {Literal("markdown")},
        DC.creator: {Literal("A. Writer")},
        SDO.sha256: {Literal("a" * 64)},
    }
    other = URIRef(MINT.document(samples.SECOND))
    assert set(dataset.graph(other).objects(other, DCTERMS.source)) == {Literal("the archive, box 3")}


def test_evidence(dataset: Dataset) -> None:
    """Evidence holds the passage, its offsets and page, its method and how sure it is."""
    graph = dataset.graph(URIRef(MINT.document(samples.THIRD)))
    (node,) = graph.subjects(COOP.supports, URIRef(MINT.fact(samples.UNLISTED_KIND)))
    assert isinstance(node, URIRef)
    quote = "جامعة النهر 🎓 is a sister school of Gamma College."
    assert described(graph, node) == {
        RDF.type: {COOP.Evidence},
        COOP.supports: {URIRef(MINT.fact(samples.UNLISTED_KIND))},
        COOP.document: {URIRef(MINT.document(samples.THIRD))},
        COOP.quote: {Literal(quote)},
        COOP.start: {Literal(12)},
        COOP.stop: {Literal(12 + len(quote))},
        COOP.page: {Literal(1)},
        COOP.method: {Literal("pattern:sample")},
        COOP.confidence: {Literal("0.9", datatype=XSD.decimal)},
    }


def test_evidence_may_grow_without_changing_the_fact() -> None:
    """A second passage for a fact adds evidence and leaves every triple of the default graph."""
    knowledge = samples.knowledge()
    again = replace(knowledge.statements[0].evidence, start=1000, stop=1001, quote="x")
    grown = replace(knowledge, statements=(*knowledge.statements, Statement(knowledge.statements[0].fact, again)))
    assert set(default(to_dataset(grown))) == set(default(to_dataset(knowledge)))
    assert len(list(to_dataset(grown).quads())) == len(list(to_dataset(knowledge).quads())) + 8


def test_order_of_input_makes_no_difference() -> None:
    """Knowledge in the opposite order gives the same bytes."""
    knowledge = samples.knowledge()
    turned = Knowledge(
        knowledge.sources[::-1], knowledge.entities[::-1], knowledge.statements[::-1], knowledge.mentions[::-1]
    )
    assert b"".join(trig(to_dataset(turned))) == b"".join(trig(to_dataset(knowledge)))


def test_base() -> None:
    """With a base of one's own every thing, fact and document stands below it, under the same keys."""
    moved = to_dataset(samples.knowledge(), "http://localhost:8000/")
    subjects = {str(subject) for subject, _, _, _ in moved.quads()}
    assert all(iri.startswith(("http://localhost:8000/id/", KINDS)) for iri in subjects)
    keys = {Mint("http://localhost:8000/").key(iri) for iri in subjects}
    assert keys == {MINT.key(str(subject)) for subject, _, _, _ in to_dataset(samples.knowledge()).quads()}
    with pytest.raises(UsageError):
        to_dataset(samples.knowledge(), "not a base")


def test_odd_dates_are_kept_as_text() -> None:
    """A date that is no ISO date is kept as a string without bounds, for validation to report."""
    fact = cooperation(("organization/a", "organization/b"), details=Details(date="next May"))
    graph = only("organization/a", "organization/b", facts=(fact,))
    assert set(graph.objects(None, COOP.date)) == {Literal("next May")}
    assert not list(graph.subject_objects(COOP.dateEarliest))
