"""No query reaches the network, another file, or the dataset's content to change it."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coopgraph.errors import CoopgraphError, UsageError
from coopgraph.store import open_store
from coopgraph.store.local import LocalStore
from coopgraph.store.safety import MAX_CHARACTERS, MAX_DEPTH, MAX_STRUCTURE, refuse_unsafe
from tests.store.server import serving


@pytest.fixture(scope="module")
def trap() -> Iterator[tuple[str, list[str]]]:
    """Yield the address of a server that nothing may ask, and the list of what is asked."""
    with serving(lambda *_: (500, "text/plain", b"")) as (address, asked):
        yield address, asked


@pytest.fixture(scope="module")
def engine() -> ox.Store:
    """Return an engine with a statement, so that patterns match."""
    engine = ox.Store()
    engine.add(ox.Quad(ox.NamedNode("http://e/s"), ox.NamedNode("http://e/p"), ox.Literal("o")))
    return engine


# Each of these reaches the server, or selects another dataset, when Oxigraph or another engine is handed it.
HOSTILE = [
    "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { service silent <URL> { ?s ?p ?o } }",
    "SELECT * { SeRvIcE\n\t# comment\n<URL>{ ?s ?p ?o } }",
    "SELECT * {?s ?p ?o.SERVICE<URL>{}}",
    "SELECT * { VALUES ?u { <URL> } SERVICE ?u { ?s ?p ?o } }",
    "SELECT * { { SELECT * { SERVICE <URL> { } } } }",
    "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE SILENT <URL> { } } }",
    "SELECT * { ?s ?p ?o FILTER NOT EXISTS { OPTIONAL { SERVICE SILENT <URL> { } } } }",
    "ASK { ?s ?p ?o MINUS { SERVICE SILENT <URL> { } } }",
    "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <URL> { ?s ?p ?o } }",
    "DESCRIBE ?s { SERVICE <URL> { ?s ?p ?o } }",
    "PREFIX ex: <URL> SELECT * { SERVICEex:x { ?s ?p ?o } }",
    "PREFIX : <URL> SELECT * { SERVICE:x { ?s ?p ?o } }",
    "PREFIX : <URL> SELECT * { ?s ?p true.SERVICE:x { ?s ?p ?o } }",
    "SELECT * { ?s ?p ('''x') SERVICE SILENT <URL> {} #\\q '''\n }",
    "SELECT * { ?s ?p 1SERVICE SILENT <URL> {} }",
    "SELECT * { ?s ?p 1e5SERVICE SILENT <URL> {} }",
    "SELECT * { ?s ?p 'a'@en.SERVICE<URL> {} }",
    "SELECT * { ?s ?p ?o #x\rSERVICE<URL> {} }",
    "SELECT * { ?s ?p 'it\\'s' . SERVICE <URL> {} }",
    "SELECT * { \\u0053ERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { \\U00000053ERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { ?s ?p 'a\\u0027. SERVICE <URL> {} #' }",
    "SELECT * FROM <URL> { ?s ?p ?o }",
    "SELECT * from named <URL> { GRAPH ?g { ?s ?p ?o } }",
    "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    "SELECT (?a<?b AS ?c) FROM <URL> WHERE { ?s ?p ?o }",
    "BASE <http://e/> SELECT * FROM\n<s> { ?s ?p ?o }",
    "PREFIX ex: <URL> ASK FROMex:x { ?s ?p ?o }",
    "CONSTRUCT FROM <URL> WHERE { ?s ?p ?o }",
    "SELECT * \\u0046ROM <URL> { ?s ?p ?o }",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_queries_are_refused(text: str, trap: tuple[str, list[str]], engine: ox.Store) -> None:
    """SERVICE and FROM are refused in one line, however they are written, and no server is asked."""
    address, asked = trap
    with pytest.raises(UsageError, match=r"line \d+, column \d+: (SERVICE|FROM) is refused") as caught:
        LocalStore(engine, "sample").query(text.replace("URL", address))
    assert "\n" not in str(caught.value)
    assert not asked


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p ?o FILTER(?a<?b)SERVICE#>\n<URL>{?s ?p ?o} }",
        "SELECT * { ?s ?p ?o FILTER(?a<?b&&?c='>')SERVICE SILENT<URL>{?s ?p ?o}FILTER(?x!='') }",
        "SELECT * { ?s ?p ?o FILTER(IF(?a<?b,?c>?d,?e)) }",
        "SELECT * { ?s ?p ?o FILTER(?a<(1)&&2>1) }",
        "SELECT * { ?s ?p ?o FILTER(?a<" + "(" * 10_000 + "1" + ")" * 10_000 + ">1) }",
    ],
)
def test_ambiguous_queries_are_refused(text: str, trap: tuple[str, list[str]], engine: ox.Store) -> None:
    """What one reader takes for an IRI and another for a comparison is refused, whatever it hides."""
    address, asked = trap
    with pytest.raises(UsageError, match="put a space behind it"):
        LocalStore(engine, "sample").query(text.replace("URL", address))
    assert not asked


def test_the_engine_itself_would_connect(trap: tuple[str, list[str]], engine: ox.Store) -> None:
    """The check is needed: without it Oxigraph asks the server that a query names."""
    address, asked = trap
    with pytest.raises(OSError, match="500"):
        list(engine.query(HOSTILE[0].replace("URL", address)))  # type: ignore[arg-type]
    assert asked
    asked.clear()


HARMLESS = [
    "SELECT * { ?s ?p 'SERVICE <http://x/> { }' }",
    'SELECT * { ?s ?p "FROM <http://x/>" }',
    "SELECT * { ?s ?p '''it's a \"SERVICE\" FROM us''' }",
    'SELECT * { ?s ?p """say "FROM" \\" SERVICE""" }',
    "SELECT * { ?s ?p ?o } # SERVICE <http://x/> { } FROM <http://x/>",
    "SELECT * { ?s <http://x/service/from> ?o }",
    "SELECT * { <http://x/SERVICE#FROM> <http://x/from> ?o }",
    "SELECT ?from ?service { ?from $service ?fromService }",
    "PREFIX ex: <http://x/> SELECT * { ?s ex:from ex:service }",
    "PREFIX ex: <http://x/> SELECT * { ?s ex:a.from ex:it\\'s . ?from ex:service _:from }",
    "SELECT * { ?s ?p 'x'@en-service }",
    "SELECT * { ?s ?p ?o FILTER(?o < 5 && ?p > 3) }",
    "SELECT * { ?s ?p ?o FILTER(?o<5 && ?p>3) }",
    "SELECT * { ?s <http://x/it's(a,b)&c#d> <urn:x:y?z=1> }",
    "BASE <http://x/> SELECT * { ?s <a/b?c=d> <e-f> }",
    "SELECT * { ?s ?p 'INSERT DATA', 'LOAD' . ?insert ?delete ?o }",
    "PREFIX insert: <http://x/> SELECT * { ?s insert:data ?o }",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_queries_pass(text: str, engine: ox.Store) -> None:
    """The words in texts, comments, IRIs, variables and names are no keywords."""
    LocalStore(engine, "sample").query(text)


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <http://e/a> <http://e/b> 1 }",
        "PREFIX ex: <http://e/>\ndelete where { ?s ?p ?o }",
        "LOAD <file:///etc/passwd>",
        "CLEAR ALL",
        "DROP DEFAULT",
        "WITH <http://e/g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "ASK {}; INSERT DATA { <http://e/a> <http://e/b> 1 }",
    ],
)
def test_updates_are_refused(text: str, engine: ox.Store) -> None:
    """An update is wrong use, and the dataset stays as it is."""
    with pytest.raises(UsageError):
        LocalStore(engine, "sample").query(text)
    assert len(engine) == 1


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { FILTER(" + "(" * 100_000 + "1" + ")" * 100_000 + ") }",
        "SELECT * " + "{" * 100_000 + "}" * 100_000,
        "SELECT * { FILTER(" + "!" * 100_000 + "1) }",
        "SELECT * { ?s " + "<http://e/p>/" * 20_000 + "<http://e/p> ?o }",
        "SELECT * { " + "{} UNION " * 20_000 + "{} }",
        "SELECT * { ?s ?p '" + "x" * MAX_CHARACTERS + "' }",
    ],
    ids=["parentheses", "braces", "negations", "path", "union", "length"],
)
def test_oversized_queries_are_refused(text: str, engine: ox.Store) -> None:
    """A query that would exhaust the engine's stack, and end the process, is refused before it is parsed."""
    with pytest.raises(UsageError, match="smaller queries"):
        LocalStore(engine, "sample").query(text)


def test_the_limits_leave_room(engine: ox.Store) -> None:
    """Thousands of values and deep nesting within the limits are answered."""
    store = LocalStore(engine, "sample")
    values = " ".join(f'"{number}"' for number in range(20_000))
    assert len(list(store.select(f"SELECT * {{ VALUES ?x {{ {values} }} }}"))) == 20_000
    deep = MAX_DEPTH - 2
    assert len(list(store.select("SELECT * { FILTER(" + "(" * deep + "true" + ")" * deep + ") }"))) == 1
    assert store.ask("ASK { FILTER(" + "true || " * (MAX_STRUCTURE // 3 - 10) + "false) }")


PIECES = [
    *(
        "SELECT * {",
        "ASK {",
        "}",
        "{",
        "(",
        ")",
        "'",
        '"',
        "'''",
        '"""',
        "\\",
        "#",
        "\n",
        "\r",
        " ",
        "<",
        ">",
        "=",
        "&&",
    ),
    *(
        "?s ?p ?o",
        "?a",
        ".",
        "FILTER(",
        "FILTER EXISTS{",
        "1",
        "1e",
        "true",
        "a:",
        "_:b",
        "@en",
        "<http://e/p>",
        "^^",
        "/",
    ),
    *(
        "SERVICE",
        "SERVICE SILENT",
        "service",
        "<URL>",
        "SERVICE<URL>{}",
        "PREFIX a: <URL>",
        "a:x",
        "\\u0027",
        "\\u0053",
    ),
]


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_nothing_that_passes_connects(trap: tuple[str, list[str]], engine: ox.Store, pieces: list[str]) -> None:
    """Whatever a query is put together from, it is answered or refused, and no server is asked."""
    address, asked = trap
    said = ""
    text = "".join(["SELECT * { ?s ?p ?o ", *pieces, " }"]).replace("URL", address)
    try:
        list(LocalStore(engine, "sample").query(text))  # type: ignore[arg-type]
    except CoopgraphError as error:
        said = str(error)
    assert "\n" not in said
    assert not asked


def test_broken_bytes_in_a_query() -> None:
    """A byte that isn't UTF-8, as Python hands it over from the command line, is wrong use."""
    with pytest.raises(UsageError, match="line 1, column 19: a byte that is no UTF-8"):
        refuse_unsafe("SELECT * { ?s ?p '\udcff' }")


@given(st.text(max_size=60))
def test_any_text_is_answered_or_refused(text: str) -> None:
    """No text makes the check itself fail."""
    with suppress(UsageError):
        refuse_unsafe(text)


def test_a_file_is_not_read_through_a_query(tmp_path: Path) -> None:
    """A second dataset on the disk can't be reached from a query over the first."""
    first, second = tmp_path / "first.ttl", tmp_path / "second.ttl"
    first.write_text("<http://e/1> <http://e/p> 1 .", encoding="utf-8")
    second.write_text("<http://e/2> <http://e/p> 2 .", encoding="utf-8")
    store = open_store(first)
    with pytest.raises(UsageError, match="FROM is refused"):
        store.select("SELECT * FROM <URL> { ?s ?p ?o }".replace("URL", second.as_uri()))
    assert list(store.select(f"SELECT * {{ GRAPH <{second.as_uri()}> {{ ?s ?p ?o }} }}")) == []


def test_json_ld_fetches_no_context(tmp_path: Path, trap: tuple[str, list[str]]) -> None:
    """A context behind an address is an error of the file, and no server is asked."""
    address, asked = trap
    path = tmp_path / "remote.jsonld"
    path.write_text(f'{{"@context": "{address}", "@id": "http://e/a", "http://e/p": 1}}', encoding="utf-8")
    with pytest.raises(CoopgraphError, match=r"remote\.jsonld"):
        open_store(path)
    assert not asked
