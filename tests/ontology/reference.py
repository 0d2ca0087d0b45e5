"""The tables of docs/reference/ontology.md, from the ontology: `python -m tests.ontology.reference` renews them."""

from collections.abc import Iterator

from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS
from rdflib.term import Node

from coopgraph.vocabulary.namespaces import COOP, PREFIXES
from tests.ontology import FOLDER, ROOT

PAGE = ROOT / "docs" / "reference" / "ontology.md"
START, STOP = "<!-- terms: start -->", "<!-- terms: stop -->"


def renewed(page: str) -> str:
    """Return the page with the tables between its two marks made anew."""
    before, _, rest = page.partition(START)
    _, _, after = rest.partition(STOP)
    return f"{before}{START}\n{''.join(_tables())}{STOP}{after}"


def _tables() -> Iterator[str]:
    ontology, kinds = Graph().parse(FOLDER / "coopgraph.ttl"), Graph().parse(FOLDER / "kinds.ttl")
    yield "\n### Classes\n\n| class | is | below | compare |\n| --- | --- | --- | --- |\n"
    for term in _terms(ontology, OWL.Class):
        yield _row(term, _comment(ontology, term), _named(ontology, term, RDFS.subClassOf), _matches(ontology, term))
    yield "\n### Properties\n\n| property | is | from → to | below | compare |\n| --- | --- | --- | --- | --- |\n"
    for term in [*_terms(ontology, OWL.ObjectProperty), *_terms(ontology, OWL.DatatypeProperty)]:
        ends = f"{_named(ontology, term, RDFS.domain) or 'any'} → {_named(ontology, term, RDFS.range) or 'any'}"
        below = _named(ontology, term, RDFS.subPropertyOf)
        yield _row(term, _comment(ontology, term), ends, below, _matches(ontology, term))
    yield "\n### Kinds and statuses\n"
    yield "\n| concept | English | Vietnamese | is | broader |\n| --- | --- | --- | --- | --- |\n"
    for term in sorted(kinds.subjects(RDF.type, SKOS.Concept), key=str):
        names = [", ".join(_labels(kinds, term, language)) for language in ("en", "vi")]
        definition = str(kinds.value(term, SKOS.definition))
        yield _row(term, *names, definition, _named(kinds, term, SKOS.broader))
    yield "\n"


def _terms(graph: Graph, kind: URIRef) -> list[Node]:
    return sorted((term for term in graph.subjects(RDF.type, kind) if str(term).startswith(COOP)), key=str)


def _row(term: Node, *cells: str) -> str:
    return f"| {_short(term)} | {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n"


def _comment(graph: Graph, term: Node) -> str:
    return str(graph.value(term, RDFS.comment))


def _named(graph: Graph, term: Node, verb: URIRef) -> str:
    return ", ".join(sorted(_target(graph, target) for target in graph.objects(term, verb)))


def _target(graph: Graph, target: Node) -> str:
    inverse = graph.value(target, OWL.inverseOf)
    return _short(target) if inverse is None else f"inverse of {_short(inverse)}"


def _matches(graph: Graph, term: Node) -> str:
    close, related = _named(graph, term, SKOS.closeMatch), _named(graph, term, SKOS.relatedMatch)
    return "; ".join(text for text in (close, related and f"related: {related}") if text)


def _labels(graph: Graph, term: Node, language: str) -> list[str]:
    """Return the preferred label in a language, then the others."""
    return [
        str(label)
        for verb in (SKOS.prefLabel, SKOS.altLabel)
        for label in sorted(graph.objects(term, verb), key=str)
        if getattr(label, "language", None) == language
    ]


def _short(term: Node) -> str:
    for prefix, namespace in PREFIXES.items():
        if str(term).startswith(namespace):
            return f"`{prefix}:{str(term).removeprefix(namespace)}`"
    return f"`{term}`"


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
