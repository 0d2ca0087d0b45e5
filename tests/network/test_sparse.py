"""The projection of a large store: the same network as the one made fact by fact."""

import tempfile
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coopgraph.model import (
    Details,
    Entity,
    EntityType,
    Evidence,
    Fact,
    Knowledge,
    Relation,
    Source,
    Statement,
    Status,
    cooperation,
    directed,
)
from coopgraph.network import TIES, Projection, Undated, Weights, columns, load, project, project_store, strength
from coopgraph.store import Store, open_store
from coopgraph.vocabulary import to_dataset, trig

ORGANIZATIONS = [f"organization/{letter}" for letter in "abcdef"]
UNITS = ["organization/unit-1", "organization/unit-2"]
PROJECTS, PLACES = ["project/p", "project/q"], ["country/japan", "country/vietnam"]
TYPES = {
    **dict.fromkeys(ORGANIZATIONS[:4], EntityType.EDUCATION),
    **dict.fromkeys(ORGANIZATIONS[4:], EntityType.ASSOCIATION),
    **dict.fromkeys(UNITS, EntityType.UNIT),
    **dict.fromkeys(PROJECTS, EntityType.PROJECT),
    **dict.fromkeys(PLACES, EntityType.COUNTRY),
    "person/x": EntityType.PERSON,
}
SOURCES = (
    Source("a.md", "0" * 64, "markdown", date="2024-05-06"),
    Source("b, \tb.md", "1" * 64, "markdown", date="2020"),
    Source("c.md", "2" * 64, "markdown"),
)

parties = st.sampled_from([*ORGANIZATIONS, *UNITS])
details = st.builds(
    Details,
    kind=st.sampled_from([None, "agreement", "exchange", "contract"]),
    date=st.sampled_from([None, "2019", "2021-03", "2024-05-06"]),
    status=st.sampled_from([Status.STATED, Status.STATED, Status.INTENDED, Status.ENDED]),
)


def relates(
    relation: Relation, subject: "st.SearchStrategy[str]", target: "st.SearchStrategy[str]"
) -> "st.SearchStrategy[Fact]":
    """Draw a directed fact."""
    return st.builds(directed, st.just(relation), subject, target, details)


@st.composite
def cooperations(draw: st.DrawFn) -> Fact:
    """Draw a cooperation of two to four parties, or of two sides."""
    ends = [*ORGANIZATIONS, *UNITS, *PLACES]
    chosen = draw(st.lists(st.sampled_from(ends), min_size=2, max_size=4, unique=True))
    cut = draw(st.integers(0, len(chosen) - 1))
    sides = (tuple(chosen),) if cut == 0 else (tuple(chosen[:cut]), tuple(chosen[cut:]))
    return cooperation(*sides, details=draw(details))


facts = st.one_of(
    cooperations(),
    relates(Relation.PARTICIPATES_IN, parties, st.sampled_from(PROJECTS)),
    relates(Relation.MEMBER_OF, parties, st.sampled_from(ORGANIZATIONS[4:])),
    relates(Relation.FUNDS, parties, st.sampled_from([*PROJECTS, *ORGANIZATIONS, "person/x"])),
    relates(Relation.PART_OF, st.sampled_from(UNITS), st.sampled_from([*ORGANIZATIONS[:2], *UNITS])),
    relates(Relation.LOCATED_IN, parties, st.sampled_from(PLACES)),
)
evidence = st.lists(
    st.tuples(st.sampled_from([source.name for source in SOURCES]), st.sampled_from([0.3, 0.55, 1.0])),
    min_size=1,
    max_size=2,
)
views = st.builds(
    Projection,
    relations=st.sampled_from([TIES, TIES - {Relation.FUNDS}, frozenset({Relation.MEMBER_OF})]),
    types=st.sampled_from([Projection().types, frozenset({EntityType.EDUCATION, EntityType.UNIT})]),
    countries=st.sampled_from([frozenset(), frozenset({"JAPAN"})]),
    least_confidence=st.sampled_from([0.0, 0.5]),
    since=st.sampled_from([None, "2020", "2021-04"]),
    until=st.sampled_from([None, "2024-05"]),
    undated=st.sampled_from(list(Undated)),
    ended=st.booleans(),
    roll_up=st.booleans(),
    weights=st.just(Weights(agreement=3.0, project=1.5)),
)


def store_of(stated: list[tuple[Fact, list[tuple[str, float]]]]) -> Store:
    """Return the store of these facts with their evidence."""
    statements = tuple(
        Statement(fact, Evidence(document, number, number + 1, "q", "by hand", confidence))
        for number, (fact, pieces) in enumerate(stated)
        for document, confidence in pieces
    )
    entities = tuple(Entity(key, key.partition("/")[2].capitalize(), type_) for key, type_ in sorted(TYPES.items()))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dataset.trig"
        path.write_bytes(b"".join(trig(to_dataset(Knowledge(SOURCES, entities, statements)))))
        return open_store(path)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(facts, evidence), max_size=14), st.lists(views, min_size=1, max_size=4))
def test_both_ways_give_one_network(
    stated: list[tuple[Fact, list[tuple[str, float]]]], of_interest: list[Projection]
) -> None:
    """From the rows of a store come the parties, ties, weights and report that come from its graph of facts."""
    store = store_of(stated)
    graph = load(store)
    for view in of_interest:
        expected, found = project(graph, view), project_store(store, view).networkx()
        assert list(found) == list(expected)
        for node, data in found.nodes(data=True):
            assert data == {name: expected.nodes[node][name] for name in ("name", "type", "aliases", "country")}
        assert {frozenset(pair) for pair in found.edges} == {frozenset(pair) for pair in expected.edges}
        for one, other, edge in found.edges(data=True):
            assert edge["weight"] == pytest.approx(expected.edges[one, other]["weight"])
        assert found.graph["report"] == expected.graph["report"]
        assert found.graph["homes"].keys() == expected.graph["homes"].keys()


def test_light_ties_are_left_out_before_networkx() -> None:
    """A threshold keeps parties and heavy ties, and measures take the matrix as it is."""
    stated = [
        (cooperation((ORGANIZATIONS[0], ORGANIZATIONS[1]), details=Details(kind="agreement")), [("a.md", 0.9)]),
        (cooperation((ORGANIZATIONS[0], ORGANIZATIONS[2])), [("a.md", 0.9)]),
    ]
    sparse = project_store(store_of(stated))
    assert sorted(strength(sparse.network).values())[-3:] == [1.0, 2.0, 3.0]
    heavy = sparse.at_least(1.5).networkx()
    assert list(heavy) == list(sparse.networkx())
    assert [edge["weight"] for _, _, edge in heavy.edges(data=True)] == [2.0]
    assert [data["name"] for _, data in heavy.nodes(data=True)][:2] == ["A", "B"]


def test_an_empty_store() -> None:
    """Nothing gives nothing, and says so."""
    sparse = project_store(store_of([]))
    assert nx.is_empty(sparse.networkx())
    assert str(sparse.report) == "0 of 0 facts count"


def test_blocks_of_rows_give_the_same_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows are decoded in blocks; where a block ends is no matter."""
    store = store_of([(cooperation(tuple(ORGANIZATIONS)), [("a.md", 0.9)])])
    query = "SELECT ?party ?kind { ?fact coop:party ?party OPTIONAL { ?fact coop:kind ?kind } } ORDER BY ?party"
    found = []
    for block in (columns._BLOCK, 10):
        monkeypatch.setattr(columns, "_BLOCK", block)
        terms = columns.Terms(), columns.Terms()
        codes = columns.columns(store, query, terms)
        found.append([code.tolist() for code in codes])
        assert terms[0].texts()[0].endswith(ORGANIZATIONS[0])
        assert terms[1].texts() == [""]
    assert found[0] == found[1] == [[0, 1, 2, 3, 4, 5], [0] * 6]
