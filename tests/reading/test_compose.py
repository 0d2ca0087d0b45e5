"""The lines that the grammar reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.reading.compose import Token, flat_line, fold
from coopgraph.reading.passage import Context, Line
from tests.reading.telling import document, marked


def lines(text: str) -> tuple[Line, Line]:
    """Return the flat and the folded line of one marked sentence."""
    plain, entities, mentions = marked(text)
    context = Context(document(plain), {entity.key: entity for entity in entities})
    tokens = [Token(mention.start, mention.stop, (mention.entity,)) for mention in mentions]
    flat = flat_line(context, 0, len(plain), tokens)
    return flat, fold(context, flat)


def shown(line: Line) -> str:
    """Return the line with the keys of its things in brackets."""
    return "".join(
        f"[{'+'.join(line.slots[place].keys)}]" if place in line.slots else character
        for place, character in enumerate(line.text)
    )


A, B, C = "{education:A}", "{education:B}", "{company:C}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"The {A} met {B}.", "[A] met [B]."),
        (f"{A}, {B} and {C} met.", "[A+B+C] met."),
        (f"{A}, {B}, {C}, etc.", "[A+B+C]"),
        (f"{A} as well as {B} met.", "[A+B] met."),
        (f"between {A}, {B} and {C}, and {{education:D}}", "between [A+B+C], and [D]"),
        (f"with more than 50 companies, banks and firms such as {A} and {B}.", "with [A+B]."),
        (f"partners such as {A} and {B}", "partners such as [A+B]"),
        (f"{A} ({{country:Japan}}) met {B} (formerly a school)", "[A] met [B]"),
        (f"{A} ({{education:AA=A}}) met", "[A] met"),
        (f"{A}, a school of some renown, met {B}", "[A] met [B]"),
        (f"{A} in {{place:X}}, {{country:Japan}}, met", "[A], met"),
        (f"{{unit:Faculty of Art}}, {A}, met", "[A], met"),
        (f"{A}'s {{unit:Faculty of Art}} met", "[A] met"),
        (f"Professor {{person:Ann}}, Rector of {A}, met", "[A], met"),
        (f"{A} Vice-Chancellor Professor {{person:Ann}} met", "[A] met"),
        (f"researchers from {A} met", "[A] met"),
        ("the governments of {country:X} and {country:Y}", "[X+Y]"),
        (f"with oil company {C} and {A}", "with [C+A]"),
        (f"In {{country:Japan}}, {A} met", "In [Japan], [A] met"),
    ],
)
def test_folding(text: str, expected: str) -> None:
    """Lists, brackets, appositions and delegates become one character."""
    assert shown(lines(text)[1]) == expected


def test_the_flat_line_keeps_every_mention() -> None:
    """Brackets and lists stay in the flat line."""
    assert shown(lines(f"The {A} ({{country:Japan}}), {B} and {C}")[0]) == "[A] ([Japan]), [B] and [C]"


def test_a_delegate_is_marked() -> None:
    """Who is spoken for by a person is told from who is named itself."""
    line = lines(f"Professor {{person:Ann}}, Rector of {A}, met {B}")[1]
    assert [line.slots[place].delegate for place in sorted(line.slots)] == [True, False]


def test_offsets_lead_back_to_the_document() -> None:
    """The span of a folded list covers the whole list, the article before it included."""
    line = lines(f"Then  the {A},\n{B} and {C} met.")[1]
    place = next(iter(line.slots))
    assert (line.starts[place], line.stops[place]) == (6, len("Then  the A,\nB and C"))


PIECES = st.sampled_from(
    [
        A,
        B,
        C,
        "{unit:U}",
        "{country:X}",
        "{person:P}",
        "{project:J}",
        " and ",
        ", ",
        " (",
        ")",
        " of ",
        "'s ",
        " the ",
        " Rector ",
        " such as ",
        "\n",
    ]
)


@given(st.lists(PIECES, max_size=30))
def test_any_line_keeps_its_order_and_its_things(pieces: list[str]) -> None:
    """Offsets rise, slots stand on placeholders, and folding invents nothing."""
    for line in lines("".join(pieces)):
        assert len(line.text) == len(line.starts) == len(line.stops)
        assert all(start < stop for start, stop in zip(line.starts, line.stops, strict=True))
        assert all(stop <= start for stop, start in zip(line.stops, line.starts[1:], strict=False))
        assert all(
            ("\ue000" <= character <= "\uf8ff") == (place in line.slots) for place, character in enumerate(line.text)
        )
