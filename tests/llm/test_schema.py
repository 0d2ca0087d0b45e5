"""The schema of an answer."""

from collections.abc import Iterator
from typing import Any

from coopgraph.llm.schema import DETAILS, ENDS, answer_schema
from coopgraph.model import (
    Details,
    Entity,
    EntityType,
    Evidence,
    Knowledge,
    Relation,
    Source,
    Statement,
    cooperation,
    directed,
)
from coopgraph.vocabulary import Mint, to_dataset, validate
from coopgraph.vocabulary.terms import KIND_NAMES


def _objects(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for value in schema.values():
            yield from _objects(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _objects(value)


def test_strict() -> None:
    """Every object requires all its properties and allows no other, as strict structured output asks for."""
    found = list(_objects(answer_schema()))
    assert len(found) > 3
    for each in found:
        assert each["required"] == list(each["properties"])
        assert each["additionalProperties"] is False


def test_derived_from_the_model() -> None:
    """All types, relations, kinds and details of the model can be told, each relation in one form of fact."""
    schema = answer_schema()["properties"]
    assert schema["entities"]["items"]["properties"]["type"]["enum"] == list(EntityType)
    forms = [form["properties"] for form in schema["facts"]["items"]["anyOf"]]
    told = [relation for form in forms for relation in form["relation"]["enum"]]
    assert sorted(told) == sorted(Relation)
    assert all(name in Details.__slots__ for names in DETAILS.values() for name in names)
    assert forms[0]["kind"]["enum"] == [*KIND_NAMES, None]


def test_ends_are_those_of_the_shapes() -> None:
    """A relation takes the ends for which the ontology's shapes give no warning, and no others."""
    things = {type_: Entity(f"{type_}/a", f"A {type_}", type_) for type_ in EntityType}
    others = {type_: Entity(f"{type_}/b", f"Another {type_}", type_) for type_ in EntityType}
    cases: dict[int, bool] = {}
    statements = []
    for relation, (subjects, objects) in ENDS.items():
        good = min(subjects), min(objects, default=None)
        pairs = [(type_, good[1]) for type_ in EntityType]
        pairs += [(good[0], type_) for type_ in EntityType if good[1] is not None]
        for subject, object_ in pairs:
            # The date tells the facts apart, and in the report which of them is warned of.
            number = len(cases) + 1
            cases[number] = subject in subjects and (object_ is None or object_ in objects)
            details = Details(date=f"{number:04d}", count=1 if object_ is None else None)
            first = things[subject].key
            second = None if object_ is None else others[object_].key
            fact = (
                cooperation((first, second), details=details)
                if relation is Relation.COOPERATES_WITH and second is not None
                else directed(relation, first, second, details)
            )
            statements.append(Statement(fact, Evidence("a.txt", number, number + 1, "q", "m", 0.5)))
    source = Source("a.txt", "0" * 64, "text")
    entities = tuple(sorted((*things.values(), *others.values()), key=lambda entity: entity.key))
    known = Knowledge((source,), entities, tuple(statements))
    warned = {violation.focus for violation in validate(to_dataset(known)) if violation.severity == "warning"}
    mint = Mint()
    for number, statement in enumerate(statements, 1):
        assert (mint.fact(statement.fact) not in warned) is cases[number], statement.fact
