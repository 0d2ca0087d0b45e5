"""Names that may be one thing."""

import pytest

from coopgraph.identity import similar
from coopgraph.model import Entity, EntityType


def _entities(*names: str, type_: EntityType = EntityType.EDUCATION) -> list[Entity]:
    return [Entity(str(number), name, type_) for number, name in enumerate(names)]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Zhongnan University of Law", "Zhongnang University of Law", "98 % alike"),
        ("University of Vinh", "Vinh University", "91 % alike"),
        ("Institute of Marine Research", "Marine Research Institute of", "the same words in another order"),
        ("IMR", "Institute of Marine Research", "an acronym of the other"),
        ("Resolution 58 on Schools", "Resolution 59 on Schools", None),
        ("Aa University", "Bb University", None),
        ("Lee", "Lee", None),
    ],
)
def test_pairs(one: str, other: str, reason: str | None) -> None:
    """Misspellings, other word orders and acronyms are pairs; numbers that differ and short forms are not."""
    assert [pair.reason for pair in similar(_entities(one, other))] == ([reason] if reason else [])


def test_a_pair_is_shown_once_and_in_order() -> None:
    """Neither the order nor the number of shared words makes a second pair."""
    entities = _entities("Institute of Marine Research", "Institute of Marine Researches")
    assert similar(entities) == similar(reversed(entities))
    assert len(similar(entities)) == 1


def test_things_of_other_families_are_not_compared() -> None:
    """A university and a project may have one name."""
    assert not similar([*_entities("Blue Bridge"), Entity("p", "Blue Bridge", EntityType.PROJECT)])


def test_short_forms_that_two_share_are_no_pair() -> None:
    """One of the two names must be the preferred one."""
    one = Entity("1", "Ann Lee Smith", EntityType.PERSON, ("Ann Lee",))
    other = Entity("2", "Ann Lee Jones", EntityType.PERSON, ("Ann Lee",))
    assert not similar([one, other])
