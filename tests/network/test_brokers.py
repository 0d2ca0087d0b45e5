"""Who connects others, and what goes without them or with their agreements."""

from datetime import date

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.errors import NothingFoundError
from coopgraph.network import brokers, expired, without
from coopgraph.network.brokers import cut_off
from tests.network.rows import Row, fact, graph_of, thing

LEFT = [thing(f"L{number}") for number in range(3)]
RIGHT = [thing(f"R{number}") for number in range(3)]
BRIDGE = thing("Bridge")
JAPAN, LAOS = thing("Japan", "country"), thing("Laos", "country")


def tie(one: Row, other: Row, **more: str) -> Row:
    """Return a cooperation."""
    return fact("cooperatesWith", one, other, **more)  # type: ignore[arg-type]


def groups() -> list[Row]:
    """Return two groups in two countries, and one party between them, which lies in Japan."""
    facts = [tie(side[one], side[other]) for side in (LEFT, RIGHT) for one, other in ((0, 1), (1, 2), (0, 2))]
    facts += [tie(BRIDGE, LEFT[0]), tie(BRIDGE, RIGHT[0])]
    facts += [fact("locatedIn", party, JAPAN) for party in (*LEFT, BRIDGE)]
    return facts + [fact("locatedIn", party, LAOS) for party in RIGHT]


def test_the_one_between_two_groups() -> None:
    """It lies on most ways, connects groups and countries alone, and leaves one group behind."""
    first, *others = brokers(graph_of(groups()))
    assert (first.name, first.groups, first.countries, first.only_link) == ("Bridge", 2, 2, (("Japan", "Laos"),))
    assert first.cut_off == ("R0", "R1", "R2")
    assert (first.facts, first.documents, first.sources) == (2, 1, 1)
    assert first.betweenness == pytest.approx(9 / 15)  # by hand: 3 x 3 of the 15 pairs of the six others
    assert [row.name for row in others] == ["L0", "R0"]
    assert [row.name for row in brokers(graph_of(groups()), top=1)] == ["Bridge"]


def test_nobody_between() -> None:
    """Nothing, one party, one tie and a triangle have nobody who lies between others."""
    assert brokers(graph_of([])) == []
    assert brokers(graph_of([], more=[BRIDGE])) == []
    assert brokers(graph_of([tie(BRIDGE, LEFT[0])])) == []
    assert brokers(graph_of(groups()[:3])) == []


def test_without_a_party() -> None:
    """Without the bridge there is a piece more, and the countries have no tie left."""
    loss = without(graph_of(groups()), [BRIDGE["id"]])
    assert (loss.before.pieces, loss.after.pieces) == (1, 2)
    assert (loss.before.largest, loss.after.largest) == (7, 3)
    assert loss.cut_off == ("R0", "R1", "R2")
    assert (loss.alone, loss.countries) == ((), (("Japan", "Laos"),))
    assert loss.ties == (("Bridge", "L0"), ("Bridge", "R0"))
    assert without(graph_of([tie(BRIDGE, LEFT[0])]), [BRIDGE["id"]]).alone == ("L0",)


def test_without_what_is_no_party() -> None:
    """A project is no party; the line says so."""
    project = thing("P", "project")
    with pytest.raises(NothingFoundError, match="no party of this network"):
        without(graph_of([], more=[project]), [project["id"]])


def test_agreements_that_lapse() -> None:
    """Only what runs out in the time goes; two that stay tied otherwise stay."""
    facts = [
        tie(BRIDGE, LEFT[0], date="2020", end="2025-06"),
        tie(BRIDGE, LEFT[1], date="2020", end="2025-06"),
        fact("cooperatesWith", BRIDGE, LEFT[1], number=1),
        tie(BRIDGE, RIGHT[0], date="2020", end="2027"),
        tie(BRIDGE, RIGHT[1], date="2020", end="2024"),
    ]
    loss = expired(graph_of(facts), date(2025, 1, 1), date(2025, 12, 31))
    assert [(lapse.last, lapse.names) for lapse in loss.lapsing] == [
        (date(2025, 6, 30), ("Bridge", "L0")),
        (date(2025, 6, 30), ("Bridge", "L1")),
    ]
    assert loss.lapsing[0].evidence["quote"]
    assert (loss.ties, loss.alone) == ((("Bridge", "L0"),), ("L0",))
    assert (loss.before.ties, loss.after.ties) == (3, 2)


def test_nothing_lapses() -> None:
    """Without dates, and without facts, nothing is lost."""
    for graph in (graph_of(groups()), graph_of([])):
        loss = expired(graph, date(2025, 1, 1), date(2025, 12, 31))
        assert loss.before == loss.after
        assert (loss.lapsing, loss.ties, loss.alone, loss.cut_off, loss.countries) == ((), (), (), (), ())


@given(st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]), min_size=1))
def test_cut_off_is_what_the_rest_cannot_reach(pairs: set[tuple[int, int]]) -> None:
    """A party is an articulation point exactly where somebody is cut off without it."""
    graph: nx.Graph[str] = nx.Graph((str(one), str(other)) for one, other in pairs)
    assert {node for node in graph if cut_off(graph, node)} == set(nx.articulation_points(graph))
