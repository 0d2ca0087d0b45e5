"""Names that a noun makes."""

import pytest

from tests.reading.names.texts import names_in, thing, things


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He teaches at Zorvan University.", ("education", "Zorvan University")),
        ("The University of Zorvan signed it.", ("education", "University of Zorvan")),
        (
            "It joined Zorvan University of Science and Technology.",
            ("education", "Zorvan University of Science and Technology"),
        ),
        ("Zorvan Polytechnic opened.", ("education", "Zorvan Polytechnic")),
        ("She met Queen’s University in May.", ("education", "Queen’s University")),
        (
            "The Ministry of Health, Labour and Welfare agreed.",
            ("government", "Ministry of Health, Labour and Welfare"),
        ),
        ("The Velkan Foundation pays.", ("association", "Velkan Foundation")),
        ("It was built by Velkan Motors Ltd in June.", ("company", "Velkan Motors Ltd")),
        (
            "The Royal Forest and Bird Protection Society met.",
            ("association", "Royal Forest and Bird Protection Society"),
        ),
        ("The Centre for the Study of Natural Hazards opened.", ("unit", "Centre for the Study of Natural Hazards")),
        ("The Department of Pathology moved.", ("unit", "Department of Pathology")),
        ("The Department of Trade and Industry moved.", ("government", "Department of Trade and Industry")),
        ("It is the work of the Zorvan People’s Committee.", ("government", "Zorvan People’s Committee")),
        ("The University of Zorvan Medical School opened.", ("unit", "University of Zorvan Medical School")),
        ("They met at the 3rd Zorvan Film Festival.", ("event", "3rd Zorvan Film Festival")),
        ("The Zorvan Film Festival 2031 began.", ("event", "Zorvan Film Festival 2031")),
        ("The Bay of Plenty Polytechnic opened.", ("education", "Bay of Plenty Polytechnic")),
        ("Zorvan National University, Hanoi (ZNU) opened.", ("education", "Zorvan National University, Hanoi")),
        ("The University of Zorvan, Meldor.", ("education", "University of Zorvan")),
        ("Students of Universitas Zorvan Meldor came.", ("education", "Universitas Zorvan Meldor")),
        ("It is near Can Tho University.", ("education", "Can Tho University")),
        ("Zorvan University & Research grew.", ("education", "Zorvan University & Research")),
        ("They met Sir Edmund Zorvan Scholarship holders.", ("project", "Sir Edmund Zorvan Scholarship")),
        ("The Zorvan Research Centre, Ltd opened.", ("company", "Zorvan Research Centre, Ltd")),
        ("She works at the Zorvan General Hospital now.", ("education", "Zorvan General Hospital")),
        ("They teach at the Zorvan High School of Korea today.", ("education", "Zorvan High School")),
        ("She leads the School of Law and Justice now.", ("unit", "School of Law and Justice")),
        ("He won it for the Escola do Zorvan today.", ("education", "Escola do Zorvan")),
        ("Đại Học Vạn Xuân University opened.", ("education", "Đại Học Vạn Xuân University")),
    ],
)
def test_the_noun_makes_the_name(text: str, expected: tuple[str, str]) -> None:
    """The name reaches as far as its words belong together, and the noun tells the type."""
    assert expected in things(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Zorvan Museum", "education"),
        ("Zorvan University Museum", "unit"),
        ("National Museum of Zorvan", "education"),
        ("British Library", "education"),
        ("University College Dublin", "education"),
        ("Zorvan Medical Center", "education"),
        ("Zorvan Centre", "unit"),
        ("Quang Ninh Department of Physics", "government"),
        ("Department of Physics", "unit"),
        ("National Fires Office", "government"),
        ("United Nations Fires Fund", "association"),
        ("African Fires Agency", "association"),
        ("Zorvan Fires Agency", "government"),
        ("European University Association", "association"),
        ("Zorvan University College of Fires", "unit"),
        ("State Key Laboratory of Fires", "unit"),
        ("Hanoi Office", "unit"),
    ],
)
def test_words_before_the_noun_tell_its_type(text: str, kind: str) -> None:
    """A museum alone is an institution, an office of the state a body of it, a fund of many states an association."""
    assert (kind, text) in things(f"He works for the {text} now.")


@pytest.mark.parametrize(
    "text",
    [
        "The University signed it.",
        "The School and the Faculty met.",
        "It works with Japanese universities.",
        "Our Institute is new.",
    ],
)
def test_a_noun_alone_is_no_name(text: str) -> None:
    """What only refers to an institution isn't named."""
    assert not {kind for kind, _ in things(text)} - {"country"}


def test_universities_share_their_noun() -> None:
    """Each member of "the Universities of A and B" and of "C and D Universities" has a full name."""
    found = things("The Universities of Zorvan and Meldor work with Tarkan and Belvin Universities.")
    assert {name for _, name in found} == {
        "University of Zorvan",
        "University of Meldor",
        "Tarkan University",
        "Belvin University",
    }


def test_and_between_two_names_parts_them() -> None:
    """A second name with a noun of its own isn't swallowed."""
    found = things(
        "The University of Zorvan and Meldor University met the Ministry of Trade and the Velkan Foundation."
    )
    assert {name for _, name in found} == {
        "University of Zorvan",
        "Meldor University",
        "Ministry of Trade",
        "Velkan Foundation",
    }


def test_a_unit_belongs_to_the_organisation_named_with_it() -> None:
    """An apposition, "of", "under" and a possessive tell the owner."""
    text = "The Faculty of Film Arts, Zorvan University of Theatre, and the Velkan Association’s Ethics Office met."
    zorvan = thing(text, "Zorvan University of Theatre")
    assert thing(text, "Faculty of Film Arts").owner == zorvan.key
    assert thing(text, "Ethics Office").owner == thing(text, "Velkan Association").key


def test_the_order_of_words_makes_no_second_thing() -> None:
    """The bodies "Education Department of X" and "X Education Department" are one."""
    full = "Zorvan Autonomous Region"
    text = f"The Education Department of {full} met. Later the {full} Education Department left."
    entity = thing(text, "Education Department of Zorvan Autonomous Region")
    assert "Zorvan Autonomous Region Education Department" in entity.names


def test_an_institution_inside_of_the_name_of_its_part_is_a_thing() -> None:
    """The part belongs to it; it has no mention where only the part is named."""
    names = names_in("The University of Zorvan Medical School opened.")
    part, whole = names.entities
    assert (part.name, part.owner) == ("University of Zorvan Medical School", whole.key)
    assert (whole.type.value, whole.name) == ("education", "University of Zorvan")
    assert [mention.entity for mention in names.mentions] == [part.key]


def test_neighbours_in_a_list_are_no_parts() -> None:
    """An institute beside a university in a list stays one of its own."""
    text = "It works with Zorvan Institute of Technology, Meldor University and Belvin College."
    assert all(entity.owner is None for entity in names_in(text).entities)
