"""Where things are and what they are part of."""

import pytest

from coopgraph.model import Relation
from tests.reading.telling import pairs

VU, HUE = "{education:Vinh University}", "{education:Hue University}"
JAPAN, OSAKA = "{country:Japan}", "{place:Osaka}"
LAW = "{unit:Faculty of Law}"


@pytest.mark.parametrize(
    "text",
    [
        f"They met {VU} ({JAPAN}).",
        f"They met {VU}, {JAPAN}.",
        f"They met {VU} in {JAPAN}.",
        f"They met {JAPAN}'s {VU}.",
        f"They met {JAPAN}-based {VU}.",
        f"They met {JAPAN}'s leading agricultural university, {VU}.",
        f"They met {VU}, one of {JAPAN}'s leading universities.",
        f"Based in {JAPAN}, {VU} is old.",
        f"{VU}, a member of {{company:Ant}}, is based in {JAPAN}.",
        f"The team went to {JAPAN}. They met the Japanese university {VU}.",
        f"In its relations with {JAPAN}, the school has annual activities with partners such as {VU}.",
        f"They met universities in {JAPAN} such as {VU}.",
    ],
)
def test_forms_of_saying_where(text: str) -> None:
    """Brackets, commas, possessives, adjectives and lists place a body."""
    assert pairs(text, Relation.LOCATED_IN) == {"Vinh University - Japan"}


def test_chain_of_places() -> None:
    """A body is in its city and in its country, and the city is in the country."""
    expected = {"Vinh University - Osaka", "Vinh University - Japan", "Osaka - Japan"}
    assert pairs(f"They met {VU} in {OSAKA}, {JAPAN}.", Relation.LOCATED_IN) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"{VU} signed with {JAPAN}.",
        f"{VU} met {HUE} in {JAPAN} on 3 May 2020.",
        f"{VU} of course likes {JAPAN}'s food.",
        "They came from {place:Ulm}, {place:Bonn}, {place:Kiel} and {place:Hof}.",
        "{place:Ulm}'s sister city {place:Bonn} was there.",
    ],
)
def test_not_where(text: str) -> None:
    """Places that are partners, venues, destinations or members of a list place nothing."""
    assert pairs(text, Relation.LOCATED_IN) == set()


@pytest.mark.parametrize(
    "text",
    [
        f"They met the {LAW} of {VU}.",
        f"They met the {LAW}, {VU}.",
        f"They met {VU}'s {LAW}.",
        f"They met {VU} {LAW}.",
        f"{VU} has grown. Students of the {LAW} came.",
    ],
)
def test_units_are_parts(text: str) -> None:
    """A unit is part of the body that it is named with, or of the one that the text is about."""
    assert pairs(text, Relation.PART_OF) == {"Faculty of Law - Vinh University"}


@pytest.mark.parametrize(
    "text",
    [
        "{company:Ant}, a subsidiary of {company:Bee}, grew.",
        "{company:Ant} is wholly owned by {company:Bee}.",
        "{company:Bee} is the parent company of {company:Ant}.",
        "{company:Bee}'s commercialising arm, {company:Ant}, grew.",
        "{company:Ant} is part of {company:Bee}.",
    ],
)
def test_bodies_of_bodies(text: str) -> None:
    """Subsidiaries and what is owned are parts."""
    assert pairs(text, Relation.PART_OF) == {"Ant - Bee"}


def test_name_tells_the_body() -> None:
    """A unit whose name begins with that of a body is part of it, also in a list behind another body."""
    text = f"{HUE}'s {LAW} and {{unit:Vinh University Business School}} met {VU}."
    expected = {"Faculty of Law - Hue University", "Vinh University Business School - Vinh University"}
    assert pairs(text, Relation.PART_OF) == expected


def test_unit_of_nobody() -> None:
    """A unit with a proper or shared name isn't taken for one of the institution."""
    text = f"{VU} has grown. It visited the {{unit:National Cycling Centre}} and {{unit:Riddet}}."
    assert pairs(text, Relation.PART_OF) == set()
