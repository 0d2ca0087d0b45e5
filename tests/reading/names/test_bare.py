"""Names without a noun: people, places, lists, quotes, numbers."""

import pytest

from tests.reading.names.texts import names_in, thing, things


@pytest.mark.parametrize(
    "text",
    [
        "Assoc. Prof. Lin Zorvan spoke.",
        "Vice-Chancellor Professor Lin Zorvan spoke.",
        "It was said, says Lin Zorvan.",
        "Lin Zorvan, Director of the Meldor Office, came.",
        "Lin Zorvan – Secretary of the committee – spoke.",
        "Mary Meldor and Lin Zorvan came.",
        "It was seen by agronomist Lin Zorvan.",
        "Lin Zorvan, a goalkeeper from Meldor, came.",
        "Headmistress Lin Zorvan spoke.",
        "The Meldor Provincial People's Committee Lin Zorvan came.",
    ],
)
def test_people_are_named_without_their_titles(text: str) -> None:
    """A title, an office, a verb of speech or a list tells a person; the title is no part of the name."""
    assert thing(text, "Lin Zorvan").type.value == "person"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Meldor Rice JSC, an exporter, came.", "Meldor Rice JSC", "company"),
        ("It lies at the Universitas Nina Meldor.", "Universitas Nina Meldor", "education"),
        ("The Nina Bank pays.", "Nina Bank", "company"),
        ("Nina Hall pays.", "Nina Hall", "person"),
    ],
)
def test_a_given_name_in_the_name_of_a_body_makes_no_person(text: str, name: str, kind: str) -> None:
    """Heads of names win over given names, save those that are family names as well."""
    assert thing(text, name).type.value == kind


def test_a_family_name_is_the_same_person() -> None:
    """Later mentions by one name belong to the person."""
    entity = thing("Dr. Lin Zorvan spoke. Mr. Zorvan agreed.", "Lin Zorvan")
    assert entity.aliases == ("Zorvan",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It lies in Viet Nam.", ("country", "Viet Nam")),
        ("It lies in Hokkaido Prefecture.", ("place", "Hokkaido Prefecture")),
        ("They live in Quang Ninh.", ("place", "Quang Ninh")),
        ("He works in Zorvan, France.", ("place", "Zorvan")),
        ("The Japanese Government pays.", ("government", "Japanese Government")),
        ("The Danish embassy pays.", ("government", "Danish embassy")),
        ("It was held by UNESCO in March.", ("association", "UNESCO")),
        ("Sport Norway pays.", ("government", "Sport Norway")),
        ("The World Food Programme pays.", ("association", "World Food Programme")),
        ("Boeing pays.", ("company", "Boeing")),
        ("Boeing President Lin Zorvan spoke.", ("company", "Boeing")),
        ("The Danish agriculture ministry pays.", ("government", "Danish agriculture ministry")),
    ],
)
def test_places_and_known_bodies(text: str, expected: tuple[str, str]) -> None:
    """Countries, their parts and well-known bodies are found by name, other places by what stands around them."""
    assert expected in things(text)


def test_a_firm_that_begins_a_longer_name_is_not_named() -> None:
    """What a well-known firm only begins may be something else."""
    assert ("company", "Boeing") not in things("The tests of Boeing Research went on.")
    assert not {kind for kind, _ in things("He met Linda Fulbright, a teacher.")} - {"person"}


def test_a_place_inside_of_a_name_is_no_mention() -> None:
    """A country that is part of a longer name isn't named."""
    assert things("The Bank of Denmark and Norway University agree.") == {
        ("company", "Bank of Denmark"),
        ("education", "Norway University"),
    }


def test_a_list_names_companies() -> None:
    """The words "companies such as" type every member, whatever their shape."""
    found = things("It works with companies such as Zorvan Electronics, LV Display, Meldor, Bosk, and QXMC.")
    assert {name for kind, name in found if kind == "company"} == {
        "Zorvan Electronics",
        "LV Display",
        "Meldor",
        "Bosk",
        "QXMC",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Its partner is the glassmaker Zorvan.", ("company", "Zorvan")),
        ("The film was picked up by Zorvan.", ("company", "Zorvan")),
        ("She owns shares in Zorvan Meldor now.", ("company", "Zorvan Meldor")),
        ("It is with Norway's Zorvan Lines today.", ("company", "Zorvan Lines")),
        ("He named *Zorvan Meldor*, a Danish satellite firm, again.", ("company", "Zorvan Meldor")),
        ("A scheme known as Zorvan helps.", ("project", "Zorvan")),
        ("It is run by the Zorvan Meldor charity.", ("association", "Zorvan Meldor")),
        ("He began with a law firm, Ashton Reed.", ("company", "Ashton Reed")),
        ("It lies with Ashton Reed, one of Norway's most successful publishers.", ("company", "Ashton Reed")),
        ("Quirrel Rovers co-owner Leanne Smith said so.", ("company", "Quirrel Rovers")),
        ("Brimlow Fuel general manager Mark Hardy agreed.", ("company", "Brimlow Fuel")),
        ("Ashton Reed, a company director, left.", ("person", "Ashton Reed")),
    ],
)
def test_what_stands_beside_a_bare_name_tells_its_type(text: str, expected: tuple[str, str]) -> None:
    """A noun or an owner before it, an apposition or a noun behind it."""
    assert expected in things(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('They held the seminar "Sharing What Works in Zorvan."', ("event", "Sharing What Works in Zorvan")),
        ('The "Planting a Million Trees" plan began.', ("project", "Planting a Million Trees")),
        ("He came to the 2031 student exchange conference.", ("event", "2031 student exchange conference")),
        ("They follow Resolution No. 12-AB/CD of May.", ("policy", "Resolution No. 12-AB/CD")),
        ("They follow Decree 12/2014/AB-CD of May.", ("policy", "Decree 12/2014/AB-CD")),
        ("The plan is part of Zorvan Vision 2060.", ("policy", "Zorvan Vision 2060")),
        ("They run the ZORMUS project together.", ("project", "ZORMUS")),
    ],
)
def test_titles_numbers_and_years_make_names(text: str, expected: tuple[str, str]) -> None:
    """A quoted title beside its noun, a numbered policy and a dated event are names."""
    assert expected in things(text)


def test_a_headline_names_only_what_the_text_names() -> None:
    """In a heading where every word has a capital only known names count."""
    text = "Zorvan University Ready For Global Change And Growth\n\nZorvan University is ready for change."
    assert things(text) == {("education", "Zorvan University")}
    assert len(names_in(text).mentions) == 2
