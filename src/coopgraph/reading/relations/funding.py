"""Who pays for what: grants, sponsorship, scholarships."""

import re
from collections.abc import Iterator
from itertools import product

from coopgraph.model import Details, Relation, directed
from coopgraph.reading.passage import AMOUNT, CLASSES, Claim, Line, Passage
from coopgraph.reading.relations.clauses import MANY, acting, extent, project_of
from coopgraph.reading.relations.rules import Rule, rule
from coopgraph.reading.relations.standing import Standing, settled, standing

_REACH = 170  # characters between what is funded and "funded by": an apposition of one or two lines
_OBJECT = "(?P<o>[<-project><-organization><-event>])"
# Where one of these stands between, it is what is funded, and it has no name.
_OTHER = re.compile(
    r"\b(?:projects?|research|stud(?:y|ies)|programmes?|scheme|trip|visit|conducted|where|and)\b", re.IGNORECASE
)
_COSTS = r"\b(?:costs?|fees?|budget|bills?|expenses|tuition|salar(?:y|ies)|travel|airfares?)\b"
# What is funded ("o") stands in the pattern, or before the cue.
_RULES = (
    rule("funded-by", 0.85, r"\b(?P<cue>@funded)(?: \w+){0,3}? by (?:a |an )?<f:party>"),
    rule("funded-by-ahead", 0.8, "^(?P<cue>@funded) by <f:party>, ", _OBJECT),
    rule(
        "with-funding-from",
        0.75,
        r"^(?:with|thanks to|through) (?:[\w-]+ ){0,4}?(?P<cue>@grants|support) (?:from|of|by) <f:party>,",
        "[^;<-project>]{0,120}?(?P<o>[<-project>])",
    ),
    rule(
        "made-possible",
        0.75,
        r"\b(?P<cue>made possible) (?:by|through|thanks to|with) (?:[\w-]+ ){0,5}?(?:from |of |with |by )?<f:party>",
    ),
    rule(
        "funds", 0.75, r"<f:party>(?! \w+'s)~~50\b(?<!with )(?<!is )(?P<cue>@funds)\b(?! (?:by|from|of)\b)~~60", _OBJECT
    ),
    rule("funded", 0.8, "<f:party>(?P<cue>-funded|-sponsored|-financed) ", _OBJECT),
    rule(
        "gives-to",
        0.75,
        r"<f:party>~~40(?<!been )(?<!was )(?<!were )\b(?P<cue>@gives)\b(?! by\b)~~60(?:@grants|<amount>)",
        r"~~60\b(?:to|for|towards?|in|into|at) ~~30",
        _OBJECT,
    ),
    rule(
        "puts-into",
        0.75,
        r"<f:party>~~30\b(?P<cue>puts?|paid|pays?)\b~~20<amount>~~30\b(?:into|towards?) ~~20",
        _OBJECT,
    ),
    rule(
        "given-by",
        0.75,
        r"(?P<o>[<-project>]),? (?:which )?(?:(?:is|was|are|were) )?",
        r"(?P<cue>given|awarded|granted|endowed|donated)(?: \w+ly)? by <f:party>",
    ),
    rule(
        "award-from",
        0.75,
        r"\b(?P<cue>receiv\w+|award\w*|won|wins?|given|holds?|held|granted) (?:[\w-]+ ){0,3}?(?P<o>[<-project>])",
        r"(?: (?:award|grant|fellowship|scholarship|prize)s?)? (?:from|by) <f:party>",
    ),
    rule(
        "grant-supports",
        0.75,
        r"\b(?P<cue>@grants) (?:[\w-]+ ){0,3}?(?:from|by) <f:party>~~40\b(?:support|fund|enabl|allow|help|for)\w*~~60",
        _OBJECT,
    ),
    rule("gift-by", 0.75, r"\b(?P<cue>investments?|donations?|sponsorship|gifts?) (?:from|by) <f:party>"),
    rule("grant-from", 0.75, r"\b(?P<cue>@grants)~~50\b(?:from|(?:provided|awarded|given|offered) by) <f:party>"),
    rule(
        "support-of",
        0.65,
        r"<f:party>'s? (?:[\w-]+ ){0,3}?",
        r"(?P<cue>contribution|donation|funding|funds|financial support|commitment|investment)\b",
        r"~~80\b(?:to|for|of|towards|in) (?:[\w-]+ ){0,3}?",
        _OBJECT,
    ),
    rule(
        "sponsor-of",
        0.75,
        r"<f:party>,? (?:[\w'-]+ ){0,6}?(?P<cue>sponsors?|funders?|donors?|benefactors?) (?:of|for|to) ",
        _OBJECT,
    ),
    rule(
        "sponsors-are", 0.75, r"\b(?P<cue>sponsors|funders|donors)\b,? (?:are|includes?|including|such as|:) <f:party>"
    ),
    rule("supported-by", 0.65, r"(?P<o>[<-project><-event>])~~80\b(?P<cue>supported by|support (?:of|from)) <f:party>"),
    rule("sponsorship-with", 0.75, r"\b(?P<cue>sponsorship)(?: deal| agreement| contract)? with <f:party>"),
    rule(
        "grant-of",
        0.7,
        _OBJECT,
        r"~~60\b(?P<cue>(?:receiv|award|won|win|secur|grant|gain)\w*)~~40",
        r"<f:party>(?:'s?)? (?:[\w-]+ ){0,3}?(?:grants?|funding)\b",
    ),
    rule(
        "grant-won-by",
        0.75,
        r"<f:party> (?:[\w-]+ ){0,3}?(?P<cue>@grants)\b~~60\b(?:won|awarded|received|given|made|granted) (?:by|to) ",
        _OBJECT,
    ),
    rule(
        "sum-from",
        0.75,
        r"<amount>~60\b(?P<cue>(?:(?:provided|given|donated|contributed|met|put up) by|from)) <f:party>",
    ),
    rule("costs-met-by", 0.75, _COSTS, r"~40\b(?P<cue>(?:paid|met|covered|borne)(?: for)?(?: in part)? by) <f:party>"),
)


def claims(passage: Passage) -> Iterator[Claim]:
    """Yield who funds what by this sentence."""
    line = passage.line
    if line.names() < 2:  # who funds, and what
        return
    for each in _RULES:
        for match in each.pattern.finditer(line.text):
            funded = match.start("o") if "o" in match.groupdict() else _before(line, match.start())
            if funded is None or _for_people(line, funded, match):
                continue
            start = min(funded, match.start())
            holds = standing(passage, line, start, match.span("cue"), match.end())
            if holds is not None:
                ends = line.keys(match, "f"), line.slots[funded].keys
                yield from _claims(passage, ends, (start, match.end()), each, holds)


def _before(line: Line, position: int) -> int | None:
    """Return the position of what is funded: the nearest project, else the nearest organisation or event before.

    A project right before the cue is the grant's own name ("a Growth Fund grant from A").
    """
    position -= line.text[position - 1] == " "
    sentence = line.text[max(0, position - _REACH) : position]
    project = project_of(line, position - 2, _REACH)
    if project is not None and ";" not in line.text[project:position]:
        return project
    for place in range(position - 1, position - len(sentence) - 1, -1):
        if line.text[place] == ";":
            return None
        if line.text[place] in CLASSES["organization"] + CLASSES["event"]:
            return None if _OTHER.search(line.text[place:position]) else place
    return None


def _for_people(line: Line, funded: int, match: re.Match[str]) -> bool:
    """Tell whether what stands before is an organisation, while the scholarship goes to students."""
    return "scholarship" in match["cue"].casefold() and line.text[funded] != CLASSES["project"]


def _claims(
    passage: Passage,
    ends: tuple[tuple[str, ...], tuple[str, ...]],
    span: tuple[int, int],
    source: Rule,
    holds: Standing,
) -> Iterator[Claim]:
    line = passage.line
    funders = acting(passage, ends[0])
    if len(funders) * len(ends[1]) > MANY:
        return
    sums = [place for place in range(*span) if line.text[place] == AMOUNT]
    amount = passage.written(*extent(line, sums[0], sums[0] + 1)) if sums else None
    for funder, funded in product(funders, ends[1]):
        if funder != funded:
            fact = directed(Relation.FUNDS, funder, funded, settled(Details(amount=amount), holds))
            yield Claim(fact, *extent(line, *span), f"rule:funding/{source.name}", source.prior)
