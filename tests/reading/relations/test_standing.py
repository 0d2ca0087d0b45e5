"""What is intended and what has ended."""

import pytest

from coopgraph.model import Details, Relation, Status
from tests.reading.telling import told

A, B = "{education:Alpha University}", "{education:Beta College}"
CLUB, GRANT, FORUM = "{association:River Network}", "{project:Delta Scheme}", "{event:Harbour Forum}"


def details(text: str, relation: Relation = Relation.COOPERATES_WITH, date: str | None = "2024-06-01") -> list[Details]:
    """Return the details of the different facts of a relation that the marked text tells, in its order."""
    found = [each.fact for each in told(text, date).statements if each.fact.relation is relation]
    return [fact.details for fact in dict.fromkeys(found)]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (f"{A} plans to sign an agreement with {B}.", Relation.COOPERATES_WITH),
        (f"{A} hopes to sign an agreement with {B}.", Relation.COOPERATES_WITH),
        (f"{A} will consider signing a memorandum of understanding with {B}.", Relation.COOPERATES_WITH),
        (f"{A} is expected to sign an agreement with {B}.", Relation.COOPERATES_WITH),
        (f"{A} aims to establish a partnership with {B}.", Relation.COOPERATES_WITH),
        (f"{A} would like to cooperate with {B}.", Relation.COOPERATES_WITH),
        (f"{A} proposed a joint programme with {B}.", Relation.COOPERATES_WITH),
        (f"{A} is in talks to sign an agreement with {B}.", Relation.COOPERATES_WITH),
        (f"{A} and {B} intend to sign an agreement on nursing.", Relation.COOPERATES_WITH),
        (f"{A} is planning a student exchange with {B}.", Relation.COOPERATES_WITH),
        (f"{A} wants to become a member of the {CLUB}.", Relation.MEMBER_OF),
        (f"{A} hopes to take part in the {GRANT}.", Relation.PARTICIPATES_IN),
        (f"{A} intends to fund the {GRANT}.", Relation.FUNDS),
        (f"{A} hopes to host the {FORUM}.", Relation.ORGANIZES),
    ],
)
def test_wish_is_intended(text: str, relation: Relation) -> None:
    """What the parties wish or plan is a fact that is only intended."""
    assert [each.status for each in details(text, relation)] == [Status.INTENDED]


@pytest.mark.parametrize(
    "text",
    [
        f"{A} will establish a joint institute with {B} in March 2025.",
        f"{A} and {B} will sign an agreement.",
        f"{A} is expected to sign an agreement with {B} on 3 July 2024.",
        f"{A} has signed an agreement with {B} and hopes to send students.",
        f"{A} works with {B}; the partnership is expected to grow until 2030.",
        f"{A} has an agreement with {B} that is valid until 2030.",
        f"{A} ended the year with a festival. It works with {B}.",
        f"{A} was in 2020 chosen for an agreement with {B} until 2030.",
    ],
)
def test_what_is_decided_or_dated_is_stated(text: str) -> None:
    """A decision, a date and what goes on are no wish and no end."""
    assert {each.status for each in details(text)} == {Status.STATED}


@pytest.mark.parametrize(
    "text",
    [
        f"{A} has not signed an agreement with {B}.",
        f"{A} does not plan to sign an agreement with {B}.",
        f"{A} and {B} discussed a possible partnership.",
        f"{A} may sign an agreement with {B}.",
        f"{A} failed in its plan to sign an agreement with {B}.",
        f"{A} has not ended its partnership with {B} and hopes not to end it.",
        f"{A} hopes for visitors.\n\nIt plans to work with partners.",
    ],
)
def test_denials_and_talk_are_no_facts(text: str) -> None:
    """What is denied, possible or merely discussed is neither stated nor intended, nor has it ended."""
    assert details(text) == []


def test_intention_of_somebody_unnamed_is_no_fact() -> None:
    """A wish without a party isn't ascribed to the institution that the document is about."""
    assert details(f"{A} is growing.\n\nHopes to sign an agreement with {B} are high.") == []


@pytest.mark.parametrize(
    ("text", "end"),
    [
        (f"{A} ended its partnership with {B} in 2019.", "2019"),
        (f"{A} terminated its agreement with {B} on 3 May 2019.", "2019-05-03"),
        (f"{A} signed an agreement with {B} in 2014. The agreement expired in 2019.", "2019"),
        (f"The agreement between {A} and {B} expired in 2019.", "2019"),
        (f"The partnership between {A} and {B} came to an end in May 2019.", "2019-05"),
        (f"{A} was a partner of {B} until 2015.", "2015"),
        (f"{A} is a former partner of {B}.", None),
        (f"{A} is no longer a partner of {B}.", None),
        (f"{A} has terminated with immediate effect its memorandum of understanding with {B}.", None),
    ],
)
def test_cooperation_that_ended(text: str, end: str | None) -> None:
    """A tie that is over keeps its end, where that is told, and doesn't begin then."""
    (found,) = details(text)
    assert (found.status, found.end) == (Status.ENDED, end)
    assert found.date in {None, "2014"}


@pytest.mark.parametrize(
    ("text", "relation", "end"),
    [
        (f"{A} is a former member of the {CLUB}.", Relation.MEMBER_OF, None),
        (f"{A} withdrew from the {CLUB} in 2018.", Relation.MEMBER_OF, "2018"),
        (f"{A} was a member of the {CLUB} until 2015.", Relation.MEMBER_OF, "2015"),
        (f"{A} withdrew from the {GRANT} in 2018.", Relation.PARTICIPATES_IN, "2018"),
        (f"The {GRANT} was funded by {B} until 2015.", Relation.FUNDS, "2015"),
        (f"{{person:Ann Lee}}, former Rector of {A}, spoke.", Relation.AFFILIATED_WITH, None),
        (f"The {{unit:School of Music}}, a former school of {A}, closed.", Relation.PART_OF, None),
    ],
)
def test_other_ties_that_ended(text: str, relation: Relation, end: str | None) -> None:
    """Memberships, projects, grants, posts and parts end, too."""
    assert [(each.status, each.end) for each in details(text, relation)] == [(Status.ENDED, end)]


def test_a_period_that_lies_ahead_has_not_ended() -> None:
    """A time after the document's own date is an end to come, whatever the tense."""
    (found,) = details(f"The {GRANT} was funded by {B} until 2030.", Relation.FUNDS)
    assert found.status is Status.STATED


def test_a_present_post_is_not_former() -> None:
    """Of two posts of one person, the one that is held makes the fact stated."""
    text = f"{{person:Ann Lee}}, former Dean and current Rector of {A}, spoke."
    assert [each.status for each in details(text, Relation.AFFILIATED_WITH)] == [Status.STATED]
