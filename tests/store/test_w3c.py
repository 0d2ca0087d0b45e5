"""Our store answers as the W3C's SPARQL 1.1 tests say, but for a short list."""

from collections import Counter
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from coopgraph.errors import UsageError
from tests.conftest import SHARED
from tests.store.w3c import Case, agrees, answer, cases

SUITE = SHARED / "data" / "rdf-tests" / "sparql" / "sparql11"

COLLECTED = {
    "aggregates": 47,
    "bind": 10,
    "bindings": 11,
    "cast": 6,
    "construct": 7,
    "csv-tsv-res": 6,
    "exists": 6,
    "functions": 75,
    "grouping": 6,
    "json-res": 4,
    "negation": 12,
    "project-expression": 7,
    "property-path": 33,
    "subquery": 14,
    "syntax-query": 94,
}

_REFUSED = "by design: FROM is refused"
_LANGUAGE = "Oxigraph keeps a language that all parts of a GROUP_CONCAT share, as SPARQL 1.2 has it"
_GRAPH = "Oxigraph doesn't bind the variable of GRAPH inside a group that matches nothing by itself"
_ZERO = "Oxigraph's path of length zero doesn't match a term that the dataset doesn't hold"
EXCLUDED = {
    "aggregates/agg-groupconcat-04": _LANGUAGE,
    "aggregates/agg-groupconcat-06": _LANGUAGE,
    "aggregates/agg-empty-group-count-graph": _GRAPH,
    "bindings/graph": _GRAPH,
    "negation/graph-minus": _GRAPH,
    "construct/constructwhere04": _REFUSED,
    "syntax-query/test_42": _REFUSED,
    "csv-tsv-res/csv03": "Oxigraph keeps values, not their spelling: 1.0E6 is written 1000000",
    "functions/bnode01": "Oxigraph's BNODE gives one blank node for one text, in all rows",
    "property-path/zero_or_more_set_end": _ZERO,
    "property-path/zero_or_more_set_start": _ZERO,
    "property-path/zero_or_one_set_end": _ZERO,
    "property-path/zero_or_one_set_start": _ZERO,
    "syntax-query/test_4": "Oxigraph refuses a function that it doesn't know before it answers",
}


def _collected() -> list[ParameterSet]:
    found = [case for category in COLLECTED for case in cases(SUITE / category)] if SUITE.is_dir() else []
    return [
        pytest.param(
            case,
            id=case.name,
            marks=[pytest.mark.xfail(reason=EXCLUDED[case.name])] if case.name in EXCLUDED else [],
        )
        for case in found
    ]


CASES = _collected()


@pytest.mark.skipif(not SUITE.is_dir(), reason="no W3C test suite beside this checkout")
def test_every_case_is_collected() -> None:
    """Each category has as many cases as its manifest lists, and every exclusion names one."""
    names = [str(case.id) for case in CASES]
    assert Counter(name.split("/")[0] for name in names) == COLLECTED
    assert len(names) == 338
    assert set(names) >= EXCLUDED.keys()


@pytest.mark.parametrize("case", CASES)
def test_case(case: Case) -> None:
    """A query is answered as expected; a query that is no SPARQL is refused as wrong use."""
    if case.negative:
        with pytest.raises(UsageError):
            answer(case)
    elif case.expected is None:
        answer(case)
    else:
        assert agrees(answer(case), case.expected)


def test_a_case_that_differs_is_seen(tmp_path: Path) -> None:
    """The comparison tells a wrong row, a missing row and a wrong truth from the expected ones."""
    data, query, expected = tmp_path / "d.ttl", tmp_path / "q.rq", tmp_path / "r.tsv"
    data.write_text('<s> <p> "a", "b" .', encoding="utf-8")
    query.write_text("SELECT ?o { ?s ?p ?o }", encoding="utf-8")
    case = Case("own/differs", query, (data,), (), expected, negative=False)
    for rows, same in (('"b"\n"a"', True), ('"b"\n"c"', False), ('"a"', False), ('"a"\n"b"\n"b"', False)):
        expected.write_text(f"?o\n{rows}\n", encoding="utf-8")
        assert agrees(answer(case), expected) is same
