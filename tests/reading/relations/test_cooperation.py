"""Who cooperates with whom."""

import pytest

from coopgraph.model import Relation, Statement
from tests.reading.telling import facts, pairs, told

A, B, C = "{education:Alpha University}", "{education:Beta College}", "{company:Acme}"
COOPERATES = Relation.COOPERATES_WITH


def cooperation(text: str) -> set[str]:
    """Return who cooperates by the marked text, names shortened to their first word."""
    return {" - ".join(name.split()[0] for name in pair.split(" - ")) for pair in pairs(text, COOPERATES)}


@pytest.mark.parametrize(
    "text",
    [
        f"{A} has signed a Memorandum of Understanding with {B}.",
        f"{A} and {B} signed an agreement on student exchange.",
        f"An agreement was signed by {A} and {B}.",
        f"The partnership between {A} and {B} is ten years old.",
        f"{A} collaborates with {B} in nursing.",
        f"{A} and {B} are working together on new courses.",
        f"{A} hosted the festival in partnership with {B}.",
        f"In partnership with {B}, {A} has opened a school.",
        f"{A} has annual activities with partners such as {B}.",
        f"{B}, a long-standing partner of {A}, sent a choir.",
        f"{A} has welcomed volunteers from {B}.",
        f"{A} has provided training for managers at {B}.",
        f"The cooperation program between {A} and {B} since 2010 is a model.",
        f"The strong ties that {A} has with {B} go back to 1990.",
        f"{A} Rector {{person:Ann Lee}} and {B} President {{person:Bo Li}} signed the contract.",
        f"{A} is growing.\n\nThe school has signed agreements with {B}.",
        f"{A} welcomed guests from {B}. Both universities signed an agreement.",
        f"{A} joined hands with {B}.",
        f"{A} and its partner {B} opened an office.",
        f"Partner universities of {A}: {B}.",
        f"An exchange agreement with {B} was signed by {A} in 2018.",
        f"The course is delivered jointly by {A} and {B}.",
        f"{B} sends 10 students to study at {A}.",
        f"A memorandum was signed between {A}, represented by its rector, and {B}.",
        f"{A} and {B} exchange students each year.",
        f"A joint venture of {A} and {B} was founded.",
        f"Cooperation documents were signed between {A} and {B}.",
        f"{A} held a signing ceremony of a cooperation agreement with {B} ({{country:Japan}}).",
        f"{A} grows. We are pleased to collaborate with {B}.",
        f"{B}, with which {A} shares a laboratory, grows.",
        f"{A} and {B} award a joint master's degree.",
        f"{A} has opened a welding school with {B}.",
        f"The course of {A} was written with {B}.",
        f"{A} and {B} have been twinned since 2013.",
        f"{A} awarded {B} a contract.",
        f"{A} chose {B} as its regional partner.",
        f"{A} and {B} are linked by a student exchange.",
        f"{A} and {B} send each other ten teachers.",
        f"an agreement that {A} concluded on 3 May 2021 with {B}",
        f"The trial was led by {A} and {B}.",
        f"A study of rivers by {A} and {B} is out.",
        f"{A} and {B} agreed to test the pumps.",
    ],
)
def test_two_parties_cooperate(text: str) -> None:
    """Each way to say it gives the pair and nothing else."""
    assert cooperation(text) == {"Alpha - Beta"}


@pytest.mark.parametrize(
    "text",
    [
        f"{A} hopes to sign an agreement with {B}.",
        f"{A} and {B} discussed a possible partnership.",
        f"{A} has not signed an agreement with {B}.",
        f"{A} could cooperate with {B} in the future.",
        f"{A} looks forward to working with {B}.",
        f"{A} and {B} jointly organized the seminar.",
        f"{A} and {B} attended the seminar.",
        f"{A} and {B} organised the forum together.",
        f"{A} and {B} are partners in {{project:DeltaLink}}.",
        f"{A} and {B} have joint programmes with foreign universities.",
        f"{A} and {B} shared their experience in training.",
        f"A delegation from {B} visited {A}.",
        f"Students of {A} and {B} took part in the contest.",
        f"{A} grows. He worked with {B} for ten years.",
        f"She was a partner at {C} before she joined {A}.",
        f"If {A} signs an agreement with {B}, students will benefit.",
        "{country:Japan} keeps good relations with {country:Chile}.",
        f"{A} grows. Many were trained at {B}.",
        f"{A} grows. Partners are {B}.",
        f"A study of rivers funded by {A} and {B} is out.",
        f"The conference was run by {A} and {B}.",
        f"{A} and {B} agreed to end the lawsuit.",
    ],
)
def test_no_cooperation(text: str) -> None:
    """What is hoped for, denied, merely discussed, or something else."""
    assert cooperation(text) == set()


def test_several_parties_cooperate_with_each_other() -> None:
    """Three that sign one agreement are one fact with three pairs."""
    text = f"{A}, {B} and {C} signed an agreement."
    assert cooperation(text) == {"Alpha - Beta", "Acme - Alpha", "Acme - Beta"}
    assert len(facts(told(text), COOPERATES)) == 1


def test_one_with_each_of_a_list() -> None:
    """The members of the list don't cooperate among each other."""
    text = f"{A} has signed agreements with over 50 companies and schools such as {B} and {C}."
    assert cooperation(text) == {"Alpha - Beta", "Acme - Alpha"}


def test_one_with_each_at_different_times() -> None:
    """Two agreements in one sentence keep their own dates."""
    text = f"{A} signed an agreement with {B} on March 3, 2020 and with {C} on May 5, 2021."
    dates = {fact.parties: fact.details.date for fact in facts(told(text), COOPERATES)}
    assert dates == {("Alpha University", "Beta College"): "2020-03-03", ("Acme", "Alpha University"): "2021-05-05"}


def test_one_with_each_in_turn() -> None:
    """A span of years is that of the first; who came later came after it."""
    text = f"Between 1979 and 1990 {A} cooperated with {B}, and later with {C}."
    spans = {fact.parties: (fact.details.date, fact.details.end) for fact in facts(told(text), COOPERATES)}
    assert spans == {("Alpha University", "Beta College"): ("1979", "1990"), ("Acme", "Alpha University"): (None, None)}


def test_several_with_one_are_two_sides() -> None:
    """Colleges that sign one agreement with a company don't cooperate among each other by it."""
    text = f"{A} and {B} signed an agreement with {C}."
    assert cooperation(text) == {"Acme - Alpha", "Acme - Beta"}


def test_two_sides() -> None:
    """Between some provinces and a region only the pairs across count."""
    text = (
        "An agreement between {place:North}, {place:South} and {place:East}, and the {place:West} (China) was signed."
    )
    assert cooperation(text) == {"North - West", "South - West", "East - West"}
    text = "A memorandum was signed between the provinces and cities of {place:North}, {place:South} and {place:East} "
    text += "on the one side and the {place:West} (China) on the other."
    assert cooperation(text) == {"North - West", "South - West", "East - West"}


def test_partners_of_one_project_are_no_pairs() -> None:
    """A project that several share is participation of each."""
    text = f"{{project:DeltaLink}} is a collaborative project between {A} and {B}."
    assert cooperation(text) == set()


def test_a_unit_acts_for_its_owner() -> None:
    """The faculty's agreement belongs to the university that it is part of."""
    text = f"The {{unit:Faculty of Art}} at {A} is large. The {{unit:Faculty of Art}} signed an agreement with {B}."
    assert cooperation(text) == {"Alpha - Beta"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"{A} signed a memorandum of understanding with {B}.", "memorandum of understanding"),
        (f"{A} signed a letter of intent with {B}.", "letter of intent"),
        (f"{A} and {B} signed a contract.", "contract"),
        (f"{A} runs a twinning programme with {B}.", "joint programme"),
        (f"{A} has a student exchange with {B}.", "exchange"),
        (f"{A} collaborates with {B} on cancer research.", "joint research"),
        (f"{A} has provided training for staff at {B}.", "training"),
        (f"{A} has a partnership with {B}.", "partnership"),
        (f"{A} signed agreements with {B}.", "agreement"),
        (f"{A}, with which {B} has had a contract since 2022, is near.", "contract"),
        (f"{A} has a partnership with {B}, but no contract.", "partnership"),
        (f"{A} has a partnership with {B} and hopes to sign an agreement.", "partnership"),
        (f"{A} and {B} agreed to meet each year.", "agreement"),
        (f"{A} collaborates with {B} on a survey of birds.", "joint research"),
        (f"{A} runs a certificate in tourism with {B}.", "joint programme"),
        (f"{A} has an exchange agreement with {B}.", "exchange"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    """The most specific cue tells the kind."""
    assert [fact.details.kind for fact in facts(told(text), COOPERATES)] == [kind]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"On 4 July 2005, {A} signed an agreement with {B}.", "2005-07-04"),
        (f"Since 2010 {A} has cooperated with {B}.", "2010"),
        (f"{A} and {B} signed an agreement yesterday.", "2020-05-01"),
        (f"{A} signed an agreement with {B}. The agreement was signed on 4 July 2005.", "2005-07-04"),
        (f"{A} signed an agreement with {B}. The five-year agreement was inked on 4 July 2005.", "2005-07-04"),
        (f"{A} and {B} signed an agreement last week.", None),
    ],
)
def test_dates(text: str, date: str | None) -> None:
    """The date beside the cue, or told later of the same agreement."""
    assert [fact.details.date for fact in facts(told(text, date="2020-05-02"), COOPERATES)] == [date]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        (f"{A} and {B} signed an agreement on student exchange.", "student exchange"),
        (f"{A} cooperates with {B} in the field of nursing and health.", "nursing and health"),
        (f"{A} signed an agreement with {B} on the occasion of the festival.", None),
    ],
)
def test_topics(text: str, topic: str | None) -> None:
    """What a cooperation is about, as written."""
    assert [fact.details.topic for fact in facts(told(text), COOPERATES)] == [topic]


def test_a_gathering_signs_for_those_who_met() -> None:
    """The parties of a conference signed what the conference signed, in the year of its name."""
    text = (
        f"They took part in the {{event:2025 Exchange Conference}} between {A} and {B}. "
        "This conference signed a Memorandum of Understanding."
    )
    [fact] = facts(told(text), COOPERATES)
    assert (fact.details.kind, fact.details.date) == ("memorandum of understanding", "2025")
    assert cooperation(text) == {"Alpha - Beta"}


def test_the_quote_is_the_text() -> None:
    """A quote is copied letter by letter, offsets and all, and tells its rule."""
    text = f"Note:  {A} (Japan)\nsigned an  agreement with {B}."
    reading = told(text)
    [statement] = [each for each in reading.statements if each.fact.relation is COOPERATES]
    assert isinstance(statement, Statement)
    assert statement.evidence.quote == "Alpha University (Japan)\nsigned an  agreement with Beta College"
    assert statement.evidence.method.startswith("rule:cooperation/")
    assert 0 < statement.evidence.confidence < 1
