"""How the outlines of countries were made: from the TopoJSON of world-atlas to SVG paths in an equal-area projection.

    python -m coopgraph.views.outlines countries-110m.json countries-10m.json world.json

The page reads only the result; `assets/vendor/README.md` says where the input comes from.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Point: TypeAlias = tuple[float, float]
Ring: TypeAlias = list[Point]
Array: TypeAlias = npt.NDArray[np.float64]

WIDTH = 1000.0
"""The width of the whole world in the unit of the paths."""
SOUTH = -56.0
"""The map ends here: south of it lies Antarctica, which is no country."""
_UNION = (-27.0, 47.0)
"""Where the dot of the European Union stands, in degrees: in the sea beside it, so that it covers no member."""
_UNNUMBERED = {"Kosovo": "XK"}  # ISO 3166 leaves this code to its users, CLDR and the EU use it
_A = (1.340264, -0.081106, 0.000893, 0.003796)
_M = math.sqrt(3) / 2
_GRID = 12  # steps in which a point far from the border is looked for, then refined
_ROUNDS = 3
_ENOUGH = 300  # points of a border that tell where that is


def project(longitude: float, latitude: float) -> Point:
    """Return a place in degrees on the map: Equal Earth (Šavrič, Patterson and Jenny 2018), y downward from the top."""
    x, y = _equal_earth(math.radians(longitude), math.radians(latitude))
    scale = WIDTH / (2 * _equal_earth(math.pi, 0.0)[0])
    return WIDTH / 2 + scale * x, scale * (_equal_earth(0.0, math.pi / 2)[1] - y)


def _equal_earth(longitude: float, latitude: float) -> Point:
    angle = math.asin(_M * math.sin(latitude))
    square = angle * angle
    sixth = square**3
    down = _M * (_A[0] + 3 * _A[1] * square + sixth * (7 * _A[2] + 9 * _A[3] * square))
    return (
        longitude * math.cos(angle) / down,
        angle * (_A[0] + _A[1] * square + sixth * (_A[2] + _A[3] * square)),
    )


def polygons(topology: Mapping[str, Any]) -> Iterator[tuple[str | None, list[list[Ring]]]]:
    """Yield the ISO 3166 code of each country, None where it has none, and its polygons: rings of projected points.

    Antarctica is left out. A ring ends where it begins; the first of a polygon goes around it, the others are holes, or
    what of it lies beyond the edge of the map.
    """
    import pycountry

    arcs = [list(_points(arc, topology["transform"])) for arc in topology["arcs"]]
    for shape in topology["objects"]["countries"]["geometries"]:
        found = pycountry.countries.get(numeric=shape["id"]) if "id" in shape else None
        code = found.alpha_2 if found else _UNNUMBERED.get(shape["properties"]["name"])
        if code != "AQ":
            parts = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
            pieces = [[_halves(_ring(ring, arcs)) for ring in part] for part in parts]
            yield code, [[ring for side in part for ring in side] for part in pieces if part[0]]


def _points(arc: Iterable[Sequence[float]], transform: Mapping[str, Any]) -> Iterator[Point]:
    """Yield the places of an arc in degrees."""
    (right, up), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0.0
    for step in arc:
        x, y = x + step[0], y + step[1]
        yield left + right * x, bottom + up * y


def _ring(numbers: Iterable[int], arcs: Sequence[Ring]) -> Ring:
    ring: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring.extend(arc[1:] if ring else arc)
    return ring


def _halves(ring: Ring) -> list[Ring]:
    """Return a ring of degrees on the map: several where it lies on both sides of the edge, the largest first."""
    whole = [ring[0]]
    for longitude, latitude in ring[1:]:
        turns = round((whole[-1][0] - longitude) / 360)
        whole.append((longitude + 360 * turns, latitude))
    shifted = ([(x + turn, y) for x, y in whole] for turn in (-360, 0, 360))
    inside = [_west_of(180, [(-x, y) for x, y in _west_of(180, side)]) for side in shifted]
    kept = [[project(-x, y) for x, y in side] for side in inside if len(side) > 2]
    return sorted(kept, key=area, reverse=True)


def _west_of(edge: float, ring: Ring) -> Ring:
    """Return what of a closed ring lies west of a meridian (Sutherland and Hodgman 1974)."""
    kept: Ring = []
    for (ax, ay), (bx, by) in pairwise(ring):
        if ax <= edge:
            kept.append((ax, ay))
        if (ax <= edge) != (bx <= edge):
            kept.append((edge, ay + (by - ay) * (edge - ax) / (bx - ax)))
    return [*kept, kept[0]] if kept else []


def area(ring: Ring) -> float:
    """Return the area within a ring."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))) / 2


def inmost(ring: Ring) -> Point:
    """Return about the point within a ring that is farthest from it: a place for a dot or a name."""
    corners = np.array([*ring[: -1 : max(1, len(ring) // _ENOUGH)], ring[-1]])
    low, high = corners.min(axis=0), corners.max(axis=0)
    best, size = (low + high) / 2, high - low
    for _ in range(_ROUNDS):
        steps = np.linspace(-0.5, 0.5, _GRID + 1)
        near = best + size * np.array([(0.0, 0.0), *((x, y) for x in steps for y in steps)])
        best = near[np.argmax(_depths(near, corners))]
        size = size / 5
    return float(best[0]), float(best[1])


def _depths(points: Array, ring: Array) -> Array:
    """Return how far each point is from a ring, negative outside of it."""
    start, step = ring[:-1], np.diff(ring, axis=0)
    away = points[:, None, :] - start
    with np.errstate(divide="ignore", invalid="ignore"):
        crossed = ((start[:, 1] > points[:, 1:]) != (ring[1:, 1] > points[:, 1:])) & (
            away[..., 0] < step[:, 0] * away[..., 1] / step[:, 1]
        )
    squares = np.maximum((step**2).sum(axis=1), 1e-12)
    along = np.clip((away * step).sum(axis=2) / squares, 0, 1)
    least = np.sqrt(((away - along[..., None] * step) ** 2).sum(axis=2).min(axis=1))
    depths: Array = np.where(crossed.sum(axis=1) % 2 == 1, least, -least)
    return depths


def path(rings: Iterable[Ring]) -> str:
    """Return rings as an SVG path in tenths of the unit, in relative steps; what is too small for a tenth goes."""
    parts = []
    for ring in rings:
        points = [(round(x * 10), round(y * 10)) for x, y in ring]
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points) if a != b]
        if len(steps) > 2:
            moves = "".join(_number(value) for step in steps[:-1] for value in step)
            parts.append(f"M{points[0][0]} {points[0][1]}l{moves.removeprefix(' ')}z")
    return "".join(parts)


def _number(value: int) -> str:
    return str(value) if value < 0 else f" {value}"


def world(coarse: Mapping[str, Any], fine: Mapping[str, Any]) -> dict[str, Any]:
    """Return the outlines of the coarse map by code, and where the fine one has each country.

    `countries` has for each code [x, y, area, path]: a place for a dot and the area, holes counted, in the unit of the
    map, and an empty path where only the fine map knows the country; `rest` is the path of land without a code. Paths
    are in tenths of the unit.
    """
    outlines: dict[str, str] = {}
    rest = []
    for code, parts in polygons(coarse):
        drawn = path(ring for part in parts for ring in part)
        if code is None:
            rest.append(drawn)
        else:
            outlines[code] = drawn
    countries: dict[str, list[float | str]] = {}
    for code, parts in polygons(fine):
        if code is not None and parts:
            x, y = inmost(max((part[0] for part in parts), key=area))
            whole = sum(area(part[0]) for part in parts)
            countries[code] = [round(x, 1), round(y, 1), round(whole, 2), outlines.get(code, "")]
    countries["EU"] = [*(round(value, 1) for value in project(*_UNION)), 0, ""]
    return {
        "width": WIDTH,
        "height": math.ceil(project(0, SOUTH)[1]),
        "countries": dict(sorted(countries.items())),
        "rest": "".join(rest),
    }


def main(coarse: str, fine: str, target: str) -> None:
    """Write the outlines made of two files of world-atlas."""
    maps = [json.loads(Path(name).read_text(encoding="utf-8")) for name in (coarse, fine)]
    text = json.dumps(world(*maps), separators=(",", ":"), ensure_ascii=False)
    Path(target).write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
