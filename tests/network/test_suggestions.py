"""Suggested partners: who, in what order, and why."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.cli.suggest import PREDICTORS as CHOICES
from coopgraph.errors import NothingFoundError, UsageError
from coopgraph.model import EntityType
from coopgraph.network import PREDICTORS, suggest
from coopgraph.network.shared import What
from coopgraph.network.suggestions import Known
from tests.network.rows import Row, fact, graph_of, thing

FOCUS, NEAR, FAR, OTHER = (thing(name) for name in ("Focus", "Near", "Far", "Other"))
HUB, SMALL = thing("Hub"), thing("Small")
JAPAN = thing("Japan", "country")
FUND = thing("Fund", "association")


def ties(*pairs: tuple[Row, Row]) -> list[Row]:
    """Return a cooperation for each pair."""
    return [fact("cooperatesWith", one, other) for one, other in pairs]


BASE = ties((FOCUS, HUB), (FOCUS, SMALL), (NEAR, SMALL), (FAR, HUB), (OTHER, HUB), (NEAR, HUB))


def test_shared_partners_argue() -> None:
    """Who shares the rarer partner leads; each argument has the facts of both sides."""
    rows = suggest(graph_of(BASE), FOCUS["id"])
    assert [row.name for row in rows] == ["Near", "Far", "Other"]
    first = rows[0].arguments[0]
    assert (first.common.what, first.common.name, first.share) == (What.PARTNER, "Small", 0.5)
    assert first.facts == ((BASE[1]["fact"],), (BASE[2]["fact"],))
    assert [str(reasons[0]) for reasons in first.reasons] == ["partnership", "partnership"]
    assert rows[0].value == pytest.approx((1 / 2 + 1 / 4) * 2)  # by hand: shares, times the strength of Near


def test_funders_topics_and_countries_argue() -> None:
    """What two share without a common partner is enough, and counts less the more have it."""
    project, other_project = thing("P", "project"), thing("Q", "project")
    facts = [
        *ties((FOCUS, HUB), (NEAR, SMALL), (FAR, OTHER)),
        fact("participatesIn", FOCUS, project),
        fact("participatesIn", NEAR, other_project),
        fact("funds", FUND, project),
        fact("funds", FUND, other_project),
        fact("locatedIn", FOCUS, JAPAN),
        fact("locatedIn", NEAR, JAPAN),
        fact("locatedIn", FAR, JAPAN),
    ]
    graph = graph_of(facts)
    for one, _, edge in graph.edges(data=True):
        if edge["relation"] == "cooperatesWith" and FAR["id"] not in (one, edge["object"]):
            edge["topic"] = "Sea-weed!" if FOCUS["id"] in (one, edge["object"]) else "sea weed"
    rows = suggest(graph, FOCUS["id"])
    assert [(row.name, [(why.common.what.value, why.common.name) for why in row.arguments]) for row in rows] == [
        ("Near", [("funder", "Fund"), ("country", "Japan"), ("topic", "sea weed")]),
        ("Far", [("country", "Japan")]),
        ("Small", [("topic", "sea weed")]),
    ]
    assert rows[0].arguments[0].facts[0] == tuple(sorted((facts[3]["fact"], facts[5]["fact"])))


def test_who_is_no_candidate() -> None:
    """Partners, parts of itself, what only intends to cooperate with anybody, and countries aren't suggested."""
    unit, planned = thing("Office", "unit"), thing("Planned")
    facts = [
        *BASE,
        *ties((unit, HUB), (JAPAN, HUB)),
        fact("partOf", unit, FOCUS),
        fact("cooperatesWith", planned, HUB, status="intended"),
    ]
    assert {row.name for row in suggest(graph_of(facts), FOCUS["id"])} == {"Near", "Far", "Other"}


def test_rows_by_type_and_country() -> None:
    """Type and country choose rows."""
    firm = thing("Firm", "company")
    graph = graph_of([*BASE, *ties((firm, HUB)), fact("locatedIn", FAR, JAPAN)])
    assert [row.name for row in suggest(graph, FOCUS["id"], types=[EntityType.COMPANY])] == ["Firm"]
    assert [row.name for row in suggest(graph, FOCUS["id"], country="JAPAN")] == ["Far"]
    assert [row.name for row in suggest(graph, FOCUS["id"], top=1)] == ["Near"]


def test_nothing_to_suggest() -> None:
    """One party, one without ties, and two that are tied get an empty list; what is no party gets a clear line."""
    assert suggest(graph_of([], more=[FOCUS]), FOCUS["id"]) == []
    assert suggest(graph_of(ties((NEAR, FAR)), more=[FOCUS]), FOCUS["id"]) == []
    assert suggest(graph_of(ties((FOCUS, NEAR))), FOCUS["id"]) == []
    project = thing("P", "project")
    with pytest.raises(NothingFoundError, match="no party of this network"):
        suggest(graph_of([], more=[project]), project["id"])
    with pytest.raises(UsageError, match="common-neighbours"):
        suggest(graph_of([]), FOCUS["id"], by="fame")


def test_choices_are_those_of_the_library() -> None:
    """The command line names the predictors without importing them."""
    assert tuple(PREDICTORS) == CHOICES


NODES = [thing(f"N{number}") for number in range(7)]
PAIRS = st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] < pair[1]), min_size=1)


@given(PAIRS)
def test_predictors_agree_with_networkx(pairs: set[tuple[int, int]]) -> None:
    """On cooperations alone, every plain predictor is that of networkx, and suggestions are no partners."""
    graph = graph_of(ties(*((NODES[one], NODES[other]) for one, other in pairs)))
    known, plain = Known(graph), nx.Graph((NODES[one]["id"], NODES[other]["id"]) for one, other in pairs)
    for focus in known.network:
        others = known.strangers(focus)
        assert set(others) == set(nx.non_neighbors(plain, focus))
        both = [(focus, other) for other in others]
        expected = {other: value for _, other, value in nx.adamic_adar_index(plain, both)}
        assert PREDICTORS["adamic-adar"](known, focus, others) == pytest.approx(expected)
        expected = {other: float(plain.degree(focus) * plain.degree(other)) for other in others}
        assert PREDICTORS["preferential-attachment"](known, focus, others) == expected
        assert not {row.id for row in suggest(graph, focus)} & set(plain[focus])
