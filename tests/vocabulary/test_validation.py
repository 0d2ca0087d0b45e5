"""The shapes pass what the writer writes, and name what is broken."""

import socket
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DC, DCTERMS, OWL, RDF, RDFS, SDO, SKOS, XSD
from rdflib.term import Node

from coopgraph.model import ORGANIZATIONS, Details, EntityType, Knowledge, Relation, Statement, directed
from coopgraph.vocabulary import Mint, Violation, to_dataset, validate
from coopgraph.vocabulary.coop import COOP
from coopgraph.vocabulary.namespaces import KINDS
from coopgraph.vocabulary.terms import CLASS_OF_RELATION
from coopgraph.vocabulary.validation import union
from tests import samples
from tests.vocabulary import strategies

MINT = Mint()
ALPHA = URIRef(MINT.thing(samples.ALPHA))
ACME = URIRef(MINT.thing(samples.ACME))
ROSA = URIRef(MINT.thing(samples.ROSA))
FUND = URIRef(MINT.thing(samples.FUND))
SYLVANIA = URIRef(MINT.thing(samples.SYLVANIA))
UNKNOWN = URIRef(MINT.thing("organization/unknown"))
AGREEMENT = URIRef(MINT.fact(samples.MEMORANDUM))
TWO_SIDES = URIRef(MINT.fact(samples.TWO_SIDES))
SIDE = URIRef(MINT.side(samples.TWO_SIDES, 1))
PARTNERSHIP = URIRef(MINT.fact(samples.ENDED))
MEMBERSHIP = URIRef(MINT.fact(directed(Relation.MEMBER_OF, samples.ALPHA, samples.NETWORK, Details(date="1999"))))
LOCATION = URIRef(MINT.fact(directed(Relation.LOCATED_IN, samples.ALPHA, samples.LOWHARBOUR)))
COUNT = next(said.fact for said in samples.STATEMENTS if said.fact.relation is Relation.PARTNER_COUNT)
PARTNER_COUNT = URIRef(MINT.fact(COUNT))
FIRST = samples.STATEMENTS[0]
EVIDENCE = URIRef(MINT.evidence(FIRST.fact, FIRST.evidence))
PAGED = next(said for said in samples.STATEMENTS if said.evidence.page)
PAGE = URIRef(MINT.evidence(PAGED.fact, PAGED.evidence))
DOCUMENT = URIRef(MINT.document(samples.FIRST))

Change = Callable[[Graph], object]


def without(node: URIRef, verb: URIRef) -> Change:
    """Return a change that takes all values of a property away."""
    return lambda graph: graph.remove((node, verb, None))


def also(node: URIRef, verb: URIRef, value: Node) -> Change:
    """Return a change that adds a value."""
    return lambda graph: graph.add((node, verb, value))


def instead(node: URIRef, verb: URIRef, value: Node) -> Change:
    """Return a change that puts a value in the place of all others."""
    return lambda graph: graph.set((node, verb, value))


def typed(text: str, datatype: URIRef) -> Literal:
    """Return a literal as it is written."""
    return Literal(text, datatype=datatype, normalize=False)


BROKEN = {
    # things
    "no label": (without(ALPHA, RDFS.label), ALPHA, "exactly one preferred name"),
    "two labels": (also(ALPHA, RDFS.label, Literal("Alpha")), ALPHA, "exactly one preferred name"),
    "label with a language": (instead(ALPHA, RDFS.label, Literal("Alpha", lang="en")),
                              ALPHA, "exactly one preferred name"),
    "empty label": (instead(ROSA, RDFS.label, Literal("")), ROSA, "exactly one preferred name"),
    "no class": (without(ROSA, RDF.type), ROSA, "has a class"),
    "empty alias": (also(ALPHA, SKOS.altLabel, Literal("")), ALPHA, "isn't empty"),
    "alias is a node": (also(ALPHA, SKOS.altLabel, ACME), ALPHA, "isn't empty"),
    "identifier without register": (also(ALPHA, SDO.identifier, Literal("Q1")), ALPHA, "register:value"),
    "same as a text": (also(ALPHA, OWL.sameAs, Literal("Q1")), ALPHA, "is an IRI"),
    "two classes": (also(ALPHA, RDF.type, COOP.Company), ALPHA, "no thing of another class"),
    "no super-class": (lambda g: g.remove((ALPHA, RDF.type, COOP.Organization)), ALPHA, "Organization"),
    "no class but the super-class": (instead(ALPHA, RDF.type, COOP.Organization), ALPHA, "is an institution, company"),
    "person and place": (also(SYLVANIA, RDF.type, COOP.Person), SYLVANIA, "no thing of another class"),
    "country is no place": (lambda g: g.remove((SYLVANIA, RDF.type, COOP.Place)), SYLVANIA, "Place"),
    "cooperation one way": (also(ALPHA, COOP.cooperatesWith, SYLVANIA), SYLVANIA, "both directions"),
    "direct property to nothing": (also(ALPHA, COOP.memberOf, UNKNOWN), UNKNOWN, "exactly one preferred name"),
    "funds without being a funder": (lambda g: g.remove((FUND, RDF.type, COOP.Funder)), FUND, "is a coop:Funder"),
    # facts
    "no relation": (without(MEMBERSHIP, COOP.relation), MEMBERSHIP, "exactly one relation"),
    "unknown relation": (instead(MEMBERSHIP, COOP.relation, COOP.kind), MEMBERSHIP, "one of the ten"),
    "relation of another class": (instead(MEMBERSHIP, COOP.relation, COOP.funds), MEMBERSHIP, "is coop:memberOf"),
    "no evidence": (lambda g: g.remove((None, COOP.supports, MEMBERSHIP)), MEMBERSHIP, "has evidence"),
    "no status": (without(MEMBERSHIP, COOP.status), MEMBERSHIP, "one status"),
    "unknown status": (instead(MEMBERSHIP, COOP.status, Literal("stated")), MEMBERSHIP, "one status"),
    "no fact class": (lambda g: g.remove((MEMBERSHIP, RDF.type, COOP.Fact)), MEMBERSHIP, "Fact"),
    "nothing but a fact": (instead(MEMBERSHIP, RDF.type, COOP.Fact), MEMBERSHIP, "says what it is"),
    "two classes of fact": (also(MEMBERSHIP, RDF.type, COOP.Part), MEMBERSHIP, "of one class"),
    "two roles": (lambda g: [g.add((MEMBERSHIP, COOP.role, Literal(text))) for text in "ab"],
                  MEMBERSHIP, "role is one string"),
    "amount is a number": (also(MEMBERSHIP, COOP.amount, Literal(5)), MEMBERSHIP, "amount is one string"),
    "negative count": (instead(PARTNER_COUNT, COOP.count, Literal(-1)), PARTNER_COUNT, "isn't negative"),
    "no count": (without(PARTNER_COUNT, COOP.count), PARTNER_COUNT, "counts"),
    "count with an object": (also(PARTNER_COUNT, COOP.object, ACME), PARTNER_COUNT, "no object"),
    "no subject": (without(MEMBERSHIP, COOP.subject), MEMBERSHIP, "exactly one subject"),
    "two subjects": (also(MEMBERSHIP, COOP.subject, ACME), MEMBERSHIP, "exactly one subject"),
    "no object": (without(MEMBERSHIP, COOP.object), MEMBERSHIP, "exactly one object"),
    "subject unknown": (instead(MEMBERSHIP, COOP.subject, UNKNOWN), UNKNOWN, "exactly one preferred name"),
    "party of a membership": (also(MEMBERSHIP, COOP.party, ACME), MEMBERSHIP, "Only a cooperation has parties"),
    "one party": (instead(AGREEMENT, COOP.party, ALPHA), AGREEMENT, "two or more parties"),
    "subject of a cooperation": (also(AGREEMENT, COOP.subject, ALPHA), AGREEMENT, "no subject"),
    "agreement and partnership": (also(AGREEMENT, RDF.type, COOP.Partnership), AGREEMENT, "either an agreement or"),
    "neither": (lambda g: g.remove((AGREEMENT, RDF.type, COOP.Agreement)), AGREEMENT, "either an agreement or"),
    "agreement of no kind": (without(AGREEMENT, COOP.kind), AGREEMENT, "a kind that is signed"),
    "signed partnership": (also(PARTNERSHIP, COOP.kind, URIRef(KINDS + "contract")),
                           PARTNERSHIP, "no kind that is signed"),
    "kind is a text": (instead(PARTNERSHIP, COOP.kind, Literal("exchange")), PARTNERSHIP, "Concept"),
    "one side": (lambda g: g.remove((TWO_SIDES, COOP.side, SIDE)), TWO_SIDES, "no sides, or two"),
    "side without parties": (without(SIDE, COOP.party), SIDE, "A side has parties"),
    "party on no side": (also(TWO_SIDES, COOP.party, ALPHA), TWO_SIDES, "those of its two sides"),
    "side of two facts": (also(AGREEMENT, COOP.side, SIDE), SIDE, "belongs to one cooperation"),
    # dates
    "date is a text": (instead(AGREEMENT, COOP.date, Literal("May 2025")), AGREEMENT, "A date is an xsd:date"),
    "date is a moment": (instead(AGREEMENT, COOP.date, typed("2025-01-01T00:00:00", XSD.dateTime)),
                         AGREEMENT, "A date is an"),
    "two dates": (also(AGREEMENT, COOP.date, typed("2024", XSD.gYear)), AGREEMENT, "one date"),
    "no bound": (without(AGREEMENT, COOP.dateLatest), AGREEMENT, "one last day"),
    "bounds without date": (without(MEMBERSHIP, COOP.date), MEMBERSHIP, "one date"),
    "bound is a year": (instead(AGREEMENT, COOP.dateEarliest, typed("2025", XSD.gYear)), AGREEMENT, "one first day"),
    "bounds out of order": (instead(AGREEMENT, COOP.dateEarliest, typed("2999-01-01", XSD.date)),
                            AGREEMENT, "not after its last"),
    "signed on another day": (instead(AGREEMENT, COOP.signedOn, typed("1999", XSD.gYear)),
                              AGREEMENT, "that of its signing"),
    "agreement that starts": (also(AGREEMENT, COOP.startedOn, typed("1999", XSD.gYear)), AGREEMENT, "doesn't start"),
    "started on another day": (without(PARTNERSHIP, COOP.startedOn), PARTNERSHIP, "that of its start"),
    "end is a text": (instead(AGREEMENT, COOP.validUntil, Literal("soon")), AGREEMENT, "A date is an xsd:date"),
    "end without bounds": (without(AGREEMENT, COOP.untilEarliest), AGREEMENT, "one first day"),
    "bounds without end": (without(AGREEMENT, COOP.validUntil), AGREEMENT, "one end"),
    # evidence
    "supports nothing": (without(EVIDENCE, COOP.supports), EVIDENCE, "exactly one fact"),
    "supports a thing": (also(EVIDENCE, COOP.supports, ALPHA), ALPHA, "Fact"),
    "no evidence class": (without(EVIDENCE, RDF.type), EVIDENCE, "Evidence"),
    "no document": (without(EVIDENCE, COOP.document), EVIDENCE, "exactly one document"),
    "document unknown": (instead(EVIDENCE, COOP.document, UNKNOWN), UNKNOWN, "exactly one name"),
    "no quote": (without(EVIDENCE, COOP.quote), EVIDENCE, "exactly one passage"),
    "empty quote": (instead(EVIDENCE, COOP.quote, Literal("")), EVIDENCE, "exactly one passage"),
    "starts after its stop": (instead(EVIDENCE, COOP.start, Literal(999)), EVIDENCE, "not after its stop"),
    "starts before 0": (instead(EVIDENCE, COOP.start, Literal(-1)), EVIDENCE, "0 or more"),
    "stop is a text": (instead(EVIDENCE, COOP.stop, Literal("66")), EVIDENCE, "stops at one offset"),
    "no method": (without(EVIDENCE, COOP.method), EVIDENCE, "one method"),
    "no confidence": (without(EVIDENCE, COOP.confidence), EVIDENCE, "from 0 to 1"),
    "too sure": (instead(EVIDENCE, COOP.confidence, typed("1.01", XSD.decimal)), EVIDENCE, "from 0 to 1"),
    "confidence is a double": (instead(EVIDENCE, COOP.confidence, typed("0.5", XSD.double)), EVIDENCE, "from 0 to 1"),
    "page 0": (instead(PAGE, COOP.page, Literal(0)), PAGE, "1 or more"),
    "row is a text": (also(PAGE, COOP.row, Literal("2")), PAGE, "1 or more"),
    # documents
    "document without name": (without(DOCUMENT, DCTERMS.identifier), DOCUMENT, "exactly one name"),
    "document without format": (without(DOCUMENT, DCTERMS.format), DOCUMENT, "exactly one format"),
    "short digest": (instead(DOCUMENT, SDO.sha256, Literal("abc")), DOCUMENT, "64 hexadecimal digits"),
    "two titles": (also(DOCUMENT, DCTERMS.title, Literal("x")), DOCUMENT, "title is one string"),
    "two sources": (also(DOCUMENT, DCTERMS.source, Literal("x")), DOCUMENT, "one source"),
    "two authors": (also(DOCUMENT, DC.creator, Literal("x")), DOCUMENT, "author is one string"),
    "mentions nothing": (also(DOCUMENT, COOP.mentions, UNKNOWN), UNKNOWN, "exactly one preferred name"),
}  # fmt: skip

UNLIKELY = {
    "person cooperates": (also(AGREEMENT, COOP.party, ROSA), AGREEMENT, "organizations and places that cooperate"),
    "member of a place": (instead(MEMBERSHIP, COOP.object, SYLVANIA), MEMBERSHIP, "organization that has members"),
    "located in a company": (instead(LOCATION, COOP.object, ACME), LOCATION, "place where something lies"),
    "person has partners": (instead(PARTNER_COUNT, COOP.subject, ROSA), PARTNER_COUNT, "organization or place"),
    "ends before it starts": (instead(AGREEMENT, COOP.untilLatest, typed("2025-01-01", XSD.date)),
                              AGREEMENT, "ends before"),
    "date of a document": (instead(DOCUMENT, DCTERMS.date, Literal("in May")), DOCUMENT, "no ISO day"),
}  # fmt: skip


def sample() -> Graph:
    """Return the sample as one graph."""
    return union(to_dataset(samples.knowledge()))


def judged(change: Change) -> list[Violation]:
    """Return the violations of the sample after a change."""
    graph = sample()
    change(graph)
    return validate(graph)


def test_the_sample_passes() -> None:
    """What is written from well-formed knowledge has no violation and no warning, as a dataset and as one graph."""
    assert validate(to_dataset(samples.knowledge())) == []
    assert validate(sample()) == []


def test_offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Validation opens no connection."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert validate(to_dataset(samples.knowledge())) == []


def test_nothing_passes() -> None:
    """An empty dataset has no violation."""
    assert validate(to_dataset(Knowledge())) == []


@given(strategies.knowledge())
@settings(max_examples=15)
def test_any_knowledge_passes(knowledge: Knowledge) -> None:
    """Whatever names and texts hold, what is written breaks no shape; at most the types of ends are unlikely."""
    assert [violation for violation in validate(to_dataset(knowledge)) if violation.severity == "violation"] == []


@pytest.mark.parametrize("name", BROKEN)
def test_broken(name: str) -> None:
    """Each way of breaking the sample is reported at the node that is broken, in words that say what is wrong."""
    change, focus, message = BROKEN[name]
    found = [violation for violation in judged(change) if violation.focus == str(focus)]
    assert [v for v in found if message in v.message and v.severity == "violation"], found


@pytest.mark.parametrize("name", UNLIKELY)
def test_unlikely(name: str) -> None:
    """What is well-formed but unlikely is a warning."""
    change, focus, message = UNLIKELY[name]
    found = [violation for violation in judged(change) if violation.focus == str(focus)]
    assert [v for v in found if message in v.message and v.severity == "warning"], found


def fact_of(relation: Relation) -> URIRef:
    """Return the node of a fact of the sample that has this relation."""
    return URIRef(MINT.fact(next(said.fact for said in samples.STATEMENTS if said.fact.relation is relation)))


@pytest.mark.parametrize("relation", Relation)
def test_each_class_has_its_relation(relation: Relation) -> None:
    """A fact with the relation of another class is broken."""
    other = COOP.funds if relation is Relation.ISSUES else COOP.issues
    found = judged(instead(fact_of(relation), COOP.relation, other))
    assert any(v.message.startswith("The relation of") and v.severity == "violation" for v in found)


@pytest.mark.parametrize("relation", [*CLASS_OF_RELATION][1:-1])
@pytest.mark.parametrize(("end", "odd"), [(COOP.subject, DOCUMENT), (COOP.object, ROSA)])
def test_each_relation_has_its_ends(relation: Relation, end: URIRef, odd: URIRef) -> None:
    """A fact of things that its relation isn't meant for is unlikely."""
    node = fact_of(relation)
    assert any(v.focus == str(node) and v.severity == "warning" for v in judged(instead(node, end, odd)))


@pytest.mark.parametrize("name", ["role", "amount", "of", "within", "bound", "topic"])
def test_each_detail_is_one_string(name: str) -> None:
    """A detail that is no string is broken."""
    assert {violation.path for violation in judged(also(MEMBERSHIP, COOP[name], Literal(5)))} == {f"coop:{name}"}


@pytest.mark.parametrize("type_", sorted(ORGANIZATIONS))
def test_an_organization_is_of_one_class(type_: EntityType) -> None:
    """Each class of organization shuts out every other class of thing."""
    key = next(entity.key for entity in samples.ENTITIES if entity.type is type_)
    found = judged(also(URIRef(MINT.thing(key)), RDF.type, COOP.Event))
    assert any("no thing of another class" in violation.message for violation in found)


def test_fields() -> None:
    """A violation names the node, the path, the value and the message; violations are sorted, each once."""
    assert judged(instead(EVIDENCE, COOP.confidence, typed("2", XSD.decimal))) == [
        Violation(str(EVIDENCE), "coop:confidence", "A confidence is one xsd:decimal from 0 to 1", "violation", "2")
    ]
    assert judged(lambda graph: graph.remove((None, COOP.supports, MEMBERSHIP)))[-1].path == "^coop:supports"
    paths = {violation.path for violation in judged(also(TWO_SIDES, COOP.party, ALPHA))}
    assert "coop:side/coop:party" in paths
    (date,) = [
        v for v in judged(instead(AGREEMENT, COOP.date, Literal("May"))) if v.value == "May" and "is an" in v.message
    ]
    assert (date.focus, date.path) == (str(AGREEMENT), "coop:date")
    many = judged(lambda graph: graph.remove((None, RDFS.label, None)))
    assert many == sorted(set(many))


def test_the_data_are_left_as_they_are() -> None:
    """Validation adds nothing to the graph that it judges."""
    graph = sample()
    before = set(graph)
    validate(graph)
    assert set(graph) == before


def test_odd_dates_are_reported() -> None:
    """A date that is no ISO date in the knowledge comes out as a violation of its fact."""
    knowledge = samples.knowledge()
    fact = directed(Relation.MEMBER_OF, samples.BETA, samples.NETWORK, Details(date="long ago"))
    said = Statement(fact, knowledge.statements[0].evidence)
    broken = Knowledge(knowledge.sources, knowledge.entities, (*knowledge.statements, said), knowledge.mentions)
    assert {violation.focus for violation in validate(to_dataset(broken))} == {MINT.fact(fact)}
