"""Where a dataset may live, and what is said where there is none."""

from pathlib import Path

import pytest

from coopgraph.errors import CoopgraphError, InputError, UsageError
from coopgraph.store import endpoint as endpoint_module
from coopgraph.store import load_folder, open_store
from tests.store.server import Reply, serving

LINE = '<http://e/a> <http://e/p> "1" .\n'


def _said(location: str | Path, error: type[CoopgraphError] = InputError) -> str:
    # Not pytest.raises(…) as caught: that keeps the engine's rows in a circle of references, which the collector may
    # break up in a server's thread, and they belong to this one.
    said = "\n"
    try:
        list(open_store(location).select("SELECT * { ?s ?p ?o }"))
    except error as caught:
        said = str(caught)
    assert "\n" not in said
    return said


def test_no_such_file(tmp_path: Path) -> None:
    """A missing dataset is named, with the command that makes it."""
    path = tmp_path / "none.trig"
    assert _said(path) == f"{path}: no such dataset; run `coopgraph build PATH…` first"


def test_malformed_file(tmp_path: Path) -> None:
    """A malformed file is named with the line and the column."""
    path = tmp_path / "bad.trig"
    path.write_text(f"{LINE}\n <http://e/a> ; ??", encoding="utf-8")
    assert _said(path).startswith(f"{path}: line 3, column 15: ")


@pytest.mark.parametrize("content", [b"<http://e/a> <http://e/p> '\xff' .", b"\x00\x01", b"<a> <b> <c> ."])
def test_broken_bytes(tmp_path: Path, content: bytes) -> None:
    """Bytes that are no UTF-8, no TriG, or hold relative IRIs are told in one line."""
    path = tmp_path / "bad.trig"
    path.write_bytes(content)
    assert "line 1" in _said(path)


def test_unknown_suffix(tmp_path: Path) -> None:
    """A suffix that stands for no format is wrong use; the known ones are named."""
    path = tmp_path / "data.xlsx"
    path.write_text(LINE, encoding="utf-8")
    assert ".trig" in _said(path, UsageError)


def test_unreadable_json_ld(tmp_path: Path) -> None:
    """Broken JSON-LD is told in one line, too."""
    path = tmp_path / "bad.jsonld"
    path.write_text("{", encoding="utf-8")
    assert str(path) in _said(path)


def test_folder_without_dataset(tmp_path: Path) -> None:
    """A folder that holds no store is named."""
    assert _said(tmp_path).startswith(f"{tmp_path}: a folder without a dataset")
    (tmp_path / "CURRENT").write_text("nonsense", encoding="utf-8")
    assert _said(tmp_path).startswith(f"{tmp_path}: the dataset can't be opened")


def test_a_folder_is_replaced_whole(tmp_path: Path) -> None:
    """Loading replaces an older dataset, leaves it where the new one is malformed, and spares other folders."""
    good, bad, folder = tmp_path / "good.nt", tmp_path / "bad.nt", tmp_path / "folder"
    good.write_text(LINE, encoding="utf-8")
    bad.write_text(LINE + "nonsense", encoding="utf-8")
    load_folder(good, folder)
    load_folder(good, folder)
    with pytest.raises(InputError, match="line 2"):
        load_folder(bad, folder)
    assert len(list(open_store(folder).quads())) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.nt", "folder", "good.nt"]
    with pytest.raises(InputError, match="choose another place"):
        load_folder(good, good / "folder")
    other = tmp_path / "other"
    other.mkdir()
    (other / "letter.txt").write_text("keep", encoding="utf-8")
    with pytest.raises(UsageError, match="choose an empty folder"):
        load_folder(good, other)
    assert (other / "letter.txt").exists()


def _answering(reply: Reply) -> str:
    with serving(lambda *_: reply) as (address, _):
        return _said(address)


JSON = "application/sparql-results+json"


def test_endpoint_failures() -> None:
    """A failing endpoint is told in one line with its address and what it says."""
    assert "answers 503: try later" in _answering((503, "text/plain", b"try\nlater\x1b[31m")).replace("[31m", "")
    assert "answers 404: Not Found" in _answering((404, "text/plain", b""))
    assert "can't be read" in _answering((200, JSON, b"<html>"))
    assert "can't be answered" in _answering(
        (200, JSON, b'{"head": {"vars": ["s"]}, "results": {"bindings": [{"s": 1}]}}')
    )
    assert "can't be reached" in _said("http://127.0.0.1:9/sparql")
    assert "can't be reached" in _said("HTTP://127.0.0.1:9/")


@pytest.mark.parametrize("address", ["http://[", "http://", "https://a b/", "http://e\nf/", "http://é.example/ü"])
def test_no_address(address: str) -> None:
    """What can't be an address is wrong use."""
    assert "no " in _said(address, UsageError)


def test_a_password_is_for_the_endpoint_alone() -> None:
    """A user and password in the address go into the request's header, and into no message."""
    with serving(lambda *_: (401, "text/plain", b"")) as (address, asked):
        said = _said(address.replace("http://", "http://user:s%40cret@"))
        assert said.startswith(f"{address}: the endpoint answers 401")
        assert asked == ["SELECT * { ?s ?p ?o }"]
        assert asked.headers["Authorization"] == "Basic dXNlcjpzQGNyZXQ="


def test_endpoint_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that is too long, or that doesn't come, is an error."""
    monkeypatch.setattr(endpoint_module, "MAX_ANSWER_BYTES", 10)
    assert "more than 10 bytes" in _answering((200, JSON, b'{"head": {}, "boolean": true}'))


def test_endpoint_is_asked_for_sparql_only() -> None:
    """What is no SPARQL, or is refused, doesn't leave this machine; the query is sent with its prefixes."""
    reply = (200, JSON, b'{"head": {"vars": ["x"]}, "results": {"bindings": []}}')
    with serving(lambda *_: reply) as (address, asked):
        store = open_store(address)
        for text in ("SELEC", "SELECT * FROM <http://e/> {}", "SELECT * { SERVICE <http://e/> {} }", "CLEAR ALL"):
            with pytest.raises(UsageError):
                store.query(text)
        assert asked == []
        assert list(store.select("SELECT ?x { ?x rdfs:label 'foaf:x' }")) == []
        assert asked == [
            "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\nSELECT ?x { ?x rdfs:label 'foaf:x' }",
        ]
