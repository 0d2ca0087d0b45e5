"""Measure the way from a dataset to a network, against rdflib's own store, and against the reading of the rows.

    python benchmarks/network.py [ORGANISATIONS] [--triples N]

Makes an invented dataset of that many organisations (2,000 unless told), each with three agreements and a membership,
every second one with a project, and goes both ways once, in one process. The ratios are the point. Ours takes the
evidence of every fact along; the plain way knows IRIs and numbers only. With --triples, makes an on-disk store of so
many, too, and compares the way through arrays with the time that reading its rows takes (the fastest of three each).
`measures.py` measures the measures.
"""

import argparse
import io
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
from coopgraph.network import load, project, project_store
from coopgraph.store import Result, load_folder, open_store
from coopgraph.store.local import LocalStore
from coopgraph.vocabulary import PREFIXES, to_dataset, trig
from coopgraph.vocabulary.namespaces import COOP, DCTERMS, RDF, RDFS, XSD
from coopgraph.vocabulary.terms import concept

T = TypeVar("T")

_PROJECT_SIZE = 6
_CLUB_SIZE = 20
_TRIPLES_OF_FACT = 14
_REPEATS = 3  # of which the fastest counts: others use the machine, too

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
    """Return how many seconds of the processor the work takes, and what it returns."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


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


def invented(path: Path, triples: int) -> None:
    """Write a dataset of about so many triples: participations, six in a project, each with its evidence."""
    chance = random.Random(triples)  # noqa: S311 - not for secrets
    facts = triples // _TRIPLES_OF_FACT
    projects, parties = max(1, facts // _PROJECT_SIZE), max(2, facts // 12)
    thing, rdf_type, label = "https://example.org/id/", f"<{RDF}type>", f"<{RDFS}label>"
    document = f"<{thing}document/d>"
    with path.open("w", encoding="utf-8", newline="\n") as lines:
        lines.write(f"{document} {rdf_type} <{COOP}Document> {document} .\n")
        lines.write(f'{document} <{DCTERMS}identifier> "d" {document} .\n')
        for sort, count, name in (("organization", parties, "Institution"), ("project", projects, "Project")):
            for number in range(count):
                lines.write(f"<{thing}{sort}/{number}> {rdf_type} <{COOP}{name}> .\n")
                lines.write(f'<{thing}{sort}/{number}> {label} "{sort} {number}" .\n')
        for number in range(facts):
            fact, piece = f"<{thing}fact/{number}>", f"<{thing}evidence/{number}>"
            party = f"<{thing}organization/{int(parties * chance.random() ** 2)}>"
            project_ = f"<{thing}project/{number % projects}>"
            for name, value in (
                ("relation", f"<{COOP}participatesIn>"),
                ("subject", party),
                ("object", project_),
                ("status", f"<{concept('stated')}>"),
            ):
                lines.write(f"{fact} <{COOP}{name}> {value} .\n")
            lines.write(f"{fact} {rdf_type} <{COOP}Fact> .\n{fact} {rdf_type} <{COOP}Participation> .\n")
            for name, value in (
                ("supports", fact),
                ("document", document),
                ("quote", f'"row {number}"'),
                ("start", f'"{number}"^^<{XSD}integer>'),
                ("stop", f'"{number + 9}"^^<{XSD}integer>'),
                ("method", '"register"'),
                ("confidence", f'"0.{number % 5 + 5}"^^<{XSD}decimal>'),
            ):
                lines.write(f"{piece} <{COOP}{name}> {value} {document} .\n")


def rows_and_arrays(triples: int) -> None:
    """Print how long the rows of an on-disk store take to be read, and how long it takes to have its network."""
    with tempfile.TemporaryDirectory() as folder:
        path, place = Path(folder) / "dataset.nq", Path(folder) / "dataset"
        invented(path, triples)
        made, _ = timed(lambda: load_folder(path, place))
        print(f"\n{triples} triples as an on-disk store, made in {made:.1f} s", flush=True)
        store = open_store(place)
        asked: list[str] = []

        class Listening(LocalStore):
            """The same store, noting what it is asked."""

            def _query(self, sparql: str) -> Result:
                asked.append(sparql)
                return super()._query(sparql)

        assert isinstance(store, LocalStore)
        plain, store.__class__ = type(store), Listening
        sparse = project_store(store)
        store.__class__ = plain
        count = len(sparse.network.weight)
        print(f"  {len(sparse.network)} parties, {count} ties; {sparse.report}", flush=True)
        took, read, texts = (
            min(timed(work)[0] for _ in range(_REPEATS))
            for work in (
                lambda: project_store(store),
                lambda: [store.select(query).serialize("tsv", io.BytesIO()) for query in asked],
                lambda: [sum(1 for _ in store.select(query).texts()) for query in asked],
            )
        )
        print(f"  the rows as bytes {read:.1f} s, as strings {texts:.1f} s, the network as arrays {took:.1f} s:")
        print(f"  {took / read:.2f} of the bytes, {took / texts:.2f} of the strings")
        heavy, graph = timed(lambda: sparse.at_least(0.3).networkx())
        whole, full = timed(sparse.networkx)
        print(f"  {graph.number_of_edges()} ties of weight 0.3 or more in networkx: {heavy:.1f} s more, ", end="")
        print(f"all {full.number_of_edges()}: {whole:.1f} s")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("size", type=int, nargs="?", default=2000)
    parser.add_argument("--triples", type=int, help="the size of a store that is read as arrays")
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
    if options.triples:
        rows_and_arrays(options.triples)


def _parsed(path: Path) -> Dataset:
    dataset = Dataset()
    dataset.parse(path, format="trig")
    return dataset


def _line(name: str, ours: float, plain: float) -> None:
    print(f"{name:14}{ours:8.2f} s{plain:8.2f} s{plain / ours:14.1f}")


if __name__ == "__main__":
    main()
