"""Who pays for what: grants, sponsorship, scholarships. The number beside a rule is its prior."""

import re
from collections.abc import Iterator

from coopgraph.model import Details, Relation, directed
from coopgraph.reading.passage import AMOUNT, CLASSES, Claim, Line, Passage, pattern
from coopgraph.reading.relations.clauses import MANY, acting, extent, is_real
from coopgraph.reading.words import one_of

_GAP = "[^;<-party><-project>]"
_OBJECT = "[<-project><-organization><-event>]"
_FUND = "[<-party><-project>]"
_GRANT = one_of("grants")
# The object is named by the pattern ("o"), or is what stands before the cue.
_RULES = (
    ("funded-by", 0.85, pattern(rf"(?P<cue>\b{one_of('funded')})(?: \w+){{0,3}}? by (?:a |an )?<f:party>")),
    ("funded-by-ahead", 0.8, pattern(rf"^(?P<cue>{one_of('funded')}) by <f:party>, (?P<o>{_OBJECT})")),
    (
        "made-possible",
        0.75,
        pattern(
            r"(?P<cue>\bmade possible) (?:by|through|thanks to|with) (?:[\w-]+ ){0,5}?(?:from |of |with |by )?<f:party>"
        ),
    ),
    (
        "funds",
        0.75,
        pattern(
            rf"<f:party>(?! \w+'s){_GAP}{{0,50}}?(?P<cue>\b{one_of('funds')}\b)(?! by\b){_GAP}{{0,60}}?(?P<o>{_OBJECT})"
        ),
    ),
    ("funded", 0.8, pattern(rf"<f:party>(?P<cue>-funded|-sponsored|-financed) (?P<o>{_OBJECT})")),
    (
        "gives-to",
        0.75,
        pattern(
            rf"<f:party>{_GAP}{{0,40}}?(?P<cue>\b{one_of('gives')}\b)(?! by\b){_GAP}{{0,60}}?(?:{_GRANT}|<amount>){_GAP}{{0,60}}?"
            rf"\b(?:to|for|towards|in|at) {_GAP}{{0,30}}?(?P<o>{_OBJECT})"
        ),
    ),
    (
        "grant-supports",
        0.75,
        pattern(
            rf"(?P<cue>\b{_GRANT}) (?:[\w-]+ ){{0,3}}?(?:from|by) <f:party>{_GAP}{{0,40}}?"
            rf"\b(?:support|fund|enabl|allow|help|for)\w*{_GAP}{{0,60}}?(?P<o>{_OBJECT})"
        ),
    ),
    ("grant-from", 0.75, pattern(rf"(?P<cue>\b{_GRANT}){_GAP}{{0,50}}?\b(?:from|by) <f:party>")),
    ("sponsorship-with", 0.75, pattern(r"(?P<cue>\bsponsorship)(?: deal| agreement| contract)? with <f:party>")),
    (
        "grant-of",
        0.7,
        pattern(
            rf"(?P<o>{_OBJECT}){_GAP}{{0,60}}?(?P<cue>\b(?:receiv|award|won|win|secur|grant|gain)\w*){_GAP}{{0,40}}?"
            rf"(?P<f>{_FUND})(?:'s?)? (?:[\w-]+ ){{0,3}}?{_GRANT}\b"
        ),
    ),
    (
        "grant-won-by",
        0.75,
        pattern(
            rf"(?P<f>{_FUND}) (?:[\w-]+ ){{0,3}}?(?P<cue>{_GRANT})\b{_GAP}{{0,60}}?"
            rf"\b(?:won|awarded|received|given|made|granted) (?:by|to) (?P<o>{_OBJECT})"
        ),
    ),
)
_REACH = 170  # characters between what is funded and "funded by": an apposition of one or two lines


def claims(passage: Passage) -> Iterator[Claim]:
    """Yield who funds what by this sentence."""
    line = passage.line
    for rule, prior, compiled in _RULES:
        for match in compiled.finditer(line.text):
            funded = match.start("o") if "o" in match.groupdict() else _before(line, match.start())
            if funded is None:
                continue
            start, stop = min(funded, match.start()), match.end()
            if not is_real(line, start, match.end("cue")) or _for_people(line, funded, match):
                continue
            yield from _claims(passage, line, match.start("f"), line.slots[funded].keys, (start, stop), rule, prior)


def _before(line: Line, position: int) -> int | None:
    """Return the position of what is funded: the nearest project, else the nearest organisation or event before."""
    fallback = None
    position -= line.text[position - 1] == " "
    for place in range(position - 1, max(-1, position - _REACH - 1), -1):
        character = line.text[place]
        if character == CLASSES["project"] and place < position - 1:
            return place
        if character == ";":
            break
        if fallback is None and character in CLASSES["organization"] + CLASSES["event"]:
            fallback = place
    return fallback


def _for_people(line: Line, funded: int, match: re.Match[str]) -> bool:
    """Tell whether what stands before is an organisation, while the scholarship goes to students."""
    return "scholarship" in match["cue"].casefold() and line.text[funded] != CLASSES["project"]


def _claims(
    passage: Passage, line: Line, funder: int, objects: tuple[str, ...], span: tuple[int, int], rule: str, prior: float
) -> Iterator[Claim]:
    start, stop = extent(line, *span)
    funders = acting(passage, line.slots[funder].keys)
    if len(funders) * len(objects) > MANY:
        return
    amounts = [place for place in range(*span) if line.text[place] == AMOUNT]
    amount = passage.written(line.starts[amounts[0]], line.stops[amounts[0]]) if amounts else None
    for key in funders:
        for object_ in objects:
            if key != object_:
                fact = directed(Relation.FUNDS, key, object_, Details(amount=amount))
                yield Claim(fact, start, stop, f"rule:funding/{rule}", prior)
