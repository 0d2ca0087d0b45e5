"""Who takes part in which project. The number beside a rule is its prior."""

import re
from collections.abc import Iterator

from coopgraph.model import Details, EntityType, Relation, directed
from coopgraph.reading.passage import Claim, Line, Passage, pattern
from coopgraph.reading.relations.clauses import MANY, acting, extent, is_real, subject
from coopgraph.reading.words import one_of

COORDINATOR = "coordinator"
_GAP = "[^;<-party><-project>]"
_LEADING = re.compile(rf"\b{one_of('leading')}\b", re.IGNORECASE)
_RULES = (
    (
        "takes-part",
        0.75,
        pattern(rf"<a:party>{_GAP}{{0,60}}?(?P<cue>\b{one_of('taking_part')}\b){_GAP}{{0,70}}?<p:project>"),
    ),
    (
        "run-by",
        0.8,
        pattern(
            rf"<p:project>(?:{_GAP}{{0,30}}? (?:for|in|of) <party>)?{_GAP}{{0,110}}?(?P<cue>\b{one_of('run')}\b)(?: \w+){{0,4}}? by {_GAP}{{0,20}}?<a:party>"
        ),
    ),
    (
        "own",
        0.65,
        pattern(
            r"(?P<cue>)<a:organization>'s? (?:[\w-]+ ){0,3}?"
            r"(?:(?:[\w-]+ ){0,4}(?:programme|program|project|scheme|initiative|scholarship), )?<p:project>"
        ),
    ),
    ("run-by-ahead", 0.8, pattern(rf"^(?P<cue>{one_of('run')}) by <a:party>, <p:project>")),
    (
        "held-at",
        0.7,
        pattern(
            rf"<p:project>(?:,? \w+){{0,2}}?,? (?P<cue>\b(?:held|tenable|hosted|based|housed)) (?:at|by) <a:organization>"
        ),
    ),
    (
        "held-at-ahead",
        0.7,
        pattern(r"^(?P<cue>(?:held|tenable|hosted|based|housed)) (?:at|by) <a:organization>, <p:project>"),
    ),
    (
        "run-with",
        0.75,
        pattern(
            rf"<p:project>{_GAP}{{0,80}}?(?P<cue>\bin (?:[\w-]+ ){{0,2}}?(?:partnership|collaboration|conjunction|co-?operation|association)) "
            r"with <a:organization>"
        ),
    ),
    (
        "partner-in",
        0.75,
        pattern(
            r"<a:party>,? (?:[\w-]+ ){0,6}?(?P<cue>partners?|participants?) (?:of|in|on) (?:[\w-]+ ){0,2}?<p:project>"
        ),
    ),
    (
        "partners-in",
        0.8,
        pattern(
            rf"(?P<cue>\b(?:partners|participants|members)) (?:in|of|on|to) <p:project>{_GAP}{{0,30}}?\b(?:are|include|includes|were|:) <a:party>"
        ),
    ),
    (
        "projects-of",
        0.7,
        pattern(
            r"(?P<cue>\b(?:projects|programmes|programs|initiatives|schemes)) (?:between|of|by) <a:party>[;,]? (?:including|such as|like) <p:project>"
        ),
    ),
    (
        "between",
        0.8,
        pattern(
            rf"<p:project>{_GAP}{{0,60}}?(?P<cue>\b(?:collaborat\w+|joint|partnership|initiative|co-?operat\w+|venture))\b"
            rf"{_GAP}{{0,60}}?\b(?:between|of|involving|with|by|among|from) (?!one of)<a:organization>"
        ),
    ),
    (
        "partners",
        0.75,
        pattern(
            rf"<p:project>{_GAP}{{0,50}}?(?P<cue>\b(?:partners?|members?|participants?|consortium))\b{_GAP}{{0,30}}?<a:party>"
        ),
    ),
    (
        "places-for",
        0.65,
        pattern(
            rf"<p:project>(?:{_GAP}{{0,60}}?<party>){{0,2}}{_GAP}{{0,60}}?(?P<cue>\b(?:allocat|offer|provid|reserv|grant)\w*) "
            rf"(?:[\w-]+ ){{0,3}}?(?:quotas?|places?|seats?|scholarships?)\b{_GAP}{{0,30}}?\b(?:for|to) {_GAP}{{0,30}}?<a:party>"
        ),
    ),
)
_MANY_PROJECTS = re.compile(
    rf"\b{one_of('taking_part')}\b[^;.]{{0,40}}?\b(?:projects|programmes|programs|initiatives)\b", re.IGNORECASE
)
_EXAMPLES = re.compile(
    r"(?:\b(?:examples?|these|they|projects) (?:\w+ )?(?:include|are|were)|\bincluding|\bsuch as|\bnamely)\b",
    re.IGNORECASE,
)
_PROJECT = pattern("<p:project>")


def claims(passage: Passage) -> Iterator[Claim]:
    """Yield who takes part in which project by this sentence."""
    line = passage.line
    for rule, prior, compiled in _RULES:
        for match in compiled.finditer(line.text):
            if not is_real(line, match.start(), match.end("cue")):
                continue
            role = COORDINATOR if _LEADING.search(match["cue"]) else None
            ends = line.slots[match.start("a")].keys, line.slots[match.start("p")].keys
            yield from _claims(passage, line, ends, match.span(), role, rule, prior)
    yield from _examples(passage, line)


def _examples(passage: Passage, line: Line) -> Iterator[Claim]:
    """Yield the projects that are told as examples of those that the sentence before speaks of."""
    if not passage.number:
        return
    before = passage.context.passages[passage.number - 1].line
    announced = _MANY_PROJECTS.search(before.text)
    opening = _EXAMPLES.search(line.text[:60])
    first = subject(before, announced.start()) if announced else None
    if first is None or not opening:
        return
    for match in _PROJECT.finditer(line.text, opening.end()):
        ends = before.slots[first].keys, line.slots[match.start("p")].keys
        yield from _claims(passage, line, ends, (opening.start(), match.end()), None, "examples", 0.75)


def _claims(
    passage: Passage,
    line: Line,
    ends: tuple[tuple[str, ...], tuple[str, ...]],
    span: tuple[int, int],
    role: str | None,
    rule: str,
    prior: float,
) -> Iterator[Claim]:
    start, stop = extent(line, *span)
    members = acting(passage, ends[0])
    if len(members) * len(ends[1]) > MANY:
        return
    for member in members:
        for project in ends[1]:
            if passage.context.kind(member) is not EntityType.PERSON:
                fact = directed(Relation.PARTICIPATES_IN, member, project, Details(role=role))
                yield Claim(fact, start, stop, f"rule:participation/{rule}", prior)
