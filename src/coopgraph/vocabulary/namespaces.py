"""The only home of IRI strings: namespaces, their prefixes and the default base. Needs the standard library only."""

from types import MappingProxyType

COOP = "https://w3id.org/coopgraph/ontology#"
KINDS = "https://w3id.org/coopgraph/kinds#"
DEFAULT_BASE = "https://w3id.org/coopgraph/"

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SHACL = "http://www.w3.org/ns/shacl#"
PROV = "http://www.w3.org/ns/prov#"
ORG = "http://www.w3.org/ns/org#"
DC = "http://purl.org/dc/elements/1.1/"
DCTERMS = "http://purl.org/dc/terms/"
FOAF = "http://xmlns.com/foaf/0.1/"
FRAPO = "http://purl.org/cerif/frapo/"
SCHEMA = "https://schema.org/"

PREFIXES = MappingProxyType(
    {
        "coop": COOP,
        "dc": DC,
        "dcterms": DCTERMS,
        "foaf": FOAF,
        "frapo": FRAPO,
        "kinds": KINDS,
        "org": ORG,
        "owl": OWL,
        "prov": PROV,
        "rdf": RDF,
        "rdfs": RDFS,
        "schema": SCHEMA,
        "sh": SHACL,
        "skos": SKOS,
        "xsd": XSD,
    }
)
"""The well-known prefixes: declared in every query and known to every writer."""

REGISTERS = MappingProxyType(
    {
        "ror": "https://ror.org/{}",
        "wikidata": "http://www.wikidata.org/entity/{}",
        "geonames": "https://sws.geonames.org/{}/",
    }
)
"""The IRI that a register gives the thing with an identifier {}, by the name of the register."""

SORTS = (
    "organization",
    "country",
    "place",
    "project",
    "event",
    "person",
    "policy",
    "document",
    "fact",
    "side",
    "evidence",
)
"""The first step of a key below `<base>id/`; each is a prefix of its own in a written dataset."""


def resources(base: str = DEFAULT_BASE) -> dict[str, str]:
    """Return the prefixes of the things, facts, evidence and documents below base, by their sort."""
    return {sort: f"{base}id/{sort}/" for sort in SORTS}
