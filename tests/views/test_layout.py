"""Where things stand: whole numbers, apart from each other, the same every time."""

import itertools
import math
import statistics

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coopgraph.views.groups import arrange
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


@pytest.mark.parametrize(("size", "links"), [(60, 2), (160, 1)])
def test_a_small_change_moves_little(size: int, links: int) -> None:
    """One thing more, tied to one other, leaves a network where it was: half of the things hardly move, as a rule."""
    medians = []
    for seed in (1, 2, 3):
        graph = nx.barabasi_albert_graph(size, links, seed=seed)
        more: nx.Graph[int] = nx.Graph(graph)
        more.add_edge(5, size)
        before, after = (layout(one, dict.fromkeys(more, 12.0)) for one in (graph, more))
        width = max(x for x, _ in before.values()) - min(x for x, _ in before.values())
        medians.append(statistics.median(math.dist(before[node], after[node]) for node in graph) / width)
    assert statistics.median(medians) < 0.1


def test_groups_hold_every_thing_once() -> None:
    """In a large network each thing has an innermost group, sizes add up, things stand within their group's disc."""
    graph = nx.disjoint_union_all([nx.barabasi_albert_graph(500, 2, seed=1), nx.path_graph(3), nx.empty_graph(5)])
    places, groups, home = arrange(graph, dict.fromkeys(graph, 10.0), 1, leading=range(10))
    assert set(places) == set(home) == set(graph)
    assert sum(group.size for group in groups if group.parent is None) == len(graph)
    assert {group.kind for group in groups} == {"community", "small", "alone"}
    for number, group in enumerate(groups):
        inside = [child for child in groups if child.parent == number]
        assert not inside or sum(child.size for child in inside) == group.size
    for node, (x, y) in places.items():
        group = groups[home[node]]
        assert math.dist((x, y), (group.x, group.y)) <= group.radius + 1


def test_discs_of_groups_stand_apart() -> None:
    """Groups side by side don't overlap, or hardly."""
    _, groups, _ = arrange(nx.barabasi_albert_graph(800, 2, seed=2), dict.fromkeys(range(800), 10.0), 1)
    tops = [group for group in groups if group.parent is None]
    assert len(tops) > 3
    for one, other in itertools.combinations(tops, 2):
        assert math.dist((one.x, one.y), (other.x, other.y)) > 0.9 * (one.radius + other.radius)
