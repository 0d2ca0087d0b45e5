"""The facts that a projection needs, read from a store as arrays."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from coopgraph.errors import InputError
from coopgraph.model import Relation, Status
from coopgraph.network.columns import Terms, columns
from coopgraph.network.matrix import Vector
from coopgraph.network.projection import Projection, Undated
from coopgraph.vocabulary.namespaces import COOP
from coopgraph.vocabulary.terms import AGREEMENT_KINDS, CLASS_OF_TYPE, concept, relation_of

if TYPE_CHECKING:
    from coopgraph.store import Store

UPWARD = frozenset({Relation.LOCATED_IN, Relation.PART_OF})
"""The relations that tell in which country and organisation a thing is: read whatever the view counts."""

_DIRECTED = """
SELECT ?fact ?relation ?subject ?object {
  VALUES ?relation { %s }
  ?fact coop:relation ?relation ; a coop:Fact ; coop:subject ?subject ; coop:object ?object
}
"""
_CLASSES = "SELECT ?thing ?class { ?thing rdfs:label ?name ; a ?class }"
_PARTIES = "SELECT ?fact ?party { ?fact coop:relation coop:cooperatesWith ; a coop:Fact ; coop:party ?party }"
_SIDES = "SELECT ?fact ?side ?party { ?fact coop:side ?side . ?side coop:party ?party }"
_EVIDENCE = """
SELECT ?fact (STR(?confidence) AS ?text) {
  GRAPH ?graph { ?piece coop:supports ?fact ; coop:confidence ?confidence }
}
"""
_STATUS = "SELECT ?fact { ?fact coop:status <%s> }"
_AGREEMENTS = "SELECT ?fact { VALUES ?kind { %s } ?fact coop:kind ?kind }"
_DATES = "SELECT ?fact (STR(?date) AS ?text) { ?fact coop:date ?date }"
_REPORTED = """
SELECT ?fact (STR(?date) AS ?text) {
  GRAPH ?graph { ?piece coop:supports ?fact ; coop:document ?document . ?document dcterms:date ?date }
}
"""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Facts as arrays.

    `things` are IRIs in sorted order. A pair is a row of `fact`, `relation` (places in `relations`), `subject` and
    `object` (places in `things`), sorted by fact, subject and object. The rest has an entry a fact: `confidence` (-1
    for a fact without evidence), `intended`, `ended`, `agreement`, `date` (places in `dates`, whose first is None).
    """

    things: tuple[str, ...]
    relations: tuple[Relation | None, ...]
    fact: Vector
    relation: Vector
    subject: Vector
    object: Vector
    confidence: Vector
    intended: Vector
    ended: Vector
    agreement: Vector
    dates: tuple[str | None, ...]
    date: Vector


def read(store: "Store", view: Projection) -> Table:
    """Return the pairs of the relations that a view counts, and of UPWARD."""
    facts, things, relations = Terms(), Terms(), Terms()
    wanted = sorted(view.relations | UPWARD)
    directed = _DIRECTED % " ".join(f"<{COOP}{relation}>" for relation in wanted)
    fact, relation, subject, object_ = columns(store, directed, (facts, relations, things, things))
    shared: list[Vector] = [np.zeros(0, np.int32)] * 2
    sided: list[Vector] = [np.zeros(0, np.int32)] * 3
    if Relation.COOPERATES_WITH in view.relations:
        shared = columns(store, _PARTIES, (facts, things))
        sided = columns(store, _SIDES, (facts, Terms(), things))
    names = things.texts()
    order = np.array(sorted(range(len(names)), key=names.__getitem__), dtype=np.int64)
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    crossing = _across(sided[0], sided[1], rank[sided[2]])
    without = ~np.isin(shared[0], crossing[0])
    among = _among(shared[0][without], rank[shared[1][without]])
    cooperation = relations.code(COOP + Relation.COOPERATES_WITH)
    fact = np.concatenate((fact, crossing[0], among[0]))
    relation = np.concatenate((relation, np.full(len(crossing[0]) + len(among[0]), cooperation)))
    subject = np.concatenate((rank[subject], crossing[1], among[1]))
    object_ = np.concatenate((rank[object_], crossing[2], among[2]))
    inner = np.lexsort((object_, subject, fact))
    confidence = _confidence(store, facts)
    dates, date = _dates(store, view, facts)
    agreements = _AGREEMENTS % " ".join(f"<{concept(kind)}>" for kind in sorted(AGREEMENT_KINDS))
    flags = [_STATUS % concept(Status.INTENDED), _STATUS % concept(Status.ENDED), agreements]
    marked = [columns(store, flag, (facts,))[0] for flag in flags]
    size = len(facts)
    intended, ended, agreement = (np.bincount(codes, minlength=size) > 0 for codes in marked)
    return Table(
        things=tuple(names[place] for place in order),
        relations=tuple(relation_of(iri) for iri in relations.texts()),
        fact=fact[inner],
        relation=relation[inner],
        subject=subject[inner],
        object=object_[inner],
        confidence=_padded(confidence, size, -1.0),
        intended=intended,
        ended=ended,
        agreement=agreement,
        dates=dates,
        date=_padded(date, size, 0),
    )


def things(store: "Store") -> dict[str, str]:
    """Return the type of each thing that has a name and a class of the ontology, by its IRI."""
    iris, classes = Terms(), Terms()
    thing, class_ = columns(store, _CLASSES, (iris, classes))
    known = {COOP + name: number for number, name in enumerate(CLASS_OF_TYPE.values())}
    none = len(known)
    ranks = np.array([known.get(name, none) for name in classes.texts()], dtype=np.int64)
    first = np.full(len(iris), none)
    np.minimum.at(first, thing, ranks[class_])  # the first of the table decides, as in `type_of`
    types = [type_.value for type_ in CLASS_OF_TYPE]
    return {iri: types[rank] for iri, rank in zip(iris.texts(), first.tolist(), strict=True) if rank < none}


def _padded(values: Vector, size: int, filler: float) -> Vector:
    """Return the values, and the filler for facts that appeared only later."""
    return np.concatenate((values, np.full(size - len(values), filler, values.dtype)))


def _confidence(store: "Store", facts: Terms) -> Vector:
    degrees = Terms()
    fact, degree = columns(store, _EVIDENCE, (facts, degrees))
    best = np.full(len(facts), -1.0)
    try:
        values = np.array(degrees.texts(), dtype=float)
    except ValueError as error:
        raise InputError(f"{store.location}: confidence: {error}; run `coopgraph check`") from error
    np.maximum.at(best, fact, values[degree])
    return best


def _dates(store: "Store", view: Projection, facts: Terms) -> tuple[tuple[str | None, ...], Vector]:
    """Return the dates that there are, and which of them each fact has; none where the view needs none."""
    if view.since is None and view.until is None:
        return (None,), np.zeros(len(facts), np.int64)
    texts = Terms()
    own = columns(store, _DATES, (facts, texts))
    reported = columns(store, _REPORTED, (facts, texts)) if view.undated is Undated.REPORTED else None
    found = texts.texts()
    order = sorted(range(len(found)), key=found.__getitem__)
    rank = np.empty(len(found), np.int64)
    rank[order] = np.arange(1, len(found) + 1)
    date = np.full(len(facts), len(found) + 1)
    np.minimum.at(date, own[0], rank[own[1]])
    date[date > len(found)] = 0
    if reported is not None:
        latest = np.zeros(len(facts), np.int64)
        np.maximum.at(latest, reported[0], rank[reported[1]])
        date = np.where(date > 0, date, latest)
    return (None, *(found[place] for place in order)), date


def _among(fact: Vector, party: Vector) -> tuple[Vector, Vector, Vector]:
    """Return fact and both ends of each pair of the parties of one fact, the smaller end first."""
    order = np.lexsort((party, fact))
    fact, party = fact[order], party[order]
    first = np.flatnonzero(np.diff(fact, prepend=-1))
    sizes = np.diff(first, append=len(fact))
    parts = []
    for size in np.unique(sizes[sizes > 1]):
        members = party[first[sizes == size][:, None] + np.arange(size)]
        one, other = np.triu_indices(size, 1)
        owner = np.repeat(fact[first[sizes == size]], len(one))
        parts.append((owner, members[:, one].ravel(), members[:, other].ravel()))
    return _joined(parts)


def _across(fact: Vector, side: Vector, party: Vector) -> tuple[Vector, Vector, Vector]:
    """Return fact and both ends of each pair across the two sides of a fact; of facts with other than two, nothing."""
    order = np.lexsort((party, side, fact))
    fact, side, party = fact[order], side[order], party[order]
    first = np.flatnonzero((np.diff(fact, prepend=-1) != 0) | (np.diff(side, prepend=-1) != 0))
    stop = np.append(first[1:], len(fact))
    owner = fact[first]
    two = np.flatnonzero((owner[:-1] == owner[1:]) & (np.bincount(owner, minlength=1)[owner[:-1]] == 2))
    parts = []
    for place in two:
        left, right = party[first[place] : stop[place]], party[first[place + 1] : stop[place + 1]]
        ends = np.repeat(left, len(right)), np.tile(right, len(left))
        parts.append((np.full(len(ends[0]), owner[place]), *ends))
    return _joined(parts)


def _joined(parts: list[tuple[Vector, Vector, Vector]]) -> tuple[Vector, Vector, Vector]:
    empty = np.zeros(0, np.int64)
    one, two, three = zip(*parts, strict=True) if parts else ([empty], [empty], [empty])
    return np.concatenate(one), np.concatenate(two), np.concatenate(three)
