"""The two output forms, as plain dictionaries ready for JSON."""

from typing import TypedDict


class End(TypedDict):
    """One end of a fact: `id` is an IRI, `type` one of EntityType's values or "" where the dataset gives none."""

    id: str
    name: str
    type: str
    aliases: list[str]


class FactRow(TypedDict):
    """One pair of one fact as one document states it; dates as precise as the source, offsets in code points."""

    document: str
    fact: str
    relation: str
    status: str
    subject: End
    object: End | None
    kind: str | None
    date: str | None
    end: str | None
    role: str | None
    amount: str | None
    count: int | None
    of: str | None
    within: str | None
    bound: str | None
    quote: str
    start: int
    stop: int
    method: str
    confidence: float


class EntityRow(TypedDict):
    """One thing with its names, the documents that name it, and its identifiers by scheme ("ror", "wikidata", …)."""

    id: str
    name: str
    type: str
    aliases: list[str]
    documents: list[str]
    identifiers: dict[str, str]
