"""When an agreement was signed of which other sentences speak without its date."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coopgraph.model import PLACES, Details, EntityType, Fact, Relation, Statement, Status, cooperation
from coopgraph.reading.kinds import AGREEMENTS, PARTNERSHIP, kind_in, specific
from coopgraph.reading.passage import Claim, Context, Passage, Period
from coopgraph.reading.relations.clauses import acting, is_real, when
from coopgraph.reading.words import one_of

_RULE = "rule:cooperation/signed-elsewhere"
_PRIOR = 0.7
_SIGNING = re.compile(rf"\b{one_of('signing')}\b", re.IGNORECASE)
_PARTNERSHIP = re.compile(r"\b(?:partnership|alliance|cooperation|co-operation|collaboration)\b", re.IGNORECASE)
_NEAR = 60  # characters between the agreement and the word for its signing
_REACH = 70  # characters from these to the date
_NO_PARTY = frozenset({EntityType.PERSON, EntityType.POLICY, EntityType.EVENT, EntityType.PROJECT})


@dataclass(frozen=True, slots=True)
class Signing:
    """A sentence that tells when something was signed: who is in it, what was signed, and when."""

    passage: Passage
    parties: frozenset[str]
    kind: str
    date: str


def signed_elsewhere(context: Context, statements: Sequence[Statement]) -> Iterator[Claim]:
    """Yield the date of each cooperation without one that a sentence about its signing tells.

    That is a sentence which has all parties of the cooperation, or one that has no others, where the document tells of
    no second signing and either of no second cooperation, or of no second one that was signed and of a signing in the
    month of the document.
    """
    found = [signing for passage in context.passages if (signing := _signing(passage)) is not None]
    if not found:
        return
    dates = {signing.date for signing in found}
    sides = {one.fact.sides for one in statements if one.fact.relation is Relation.COOPERATES_WITH}
    signed = {one.fact.sides for one in statements if _is_signed(context, one)}
    month = (context.document.date or "")[:7]
    for fact in dict.fromkeys(statement.fact for statement in statements if _is_undated(statement.fact)):
        parties = set(fact.parties)
        news = signed == {fact.sides} and len(month) == 7 and found[0].date.startswith(month)
        alone = len(dates) == 1 and (news or len(sides) == len(fact.pairs()) == 1)
        among = [one for one in found if parties <= one.parties or (alone and one.parties < parties)]
        kind = fact.details.kind
        told = [one for one in among if kind is None or specific(one.kind, kind) is not None]
        if told and len({one.date for one in told}) == 1:
            details = Details(kind=told[0].kind, date=told[0].date)
            yield Claim(
                cooperation(*fact.sides, details=details), told[0].passage.start, told[0].passage.stop, _RULE, _PRIOR
            )


def _is_signed(context: Context, statement: Statement) -> bool:
    """Tell whether it is a cooperation whose passage tells of a signing."""
    return statement.fact.relation is Relation.COOPERATES_WITH and bool(
        _SIGNING.search(context.document.prose, statement.evidence.start, statement.evidence.stop)
    )


def _is_undated(fact: Fact) -> bool:
    details = fact.details
    return (
        fact.relation is Relation.COOPERATES_WITH
        and details.status is Status.STATED
        and details.date is None
        and details.end is None
    )


def _signing(passage: Passage) -> Signing | None:
    """Return what the sentence tells of a signing, if it does and has a date for it."""
    line = passage.line
    for match in _SIGNING.finditer(line.text):
        start, stop = max(0, match.start() - _NEAR), match.end() + _NEAR
        around = line.text[start:stop]
        kind = kind_in(around)
        kind = kind if kind in AGREEMENTS else PARTNERSHIP if _PARTNERSHIP.search(around) else None
        period: Period | None = when(line, match.start(), match.end(), reach=_REACH) if kind else None
        if kind and period and period.date and not period.since and is_real(line, start, stop):
            slots = (key for slot in passage.flat.slots.values() for key in slot.keys)
            keys = tuple(key for key in slots if passage.context.kind(key) not in PLACES | _NO_PARTY)
            return Signing(passage, frozenset(acting(passage, keys)), kind, period.date)
    return None
