"""What a model is asked: a message that is the same for every document, and one with the document."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from string import Template
from typing import Any, Literal

from coopgraph.llm.pieces import Piece, shown
from coopgraph.llm.schema import BOUNDS, DETAILS, ENDS, answer_schema
from coopgraph.model import ORGANIZATIONS, PLACES, Document, Entity, EntityType, Relation, Status
from coopgraph.vocabulary.definitions import comments, definition
from coopgraph.vocabulary.terms import CLASS_OF_RELATION, CLASS_OF_TYPE, KIND_NAMES

# How many known names are told: those that the piece names come first.
_MOST_KNOWN = 60
_NAMES_OF_ONE = 4


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a chat."""

    role: Literal["system", "user"]
    content: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """What is sent for one piece: the messages and the JSON schema of the answer; `digest` is the SHA-256 of both."""

    messages: tuple[Message, ...]
    schema: dict[str, Any]
    digest: str


def prompt(document: Document, piece: Piece, known: Sequence[Entity] = ()) -> Prompt:
    """Return the prompt for a piece of the document, given the things that the pieces before it named.

    The first message and the schema are the same for all documents, so that a server can keep what it made of them.
    """
    messages = (Message("system", system()), Message("user", _user(document, piece, known)))
    schema = answer_schema()
    content = json.dumps([*((message.role, message.content) for message in messages), schema], ensure_ascii=False)
    return Prompt(messages, schema, hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest())


@cache
def version() -> str:
    """Return the SHA-256, in hexadecimal, of all that is fixed in a prompt: an answer is as old as its question."""
    fixed = json.dumps([system(), _text("document.md"), answer_schema(), _MOST_KNOWN, _NAMES_OF_ONE])
    return hashlib.sha256(fixed.encode()).hexdigest()


@cache
def system() -> str:
    """Return the message for all documents: the terms from the ontology, the rules of reading, an example."""
    types = [f"- {type_}: {comments()[name]}" for type_, name in CLASS_OF_TYPE.items()]
    relations = [f"- {_signature(relation)}: {_said(name)}" for relation, name in CLASS_OF_RELATION.items()]
    return Template(_text("guide.md")).substitute(
        types="\n".join(types),
        relations="\n".join(relations),
        kinds="\n".join(f"  - {name}: {definition(name)}" for name in KIND_NAMES),
        statuses="\n".join(f"- {status}: {definition(status)}" for status in Status),
        bounds=", ".join(BOUNDS),
    )


def _said(class_: str) -> str:
    """Return what a fact of the class says: its comment without the words that all of them begin with."""
    return comments()[class_].removeprefix("The fact that ")


def _signature(relation: Relation) -> str:
    subjects, objects = ENDS[relation]
    ends = _several(subjects)
    if relation is not Relation.COOPERATES_WITH:
        ends += f" → {_several(objects) or 'no object'}"
    return f"{relation} ({'; '.join([ends, *([', '.join(DETAILS[relation])] if DETAILS[relation] else [])])})"


def _several(types: Iterable[EntityType]) -> str:
    """Return the types in words: the five kinds of organisation are told as one."""
    left = frozenset(types)
    words = [word for word, group in (("organization", ORGANIZATIONS), ("place or country", PLACES)) if group <= left]
    return " or ".join([*words, *sorted(left - ORGANIZATIONS - PLACES)])


def _user(document: Document, piece: Piece, known: Sequence[Entity]) -> str:
    head = {
        "Name": document.name,
        "Title": document.title,
        "Published": _day(document.date),
        "Source": document.source,
        "Author": document.author,
        "Part": _part(document, piece),
    }
    text = shown(document, piece)
    # A document can't hold its own digest, so that none can close the mark before its end; its name could.
    mark = document.digest[:12]
    return Template(_text("document.md")).substitute(
        mark=mark,
        head="\n".join(f"{key}: {' '.join(value.replace(mark, '').split())}" for key, value in head.items() if value),
        known=_known(text, known),
        text=text,
    )


def _part(document: Document, piece: Piece) -> str | None:
    if piece.number == 0 and not document.prose[piece.stop :].strip():
        return None
    return f"{piece.number + 1} of a longer document"


def _day(iso: str | None) -> str | None:
    """Return the date with its day of the week, which "on Wednesday" is counted from."""
    try:
        return f"{iso}, a {date.fromisoformat(iso):%A}" if iso else None
    except ValueError:
        return iso


def _known(text: str, known: Sequence[Entity]) -> str:
    """Return a line for each known thing, those that the text names first, as many as are told."""
    if not known:
        return ""
    # Sorting is stable: False before True.
    ranked = sorted(known, key=lambda entity: not any(name in text for name in entity.names))
    lines = [
        json.dumps({"id": entity.key, "type": entity.type, "names": entity.names[:_NAMES_OF_ONE]}, ensure_ascii=False)
        for entity in ranked[:_MOST_KNOWN]
    ]
    return "Named in the parts before (use these ids):\n" + "\n".join(lines) + "\n"


@cache
def _text(name: str) -> str:
    return files(__package__).joinpath("data", name).read_text(encoding="utf-8").replace("\r\n", "\n").strip()
