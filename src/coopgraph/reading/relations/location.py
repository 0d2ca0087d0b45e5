"""Where bodies and places are, where the text says so."""

import re
from collections.abc import Iterator

from coopgraph.model import EntityType, Relation, directed
from coopgraph.reading.names.lexicon import fold, lexicon
from coopgraph.reading.names.places import countries
from coopgraph.reading.passage import CLASSES, Claim, Line, Passage, pattern
from coopgraph.reading.words import one_of

_WHERES = r"<b:where>(?:,? <where>){0,2}(?!-)"
_BRACKET = r"(?: ?\((?:<organization>|[A-Z]{2,9})\))?"
_NOUN = one_of("placed_nouns")
_MANY = r"(?:(?:, |,? and |,? as well as )(?:the )?<organization>){0,12}"
_RULES = (
    ("bracket", 0.95, pattern(rf"<a:organization>{_BRACKET} ?\( ?(?:in |based in )?{_WHERES} ?\)")),
    (
        "in",
        0.85,
        pattern(
            rf"<a:organization>{_BRACKET},? (?:in|at|based in|located in|situated in|headquartered in) {_WHERES}(?!'s? )"
        ),
    ),
    (
        "comma",
        0.85,
        pattern(
            rf"<a:organization>{_BRACKET}, {_WHERES}(?!,? (?:and|&) (?:<where>|<organization>)|, <organization>|'s? |-)"
        ),
    ),
    ("of", 0.75, pattern(rf"<a:organization>{_BRACKET} (?:of|from) {_WHERES}(?!'s? |-| (?:and|&) <where>)")),
    ("is-in", 0.85, pattern(rf"<a:organization>[^;.<-thing>]{{0,25}}? {one_of('situated')} {_WHERES}(?!'s? )")),
    ("country's", 0.85, pattern(rf"<b:where>(?:'s?|-based)(?: \w+){{0,2}}? <a:organization>{_MANY}")),
    (
        "country's-noun",
        0.85,
        pattern(rf"<b:where>(?:'s?|-based) (?:[\w-]+,? ){{0,6}}?{_NOUN},? (?:- |the )?<a:organization>"),
    ),
    ("country-body", 0.75, pattern(r"(?<!in )(?<!to )(?<!from )<b:where> (?:\w+ ){0,3}?<a:organization>(?!s)")),
    (
        "noun-of-country",
        0.85,
        pattern(
            rf"<a:organization>,? (?:- |is |\()?(?:the |an? |one of )(?:<b:where>'s?|<b2:where>-based) (?:[\w-]+ ){{0,5}}?{_NOUN}"
        ),
    ),
    (
        "list-in-country",
        0.8,
        pattern(
            rf"\b{_NOUN} (?:in|from|of) <b:where>,? ?(?:such as|including|like|namely|:|-|\() ?<a:organization>{_MANY}"
        ),
    ),
    (
        "country's-list",
        0.8,
        pattern(
            rf"<b:where>'s? (?:[\w-]+ ){{0,4}}?{_NOUN},? ?(?:such as|including|like|namely|:|-|\() ?<a:organization>{_MANY}"
        ),
    ),
    (
        "relations-with",
        0.8,
        pattern(
            r"\b(?:relations|cooperation|partnership|ties) with <b:where>, [^;<-thing>]{0,20}(?:<organization>)?[^;<-thing>]{0,40}\bpartners? (?:such as|including|like) (?P<list>[^;.]{1,120})"
        ),
    ),
)
_PLACES = pattern(r"<a:place>(?:, | in | \(|,? [\w -]{1,20} in |,? [\w ]{1,20} on )(?P<b>[<-where>])(?!-| and <where>)")
_OWNED_PLACES = pattern(
    r"<b:where>'s? (?:[\w-]+ ){0,4}?(?:city|capital|town|province|region|port|seaport|hamlet|village)?,? ?<a:place>"
)
_CAMPUS = pattern(
    r"<a:organization>(?:'s?)? (?:\w+ )?<b:where>(?:-based)? (?:campus|base|site|office|headquarters|branch)\b"
)
_DEMONYM = re.compile(r"\b[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?\b|\b[A-Z][a-z]+ [A-Z][a-z]+\b")
_AFTER_DEMONYM = pattern(
    rf" (?:[\w-]+ ){{0,4}}?(?:{_NOUN}(?:,|,? such as|,? including|:| -)? )?(?:the )?<a:organization>"
)
_CHARACTERS = CLASSES["organization"]


def claims(passage: Passage) -> Iterator[Claim]:
    """Yield where the sentence says that bodies and places are."""
    line = passage.flat
    for rule, prior, compiled in _RULES:
        for match in compiled.finditer(line.text):
            yield from _chain(passage, line, match, rule, prior)
    for rule, prior, compiled in (
        ("place-in", 0.85, _PLACES),
        ("place-of", 0.75, _OWNED_PLACES),
        ("campus", 0.7, _CAMPUS),
    ):
        for match in compiled.finditer(line.text):
            for one in line.keys(match, "a"):
                for other in line.keys(match, "b"):
                    yield from _claim(passage, line, match, one, other, rule, prior)
    yield from _national(passage, line)


def _chain(passage: Passage, line: Line, match: re.Match[str], rule: str, prior: float) -> Iterator[Claim]:
    """Yield the bodies of a match in each of its places, and each of its places in the next."""
    groups = match.groupdict()
    first = "b" if groups.get("b") else "b2"
    if groups.get("a"):
        begin = match.start("a")
        inside = range(begin, match.start(first) if match.start(first) > begin else match.end())
    else:
        inside = range(*match.span("list"))
    bodies = [key for place in inside if line.text[place] in _CHARACTERS for key in line.slots[place].keys]
    stop = begin if groups.get("a") and begin > match.start(first) else match.end()
    if not groups.get("a"):
        stop = match.start("list")
    wheres = [
        line.slots[place].keys[0] for place in range(match.start(first), stop) if line.text[place] in CLASSES["where"]
    ]
    for body in dict.fromkeys(bodies):
        for where in wheres:
            yield from _claim(passage, line, match, body, where, rule, prior)
    for inner, outer in zip(wheres, wheres[1:], strict=False):
        yield from _claim(passage, line, match, inner, outer, "chain", prior)


def _claim(
    passage: Passage, line: Line, match: re.Match[str], subject: str, where: str, rule: str, prior: float
) -> Iterator[Claim]:
    context = passage.context
    if subject == where or context.kind(subject) is EntityType.COUNTRY:
        return
    yield Claim(directed(Relation.LOCATED_IN, subject, where), *line.span(match), f"rule:location/{rule}", prior)


def _national(passage: Passage, line: Line) -> Iterator[Claim]:
    """Yield the bodies behind the adjective of a country that the document names ("the Vietnamese Ministry of Health")."""
    codes = lexicon().demonyms
    known = {
        countries().get(fold(name)): key
        for key, entity in sorted(passage.context.entities.items())
        if entity.type is EntityType.COUNTRY
        for name in entity.names
    }
    for word in _DEMONYM.finditer(line.text):
        key = known.get(codes.get(word[0].casefold().replace("-", " "), ""))
        match = _AFTER_DEMONYM.match(line.text, word.end()) if key else None
        if match and key:
            for body in line.keys(match, "a"):
                fact = directed(Relation.LOCATED_IN, body, key)
                yield Claim(
                    fact, line.starts[word.start()], line.stops[match.end() - 1], "rule:location/adjective", 0.8
                )
