"""Which term of the ontology stands for which value of the model. Needs the standard library only."""

from types import MappingProxyType

from coopgraph.model import ORGANIZATIONS, PLACES, EntityType, Relation
from coopgraph.vocabulary.namespaces import COOP, KINDS

CLASS_OF_TYPE = MappingProxyType(
    {
        EntityType.EDUCATION: "Institution",
        EntityType.COMPANY: "Company",
        EntityType.GOVERNMENT: "GovernmentBody",
        EntityType.ASSOCIATION: "Association",
        EntityType.UNIT: "Unit",
        EntityType.COUNTRY: "Country",
        EntityType.PLACE: "Place",
        EntityType.PROJECT: "Project",
        EntityType.EVENT: "Event",
        EntityType.PERSON: "Person",
        EntityType.POLICY: "Policy",
    }
)
"""The local name of the most specific class of each type of thing."""

CLASS_OF_RELATION = MappingProxyType(
    {
        Relation.COOPERATES_WITH: "Cooperation",
        Relation.PARTICIPATES_IN: "Participation",
        Relation.MEMBER_OF: "Membership",
        Relation.FUNDS: "Funding",
        Relation.ORGANIZES: "Organizing",
        Relation.LOCATED_IN: "Location",
        Relation.PART_OF: "Part",
        Relation.AFFILIATED_WITH: "Affiliation",
        Relation.ISSUES: "Issuing",
        Relation.PARTNER_COUNT: "PartnerCount",
    }
)
"""The local name of the class of the facts of each relation."""

KIND_NAMES = (
    "agreement",
    "memorandum of understanding",
    "letter of intent",
    "contract",
    "partnership",
    "joint programme",
    "exchange",
    "joint research",
    "training",
)
"""The kinds of cooperation that kinds.ttl lists, by their English names."""

AGREEMENT_KINDS = frozenset(KIND_NAMES[:4])
"""The kinds that are signed: a cooperation of one of them is a coop:Agreement, any other a coop:Partnership."""


def classes_of(type_: EntityType) -> tuple[str, ...]:
    """Return the local names of a type's class and of its super-class, so that plain SPARQL needs no inference."""
    own = CLASS_OF_TYPE[type_]
    above = "Organization" if type_ in ORGANIZATIONS else "Place" if type_ in PLACES else own
    return (own,) if own == above else (own, above)


def type_of(classes: frozenset[str] | set[str]) -> EntityType | None:
    """Return the type of the thing that has these classes, given as IRIs; None where none is a thing's class."""
    # "Place" comes after "Country" in the table, so that a country, which has both, is a country.
    return next((type_ for type_, name in CLASS_OF_TYPE.items() if COOP + name in classes), None)


def relation_of(iri: str) -> Relation | None:
    """Return the relation that an object of coop:relation names; None for any other IRI."""
    name = iri.removeprefix(COOP)
    return Relation(name) if name != iri and name in set(Relation) else None


def concept(name: str) -> str:
    """Return the IRI of the concept of kinds.ttl with this English name ("letter of intent", "stated")."""
    return KINDS + name.replace(" ", "-")
