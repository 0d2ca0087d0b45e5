"""The graph of things and facts."""

import random

from hypothesis import given
from hypothesis import strategies as st

from coopgraph.network.graph import build
from tests.network.rows import BASE, fact, graph_of, thing

HANOI = thing("Hanoi", "place")
VIETNAM = thing("Vietnam", "country")
JAPAN = thing("Japan", "country")
ALPHA = thing("Alpha", aliases=["b", "a"], identifiers={"ror": "1"}, documents=["a.md", "b.md", "a.md"])
BETA = thing("Beta", "company")
UNIT = thing("Office", "unit")


def test_node_attributes() -> None:
    """A node has name, type, sorted aliases, identifiers and the number of its documents."""
    node = graph_of([], [ALPHA]).nodes[ALPHA["id"]]
    assert node == {
        "name": "Alpha",
        "type": "education",
        "aliases": ("a", "b"),
        "identifiers": {"ror": "1"},
        "documents": 2,
        "country": None,
        "counts": (),
    }


def test_evidence_of_two_documents_is_one_edge() -> None:
    """A fact that two documents state is one edge with both pieces of evidence and the higher confidence."""
    rows = [
        fact("cooperatesWith", ALPHA, BETA, document="b.md", confidence=0.5, method="weak"),
        fact("cooperatesWith", ALPHA, BETA, confidence=0.8),
    ]
    graph = graph_of(rows, documents={"a.md": {"title": "A", "source": "https://a.example", "date": "2025"}})
    ((_, _, key, edge),) = graph.edges(keys=True, data=True)
    assert key == edge["fact"] == rows[0]["fact"]
    assert (edge["subject"], edge["object"], edge["confidence"], edge["method"]) == (
        ALPHA["id"],
        BETA["id"],
        0.8,
        "by hand",
    )
    assert [(piece["document"], piece["title"], piece["date"]) for piece in edge["evidence"]] == [
        ("a.md", "A", "2025"),
        ("b.md", None, None),
    ]


def test_pairs_of_one_fact_have_keys_of_their_own() -> None:
    """An agreement of three parties is three edges of one fact with three different keys."""
    gamma = thing("Gamma")
    pairs = [(ALPHA, BETA), (ALPHA, gamma), (BETA, gamma)]
    graph = graph_of(fact("cooperatesWith", one, other) | {"fact": "urn:f"} for one, other in pairs)
    assert sorted(key for _, _, key in graph.edges(keys=True)) == ["urn:f#1", "urn:f#2", "urn:f#3"]


def test_partner_counts_are_kept_at_the_node() -> None:
    """A count of partners is no edge, but stays with the thing that it is said of."""
    graph = graph_of([fact("partnerCount", ALPHA, None, count=200, of="universities", bound="at least")])
    assert graph.number_of_edges() == 0
    (count,) = graph.nodes[ALPHA["id"]]["counts"]
    assert (count["count"], count["of"], count["bound"], len(count["evidence"])) == (200, "universities", "at least", 1)


def test_country_through_place_and_owner() -> None:
    """A unit lies where its organisation lies, and that in the country of its city."""
    graph = graph_of(
        [
            fact("partOf", UNIT, ALPHA),
            fact("locatedIn", ALPHA, HANOI),
            fact("locatedIn", HANOI, VIETNAM),
            fact("locatedIn", BETA, JAPAN, status="intended"),
        ]
    )
    found = {data["name"]: data["country"] for _, data in graph.nodes(data=True)}
    assert found == {
        "Office": "Vietnam",
        "Alpha": "Vietnam",
        "Hanoi": "Vietnam",
        "Vietnam": "Vietnam",
        "Beta": None,
        "Japan": "Japan",
    }


def test_country_of_the_surer_fact_and_circles() -> None:
    """Of two countries the surer fact's counts; places that lie in each other end nowhere."""
    graph = graph_of(
        [
            fact("locatedIn", ALPHA, JAPAN, confidence=0.4),
            fact("locatedIn", ALPHA, VIETNAM, confidence=0.8),
            fact("locatedIn", HANOI, BETA),
            fact("locatedIn", BETA, HANOI),
        ]
    )
    assert graph.nodes[ALPHA["id"]]["country"] == "Vietnam"
    assert graph.nodes[HANOI["id"]]["country"] is None


def test_a_fact_about_a_thing_that_no_row_lists() -> None:
    """The ends of a fact become nodes even where the entities are incomplete."""
    graph = build([], [fact("cooperatesWith", ALPHA, BETA), fact("partnerCount", UNIT, None, count=3)], {})
    assert sorted(graph) == [BASE + "Alpha", BASE + "Beta", BASE + "Office"]


@given(st.randoms(use_true_random=False))
def test_order_of_rows_does_not_matter(shuffle: random.Random) -> None:
    """Nodes and edges come in the same order with the same data, whatever the order of the rows."""
    facts = [
        fact("cooperatesWith", ALPHA, BETA, document=name, start=start) for name in ("a.md", "b.md") for start in (0, 9)
    ]
    facts += [fact("locatedIn", ALPHA, HANOI), fact("locatedIn", HANOI, VIETNAM), fact("partOf", UNIT, ALPHA)]
    entities = [ALPHA, BETA, UNIT, HANOI, VIETNAM]
    expected = build(entities, facts, {})
    shuffle.shuffle(facts)
    shuffle.shuffle(entities)
    found = build(entities, facts, {})
    assert list(found.nodes(data=True)) == list(expected.nodes(data=True))
    assert list(found.edges(keys=True, data=True)) == list(expected.edges(keys=True, data=True))
