"""Would the suggestions have come true? Hits of every predictor on the EU's research projects, before and after a day.

    python benchmarks/suggestions.py FILE.csv… [--day YYYY-MM-DD]

Reads tables as `cordis.py` does, all into one network.
"""

import argparse
from datetime import date
from pathlib import Path

import cordis  # type: ignore[import-not-found]  # beside this file

from coopgraph.model import Knowledge
from coopgraph.network import back_test, load


def combined(tables: list[Path]) -> Knowledge:
    """Return what several tables say together; of a thing that several have, the last says its names."""
    parts = [cordis.read(path) for path in tables]
    entities = {entity.key: entity for part in parts for entity in part.entities}
    return Knowledge(
        tuple(source for part in parts for source in part.sources),
        tuple(entities[key] for key in sorted(entities)),
        tuple(statement for part in parts for statement in part.statements),
        tuple(mention for part in parts for mention in part.mentions),
    )


def main() -> None:
    """Test and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("tables", type=Path, nargs="*", metavar="FILE.csv")
    parser.add_argument("--day", type=date.fromisoformat, default=date(2022, 1, 1))
    arguments = parser.parse_args()
    if not arguments.tables:
        return
    graph = load(cordis.store_of(combined(arguments.tables)))
    test = back_test(graph, arguments.day)
    print(
        f"before {arguments.day}: {test.parties} organisations, {test.ties} ties; later {test.new} new ties among them"
    )
    print(f"{test.tested} organisations tested")
    for name, hits in test.hits.items():
        print(f"  {name:24}" + "".join(f"  hits@{length} {share:.3f}" for length, share in hits.items()))
    plain = test.hits["common-neighbours"]
    for length, share in test.hits["shared"].items():
        verdict = "beats" if share > plain[length] else "does not beat"
        print(f"  shared {verdict} common neighbours at hits@{length}: {share:.3f} against {plain[length]:.3f}")


if __name__ == "__main__":
    main()
