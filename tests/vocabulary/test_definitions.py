"""What the terms of the ontology mean."""

import pytest

from coopgraph.vocabulary.definitions import comments, definition
from coopgraph.vocabulary.terms import CLASS_OF_RELATION, CLASS_OF_TYPE, KIND_NAMES


def test_comments() -> None:
    """Every class of a thing or fact is explained, a fact as a fact."""
    assert all(comments()[name] for name in CLASS_OF_TYPE.values())
    assert all(comments()[name].startswith("The fact that ") for name in CLASS_OF_RELATION.values())


def test_definition() -> None:
    """Every kind and status is defined; other names are an error."""
    assert all(definition(name).endswith(".") for name in (*KIND_NAMES, "stated", "intended", "ended"))
    with pytest.raises(KeyError, match="friendship"):
        definition("friendship")
