"""What an answer looks like, as a JSON schema derived from the model of facts, and which ends each relation has."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from coopgraph.model import ORGANIZATIONS, PLACES, EntityType, Relation, Status
from coopgraph.vocabulary.terms import KIND_NAMES

_ACTORS = ORGANIZATIONS | PLACES

ENDS: Mapping[Relation, tuple[frozenset[EntityType], frozenset[EntityType]]] = MappingProxyType(
    {
        Relation.COOPERATES_WITH: (_ACTORS, _ACTORS),
        Relation.PARTICIPATES_IN: (_ACTORS, frozenset({EntityType.PROJECT})),
        Relation.MEMBER_OF: (_ACTORS, ORGANIZATIONS),
        Relation.FUNDS: (_ACTORS, ORGANIZATIONS | {EntityType.PROJECT, EntityType.EVENT}),
        Relation.ORGANIZES: (_ACTORS, frozenset({EntityType.EVENT})),
        Relation.LOCATED_IN: (_ACTORS, PLACES),
        Relation.PART_OF: (ORGANIZATIONS, ORGANIZATIONS),
        Relation.AFFILIATED_WITH: (frozenset({EntityType.PERSON}), ORGANIZATIONS),
        Relation.ISSUES: (_ACTORS, frozenset({EntityType.POLICY})),
        Relation.PARTNER_COUNT: (_ACTORS, frozenset()),
    }
)
"""The types that a subject and an object may have: those for which the ontology's shapes have no warning."""

DETAILS: Mapping[Relation, tuple[str, ...]] = MappingProxyType(
    {
        Relation.COOPERATES_WITH: ("kind", "date", "end"),
        Relation.PARTICIPATES_IN: ("role", "date", "end"),
        Relation.MEMBER_OF: ("date",),
        Relation.FUNDS: ("amount", "date"),
        Relation.ORGANIZES: ("date",),
        Relation.LOCATED_IN: (),
        Relation.PART_OF: (),
        Relation.AFFILIATED_WITH: ("role",),
        Relation.ISSUES: ("date",),
        Relation.PARTNER_COUNT: ("count", "of", "within", "bound"),
    }
)
"""The details that are asked for beside the status, by relation."""

BOUNDS = ("at least", "about", "at most")
"""How exact a count can be."""

_TEXT: Mapping[str, Any] = MappingProxyType({"type": "string"})
_TEXTS: Mapping[str, Any] = MappingProxyType({"type": "array", "items": {"type": "string"}})


def family(type_: EntityType) -> frozenset[EntityType]:
    """Return the types that readers may take one thing for: the kinds of organisation, places, or the type alone."""
    return next((types for types in (ORGANIZATIONS, PLACES) if type_ in types), frozenset({type_}))


def answer_schema() -> dict[str, Any]:
    """Return the JSON schema of an answer, fresh each time, within what strict structured output allows.

    Every property is required and no other is allowed; what isn't known is null. A fact has its relation's details.
    """
    entity = _object({"id": dict(_TEXT), "name": dict(_TEXT), "type": _choice(EntityType), "aliases": dict(_TEXTS)})
    groups: dict[tuple[str, ...], list[Relation]] = {}
    for relation, details in DETAILS.items():
        groups.setdefault(details, []).append(relation)
    facts = [_fact(relations, details) for details, relations in groups.items()]
    return _object({"entities": _array(entity), "facts": _array({"anyOf": facts})})


def _fact(relations: list[Relation], details: tuple[str, ...]) -> dict[str, Any]:
    return _object(
        {
            "quote": dict(_TEXT),
            "relation": _choice(relations),
            "subjects": dict(_TEXTS),
            "objects": dict(_TEXTS),
            **{name: _detail(name) for name in details},
            "status": _choice(Status),
        }
    )


def _detail(name: str) -> dict[str, Any]:
    if name == "count":
        return {"type": "integer"}
    if name in ("kind", "bound"):
        return {"type": ["string", "null"], "enum": [*(KIND_NAMES if name == "kind" else BOUNDS), None]}
    return {"type": ["string", "null"]}


def _choice(values: Any) -> dict[str, Any]:
    return {"type": "string", "enum": [str(value) for value in values]}


def _array(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
