"""How far a name reaches: longer and shorter forms that the text writes, too."""

import pytest

from coopgraph.model import Entity, EntityType
from coopgraph.reading.names import find_names
from coopgraph.reading.names.advice import Advice, Tagged
from coopgraph.reading.sentences import sentences
from tests.reading.telling import document


def named(text: str, *names: Tagged) -> list[Entity]:
    """Return what is named in the text with the tagger's names."""
    news = document(text)
    starts = [0, *(place + 1 for place, letter in enumerate(text) if letter == " ")]
    return list(find_names(news, sentences(news), Advice(names, starts, [0.0] * len(starts))).entities)


def tagged(text: str, name: str, kind: EntityType, being: float = 0.97) -> Tagged:
    """Return the name where it first stands in the text."""
    start = text.index(name)
    return Tagged(start, start + len(name), kind, being, being)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The Brimble trial ended.", "Brimble trial"),
        ("The Brimble scholarship scheme ended.", "Brimble scholarship scheme"),
        ("The Brimble grants were cut.", "Brimble grants"),
    ],
)
def test_the_noun_behind_a_project_makes_another_form(text: str, form: str) -> None:
    """With one noun or two; the name stays the name."""
    (project,) = named(text, tagged(text, "Brimble", EntityType.PROJECT))
    assert project.name == "Brimble"
    assert form in project.aliases


@pytest.mark.parametrize(
    "text",
    ["The Brimble people left.", "The Brimble supports grants.", "The Brimble bank rose.", "Brimble grants access."],
)
def test_other_words_behind_a_project_make_none(text: str) -> None:
    """Neither a verb, even one that looks like a noun, nor a noun of another kind."""
    (project,) = named(text, tagged(text, "Brimble", EntityType.PROJECT))
    assert project.aliases == ()


def test_a_body_without_a_noun_has_one_behind_it() -> None:
    """One of its own type: a company's hospital is another body. What has its noun in its name takes no other."""
    text = "The Brimble hospital met."
    school, company = (
        named(text, tagged(text, "Brimble", kind)) for kind in (EntityType.EDUCATION, EntityType.COMPANY)
    )
    assert school[0].aliases == ("Brimble hospital",)
    assert company[0].aliases == ()
    (university,) = named("Kerwick University college met.")
    assert university.aliases == ()


def test_the_place_that_a_body_is_of_makes_another_form() -> None:
    """Longer where the name ends before it, shorter where the name has it and a word of its own."""
    text = "The Brimble Institute of Kenya and the Tremlow of the Netherlands met."
    whole = [tagged(text, "Brimble Institute of Kenya", EntityType.EDUCATION)]
    one, other, *_ = named(text, *whole, tagged(text, "Tremlow", EntityType.COMPANY))
    assert set(one.names) == {"Brimble Institute of Kenya", "Brimble Institute"}
    assert (other.name, other.aliases) == ("Tremlow", ("Tremlow of the Netherlands",))


@pytest.mark.parametrize(
    "text", ["The Tremlow of New York University met.", "The Tremlow of the Year met.", "The Tremlow and Kenya met."]
)
def test_a_place_that_only_begins_another_name_makes_none(text: str) -> None:
    """Nor do other words behind "of", nor a place without it."""
    assert all(not one.aliases for one in named(text, tagged(text, "Tremlow", EntityType.COMPANY)))


@pytest.mark.parametrize("name", ["National University of Laos", "Vietnamese College of Hanoi"])
def test_nothing_is_left_of_a_general_name_without_its_place(name: str) -> None:
    """The rest would be the name of many, even where the tagger sees the whole."""
    text = f"The {name} opened."
    (university,) = named(text, tagged(text, name, EntityType.EDUCATION))
    assert university.names == (name,)


def test_what_may_be_called_alike_shares_no_extent() -> None:
    """Two bodies that differ in their places stay two, and neither is called without it, nor is one with two places."""
    names = ["Kerwick Hospital of Auckland", "Kerwick Hospital of Hanoi"]
    text = f"The {names[0]} met. The {names[1]} met, too."
    assert [one.names for one in named(text, *(tagged(text, name, EntityType.EDUCATION) for name in names))] == [
        (name,) for name in names
    ]
    text = "The Zorvo of Kenya met. The Zorvo of Laos met, too."
    zorvo = [Tagged(place, place + 5, EntityType.COMPANY, 0.97, 0.97) for place in (4, text.rindex("Zorvo"))]
    assert named(text, *zorvo)[0].aliases == ()


def test_the_level_before_a_body_makes_another_form() -> None:
    """As newsrooms write of a province's or a city's bodies; before a name without a noun it tells where that is."""
    (body,) = named("The provincial People's Committee met.")
    assert set(body.names) == {"People's Committee", "provincial People's Committee"}
    text = "The regional Zorvo met."
    assert named(text, tagged(text, "Zorvo", EntityType.COMPANY))[0].aliases == ()


@pytest.mark.parametrize(
    ("seen", "being", "known"),
    [
        ("Kerwick University at Hilo", 0.8, True),
        ("Kerwick University at Hilo", 0.3, False),
        ("Kerwick University at", 0.8, False),
        ("the Kerwick University", 0.8, False),
        ("old Kerwick University at Hilo", 0.8, False),
        ("Kerwick University at Hilo with Meldor College", 0.8, False),
        ("Kerwick University (Hilo", 0.8, False),
        ("Kerwick University at the School", 0.8, False),
    ],
)
def test_the_tagger_may_see_one_border_elsewhere(seen: str, being: float, known: bool) -> None:
    """A longer one is another form if likely and whole, and nothing else begins in it; well-known bodies stay."""
    text = f"They met {seen} with Meldor College." if "Meldor" not in seen else f"They met {seen}."
    forms = {form for one in named(text, tagged(text, seen, EntityType.EDUCATION, being)) for form in one.names}
    assert (seen in forms) is known


def test_a_well_known_body_is_called_nothing_longer() -> None:
    """Though the tagger is rather sure that its name goes on."""
    text = "They met UNESCO at Hilo."
    assert named(text, tagged(text, "UNESCO at Hilo", EntityType.ASSOCIATION, 0.9))[0].names == ("UNESCO",)


@pytest.mark.parametrize("text", ["The Ports of Auckland met.", "The Badminton Society of Kenya likes badminton."])
def test_a_word_alone_or_an_ordinary_one_tells_no_body_from_others(text: str) -> None:
    """Without its place nothing is left that only this body is called."""
    name = text[4 : text.index(" of ")]
    place = text.split(" of ")[1].split()[0]
    found = named(text, *([tagged(text, f"Ports of {place}", EntityType.COMPANY)] if name == "Ports" else []))
    assert all(name not in one.names for one in found)


@pytest.mark.parametrize(
    ("seen", "kind"), [("Kerwick University at Hilo", EntityType.PROJECT), ("University", EntityType.EDUCATION)]
)
def test_the_tagger_makes_no_shorter_name_and_none_of_another_type(seen: str, kind: EntityType) -> None:
    """A project that begins with a body's name is another thing; a part of a name is the name of many."""
    text = "They met Kerwick University at Hilo."
    assert seen not in named(text, tagged(text, seen, kind, 0.9))[0].names


def test_places_and_people_have_no_extents() -> None:
    """Another place or noun behind them is no part of their names."""
    assert all(not one.aliases for one in named("Dr Ada Zorvan of Kenya visited Otago of Laos."))
