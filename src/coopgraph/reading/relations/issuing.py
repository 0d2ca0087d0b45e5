"""Who adopted or published a plan, a resolution or a strategy."""

from collections.abc import Iterator

from coopgraph.model import Details, Relation, directed
from coopgraph.reading.passage import CLASSES, Claim, Passage, pattern
from coopgraph.reading.relations.clauses import is_real
from coopgraph.reading.words import one_of

_GAP = "[^;<-party><-policy>]"
_DATED = r"(?:,? (?:dated|of|from|on|issued on|signed on)? ?<d:date>)?"
_THEN = r"(?: (?:on|in) <then:date>)?"
# What is decided by or under a policy is decided when that is issued; what is only said of it is said at another time.
_BASIS = r"(?P<basis>(?<=\bby )|(?<=\bunder ))?"
_BRACKET = r"(?: ?\([^()]{0,60}\))?"
_RULES = (
    (
        "issues",
        0.85,
        pattern(
            rf"(?<!\bwhich )(?<!\bthat )<a:organization>{_GAP}{{0,60}}?\b{one_of('issued_verbs')}{_THEN} "
            rf"{_GAP}{{0,60}}?<p:policy>{_DATED}"
        ),
    ),
    (
        "which-issued",
        0.9,
        pattern(
            rf"<p:policy>{_BRACKET},? (?:which|that) <a:organization>,? (?:\w+ )?{one_of('issued_verbs')}\b"
            rf"{_DATED}{_THEN}"
        ),
    ),
    (
        "issued-by",
        0.9,
        pattern(rf"<p:policy>[^;<-policy>]{{0,70}}?\b{one_of('issued')}\b{_GAP}{{0,30}}?\bby <a:organization>{_THEN}"),
    ),
    (
        "of",
        0.9,
        pattern(rf"{_BASIS}<p:policy>{_BRACKET}{_DATED},? (?:of|from|by) <a:organization>(?(basis){_THEN})"),
    ),
    ("body's", 0.85, pattern(rf"<a:organization>'s? (?:[\w-]+ ){{0,3}}?{_BRACKET} ?<p:policy>{_DATED}")),
)


def claims(passage: Passage) -> Iterator[Claim]:
    """Yield who issued the policies that the sentence names, with the date of issue where it is told."""
    line = passage.flat
    if CLASSES["policy"] not in line.text:
        return
    for rule, prior, compiled in _RULES:
        for match in compiled.finditer(line.text):
            if not is_real(line, match.start(), match.end()):
                continue
            told = match.groupdict()
            period = next((line.period(match, name) for name in ("d", "then") if told.get(name)), None)
            for body in line.keys(match, "a"):
                for policy in line.keys(match, "p"):
                    fact = directed(Relation.ISSUES, body, policy, Details(date=period.date if period else None))
                    yield Claim(fact, *line.span(match), f"rule:issuing/{rule}", prior)
