"""What is part of what: units of their bodies, subsidiaries, members of a system."""

from collections.abc import Iterator

from coopgraph.model import ORGANIZATIONS, EntityType, Relation, directed
from coopgraph.reading.passage import CLASSES, Claim, Context, Line, Passage, pattern
from coopgraph.reading.words import one_of

_PARTS = one_of("parts")
_UNITS = r"<a:unit>(?:(?:, | and |, and | & |/)<unit>){0,6}"
_BRACKET = r"(?: ?\((?:<organization>|<project>|[A-Z]{2,9})\))?"
_NEW = r"(?: (?:own|new|newly established|newly-established|former|main|\w+-based))?"
_RULES = (
    ("unit-of", 0.9, pattern(rf"{_UNITS}{_BRACKET},? (?:of|at|in|within|under|from|inside) <b:organization>")),
    (
        "unit,-body",
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
            rf"<a:organization>,? (?:- |\()?(?:which is |is )?(?:the |an? )(?:[\w-]+ ){{0,3}}?{_PARTS} of <b:organization>"
        ),
    ),
    ("body's-part-after", 0.8, pattern(rf"<a:organization>, <b:organization>(?:'s?)? (?:[\w-]+ ){{0,3}}?{_PARTS}\b")),
    ("owned", 0.85, pattern(rf"<a:organization>{_BRACKET},? (?:which )?{one_of('owned')} <b:organization>")),
    (
        "owns",
        0.8,
        pattern(
            rf"<b:organization> {one_of('owns')} (?:[\w-]+ ){{0,3}}?\(?<a:organization>(?:(?:, |,? and )<organization>){{0,4}}"
        ),
    ),
    ("under", 0.85, pattern(r"<a:organization>,? under <b:organization>")),
)
_ORGANIZATION = CLASSES["organization"]
_DEFAULT = 0.5  # the prior of a unit whose body is the one that the document is about


def claims(passage: Passage) -> Iterator[Claim]:
    """Yield what is part of what in the whole document, once, when its first sentence is asked for."""
    if passage.number:
        return
    context = passage.context
    owned: set[str] = set()
    for each in context.passages:
        for claim in _stated(each):
            owned.add(claim.fact.parties[0])
            yield claim
    for claim in _by_name(context):
        if claim.fact.parties[0] not in owned:
            owned.add(claim.fact.parties[0])
            yield claim
    yield from _by_home(context, owned)


def _stated(passage: Passage) -> Iterator[Claim]:
    line, context = passage.flat, passage.context
    for rule, prior, compiled in _RULES:
        for match in compiled.finditer(line.text):
            places = (
                range(match.start("a"), match.end())
                if match.start("a") > match.start("b")
                else range(match.start("a"), match.start("b"))
            )
            for place in places:
                if line.text[place] not in _ORGANIZATION:
                    continue
                for part in line.slots[place].keys:
                    for whole in line.slots[match.start("b")].keys:
                        if part != whole and (
                            context.kind(part) is EntityType.UNIT or context.kind(whole) is not EntityType.UNIT
                        ):
                            yield Claim(
                                directed(Relation.PART_OF, part, whole), *line.span(match), f"rule:part/{rule}", prior
                            )


def _by_name(context: Context) -> Iterator[Claim]:
    """Yield the units whose name begins with that of another body ("Vinh University Business School")."""
    bodies = [
        (name.casefold(), entity)
        for entity in context.entities.values()
        if entity.type in ORGANIZATIONS and entity.type is not EntityType.UNIT
        for name in entity.names
        if len(name) > 2
    ]
    for unit, line, place in _first_mentions(context):
        forms = [name.casefold() for name in context.entities[unit].names]
        fitting = [
            (len(name), entity.key)
            for name, entity in bodies
            for form in forms
            if form.startswith(f"{name} ") or form.startswith(f"{name}'s ")
        ]
        if fitting:
            fact = directed(Relation.PART_OF, unit, max(fitting)[1])
            yield Claim(fact, line.starts[place], line.stops[place], "rule:part/name", 0.8)


def _by_home(context: Context, owned: set[str]) -> Iterator[Claim]:
    """Yield the units that no rule placed as parts of the organisation that the document is about."""
    home = context.home
    if home is None or context.kind(home) is EntityType.UNIT:
        return
    for unit, line, place in _first_mentions(context):
        if unit not in owned:
            fact = directed(Relation.PART_OF, unit, home)
            yield Claim(fact, line.starts[place], line.stops[place], "rule:part/home", _DEFAULT)


def _first_mentions(context: Context) -> Iterator[tuple[str, Line, int]]:
    seen: set[str] = set()
    for passage in context.passages:
        for place, slot in sorted(passage.flat.slots.items()):
            for key in slot.keys:
                if key not in seen and context.kind(key) is EntityType.UNIT and slot.named:
                    seen.add(key)
                    yield key, passage.flat, place
