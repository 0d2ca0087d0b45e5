"""Measure the way from a dataset to a ranking, against rdflib's own store and networkx as they come.

    python benchmarks/network.py [ORGANISATIONS]

Makes an invented dataset of that many organisations (2,000 unless told), each with three agreements and a membership,
every second one with a project, and goes both ways once, in one process. The ratios are the point. Ours takes the
evidence of every fact along; the plain way knows IRIs and numbers only.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import networkx as nx
from rdflib import Dataset
from rdflib.query import ResultRow

from coopgraph.model import (
    Details,
    Entity,
    EntityType,
    Evidence,
    Knowledge,
    Relation,
    Source,
    Statement,
    cooperation,
    directed,
)
from coopgraph.network import MEASURES, load, project
from coopgraph.store import open_store
from coopgraph.vocabulary import PREFIXES, to_dataset, trig

T = TypeVar("T")

_PROJECT_SIZE = 6
_CLUB_SIZE = 20

_COOPERATION = """
SELECT ?a ?b (COUNT(DISTINCT ?fact) AS ?n) {
  ?fact coop:party ?a, ?b FILTER(STR(?a) < STR(?b))
} GROUP BY ?a ?b
"""
_SHARED = """
SELECT ?a ?b (COUNT(DISTINCT ?thing) AS ?n) {
  ?f coop:relation ?relation ; coop:subject ?a ; coop:object ?thing .
  ?g coop:relation ?relation ; coop:subject ?b ; coop:object ?thing .
  FILTER(?relation IN (coop:participatesIn, coop:memberOf) && STR(?a) < STR(?b))
} GROUP BY ?a ?b
"""


def knowledge(size: int) -> Knowledge:
    """Return an invented Knowledge of `size` organisations, the same for the same size."""
    chance = random.Random(size)  # noqa: S311 - not for secrets
    keys = [f"organization/u{number}" for number in range(size)]
    projects = [f"project/p{number}" for number in range(max(1, size // _PROJECT_SIZE))]
    clubs = [f"organization/club{number}" for number in range(max(1, size // _CLUB_SIZE))]
    facts = []
    for number, key in enumerate(keys):
        year = Details(kind="agreement", date=str(1990 + number % 35))
        # A few have many partners, most have few: the partner is drawn from the earlier ones with a bias to the first.
        facts += [
            cooperation((key, keys[int(number * chance.random() ** 2)]), details=year) for _ in range(3) if number
        ]
        facts.append(directed(Relation.MEMBER_OF, key, chance.choice(clubs)))
        if number % 2:
            facts.append(directed(Relation.PARTICIPATES_IN, key, chance.choice(projects)))
    statements = tuple(
        Statement(fact, Evidence("a.md", start, start + 5, "quote", "benchmark", 0.9))
        for start, fact in enumerate(dict.fromkeys(facts))
    )
    types = ((keys, EntityType.EDUCATION), (projects, EntityType.PROJECT), (clubs, EntityType.ASSOCIATION))
    entities = tuple(Entity(key, key.partition("/")[2], type_) for same, type_ in types for key in same)
    return Knowledge((Source("a.md", "0" * 64, "markdown"),), entities, statements)


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Return how many seconds the work takes, and what it returns."""
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def plain_network(dataset: Dataset) -> "nx.Graph[str]":
    """Return the parties and the number of facts that tie each two, by SPARQL in rdflib's engine."""
    graph: nx.Graph[str] = nx.Graph()
    names = dict(PREFIXES)
    for query in (_COOPERATION, _SHARED):
        for row in dataset.query(query, initNs=names):
            assert isinstance(row, ResultRow)
            one, other, number = map(str, row)
            before = graph.edges[one, other]["weight"] if graph.has_edge(one, other) else 0
            graph.add_edge(one, other, weight=before + int(number))
    return graph


PLAIN: dict[str, Callable[["nx.Graph[str]"], object]] = {
    "degree": lambda graph: dict(graph.degree()),
    "strength": lambda graph: dict(graph.degree(weight="weight")),
    "betweenness": nx.betweenness_centrality,
    "closeness": nx.closeness_centrality,
    "eigenvector": lambda graph: nx.eigenvector_centrality(graph, max_iter=1000, weight="weight"),
    "pagerank": nx.pagerank,
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("size", type=int, nargs="?", default=2000)
    parser.add_argument(
        "--paths", action="store_true", help="betweenness and closeness, too: their time grows as size²"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dataset.trig"
        path.write_bytes(b"".join(trig(to_dataset(knowledge(options.size)))))
        opened, store = timed(lambda: open_store(path))
        parsed, dataset = timed(lambda: _parsed(path))
    loaded, graph = timed(lambda: load(store))
    projected, ours = timed(lambda: project(graph))
    queried, plain = timed(lambda: plain_network(dataset))
    assert {frozenset(pair) for pair in ours.edges} == {frozenset(pair) for pair in plain.edges}
    print(f"{len(ours)} parties, {ours.number_of_edges()} ties, {graph.number_of_edges()} pairs of facts")
    print(f"{'':14}{'ours':>10}{'plain':>10}{'plain / ours':>14}")
    _line("open", opened, parsed)
    _line("network", loaded + projected, queried)
    print(f"  of which load {loaded:.2f} s, project {projected:.2f} s")
    for name, measure in MEASURES.items():
        if options.paths or name not in {"betweenness", "closeness"}:
            _line(name, timed(lambda: measure.values(ours))[0], timed(lambda: PLAIN[name](plain))[0])  # noqa: B023


def _parsed(path: Path) -> Dataset:
    dataset = Dataset()
    dataset.parse(path, format="trig")
    return dataset


def _line(name: str, ours: float, plain: float) -> None:
    print(f"{name:14}{ours:8.2f} s{plain:8.2f} s{plain / ours:14.1f}")


if __name__ == "__main__":
    main()
