"""Participation, funding, membership."""

import pytest

from coopgraph.model import Relation
from tests.reading.telling import facts, pairs, told

A, B, C = "{education:Alpha}", "{education:Beta}", "{company:Acme}"
P, N = "{project:DeltaLink}", "{association:River Network}"


@pytest.mark.parametrize(
    "text",
    [
        f"{A} takes part in the {P} project.",
        f"{A} coordinates {P}.",
        f"{P}, led by {A}, is about rivers.",
        f"{P} is run by {A}.",
        f"{A}'s {P} is about rivers.",
        f"Administered by {A}, the {P} helps many.",
        f"Partners in {P} include {A}.",
        f"{P} involves {A}.",
        f"{A} is the coordinator of {P}.",
        f"{P} is about rivers, with the participation of {A}.",
        f"{C} gave money to {A}; partners of {P} are {A}.",
        f"{A} got a grant from {C} to take part in {P}.",
        f"{P} is offered in partnership with {A}.",
        f"{P}, a programme of {A}, is about rivers.",
        f"{P}, which {A} runs, is about rivers.",
        f"{P}, a study in which {A} takes part, is about rivers.",
        f"{A} has participated in two research projects. Examples include {P}.",
    ],
)
def test_participation(text: str) -> None:
    """Each way to say that an organisation takes part in a project."""
    assert pairs(text, Relation.PARTICIPATES_IN) == {"Alpha - DeltaLink"}


def test_each_partner_of_a_project() -> None:
    """Partners of one project take part one by one."""
    text = f"{P} is a joint initiative of {A}, {B} and {C}."
    assert pairs(text, Relation.PARTICIPATES_IN) == {"Alpha - DeltaLink", "Beta - DeltaLink", "Acme - DeltaLink"}


def test_who_runs_a_project_with_another() -> None:
    """Both take part, and the programme that is named right before is the one that they run."""
    text = f"{{project:Erasmus+}} pays. It comes under {P}, which {A} runs jointly with {B}."
    assert pairs(text, Relation.PARTICIPATES_IN) == {"Alpha - DeltaLink", "Beta - DeltaLink"}


def test_the_programme_around_a_project_is_passed_over() -> None:
    """Who takes part in a project under a programme takes part in the project."""
    text = f"{P}, under the {{project:Erasmus+}} programme, brings together {A} and {B}."
    assert pairs(text, Relation.PARTICIPATES_IN) == {"Alpha - DeltaLink", "Beta - DeltaLink"}
    assert pairs(text, Relation.COOPERATES_WITH) == set()


@pytest.mark.parametrize(
    "text",
    [
        f"{P} is about rivers. Its other partners are {A} and {B}.",
        f"{P} is about rivers. It also involves {A} and {B}.",
        f"{P} is about rivers. {A} and {B} take part.",
    ],
)
def test_the_next_sentence_goes_on_about_the_project(text: str) -> None:
    """Participants are told of the project that the sentence before speaks of."""
    assert pairs(text, Relation.PARTICIPATES_IN) == {"Alpha - DeltaLink", "Beta - DeltaLink"}


def test_who_leads_is_the_coordinator() -> None:
    """Leading a project is a role in it."""
    roles = [fact.details.role for fact in facts(told(f"{P} is coordinated by {A}."), Relation.PARTICIPATES_IN)]
    assert roles == ["coordinator"]


def test_a_hoped_for_project_is_none() -> None:
    """A wish to join is no participation."""
    assert pairs(f"{A} hopes to join {P}.", Relation.PARTICIPATES_IN) == set()


@pytest.mark.parametrize(
    "text",
    [
        f"{P}, about rivers and lakes, is funded by {C}.",
        f"{C} funds {P}.",
        f"the {C}-funded {P}",
        f"{P} has been made possible by a grant from {C}.",
        f"{P} received a grant of $3,000 from {C}.",
        f"{C} donated $3,000 to {P}.",
        f"{P} has a budget of $3,000 from {C}.",
        f"Travel in {P} is paid for by {C}.",
        f"With funding from {C}, {A} has built {P}.",
        f"Funded by {C}, the {P} helps many.",
        f"{P} is given by {C}.",
        f"She won a {P} grant from {C}.",
        f"{C} put $3,000 into {P}.",
    ],
)
def test_funding(text: str) -> None:
    """Each way to say who pays for a project."""
    assert pairs(text, Relation.FUNDS) == {"Acme - DeltaLink"}


def test_the_amount_is_kept_as_written() -> None:
    """The sum within the statement is its amount."""
    [fact] = facts(told(f"{C} donated NZ$1.5 million to {P}."), Relation.FUNDS)
    assert fact.details.amount == "NZ$1.5 million"


def test_students_with_a_scholarship_are_not_their_school() -> None:
    """A scholarship of students doesn't fund the organisation that is named before."""
    assert pairs(f"{A} selected students to study with scholarships from {C}.", Relation.FUNDS) == set()


@pytest.mark.parametrize(
    "text",
    [
        f"{A} became a member of {N}.",
        f"{A} joined the {N}.",
        f"{A} is part of the {N}.",
        f"the {N}, made up of {A}",
        f"{N}, of which {A} is a member, grows.",
        f"{N} admitted {A}.",
        f"{N}, which brings together {A}, grows.",
        f"As a member of the {N}, {A} has many friends.",
        f"{A} is one of the founding members of the {N}.",
        f"{A} is growing.\n\nThe school officially became a member of {N}.",
        f"{A}, an associate member of the {N}, is growing.",
        f"The {N}, to which {A} has belonged since 2008, is growing.",
        f"The {N}, whose first members are {A}, is growing.",
    ],
)
def test_membership(text: str) -> None:
    """Each way to say who is a member."""
    assert pairs(text, Relation.MEMBER_OF) == {"Alpha - River Network"}


def test_who_is_no_member() -> None:
    """A denial, and what was admitted to have happened."""
    assert pairs(f"{N}, of which {A} is not a member, grows.", Relation.MEMBER_OF) == set()
    assert pairs(f"{N} admitted {A} had lost.", Relation.MEMBER_OF) == set()


def test_money_for_something_else() -> None:
    """A price, a lecture and a permission fund nothing."""
    for text in (
        f"{C} paid $3 million for {A}.",
        f"In {P}, lectures are given by {A}.",
        f"{P} was given leave by {A}.",
    ):
        assert pairs(text, Relation.FUNDS) == set()


def test_a_member_university_is_a_part() -> None:
    """Of a university it is a part, of a network a member."""
    assert pairs(f"{A} is a member university of {B}.", Relation.MEMBER_OF) == set()
    assert pairs(f"{A} is a member university of the {N}.", Relation.MEMBER_OF) == {"Alpha - River Network"}


def test_a_membership_has_a_date() -> None:
    """The year of joining is its date."""
    [fact] = facts(told(f"In 1991, {A} became a member of {N}."), Relation.MEMBER_OF)
    assert fact.details.date == "1991"


def test_a_person_s_membership_is_not_the_school_s() -> None:
    """What a professor is a member of, the university isn't."""
    text = f"Professor {{person:Ann Lee}} of {A} is a member of {N}."
    assert pairs(text, Relation.MEMBER_OF) == set()
