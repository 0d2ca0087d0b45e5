"""Countries under their many names, alone and in the names of their ministries."""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from coopgraph.identity.names import is_generic, is_national, name_key
from coopgraph.model import Entity

# Usual names that neither ISO nor CLDR lists.
_USUAL = {"us": "US", "uk": "GB", "uae": "AE", "greatbritain": "GB", "korea": "KR", "laopdr": "LA", "pdrlao": "LA"}


@cache
def _codes() -> dict[str, str]:
    # Imported here because the tables cost more time than most inputs need.
    import pycountry
    from babel import Locale

    codes: dict[str, str] = {}
    for country in pycountry.countries:
        for name in (country.name, getattr(country, "official_name", ""), getattr(country, "common_name", "")):
            if name:
                codes[name_key(name)] = country.alpha_2
        codes[name_key(country.alpha_3)] = country.alpha_2
    territories = Locale.parse("en").territories
    for code in sorted(territories):
        base = code.split("-")[0]
        if len(base) == 2 and base.isalpha():
            codes[name_key(territories[code])] = base
    return codes | _USUAL


def country_code(name: str) -> str | None:
    """Return the ISO 3166-1 code of a country's name in English, or None for a name that isn't known."""
    return _codes().get(name_key(name))


def _code_of_adjective(word: str) -> str | None:
    """Return the code of the country that an adjective tells ("Vietnamese")."""
    from coopgraph.reading.names.lexicon import fold, lexicon  # here, since whoever only looks up names needs no reader

    return lexicon().demonyms.get(fold(word))


@cache
def national_body(name: str, main: str | None = None) -> tuple[str, str] | None:
    """Return a body's name without its country, and the country's code; None unless a state has such a body once.

    "Vietnam's Ministry of Education", "Vietnamese Ministry of Education" and "Ministry of Education of Vietnam" all are
    the Ministry of Education, VN; so is the bare "Ministry of Education" where `main` is VN.
    """
    if main and is_generic(name) and is_national(name):
        return name, main
    words = name.split()
    for count in range(1, min(4, len(words))):
        first, rest = " ".join(words[:count]), " ".join(words[count:])
        country = first.removesuffix("'s").removesuffix("’s")
        code = _code_of_adjective(country) or country_code(country)
        if code and is_generic(rest) and is_national(rest):
            return rest, code
    rest, of, country = name.rpartition(" of ")
    code = country_code(country) if of else None
    return (rest, code) if code and is_generic(rest) and is_national(rest) else None


@cache
def _named_countries(name: str) -> frozenset[str]:
    """Return the codes of the countries whose name or adjective stands in a name."""
    words = [word.removesuffix("'s").removesuffix("’s") for word in name.split()]
    parts = [*words, *(" ".join(pair) for pair in pairwise(words))]
    found = (_code_of_adjective(part) or (country_code(part) if part[:1].isupper() else None) for part in parts)
    return frozenset(code for code in found if code)


def main_country(entities: Iterable[Entity]) -> str | None:
    """Return the country that a document is about: named by at least two of its things, and by more than any other."""
    counts = Counter(code for entity in entities for code in _named_countries(entity.name))
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
