"""The items of an answer, whatever a model writes around them or wherever it breaks off."""

import json
import re
from dataclasses import dataclass

_BEGIN = re.compile(r'\{\s*"(?:entities|facts)"\s*:')
# An item holds no object in turn.
_ITEM = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Items:
    """The objects of an answer that look like entities and like facts; `problem` says what was wrong, if anything."""

    entities: tuple[dict[str, object], ...] = ()
    facts: tuple[dict[str, object], ...] = ()
    problem: str = ""


def items(answer: str) -> Items:
    """Return what an answer holds; of one that is broken or cut off, the items that are whole. Raises nothing."""
    begins = [match.start() for match in _BEGIN.finditer(answer)]
    found, body = _decoded(answer, whole=True), answer
    if not (isinstance(found, dict) and found.keys() & {"entities", "facts"}):
        if not begins:
            return Items(problem="it has no JSON object with entities and facts")
        # What a model thinks aloud comes first, its answer last.
        body = answer[begins[-1] :]
        found = _decoded(body)
    if isinstance(found, dict):
        entities, facts = found.get("entities", []), found.get("facts", [])
        if isinstance(entities, list) and isinstance(facts, list):
            whole = Items(tuple(filter(_is_object, entities)), tuple(filter(_is_object, facts)))
            lost = len(entities) + len(facts) - len(whole.entities) - len(whole.facts)
            return Items(whole.entities, whole.facts, f"{lost} items of it are no objects" if lost else "")
    objects = [item for match in _ITEM.finditer(body) if isinstance(item := _decoded(match[0]), dict)]
    facts = [item for item in objects if "relation" in item]
    entities = [item for item in objects if "relation" not in item]
    return Items(tuple(entities), tuple(facts), f"it is broken or cut off: {len(objects)} whole items of it are kept")


def _decoded(text: str, *, whole: bool = False) -> object:
    """Return the JSON value that the text begins with, or wholly is; None where there is none."""
    try:
        return json.loads(text) if whole else json.JSONDecoder().raw_decode(text)[0]
    except (ValueError, RecursionError):
        return None


def _is_object(item: object) -> bool:
    return isinstance(item, dict)
