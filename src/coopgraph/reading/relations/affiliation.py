"""Who is with which body, and as what.

The rules look at each person in turn: at the post and the body before the name ("Massey University Vice-Chancellor
Steve Maharey", "Head of the School of Music Dr Greer Garden"), and behind it ("Neil Quigley, Vice-Chancellor of the
University of Waikato", "James McGregor from the School of Geography"). A post without a body belongs to the body of
the person named just before, or to the organisation that the document is mainly about.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coopgraph.model import ORGANIZATIONS, Details, EntityType, Relation, Status, directed
from coopgraph.reading.passage import CLASSES, Claim, Context, Line, Passage, pattern
from coopgraph.reading.relations.bodies import condensed
from coopgraph.reading.relations.posts import Span, is_ordinary, is_own, is_plural, post_after, post_before
from coopgraph.reading.relations.standing import was_once
from coopgraph.reading.words import one_of

_LINK = one_of("post_links")
_LOOK_BACK = 40  # sentences in which a body spoken of is looked for: about two pages
_PERSON = CLASSES["person"]
_ORGANIZATION = CLASSES["organization"]
_BODIES = r"<organization>(?:,? (?:and|&) <organization>)?"
# Before the name: a body and its link, as in "Dean of <body>, Professor <name>".
_LINKED = pattern(
    rf" (?:{_LINK})(?: the)? (?P<bodies>{_BODIES})(?: in (?:<where>|(?:the )?(?-i:[A-Z])[\w ]{{2,30}}))?,? ?(?:- ?)?\Z"
)
_OWNER = pattern(r"(?P<bodies><organization>)(?:'s?)?,? ?\Z")
_POSSESSIVE = pattern(r"(?P<bodies><organization>)'s? \Z")
# Behind the name.
_OPENING = pattern(rf"(?:,? (?:- )?\(?|,? ?\()?(?:(?:{one_of('holds')}) )?")
_BODY_AFTER = pattern(rf"(?: (?:{_LINK})(?: the)? |, | - |/| )(?P<bodies>{_BODIES})")
_FROM = pattern(
    r"(?:,? (?:from|of|at) |,? ?\()(?P<bodies><organization>)(?!'s? (?!<)|-)"
    r"|(?:, | - )(?P<beside><organization>)"
    r"(?=[,.;:)]|\Z| -| (?:says?|said|who|will|is|was|has|and (?!<party>|<person>))\b)"
)
_BOTH = pattern(r",? (?:- )?(?P<who>both|all) (?:from|of|at)(?: the)? (?P<bodies><organization>)")
_BELONGS = pattern(rf",? (?:(?:who|also|then|now|has|is) ){{0,2}}{one_of('belongs')} (?P<bodies><organization>)")
_NEXT = pattern(r",? ?<person>")
_AND = pattern(rf"(?:,? and|,|;)(?: {one_of('holds')})?(?: also)? ")
_PRONOUN = re.compile(r"\b(?:he|she)(?= )", re.IGNORECASE)
_GENERIC = re.compile(
    r"(?:university|college|school|faculty|cent(?:re|er)|institute|department|academy|council|board|ministry|polytechnic)\b",
    re.IGNORECASE,
)
_LED = pattern(r"<body:organization>[^;<-thing>]{0,40}? (?:led|headed|represented|chaired) by (?:its |the )?\Z")
_LISTED = re.compile(r"\s*(?:,|and|,? and|;|,? with|as well as)?\s*(?:the )?\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Found:
    """Persons with one body, the post, where it is stated, and whether the body is named there."""

    passage: Passage
    line: Line
    persons: tuple[str, ...]
    body: str | None
    post: Span | None
    start: int
    stop: int
    rule: str
    prior: float


def claims(passage: Passage) -> Iterator[Claim]:
    """Yield the affiliations that the whole document states, once, when its first sentence is asked for."""
    if passage.number:
        return
    found: list[_Found] = []
    last: str | None = None
    for each in passage.context.passages:
        if _PERSON not in each.flat.text and not _PRONOUN.search(each.flat.text):
            continue
        line = condensed(each)
        found.extend(_in_line(each, line, last))
        last = next(
            (line.slots[place].keys[0] for place in reversed(range(len(line.text))) if line.text[place] == _PERSON),
            last,
        )
    yield from _settled(passage.context, found)


def _in_line(passage: Passage, line: Line, last: str | None) -> Iterator[_Found]:
    for pronoun in _PRONOUN.finditer(line.text):
        named = [line.slots[place].keys[0] for place in range(pronoun.start()) if line.text[place] == _PERSON]
        who = named[-1] if named else last
        if who:
            yield from _after(passage, line, pronoun.start(), pronoun.end(), (who,))
    floor = 0
    inherited: str | None = None
    for place, character in enumerate(line.text):
        if character != _PERSON:
            continue
        persons = line.slots[place].keys
        stated = [*_before(passage, line, place, floor, persons), *_after(passage, line, place, place + 1, persons)]
        if persons[0] not in {person for found in stated for person in found.persons}:
            stated = [*_bare(passage, line, place, floor, persons, inherited), *stated]
        yield from stated
        inherited = next((found.body for found in reversed(stated) if found.body), None)
        floor = place + 1


def _before(passage: Passage, line: Line, place: int, floor: int, persons: tuple[str, ...]) -> Iterator[_Found]:
    text = line.text
    linked = _LINKED.search(text, max(floor, place - 60), place)
    if linked:
        post = post_before(text, linked.start(), floor)
        if post:
            yield from _found(passage, line, persons, linked, post, (post[0], place + 1), "post-of-body")
            return
    possessive = _POSSESSIVE.search(text, max(floor, place - 4), place)
    if possessive:
        yield from _found(passage, line, persons, possessive, None, (possessive.start(), place + 1), "body's")
        return
    post = _post_before(text, place, floor)
    if post:
        owner = _OWNER.search(text, max(0, post[0] - 5), post[0])
        if owner and (not owner[0].rstrip().endswith(",") or is_ordinary(text[slice(*post)])):
            yield from _found(passage, line, persons, owner, post, (owner.start(), place + 1), "body-post")


def _after(passage: Passage, line: Line, begin: int, start: int, persons: tuple[str, ...]) -> Iterator[_Found]:
    text = line.text
    opening = _OPENING.match(text, start)
    position = opening.end() if opening else start
    stated = False
    while True:
        post = post_after(text, position) if position > start else None
        behind = _BODY_AFTER.match(text, post[1]) if post else None
        if post is None or behind is None:
            break
        stated = True
        who = persons if is_plural(text[slice(*post)]) else persons[-1:]
        yield from _found(passage, line, who, behind, post, (begin, behind.end()), "name-post-body")
        more = _AND.match(text, behind.end())
        if not more:
            return
        position = more.end()
    if stated:
        return
    if text[position : position + 1] and text[position] in _ORGANIZATION and position > start:
        after = position + (
            3 if text.startswith("'s ", position + 1) else 2 if text.startswith(" ", position + 1) else 0
        )
        post = post_after(text, after) if after > position else None
        if post and post[0] - after < 5:
            if _NEXT.match(text, post[1]):  # the post of the next person in a list
                return
            yield from _placed(passage, line, persons[-1:], position, post, (begin, post[1]), "name-body-post")
            return
    both = _BOTH.match(text, start)
    if both:
        everyone = [key for place in range(start) if text[place] == _PERSON for key in line.slots[place].keys]
        who = tuple(everyone[-2:] if both["who"].casefold() == "both" else everyone)
        yield from _found(passage, line, who, both, None, (begin, both.end()), "both-from")
        return
    for rule, compiled, who in (("from", _FROM, persons), ("belongs", _BELONGS, persons)):
        match = compiled.match(text, start)
        if match:
            yield from _found(passage, line, who, match, None, (begin, match.end()), rule)
            return


def _post_before(text: str, stop: int, floor: int) -> Span | None:
    """Return the post that ends at `stop`; of words that aren't all those of posts only what follows the last comma."""
    post = post_before(text, stop, floor)
    if post and ", " in text[slice(*post)] and not is_ordinary(text[slice(*post)]):
        return post_before(text, stop, text.rindex(", ", *post) + 2) or post
    return post


def _bare(
    passage: Passage, line: Line, place: int, floor: int, persons: tuple[str, ...], inherited: str | None
) -> Iterator[_Found]:
    """Yield the post of a person beside which no body is named."""
    text = line.text
    post = _post_before(text, place, floor)
    extent = (post[0], place + 1) if post else (place, place + 1)
    if post is None:
        opening = _OPENING.match(text, place + 1)
        post = post_after(text, opening.end()) if opening and opening.end() > place + 1 else None
        if post is None:
            return
        extent = (place, post[1])
    words = text[slice(*post)]
    body = _generic(passage, line, post) if _GENERIC.match(words) else None
    rule, prior = "post-generic", 0.6
    if text[max(0, post[0] - 4) : post[0]].casefold() in ("its ", "our "):
        body, rule, prior = _nearest(passage, line, post[0]), "its-post", 0.65
    led = _LED.search(text, max(0, post[0] - 70), post[0])
    if body is None and led:
        body, rule, prior = line.keys(led, "body")[0], "led-by", 0.7
    if body is None and inherited and is_ordinary(words) and _LISTED.match(text, floor, post[0]):
        body, rule, prior = inherited, "post-listed", 0.55
    elif body is None and floor and _LISTED.match(text, floor, post[0]):
        return
    if body is None and is_own(words):
        body, rule, prior = _home(passage.context), "post-home", 0.5
    if body:
        who = persons if is_plural(words) else persons[:1]
        yield _Found(passage, line, who, body, post, *extent, rule, prior)


def _home(context: Context) -> str | None:
    """Return the institution or firm that the document is about: texts about governments name people of many bodies."""
    home = context.home
    return home if home and context.kind(home) in (EntityType.EDUCATION, EntityType.COMPANY) else None


def _nearest(passage: Passage, line: Line, position: int) -> str | None:
    """Return the body named last before the position, in the sentence or the one before."""
    before = passage.context.passages[passage.number - 1].flat if passage.number else line
    for each, stop in ((line, position), (before, len(before.text) if before is not line else 0)):
        for place in reversed(range(stop)):
            if each.text[place] in _ORGANIZATION:
                return each.slots[place].keys[-1]
    return None


def _generic(passage: Passage, line: Line, post: Span) -> str | None:
    """Return the body spoken of last whose name holds the word that the post begins with ("Centre director")."""
    match = _GENERIC.match(line.text, post[0])
    word = match[0].casefold() if match else ""
    before = passage.context.passages[max(0, passage.number - _LOOK_BACK) : passage.number]
    for each in (line, *(other.flat for other in reversed(before))):
        for position in sorted(each.slots, reverse=True):
            if each is line and position >= post[0]:
                continue
            for key in each.slots[position].keys:
                entity = passage.context.entities[key]
                if entity.type in ORGANIZATIONS and any(word in name.casefold() for name in entity.names):
                    return key
    return None


def _found(
    passage: Passage,
    line: Line,
    persons: tuple[str, ...],
    match: re.Match[str],
    post: Span | None,
    extent: Span,
    rule: str,
) -> Iterator[_Found]:
    named = "bodies" if match["bodies"] else "beside"
    for place in range(*match.span(named)):
        if line.text[place] in _ORGANIZATION:
            yield from _placed(passage, line, persons, place, post, extent, rule)


def _placed(
    passage: Passage, line: Line, persons: tuple[str, ...], place: int, post: Span | None, extent: Span, rule: str
) -> Iterator[_Found]:
    if post and len(persons) > 1 and not is_plural(line.text[slice(*post)]):
        persons = persons[:1]
    for body in line.slots[place].keys:
        yield _Found(passage, line, persons, body, post, *extent, rule, 0.85 if post else 0.7)


def _settled(context: Context, found: list[_Found]) -> Iterator[Claim]:
    """Yield a claim for each person and body.

    What is only guessed is left out where something is told, and so is the owner of a unit that the person is with.
    """
    bodies: dict[str, set[str]] = {}
    for each in found:
        for person in each.persons:
            if each.prior > 0.6 and each.body:
                bodies.setdefault(person, set()).add(each.body)
    for each in found:
        for person in each.persons:
            own = bodies.get(person, set())
            if each.body is None or (each.prior <= 0.6 and own - {each.body}):
                continue
            owned = any(_is_under(context, other, each.body) for other in own)
            if owned and (each.post is None or each.prior <= 0.6):
                continue
            line = each.line
            role = each.passage.written(line.starts[each.post[0]], line.stops[each.post[1] - 1]) if each.post else None
            begin = each.post[0] if each.post else each.start
            over = was_once(line, max(0, begin - 12), each.post[1] if each.post else begin)
            details = Details(
                role=" ".join(role.split()) if role else None, status=Status.ENDED if over else Status.STATED
            )
            fact = directed(Relation.AFFILIATED_WITH, person, each.body, details)
            start, stop = line.starts[each.start], line.stops[each.stop - 1]
            yield Claim(fact, start, stop, f"rule:affiliation/{each.rule}", each.prior)


def _is_under(context: Context, unit: str, owner: str) -> bool:
    """Tell whether a unit is part of the owner, directly or through others."""
    seen = {unit}
    above = context.owners.get(unit)
    while above is not None and above not in seen:
        if above == owner:
            return True
        seen.add(above)
        above = context.owners.get(above)
    return False
