"""Outlines of countries: decoded, cut at the edge of the map, projected without changing areas."""

import json
import math
from importlib.resources import files
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.views.outlines import WIDTH, area, inmost, path, polygons, project, world


def topology(*shapes: tuple[str | None, list[tuple[float, float]]]) -> dict[str, Any]:
    """Return a TopoJSON of countries with one ring each, in steps of a degree."""
    arcs: list[Any] = []
    geometries: list[dict[str, Any]] = []
    for code, ring in shapes:
        steps = [ring[0], *((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(ring))]
        geometries.append({"type": "Polygon", "arcs": [[len(arcs)]], "properties": {"name": "Kosovo"}})
        if code:
            geometries[-1]["id"] = code
        arcs.append(steps)
    return {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "objects": {"countries": {"geometries": geometries}},
        "arcs": arcs,
    }


def box(west: float, south: float, east: float, north: float) -> list[tuple[float, float]]:
    """Return the corners of a rectangle of degrees, the first again at the end."""
    return [(west, south), (east, south), (east, north), (west, north), (west, south)]


def test_corners_of_the_world() -> None:
    """The equator is as wide as the map, Greenwich in its middle, the north on top."""
    assert project(-180, 0)[0] == pytest.approx(0)
    assert project(180, 0)[0] == pytest.approx(WIDTH)
    assert project(0, 0)[0] == pytest.approx(WIDTH / 2)
    assert project(0, 90)[1] == pytest.approx(0)
    assert project(0, 60)[1] < project(0, 0)[1] < project(0, -60)[1]


@given(st.floats(-179, 178), st.floats(-80, 79))
def test_areas_are_kept(longitude: float, latitude: float) -> None:
    """A degree by a degree is as large on the map as on the sphere, wherever it is."""
    corners = [project(x, y) for x, y in box(longitude, latitude, longitude + 1, latitude + 1)]
    strip = math.radians(1) * (math.sin(math.radians(latitude + 1)) - math.sin(math.radians(latitude)))
    scale = WIDTH / (2 * 2.7066)
    assert area(corners) == pytest.approx(strip * scale**2, rel=0.02)


def test_country_across_the_edge_is_cut() -> None:
    """A ring that crosses the 180th meridian becomes two, one at each side, none across the map."""
    ((code, ((*rings,),)),) = polygons(
        topology(("643", [(170, 60), (179, 60), (-170, 60), (-170, 65), (170, 65), (170, 60)]))
    )
    assert code == "RU"
    assert len(rings) == 2
    for ring in rings:
        assert max(x for x, _ in ring) - min(x for x, _ in ring) < 40
    assert area(rings[0]) + area(rings[1]) == pytest.approx(2 * area(rings[0]), rel=0.05)


def test_codes_and_what_is_left_out() -> None:
    """Numbers become letters, Kosovo has its code without a number, Antarctica is left out."""
    shapes = topology(("704", box(105, 10, 106, 11)), (None, box(20, 42, 21, 43)), ("010", box(0, -80, 9, -70)))
    assert [code for code, _ in polygons(shapes)] == ["VN", "XK"]


def test_small_countries_have_a_place_only() -> None:
    """What only the fine map knows has no outline; the European Union has a place beside it."""
    coarse = topology(("704", box(100, 5, 110, 15)))
    fine = topology(("704", box(100, 5, 110, 15)), ("702", box(103, 1, 104, 2)))
    countries = world(coarse, fine)["countries"]
    assert list(countries) == ["EU", "SG", "VN"]
    assert countries["SG"][3] == countries["EU"][3] == ""
    assert countries["VN"][3].startswith("M")
    assert countries["VN"][2] > countries["SG"][2] > countries["EU"][2] == 0


@given(st.lists(st.tuples(st.floats(5, 40), st.floats(0.2, 1)), min_size=5, max_size=30))
def test_inmost_point_lies_inside(radii: list[tuple[float, float]]) -> None:
    """The place for a dot lies within a star-shaped ring, at least as deep as its middle."""
    angles = [2 * math.pi * place / len(radii) for place in range(len(radii))]
    ring = [(math.cos(a) * r * s, math.sin(a) * r * s) for a, (r, s) in zip(angles, radii, strict=True)]
    x, y = inmost([*ring, ring[0]])
    turns = 0.0
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        turn = math.atan2(by - y, bx - x) - math.atan2(ay - y, ax - x)
        turns += (turn + math.pi) % (2 * math.pi) - math.pi
    assert round(turns / (2 * math.pi)) == 1


def test_path_is_relative_and_closed() -> None:
    """A ring is a move and relative steps in tenths; one of less than three points is no area."""
    assert path([[(0, 0), (1, 0), (1, 1), (0, 0)]]) == "M0 0l10 0 0 10z"
    assert path([[(0, 0), (0.01, 0), (0, 0)]]) == ""


def test_vendored_world_is_whole() -> None:
    """Every country has its place on the map, the larger ones an outline."""
    known = json.loads(files("coopgraph.views").joinpath("assets", "vendor", "world.json").read_text(encoding="utf-8"))
    countries = known["countries"]
    assert {"SG", "MT", "XK", "EU", "VA", "TV"} <= countries.keys()
    for x, y, size, outline in countries.values():
        assert 0 <= x <= known["width"]
        assert 0 <= y <= known["height"]
        assert outline or size < 30
    assert countries["RU"][3].count("M") > 5
