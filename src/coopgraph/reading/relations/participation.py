"""Who takes part in which project."""

import re
from collections.abc import Iterator
from itertools import product

from coopgraph.model import Details, EntityType, Relation, directed
from coopgraph.reading.passage import CLASSES, Claim, Line, Passage
from coopgraph.reading.relations.clauses import MANY, acting, extent, project_of, subject
from coopgraph.reading.relations.rules import Rule, rule
from coopgraph.reading.relations.standing import INTENDED, STATED, Standing, settled, standing
from coopgraph.reading.words import one_of

COORDINATOR = "coordinator"
_LEADING = re.compile(rf"\b{one_of('leading')}\b", re.IGNORECASE)
_KIND = "(?:programme|program|project|scheme|initiative|scholarship)"
_KINDS = "(?P<cue>projects|programmes|programs|initiatives|schemes)"
_PARTNERS = r"\b(?P<cue>(?:lead )?partners?|members?|participants?|consortium|co-?ordinator|leader)\b"
_HELD = "(?P<cue>held|tenable|hosted|based|housed) (?:at|by) "
# The party is the subject before the cue.
_WITH_SUBJECT = (
    rule("takes-part", 0.75, r"\b(?P<cue>@taking_part)\b~~70<p:project>"),
    rule("left", 0.75, r"\b(?P<cue>@leaving) (?:[\w-]+ ){0,2}?<p:project>"),
)
# The pattern names the party ("a"), or means the document's own organisation.
_RULES = (
    rule(
        "run-by",
        0.8,
        r"<p:project>(?:~~30 (?:for|in|of) <party>)?~~110\b(?P<cue>@run)\b(?: \w+){0,4}? by ~~20<a:party>",
    ),
    rule("run-by-ahead", 0.8, "^(?P<cue>@run) by <a:party>, <p:project>"),
    rule("own", 0.65, rf"(?P<cue>)<a:organization>'s? (?:[\w-]+ ){{0,3}}?(?:(?:[\w-]+ ){{0,4}}{_KIND}, )?<p:project>"),
    rule("own-home", 0.65, r"\b(?P<cue>our) (?:[\w-]+ )?<p:project>"),
    rule("at", 0.6, rf"(?P<cue>)<p:project>(?: {_KIND})? at <a:organization>"),
    rule(
        "of",
        0.65,
        rf"(?P<cue>)<p:project>(?: {_KIND})?(?:,? (?:an?|the) (?:[\w-]+ ){{0,3}}?{_KIND})? of <a:organization>",
    ),
    rule("which-runs", 0.75, r"<p:project>,? (?:which|that) <a:party> (?:[\w-]+ )?(?P<cue>@running)\b"),
    rule(
        "which-runs-with",
        0.75,
        r"<p:project>,? (?:which|that) <party> (?:[\w-]+ )?",
        r"(?P<cue>@running ~20\bwith) (?:[\w'-]+ ){0,3}?<a:organization>",
    ),
    rule(
        "in-which",
        0.75,
        r"<p:project>~~60\bin which <a:party>~~40\b",
        r"(?P<cue>tak(?:e|es|ing) part|took part|participat\w+|(?:is|are) (?:an? |also )?partners?|co-?operates?|",
        r"collaborates?)\b",
    ),
    rule("held-at", 0.7, rf"<p:project>(?:,? \w+){{0,2}}?,? \b{_HELD}<a:organization>"),
    rule("held-at-ahead", 0.7, f"^{_HELD}<a:organization>, <p:project>"),
    rule("run-with", 0.75, r"<p:project>~~80\b(?P<cue>in (?:[\w-]+ ){0,2}?@jointly) with <a:organization>"),
    rule(
        "partner-in", 0.75, rf"<a:party>,? (?:[\w-]+ ){{0,6}}?{_PARTNERS} (?:of|in|on) (?:[\w-]+ ){{0,2}}?<p:project>"
    ),
    rule("partners-in", 0.8, _PARTNERS, r" (?:in|of|on|to) <p:project>~~30\b(?:are|includes?|were) <a:party>"),
    rule("partners", 0.75, "<p:project>~~50", _PARTNERS, "~~30<a:party>"),
    rule(
        "involves",
        0.75,
        r"<p:project>(?:~~60<party>)?~~60",
        r"\b(?P<cue>involv(?:es|ing)|brings? together|unit(?:es|ing)|counts|compris(?:es|ing))\b",
        "[^;<-organization><-project>]{0,80}?<a:organization>",
    ),
    rule("participation-of", 0.75, r"<p:project>(?:~~60<party>)?~~60\b(?P<cue>participation|involvement) of <a:party>"),
    rule("projects-of", 0.7, rf"\b{_KINDS} (?:between|of|by) <a:party>[;,]? (?:including|such as|like) <p:project>"),
    rule(
        "between",
        0.8,
        r"<p:project>~~60\b(?P<cue>collaborat\w+|joint|partnership|initiative|co-?operat\w+|venture)\b",
        r"~~60\b(?:between|of|involving|with|by|among|from) (?!one of)<a:organization>",
    ),
    rule(
        "places-for",
        0.65,
        r"<p:project>(?:~~60<party>){0,2}~~60\b(?P<cue>(?:allocat|offer|provid|reserv|grant)\w*) (?:[\w-]+ ){0,3}?",
        r"(?:quotas?|places?|seats?|scholarships?)\b~~30\b(?:for|to) ~~30<a:party>",
    ),
)
_OF_THE_NEAREST = frozenset({"which-runs", "which-runs-with", "in-which"})
# The sentence goes on about the project that the one before speaks of.
_GOES_ON = (
    rule(
        "other-partners",
        0.75,
        r"\b(?:the|its|other|further|remaining|project) (?:[\w-]+ ){0,2}?(?P<cue>partners|participants|consortium)\b",
        r",? (?:are|include|includes|counts|comprises|consists of|brings together|involves|:)~40<a:party>",
    ),
    rule("it-involves", 0.75, r"\bit (?:also )?(?P<cue>involves|brings together|unites)~30<a:party>"),
    rule("also-in", 0.75, r"<a:party>~40\b(?P<cue>takes? part|took part|taking part|also participat\w+)(?= ?[.;]|\Z)"),
)
_MANY_PROJECTS = re.compile(
    rf"\b{one_of('taking_part')}\b[^;.]{{0,40}}?\b(?:projects|programmes|programs|initiatives)\b", re.IGNORECASE
)
_EXAMPLES = re.compile(
    r"(?:\b(?:examples?|these|they|projects) (?:\w+ )?(?:include|are|were)|\bincluding|\bsuch as|\bnamely)\b",
    re.IGNORECASE,
)
_AS_EXAMPLE = rule("examples", 0.75, "<p:project>")


def claims(passage: Passage) -> Iterator[Claim]:
    """Yield who takes part in which project by this sentence."""
    line = passage.line
    if CLASSES["project"] not in line.text:
        yield from _going_on(passage, line)
        return
    home = (passage.context.home,) if passage.context.home else ()
    for each in _WITH_SUBJECT:
        for match in each.pattern.finditer(line.text):
            first = subject(line, match.start(), reach=60, agents=False)
            if first is not None:
                ends = line.slots[first].keys, line.keys(match, "p")
                holds = standing(passage, line, first, match.span("cue"), match.end())
                yield from _claims(passage, ends, extent(line, first, match.end()), match["cue"], each, holds)
    for each in _RULES:
        for match in each.pattern.finditer(line.text):
            project: int | None = match.start("p")
            if project == match.start() and each.name not in _OF_THE_NEAREST:
                project = project_of(line, project)
            if project is not None:
                ends = line.keys(match, "a") if "a" in match.groupdict() else home, line.slots[project].keys
                span = extent(line, min(project, match.start()), match.end())
                holds = standing(passage, line, project, match.span("cue"), match.end())
                if "a" in match.groupdict() or holds is not INTENDED:
                    yield from _claims(passage, ends, span, match["cue"], each, holds)
    yield from _examples(passage, line)


def _going_on(passage: Passage, line: Line) -> Iterator[Claim]:
    """Yield the participants in the project that is named last in the sentence before this one, which names none."""
    if not passage.number:
        return
    before = passage.context.passages[passage.number - 1]
    project = before.line.text.rfind(CLASSES["project"])
    if project < 0 or passage.paragraph - before.paragraph > 1:
        return
    for each in _GOES_ON:
        for match in each.pattern.finditer(line.text):
            ends = line.keys(match, "a"), before.line.slots[project].keys
            holds = standing(passage, line, match.start(), match.span("cue"), match.end())
            yield from _claims(passage, ends, extent(line, match.start(), match.end()), match["cue"], each, holds)


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
    for match in _AS_EXAMPLE.pattern.finditer(line.text, opening.end()):
        ends = before.slots[first].keys, line.keys(match, "p")
        yield from _claims(passage, ends, extent(line, opening.start(), match.end()), "", _AS_EXAMPLE, STATED)


def _claims(
    passage: Passage,
    ends: tuple[tuple[str, ...], tuple[str, ...]],
    span: tuple[int, int],
    cue: str,
    source: Rule,
    holds: Standing | None,
) -> Iterator[Claim]:
    members = acting(passage, ends[0])
    if holds is None or len(members) * len(ends[1]) > MANY:
        return
    role = COORDINATOR if len(members) == 1 and _LEADING.search(cue) else None
    for member, project in product(members, ends[1]):
        if passage.context.kind(member) is not EntityType.PERSON and member != project:
            fact = directed(Relation.PARTICIPATES_IN, member, project, settled(Details(role=role), holds))
            yield Claim(fact, *span, f"rule:participation/{source.name}", source.prior)
