"""Would the suggestions of a past day have come true? Hits of each predictor on what came after."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import comb
from typing import TYPE_CHECKING

from coopgraph.errors import NothingFoundError
from coopgraph.network.projection import Projection
from coopgraph.network.selection import keep
from coopgraph.network.suggestions import PREDICTORS, Known
from coopgraph.network.ties import project
from coopgraph.network.validity import validity

if TYPE_CHECKING:
    import networkx as nx

LENGTHS = (1, 5, 10)
"""How long the lists are that are looked through."""

_DIGITS = 9


@dataclass(frozen=True, slots=True)
class BackTest:
    """How predictors would have done.

    `parties` and `ties` are those known before the day, `new` the ties among these parties that came from then on,
    `undated` how many of them have no date of their own, and `tested` the parties that have a new tie. `hits` has, by
    predictor and length, the share of the tested for which a list of that length would have named a new partner.
    """

    parties: int
    ties: int
    new: int
    undated: int
    tested: int
    hits: Mapping[str, Mapping[int, float]]


def back_test(
    graph: "nx.MultiGraph[str]", day: date, *, view: Projection | None = None, lengths: Sequence[int] = LENGTHS
) -> BackTest:
    """Return how each predictor, knowing only what began before a day, ranks the ties that came from then on.

    Every party that had a tie by then and gets a new one is tested, against all organisations with ties that it had no
    tie with. Where candidates have the same value, each order of them is taken to be as likely, so that no predictor
    gains by the alphabet. Raises NothingFoundError where nothing can be tested.
    """
    begins = {edge["fact"]: validity(edge) for _, _, edge in graph.edges(data=True)}

    def later(fact: str) -> bool:
        first = begins[fact].first
        return first is not None and first >= day

    known = Known(keep(graph, lambda edge: not later(edge["fact"])), view)
    after = project(keep(graph, lambda edge: later(edge["fact"])), view)
    came: dict[str, set[str]] = {}
    for focus in known.network:
        if known.network.degree(focus) and focus in after:
            partners = set(after[focus]).intersection(known.strangers(focus))
            if partners:
                came[focus] = partners
    if not came:
        raise NothingFoundError(
            f"nothing to test: no two parties that had ties before {day} came to be tied later; choose another date"
        )
    pairs = {(min(one, other), max(one, other)) for one, partners in came.items() for other in partners}
    hits: dict[str, dict[int, float]] = {name: dict.fromkeys(lengths, 0.0) for name in PREDICTORS}
    for focus, partners in came.items():
        others = known.strangers(focus)
        for name, predictor in PREDICTORS.items():
            values = {other: round(value, _DIGITS) for other, value in predictor(known, focus, others).items()}
            for length in lengths:
                hits[name][length] += chance(values, partners, length) / len(came)
    return BackTest(
        parties=sum(known.network.degree(node) > 0 for node in known.network),
        ties=known.network.number_of_edges(),
        new=len(pairs),
        undated=sum(not any(begins[fact].dated for fact in after.edges[pair]["facts"]) for pair in pairs),
        tested=len(came),
        hits=hits,
    )


def chance(values: Mapping[str, float], right: Collection[str], length: int) -> float:
    """Return how likely a list of the highest values names one of the right ones, equals being in any order."""
    best = max(values[node] for node in right)
    above = sum(value > best for value in values.values())
    room = length - above
    if room <= 0:
        return 0.0
    equal = sum(value == best for value in values.values())
    wrong = equal - sum(values[node] == best for node in right)
    return 1.0 - comb(wrong, room) / comb(equal, room) if room < equal else 1.0
