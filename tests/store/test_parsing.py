"""Errors in a query are told in the user's own lines and columns."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.errors import UsageError
from coopgraph.store.lexer import tokens
from coopgraph.store.local import LocalStore


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("SELECT * {\n ?s zz:p ?o }", "line 2, column 5", "the prefix zz: is not declared"),
        ("SELECT * {\n ?s rdfs:p }", "line 2, column 12", "}"),
        ("SELECT * { ?s ?p 'é😀' ?? }", "line 1, column 23", "?? }"),
        ("SELECT * { ?s ?p ?o", "line 1, column 20", "the end"),
        ("SELEC * { }", "line 1, column 1", "begins with SELECT"),
        ("# only a comment", "line 1, column 17", "begins with SELECT"),
        ("", "line 1, column 1", "begins with SELECT"),
        ("SELECT ?s ?s { }", "line 1, column 17", "Duplicated variable"),
        ("SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o }", "line 1, column 40", "unbound"),
        ("SELECT * { <relative> ?p ?o }", "line 1, column 12", "<relative>"),
    ],
)
def test_place_and_reason(text: str, place: str, said: str) -> None:
    """A malformed query is wrong use; one line names the place and what stands there."""
    with pytest.raises(UsageError) as caught:
        LocalStore(ox.Store(), "sample").query(text)
    assert str(caught.value).startswith(f"query, {place}: ")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_unknown_function() -> None:
    """A function that the engine doesn't know is named."""
    with pytest.raises(UsageError, match="http://e/f"):
        LocalStore(ox.Store(), "sample").query("SELECT (<http://e/f>(1) AS ?x) { }")


@given(st.text(alphabet="abS?$<>'\"\\#:@_.-1 \n{}()é\u00b7😀", max_size=40))
def test_tokens_are_the_text(text: str) -> None:
    """The tokens joined are the text, whatever it is."""
    assert "".join(token.text for token in tokens(text)) == text
