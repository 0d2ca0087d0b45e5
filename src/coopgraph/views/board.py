"""What the page for a board says of one institution: gathered from the network, each statement with its evidence."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import networkx as nx

from coopgraph.network import (
    MEASURES,
    PartnerRow,
    Projection,
    Suggestion,
    around,
    as_of,
    expired,
    passages,
    project,
    rank,
    source_of,
    suggest,
)
from coopgraph.network.whatif import Lapse
from coopgraph.queries import Duration
from coopgraph.views.charts import UNKNOWN

MEASURED = ("degree", "strength", "betweenness", "closeness", "pagerank")
"""The measures that the page shows."""
HORIZON = Duration(months=24)
"""How far ahead the page looks for agreements that run out."""
SUGGESTED = 5
YEARS = (10, 20)
"""How many years the chart of growth shows, at least and at most."""


@dataclass(frozen=True, slots=True)
class Place:
    """The place of the institution among `of` parties by one measure, and the interval of it where it was drawn."""

    title: str
    value: float
    place: int
    of: int
    interval: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Board:
    """Everything that the page says.

    `passages` has the surest passage of each fact, `parties` the things that it is about; `numbers` gives each cited
    document its number on the page, from 1.
    """

    name: str
    type: str
    country: str | None
    day: date
    partners: tuple[PartnerRow, ...]
    countries: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[str, int], ...]
    years: tuple[tuple[int, int], ...]
    undated: int
    lapsing: tuple[Lapse, ...]
    places: tuple[Place, ...]
    suggestions: tuple[Suggestion, ...]
    passages: Mapping[str, Mapping[str, Any]]
    parties: Mapping[str, frozenset[str]]
    documents: tuple[Mapping[str, Any], ...]
    numbers: Mapping[str, int]

    @property
    def facts(self) -> int:
        """How many facts the partnerships rest on."""
        return len({fact for row in self.partners for reason in row.reasons for fact in reason.facts})

    @property
    def sources(self) -> int:
        """How many sources the page cites."""
        return len({source_of(piece) for piece in self.documents})


def gather(graph: "nx.MultiGraph[str]", focus: str, day: date, *, intervals: bool = False) -> Board:
    """Return what the page says of a party, given by its IRI, as things stand on a day.

    Units count for the organisation that they are a part of. Raises NothingFoundError for what is no party.
    """
    today, view = as_of(graph, day), Projection(roll_up=True)
    network = project(today, view)
    focus = network.graph["homes"].get(focus, focus)
    partners = around(today, focus, view=view)
    data = graph.nodes[focus]
    sentences = passages(graph)
    ends = expired(graph, day, HORIZON.after(day), view=view).lapsing
    own = {fact for row in partners for reason in row.reasons for fact in reason.facts}
    lapsing = tuple(lapse for lapse in ends if lapse.fact in own)
    suggestions = tuple(suggest(today, focus, top=SUGGESTED, view=view))
    cited = _cited(partners, lapsing, suggestions, sentences)
    kinds = Counter(reason.how.value for row in partners for reason in {r.how: r for r in row.reasons}.values())
    return Board(
        name=data["name"],
        type=data["type"],
        country=data["country"],
        day=day,
        partners=tuple(partners),
        countries=_ordered(Counter(row.country or UNKNOWN for row in partners)),
        kinds=_ordered(kinds),
        years=_years(partners, day),
        undated=sum(row.since is None for row in partners),
        lapsing=lapsing,
        places=tuple(_places(today, network, focus, view, intervals)),
        suggestions=suggestions,
        passages=sentences,
        parties=_parties(graph),
        documents=tuple(cited.values()),
        numbers={name: number for number, name in enumerate(cited, 1)},
    )


def _parties(graph: "nx.MultiGraph[str]") -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, other, edge in graph.edges(data=True):
        found[edge["fact"]] |= {one, other}
    return {fact: frozenset(ends) for fact, ends in found.items()}


def _ordered(counts: "Counter[str]") -> tuple[tuple[str, int], ...]:
    """Return the most frequent first, what isn't stated last."""
    return tuple(sorted(counts.items(), key=lambda item: (item[0] == UNKNOWN, -item[1], item[0])))


def _years(partners: Iterable[PartnerRow], day: date) -> tuple[tuple[int, int], ...]:
    """Return, by year, how many of today's partners with a date there were by its end."""
    begun = Counter(int(row.since[:4]) for row in partners if row.since)
    if not begun:
        return ()
    last = max(day.year, *begun)
    first = last + 1 - min(max(last + 1 - min(begun), YEARS[0]), YEARS[1])
    return tuple((year, sum(count for when, count in begun.items() if when <= year)) for year in range(first, last + 1))


def _places(
    today: "nx.MultiGraph[str]", network: "nx.Graph[str]", focus: str, view: Projection, intervals: bool
) -> Iterable[Place]:
    if not network.degree(focus):
        return
    for by in MEASURED:
        rows = rank(today, by=by, view=view, with_places=intervals)
        own = next(row for row in rows if row.id == focus)
        place = 1 + sum(row.value > own.value for row in rows)
        yield Place(MEASURES[by].title, own.value, place, len(rows), own.places)


def _cited(
    partners: Iterable[PartnerRow],
    lapsing: Iterable[Lapse],
    suggestions: Iterable[Suggestion],
    sentences: Mapping[str, Mapping[str, Any]],
) -> dict[str, Mapping[str, Any]]:
    """Return the documents that the page cites, by name, in the order in which it does."""
    facts = [lapse.fact for lapse in lapsing]
    facts += [fact for row in suggestions for why in row.arguments for side in why.facts for fact in side]
    facts += [fact for row in partners for reason in row.reasons for fact in reason.facts]
    cited: dict[str, Mapping[str, Any]] = {}
    for fact in facts:
        cited.setdefault(sentences[fact]["document"], sentences[fact])
    return cited
