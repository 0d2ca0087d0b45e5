"""What is part of what: units of their bodies, subsidiaries, members of a system."""

import re
from collections.abc import Iterator, Mapping
from itertools import product

from coopgraph.model import ORGANIZATIONS, Details, EntityType, Relation, Status, directed
from coopgraph.reading.passage import CLASSES, Claim, Context, Line, Passage, pattern
from coopgraph.reading.relations.posts import is_ordinary
from coopgraph.reading.relations.standing import was_once
from coopgraph.reading.words import one_of

_PARTS = one_of("parts")
_UNITS = r"<a:unit>(?:(?:, | and |, and | & |/)<unit>){0,6}"
_BRACKET = r"(?: ?\((?:<organization>|<project>|[A-Z]{2,9})\))?"
_NEW = r"(?: (?:own|new|newly established|newly-established|former|main|\w+-based|<where>-based))?"
# What follows a name that stands for itself, not before a noun as in "the University's ASEAN strategy".
_END = (
    r"(?= ?[,.;:()?!\"]|\Z| -| (?:and|in|at|to|for|with|on|by|as|of|from|who|which|that|is|was|has|have|had|will|would|"
    r"said|says)\b)"
)
_BEHIND_A_COMMA = "unit,-body"  # without an article: "the School of Music, the University of Ruritania" is a list
_RULES = (
    (
        "unit-of",
        0.9,
        pattern(rf"{_UNITS}{_BRACKET},? (?:of|at|in|within|under|from|inside) <b:organization>(?!'s? <unit>)"),
    ),
    (
        _BEHIND_A_COMMA,
        0.85,
        pattern(
            rf"<a:unit>{_BRACKET}, <b:organization>(?!'s? <unit>| (?:and|&) <organization>|, (?:and )?<organization>)"
        ),
    ),
    ("body's-unit", 0.9, pattern(rf"<b:organization>(?:'s?)?{_NEW} {_UNITS}")),
    ("body-unit", 0.9, pattern(rf"<b:organization>{_BRACKET}(?:'s?)? <a:unit>")),
    (
        "body's-part",
        0.8,
        pattern(rf"<b:organization>(?:'s?)? (?:[\w-]+,? ){{0,4}}?{_PARTS},? ?(?:- |\()?<a:organization>"),
    ),
    (
        "part-of-body",
        0.85,
        pattern(
            r"<a:organization>,? (?:- |\()?(?:which is |is )?(?:the |an? )(?!parent )"
            rf"(?:[\w-]+ ){{0,3}}?{_PARTS} of <b:organization>"
        ),
    ),
    ("body's-part-after", 0.8, pattern(rf"<a:organization>, <b:organization>(?:'s?)? (?:[\w-]+ ){{0,3}}?{_PARTS}\b")),
    ("unit-of-unit", 0.9, pattern(rf"<a:unit>{_BRACKET},? (?:of|at|in|within|under|from) <organization>'s? <b:unit>")),
    ("body's-body", 0.75, pattern(rf"<b:organization>'s?{_NEW} <a:organization>{_END}")),
    ("owned", 0.85, pattern(rf"<a:organization>{_BRACKET},? (?:which )?{one_of('owned')} <b:organization>")),
    (
        "owns",
        0.8,
        pattern(
            rf"<b:organization> {one_of('owns')} (?:[\w-]+ ){{0,3}}?\(?<a:organization>"
            r"(?:(?:, |,? and )<organization>){0,4}"
        ),
    ),
    ("under", 0.85, pattern(r"<a:organization>,? under <b:organization>")),
)
_ORGANIZATION = CLASSES["organization"]
_HEAD = re.compile(rf"\b{one_of('unit_heads')}\b", re.IGNORECASE)
_INSTITUTION = re.compile(
    r"\b(?:university|polytechnic|academy|college|institute) of |\w+ (?:university|polytechnic)\b", re.IGNORECASE
)
_SHARED = re.compile(rf"\b{one_of('shared_units')}\b", re.IGNORECASE)
_PARTS_OF = (EntityType.UNIT, EntityType.EDUCATION)
_DEFAULT = 0.5  # the prior of a unit whose body is the one that the document is about


def claims(passage: Passage) -> Iterator[Claim]:
    """Yield what is part of what in the whole document, once, when its first sentence is asked for."""
    if passage.number:
        return
    context = passage.context
    named = _named(context)
    owned: set[str] = set()
    for each in context.passages:
        for claim in _stated(each, named):
            owned.add(claim.fact.parties[0])
            yield claim
    for claim in _by_name(context, named):
        if claim.fact.parties[0] not in owned:
            owned.add(claim.fact.parties[0])
            yield claim
    yield from _by_home(context, owned)


def _stated(passage: Passage, named: Mapping[str, str]) -> Iterator[Claim]:
    line, context = passage.flat, passage.context
    if line.names() < 2:
        return
    for rule, prior, compiled in _RULES:
        for match in compiled.finditer(line.text):
            if rule == _BEHIND_A_COMMA and passage.written(*line.span(match, "b")).startswith("the "):
                continue
            whole_first = match.start("a") > match.start("b")
            for place in range(match.start("a"), match.end() if whole_first else match.start("b")):
                if line.text[place] not in _ORGANIZATION or not line.slots[place].named:
                    continue
                for part, whole in product(line.slots[place].keys, line.keys(match, "b")):
                    if _is_part(context, part, whole) and named.get(part, whole) == whole:
                        over = Status.ENDED if was_once(line, match.start(), match.end()) else Status.STATED
                        fact = directed(Relation.PART_OF, part, whole, Details(status=over))
                        yield Claim(fact, *line.span(match), f"rule:part/{rule}", prior)


def _is_part(context: Context, part: str, whole: str) -> bool:
    """Tell whether one thing can be part of the other: all but units are parts of bodies, never of units."""
    return part != whole and (context.kind(part) is EntityType.UNIT or context.kind(whole) is not EntityType.UNIT)


def _named(context: Context) -> dict[str, str]:
    """Return the body of each unit whose name holds that of the body ("Vinh University Business School").

    What a reader may also take for an institution ("AUT Business School") must begin with an acronym or with the full
    name of an institution: "Otago Museum" isn't part of what is called Otago for short.
    """
    bodies: dict[str, tuple[str, bool]] = {}
    for entity in sorted(context.entities.values(), key=lambda entity: entity.key, reverse=True):
        if entity.type in ORGANIZATIONS and entity.type is not EntityType.UNIT:
            for name in entity.names:
                if len(name) > 2 or name.isupper():
                    bodies[_plain(name)] = entity.key, name.isupper() or bool(_INSTITUTION.search(name))
    found: dict[str, str] = {}
    for entity in context.entities.values():
        if entity.type not in (EntityType.UNIT, EntityType.EDUCATION):
            continue
        for name in entity.names:
            words = _plain(name).split()
            heads = [" ".join(words[:count]) for count in range(len(words) - 1, 0, -1)]
            ends = [place + 2 for place in range(len(words) - 2) if words[place : place + 2] == ["of", "the"]]
            for form in [*heads, *(" ".join(words[place:]) for place in ends)]:
                body, whole = bodies.get(form, (entity.key, False))
                sure = entity.type is EntityType.UNIT or (whole and _HEAD.search(name))
                if body != entity.key and sure:
                    found.setdefault(entity.key, body)
                    break
    return found


def _plain(name: str) -> str:
    """Return a name in lower case without commas and possessives."""
    return " ".join(word.removesuffix("'s").rstrip(",") for word in name.casefold().replace("’", "'").split())


def _by_name(context: Context, named: Mapping[str, str]) -> Iterator[Claim]:
    for unit, line, place in _first_mentions(context):
        if unit in named:
            fact = directed(Relation.PART_OF, unit, named[unit])
            yield Claim(fact, line.starts[place], line.stops[place], "rule:part/name", 0.8)


def _by_home(context: Context, owned: set[str]) -> Iterator[Claim]:
    """Yield the units that nothing else places as parts of the body named last in the sentence, or of the main one."""
    home = context.home if context.home and context.kind(context.home) is EntityType.EDUCATION else None
    for unit, line, place in _first_mentions(context):
        name = context.entities[unit].name
        if context.kind(unit) is not EntityType.UNIT:
            continue
        if unit in owned or not _HEAD.search(name) or _SHARED.search(name) or not is_ordinary(name):
            continue
        before = [line.slots[position].keys[-1] for position in range(place) if _is_body(context, line, position)]
        before = [b for b in before if context.kind(b) in (EntityType.EDUCATION, EntityType.GOVERNMENT)]
        whole = before[-1] if before else home
        if whole and context.kind(whole) is not EntityType.UNIT:
            fact = directed(Relation.PART_OF, unit, whole)
            yield Claim(fact, line.starts[place], line.stops[place], "rule:part/home", _DEFAULT)


def _is_body(context: Context, line: Line, position: int) -> bool:
    return line.text[position] in _ORGANIZATION and context.kind(line.slots[position].keys[-1]) is not EntityType.UNIT


def _first_mentions(context: Context) -> Iterator[tuple[str, Line, int]]:
    """Yield where each unit or institution is named first."""
    seen: set[str] = set()
    for passage in context.passages:
        for place, slot in sorted(passage.flat.slots.items()):
            for key in slot.keys:
                if key not in seen and context.kind(key) in _PARTS_OF and slot.named:
                    seen.add(key)
                    yield key, passage.flat, place
