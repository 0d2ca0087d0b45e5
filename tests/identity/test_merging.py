"""Golden cases of what is one thing and what isn't."""

import pytest

from coopgraph.identity import Corrections, explain
from coopgraph.model import Entity, EntityType, Relation, directed
from tests.identity.building import joined, keys, reading, thing


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đà Nẵng University", "da nang university"),
        ("The University of Otago", "University of Otago"),
        ("Hanoi University of Science & Technology", "Ha Noi University of Science and Technology"),
        ("Women's Union", "Women’s Union"),
        ("Vietnam Academy of Social Science", "Vietnam Academy of Social Sciences"),
        ("Singapore Centre for Theatre", "Singapore Center for Theater"),
    ],
)
def test_equal_names_are_one(one: str, other: str) -> None:
    """Case, accents, punctuation, articles and spelling don't part names."""
    assert len(joined(reading("a", thing(one)), reading("b", thing(other))).entities) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (thing("Hanoi University of Science"), thing("Hanoi University of Science and Technology")),
        (thing("York University"), thing("University of York")),
        (thing("Washington", "person"), thing("Washington", "place")),
        (thing("Amazon", "company"), thing("Amazon", "place")),
        (thing("Quan", "person"), thing("Quan", "person")),
        (thing("Faculty of Law", "unit"), thing("Faculty of Law", "unit")),
        (thing("Department of Education", "government"), thing("Department of Education", "government")),
        (thing("Hanoi University of Science", "education", "Hanoi University"), thing("Hanoi University")),
    ],
)
def test_different_things_stay_apart(one: Entity, other: Entity) -> None:
    """Similar or bare names in two documents are two things."""
    assert len(joined(reading("a", one), reading("b", other)).entities) == 2


def test_countries_are_one_under_their_many_names() -> None:
    """ISO and CLDR know the names of countries."""
    names = ("Vietnam", "Viet Nam", "Socialist Republic of Vietnam")
    knowledge = joined(*(reading(name, thing(name, "country")) for name in names))
    assert [entity.key for entity in knowledge.entities] == ["country/viet-nam"]


def test_acronym_joins_what_one_document_binds_it_to() -> None:
    """A bare acronym in one document is the thing that another one calls so."""
    bound = thing("Hanoi University of Science and Technology", "education", "HUST")
    knowledge = joined(reading("a", bound), reading("b", thing("HUST", "association")))
    assert keys(knowledge, "HUST") == ["organization/hanoi-university-of-science-and-technology"]


def test_ambiguous_acronym_joins_nothing() -> None:
    """An acronym that two documents bind to different things stays apart, as one thing of its own."""
    first = thing("Hue University of Sciences", "education", "HUS")
    second = thing("Hanoi University of Science", "education", "HUS")
    bare = (reading("c", thing("HUS")), reading("d", thing("HUS")))
    knowledge = joined(reading("a", first), reading("b", second), *bare)
    assert len(knowledge.entities) == 3
    assert "organization/hus" in keys(knowledge, "HUS")


def test_slip_is_forgiven_where_the_acronym_is_shared() -> None:
    """One letter in a long word, with the same acronym; without the acronym the names stay apart."""
    right, wrong = "Nguyen Tat Thanh Universty", "Nguyen Tat Thanh University"
    same = joined(reading("a", thing(right, "education", "NTTU")), reading("b", thing(wrong, "education", "NTTU")))
    assert len(same.entities) == 1
    assert len(joined(reading("a", thing(right)), reading("b", thing(wrong))).entities) == 2


def test_government_may_turn_its_name_round() -> None:
    """The same words in another order are one government body."""
    first = thing("Education Department of Guangxi", "government")
    second = thing("Guangxi Education Department", "government")
    assert len(joined(reading("a", first), reading("b", second)).entities) == 1


def test_generic_units_belong_to_their_owners() -> None:
    """Two universities' departments stay apart, one university's are one, and each takes its owner's slug."""
    first, second = thing("Vinh University", "education", "VU"), thing("Hue University")
    name = "Department of International Cooperation"
    knowledge = joined(
        reading("a", first, thing(name, "unit", owner="Vinh University")),
        reading("b", second, thing(name, "unit", owner="Hue University")),
        reading("c", thing("VU"), thing(name, "unit"), facts=(directed(Relation.PART_OF, name, "VU"),)),
    )
    assert keys(knowledge, name) == [
        "organization/department-of-international-cooperation-hue-university",
        "organization/department-of-international-cooperation-vinh-university",
    ]


def test_generic_unit_without_owner_is_one_within_its_document() -> None:
    """In one document the bare name is the owned thing, in another one it is something else, marked by a hash."""
    name = "Faculty of Law"
    owned = thing(name, "unit", owner="Vinh University", key="1")
    knowledge = joined(
        reading("a", thing("Vinh University"), owned, thing("faculty of law", "unit", key="2")),
        reading("b", thing(name, "unit")),
    )
    assert keys(knowledge, "faculty of law") == ["organization/faculty-of-law-vinh-university"]
    assert len(keys(knowledge, name)) == 2


def test_ministries_are_told_apart_by_country() -> None:
    """Two countries' ministries are two; one that no country is told of is neither."""
    name = "Ministry of Education"

    told = [reading("c", thing(name, "government")), reading("d", thing(name, "government"))]
    for country in ("Laos", "Japan", "japan"):
        fact = directed(Relation.LOCATED_IN, name, country)
        told.append(reading(country, thing(name, "government"), thing(country, "country"), facts=(fact,)))
    knowledge = joined(*told)
    assert keys(knowledge, name) == [
        "organization/ministry-of-education",
        "organization/ministry-of-education-jp",
        "organization/ministry-of-education-la",
    ]


def test_country_in_the_name_of_a_ministry() -> None:
    """The country of a ministry stands before or behind its name, or is the one that the document is about."""
    names = (
        "Vietnam's Ministry of Education",
        "Vietnamese Ministry of Education",
        "Ministry of Education of Vietnam",
    )
    bare = thing("Ministry of Education", "government")
    readings = [reading(name, thing(name, "government")) for name in names]
    readings.append(reading("v", bare, thing("Vietnam Airlines", "company"), thing("Vietnam", "country")))
    assert len(joined(*readings, reading("j", thing("Japanese Ministry of Education", "government"))).entities) == 4
    assert len(joined(*readings, reading("x", bare)).entities) == 4


def test_people_of_a_frequent_name_are_told_apart_by_affiliation() -> None:
    """A frequent name with other affiliations is another person, a rare one is the same."""
    for name, expected in (("Nguyen Van Hung", 2), ("Anna Quaresimin", 1)):
        posts = []
        for document, body in (("a", "Vinh University"), ("b", "Hue University"), ("c", "Hue University")):
            fact = directed(Relation.AFFILIATED_WITH, name, body)
            posts.append(reading(document, thing(name, "person"), thing(body), facts=(fact,)))
        assert len(keys(joined(*posts), name)) == expected


def test_place_that_acts_is_one_with_its_government() -> None:
    """The European Union is an association here and a place there."""
    name = "European Union"
    knowledge = joined(reading("a", thing(name, "association")), reading("b", thing(name, "country")))
    assert [entity.type for entity in knowledge.entities] == [EntityType.ASSOCIATION]


def test_preferred_name_is_the_fullest_proper_form() -> None:
    """Acronyms are never shown where a full name is known; the form that most documents use wins."""
    full = thing("Ha Noi Law University", "education", "HLU")
    readings = [reading(f"{n}", thing("HLU")) for n in range(3)]
    knowledge = joined(reading("x", full), reading("y", thing("Hanoi Law University")), *readings)
    assert [entity.name for entity in knowledge.entities] == ["Ha Noi Law University"]


def test_every_merge_has_a_reason() -> None:
    """The resolution tells which names were joined and why."""
    bound = thing("Hanoi University of Science and Technology", "education", "HUST")
    merged = explain([reading("a", bound), reading("b", thing("HUST"))], Corrections()).merges
    assert [step.reason for step in merged] == ["HUST is an acronym of Hanoi University of Science and Technology"]
