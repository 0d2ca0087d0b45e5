"""One thing for each name: written forms that mean the same are brought together."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from coopgraph.model import ORGANIZATIONS, PLACES, EntityType
from coopgraph.reading.names.acronyms import looks_like_acronym
from coopgraph.reading.names.candidates import Candidate
from coopgraph.reading.names.lexicon import Lexicon, fold, group
from coopgraph.reading.names.places import countries, place_type

_SPELLING = {
    "center": "centre",
    "organization": "organisation",
    "program": "programme",
    "defense": "defence",
    "labor": "labour",
    "nz": "new zealand",
    "uk": "united kingdom",
}
_BODIES = ORGANIZATIONS - {EntityType.UNIT}
_INSTITUTIONS = frozenset([EntityType.EDUCATION, EntityType.UNIT])
_LINKS = frozenset(["of", "and", "for", "the", "in", "on", "at", "de", "la", "du", "s"])


@dataclass(slots=True)
class Thing:
    """A thing with its written forms (each with its count) and its mentions; `name` is the first full form."""

    type: EntityType
    name: str
    forms: Counter[str] = field(default_factory=Counter)
    members: list[Candidate] = field(default_factory=list)
    head: str = ""
    distinct: tuple[str, ...] = ()
    embedded: str = ""
    bound: set[str] = field(default_factory=set)
    extents: set[str] = field(default_factory=set)


def spelled(text: str) -> str:
    """Return the folded name in one spelling."""
    return " ".join(_SPELLING.get(word, word) for word in fold(text).split())


def cluster(candidates: Sequence[Candidate], words: Lexicon) -> list[Thing]:
    """Return the things that the candidates name, each with all its forms; candidates without type are left out."""
    by_form: dict[tuple[str, str], Thing] = {}
    things: list[Thing] = []
    for candidate in candidates:
        if candidate.type is None:
            continue
        key = (_family(candidate.type), _key(candidate, words))
        thing = by_form.get(key)
        if thing is None:
            thing = by_form[key] = _thing(candidate, candidate.type)
            things.append(thing)
        thing.forms[candidate.text] += 1
        thing.members.append(candidate)
        for form in candidate.forms:
            thing.forms[form] += 0
            thing.bound.add(form)
        thing.extents.update(candidate.extents)
    _merge(things, words)
    found = [thing for thing in things if thing.members]
    _add_extents(found)
    return found


def _add_extents(things: Sequence[Thing]) -> None:
    """Make the extents of a thing's names forms of it, except those that may be another's, too.

    Those are what another thing is called or may be called, and "X of Y" beside "X of Z".
    """
    called: Counter[str] = Counter()
    for thing in things:
        called.update({spelled(form) for form in (*thing.forms, *thing.extents)})
    for thing in things:
        own = {form for form in thing.extents if called[spelled(form)] == 1}
        several = Counter(kind for form in own if (kind := _beside(form, thing)))
        thing.extents = {form for form in own if several[_beside(form, thing)] < 2}
        for form in thing.extents:
            thing.forms[form] += 0


def _beside(form: str, thing: Thing) -> str:
    """Return where the form has more than a name of the thing: "of" behind it, or a word before it; else nothing."""
    if form.rpartition(" of ")[0] in thing.forms:
        return "of"
    return "before" if form.partition(" ")[2] in thing.forms else ""


def _thing(candidate: Candidate, kind: EntityType) -> Thing:
    """Return the thing, so far without forms and members, that the candidate is the first to name."""
    name = candidate.same_as or candidate.text
    return Thing(kind, name, head=candidate.head, distinct=candidate.distinct, embedded=candidate.embedded)


def _key(candidate: Candidate, words: Lexicon) -> str:
    """Return what the names of one thing have in common: spelling, number and the way to name a country aside."""
    text = candidate.same_as or candidate.text
    known = words.bodies.get(fold(text))
    parts = spelled(known[1][0] if known else text).split()
    if candidate.type is EntityType.PROJECT and len(parts) > 1:
        parts[-1] = parts[-1].removesuffix("s")
    if candidate.head in group("of_country") and len(parts) > 1:
        rest = " ".join(part for part in parts if part not in ("of", "the") and part != candidate.head)
        country = words.demonyms.get(rest) or countries().get(rest)
        if country:
            return f"{country} {candidate.head}"
    return " ".join(parts)


def _family(kind: EntityType) -> str:
    return "organisation" if kind in ORGANIZATIONS else "place" if kind in PLACES else kind.value


def _absorb(target: Thing, other: Thing) -> None:
    """Move everything of `other` to `target`."""
    target.forms.update(other.forms)
    for form in other.forms:
        target.forms[form] += 0
    target.members.extend(other.members)
    target.bound |= other.bound
    target.extents |= other.extents
    other.members, other.forms = [], Counter()


def _merge(things: list[Thing], words: Lexicon) -> None:
    """Bring together the things of which a form of the one is a shorter or differently ordered form of the other."""
    by_words: dict[tuple[str, frozenset[str]], list[Thing]] = {}
    by_form_bound: dict[str, Thing] = {}
    for thing in things:
        for form in sorted(thing.bound):
            by_form_bound.setdefault(fold(form), thing)
    for thing in things:
        if not thing.members:
            continue
        family = _family(thing.type)
        name = thing.name
        bound = by_form_bound.get(fold(name))
        if bound is not None and bound is not thing and bound.members and _family(bound.type) == family:
            _absorb(bound, thing)
            continue
        content = frozenset(word for word in spelled(name).split() if word not in _LINKS)
        same = by_words.setdefault((family, content), [])
        if same and len(content) > 1 and family != "person":
            _absorb(same[0], thing)
        else:
            same.append(thing)
    _merge_partial([thing for thing in things if thing.members], words)


def _merge_partial(things: list[Thing], words: Lexicon) -> None:
    """Let a form that begins or ends exactly one longer name of its kind be another form of it."""
    ends: dict[str, set[int]] = {}
    names = [spelled(thing.name) for thing in things]
    for number, name in enumerate(names):
        parts = name.split()
        if things[number].type in PLACES:
            continue
        for cut in range(1, len(parts)):
            ends.setdefault(" ".join(parts[cut:]), set()).add(number)
            ends.setdefault(" ".join(parts[:cut]), set()).add(number)
    for number, thing in enumerate(things):
        name = names[number]
        longer = [
            other
            for other in ends.get(name, ())
            if other != number
            and things[other].members
            and _is_short_form(name, names[other], thing, things[other], words)
        ]
        if len(longer) == 1:
            target = things[longer[0]]
            _absorb(target, thing)


def _is_short_form(short: str, long: str, thing: Thing, other: Thing, words: Lexicon) -> bool:
    """Tell whether a shorter name may stand for the longer one: the rest must be a place, an owner or the head."""
    if thing.type is EntityType.PERSON or other.type is EntityType.PERSON:
        return thing.type is other.type and (
            len(short.split()) > 1 or bool(thing.members[0].titled) or long.endswith(" " + short)
        )
    if thing.type is not other.type and not {thing.type, other.type} <= ORGANIZATIONS:
        return False
    bare = not thing.head and {thing.type, other.type} <= _BODIES
    if long.endswith(" " + short):
        rest = long[: -len(short) - 1]
        if thing.head and thing.head == other.head and {thing.type, other.type} <= _INSTITUTIONS:
            return True
        if thing.type is EntityType.UNIT or other.type is EntityType.UNIT:
            return other.type is EntityType.UNIT
        return (bare or thing.type is other.type) and bool(rest) and not rest.endswith((" of", " for", " and"))
    rest = long[len(short) + 1 :]
    if rest.startswith(("and ", "for ")):
        return False
    if rest.startswith("of "):
        return thing.type is other.type
    nouns = [word in words.heads for word in rest.split()]
    if bare and not any(nouns) and not _begins_with_place(rest):  # "Kauri" of "Kauri Life Sciences"
        return True
    return all(nouns) and thing.head != rest and (not thing.head or thing.type is other.type)


def _begins_with_place(rest: str) -> bool:
    """Tell whether the rest of a name makes it a branch in a place: "Norway Ltd", "New Zealand Group"."""
    words = rest.split(maxsplit=3)[:3]
    return any(place_type(" ".join(words[:count])) for count in range(1, len(words) + 1))


def preferred(thing: Thing) -> tuple[str, tuple[str, ...]]:
    """Return the fullest proper form and the others, these in order of their length and spelling.

    Acronyms, what is only another extent of the name ("VIETMUS project") and capitals throughout come last.
    """
    forms = {form: count for form, count in thing.forms.items() if form}
    followed = {
        form
        for form, count in forms.items()
        if not count and (form in thing.extents or form.rpartition(" ")[2].islower())
    }
    full = any(" " in form for form in forms.keys() - followed)

    def rank(form: str) -> tuple[bool, bool, int, bool, int, str]:
        acronym = full and looks_like_acronym(form)
        return acronym, form in followed, -len(fold(form)), form.isupper(), -forms[form], form

    ordered = sorted(forms, key=rank)
    return ordered[0], tuple(sorted(ordered[1:], key=lambda form: (-len(form), form)))


def embedded_institutions(things: Sequence[Thing]) -> list[Thing]:
    """Return a thing for each institution that stands only inside of the names of its parts."""
    known = {spelled(form) for thing in things if thing.type is EntityType.EDUCATION for form in thing.forms}
    found: dict[str, Thing] = {}
    for thing in things:
        key = spelled(thing.embedded)
        parts = key.split()
        if key and key not in found and not any(" ".join(parts[:cut]) in known for cut in range(2, len(parts) + 1)):
            head = next(word for word in key.split() if word in group("institution_inside"))
            found[key] = Thing(EntityType.EDUCATION, thing.embedded, Counter([thing.embedded]), head=head)
    return list(found.values())
