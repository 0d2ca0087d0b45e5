"""Keeps of an answer what the document bears out: names that stand there, facts with a quote from it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import product

from coopgraph.errors import one_line
from coopgraph.identity.countries import country_code
from coopgraph.identity.names import is_generic, name_key, words
from coopgraph.llm.details import details
from coopgraph.llm.items import items
from coopgraph.llm.pieces import Piece
from coopgraph.llm.schema import ENDS, family
from coopgraph.llm.wording import Wording
from coopgraph.model import (
    PLACES,
    Details,
    Document,
    Entity,
    EntityType,
    Evidence,
    Fact,
    Relation,
    Statement,
    cooperation,
    directed,
)
from coopgraph.reading.names.lexicon import lexicon

CONFIDENCE = 0.85
"""How sure a grounded fact is: the share of right facts of the network among answers of one model about 84 articles.

A prior for every other model, which may be better or worse, and the same for all facts: no model is asked how sure it
is, for what models say of it means little.
"""
# More pairs than this from one sentence are no reading of it.
_MOST_PAIRS = 2_000
_TYPES = {str(type_): type_ for type_ in EntityType}
_RELATIONS = {str(relation): relation for relation in Relation}


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something that a model said and that isn't taken over, on one line, and why."""

    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class Grounded:
    """What is left of an answer: all things known by now, the statements of the piece, and what was dropped."""

    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    dropped: tuple[Dropped, ...]


def ground(document: Document, piece: Piece, answer: str, known: Sequence[Entity], method: str) -> Grounded:
    """Return what the piece of the document bears out of an answer about it; raises nothing, whatever the answer.

    `known` are the things of the pieces before, whose keys the answer may use; they come first in the result. New ones
    get the keys k1, k2, …. Each statement has `method` and CONFIDENCE.
    """
    found = items(answer)
    grounding = _Grounding(document, piece, known, method)
    if found.problem:
        grounding.drop("answer", found.problem)
    for item in found.entities:
        grounding.add_entity(item)
    statements = [statement for item in found.facts for statement in grounding.statements(item)]
    return Grounded(tuple(grounding.entities.values()), tuple(statements), tuple(grounding.dropped))


class _Grounding:
    """The answer about one piece while its items are weighed."""

    def __init__(self, document: Document, piece: Piece, known: Sequence[Entity], method: str) -> None:
        self.document, self.piece, self.method = document, piece, method
        self.wording = Wording(document, piece)
        self.entities = {entity.key: entity for entity in known}
        self.dropped: list[Dropped] = []
        self._known = frozenset(self.entities)
        self._by_name = {(entity.type, name_key(name)): entity.key for entity in known for name in entity.names}
        self._ids: dict[str, str] = {entity.key: entity.key for entity in known}
        self._near = piece.start

    def drop(self, what: str, reason: str) -> None:
        self.dropped.append(Dropped(one_line(what, 120), one_line(reason)))

    # ---- things ------------------------------------------------------------------------------------------------------

    def add_entity(self, item: Mapping[str, object]) -> None:
        """Add the thing to what is known, under its id and each of its names."""
        id_, name = _string(item.get("id")), _string(item.get("name"))
        type_ = _TYPES.get(_string(item.get("type")))
        if type_ is None:
            self.drop(name, f"its type is none of the ontology: {_string(item.get('type'))}")
            return
        told = [_bare(form, type_) for form in [name, *_strings(item.get("aliases"))]]
        told = list(dict.fromkeys(form for form in told if form))
        forms = [form for form in told if self._stands(form, type_)]
        key = self._same(id_, type_, forms)
        for form in told:
            if form not in forms and (key is None or form not in self.entities[key].names):
                self.drop(form, "it doesn't stand in the text as a name")
        if key is None and not forms:
            return
        if key is None:
            key = f"k{len(self.entities) + 1}"
            self.entities[key] = Entity(key, _first(forms, told), type_)
        entity = self.entities[key]
        names = list(dict.fromkeys(self.wording.written(form) or form for form in [*entity.names, *forms]))
        # Of a thing that an earlier piece named, this one may have the fuller name.
        best = max(names, key=len) if key in self._known and told[:1] == forms[:1] else names[0]
        self.entities[key] = replace(entity, name=best, aliases=tuple(form for form in names if form != best))
        for handle in (id_, *map(name_key, told)):
            self._ids.setdefault(handle, key)

    def _stands(self, form: str, type_: EntityType) -> bool:
        """Tell whether the text has the form as a name, or as a country's adjective; "the institute" is no name."""
        if len(words(form)) == 1 and is_generic(form):
            return False
        if self.wording.written(form) is not None or self.wording.bound(form):
            return True
        code = country_code(form) if type_ is EntityType.COUNTRY else None
        return code is not None and any(self.wording.has(word) for word in _adjectives().get(code, ()))

    def _same(self, id_: str, type_: EntityType, forms: Sequence[str]) -> str | None:
        """Return the key of the thing of an earlier piece that is meant; None for a new one."""
        if id_ in self._known and family(self.entities[id_].type) == family(type_):
            return id_
        return next((self._by_name[at] for form in forms if (at := (type_, name_key(form))) in self._by_name), None)

    def _resolve(self, handle: str) -> Entity | None:
        key = self._ids.get(handle) or self._ids.get(name_key(handle))
        return self.entities[key] if key else None

    # ---- facts -------------------------------------------------------------------------------------------------------

    def statements(self, item: Mapping[str, object]) -> Iterator[Statement]:
        """Yield the statements that a fact of the answer makes, as far as the text bears them out."""
        what = _say(item)
        relation = _RELATIONS.get(_string(item.get("relation")))
        if relation is None:
            self.drop(what, "its relation is none of the ontology")
            return
        subjects = self._side(what, item.get("subjects"), ENDS[relation][0])
        objects = self._side(what, item.get("objects"), ENDS[relation][1])
        if not subjects or not (objects or not _strings(item.get("objects"))):
            self.drop(what, "nothing is left of one of its sides")
            return
        passage = self.wording.quote(_string(item.get("quote")), self._near)
        if passage is None:
            self.drop(what, f"its quote doesn't stand in the text: {_string(item.get('quote'))}")
            return
        start, stop = self._sentence(passage, [*subjects, *objects])
        self._near = start
        found, wrong = details(item, relation, self.document, self.wording, self.document.text[start:stop])
        for reason in wrong:
            self.drop(what, reason)
        page = bisect_right(self.document.pages, start) or None
        quote = self.document.text[start:stop]
        evidence = Evidence(self.document.name, start, stop, quote, self.method, CONFIDENCE, page)
        facts = _facts(relation, [e.key for e in subjects], [e.key for e in objects], found)
        if not facts:
            self.drop(what, "it has too few parties, too many, or no number")
        for fact in facts:
            yield Statement(fact, evidence)

    def _side(self, what: str, handles: object, types: frozenset[EntityType]) -> list[Entity]:
        side: dict[str, Entity] = {}
        for handle in _strings(handles):
            entity = self._resolve(handle)
            if entity is None:
                self.drop(what, f"it names what is none of the things kept: {handle}")
            elif entity.type not in types:
                self.drop(what, f"it doesn't go with a {entity.type}: {entity.name}")
            else:
                side[entity.key] = entity
        return list(side.values())

    def _sentence(self, passage: tuple[int, int], parties: Sequence[Entity]) -> tuple[int, int]:
        """Return of a passage over several sentences the part in the one that names the most parties."""
        parts = self.wording.parts(*passage)
        if len(parts) == 1:
            return parts[0]
        places = [[place for name in party.names for place in self.wording.named(name)] for party in parties]

        def parties_in(part: tuple[int, int]) -> int:
            return sum(any(part[0] <= start and stop <= part[1] for start, stop in own) for own in places)

        return max(parts, key=parties_in)


def _facts(relation: Relation, subjects: Sequence[str], objects: Sequence[str], found: Details) -> list[Fact]:
    """Return the facts of all subjects with all objects; none where parties or the number are missing."""
    if len(subjects) * max(len(objects), len(subjects)) > _MOST_PAIRS:
        return []
    if relation is Relation.PARTNER_COUNT:
        return [directed(relation, key, None, found) for key in subjects] if found.count is not None else []
    if relation is Relation.COOPERATES_WITH:
        across = [key for key in objects if key not in subjects]
        sides = [tuple(side) for side in (subjects, across) if side]
        return [cooperation(*sides, details=found)] if len(subjects) + len(across) > 1 else []
    return [directed(relation, *pair, found) for pair in product(subjects, objects) if pair[0] != pair[1]]


@cache
def _adjectives() -> Mapping[str, Sequence[str]]:
    """Return the folded adjectives of each country by its ISO code."""
    adjectives: dict[str, list[str]] = {}
    for word, code in lexicon().demonyms.items():
        adjectives.setdefault(code, []).append(word)
    return adjectives


def _first(forms: Sequence[str], told: Sequence[str]) -> str:
    """Return the preferred name: the one told, or else the longest form that stands in the text."""
    return told[0] if told[0] == forms[0] else max(forms, key=len)


def _bare(name: str, type_: EntityType) -> str:
    """Return the name with single spaces, without an acronym in brackets behind it and without an article before it.

    An article belongs to names of places alone.
    """
    name = re.sub(r"(?<=\w) [(\[][A-Z]{2,10}[)\]]\Z", "", " ".join(name.split()))
    return name if type_ in PLACES else re.sub(r"\Athe (?=\w)", "", name, flags=re.IGNORECASE)


def _string(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _strings(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [text for each in values if (text := _string(each))]


def _say(item: Mapping[str, object]) -> str:
    ends = [", ".join(_strings(item.get(side))) for side in ("subjects", "objects")]
    return f"{_string(item.get('relation'))}: {' – '.join(filter(None, ends))}"
