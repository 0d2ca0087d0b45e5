"""The projection: what ties two parties, what it weighs, what is left out."""

import random
from dataclasses import replace

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coopgraph.errors import UsageError
from coopgraph.model import EntityType, Relation
from coopgraph.network import How, Projection, Report, Undated, Weights, project
from tests.network.rows import Row, fact, graph_of, thing

A, B, C = thing("A"), thing("B", "company"), thing("C", "government")
PROJECT = thing("Bridge", "project")
CLUB = thing("Club", "association")
UNIT = thing("Unit", "unit")
VIETNAM, JAPAN = thing("Vietnam", "country"), thing("Japan", "country")
PERSON = thing("Person", "person")


def tie(facts: list[Row], view: Projection | None = None) -> dict[str, float]:
    """Return the weights of the ties that these facts make, by the names of the two parties."""
    network = project(graph_of(facts), view)
    name = {node: data["name"] for node, data in network.nodes(data=True)}
    return {name[one] + name[other]: edge["weight"] for one, other, edge in network.edges(data=True)}


def names(network: "nx.Graph[str]") -> list[str]:
    """Return the names of the nodes, in their order."""
    return [data["name"] for _, data in network.nodes(data=True)]


def test_agreement_weighs_more_than_partnership() -> None:
    """What is signed weighs two, what is only called a partnership one; several facts add up."""
    agreement = fact("cooperatesWith", A, B, kind="memorandum of understanding")
    partnership = fact("cooperatesWith", A, B, number=1, kind="exchange")
    assert tie([agreement]) == {"AB": 2.0}
    assert tie([partnership]) == {"AB": 1.0}
    assert tie([agreement, partnership]) == {"AB": 3.0}


def test_a_fact_of_two_documents_counts_once() -> None:
    """Evidence doesn't add weight."""
    rows = [fact("cooperatesWith", A, B), fact("cooperatesWith", A, B, document="b.md")]
    network = project(graph_of(rows))
    ((_, _, edge),) = network.edges(data=True)
    assert edge["weight"] == 1.0
    assert edge["documents"] == ("a.md", "b.md")
    assert edge["evidence"] == {rows[0]["fact"]: ("a.md", "b.md")}


def test_shared_project_by_newman() -> None:
    """Three participants of one project tie each pair with a half; two roles of one of them count once."""
    facts = [fact("participatesIn", party, PROJECT) for party in (A, B, C)]
    facts.append(fact("participatesIn", A, PROJECT, number=1, role="coordinator"))
    assert tie(facts) == {"AB": 0.5, "AC": 0.5, "BC": 0.5}


def test_shared_membership_is_light() -> None:
    """Membership of one association weighs a quarter of a shared project."""
    assert tie([fact("memberOf", party, CLUB) for party in (A, B, C)]) == {"AB": 0.125, "AC": 0.125, "BC": 0.125}


def test_participants_outside_the_view_count_in_n() -> None:
    """Who is left out of the view still took part: the weight between the others is the same."""
    facts = [fact("participatesIn", party, PROJECT) for party in (A, B, C)]
    assert tie(facts, Projection(types=frozenset({EntityType.EDUCATION, EntityType.COMPANY}))) == {"AB": 0.5}


def test_funding_is_optional() -> None:
    """Money ties only where the view asks for it: to an organisation straight, through a project as a share of it."""
    facts = [fact("funds", A, B), fact("funds", A, PROJECT), fact("participatesIn", C, PROJECT)]
    assert tie(facts) == {}
    assert tie(facts, Projection(relations=frozenset({Relation.FUNDS}))) == {"AB": 1.0}
    assert tie(facts, Projection(relations=frozenset({Relation.FUNDS, Relation.PARTICIPATES_IN}))) == {
        "AB": 1.0,
        "AC": 1.0,
    }


def test_intended_never_counts_and_ended_by_choice() -> None:
    """What is only intended ties nobody; what has ended does where the view asks for it."""
    intended = fact("cooperatesWith", A, B, status="intended")
    ended = fact("cooperatesWith", A, C, status="ended")
    assert tie([intended, ended]) == {}
    assert tie([intended, ended], Projection(ended=True)) == {"AC": 1.0}


def test_places_only_as_parties() -> None:
    """A country is a node where it is a party of a tie, not because something lies in it; persons never are."""
    facts = [
        fact("cooperatesWith", A, VIETNAM),
        fact("locatedIn", B, JAPAN),
        fact("cooperatesWith", A, PERSON),
    ]
    assert names(project(graph_of(facts))) == ["A", "B", "Vietnam"]


def test_countries() -> None:
    """Only the organisations of the countries asked for stay, in any case of letters."""
    facts = [
        fact("cooperatesWith", A, B),
        fact("cooperatesWith", A, C),
        fact("locatedIn", A, JAPAN),
        fact("locatedIn", B, JAPAN),
        fact("locatedIn", C, VIETNAM),
    ]
    assert tie(facts, Projection(countries=frozenset({"japan"}))) == {"AB": 1.0}


def test_least_confidence() -> None:
    """The surest piece of evidence decides."""
    facts = [fact("cooperatesWith", A, B, confidence=0.3), fact("cooperatesWith", A, C, confidence=0.3)]
    facts.append(fact("cooperatesWith", A, C, confidence=0.7, document="b.md"))
    assert tie(facts, Projection(least_confidence=0.5)) == {"AC": 1.0}


@pytest.mark.parametrize(
    ("date", "kept"),
    [
        ("2023", False),
        ("2024", True),
        ("2024-05", False),
        ("2024-06", True),
        ("2024-06-30", True),
        ("2025-01-01", True),
    ],
)
def test_since_with_any_precision(date: str, kept: bool) -> None:
    """A date passes when it may lie in the window: the year 2024 may be after June 2024, its May may not."""
    assert tie([fact("cooperatesWith", A, B, date=date)], Projection(since="2024-06")) == ({"AB": 1.0} if kept else {})


def test_until() -> None:
    """The end of the window counts as the whole of the year, month or day that is given."""
    facts = [fact("cooperatesWith", A, B, date="2024-12-31"), fact("cooperatesWith", A, C, date="2025")]
    assert tie(facts, Projection(until="2024")) == {"AB": 1.0}


def test_undated() -> None:
    """An undated fact is dropped from a window, kept, or dated by the document that reports it, as the view says."""
    graph = graph_of([fact("cooperatesWith", A, B)], documents={"a.md": {"date": "2024"}})
    assert project(graph).number_of_edges() == 1
    view = Projection(since="2025")
    assert project(graph, view).graph["report"] == Report(1, 0, (("undated", 1),))
    assert project(graph, replace(view, undated=Undated.KEEP)).number_of_edges() == 1
    assert project(graph, replace(view, undated=Undated.REPORTED)).number_of_edges() == 0
    assert project(graph, Projection(since="2024", undated=Undated.REPORTED)).number_of_edges() == 1


def test_roll_up() -> None:
    """With roll-up what a unit does is its organisation's, each fact once a pair, and nothing inside one counts."""
    facts = [
        fact("partOf", UNIT, A),
        fact("cooperatesWith", UNIT, B),
        fact("cooperatesWith", A, B) | {"fact": fact("cooperatesWith", UNIT, B)["fact"]},
        fact("cooperatesWith", UNIT, A),
    ]
    assert tie(facts) == {"AB": 1.0, "BUnit": 1.0, "AUnit": 1.0}
    network = project(graph_of(facts), Projection(roll_up=True))
    assert names(network) == ["A", "B"]
    assert network.size(weight="weight") == 1.0
    assert network.graph["report"] == Report(2, 1, (("within one organisation", 1),))


def test_units_in_a_circle_stay() -> None:
    """Two units that are part of each other are left as they are."""
    other = thing("Other", "unit")
    facts = [fact("partOf", UNIT, other), fact("partOf", other, UNIT), fact("cooperatesWith", UNIT, B)]
    assert tie(facts, Projection(roll_up=True)) == {"BUnit": 1.0}


def test_report() -> None:
    """The report counts facts by the reason why they tie nobody, and says so in one line."""
    facts = [
        fact("cooperatesWith", A, B),
        fact("cooperatesWith", A, A),
        fact("cooperatesWith", A, PERSON),
        fact("cooperatesWith", A, C, status="intended"),
        fact("participatesIn", A, PROJECT),
        fact("locatedIn", A, JAPAN),
    ]
    assert str(project(graph_of(facts)).graph["report"]) == (
        "1 of 5 facts count; left out: 1 of a party outside the view, 1 only intended, 1 shared with no other party, "
        "1 within one organisation"
    )


def test_reasons() -> None:
    """An edge says in words and in facts why it is there."""
    facts = [
        fact("cooperatesWith", B, A, kind="agreement", date="2024-05"),
        fact("cooperatesWith", B, A, number=1),
        fact("participatesIn", A, PROJECT, date="2020"),
        fact("participatesIn", B, PROJECT, date="2021-03"),
    ]
    network = project(graph_of(facts))
    ((_, _, edge),) = network.edges(data=True)
    assert [str(reason) for reason in edge["reasons"]] == [
        "agreement, 2024-05",
        "partnership",
        "shared project (Bridge), 2021-03",
    ]
    assert [reason.how for reason in edge["reasons"]] == [How.AGREEMENT, How.PARTNERSHIP, How.PROJECT]
    assert edge["facts"] == tuple(sorted(row["fact"] for row in facts))


@pytest.mark.parametrize(
    "options",
    [
        {"relations": frozenset({Relation.LOCATED_IN})},
        {"types": frozenset({EntityType.PERSON})},
        {"least_confidence": 1.5},
        {"since": "last year"},
        {"until": "2024-5"},
    ],
)
def test_views_that_make_no_sense(options: dict[str, object]) -> None:
    """A view that can't be meant is refused when it is made."""
    with pytest.raises(UsageError):
        Projection(**options)  # type: ignore[arg-type]


def test_weights_are_positive() -> None:
    """A weight of nothing would be an infinite distance."""
    with pytest.raises(UsageError, match="more than 0"):
        Weights(membership=0)


PARTIES = [A, B, C, UNIT, CLUB, VIETNAM]
_facts = st.lists(
    st.one_of(
        st.tuples(st.just("cooperatesWith"), st.sampled_from(PARTIES), st.sampled_from(PARTIES)),
        st.tuples(st.sampled_from(["participatesIn", "funds"]), st.sampled_from(PARTIES), st.just(PROJECT)),
        st.tuples(st.just("memberOf"), st.sampled_from(PARTIES), st.just(CLUB)),
        st.tuples(st.just("partOf"), st.just(UNIT), st.just(A)),
    ).map(lambda ends: fact(*ends)),
    max_size=12,
)
_views = st.builds(
    Projection,
    relations=st.sampled_from(
        [Projection().relations, frozenset(Relation) & Projection().relations | {Relation.FUNDS}]
    ),
    roll_up=st.booleans(),
)


@settings(deadline=None)
@given(_facts, _views, st.randoms(use_true_random=False))
def test_network_of_any_facts(facts: list[Row], view: Projection, shuffle: random.Random) -> None:
    """No self-loops, weights above 0, every fact used or reported, and the same whatever the order of the facts."""
    network = project(graph_of(facts, PARTIES), view)
    assert nx.number_of_selfloops(network) == 0
    assert all(edge["weight"] > 0 for _, _, edge in network.edges(data=True))
    used = {name for _, _, edge in network.edges(data=True) for name in edge["facts"]}
    seen = {row["fact"] for row in facts if row["relation"] in view.relations}
    report = network.graph["report"]
    assert (report.seen, report.used) == (len(seen), len(used))
    assert report.used + sum(count for _, count in report.dropped) == report.seen
    shuffle.shuffle(facts)
    again = project(graph_of(facts, PARTIES), view)
    assert list(again.nodes(data=True)) == list(network.nodes(data=True))
    assert list(again.edges(data=True)) == list(network.edges(data=True))


@settings(deadline=None)
@given(_facts.filter(bool), _views, st.data())
def test_dropping_a_fact_never_adds_a_partner(facts: list[Row], view: Projection, data: st.DataObject) -> None:
    """Without one of the facts no party has more partners than with it, unless units rolled up by it."""
    gone = data.draw(st.sampled_from(facts))
    if gone["relation"] == "partOf" and view.roll_up:
        return
    more = project(graph_of(facts, PARTIES), view)
    fewer = project(graph_of([row for row in facts if row is not gone], PARTIES), view)
    assert all(degree <= (more.degree(node) if node in more else 0) for node, degree in fewer.degree())
