"""Countries under their many names."""

from functools import cache

from coopgraph.identity.names import name_key

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
