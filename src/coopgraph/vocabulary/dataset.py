"""Knowledge as an RDF dataset: what is known in the default graph, what a document says in a graph of its own."""

from collections.abc import Iterator

from rdflib import Dataset, Literal, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.namespace import DC, DCTERMS, OWL, RDF, RDFS, SDO, SKOS

from coopgraph.model import Entity, Evidence, Fact, Knowledge, Relation, Source, Status
from coopgraph.vocabulary import namespaces
from coopgraph.vocabulary.coop import COOP
from coopgraph.vocabulary.iris import Mint, is_web_address, same_as
from coopgraph.vocabulary.literals import dated, decimal, integer, string
from coopgraph.vocabulary.terms import AGREEMENT_KINDS, CLASS_OF_RELATION, KIND_NAMES, classes_of, concept

type_ = RDF.type
Object = URIRef | Literal
Triple = tuple[URIRef, URIRef, Object]


def to_dataset(knowledge: Knowledge, base: str = namespaces.DEFAULT_BASE) -> Dataset:
    """Return what is known as a dataset below base, without blank nodes.

    The default graph holds things, facts and direct properties, each once. The named graph of each document, whose
    name is the document's IRI, holds what is known of it, what it mentions, and its evidence. Raises UsageError for a
    base that no IRI can be minted below.
    """
    mint = Mint(base)
    dataset = Dataset()
    for prefix, namespace in {**namespaces.PREFIXES, **namespaces.resources(base)}.items():
        dataset.bind(prefix, namespace, override=True, replace=True)
    facts = {statement.fact: None for statement in knowledge.statements}
    # Dataset.add would do, too, but warns of its own deprecated insides since rdflib 7.5.
    default = dataset.graph(DATASET_DEFAULT_GRAPH_ID)
    for triple in _default_graph(knowledge.entities, list(facts), mint):
        default.add(triple)
    graphs = {source.name: dataset.graph(URIRef(mint.document(source.name))) for source in knowledge.sources}
    for source in knowledge.sources:
        for triple in _document(source, mint):
            graphs[source.name].add(triple)
    for name, key in knowledge.mentions:
        graphs[name].add((URIRef(mint.document(name)), COOP.mentions, URIRef(mint.thing(key))))
    for statement in knowledge.statements:
        for triple in _evidence(statement.fact, statement.evidence, mint):
            graphs[statement.evidence.document].add(triple)
    return dataset


def _default_graph(entities: tuple[Entity, ...], facts: list[Fact], mint: Mint) -> Iterator[Triple]:
    for entity in entities:
        yield from _thing(entity, mint)
    for fact in facts:
        yield from _fact(fact, mint)
        if fact.details.status is not Status.INTENDED:
            yield from _direct(fact, mint)


def _thing(entity: Entity, mint: Mint) -> Iterator[Triple]:
    node = URIRef(mint.thing(entity.key))
    for name in classes_of(entity.type):
        yield node, type_, COOP[name]
    yield node, RDFS.label, string(entity.name)
    for alias in entity.aliases:
        if alias != entity.name:
            yield node, SKOS.altLabel, string(alias)
    for scheme, value in entity.identifiers:
        yield node, SDO.identifier, string(f"{scheme}:{value}")
        address = same_as(scheme, value)
        if address is not None:
            yield node, OWL.sameAs, URIRef(address)


def _fact(fact: Fact, mint: Mint) -> Iterator[Triple]:
    node = URIRef(mint.fact(fact))
    yield node, type_, COOP.Fact
    yield node, type_, COOP[CLASS_OF_RELATION[fact.relation]]
    yield node, COOP.relation, COOP[fact.relation]
    if fact.relation is Relation.COOPERATES_WITH:
        yield from _parties(node, fact, mint)
    else:
        for property_, (key,) in zip((COOP.subject, COOP.object), fact.sides, strict=False):
            yield node, property_, URIRef(mint.thing(key))
    yield from _details(node, fact, mint)


def _parties(node: URIRef, fact: Fact, mint: Mint) -> Iterator[Triple]:
    """All parties on the fact; where there are two sides, each side as a node with its own parties beside that."""
    yield node, type_, COOP.Agreement if fact.details.kind in AGREEMENT_KINDS else COOP.Partnership
    for key in fact.parties:
        yield node, COOP.party, URIRef(mint.thing(key))
    if len(fact.sides) == 1:
        return
    for number, keys in enumerate(fact.sides, start=1):
        side = URIRef(mint.side(fact, number))
        yield node, COOP.side, side
        yield side, type_, COOP.Side
        for key in keys:
            yield side, COOP.party, URIRef(mint.thing(key))


def _details(node: URIRef, fact: Fact, mint: Mint) -> Iterator[Triple]:
    details = fact.details
    status = URIRef(concept(details.status))
    yield node, COOP.status, status
    yield from _concept(status, details.status, "en")
    if details.kind is not None:
        kind = URIRef(mint.kind(details.kind))
        yield node, COOP.kind, kind
        yield from _concept(kind, details.kind, "en" if details.kind in KIND_NAMES else None)
    if details.date is not None:
        for property_, value in dated(details.date, _date_properties(fact), COOP.dateEarliest, COOP.dateLatest):
            yield node, property_, value
    if details.end is not None:
        for property_, value in dated(details.end, (COOP.validUntil,), COOP.untilEarliest, COOP.untilLatest):
            yield node, property_, value
    if details.count is not None:
        yield node, COOP.count, integer(details.count)
    for name in ("role", "amount", "of", "within", "bound", "topic"):
        text = getattr(details, name)
        if text is not None:
            yield node, COOP[name], string(text)


def _concept(node: URIRef, name: str, language: str | None) -> Iterator[Triple]:
    """Yield a kind or status with its name as kinds.ttl has it, so that a dataset can be read without that file."""
    yield node, type_, SKOS.Concept
    yield node, SKOS.prefLabel, string(name) if language is None else Literal(name, lang=language)


def _date_properties(fact: Fact) -> tuple[URIRef, ...]:
    """coop:date always, and beside it what the date of a cooperation means."""
    if fact.relation is not Relation.COOPERATES_WITH:
        return (COOP.date,)
    return (COOP.date, COOP.signedOn if fact.details.kind in AGREEMENT_KINDS else COOP.startedOn)


def _direct(fact: Fact, mint: Mint) -> Iterator[Triple]:
    for subject, object_ in fact.pairs():
        if object_ is None:
            continue
        ends = URIRef(mint.thing(subject)), URIRef(mint.thing(object_))
        yield ends[0], COOP[fact.relation], ends[1]
        if fact.relation is Relation.COOPERATES_WITH:
            yield ends[1], COOP.cooperatesWith, ends[0]
        elif fact.relation is Relation.FUNDS:
            yield ends[0], type_, COOP.Funder


def _document(source: Source, mint: Mint) -> Iterator[Triple]:
    node = URIRef(mint.document(source.name))
    yield node, type_, COOP.Document
    yield node, DCTERMS.identifier, string(source.name)
    yield node, DCTERMS.format, string(source.format)
    yield node, SDO.sha256, string(source.digest)
    for property_, text in (
        (DCTERMS.title, source.title),
        (DC.creator, source.author),
        (DCTERMS.language, source.language),
    ):
        if text is not None:
            yield node, property_, string(text)
    if source.source is not None:
        address = is_web_address(source.source)
        yield node, DCTERMS.source, URIRef(source.source) if address else string(source.source)
    if source.date is not None:
        for property_, value in dated(source.date, (DCTERMS.date,), COOP.dateEarliest, COOP.dateLatest):
            yield node, property_, value


def _evidence(fact: Fact, evidence: Evidence, mint: Mint) -> Iterator[Triple]:
    node = URIRef(mint.evidence(fact, evidence))
    yield node, type_, COOP.Evidence
    yield node, COOP.supports, URIRef(mint.fact(fact))
    yield node, COOP.document, URIRef(mint.document(evidence.document))
    yield node, COOP.quote, string(evidence.quote)
    yield node, COOP.start, integer(evidence.start)
    yield node, COOP.stop, integer(evidence.stop)
    yield node, COOP.method, string(evidence.method)
    yield node, COOP.confidence, decimal(evidence.confidence)
    if evidence.page is not None:
        yield node, COOP.page, integer(evidence.page)
    if evidence.row is not None:
        yield node, COOP.row, integer(evidence.row)
