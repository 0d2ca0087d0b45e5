"""Who is a member of which association or network."""

import re
from collections.abc import Iterator
from itertools import product

from coopgraph.model import Details, EntityType, Relation, directed
from coopgraph.reading.passage import Claim, Line, Passage
from coopgraph.reading.relations.clauses import MANY, acting, extent, subject, when
from coopgraph.reading.relations.rules import Rule, rule
from coopgraph.reading.relations.standing import settled, standing

_FEW = r"(?:(?:such as|including) |(?:[\w'-]+ ){0,6}?)"
_BODY = "(?P<body>[<-association><-education><-government><-project>])"
# The member is the subject before the cue.
_WITH_SUBJECT = (
    rule(
        "member-of",
        0.85,
        rf"\b(?P<cue>(?:members?|membership|affiliates?|signator(?:y|ies)) (?:\w+ )?(?:of|in|to)) {_FEW}{_BODY}",
    ),
    rule(
        "joined",
        0.7,
        r"\b(?P<cue>joined|joins|accession to|acceded to|admitted (?:in)?to|belongs? to|signed (?:on|up) to),? ",
        rf"{_FEW}<body:association>",
    ),
    rule("left", 0.75, rf"\b(?P<cue>@leaving) {_FEW}<body:association>"),
    rule(
        "part-of", 0.65, rf"\b(?P<cue>(?:is|are|was|were|been|being) (?:also )?(?:a )?part of) {_FEW}<body:association>"
    ),
)
# The pattern names the body and its members ("a").
_WITH_MEMBERS = (
    rule(
        "made-up-of",
        0.8,
        r"<body:association>,?~40\b(?P<cue>made up of|comprising|comprises|composed of|consist(?:s|ing) of|",
        r"whose (?:\w+ ){0,2}members (?:are|include)|(?:groups|brings) together|unites|includes) <a:party>",
    ),
    rule(
        "of-which",
        0.8,
        r"<body:association>,? of which <a:party> (?P<cue>(?:is|are|was|were) (?:an? |all |both |also )?members?)\b",
    ),
    rule(
        "admitted",
        0.75,
        r"<body:association>~20\b(?<!was )(?<!were )(?P<cue>admitted) <a:party>(?= ?[.,;]|\Z| (?:as|to|into|in|on)\b)",
    ),
    rule(
        "as-member",
        0.85,
        r"^As (?:an?|the|one of the) (?:[\w-]+ ){0,3}?(?P<cue>members?) of ",
        _FEW,
        _BODY,
        ", <a:party>",
    ),
    rule(
        "its-members",
        0.75,
        r"<body:association>(?:'s?)? (?:\w+ )?",
        r"(?P<cue>members?|member (?:universities|institutions|countries|states)|sides?|clubs?)",
        ",? (?:such as |including |like )?<a:party>",
    ),
)


# A "member university" of an institution is a part of it.
_PART = re.compile(r"members? (?:universit|school|college|institut)", re.IGNORECASE)
# Read from the flat line: in the folded one appositions are gone.
_APPOSED = (
    rule(
        "apposed-member",
        0.8,
        r"<a:party>(?: ?\(<thing>\))?, (?:(?:now|also|itself|since <date>) )?(?:an?|the|one of the) (?:[\w-]+ ){0,3}?",
        r"(?P<cue>members?) of ",
        _FEW,
        _BODY,
    ),
    rule("to-which", 0.85, r"<body:association>,? (?P<cue>to which) <a:party> (?:\w+ ){0,2}?belong(?:s|ed)?\b"),
)


def claims(passage: Passage) -> Iterator[Claim]:
    """Yield the memberships that the sentence states."""
    line = passage.line
    if passage.flat.names() < 2:  # the member, and its association
        return
    for each in _APPOSED:
        for match in each.pattern.finditer(passage.flat.text):
            yield from _claims(passage, passage.flat, match, passage.flat.keys(match, "a"), match.start(), each)
    for each in _WITH_SUBJECT:
        for match in each.pattern.finditer(line.text):
            first = subject(line, match.start())
            if first is not None and not line.slots[first].delegate:
                yield from _claims(passage, line, match, line.slots[first].keys, first, each)
    for each in _WITH_MEMBERS:
        for match in each.pattern.finditer(line.text):
            yield from _claims(passage, line, match, line.keys(match, "a"), match.start(), each)


def _claims(
    passage: Passage, line: Line, match: re.Match[str], members: tuple[str, ...], start: int, source: Rule
) -> Iterator[Claim]:
    bodies = line.keys(match, "body")
    members = acting(passage, members)
    holds = standing(passage, line, start, match.span("cue"), match.end())
    if holds is None or len(members) * len(bodies) > MANY:
        return
    period = when(line, start, match.end(), reach=60)
    details = settled(Details(date=period.date if period else None), holds)
    span = extent(line, start, match.end())
    for member, body in product(members, bodies):
        if _PART.match(match["cue"]) and passage.context.kind(body) is EntityType.EDUCATION:
            continue
        if member != body and passage.context.kind(member) is not EntityType.PERSON:
            fact = directed(Relation.MEMBER_OF, member, body, details)
            yield Claim(fact, *span, f"rule:membership/{source.name}", source.prior)
