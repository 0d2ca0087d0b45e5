"""A line in which persons stand without their titles and each body is the most specific one named."""

import re

from coopgraph.model import EntityType
from coopgraph.reading.compose import Answer, rewrite
from coopgraph.reading.passage import CLASSES, Line, Passage, Slot, pattern
from coopgraph.reading.relations.posts import is_ordinary
from coopgraph.reading.words import one_of

_AGAIN = pattern(r"<a:thing> ?\((?:<b:thing>|[A-Z]{2,9}s?)\)")
_HONORIFIC = pattern(
    rf"(?:\b(?-i:(?=[A-Z])){one_of('honorifics')}\.?,? ){{1,4}}<a:person>(?:,? (?:phd|msc|onzm|qso|obe|mba)\b)?"
)
_ORIGIN = pattern(r"<where>-(?:born|based|trained|raised) ")
_PEOPLE = pattern(r"<person>(?:, <person>)*,? (?:and|&) <person>|<person>(?:, <person>)+(?!,? (?:and|&))")
_INNER = (
    # The unit comes first: "the Faculty of Law at (of, in, under, ...) Vinh University".
    pattern(
        r"<a:unit>(?:,? (?:of|at|in|within|under|from)|,) <organization>(?!,? (?:and|&) <organization>|'s? <unit>)"
    ),
    # The body comes first: "Vinh University's Faculty of Law", "Vinh University Faculty of Law".
    pattern(r"<organization>(?:'s?)?(?: own| new| newly established)? <a:unit>"),
)
_PLACED = pattern(
    r"<a:organization>(?: in|,| of| at|,? based in| \() ?(?:the )?<where>(?:, <where>){0,2}\)?"
    r"(?! and <where>|, <where>|-)"
)
_NATIONAL = pattern(r"<where>(?:'s?)? <a:organization>")


def condensed(passage: Passage) -> Line:
    """Return the flat line of the passage without what repeats or places a name.

    Titles are part of the person, and owners part of the unit. A list of persons is one character, whose slot holds
    them in their order.
    """
    line = _without_ordinary_names(passage)

    def keep(match: re.Match[str]) -> Answer:
        position = match.start("a")
        return line.text[position], line.slots[position]

    def again(match: re.Match[str]) -> Answer:
        position = match.start("a")
        if match["b"] is not None and line.slots[match.start("b")].keys != line.slots[position].keys:
            return None
        if match["b"] is None and not match[0].rstrip("s)")[-2:].isupper():
            return None
        return line.text[position], line.slots[position]

    def people(match: re.Match[str]) -> Answer:
        slots = [line.slots[place] for place in range(match.start(), match.end()) if place in line.slots]
        keys = tuple(dict.fromkeys(key for slot in slots for key in slot.keys))
        return CLASSES[EntityType.PERSON.value], Slot(keys)

    line = rewrite(line, _AGAIN, again)
    line = rewrite(line, _ORIGIN, lambda _: 0)
    line = rewrite(line, _HONORIFIC, keep)
    line = rewrite(line, _PLACED, keep)
    for compiled in (*_INNER, *_INNER):
        line = rewrite(line, compiled, keep)
    line = rewrite(line, _NATIONAL, keep)
    return rewrite(line, _PEOPLE, people)


def _without_ordinary_names(passage: Passage) -> Line:
    """Return the flat line with the words of what was taken for a person but is part of a post ("Southern Region")."""
    line, person = passage.flat, CLASSES[EntityType.PERSON.value]
    if not any(_is_ordinary_person(passage, place) for place, letter in enumerate(line.text) if letter == person):
        return line
    text: list[str] = []
    starts: list[int] = []
    stops: list[int] = []
    slots: dict[int, Slot] = {}
    for place, character in enumerate(line.text):
        start, stop = line.starts[place], line.stops[place]
        slot = line.slots.get(place)
        if character == person and _is_ordinary_person(passage, place):
            words = passage.written(start, stop)
            text += [" " if letter.isspace() else letter for letter in words]
            starts += range(start, stop)
            stops += range(start + 1, stop + 1)
            continue
        if slot:
            slots[len(text)] = slot
        text.append(character)
        starts.append(start)
        stops.append(stop)
    return Line("".join(text), tuple(starts), tuple(stops), slots)


def _is_ordinary_person(passage: Passage, place: int) -> bool:
    """Tell whether what was taken for a person there has only words of posts for a name."""
    entities = passage.context.entities
    return all(is_ordinary(entities[key].name) for key in passage.flat.slots[place].keys)
