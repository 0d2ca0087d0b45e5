"""IRIs are minted so that every engine takes them, and read back."""

from dataclasses import replace

import pyoxigraph
import pytest
from hypothesis import given

from coopgraph.errors import UsageError
from coopgraph.model import Details, Evidence, Status, cooperation
from coopgraph.vocabulary.iris import Mint, is_iri, is_web_address, same_as
from coopgraph.vocabulary.text import clean
from tests.samples import FOUR_PARTIES, TWO_SIDES
from tests.vocabulary.strategies import anything

MINT = Mint()
EVIDENCE = Evidence("a.md", 0, 5, "Alpha", "rule", 0.9)


@given(anything)
def test_keys_come_back(key: str) -> None:
    """Any key gives an IRI that Oxigraph takes, and comes back from it."""
    iri = MINT.thing(key)
    assert is_iri(iri)
    assert pyoxigraph.NamedNode(iri).value == iri
    assert MINT.key(iri) == clean(key)


def test_readable() -> None:
    """A slug stands in the IRI as it is."""
    assert MINT.thing("organization/vinh-university") == "https://w3id.org/coopgraph/id/organization/vinh-university"
    assert MINT.document("news/a b.md") == "https://w3id.org/coopgraph/id/document/news/a%20b.md"
    assert MINT.kind("letter of intent") == "https://w3id.org/coopgraph/kinds#letter-of-intent"
    assert MINT.kind("twinning") == "https://w3id.org/coopgraph/id/kind/twinning"


def test_steps_of_dots_stay() -> None:
    """A name of dots can't climb out of the base when a reader resolves it."""
    assert MINT.document("../../x") == "https://w3id.org/coopgraph/id/document/%2E%2E/%2E%2E/x"


def test_pinned_hashes() -> None:
    """The IRIs of facts and evidence stay from version to version and are the same below every base."""
    assert MINT.fact(FOUR_PARTIES).endswith("/id/fact/eac97085714bc7189cb3")
    assert MINT.side(TWO_SIDES, 2).endswith("/id/side/4ba7d2479ec4212220d0-2")
    assert MINT.evidence(FOUR_PARTIES, EVIDENCE).endswith("/id/evidence/484d4b5e0f2444f7660d")
    other = Mint("http://localhost:8000/graph#")
    assert other.fact(FOUR_PARTIES).rpartition("/")[2] == MINT.fact(FOUR_PARTIES).rpartition("/")[2]


def test_facts_differ_by_ends_and_details() -> None:
    """Facts that differ in anything have IRIs of their own; the order of parties and sides makes no difference."""
    facts = [
        cooperation(("a", "b")),
        cooperation(("a", "b", "c")),
        cooperation(("a", "b"), ("c",)),
        cooperation(("a",), ("b", "c")),
        cooperation(("a", "b"), details=Details(date="2025")),
        cooperation(("a", "b"), details=Details(end="2025")),
        cooperation(("a", "b"), details=Details(status=Status.ENDED)),
    ]
    assert len({MINT.fact(fact) for fact in facts}) == len(facts)
    assert MINT.fact(cooperation(("c",), ("b", "a"))) == MINT.fact(cooperation(("a", "b"), ("c",)))


def test_evidence_differs_by_all_that_it_says() -> None:
    """Two passages, or one passage found in two ways, are two pieces of evidence."""
    variants = [
        EVIDENCE,
        replace(EVIDENCE, document="b.md"),
        replace(EVIDENCE, start=1),
        replace(EVIDENCE, method="other"),
        replace(EVIDENCE, confidence=0.5),
        replace(EVIDENCE, page=1),
        replace(EVIDENCE, row=1),
    ]
    assert len({MINT.evidence(FOUR_PARTIES, variant) for variant in variants}) == len(variants)


@pytest.mark.parametrize(
    "base", ["", "graph/", "https://a.example", "https://a b/", "file:///x/", "https://a.example/>/"]
)
def test_bad_base(base: str) -> None:
    """A base below which no IRI can be minted is refused in one line."""
    with pytest.raises(UsageError, match="base") as caught:
        Mint(base)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("base", ["http://localhost:8000/", "https://example.org/graph#", "https://example.org/a/b/"])
def test_foreign_iri_has_no_key(base: str) -> None:
    """Only an IRI below the base has a key."""
    assert Mint(base).key("https://w3id.org/coopgraph/id/person/x") is None
    assert Mint(base).key(Mint(base).thing("person/x")) == "person/x"


@pytest.mark.parametrize(
    ("text", "whether"),
    [
        ("https://news.example/a?id=1&b=%20#top", True),
        ("http://localhost:8000", True),
        ("https://news.example/a b", False),
        ('https://news.example/"', False),
        ("https://news.example/%zz", False),
        ("https://user:secret@news.example/", False),
        ("javascript:alert(1)", False),
        ("//news.example/a", False),
        ("https://news.example/đ", False),
        ("https://news.example/a\n", False),
    ],
)
def test_web_addresses(text: str, whether: bool) -> None:
    """Only a plain address of the Web is written as an IRI, and Oxigraph takes each of them."""
    assert is_web_address(text) is whether
    if whether:
        assert pyoxigraph.NamedNode(text).value == text


@pytest.mark.parametrize(
    "text", ["", "x", "a b:c", "http://a b", "http://a/<", "http://a/\\", "http://a/%1", "http://a/\x00"]
)
def test_no_iris(text: str) -> None:
    """What no parser takes as an absolute IRI is none."""
    assert not is_iri(text)


@pytest.mark.parametrize(
    ("scheme", "value", "address"),
    [
        ("ror", "04nyv3z04", "https://ror.org/04nyv3z04"),
        ("ror", "https://ror.org/04nyv3z04", "https://ror.org/04nyv3z04"),
        ("wikidata", "Q42", "http://www.wikidata.org/entity/Q42"),
        ("geonames", "1581130", "https://sws.geonames.org/1581130/"),
        ("wikidata", "Q 42", "http://www.wikidata.org/entity/Q%2042"),
        ("ror", "https://ror.org/ >", None),
        ("ror", "", None),
        ("erasmus", "VN HANOI01", None),
    ],
)
def test_same_as(scheme: str, value: str, address: str | None) -> None:
    """Identifiers of the registers that give out IRIs become those."""
    assert same_as(scheme, value) == address
