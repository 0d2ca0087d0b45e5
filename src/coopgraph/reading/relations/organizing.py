"""Who organises, hosts or holds a named event."""

import re
from collections.abc import Iterator

from coopgraph.model import ORGANIZATIONS, Details, Relation, directed
from coopgraph.reading.passage import CLASSES, Claim, Passage, pattern
from coopgraph.reading.relations.clauses import acting
from coopgraph.reading.relations.standing import intent, settled
from coopgraph.reading.words import one_of

_GAP = "[^;<-organization><-event>]"
_BODY = r"<organization>(?: ?\(<organization>\))?(?:,? (?:under|of|at) <organization>)?"
_WITH = r"(?:in (?:collaboration|cooperation|co-operation|partnership|conjunction|association)|together|jointly) with"
_LIST = (
    r"<a:organization>(?:'s <organization>)?(?: ?\(<organization>\))?"
    rf"(?:(?:, and |, |,? and | & |,? {_WITH} )(?:the )?{_BODY}){{0,6}}"
)
_HELD = rf"\b{one_of('hosted')}\b"
_RULES = (
    ("hosts", 0.85, pattern(rf"{_LIST}{_GAP}{{0,60}}?\b{one_of('hosts')}\b{_GAP}{{0,90}}?<e:event>")),
    ("hosts-with", 0.8, pattern(rf"\b{one_of('hosts')}\b{_GAP}{{0,90}}?<e:event>{_GAP}{{0,40}}?{_WITH} {_LIST}")),
    ("hosted-by", 0.9, pattern(rf"<e:event>[^;]{{0,90}}?{_HELD}{_GAP}{{0,40}}?\b(?:by|at) {_LIST}")),
    ("hosted-by-before", 0.85, pattern(rf"{_HELD} (?:jointly )?by {_LIST}{_GAP}{{0,30}}?<e:event>")),
    (
        "body's",
        0.8,
        pattern(r"<a:organization>(?:'s (?:[\w-]+ ){0,3}?|-(?:led|hosted|organi[sz]ed) (?:[\w-]+ ){0,3}?| )<e:event>"),
    ),
)
_OWNER = re.compile(r"(?: under| of| at|\() ?\Z")
_BODIES = CLASSES["organization"]


def claims(passage: Passage) -> Iterator[Claim]:
    """Yield who organises the events that the sentence names; co-organisers one by one."""
    line = passage.flat
    if CLASSES["event"] not in line.text:
        return
    for rule, prior, compiled in _RULES:
        for match in compiled.finditer(line.text):
            holds = intent(line, match.start() - 20, match.end(), match.end())
            if holds is None:
                continue
            event, first = match.start("e"), match.start("a")
            for place in range(first, event if first < event else match.end()):
                if line.text[place] not in _BODIES or (place > first and _OWNER.search(line.text, place - 7, place)):
                    continue
                for body in acting(passage, line.slots[place].keys):
                    for key in line.slots[event].keys:
                        if passage.context.kind(body) in ORGANIZATIONS:
                            fact = directed(Relation.ORGANIZES, body, key, settled(Details(), holds))
                            yield Claim(fact, *line.span(match), f"rule:organizing/{rule}", prior)
