"""When an agreement was signed of which other sentences speak."""

import pytest

from coopgraph.model import Relation
from tests.reading.telling import facts, told

A, B, C = "{education:Alpha University}", "{education:Beta College}", "{education:Gamma Institute}"
STATED = f"The partnership between {A} and {B} is strong. "


def dates(text: str) -> set[str | None]:
    """Return the dates of the cooperation that the marked text states."""
    return {fact.details.date for fact in facts(told(text, "2026-05-04"), Relation.COOPERATES_WITH)}


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("The memorandum of understanding was signed yesterday.", "2026-05-03"),
        (
            f"The ceremony at which {A}'s head and {B}'s head signed the agreement was held on 3 March 2026.",
            "2026-03-03",
        ),
        (f"At {B} guests saw how the agreement was signed in 2019.", "2019"),
    ],
)
def test_a_cooperation_has_the_date_of_the_signing_told_elsewhere(sentence: str, date: str) -> None:
    """The sentence about the signing names both parties, or nobody else."""
    assert dates(STATED + sentence) == {date}


@pytest.mark.parametrize(
    "sentence",
    [
        "The building was opened in 2019.",
        "They hope to sign an agreement in 2027.",
        f"At {C} an agreement was signed in 2019.",
        "An agreement was signed in 2018. A new agreement was signed in 2023.",
    ],
)
def test_no_date_is_taken_from_elsewhere_in_doubt(sentence: str) -> None:
    """No agreement, none signed yet, with another party, or two of them."""
    assert dates(STATED + sentence) == {None}


def test_a_date_of_a_second_cooperation_is_not_passed_on() -> None:
    """With two partners it stays open whose agreement was signed, even where one has a date."""
    assert dates(STATED + f"{A} signed a deal with {C} in May 2018. Guests saw an agreement signed in 2019.") == {
        None,
        "2018-05",
    }
    text = f"{A} cooperates with {B}. {A} cooperates with {C}. Guests saw how an agreement was signed in 2019."
    assert dates(text) == {None}


def test_the_one_signing_of_several_parties_is_dated() -> None:
    """Who signs is told without a date, when without the parties; what isn't told as signed stays open."""
    text = f"Guests saw an agreement signed yesterday. {A}, {B} and {C} signed the agreement in the hall."
    assert dates(text) == {"2026-05-03"}
    assert dates(f"{text} {A} cooperates with {{company:Delta Ltd}}.") == {None, "2026-05-03"}


@pytest.mark.parametrize(
    "sentence",
    [
        f"{A} and {{company:Delta Ltd}} signed a contract.",
        f"{A} and {{company:Delta Ltd}} formed a partnership, signed off by all.",
        f"{A} cooperates with {{company:Delta Ltd}}. The sun shone. Guests saw an agreement signed in 2019.",
        f"{A} cooperates with {{company:Delta Ltd}}. The sun shone. At {A} an agreement was signed in 2019.",
    ],
)
def test_the_signing_of_another_time_or_of_others_dates_nothing(sentence: str) -> None:
    """A second cooperation that is signed, or a signing long before the document, leave the first without a date."""
    assert dates(f"{A} and {B} signed the agreement in the hall. {sentence}") == {None}
