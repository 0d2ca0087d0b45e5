"""Values as literals whose text stays."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Literal
from rdflib.namespace import XSD

from coopgraph.vocabulary.literals import decimal, integer, string


@pytest.mark.parametrize(
    ("value", "text"), [(0.93, "0.93"), (1.0, "1"), (0.0, "0"), (1e-7, "0.0000001"), (0.805, "0.805"), (1, "1")]
)
def test_decimals(value: float, text: str) -> None:
    """A confidence is written without exponent and closing zeros."""
    literal = decimal(value)
    assert str(literal) == text
    assert literal.datatype == XSD.decimal


@given(st.floats(0, 1))
def test_decimals_keep_their_value(value: float) -> None:
    """The text of a decimal is the shortest that gives back the same number, and no engine rewrites it."""
    literal = decimal(value)
    assert float(str(literal)) == value
    assert str(Literal(Decimal(str(literal)))) == str(literal)


def test_strings_and_integers() -> None:
    """A name that looks like a number stays a string with its zeros."""
    assert str(string("01")) == "01"
    assert string("01").datatype is None
    assert str(integer(200)) == "200"
    assert integer(200).datatype == XSD.integer
