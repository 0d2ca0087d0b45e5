"""What is loaded: nothing that a small network doesn't need."""

import subprocess
import sys

_CODE = """
import sys
import networkx as nx
from coopgraph.network import MEASURES, articulation_points, bridges, components
graph = nx.krackhardt_kite_graph()
for name in ("degree", "strength", "betweenness", "closeness", "harmonic", "eigenvector", "core"):
    MEASURES[name].values(graph)
components(graph), bridges(graph), articulation_points(graph)
print(sorted({"scipy", "rustworkx", "graspologic_native"} & set(sys.modules)))
"""


def test_small_networks_load_no_native_engine() -> None:
    """Most measures of a small network need neither scipy nor the native engines, which take long to load."""
    done = subprocess.run([sys.executable, "-c", _CODE], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
