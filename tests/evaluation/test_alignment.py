"""Which annotated thing a thing that was read is."""

from hypothesis import given
from hypothesis import strategies as st

from coopgraph.evaluation.alignment import Aligner, comparable, normal
from coopgraph.evaluation.gold import GoldEntity
from coopgraph.model import Entity, EntityType

GOLD = (
    GoldEntity("hust", EntityType.EDUCATION, "Hanoi University of Science and Technology", ("HUST",)),
    GoldEntity("vn", EntityType.COUNTRY, "Vietnam"),
    GoldEntity("lan", EntityType.PERSON, "Lan"),
)


def test_normal_forms() -> None:
    """Case, accents, punctuation and a leading article don't count."""
    assert normal("The Đà-Nẵng  University!") == "da nang university"
    assert normal("The") == "the"


def test_a_shared_form_decides() -> None:
    """One written form in common is enough; a name that is nearly equal is, too, and a short one never."""
    aligner = Aligner(GOLD)
    assert aligner.find(Entity("1", "Bach Khoa", EntityType.EDUCATION, ("hust",))) == "hust"
    assert aligner.find(Entity("2", "Hanoi University for Science and Technology", EntityType.EDUCATION)) == "hust"
    assert aligner.find(Entity("3", "HUSTE", EntityType.EDUCATION)) is None


def test_types_that_may_be_confused() -> None:
    """A government may stand where a country acts; a person is never a country."""
    aligner = Aligner(GOLD)
    assert aligner.find(Entity("1", "Vietnam", EntityType.GOVERNMENT)) == "vn"
    assert aligner.find(Entity("2", "Vietnam", EntityType.PERSON)) is None
    assert comparable(EntityType.PROJECT, EntityType.ASSOCIATION)
    assert not comparable(EntityType.PROJECT, EntityType.COUNTRY)


@given(st.text(max_size=40))
def test_normal_is_stable(name: str) -> None:
    """What is normal stays so but for one more leading article."""
    assert normal(normal(name)).removeprefix("the ") == normal(name).removeprefix("the ")


@given(st.sampled_from(EntityType), st.sampled_from(EntityType))
def test_comparable_is_symmetric(one: EntityType, other: EntityType) -> None:
    """It doesn't matter whose type is whose."""
    assert comparable(one, other) == comparable(other, one)
