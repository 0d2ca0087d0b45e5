"""The model's values and the ontology's terms stand for each other."""

import pytest

from coopgraph.model import EntityType, Relation, Status
from coopgraph.vocabulary import namespaces
from coopgraph.vocabulary.terms import (
    CLASS_OF_RELATION,
    KIND_NAMES,
    classes_of,
    concept,
    relation_of,
    type_of,
)


@pytest.mark.parametrize("type_", EntityType)
def test_types_come_back(type_: EntityType) -> None:
    """The classes of a type, with any role beside them, tell the type."""
    classes = {namespaces.COOP + name for name in classes_of(type_)}
    assert type_of(classes) is type_
    assert type_of(classes | {namespaces.COOP + "Funder"}) is type_


def test_no_type() -> None:
    """Classes of facts and of other vocabularies are no type of thing."""
    assert type_of({namespaces.COOP + "Fact", namespaces.SCHEMA + "Place"}) is None


@pytest.mark.parametrize("relation", Relation)
def test_relations_come_back(relation: Relation) -> None:
    """Every relation has a class of facts, and its IRI tells the relation."""
    assert relation in CLASS_OF_RELATION
    assert relation_of(namespaces.COOP + relation) is relation


def test_no_relation() -> None:
    """Other IRIs are no relation."""
    assert relation_of(namespaces.COOP + "kind") is None
    assert relation_of("funds") is None


def test_concepts() -> None:
    """Every kind and status has a concept of its own, in the namespace of kinds.ttl, named like it."""
    names = [*KIND_NAMES, *Status]
    assert len({concept(name) for name in names}) == len(names)
    for name in names:
        assert concept(name).removeprefix(namespaces.KINDS).replace("-", " ") == name
