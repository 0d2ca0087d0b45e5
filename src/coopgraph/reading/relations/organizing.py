"""Who organises, hosts or holds a named event."""

from collections.abc import Iterator

from coopgraph.model import ORGANIZATIONS, Relation, directed
from coopgraph.reading.passage import CLASSES, Claim, Passage, pattern
from coopgraph.reading.relations.clauses import acting, is_real
from coopgraph.reading.words import one_of

_GAP = "[^;<-organization><-event>]"
_LIST = r"<a:organization>(?:(?:, |,? and |,? & |,? (?:in (?:collaboration|cooperation|co-operation|partnership|conjunction)|together|jointly) with )(?:the )?<organization>){0,6}"
_RULES = (
    ("hosts", 0.85, pattern(rf"{_LIST}{_GAP}{{0,60}}?\b{one_of('hosts')}\b{_GAP}{{0,90}}?<e:event>")),
    ("hosted-by", 0.9, pattern(rf"<e:event>[^;]{{0,90}}?\b{one_of('hosted')}\b{_GAP}{{0,40}}?\b(?:by|at) {_LIST}")),
    ("hosted-by-before", 0.85, pattern(rf"\b{one_of('hosted')} (?:jointly )?by {_LIST}{_GAP}{{0,30}}?<e:event>")),
    (
        "body's",
        0.8,
        pattern(r"<a:organization>(?:'s|-led|-hosted|-organised|-organized)? (?:[\w-]+ ){0,4}?<e:event>"),
    ),
)
_BODIES = CLASSES["organization"]


def claims(passage: Passage) -> Iterator[Claim]:
    """Yield who organises the events that the sentence names; co-organisers one by one."""
    line = passage.line
    for rule, prior, compiled in _RULES:
        for match in compiled.finditer(line.text):
            if not is_real(line, match.start() - 20, match.end()):
                continue
            event = match.start("e")
            stop = event if match.start("a") < event else match.end()
            for place in range(match.start("a"), stop):
                if line.text[place] not in _BODIES:
                    continue
                for body in acting(passage, line.slots[place].keys):
                    for key in line.slots[event].keys:
                        if passage.context.kind(body) in ORGANIZATIONS:
                            fact = directed(Relation.ORGANIZES, body, key)
                            yield Claim(fact, *line.span(match), f"rule:organizing/{rule}", prior)
