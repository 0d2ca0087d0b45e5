"""Bare names that nothing types but that act like organisations, and acronyms: they are taken for organisations."""

import re
from collections import defaultdict
from collections.abc import Sequence

from coopgraph.model import EntityType
from coopgraph.reading.names.candidates import Candidate
from coopgraph.reading.names.lexicon import Lexicon, fold, group
from coopgraph.reading.names.places import place_type

# Shares of right names among those that a sign lets through were measured on press articles: each is near one half.
_OFTEN = 3
_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,6}[A-Z]")
_WITH = re.compile(
    r"\b(?:with|between|joins?|joined|acquired|(?:funded|sponsored|owned|operated|run|financed|supplied|bought|acquired|"
    r"chosen|picked\sup|streamed|broadcast|licensed|donated|provided|supported|produced|distributed)\sby)\s(?:the\s)?\Z"
)
# What only companies are told to have done with a film, a product or a startup.
_TAKEN = re.compile(
    r"\b(?:acquired|bought|chosen|picked\sup|streamed|broadcast|distributed|licensed|released|produced|manufactured)\sby\s\Z"
)
_ACTS = re.compile(r"\s(?:has|have|announced|signed|launched|plans|agreed|will)\s")
_PLURAL = re.compile(r"[A-Z]{2,6}s")
_INSIDE = re.compile(r"(?:\b(?:the|with|by|from|at|between|and|of)|,)\s\Z")
_BRACKET = re.compile(r"[a-z]\s?\(\Z")


def default_organizations(prose: str, candidates: Sequence[Candidate], words: Lexicon) -> list[Candidate]:
    """Return the candidates, bare ones typed where the text treats them like an organisation."""
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.type is None and not candidate.cues & {"headline", "common"}:
            groups[candidate.text].append(candidate)
    for text, members in groups.items():
        kind = _kind(prose, text, members, words)
        if kind is not None:
            for member in members:
                member.type = kind
    return list(candidates)


def _kind(prose: str, text: str, members: Sequence[Candidate], words: Lexicon) -> EntityType | None:
    """Return the type to assume for a bare name, or None."""
    parts = fold(text).split()
    ends = {parts[0], parts[-1]}
    if (
        parts[-1] in words.weak
        or parts[-1] in words.demonyms
        or ends & group("nature")
        or _PLURAL.fullmatch(text.split()[-1])
    ):
        return None
    if place_type(fold(text).removesuffix("ers")) or fold(text).removesuffix("s") in words.demonyms:
        return None
    if any("in" in c.cues for c in members):
        return EntityType.PLACE
    if _ACRONYM.fullmatch(text):
        defined = all(_BRACKET.search(prose, max(0, c.start - 3), c.start) for c in members)
        inside = len(members) > 1 or any(_INSIDE.search(prose, max(0, c.start - 9), c.start) for c in members)
        return EntityType.ASSOCIATION if inside and not defined else None
    camel = " " not in text and any(c.isupper() for c in text[1:]) and text[0].isupper() and not text[-1].isupper()
    several = " " in text
    if not several and not camel:
        taken = len(text) > 3 and any(_TAKEN.search(prose, max(0, c.start - 30), c.start) for c in members)
        return EntityType.COMPANY if taken else None
    if len(members) >= _OFTEN - camel:
        return EntityType.COMPANY
    if several and any(
        _WITH.search(prose, max(0, c.start - 30), c.start) or _ACTS.match(prose, c.stop, c.stop + 12) for c in members
    ):
        return EntityType.COMPANY
    return None
