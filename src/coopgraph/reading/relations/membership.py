"""Who is a member of which association or network. The number beside a rule is its prior."""

from collections.abc import Iterator

from coopgraph.model import Details, EntityType, Relation, directed
from coopgraph.reading.passage import Claim, Line, Passage, pattern
from coopgraph.reading.relations.clauses import acting, extent, is_real, subject, when

_GAP = "[^;<-party>]"
_FEW = r"(?:[\w'-]+ ){0,6}?"
# The member is the subject before the cue.
_OF = (
    (
        "member-of",
        0.85,
        pattern(
            r"(?P<cue>\b(?:members?|membership|affiliates?|signator(?:y|ies)) (?:\w+ )?(?:of|in|to)) "
            rf"{_FEW}(?P<body>[<-association><-education><-government><-project>])"
        ),
    ),
    (
        "joined",
        0.7,
        pattern(
            r"(?P<cue>\b(?:joined|joins|accession to|acceded to|admitted (?:in)?to|belongs? to|signed (?:on|up) to)) "
            rf"{_FEW}<body:association>"
        ),
    ),
    (
        "part-of",
        0.65,
        pattern(rf"(?P<cue>\b(?:is|are|was|were|been|being) (?:also )?(?:a )?part of) {_FEW}<body:association>"),
    ),
)
# The pattern names the body and its members.
_NAMED = (
    (
        "made-up-of",
        0.8,
        pattern(
            rf"<body:association>,? {_GAP}{{0,40}}?\b(?P<cue>made up of|comprising|comprises|composed of|consist(?:s|ing) of|"
            r"whose members (?:are|include)|groups together|includes) <a:party>"
        ),
    ),
    (
        "its-members",
        0.75,
        pattern(
            r"<body:association>(?:'s?)? (?:\w+ )?(?P<cue>members?|member (?:universities|institutions|countries|states)),? "
            r"(?:such as |including |like )?<a:party>"
        ),
    ),
)


def claims(passage: Passage) -> Iterator[Claim]:
    """Yield the memberships that the sentence states."""
    line = passage.line
    for rule, prior, compiled in _OF:
        for match in compiled.finditer(line.text):
            first = subject(line, match.start())
            if first is not None and not line.slots[first].delegate:
                body = match.start("body")
                yield from _claims(passage, line, (first, body), (first, match.end()), match.end("cue"), rule, prior)
    for rule, prior, compiled in _NAMED:
        for match in compiled.finditer(line.text):
            ends = match.start("a"), match.start("body")
            yield from _claims(passage, line, ends, match.span(), match.end("cue"), rule, prior)


def _claims(
    passage: Passage, line: Line, ends: tuple[int, int], span: tuple[int, int], cue: int, rule: str, prior: float
) -> Iterator[Claim]:
    """Yield one claim for each member and body behind the two characters, where the words before the cue are real."""
    if not is_real(line, span[0], cue):
        return
    period = when(line, *span, reach=60)
    details = Details(date=period.date if period else None)
    start, stop = extent(line, *span)
    for member in acting(passage, line.slots[ends[0]].keys):
        for body in line.slots[ends[1]].keys:
            if member != body and passage.context.kind(member) is not EntityType.PERSON:
                fact = directed(Relation.MEMBER_OF, member, body, details)
                yield Claim(fact, start, stop, f"rule:membership/{rule}", prior)
