"""The W3C's SPARQL 1.1 tests, read from their manifests and run through our store."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO, StringIO
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pyoxigraph as ox
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from coopgraph.store.local import LocalStore
from coopgraph.store.results import Answer, Result, Solutions, Triples

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
_RESULTS = {".srx": ox.QueryResultsFormat.XML, ".srj": ox.QueryResultsFormat.JSON, ".tsv": ox.QueryResultsFormat.TSV}


@dataclass(frozen=True, slots=True)
class Case:
    """One test; `expected` is None for a syntax test, which passes if the query is read, or refused if `negative`."""

    name: str
    query: Path
    data: tuple[Path, ...]
    graphs: tuple[Path, ...]
    expected: Path | None
    negative: bool


def cases(folder: Path) -> Iterator[Case]:
    """Yield the query tests that a category's manifest lists."""
    manifest = Graph().parse(folder / "manifest.ttl", publicID=folder.as_uri() + "/manifest.ttl")
    listed = manifest.value(predicate=RDF.type, object=MF.Manifest)
    for entry in Collection(manifest, manifest.value(listed, MF.entries)):  # type: ignore[arg-type]
        types = {str(kind).removeprefix(str(MF)) for kind in manifest.objects(entry, RDF.type)}
        action, name = manifest.value(entry, MF.action), str(entry).rpartition("#")[2]
        if any("SyntaxTest" in kind for kind in types):
            negative = any(kind.startswith("Negative") for kind in types)
            yield Case(f"{folder.name}/{name}", _path(action), (), (), None, negative)
        elif types & {"QueryEvaluationTest", "CSVResultFormatTest"}:
            yield Case(
                f"{folder.name}/{name}",
                _path(manifest.value(action, QT.query)),
                tuple(map(_path, manifest.objects(action, QT.data))),
                tuple(map(_path, manifest.objects(action, QT.graphData))),
                _path(manifest.value(entry, MF.result)),
                negative=False,
            )


def _path(node: Node | None) -> Path:
    assert isinstance(node, URIRef)
    return Path(url2pathname(urlsplit(node).path))


def _iri(path: Path) -> str:
    return f"http://w3c.test/{path.parent.name}/{path.name}"


def answer(case: Case) -> Result:
    """Return what our store answers to the test's query over the test's data; relative IRIs are below w3c.test."""
    engine = ox.Store()
    for path in case.data:
        engine.load(path=str(path), base_iri=_iri(path))
    for path in case.graphs:
        engine.load(path=str(path), base_iri=_iri(path), to_graph=ox.NamedNode(_iri(path)))
    text = case.query.read_bytes().decode("utf-8")
    return LocalStore(engine, case.name).query(f"BASE <{_iri(case.query)}> {text}")


def agrees(given: Result, expected: Path) -> bool:
    """Whether an answer is the expected one: the same graph, truth, or rows in any order, up to blank nodes."""
    if isinstance(given, Triples):
        return _canonical(ox.parse(given.serialize("ntriples"), ox.RdfFormat.N_TRIPLES)) == _canonical(
            ox.parse(path=str(expected), base_iri=_iri(expected))
        )
    if expected.suffix == ".csv":
        return _table(given.serialize("csv").decode()) == _table(expected.read_text(encoding="utf-8"))
    if expected.suffix == ".ttl":
        wanted = _canonical(ox.parse(path=str(expected), base_iri=_iri(expected)))
        return _canonical(_result_set(given)) == wanted
    # Our own writers are part of what is tested.
    ours = ox.parse_query_results(given.serialize("json"), ox.QueryResultsFormat.JSON)
    theirs = ox.parse_query_results(path=str(expected), format=_RESULTS[expected.suffix])
    if isinstance(ours, ox.QueryBoolean) or isinstance(theirs, ox.QueryBoolean):
        return bool(ours) == bool(theirs) and isinstance(given, Answer)
    names = [{variable.value for variable in rows.variables} for rows in (ours, theirs)]
    return names[0] == names[1] and _canonical(_rows(ours)) == _canonical(_rows(theirs))


def _rows(rows: ox.QuerySolutions) -> Iterator[ox.Quad]:
    """Yield each row as a blank node with a statement a value, so that rows are compared as graphs are."""
    variables = list(rows.variables)
    for row in rows:
        node = ox.BlankNode()
        yield ox.Quad(node, ox.NamedNode(RS + "solution"), ox.Literal(True))
        for variable in variables:
            value = row[variable]
            if value is not None:
                yield ox.Quad(node, ox.NamedNode(RS + "value-" + variable.value), value)


def _result_set(given: Result) -> Iterator[ox.Quad]:
    """Yield a SELECT's answer in the vocabulary of the older tests."""
    assert isinstance(given, Solutions)
    rows = ox.parse_query_results(BytesIO(given.serialize("json")), ox.QueryResultsFormat.JSON)
    assert isinstance(rows, ox.QuerySolutions)
    everything, a = ox.BlankNode(), ox.NamedNode(str(RDF.type))
    yield ox.Quad(everything, a, ox.NamedNode(RS + "ResultSet"))
    variables = list(rows.variables)
    for variable in variables:
        yield ox.Quad(everything, ox.NamedNode(RS + "resultVariable"), ox.Literal(variable.value))
    for row in rows:
        solution = ox.BlankNode()
        yield ox.Quad(everything, ox.NamedNode(RS + "solution"), solution)
        for variable in variables:
            value = row[variable]
            if value is not None:
                binding = ox.BlankNode()
                yield ox.Quad(solution, ox.NamedNode(RS + "binding"), binding)
                yield ox.Quad(binding, ox.NamedNode(RS + "variable"), ox.Literal(variable.value))
                yield ox.Quad(binding, ox.NamedNode(RS + "value"), value)


def _table(text: str) -> list[list[tuple[str, str]]]:
    """Rows of a CSV file in one order of rows and columns; blank nodes are all alike."""
    rows = csv.DictReader(StringIO(text))
    return sorted(sorted((key, re.sub("^_:.*", "_:", value)) for key, value in row.items()) for row in rows)


def _canonical(quads: Iterable[ox.Quad]) -> ox.Dataset:
    """Return the quads with canonical blank nodes, and with the values that the engine makes of literals (1.0 is 1)."""
    engine = ox.Store()
    engine.extend(quads)
    dataset = ox.Dataset(engine)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return dataset
