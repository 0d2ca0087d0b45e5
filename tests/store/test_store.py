"""Every kind of store gives the same answers."""

import json
from io import BytesIO
from pathlib import Path

import pyoxigraph as ox
import pytest

from coopgraph.errors import UsageError
from coopgraph.store import Iri, Literal, Quad, Store, open_store
from coopgraph.vocabulary.namespaces import COOP, DEFAULT_BASE, RDFS, XSD

ALPHA = f"{DEFAULT_BASE}id/organization/alpha-university"
PARTNERS = 'SELECT (COUNT(DISTINCT ?x) AS ?n) { ?u rdfs:label "Alpha University" . ?u coop:cooperatesWith ?x }'


def test_well_known_prefixes_are_declared(store: Store) -> None:
    """A query needs no PREFIX lines, and a direct property counts each partner once."""
    assert list(store.select(PARTNERS)) == [(Literal("5", f"{XSD}integer"),)]


def test_a_query_may_declare_prefixes_itself(store: Store) -> None:
    """A prefix declared in the query wins over the well-known one of the same name."""
    assert list(store.select(f"PREFIX coop: <{COOP}> {PARTNERS}")) == list(store.select(PARTNERS))
    renamed = PARTNERS.replace("coop:", "rdf:")
    assert list(store.select(f"prefix rdf: <{COOP}>\n{renamed}")) == list(store.select(PARTNERS))


def test_rows_are_plain_terms(store: Store) -> None:
    """A row has a term for each variable in the query's order, and None where there is no value."""
    answer = store.select(
        'SELECT ?u ?none ?name ?kind { ?u rdfs:label ?name . VALUES ?name { "Alpha University" } '
        "OPTIONAL { ?u coop:kind ?none } ?k a skos:Concept ; skos:prefLabel ?kind "
        'FILTER(STR(?kind) = "agreement") }'
    )
    assert answer.variables == ("u", "none", "name", "kind")
    assert list(answer) == [
        (
            Iri(ALPHA),
            None,
            Literal("Alpha University"),
            Literal("agreement", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString", "en"),
        )
    ]


def test_rows_as_texts(store: Store) -> None:
    """The same rows can be had as strings alone."""
    rows = store.select('SELECT ?u ?none { ?u rdfs:label "Alpha University" OPTIONAL { ?u coop:kind ?none } }')
    assert list(rows.texts()) == [(ALPHA, None)]


def test_ask_and_construct(store: Store) -> None:
    """ASK gives a truth, CONSTRUCT triples, each once."""
    assert store.ask('ASK { ?u rdfs:label "Alpha University" }') is True
    assert store.ask('ASK { ?u rdfs:label "Omega University" }') is False
    text = 'CONSTRUCT { ?u rdfs:label "X" } { ?u coop:cooperatesWith ?x ; rdfs:label "Alpha University" }'
    assert list(store.construct(text)) == [(Iri(ALPHA), Iri(f"{RDFS}label"), Literal("X"))]


@pytest.mark.parametrize("method", ["select", "ask", "construct"])
def test_the_form_must_fit(store: Store, method: str) -> None:
    """A query of another form than the caller needs is wrong use."""
    other = "ASK {}" if method != "ask" else "SELECT * {}"
    with pytest.raises(UsageError, match="is needed here"):
        getattr(store, method)(other)


def test_solutions_serialize(store: Store) -> None:
    """CSV, TSV, JSON and XML are the W3C's formats; a target is written to in place of returning the bytes."""
    text = 'SELECT ?name { ?u rdfs:label ?name FILTER(STRSTARTS(?name, "Alpha")) }'
    assert store.select(text).serialize("csv") == b"name\r\nAlpha University\r\n"
    assert store.select(text).serialize("tsv") == b'?name\n"Alpha University"\n'
    assert json.loads(store.select(text).serialize("json"))["head"] == {"vars": ["name"]}
    assert b"<literal>Alpha University</literal>" in store.select(text).serialize("xml")
    target = BytesIO()
    assert store.select(text).serialize("csv", target) == b""
    assert target.getvalue() == b"name\r\nAlpha University\r\n"
    assert json.loads(store.query("ASK {}").serialize("json")) == {"head": {}, "boolean": True}


def test_triples_serialize_alike(store: Store, sample: Path) -> None:
    """Turtle and N-Triples have the same bytes whatever store they come from, and parse to the same triples."""
    text = "CONSTRUCT { ?u rdfs:label ?name } { ?u rdfs:label ?name }"
    for name, format_ in (("turtle", ox.RdfFormat.TURTLE), ("ntriples", ox.RdfFormat.N_TRIPLES)):
        content = store.construct(text).serialize(name)
        assert content == open_store(sample).construct(text).serialize(name)
        assert len(list(ox.parse(content, format_))) == 21


@pytest.mark.parametrize("text", ["SELECT * {}", "ASK {}", "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"])
def test_unknown_format(store: Store, text: str) -> None:
    """A format that the form has no writer for is wrong use, and the others are named."""
    with pytest.raises(UsageError, match="choose"):
        store.query(text).serialize("docx")


def test_quads_are_the_dataset(store: Store, sample: Path) -> None:
    """Every statement of the file comes once, with its graph; blank nodes don't occur."""
    quads = list(store.quads())
    assert len(quads) == len(set(quads)) == len(list(ox.parse(path=str(sample))))
    assert Quad(Iri(ALPHA), Iri(f"{RDFS}label"), Literal("Alpha University")) in quads
    assert len({quad.graph for quad in quads}) == 4
    named = [quad.graph is not None for quad in quads]
    assert named == sorted(named)


def test_the_default_graph_is_no_union(store: Store) -> None:
    """What stands in documents' graphs is seen through GRAPH alone."""
    assert store.ask("ASK { ?e a coop:Evidence }") is False
    assert store.ask("ASK { GRAPH ?g { ?e a coop:Evidence } }") is True


def test_values_are_bound_as_terms(store: Store) -> None:
    """A value takes the place of $name everywhere, in filters, optional parts and sub-queries; ?name stays."""
    text = """SELECT ?name ?of ?u {
      $u rdfs:label ?name . FILTER($u = $u && EXISTS { $u coop:cooperatesWith ?x })
      OPTIONAL { ?fact coop:subject $u ; coop:of ?of } { SELECT (COUNT(*) AS ?n) { $u rdfs:label ?l } }
    }"""
    assert list(store.select(text, {"u": Iri(ALPHA)}).texts()) == [("Alpha University", "universities", None)]


HOSTILE = ('" } INSERT', "'''", '"""', "\\", "\n", "} SERVICE <http://x> {", "$name", "\\u0022", "é🎓", "?x")


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_never_becomes_query(store: Store, value: str) -> None:
    """Whatever a string holds, the query sees that string."""
    assert list(store.select("SELECT ?v { BIND($name AS ?v) }", {"name": Literal(value)}).texts()) == [(value,)]


def test_a_value_that_is_no_iri(store: Store) -> None:
    """An IRI that would end the IRI's brackets is wrong use."""
    with pytest.raises(UsageError, match="thing"):
        store.select("SELECT * { $thing ?p ?o }", {"thing": Iri("http://x/> ?p ?o } #")})


def test_limit_takes_a_value(store: Store) -> None:
    """A whole number may stand behind LIMIT."""
    assert len(list(store.select("SELECT ?s { ?s ?p ?o } LIMIT $n", {"n": Literal("3", f"{XSD}integer")}))) == 3


def test_the_native_engine_answers(sample: Path) -> None:
    """An answer is Oxigraph's own, not that of a slower engine: rows are computed while they are read."""
    answer = open_store(sample).select("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }")
    assert isinstance(answer._answer, ox.QuerySolutions)
    assert len(next(iter(answer))) == 12  # the first of 300,000,000,000 or so
