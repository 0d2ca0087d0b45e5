"""Names in short: acronyms in brackets, initials, and the telling word of a name ("Massey" for "Massey University")."""

import re
from collections.abc import Sequence
from itertools import pairwise

from coopgraph.model import ORGANIZATIONS, PLACES, EntityType
from coopgraph.reading.names.acronyms import abbreviates, bracketed, initials, looks_like_acronym, unique_initials
from coopgraph.reading.names.bodies import is_body
from coopgraph.reading.names.candidates import Candidate
from coopgraph.reading.names.lexicon import Lexicon, fold, group
from coopgraph.reading.names.places import place_type

_ORDINAL_BEFORE = re.compile(
    r"\b(?:(?:19|20)\d\d|\d{1,3}(?:st|nd|rd|th)"
    r"|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)\s\Z"
)
_YEAR_BEHIND = re.compile(r"\s(?:19|20)\d\d\b")
_DASH = re.compile(r"\s?[–—-]\s?")
_WIDEST = 32  # characters between a name and its short form
_TELLING = 4  # letters from which on a well-known acronym may be that of a name elsewhere: "UN" is the United Nations
_YEARED = frozenset([EntityType.EVENT, EntityType.PROJECT, EntityType.POLICY])
_EXPLAINED = re.compile(r"\s(?:\(|[–—-]\s)(?:the\s)?\s?")
_CALLED = re.compile(
    r",?\s\(?(?:also\s|better\s|commonly\s|widely\s)?(?:known\sas|abbreviated\s(?:as|to))\s(?:the\s)?[“\"'‘]?"
)
_FOR_SHORT = re.compile(r"[”\"'’]?\sfor\sshort(?=\s?[,.;:)])")
_LIKENED = re.compile(r"\sof\s")  # "known as the Cambridge of the south"
_BESIDE = re.compile(r",\s(?:or\s)?(?:the\s)?")
_CLOSED = re.compile(r"[.;)]|,(?!\s(?:and|or)\b)")
_NO_SHORT = PLACES | {EntityType.PERSON}
_SHORTENED = frozenset(
    [
        EntityType.EDUCATION,
        EntityType.COMPANY,
        EntityType.ASSOCIATION,
        EntityType.PROJECT,
        EntityType.GOVERNMENT,
        EntityType.UNIT,
        EntityType.EVENT,
    ]
)


def extend_events(prose: str, start: int, found: Sequence[Candidate]) -> None:
    """Take the ordinal before an event and the year behind an event, project or policy into its name."""
    for candidate in found:
        if candidate.type not in _YEARED or candidate.weight >= 5:
            continue
        if candidate.type in (EntityType.EVENT, EntityType.POLICY):
            before = _ORDINAL_BEFORE.search(prose, max(start, candidate.start - 12), candidate.start)
            if before:
                candidate.start = before.start()
        behind = _YEAR_BEHIND.match(prose, candidate.stop)
        if behind and behind.end() - candidate.stop == 5:
            candidate.stop = behind.end()
        candidate.text = " ".join(prose[candidate.start : candidate.stop].split())


def join_translations(prose: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, each with the same name in another language behind a dash taken into it ("A – B").

    Another language is told by letters that English doesn't have.
    """
    kept: list[Candidate] = []
    for candidate in candidates:
        left = kept[-1] if kept else None
        if (
            left is not None
            and left.type in ORGANIZATIONS
            and candidate.type is None
            and not candidate.text.isascii()
            and _DASH.fullmatch(prose, left.stop, candidate.start)
        ):
            left.forms.append(left.text)
            left.stop, left.text = candidate.stop, " ".join(prose[left.start : candidate.stop].split())
        else:
            kept.append(candidate)
    return kept


def bind_brackets(prose: str, candidates: Sequence[Candidate], words: Lexicon) -> list[Candidate]:
    """Return the candidates with acronyms bound: "Name (ACRONYM)", "ACRONYM (Name)", "ACRONYM - the Name".

    So are short forms of other letters that the text gives to a body: "Name (Fiocruz)", "Name, known as Kexim".
    """
    by_start = {candidate.start: candidate for candidate in candidates}
    for candidate in candidates:
        if candidate.type is EntityType.PERSON or candidate.type in PLACES:
            continue
        span = bracketed(prose, candidate.stop)
        if span and (candidate.type or abbreviates(prose[slice(*span)], candidate.text)):
            form = " ".join(prose[slice(*span)].split())
            inner = by_start.get(span[0])
            if (
                place_type(fold(form)) is None
                and fold(form) not in words.demonyms
                and (
                    looks_like_acronym(form)
                    or abbreviates(form, candidate.text)
                    or _is_body_short(inner, candidate, words)
                )
            ):
                candidate.forms.append(form)
                if candidate.type is None:
                    candidate.type = EntityType.ASSOCIATION if inner is None or inner.type is None else inner.type
                if inner is not None:
                    inner.type, inner.text = candidate.type, form
    for left, right in pairwise(candidates):
        between = prose[left.stop : min(right.start, left.stop + _WIDEST + 1)]
        if len(between) <= _WIDEST:
            _bind_pair(prose, left, right, between)
            if _is_called(prose, left, right, between):
                left.forms.append(right.text)
                right.type, right.same_as = left.type, left.same_as or left.text
    return list(candidates)


def _is_body_short(inner: Candidate | None, name: Candidate, words: Lexicon) -> bool:
    """Tell whether a word in brackets behind a body is that of a body, too, no part of it and none well known."""
    return (
        inner is not None
        and {inner.type, name.type} <= ORGANIZATIONS - {EntityType.UNIT}
        and " " not in inner.text
        and not inner.head
        and not is_body(words, inner.text)
    )


def _is_called(prose: str, left: Candidate, right: Candidate, between: str) -> bool:
    """Tell whether the text calls the left name by the right one: "Name, known as N", "Name, N for short".

    In "Name, or N" and "Name, N," the letters have to tell, in "Name, N and", which is a list, the initials.
    """
    if left.type not in _SHORTENED or " " in right.text or right.text in left.forms or right.type in _NO_SHORT:
        return False
    if _CALLED.fullmatch(between):
        return not _LIKENED.match(prose, right.stop)
    if not _BESIDE.fullmatch(between):
        return False
    if _FOR_SHORT.match(prose, right.stop):
        return True
    closed = "or " in between or _CLOSED.match(prose, right.stop)
    letters = abbreviates(right.text, left.text) if closed else right.text.upper() in initials(left.text)
    return " " in left.text and looks_like_acronym(right.text) and letters


def _bind_pair(prose: str, left: Candidate, right: Candidate, between: str) -> None:
    """Bind "ACRONYM - the Name", "ACRONYM, the Name," and "Name (the same in another language)"."""
    if right.head in group("foreign") and left.type is right.type and between.strip() == "(":
        right.same_as = left.same_as or left.text
        return
    acronym = looks_like_acronym(left.text) and left.text not in right.forms
    kinds = {left.type or right.type, right.type}
    if not acronym or not (kinds <= ORGANIZATIONS or kinds == {EntityType.PROJECT}):
        return
    told = abbreviates(left.text, right.text)
    beside = between.strip() == ", the" and _CLOSED.match(prose, right.stop)
    if (_EXPLAINED.fullmatch(between) and ("(" not in between or told)) or (beside and told):
        right.forms.append(left.text)
        left.type = right.type


def bind_shorts(candidates: Sequence[Candidate], credited: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates with those typed that are the short form, the initials or the acronym of a name elsewhere.

    `credited` are names outside of the running text: they lend their type to short forms but are no candidates.
    """
    forms: dict[str, Candidate] = {}
    full: dict[str, Candidate] = {}
    names: list[Candidate] = []
    seen: set[str] = set()
    for candidate in (*candidates, *credited):
        if candidate.type is None:
            continue
        for form in candidate.forms:
            forms.setdefault(fold(form), candidate)
        if candidate.type in _SHORTENED and " " in candidate.text:
            full.setdefault(fold(candidate.text), candidate)
        if candidate.type in _SHORTENED and candidate.weight > 1.5 and fold(candidate.text) not in seen:
            seen.add(fold(candidate.text))
            names.append(candidate)
            for form in _short_forms(candidate):
                known = forms.get(form)
                if known is None or (candidate.head == "university" and known.head != "university"):
                    forms[form] = candidate
    candidates = [
        c for c in candidates if not c.possessed or fold(c.possessed) not in forms or forms[fold(c.possessed)] is c
    ]
    wholes = list(full.values())
    starts = unique_initials([name.text for name in wholes])
    for candidate in candidates:
        key = fold(candidate.text)
        acronym = looks_like_acronym(candidate.text) and len(candidate.text) >= _TELLING
        if candidate.type is EntityType.PERSON or (candidate.weight > 1.5 and not acronym):
            continue
        target = forms.get(key)
        if target is not None and target is not candidate and key != fold(target.text):
            if candidate.type in PLACES and ("in" in candidate.cues or candidate.type is EntityType.COUNTRY):
                continue
            if candidate.type in PLACES and not _stands_for(key, fold(target.text)):
                continue
            _bind(candidate, target)
        elif candidate.text in starts and not candidate.same_as and key not in forms:
            target = wholes[starts[candidate.text]]
            if candidate.type is None or "listed" in candidate.cues or {candidate.type, target.type} <= ORGANIZATIONS:
                _bind(candidate, target)
    return _people(list(candidates))


def _stands_for(place: str, name: str) -> bool:
    """Tell whether a place may stand for the university: only where nothing but another place tells it apart."""
    if name in (f"{place} university", f"university of {place}"):
        return True
    rest = name.removeprefix(f"{place} university of ")
    return rest != name and place_type(rest) is not None


def _bind(candidate: Candidate, target: Candidate) -> None:
    candidate.type = target.type
    target.forms.append(candidate.text)
    # for a target that is only credited this is what keeps its full name
    candidate.forms.append(target.text)
    candidate.same_as, candidate.head = target.same_as or target.text, target.head


def _short_forms(candidate: Candidate) -> list[str]:
    """Return the folded words that may stand for the whole name."""
    if candidate.type is EntityType.UNIT or not candidate.head:
        return []
    distinct = " ".join(candidate.distinct)
    key = fold(candidate.text)
    found = []
    if distinct and len(distinct) > 2 and (key.startswith(distinct + " ") or key.endswith(" " + distinct)):
        found.append(distinct)
    if candidate.distinct and key.startswith(candidate.distinct[0] + " ") and len(candidate.distinct[0]) > 2:
        found.append(candidate.distinct[0])
    return found


def _people(candidates: list[Candidate]) -> list[Candidate]:
    """Type bare words that are a part of a person's name elsewhere in the document."""
    parts: dict[str, Candidate | None] = {}
    for candidate in candidates:
        if candidate.type is EntityType.PERSON and " " in candidate.text:
            for word in {fold(word) for word in candidate.text.split()}:
                known = parts.get(word)
                parts[word] = candidate if known is None or fold(known.text) == fold(candidate.text) else known
    titled = {fold(c.text) for c in candidates if c.type is EntityType.PERSON and c.titled and " " not in c.text}
    for candidate in candidates:
        if candidate.type is None and " " in candidate.text and fold(candidate.text).split()[-1] in titled:
            candidate.type = EntityType.PERSON
    for candidate in candidates:
        if candidate.type is None and " " not in candidate.text and (target := parts.get(fold(candidate.text))):
            candidate.type = EntityType.PERSON
            target.forms.append(candidate.text)
        elif candidate.type is None and " " in candidate.text and fold(candidate.text) in parts:
            candidate.type = EntityType.PERSON
    return candidates
