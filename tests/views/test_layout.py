"""Where things stand: whole numbers, apart from each other, the same every time."""

import itertools
import math

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coopgraph.views.layout import layout


@given(
    st.lists(st.tuples(st.integers(0, 25), st.integers(0, 25)), max_size=60),
    st.integers(0, 5),
)
@settings(max_examples=40, deadline=None)
def test_every_node_has_a_place_of_its_own(pairs: list[tuple[int, int]], seed: int) -> None:
    """Whatever the graph, each node gets whole-number coordinates, and no two the same; twice gives the same."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(26))
    graph.add_edges_from((first, second) for first, second in pairs if first != second)
    radii = dict.fromkeys(graph, 10.0)
    places = layout(graph, radii, seed)
    assert set(places) == set(graph)
    assert all(isinstance(x, int) and isinstance(y, int) for x, y in places.values())
    assert len(set(places.values())) == len(places)
    assert layout(graph, radii, seed) == places


@pytest.mark.parametrize("size", [30, 600])
def test_discs_hardly_overlap(size: int) -> None:
    """In small and in large networks, at most one pair of neighbouring discs in a hundred nodes overlaps."""
    graph = nx.barabasi_albert_graph(size, 2, seed=1)
    radii = {node: min(7 + 3.4 * math.sqrt(graph.degree(node)), 40) for node in graph}
    places = layout(graph, radii)
    overlaps = sum(
        math.dist(places[first], places[second]) < radii[first] + radii[second] - 1
        for first, second in itertools.combinations(graph, 2)
    )
    assert overlaps <= size / 100


def test_parts_stand_side_by_side() -> None:
    """The boxes around connected parts don't overlap."""
    graph = nx.disjoint_union_all([nx.star_graph(12), nx.cycle_graph(9), nx.path_graph(4), nx.path_graph(2)])
    places = layout(graph, dict.fromkeys(graph, 10.0))
    boxes = []
    for part in nx.connected_components(graph):
        xs, ys = zip(*(places[node] for node in part), strict=True)
        boxes.append((min(xs), min(ys), max(xs), max(ys)))
    for (left, top, right, bottom), (left2, top2, right2, bottom2) in itertools.combinations(boxes, 2):
        assert right < left2 or right2 < left or bottom < top2 or bottom2 < top


def test_nothing_is_laid_out() -> None:
    """No nodes, no places."""
    assert layout(nx.Graph(), {}) == {}
