"""The projection of a large store: rows to arrays to a matrix of ties, and to networkx only what is wanted of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np

from coopgraph.model import PLACES, EntityType, Relation
from coopgraph.network.countries import countries
from coopgraph.network.matrix import Arrays, Vector, from_ties
from coopgraph.network.projection import Projection, Report
from coopgraph.network.table import UPWARD, Table, read, things
from coopgraph.network.ties import homes_of, is_inside

if TYPE_CHECKING:
    from coopgraph.store import Store

_USED = ""
_INTENDED, _ENDED, _UNSURE = "only intended", "ended", "not sure enough"


@dataclass(frozen=True, slots=True, eq=False)
class Sparse:
    """The network of a store as a matrix.

    `things` has name, type, aliases and country of each party; `report` tells what the projection left out, `homes`
    which organisation stands for a unit.
    """

    network: Arrays
    things: Mapping[str, Mapping[str, Any]]
    report: Report
    view: Projection
    homes: Mapping[str, str]

    def at_least(self, weight: float) -> "Sparse":
        """Return the network without the ties that weigh less; parties stay."""
        ties = self.network
        heavy = ties.weight >= weight
        network = Arrays(ties.nodes, ties.one[heavy], ties.other[heavy], ties.weight[heavy])
        return replace(self, network=network)

    def networkx(self) -> "nx.Graph[str]":
        """Return it as `project` would, except that edges have `weight` alone."""
        graph: nx.Graph[str] = nx.Graph(report=self.report, view=self.view, homes=dict(self.homes))
        ties, nodes = self.network, self.network.nodes
        graph.add_nodes_from((node, dict(self.things[node])) for node in nodes)
        columns = (column.tolist() for column in (ties.one, ties.other, ties.weight))
        graph.add_weighted_edges_from(
            (nodes[start], nodes[stop], value) for start, stop, value in zip(*columns, strict=True)
        )
        return graph


def project_store(store: "Store", view: Projection | None = None) -> Sparse:
    """Return the network that a view declares, straight from a store: the same parties, ties and weights as `project`.

    Made for millions of facts: no fact and no tie becomes an object. What that costs is the reasons of a tie; ask for
    them where they are wanted, with `queries.facts` for one thing or with `load` and `project`.
    """
    view = view or Projection()
    table = read(store, view)
    graph = _upward(store, table)
    homes = homes_of(graph) if view.roll_up else {}
    nodes = tuple(graph)
    place = {node: number for number, node in enumerate(nodes)}
    ends = np.array([place[thing] for thing in table.things], dtype=np.int64)
    home = np.array([place[homes.get(node, node)] for node in nodes], dtype=np.int64)
    inside = np.array([is_inside(data, view) for _, data in graph.nodes(data=True)], dtype=bool)
    projects = np.array([data["type"] == EntityType.PROJECT for _, data in graph.nodes(data=True)], dtype=bool)

    # The table's facts that count, with the places of their ends in `nodes`.
    of_view = np.isin(table.relation, [code for code, name in enumerate(table.relations) if name in view.relations])
    of_view &= table.confidence[table.fact] >= 0
    why = _why_not(table, view)
    counted = of_view & (why[table.fact] == _USED)
    fact, relation = table.fact[counted], table.relation[counted]
    subject, object_ = ends[table.subject[counted]], ends[table.object[counted]]

    membership = _is(table, relation, Relation.MEMBER_OF)
    funding = _is(table, relation, Relation.FUNDS)
    project = _is(table, relation, Relation.PARTICIPATES_IN) | (funding & projects[object_])
    through = membership | project
    one, other = home[subject], home[object_]

    used = np.zeros(len(why), dtype=bool)
    weights = view.weights
    ties = [_straight(fact, one, other, ~through & (one != other) & inside[one] & inside[other], used)]
    amount = np.where(table.agreement, weights.agreement, weights.partnership)
    amount[fact[funding]] = weights.funding
    ties[0] = (ties[0][0], ties[0][1], amount[ties[0][2]])
    for shared, total in ((project, weights.project), (membership, weights.membership)):
        ties.append(_shared(fact[shared], one[shared], object_[shared], inside, total, used))

    reasons = np.where(inside[one], "shared with no other party", "of a party outside the view")
    unshared = np.where(one == other, "within one organisation", "of a party outside the view")
    reasons = np.where(through, reasons, unshared)
    first = np.flatnonzero(np.diff(fact, prepend=-1))
    unused = Counter(reasons[first][~used[fact[first]]].tolist())
    unused.update(why[np.unique(table.fact[of_view & ~counted])].tolist())
    report = Report(int(used.sum()) + unused.total(), int(used.sum()), tuple(sorted(unused.items())))

    start, stop, weight = (np.concatenate(column) for column in zip(*ties, strict=True))
    tied = np.zeros(len(nodes), dtype=bool)
    tied[start] = tied[stop] = True
    place_type = np.array([data["type"] in PLACES for _, data in graph.nodes(data=True)], dtype=bool)
    kept = np.flatnonzero(inside & (home == np.arange(len(nodes))) & (tied | ~place_type))
    renumbered = np.zeros(len(nodes), np.int64)
    renumbered[kept] = np.arange(len(kept))
    parties = tuple(nodes[number] for number in kept)
    network = from_ties(parties, renumbered[start], renumbered[stop], weight)
    return Sparse(network, {node: graph.nodes[node] for node in parties}, report, view, homes)


def _is(table: Table, relation: Vector, name: Relation) -> Vector:
    return np.isin(relation, [code for code, known in enumerate(table.relations) if known is name])


def _upward(store: "Store", table: Table) -> "nx.MultiGraph[str]":
    """Return all things in sorted order, with name, type, aliases and country, and the facts that place them."""
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    types = things(store)
    names, aliases = _texts(store, "rdfs:label"), _texts(store, "skos:altLabel")
    for thing in sorted(types.keys() | set(table.things)):
        found = sorted(names[thing]) if thing in types else [thing]
        others = tuple(sorted({*found[1:], *aliases.get(thing, ())} - {found[0]})) if thing in types else ()
        graph.add_node(thing, name=found[0], type=types.get(thing, ""), aliases=others)
    for code, relation in enumerate(table.relations):
        if relation in UPWARD:
            rows = np.flatnonzero((table.relation == code) & (table.confidence[table.fact] >= 0))
            for number in rows.tolist():
                fact = table.fact[number]
                ends = table.things[table.subject[number]], table.things[table.object[number]]
                graph.add_edge(
                    *ends,
                    relation=relation,
                    subject=ends[0],
                    object=ends[1],
                    status="intended" if table.intended[fact] else "stated",
                    confidence=float(table.confidence[fact]),
                )
    nx.set_node_attributes(graph, countries(graph), "country")
    return graph


def _texts(store: "Store", property_: str) -> dict[str, list[str]]:
    """Return the names of each thing by its IRI."""
    found: dict[str, list[str]] = {}
    for thing, text in store.select(f"SELECT ?thing ?text {{ ?thing {property_} ?text }}").texts():
        found.setdefault(str(thing), []).append(str(text))
    return found


def _why_not(table: Table, view: Projection) -> Vector:
    """Return for each fact why it doesn't count, "" where it does; the same rules as `Projection.why_not`."""
    timely = np.array([view.untimely(date) or _USED for date in table.dates], dtype=object)
    why = timely[table.date]
    why[table.confidence < view.least_confidence] = _UNSURE
    if not view.ended:
        why[table.ended] = _ENDED
    why[table.intended] = _INTENDED
    return np.asarray(why)


def _straight(fact: Vector, one: Vector, other: Vector, chosen: Vector, used: Vector) -> tuple[Vector, Vector, Vector]:
    """Return both ends and the fact of each pair that a fact ties itself, each pair of a fact once; marks the facts."""
    fact, one, other = fact[chosen], np.minimum(one, other)[chosen], np.maximum(one, other)[chosen]
    used[fact] = True
    order = np.lexsort((other, one, fact))
    fact, one, other = fact[order], one[order], other[order]
    new = np.diff(fact, prepend=-1).astype(bool) | np.diff(one, prepend=-1).astype(bool)
    new |= np.diff(other, prepend=-1).astype(bool)
    return one[new], other[new], fact[new]


def _shared(
    fact: Vector, party: Vector, thing: Vector, inside: Vector, total: float, used: Vector
) -> tuple[Vector, Vector, Vector]:
    """Return both ends and the weight of each pair that shares things; marks the facts that tie somebody.

    With a row a party and a column a thing, the matrix times its transpose counts what two parties share; a thing of n
    parties counts total / (n - 1), whether or not all of them are in the view.
    """
    import scipy.sparse as sp  # type: ignore[import-untyped]

    size = len(inside)
    shares = sp.coo_array((np.ones(len(party)), (party, thing)), (size, size)).tocsr()
    shares.sum_duplicates()
    shares.data[:] = 1  # an organisation in two roles counts once
    members = np.asarray(shares.sum(axis=0))
    seen = shares.multiply(inside[:, None]).tocsr()
    of_view = np.asarray(seen.sum(axis=0))
    used[fact[inside[party] & (of_view[thing] > 1)]] = True
    each = np.divide(total, members - 1, where=members > 1, out=np.zeros(size))
    pairs = sp.triu(seen.multiply(each[None, :]).tocsr() @ seen.T.tocsr(), k=1).tocoo()
    real = pairs.data > 0
    return pairs.row[real], pairs.col[real], pairs.data[real]
