"""Who organises, who issues, and how many partners there are."""

import pytest

from coopgraph.model import Relation
from tests.reading.telling import facts, pairs, told

VU, HUE, CLUB = "{education:Vinh University}", "{education:Hue University}", "{association:Lotus Club}"
FORUM = "{event:Lotus Forum}"


@pytest.mark.parametrize(
    ("text", "organisers"),
    [
        (f"{VU} hosted the {FORUM}.", {"Vinh University"}),
        (
            f'{VU}, {HUE}, and the {CLUB} jointly organized the seminar "{FORUM}".',
            {"Vinh University", "Hue University", "Lotus Club"},
        ),
        (f"The {FORUM} was organised by {VU} in collaboration with {HUE}.", {"Vinh University", "Hue University"}),
        (f"{VU} held the {FORUM} on 3 June in cooperation with {HUE}.", {"Vinh University", "Hue University"}),
        (f"The {FORUM}, chaired by {VU}, ended.", {"Vinh University"}),
        (f"{VU}'s annual {FORUM} ended.", {"Vinh University"}),
        (f"{VU} hopes to host the {FORUM}.", set()),
        (f"Anna of {VU} speaks at the {FORUM}.", set()),
    ],
)
def test_organisers(text: str, organisers: set[str]) -> None:
    """All co-organisers, and nobody who only comes."""
    assert pairs(text, Relation.ORGANIZES) == {f"{name} - Lotus Forum" for name in organisers}


PLAN = "{policy:Plan No. 8}"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"{VU} issued {PLAN} on integration.", None),
        (f"{VU} implements {PLAN} dated January 24, 2025, of {VU}.", "2025-01-24"),
        (f"{PLAN} was adopted by {VU}.", None),
        (f"{VU}'s {PLAN} helps.", None),
        (f"{VU} issued on January 24, 2025 {PLAN}.", "2025-01-24"),
        (f"{PLAN}, issued by {VU} in 2021, names hydrogen.", "2021"),
        (f"It was founded under {PLAN} of {VU} on January 24, 2025.", "2025-01-24"),
        (f"It was approved by {PLAN} of {VU} in 2025.", "2025"),
        (f"They discussed {PLAN} of {VU} on January 24, 2025.", None),
        (f"{VU}'s {PLAN} in 2025 came to its end.", None),
        (f"{PLAN}, which {VU} adopted in 2012, helps.", "2012"),
        (f"{PLAN} was adopted by {VU}, which in 2021 moved.", None),
        (f"{PLAN}, which {VU} adopted on January 24, 2025, and {{policy:Plan No. 9}}.", "2025-01-24"),
    ],
)
def test_policies(text: str, date: str | None) -> None:
    """Whoever adopted or published it, with the date of the document."""
    (fact,) = facts(told(text), Relation.ISSUES)
    assert fact.sides == (("Vinh University",), ("Plan No. 8",))
    assert fact.details.date == date


def test_counts_with_bounds_and_parts() -> None:
    """A number of partners, those of them in a ranking, and another number of others."""
    text = (
        f"{VU} has signed cooperation agreements with over 200 universities worldwide, among them 58 universities in "
        f"the top 200 and 124 in the top 500 globally. {VU} has signed agreements with more than fifteen major "
        "corporations such as {company:Ant} and {company:Bee}."
    )
    found = {
        (each.details.count, each.details.of, each.details.within, each.details.bound)
        for each in facts(told(text), Relation.PARTNER_COUNT)
    }
    assert found == {
        (200, "universities", None, "at least"),
        (58, "universities", "top 200", None),
        (124, "universities", "top 500", None),
        (15, "corporations", None, "at least"),
    }


def test_count_without_a_name() -> None:
    """A sentence that names nobody speaks of the institution that the text is about."""
    text = f"{VU} has grown. For years it kept friends, and currently has more than 70 agreements with public agencies."
    assert [each.details.count for each in facts(told(text), Relation.PARTNER_COUNT)] == [70]


@pytest.mark.parametrize(
    "text",
    [
        f"{VU} has 3,000 students.",
        f"{VU} hopes to sign agreements with 20 universities.",
        f"{VU} was ranked in the top 200 in 2020.",
        f"{VU} signed an agreement with 1 university and 999999 partners.",
    ],
)
def test_no_counts(text: str) -> None:
    """Other numbers, wishes and absurd numbers are none of partners."""
    assert pairs(text, Relation.PARTNER_COUNT) == set()
