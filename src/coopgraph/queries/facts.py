"""The facts of a dataset, a row for each fact, document and pair."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from typing import NamedTuple

from coopgraph.errors import InputError
from coopgraph.model import Relation, Status
from coopgraph.queries.entities import named_things
from coopgraph.queries.rows import End, EntityRow, FactRow
from coopgraph.store import Iri, Literal, Store, Term
from coopgraph.vocabulary.namespaces import COOP
from coopgraph.vocabulary.terms import concept, relation_of


@dataclass(frozen=True, slots=True)
class FactFilter:
    """Which facts to take; None takes all.

    `thing` is the IRI of one end of the pair, `document` a document's name, `confidence` the least that the evidence
    must have.
    """

    thing: str | None = None
    relation: Relation | None = None
    status: Status | None = None
    document: str | None = None
    confidence: float = 0.0


_ALL = FactFilter()

# Plain shapes, put together here: a single query with an OPTIONAL for each detail takes several times as long. Each
# begins with the facts that are asked for.
_FACTS = "SELECT ?fact ?property ?value { %s ?fact ?property ?value }"
_SIDES = "SELECT ?fact ?side ?party { %s ?fact coop:side ?side . ?side coop:party ?party }"
_EVIDENCE = """
SELECT ?document ?fact ?confidence ?start ?stop ?method ?quote {
  %s
  GRAPH ?graph {
    ?evidence coop:supports ?fact ; coop:document ?node ; coop:quote ?quote ; coop:start ?start ; coop:stop ?stop ;
      coop:method ?method ; coop:confidence ?confidence .
    ?node dcterms:identifier ?document .
  }
}
"""
_CONCEPTS = "SELECT ?concept ?name { ?concept a skos:Concept ; skos:prefLabel ?name }"

_Properties = dict[str, set[str]]


class _Evidence(NamedTuple):
    """A row of _EVIDENCE; what sorts first is the best of its document and fact."""

    document: str
    fact: str
    doubt: float
    start: int
    stop: int
    method: str
    quote: str


def facts(store: Store, wanted: FactFilter = _ALL) -> Iterator[FactRow]:
    """Yield a row for each fact, document that states it, and pair, sorted by document and place in it.

    Of several pieces of evidence in one document the surest stands, then the earliest. An agreement of several parties
    gives a row for each pair (across, where it has two sides); a count of partners has no object. A fact without ends
    or evidence has no row: `coopgraph check` reports it. Raises InputError for an offset that is no number.
    """
    which, values = _which(wanted)
    properties: dict[str, _Properties] = defaultdict(lambda: defaultdict(set))
    for fact, property_, value in store.select(_FACTS % which, values).texts():
        properties[str(fact)][str(property_).removeprefix(COOP)].add(str(value))
    sides: dict[str, _Properties] = defaultdict(lambda: defaultdict(set))
    for fact, side, party in store.select(_SIDES % which, values).texts():
        sides[str(fact)][str(side)].add(str(party))
    things = named_things(store)
    concepts = {str(iri): str(name) for iri, name in store.select(_CONCEPTS).texts()}
    evidence = [row for row in _evidence(store, which, values) if _is_wanted(row, wanted)]
    for row in sorted(evidence, key=lambda row: (row.document, row.start, row.stop, row.fact)):
        found = properties[row.fact]
        for subject, object_ in _pairs(found, sides.get(row.fact, {})):
            if wanted.thing not in {None, subject, object_}:
                continue
            yield _row(row, found, concepts, _end(subject, things), None if object_ is None else _end(object_, things))


def _which(wanted: FactFilter) -> tuple[str, dict[str, Term]]:
    """Return the pattern that picks the facts, and the terms for its places."""
    patterns, values = ["?fact a coop:Fact ."], dict[str, Term]()
    if wanted.thing is not None:
        patterns.insert(0, "?fact coop:party|coop:subject|coop:object $thing .")
        values["thing"] = Iri(wanted.thing)
    if wanted.relation is not None:
        patterns.append("?fact coop:relation $relation .")
        values["relation"] = Iri(COOP + wanted.relation)
    if wanted.status is not None:
        patterns.append("?fact coop:status $status .")
        values["status"] = Iri(concept(wanted.status))
    if wanted.document is not None:
        patterns.append("GRAPH ?home { ?support coop:supports ?fact . ?paper dcterms:identifier $document }")
        values["document"] = Literal(wanted.document)
    return " ".join(patterns), values


def _is_wanted(row: _Evidence, wanted: FactFilter) -> bool:
    return -row.doubt >= wanted.confidence and wanted.document in {None, row.document}


def _evidence(store: Store, which: str, values: dict[str, Term]) -> list[_Evidence]:
    """Return the best evidence of each fact and document."""
    best: dict[tuple[str, str], _Evidence] = {}
    for row in store.select(_EVIDENCE % which, values).texts():
        document, fact, confidence, start, stop, method, quote = map(str, row)
        try:
            found = _Evidence(document, fact, -float(confidence), int(start), int(stop), method, quote)
        except ValueError as error:
            raise InputError(f"{store.location}: evidence of <{fact}>: {error}; run `coopgraph check`") from error
        other = best.setdefault((document, fact), found)
        if found < other:
            best[document, fact] = found
    return list(best.values())


def _pairs(properties: _Properties, sides: _Properties) -> list[tuple[str, str | None]]:
    """Return the ends of each pair that a fact states, in the order of `model.Fact.pairs`."""
    if len(sides) == 2:
        first, second = (sorted(sides[side]) for side in sorted(sides))
        return list(product(first, second))
    if parties := properties.get("party"):
        return list(combinations(sorted(parties), 2))
    subject, object_ = _first(properties, "subject"), _first(properties, "object")
    counts = _first(properties, "relation") == COOP + Relation.PARTNER_COUNT
    return [(subject, object_)] if subject is not None and (object_ is not None or counts) else []


def _row(
    evidence: _Evidence, found: _Properties, concepts: dict[str, str], subject: End, object_: End | None
) -> FactRow:
    relation = relation_of(_first(found, "relation") or "")
    status, kind, count = (_first(found, name) for name in ("status", "kind", "count"))
    return FactRow(
        document=evidence.document,
        fact=evidence.fact,
        relation=relation or "",
        status=concepts.get(status or "", Status.STATED),
        subject=subject,
        object=object_,
        kind=concepts.get(kind, kind) if kind else None,
        date=_first(found, "date"),
        end=_first(found, "validUntil"),
        role=_first(found, "role"),
        amount=_first(found, "amount"),
        count=int(count) if count and count.lstrip("+-").isdecimal() else None,
        of=_first(found, "of"),
        within=_first(found, "within"),
        bound=_first(found, "bound"),
        quote=evidence.quote,
        start=evidence.start,
        stop=evidence.stop,
        method=evidence.method,
        confidence=-evidence.doubt,
    )


def _first(properties: _Properties, name: str) -> str | None:
    """Return the value of a property; of several, which only a dataset of other hands has, the first in order."""
    return min(properties.get(name, ()), default=None)


def _end(iri: str, things: dict[str, EntityRow]) -> End:
    thing = things.get(iri)
    if thing is None:
        return End(id=iri, name=iri, type="", aliases=[])
    return End(id=iri, name=thing["name"], type=thing["type"], aliases=thing["aliases"])
