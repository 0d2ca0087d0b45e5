# ruff: noqa: N815 - the ontology, not Python, decides how its properties are written
"""The terms of ontology/coopgraph.ttl as rdflib names them; a term that isn't here can't be written."""

from rdflib import Namespace, URIRef
from rdflib.namespace import DefinedNamespace

from coopgraph.vocabulary import namespaces


class COOP(DefinedNamespace):
    """The namespace of the ontology, closed: asking for any other term raises AttributeError."""

    _NS = Namespace(namespaces.COOP)
    _fail = True

    # Things
    Organization: URIRef
    Institution: URIRef
    Company: URIRef
    GovernmentBody: URIRef
    Association: URIRef
    Unit: URIRef
    Place: URIRef
    Country: URIRef
    Person: URIRef
    Project: URIRef
    Event: URIRef
    Policy: URIRef
    Document: URIRef
    Funder: URIRef

    # Facts
    Fact: URIRef
    Cooperation: URIRef
    Agreement: URIRef
    Partnership: URIRef
    Participation: URIRef
    Funding: URIRef
    Membership: URIRef
    Organizing: URIRef
    Location: URIRef
    Part: URIRef
    Affiliation: URIRef
    Issuing: URIRef
    PartnerCount: URIRef
    Side: URIRef

    # Ends of a fact
    relation: URIRef
    subject: URIRef
    object: URIRef
    party: URIRef
    side: URIRef

    # Details of a fact
    kind: URIRef
    status: URIRef
    date: URIRef
    signedOn: URIRef
    startedOn: URIRef
    dateEarliest: URIRef
    dateLatest: URIRef
    validUntil: URIRef
    untilEarliest: URIRef
    untilLatest: URIRef
    role: URIRef
    amount: URIRef
    count: URIRef
    of: URIRef
    within: URIRef
    bound: URIRef
    topic: URIRef

    # Direct properties
    cooperatesWith: URIRef
    participatesIn: URIRef
    memberOf: URIRef
    funds: URIRef
    organizes: URIRef
    locatedIn: URIRef
    partOf: URIRef
    affiliatedWith: URIRef
    issues: URIRef
    partnerCount: URIRef

    # Evidence
    Evidence: URIRef
    supports: URIRef
    document: URIRef
    quote: URIRef
    start: URIRef
    stop: URIRef
    page: URIRef
    row: URIRef
    method: URIRef
    confidence: URIRef
    mentions: URIRef
