"""What a careful reader wrote down: the annotation that readings are measured against."""

from pathlib import Path, PurePosixPath
from typing import TypeVar

import msgspec

from coopgraph.documents.loading import load
from coopgraph.errors import InputError
from coopgraph.model import EntityType, Relation

Item = TypeVar("Item")


class GoldEntity(msgspec.Struct, frozen=True):
    """A thing that a document names: its fullest proper form, and the other written forms."""

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()


class GoldFact(msgspec.Struct, frozen=True):
    """A fact that a document states; its ends are ids of things. A count of partners has a count and no object."""

    relation: Relation
    subject: str
    object: str | None = None
    kind: str | None = None
    date: str | None = None
    count: int | None = None
    quote: str = ""


class Gold(msgspec.Struct, frozen=True):
    """The annotation of one document, called by its name or by its path below the folder of texts."""

    document: str
    entities: tuple[GoldEntity, ...] = ()
    facts: tuple[GoldFact, ...] = ()


def read_gold(path: Path) -> tuple[Gold, ...]:
    """Return the annotation in a JSON file, or in all of a folder's, sorted by document.

    Raises InputError, one line with the file and the place in it, for what can't be read, isn't of that form, names a
    thing that isn't there, or annotates a document twice.
    """
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    if not files:
        raise InputError(f"{path}: no annotation there; give a folder with a .json file for each document")
    found: dict[str, tuple[Gold, Path]] = {}
    for file in files:
        gold = _read(file)
        if gold.document in found:
            other = found[gold.document][1]
            raise InputError(f"{file}: {gold.document!r} is annotated in {other}, too; keep one of the two")
        found[gold.document] = gold, file
    return tuple(gold for _, (gold, _) in sorted(found.items()))


def _read(file: Path) -> Gold:
    try:
        gold = msgspec.json.decode(load(file, str(file)), type=Gold)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(
            f"{file}: no annotation of a document: {error}; docs/how-to/evaluate.md shows the form"
        ) from error
    wrong = _contradiction(gold)
    if wrong:
        raise InputError(f"{file}: {wrong}")
    return gold


def _contradiction(gold: Gold) -> str | None:
    """Return what is wrong in an annotation whose form is right, and what to do."""
    if not PurePosixPath(gold.document).name:
        return "'document' is empty; write the name of the text's file"
    ids: set[str] = set()
    for entity in gold.entities:
        if entity.id in ids:
            return f"two entities have the id {entity.id!r}; give one of them another"
        ids.add(entity.id)
    for number, fact in enumerate(gold.facts, 1):
        counts = fact.relation is Relation.PARTNER_COUNT
        ends = [fact.subject] if counts else [fact.subject, fact.object]
        unknown = [end for end in ends if end is not None and end not in ids]
        if unknown:
            return f"fact {number} is about {unknown[0]!r}, which is no entity's id; add the entity or correct the id"
        if None in ends:
            return f"fact {number} ({fact.relation}) has no object; only a partnerCount has none"
        if counts and fact.count is None:
            return f"fact {number} (partnerCount) has no count; add it"
    return None
