"""Which country a thing is put in on the map: as the facts tell, or else as its own name does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from coopgraph.identity.countries import country_code
from coopgraph.model import ORGANIZATIONS, PLACES
from coopgraph.reading.names.lexicon import fold, group, lexicon
from coopgraph.reading.names.places import countries, parts

_LONGEST = 4  # words of a place's name
_FORMER = frozenset({"soviet union", "ussr"})  # more than the country that took its seat
_SAINTS = frozenset({"st", "saint"})  # what follows is a name of its own: Petersburg is in Alaska
_NO_COUNTRY = frozenset({"UN", "EZ", "UM"})  # what CLDR has among territories; no body sits on UM's islands
_ALSO_STATES = frozenset({"georgia"})  # a country and a part of another, both too large to prefer one
# Names in which a country's name or adjective means something else: the country that they tell, if any.
_PHRASES = {
    "new england": "US",
    "british columbia": "CA",
    "santiago de compostela": "ES",
    "indian ocean": None,
    "south china sea": None,
    "east china sea": None,
    "gulf of mexico": None,
    "guinea pig": None,
}
# Before "America" or "American": more than the United States, or people of several countries.
_AMERICAS = frozenset(
    ("latin", "south", "north", "central", "meso", "native", "african", "afro", "pan", "inter", "anglo", "ibero")
)


def placed(things: Iterable[Mapping[str, Any]]) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """Return the things, each with a country where one is known, and the ISO 3166 codes of the countries by name.

    An organisation or place without a country in the facts has the one that its name tells ("Hanoi University of
    Science", "Vietnamese Film Institute"), if it tells one only; it then has `assumed`, too. The European Union has the
    code EU. Names without a code are those of no country that ISO 3166 or CLDR knows.
    """
    known: list[dict[str, Any]] = [dict(thing) for thing in things]
    names = Counter(name for thing in known if (name := thing["name"] if _is_country(thing) else thing.get("country")))
    codes = {name: code for name in sorted(names) if (code := code_of(name))}
    usual: dict[str, str] = {}
    for name, _ in sorted(names.items(), key=lambda item: (-item[1], item[0])):
        if name in codes:
            usual.setdefault(codes[name], name)
    for thing in known:
        if thing.get("country") or _is_country(thing) or thing["type"] not in ORGANIZATIONS | PLACES:
            continue
        if code := told(thing["name"]):
            name = usual.setdefault(code, _english(code))
            codes[name] = code
            thing |= {"country": name, "assumed": True}
    return known, dict(sorted(codes.items()))


@cache
def told(name: str) -> str | None:
    """Return the code of the only country whose name, adjective, part or well-known city stands in a name, or None."""
    words = name.replace("-", " ").replace(",", " ").split()
    found: set[str] = set()
    start = 0
    while start < len(words):
        for length in range(min(_LONGEST, len(words) - start), 0, -1):
            codes = _codes(" ".join(words[start : start + length]), words[start - 1] if start else "")
            if codes is not None:
                found |= codes
                start += length - 1
                break
        else:
            start += fold(words[start]) in _SAINTS
        start += 1
    return found.pop() if len(found) == 1 else None


def _codes(text: str, before: str) -> set[str] | None:
    """Return the codes that a phrase tells, none where it is known to tell no country; None for any other phrase."""
    plain = text.removesuffix("'s").removesuffix("’s")
    folded = fold(plain)
    words = folded.split()
    if not text[:1].isupper() or len(plain) < 4 or all(map(_is_direction, words)):
        return None
    if folded in _PHRASES:
        return {code for code in (_PHRASES[folded],) if code}
    if len(words) == 2 and words[0] in _AMERICAS and words[1].startswith("america"):
        return set()
    given = lexicon().given
    if folded in given and fold(before) in given:  # Michael Jordan
        return set()
    part = None if words[-1] in given else parts().get(folded)
    country = code_of(plain)
    if country and folded not in _ALSO_STATES:
        return {country}
    return {code for code in (country, lexicon().demonyms.get(folded), part) if code} or None


def code_of(name: str) -> str | None:
    """Return the ISO 3166-1 code of a country of today by its English name, EU for the European Union, or None."""
    folded = fold(name)
    code = country_code(name) or (None if folded in _FORMER else countries().get(folded))
    return None if code in _NO_COUNTRY else code


def _is_direction(word: str) -> bool:
    """Tell whether a word is a direction or two written as one: parts of several countries are called by it."""
    directions = group("directions")
    return word in directions or any(word.startswith(one) and word[len(one) :] in directions for one in directions)


def _is_country(thing: Mapping[str, Any]) -> bool:
    return bool(thing["type"] == "country")


def _english(code: str) -> str:
    from babel import Locale

    return str(Locale.parse("en").territories.get(code, code))
