"""Countries, their parts and well-known cities, from CLDR and ISO 3166."""

from collections.abc import Mapping
from functools import cache

from coopgraph.model import EntityType
from coopgraph.reading.names.lexicon import fold, group, lexicon

# What ISO 3166-2 adds to the proper name of a part of a country.
_GENERIC = frozenset(
    [
        "sheng",
        "shi",
        "sar",
        "zhuangzu",
        "huizu",
        "zizhiqu",
        "uygur",
        "province",
        "region",
        "state",
        "district",
        "county",
        "territory",
        "greater",
        "oblast",
    ]
)
# Ways to write a country's name that neither CLDR nor ISO 3166 lists.
_VARIANTS = {
    "US": ("US", "USA", "U.S.", "U.S.A.", "United States of America", "America"),
    "GB": ("UK", "U.K.", "Britain", "Great Britain", "England", "Scotland", "Wales"),
    "VN": ("Viet Nam",),
    "KR": ("Korea", "Republic of Korea"),
    "RU": ("Soviet Union", "USSR"),
    "AE": ("UAE",),
    "NZ": ("NZ", "Aotearoa"),
    "CZ": ("Czech Republic",),
    "TR": ("Turkey", "Turkiye"),
    "CD": ("DRC",),
    "CI": ("Ivory Coast",),
    "MM": ("Burma",),
    "SZ": ("Swaziland",),
}


@cache
def countries(language: str = "en") -> Mapping[str, str]:
    """Return the ISO 3166 code of each country by every folded form of its name."""
    import pycountry
    from babel import Locale

    found: dict[str, str] = {}
    for code, name in Locale.parse(language).territories.items():
        if len(code) == 2 and code.isalpha() and code not in ("EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"):
            found[fold(name.replace("St.", "Saint"))] = code
            found[fold(name.split("(")[0])] = code
            found[fold(name)] = code
    for country in pycountry.countries:
        for name in (country.name, getattr(country, "common_name", ""), getattr(country, "official_name", "")):
            if name:
                found.setdefault(
                    fold(name.split(",")[0] if "," in name and " and " not in name else name), country.alpha_2
                )
    for code, names in _VARIANTS.items():
        found.update((fold(name), code) for name in names)
    return found


@cache
def parts() -> Mapping[str, str]:
    """Return the country's code of each province, region or well-known city, by its folded name.

    Regions of the world have no country's code but an empty string. The parts are those of ISO 3166-2 of
    four letters or more, the cities those after which time zones are named.
    """
    import pycountry
    from babel import Locale
    from babel.core import get_global

    found = {
        fold(name): "" for code, name in Locale.parse("en").territories.items() if code.isdigit() and code != "001"
    }
    for part in pycountry.subdivisions:
        for name in part.name.replace("[", "/").split("/"):
            words = fold(name).split()
            kept = " ".join(word for word in words if word not in _GENERIC)
            for form in (" ".join(words), kept, kept.replace(" ", "")):
                if len(form) > 3:
                    found.setdefault(form, part.country_code)
    for zone, code in get_global("zone_territories").items():
        name = fold(zone.rsplit("/", 1)[-1].replace("_", " "))
        if zone.count("/") and not zone.startswith("Etc/") and len(name) > 3:
            found.setdefault(name, code)
    for word in (
        *lexicon().ordinary,
        *lexicon().weak,
        *group("directions"),
        *lexicon().stop,
        *lexicon().opening,
        *lexicon().heads,
        *lexicon().office,
    ):
        found.pop(word, None)
    return found


@cache
def joined_places() -> frozenset[str]:
    """Return the folded names of places that "of" or "and" joins."""
    return frozenset(name for name in (*countries(), *parts()) if " of " in name or " and " in name)


def place_type(folded: str) -> EntityType | None:
    """Return whether the folded name is that of a country or of a place in one; None for neither."""
    if folded in countries():
        return EntityType.COUNTRY
    return EntityType.PLACE if folded in parts() else None
