"""CORDIS, the register of the EU's research projects, as a dataset: who takes part in which project.

    python benchmarks/cordis.py FILE.csv…

Reads tables of one row a participation (columns project_id, pic, legal_name, …; "NA" for nothing), and prints what the
network of each looks like and how long each step takes.
"""

import argparse
import csv
import hashlib
import re
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from coopgraph.model import Details, Entity, EntityType, Evidence, Knowledge, Relation, Source, Statement, directed
from coopgraph.network import components, load, project, rank
from coopgraph.store import Store, open_store
from coopgraph.vocabulary import to_dataset, trig

TYPES = {
    "HES": EntityType.EDUCATION,  # higher or secondary education
    "REC": EntityType.EDUCATION,  # research organisation
    "PRC": EntityType.COMPANY,
    "PUB": EntityType.GOVERNMENT,
}
"""The type of an organisation by its code of activity; of another or without one, an association."""

METHOD = "register"


def read(path: Path) -> Knowledge:
    """Return the organisations, projects and countries of a table, and their participations; the row is the evidence.

    An organisation is its PIC, a project its number. Of several names of one the most frequent is preferred, then the
    first by letter; the others are aliases. A project's start and end date the participation.
    """
    text = path.read_bytes().decode("utf-8")
    name = path.name
    names: dict[str, Counter[str]] = defaultdict(Counter)
    types: dict[str, Counter[EntityType]] = defaultdict(Counter)
    statements: dict[Statement, None] = {}
    for number, start, line, row in _rows(text):
        party = f"organization/pic-{row['pic']}"
        shared = f"project/cordis-{row['project_id']}"
        country = "country/" + re.sub(r"[^a-z]+", "-", row["country"].casefold())
        names[party][row["legal_name"] or f"PIC {row['pic']}"] += bool(row["legal_name"])
        names[shared][row["project_acronym"] or f"Project {row['project_id']}"] += 1
        names[country][row["country"]] += 1
        types[party][TYPES.get(row["legal_entity_type"], EntityType.ASSOCIATION)] += bool(row["legal_entity_type"])
        details = Details(
            role=row["partner_role"].casefold() or None, date=row["start_date"] or None, end=row["end_date"] or None
        )
        evidence = Evidence(name, start, start + len(line), line, METHOD, 1.0, row=number)
        statements[Statement(directed(Relation.PARTICIPATES_IN, party, shared, details), evidence)] = None
        statements[Statement(directed(Relation.LOCATED_IN, party, country), evidence)] = None
    entities = tuple(_entity(key, found, types.get(key, Counter())) for key, found in sorted(names.items()))
    source = Source(name, hashlib.sha256(text.encode()).hexdigest(), "csv", title="CORDIS")
    return Knowledge((source,), entities, tuple(statements), tuple((name, entity.key) for entity in entities))


def _rows(text: str) -> Iterator[tuple[int, int, str, Mapping[str, str]]]:
    """Yield the number, the offset, the text and the cells of each row; "NA" is an empty cell."""
    lines = text.splitlines(keepends=True)
    header = next(csv.reader(lines[:1]))
    start = len(lines[0])
    for number, line in enumerate(lines[1:], 1):
        cells = next(csv.reader([line]))
        row = {column: "" if cell == "NA" else cell for column, cell in zip(header, cells, strict=True)}
        yield number, start, line.rstrip("\r\n"), row
        start += len(line)


def _entity(key: str, names: Counter[str], types: Counter[EntityType]) -> Entity:
    first, *others = sorted(names, key=lambda name: (-names[name], name))
    sort, _, identifier = key.partition("/")
    if sort == "country":
        return Entity(key, first, EntityType.COUNTRY)
    scheme, _, value = identifier.partition("-")
    type_ = EntityType.PROJECT if sort == "project" else min(types, key=lambda type_: (-types[type_], type_))
    return Entity(key, first, type_, tuple(others), identifiers=((scheme, value),))


def store_of(knowledge: Knowledge) -> Store:
    """Return a store in memory of what is known."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cordis.trig"
        path.write_bytes(b"".join(trig(to_dataset(knowledge))))
        return open_store(path)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("tables", type=Path, nargs="*", metavar="FILE.csv")
    for path in parser.parse_args().tables:
        start = time.perf_counter()
        store = store_of(read(path))
        stored = time.perf_counter()
        graph = load(store)
        network = project(graph)
        done = time.perf_counter()
        print(f"{path.name}: dataset {stored - start:.1f} s, network {done - stored:.1f} s")
        pieces = components(network)
        print(f"  {len(network)} organisations, {network.number_of_edges()} pairs, {len(pieces)} components")
        for row in rank(graph, top=10):
            print(f"  {row.partners:5} partners {row.projects:4} projects  {row.name}")


if __name__ == "__main__":
    main()
