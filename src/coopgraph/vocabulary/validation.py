"""Whether a dataset is what the ontology's shapes ask for."""

from dataclasses import dataclass
from functools import cache

from rdflib import RDF, SH, Dataset, Graph, URIRef
from rdflib.term import Node

from coopgraph.vocabulary.namespaces import PREFIXES, SHACL
from coopgraph.vocabulary.resources import ontology_file


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One way in which a node breaks a shape.

    `focus` is the node's IRI, `path` the property as a prefixed name ("coop:date", "^coop:supports" for the inverse)
    or "" where the node as a whole is meant, `value` the value at fault or "", `message` one English sentence, and
    `severity` "violation", "warning" or "info".
    """

    focus: str
    path: str
    message: str
    severity: str
    value: str = ""


def validate(data: Dataset | Graph) -> list[Violation]:
    """Return all violations of ontology/shapes.ttl, sorted, each once; a dataset is judged as the union of its graphs.

    Works offline, with SHACL Core and without inference.
    """
    import pyshacl  # here, since it takes longer to load than a small dataset takes to validate

    _, report, _ = pyshacl.validate(
        union(data) if isinstance(data, Dataset) else data,
        shacl_graph=_shapes(),
        inference="none",
        advanced=False,
        js=False,
        do_owl_imports=False,
        inplace=True,  # without inference nothing is written, and the copy would double time and memory
    )
    return sorted({_violation(report, result) for result in report.subjects(RDF.type, SH.ValidationResult)})


def union(dataset: Dataset) -> Graph:
    """Return the triples of all graphs of a dataset as one graph in memory."""
    graph = Graph(bind_namespaces="none")
    for subject, predicate, object_, _ in dataset.quads():
        graph.add((subject, predicate, object_))
    return graph


@cache
def _shapes() -> Graph:
    return Graph().parse(ontology_file("shapes.ttl"), format="turtle")


def _violation(report: Graph, result: Node) -> Violation:
    value = report.value(result, SH.value)
    return Violation(
        focus=str(report.value(result, SH.focusNode)),
        path=_path(report, report.value(result, SH.resultPath)),
        message="; ".join(sorted(str(message) for message in report.objects(result, SH.resultMessage))),
        severity=str(report.value(result, SH.resultSeverity)).removeprefix(SHACL).lower(),
        value="" if value is None else str(value),
    )


def _path(report: Graph, path: Node | None) -> str:
    if path is None:
        return ""
    if isinstance(path, URIRef):
        return _short(path)
    inverse = report.value(path, SH.inversePath)
    if inverse is not None:
        return f"^{_path(report, inverse)}"
    return "/".join(_path(report, step) for step in report.items(path))


def _short(iri: URIRef) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return str(iri)
