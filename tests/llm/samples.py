"""Documents and answers of the project's own invention."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from coopgraph.llm.grounding import Grounded, ground
from coopgraph.llm.pieces import Piece
from coopgraph.model import Document, Entity

METHOD = "llm:test"
TEXT = (
    "Kerwick College (KC) and Bank Morava signed a contract on 4 March 2021. “We’re glad,” said rector Ann Reed.\n\n"
    "The Universities of Dunmoor, Lund Vale and Tisova joined EdNet in Tisova. The college has 1,200 partner schools."
)
KERWICK: dict[str, Any] = {"id": "kc", "name": "Kerwick College", "type": "education", "aliases": ["KC"]}
BANK: dict[str, Any] = {"id": "bank", "name": "Bank Morava", "type": "company", "aliases": []}
REED: dict[str, Any] = {"id": "reed", "name": "Ann Reed", "type": "person", "aliases": []}
EDNET: dict[str, Any] = {"id": "net", "name": "EdNet", "type": "association", "aliases": []}
SIGNED: dict[str, Any] = {
    "quote": "Kerwick College (KC) and Bank Morava signed a contract",
    "relation": "cooperatesWith",
    "subjects": ["kc", "bank"],
    "objects": [],
    "kind": "contract",
    "date": "2021-03-04",
    "end": None,
    "status": "stated",
}


def document(
    text: str = TEXT, prose: str | None = None, pages: tuple[int, ...] = (), date: str | None = None
) -> Document:
    """Return a text as a document; without `prose` nothing of it is markup."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document("a.txt", text, text if prose is None else prose, digest, "text", pages=pages, date=date)


def answer(entities: Sequence[dict[str, Any]], facts: Sequence[dict[str, Any]] = ()) -> str:
    """Return the answer with these items, as a model writes it."""
    return json.dumps({"entities": list(entities), "facts": list(facts)}, ensure_ascii=False)


def grounded(
    entities: Sequence[dict[str, Any]],
    facts: Sequence[dict[str, Any]] = (),
    about: Document | None = None,
    known: Sequence[Entity] = (),
) -> Grounded:
    """Return what a document, read in one piece, bears out of the answer with these items."""
    about = about or document()
    return ground(about, Piece(0, 0, len(about.text)), answer(entities, facts), known, METHOD)
