"""Measure the page: to write it, its size, to open it, a step of the zoom; beside pyvis and a bare vis-network page.

    python benchmarks/page.py [THINGS ...]

Makes invented networks of so many things (1,000, 5,000 and 20,000 unless told), two facts a thing, each with a quote,
and opens four pages of each in one Chromium without a GPU, one after the other:

  groups   ours as it opens: groups first
  all      ours with every thing shown one by one
  bare     a page that holds vis-network, the same places and names and nothing else: the limit for what is drawn
  pyvis    what pyvis writes by default, its library inlined; it leaves the layout to the reader's browser. It gets a
           limit, since it freezes: "-" means that nothing was painted, or no step done, in that time

`open s` is from the start of the navigation to the first picture, the median of three; `zoom s` the median of five
steps of the wheel, each to its picture. Needs Playwright and a Chromium (COOPGRAPH_CHROMIUM names another one).
"""

import argparse
import json
import os
import random
import re
import shutil
import statistics
import tempfile
import time
import warnings
from importlib.resources import files
from pathlib import Path
from typing import Any

import networkx as nx

from coopgraph.views import page

_TYPES = ("education", "education", "company", "government", "association")
_LIMIT = 30.0  # seconds that a page gets
_PAINTED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"
_BARE = """<!doctype html><meta charset="utf-8"><div id="net" style="height:98vh"></div>
<script>{library}</script><script>
const nodes = new vis.DataSet({nodes}), edges = new vis.DataSet({edges});
const network = new vis.Network(document.getElementById("net"), {{ nodes, edges }}, {options});
</script>"""


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


def bare(ours: str) -> str:
    """Return a page that shows what ours holds, with vis-network alone."""
    match = re.search(r'id="data">(.*?)</script>', ours)
    assert match is not None
    data = json.loads(match[1])
    drawn = data["network"]
    nodes = [
        {
            "id": number,
            "label": data["things"][number]["name"],
            **{key: node[key] for key in ("x", "y", "size", "shape")},
        }
        for number, node in enumerate(drawn["nodes"])
    ]
    edges = [{"from": edge["from"], "to": edge["to"], "width": edge["width"]} for edge in data["links"]]
    library = files("coopgraph.views").joinpath("assets", "vendor", "vis-network.min.js").read_text(encoding="utf-8")
    values = {"nodes": json.dumps(nodes), "edges": json.dumps(edges), "options": json.dumps(drawn["options"])}
    return _BARE.format(library=library, **values)


def plain(graph: "nx.MultiGraph[str]") -> str:
    """Return the page that pyvis makes of the names and lines, its library inlined."""
    from pyvis.network import Network

    # Undirected, it searches all edges for each one added: half a minute at 5,000 things.
    network = Network(cdn_resources="in_line", directed=len(graph) > 5000)
    for node, name in graph.nodes(data="name"):
        network.add_node(node, label=name)
    for source, target in graph.edges():
        network.add_edge(source, target)
    return str(network.generate_html())


def opened(browser: Any, address: str, times: int) -> tuple[float | None, float | None]:
    """Return the seconds to the first picture and for a step of the zoom; None for what exceeds the limit."""
    from playwright.sync_api import Error

    firsts, steps = [], []
    try:
        for _ in range(times):
            context = browser.new_context(viewport={"width": 1360, "height": 800})
            context.route(re.compile("^https?:"), lambda route: route.abort())
            try:
                tab = context.new_page()
                tab.set_default_timeout(_LIMIT * 1000)
                tab.goto(address, wait_until="commit")
                firsts.append(
                    tab.wait_for_function(f"() => document.querySelector('canvas') && {_PAINTED}").json_value() / 1000
                )
                tab.mouse.move(800, 400)
                for step in range(5):
                    start = time.perf_counter()
                    tab.mouse.wheel(0, -120 if step % 2 else 120)
                    tab.wait_for_function(f"() => {_PAINTED}")
                    steps.append(time.perf_counter() - start)
            finally:
                context.close()
    except Error as error:
        if "Timeout" not in str(error):
            raise
    return (statistics.median(firsts) if firsts else None, statistics.median(steps) if len(steps) > 4 else None)


def main() -> None:
    """Print four rows for each size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("things", nargs="*", type=int, default=[1000, 5000, 20000])
    warnings.simplefilter("ignore", DeprecationWarning)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return print("skipped: Playwright isn't installed")
    named = (os.environ.get("COOPGRAPH_CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    chromium = next((found for name in named if name and (found := shutil.which(name))), None)
    if chromium is None:
        return print("skipped: no Chromium found; name one in COOPGRAPH_CHROMIUM")
    page(network(5))
    print(f"{'things':>7} {'page':7} {'write s':>8} {'MB':>6} {'open s':>7} {'zoom s':>7}")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        for things in parser.parse_args().things:
            graph = network(things)
            start = time.perf_counter()
            ours = page(graph)
            written = time.perf_counter() - start
            start = time.perf_counter()
            theirs = plain(graph)
            pages = {"groups": (ours, written), "all": (ours, written), "bare": (bare(ours), 0.0)}
            pages["pyvis"] = (theirs, time.perf_counter() - start)
            for name, (html, seconds) in pages.items():
                file = Path(folder, f"{name}.html")
                file.write_text(html, encoding="utf-8", newline="\n")
                # A browser of its own for each: a frozen tab takes its browser with it.
                browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
                times = 1 if name == "pyvis" else 3
                results = opened(browser, file.as_uri() + ("#all=1" if name == "all" else ""), times)
                browser.close()
                shown = " ".join("-".rjust(7) if value is None else f"{value:7.2f}" for value in results)
                print(f"{things:7} {name:7} {seconds:8.2f} {len(html.encode()) / 1e6:6.2f} {shown}", flush=True)
    return None


if __name__ == "__main__":
    main()
