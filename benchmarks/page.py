"""Measure the page: its size and the time to write it, against pyvis' own page of the same network.

    python benchmarks/page.py [THINGS ...]

Makes invented networks of so many things (100, 1,000 and 2,500 unless told), two facts a thing, and writes each twice
in one process. Ours computes the layout and takes facts and quotes along; pyvis' page knows names only, leaves the
layout to the reader's browser and, its library inlined, still fetches Bootstrap. The last column is the limit:
the library and our own code, with nothing in it.
"""

import argparse
import random
import time
import warnings

import networkx as nx

from coopgraph.views import page
from coopgraph.views.html import assemble
from coopgraph.views.texts import ENGLISH

_TYPES = ("education", "education", "company", "government", "association")


def network(things: int) -> "nx.MultiGraph[str]":
    """Return a network in which a new thing works with two others, rather with those that many work with."""
    chance = random.Random(1)  # noqa: S311
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    for number in range(things):
        graph.add_node(f"t{number:05d}", name=f"University number {number}", type=chance.choice(_TYPES), documents=1)
    for number, (source, target) in enumerate(nx.barabasi_albert_graph(things, 2, seed=1).edges()):
        ends = f"t{source:05d}", f"t{target:05d}"
        quote = f"University number {source} and University number {target} signed an agreement on student exchange."
        piece = {"document": f"d{number % 500:03d}", "title": "News", "quote": quote, "start": 0, "confidence": 0.9}
        more = {"subject": ends[0], "object": ends[1], "relation": "cooperatesWith", "date": "2024-05"}
        graph.add_edge(*ends, f"f{number}", fact=f"f{number}", evidence=(piece,), **more)
    return graph


def plain(graph: "nx.MultiGraph[str]") -> str:
    """Return the page that pyvis makes of the names and lines, its library inlined."""
    from pyvis.network import Network

    network = Network(cdn_resources="in_line")
    for node, name in graph.nodes(data="name"):
        network.add_node(node, label=name)
    for source, target in graph.edges():
        network.add_edge(source, target)
    return str(network.generate_html())


def main() -> None:
    """Print a row for each size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("things", nargs="*", type=int, default=[100, 1000, 2500])
    warnings.simplefilter("ignore", DeprecationWarning)
    limit = len(assemble("", "en", ENGLISH, {}).encode()) / 1e6
    page(network(5))
    print(f"{'things':>8} {'facts':>8} {'ours s':>8} {'ours MB':>8} {'pyvis s':>8} {'pyvis MB':>9} {'limit MB':>9}")
    for things in parser.parse_args().things:
        graph = network(things)
        row = []
        for write in (page, plain):
            start = time.perf_counter()
            html = write(graph)
            row += [time.perf_counter() - start, len(html.encode()) / 1e6]
        ours, size, theirs, their_size = row
        facts = graph.number_of_edges()
        print(f"{things:8} {facts:8} {ours:8.2f} {size:8.2f} {theirs:8.2f} {their_size:9.2f} {limit:9.2f}")


if __name__ == "__main__":
    main()
