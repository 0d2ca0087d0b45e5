"""What passes from stage to stage: documents, names, facts and their evidence."""

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations, product


class EntityType(StrEnum):
    """What a thing is; the values are those of the output forms."""

    EDUCATION = "education"
    COMPANY = "company"
    GOVERNMENT = "government"
    ASSOCIATION = "association"
    UNIT = "unit"
    COUNTRY = "country"
    PLACE = "place"
    PROJECT = "project"
    EVENT = "event"
    PERSON = "person"
    POLICY = "policy"


ORGANIZATIONS = frozenset(
    {EntityType.EDUCATION, EntityType.COMPANY, EntityType.GOVERNMENT, EntityType.ASSOCIATION, EntityType.UNIT}
)
PLACES = frozenset({EntityType.COUNTRY, EntityType.PLACE})
NAMED = ORGANIZATIONS | {EntityType.PROJECT, EntityType.EVENT, EntityType.POLICY}
"""What is kept whenever a text names it; the other types only where a fact is about them."""


class Relation(StrEnum):
    """How things are related; the values are those of the output forms and of the direct properties."""

    COOPERATES_WITH = "cooperatesWith"
    PARTICIPATES_IN = "participatesIn"
    MEMBER_OF = "memberOf"
    FUNDS = "funds"
    ORGANIZES = "organizes"
    LOCATED_IN = "locatedIn"
    PART_OF = "partOf"
    AFFILIATED_WITH = "affiliatedWith"
    ISSUES = "issues"
    PARTNER_COUNT = "partnerCount"


TIES = frozenset({Relation.COOPERATES_WITH, Relation.PARTICIPATES_IN, Relation.MEMBER_OF, Relation.FUNDS})
"""The relations that draw the network."""


class Status(StrEnum):
    """Whether a fact holds as stated, is only intended, or has ended."""

    STATED = "stated"
    INTENDED = "intended"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its text, and what the file tells about itself.

    `text` is what offsets count in (Unicode code points). For text and Markdown it is the decoded file unchanged; for
    the other formats it is the extracted text. `prose` has the same length, with everything that is markup blanked by
    spaces, so that an offset in the one is an offset in the other. `pages` holds the start of each page in `text`,
    empty where the format has none. `date` is ISO, as precise as known. `digest` is the SHA-256 of the file's bytes.
    """

    name: str
    text: str
    prose: str
    digest: str
    format: str
    title: str | None = None
    date: str | None = None
    source: str | None = None
    author: str | None = None
    language: str | None = None
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in a document where a thing is named; `entity` is the key of the thing."""

    start: int
    stop: int
    entity: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing with its preferred name and its other written forms.

    `key` is local to the document in a Reading, and the readable path of the IRI ("organization/vinh-university")
    after identity. `owner` is the key of the organisation that it is a part of, where the text says so.
    """

    key: str
    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    owner: str | None = None
    identifiers: tuple[tuple[str, str], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every written form, the preferred one first."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Details:
    """What a fact says beside its ends. Dates are ISO, as precise as the source; amounts and roles are as written."""

    kind: str | None = None
    date: str | None = None
    end: str | None = None
    role: str | None = None
    amount: str | None = None
    count: int | None = None
    of: str | None = None
    within: str | None = None
    bound: str | None = None
    topic: str | None = None
    status: Status = Status.STATED


@dataclass(frozen=True, slots=True)
class Fact:
    """A relation with its ends, as keys of entities.

    `sides` holds, for a directed relation, (subject,) and (object,), or (subject,) alone for a partner count. For
    cooperation it holds one side of two or more parties that all cooperate with each other, or two sides of which each
    party cooperates with those across. Cooperation has no direction: `cooperation` puts parties and sides in order.
    """

    relation: Relation
    sides: tuple[tuple[str, ...], ...]
    details: Details = Details()

    @property
    def parties(self) -> tuple[str, ...]:
        """The keys of all things that the fact is about."""
        return tuple(key for side in self.sides for key in side)

    def pairs(self) -> list[tuple[str, str | None]]:
        """Subject and object of each pair that the fact states; a partner count has no object."""
        if len(self.sides) == 2:
            return list(product(*self.sides))
        if self.relation is Relation.COOPERATES_WITH:
            return list(combinations(self.sides[0], 2))
        return [(self.sides[0][0], None)]


def directed(relation: Relation, subject: str, object_: str | None, details: Details | None = None) -> Fact:
    """Return the fact that relates subject to object; without an object, a count of the subject's partners."""
    sides = ((subject,),) if object_ is None else ((subject,), (object_,))
    return Fact(relation, sides, details or Details())


def cooperation(*sides: tuple[str, ...], details: Details | None = None) -> Fact:
    """Return the cooperation of all parties of one side with each other, or of two sides across, in canonical order.

    Raises ValueError for fewer than two parties, more than two sides, or a party that stands on both sides.
    """
    ordered = tuple(sorted(tuple(sorted(set(side))) for side in sides))
    parties = [key for side in ordered for key in side]
    if not 1 <= len(ordered) <= 2 or len(parties) < 2 or len(set(parties)) < len(parties) or not all(ordered):
        raise ValueError(f"not a cooperation: {sides}")
    if all(len(side) == 1 for side in ordered):
        ordered = (tuple(sorted(parties)),)
    return Fact(Relation.COOPERATES_WITH, ordered, details or Details())


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a document states a fact: `quote` is `document.text[start:stop]`, letter by letter."""

    document: str
    start: int
    stop: int
    quote: str
    method: str
    confidence: float
    page: int | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact together with one piece of its evidence."""

    fact: Fact
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a document once it is read: the Document without its text."""

    name: str
    digest: str
    format: str
    title: str | None = None
    date: str | None = None
    source: str | None = None
    author: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document says: its things under local keys, and its statements about them."""

    source: Source
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What all documents say together, one entity for one thing.

    Every collection is sorted. `mentions` are pairs of a document's name and the key of a thing that it names;
    `statements` hold a fact once for each piece of evidence.
    """

    sources: tuple[Source, ...] = ()
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    mentions: tuple[tuple[str, str], ...] = field(default=())
