"""Who is with which body."""

import pytest

from coopgraph.model import Relation
from tests.reading.telling import facts, pairs, told

VU, HUE = "{education:Vinh University}", "{education:Hue University}"
ANNA, BEN, CARL = "{person:Anna Rossi}", "{person:Ben Okri}", "{person:Carl Haas}"
LAW = "{unit:Faculty of Law}"


@pytest.mark.parametrize(
    "text",
    [
        f"{ANNA}, Rector of {VU}, spoke.",
        f"Prof. {ANNA} – Secretary of the Party Committee and Chairman of the Council of {VU} – spoke.",
        f"{VU} Vice-Chancellor Professor {ANNA} said so.",
        f"{VU}'s Deputy Vice-Chancellor (Research), Professor {ANNA}, agreed.",
        f"The Rector of {VU}, Dr. {ANNA}, agreed.",
        f"We met {ANNA} from {VU}.",
        f"{VU}'s {ANNA} agreed.",
        f"{ANNA}, {VU} president, agreed.",
        f"{ANNA} (former director of {VU}) agreed.",
        f"{ANNA} is a Christchurch economist. In 2001 she was Dean of Science at {VU}.",
        f"{ANNA}, who is based at {VU}, agreed.",
        f"{VU} ecologist Dr {ANNA} agreed.",
    ],
)
def test_forms_of_saying_it(text: str) -> None:
    """Posts stand before and behind names, with and without the body between."""
    assert pairs(text, Relation.AFFILIATED_WITH) == {"Anna Rossi - Vinh University"}


def test_role_is_kept_as_written() -> None:
    """The role is the post without an article, letter by letter."""
    (fact,) = facts(
        told(f"Dr. {ANNA}, the former Deputy Director (Research) of {VU}, spoke."), Relation.AFFILIATED_WITH
    )
    assert fact.details.role == "former Deputy Director (Research)"


def test_most_specific_body_is_named() -> None:
    """The dean of a faculty is with the faculty, not with its university, wherever the two are named."""
    for text in (
        f"{ANNA}, Dean of the {LAW} at {VU}, spoke.",
        f"{ANNA}, Dean of {VU}'s {LAW}, spoke.",
        f"Director - Dr. {ANNA} - {LAW}, {VU} - spoke.",
        f"{ANNA}, Dean of the {LAW}, {VU}, spoke. {VU}'s {ANNA} spoke again.",
    ):
        assert pairs(text, Relation.AFFILIATED_WITH) == {"Anna Rossi - Faculty of Law"}


def test_lists_of_people() -> None:
    """Each person of a list keeps the own body; people with one body in common all get it."""
    text = f"It was signed by {VU} rector {ANNA}, {HUE} rector {BEN} and Professor {CARL}, President of {HUE}."
    told_pairs = {"Anna Rossi - Vinh University", "Ben Okri - Hue University", "Carl Haas - Hue University"}
    assert pairs(text, Relation.AFFILIATED_WITH) == told_pairs
    both = f"Lecturers {ANNA} and {BEN}, both from {VU}, spoke."
    assert pairs(both, Relation.AFFILIATED_WITH) == {"Anna Rossi - Vinh University", "Ben Okri - Vinh University"}


def test_several_posts() -> None:
    """A person can hold posts in two bodies."""
    text = f"Professor {ANNA}, the Chair of {HUE} and Vice-Chancellor of {VU}, spoke."
    assert pairs(text, Relation.AFFILIATED_WITH) == {"Anna Rossi - Hue University", "Anna Rossi - Vinh University"}


def test_bare_post_is_that_of_the_institution() -> None:
    """A vice-chancellor in a university's own text is the university's; the head of something unnamed is not."""
    text = f"{VU} has grown. Vice-Chancellor Professor {ANNA} was pleased."
    assert pairs(text, Relation.AFFILIATED_WITH) == {"Anna Rossi - Vinh University"}
    other = f"{VU} has grown. Zyxel Director {ANNA} and President {BEN} were pleased."
    assert pairs(other, Relation.AFFILIATED_WITH) == set()
    told_elsewhere = f"{VU} has grown. Director {ANNA} was pleased. {ANNA} is Rector of {HUE}."
    assert pairs(told_elsewhere, Relation.AFFILIATED_WITH) == {"Anna Rossi - Hue University"}


def test_post_of_the_body_spoken_of() -> None:
    """A post behind "its" and one that begins with "Centre" look back for their body."""
    its = f"{VU} works with {HUE}, represented by its President, {ANNA}."
    assert pairs(its, Relation.AFFILIATED_WITH) == {"Anna Rossi - Hue University"}
    led = f"A delegation of {VU}, led by Vice President {ANNA}, came."
    assert pairs(led, Relation.AFFILIATED_WITH) == {"Anna Rossi - Vinh University"}
    centre = f"The {{unit:Centre for Law}} of {VU} opened. Centre director Professor {ANNA} spoke."
    assert pairs(centre, Relation.AFFILIATED_WITH) == {"Anna Rossi - Centre for Law"}


@pytest.mark.parametrize(
    "text",
    [
        f"{ANNA} visited {VU}.",
        f"{VU} welcomed {ANNA}.",
        f"{ANNA} said that {VU} and {HUE} had signed.",
        f"{ANNA}, {VU} and {HUE} were named.",
    ],
)
def test_no_post(text: str) -> None:
    """Being named beside a body isn't being with it."""
    assert pairs(text, Relation.AFFILIATED_WITH) == set()
