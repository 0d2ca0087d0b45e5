"""Where bodies and places are, where the text says so."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise, product

from coopgraph.model import EntityType, Relation, directed
from coopgraph.reading.names.lexicon import fold, lexicon
from coopgraph.reading.names.places import countries
from coopgraph.reading.passage import CLASSES, Claim, Context, Line, Passage, kind_of, pattern
from coopgraph.reading.words import one_of

_NOUN = one_of("placed_nouns")
_BRACKET = r"(?: ?\((?:<organization>|[A-Z]{2,9})\))?"
_WHERES = r"<b:where>(?:(?:, | and )<where>){0,2}(?!-|'s? | on <date>|, <date>)"
_MORE = r"(?:(?:, |,? and |,? as well as )(?:the )?<organization>){0,12}"
_CLOSED = r"(?:of|with|from|to|in|and|for|by|says?|said)"
_WORDS = rf"(?:(?!{_CLOSED}\b)[\w-]+,? )"
_SUCH_AS = r"(?:,? ?(?:such as|including|like|namely|are|:|-|\() ?)(?:the )?"
# A body that holds another place than the one named last: "the Centre (u) at A's Campus in Suva".
_INNER = r"(?:<u:organization>,? (?:at|of|within) (?:<organization>'s? )?)?"
_RULES = (
    ("bracket", 0.95, pattern(rf"<a:organization>{_BRACKET} ?\( ?(?:in |based in )?<b:where>(?:, <where>){{0,2}} ?\)")),
    (
        "in",
        0.85,
        pattern(
            rf"{_INNER}<a:organization>{_BRACKET},? (?:located |based |situated |headquartered )?(?:in|at) {_WHERES}"
        ),
    ),
    (
        "comma",
        0.85,
        pattern(rf"<a:organization>{_BRACKET}, <b:where>(?:, <where>)?(?!,? (?:and|&) |, <organization>|'s? |-)"),
    ),
    ("of", 0.7, pattern(rf"<a:organization>{_BRACKET} (?:of|from) {_WHERES}")),
    ("is-in", 0.85, pattern(rf"(?<! of )<a:organization>[^;.<-thing>]{{0,25}}? {one_of('situated')} {_WHERES}")),
    (
        "apposed-in",
        0.8,
        pattern(
            r"<u:organization>, (?:an?|the|one of) [^;,<-where>]{1,60}?<a:organization>, "
            rf"{one_of('situated')} {_WHERES}"
        ),
    ),
    ("based-in", 0.85, pattern(rf"\b(?:based|located|situated) in {_WHERES}, <a:organization>")),
    ("country's", 0.85, pattern(rf"<b:where>(?:'s?|-based) (?:(?!{_CLOSED}\b)[\w-]+ ){{0,2}}?<a:organization>{_MORE}")),
    (
        "country's-noun",
        0.85,
        pattern(rf"<b:where>(?:'s?|-based)? {_WORDS}{{0,6}}?{_NOUN},? (?:- |the )?<a:organization>"),
    ),
    (
        "noun-of-country",
        0.85,
        pattern(
            r"<a:organization>(?:,? - |,? is |,? as |, | \()(?:the |an? |one of )?<b:where>(?:'s?|-based)? "
            rf"{_WORDS}{{0,5}}?{_NOUN}\b"
        ),
    ),
    ("list-in-country", 0.8, pattern(rf"\b{_NOUN} (?:in|from|of) <b:where>{_SUCH_AS}<a:organization>{_MORE}")),
    ("one-in-country", 0.75, pattern(rf"\bone of [^;<-thing>]{{1,60}}{_NOUN} in <b:where>, <a:organization>")),
    ("country's-list", 0.8, pattern(rf"<b:where>(?:'s?)? {_WORDS}{{0,4}}?{_NOUN}{_SUCH_AS}<a:organization>{_MORE}")),
    ("unit-on-campus", 0.8, pattern(rf"<a:unit>,? (?:at|of|on) (?:<organization>'s? )?<b:where> {one_of('sites')}\b")),
    ("campus-in", 0.8, pattern(rf"<a:organization>'s? (?:\w+ )?{one_of('sites')} (?:is |are )?in {_WHERES}")),
)
_RELATIONS = pattern(
    rf"\b(?:relations|cooperation|partnership|ties) with <b:where>, [^;<-thing>]{{0,20}}(?:<organization>)?"
    rf"[^;<-thing>]{{0,40}}\b{one_of('placed_nouns')}{_SUCH_AS}(?P<a>[<-organization>])(?P<list>[^;.]{{0,120}})"
)
_PLACES = (
    (
        "place-in",
        0.85,
        pattern(
            r"<a:place>(?: in | \w+ in |, (?:an?|the) (?:[\w-]+ ){1,4}(?:in|on|of) )<b:where>"
            r"(?!-| and <where>)"
        ),
    ),
    ("place-(country)", 0.9, pattern(r"<a:place> \(<b:country>\)")),
    ("place,-country", 0.85, pattern(r"(?<!<where>, )<a:place>, <b:country>(?!'|,? and <where>|, <where>)")),
    ("place,-place", 0.75, pattern(r"(?<!, )(?<!and )<a:place>, <b:place>(?!,? (?:and|&) |, <where>|'s? )")),
    (
        "place-of",
        0.75,
        pattern(
            r"<b:where>'s? (?:(?!sister|twin|friendship|partner)[\w-]+ ){0,3}?"
            rf"{one_of('settlements')},? (?:of )?<a:place>"
        ),
    ),
)
_DEMONYM = re.compile(r"\b[A-Z][a-z]+ [A-Z][a-z]+\b|\b[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?\b")
_AFTER_DEMONYM = (
    pattern(r" (?:[A-Z][\w-]+ )?<a:organization>"),
    pattern(rf" {_WORDS}{{0,5}}?{_NOUN}(?:,? such as|,? including|:|,| -)? (?:the )?<a:organization>"),
    pattern(rf" {one_of('settlements')} (?:of )?<a:place>"),
)
_BEFORE_DEMONYM = pattern(rf"<a:organization>, (?:the|an?) (?P<demonym>[A-Z][a-z]+) {_WORDS}{{0,4}}?{_NOUN}\b")
_PLACED = pattern("<where>")
_BODY, _WHERE = CLASSES["organization"], CLASSES["where"]


def claims(passage: Passage) -> Iterator[Claim]:
    """Yield where the whole document says that bodies and places are, once, when its first sentence is asked for."""
    if passage.number == 0:
        known = _countries(passage.context)
        for each in passage.context.passages:
            yield from _in_sentence(each, known)


def _in_sentence(passage: Passage, known: Mapping[str, str]) -> Iterator[Claim]:
    line = passage.flat
    if line.names() > 1 and _PLACED.search(line.text):
        yield from _stated(passage, line)
    yield from _national(passage, line, known)


def _stated(passage: Passage, line: Line) -> Iterator[Claim]:
    for rule, prior, compiled in _RULES:
        for match in compiled.finditer(line.text):
            yield from _bodies(passage, line, match, rule, prior)
    for match in _RELATIONS.finditer(line.text):
        bodies = [place for place in range(match.start("a"), match.end()) if line.text[place] in _BODY]
        for place in bodies:
            yield from _claims(passage, line, match, line.slots[place].keys, line.keys(match, "b"), "relations", 0.8)
    for rule, prior, compiled in _PLACES:
        for match in compiled.finditer(line.text):
            yield from _claims(passage, line, match, line.keys(match, "a"), line.keys(match, "b"), rule, prior)


def _bodies(passage: Passage, line: Line, match: re.Match[str], rule: str, prior: float) -> Iterator[Claim]:
    """Yield the bodies of a match in each of its places, and each place in the next after a comma."""
    inner = match.groupdict().get("u") and passage.context.kind(line.keys(match, "a")[0]) is EntityType.UNIT
    name = "u" if inner or (match.groupdict().get("u") and kind_of(match["u"]) is not EntityType.UNIT) else "a"
    first, where = match.start(name), match.start("b")
    stop = match.end() if where < first else where
    places = [first] if name == "u" else [place for place in range(first, stop) if line.text[place] in _BODY]
    home = passage.context.home
    bodies = [key for place in places for key in line.slots[place].keys if place == first or key != home]
    stop = first if where < first else match.end()
    wheres = [place for place in range(where, stop) if line.text[place] in _WHERE]
    for place in wheres:
        yield from _claims(passage, line, match, tuple(bodies), line.slots[place].keys, rule, prior)
    for inner, outer in pairwise(wheres):
        if line.text[inner + 1 : outer] == ", ":
            yield from _claims(passage, line, match, line.slots[inner].keys, line.slots[outer].keys, "chain", prior)


def _claims(
    passage: Passage,
    line: Line,
    match: re.Match[str],
    subjects: tuple[str, ...],
    wheres: tuple[str, ...],
    rule: str,
    prior: float,
) -> Iterator[Claim]:
    for subject, where in product(subjects, wheres):
        if subject != where and passage.context.kind(subject) is not EntityType.COUNTRY:
            fact = directed(Relation.LOCATED_IN, subject, where)
            yield Claim(fact, *line.span(match), f"rule:location/{rule}", prior)


def _national(passage: Passage, line: Line, known: Mapping[str, str]) -> Iterator[Claim]:
    """Yield what the adjective of a country that the document names places ("the Vietnamese Ministry of Health")."""
    for word in _DEMONYM.finditer(line.text) if known else ():
        for start, adjective in (
            (word.start(), word[0]),
            (word.start() + word[0].find(" ") + 1, word[0].split(" ")[-1]),
        ):
            country = known.get(lexicon().demonyms.get(fold(adjective), ""))
            found = (compiled.match(line.text, word.end()) for compiled in _AFTER_DEMONYM)
            match = next(filter(None, found), None) if country else None
            if match and country:
                for subject in line.keys(match, "a"):
                    fact = directed(Relation.LOCATED_IN, subject, country)
                    yield Claim(fact, line.starts[start], line.stops[match.end() - 1], "rule:location/adjective", 0.8)
                break
    for match in _BEFORE_DEMONYM.finditer(line.text):
        country = known.get(lexicon().demonyms.get(fold(match["demonym"]), ""))
        if country:
            yield from _claims(passage, line, match, line.keys(match, "a"), (country,), "adjective-after", 0.8)


def _countries(context: Context) -> dict[str, str]:
    """Return the keys of the countries that the document names by their ISO 3166 codes."""
    return {
        code: entity.key
        for entity in context.entities.values()
        if entity.type is EntityType.COUNTRY
        for name in entity.names
        if (code := countries().get(fold(name)))
    }
