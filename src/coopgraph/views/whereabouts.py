"""Which country a thing is put in on the map: as the facts tell, or else as its own name does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from coopgraph.identity.countries import country_code
from coopgraph.model import ORGANIZATIONS, PLACES
from coopgraph.reading.names.lexicon import fold, lexicon
from coopgraph.reading.names.places import parts

_LONGEST = 4  # words of a place's name


def placed(things: Iterable[Mapping[str, Any]]) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """Return the things, each with a country where one is known, and the ISO 3166 codes of the countries by name.

    An organisation or place without a country in the facts has the one that its name tells ("Hanoi University of
    Science", "Vietnamese Film Institute"), if it tells one only; it then has `assumed`, too. The European Union has the
    code EU. Names without a code are those of no country that ISO 3166 or CLDR knows.
    """
    known: list[dict[str, Any]] = [dict(thing) for thing in things]
    names = Counter(name for thing in known if (name := thing["name"] if _is_country(thing) else thing.get("country")))
    codes = {name: code for name in sorted(names) if (code := country_code(name))}
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
            codes = _codes(" ".join(words[start : start + length]))
            if codes:
                found |= codes
                start += length - 1
                break
        start += 1
    return found.pop() if len(found) == 1 else None


def _codes(text: str) -> set[str]:
    if not text[:1].isupper():
        return set()
    plain = text.removesuffix("'s").removesuffix("’s")
    folded = fold(plain)
    known = (country_code(plain) if len(plain) > 3 else None, lexicon().demonyms.get(folded), parts().get(folded))
    return {code for code in known if code}


def _is_country(thing: Mapping[str, Any]) -> bool:
    return bool(thing["type"] == "country")


def _english(code: str) -> str:
    from babel import Locale

    return str(Locale.parse("en").territories.get(code, code))
