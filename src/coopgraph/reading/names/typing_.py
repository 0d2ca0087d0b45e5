"""Which type a name is of, by the noun that makes it and the words around that noun."""

from coopgraph.model import EntityType
from coopgraph.reading.names.lexicon import Lexicon
from coopgraph.reading.names.places import place_type

_PUBLIC_COUNCIL = frozenset(
    [
        "city",
        "district",
        "regional",
        "county",
        "research",
        "national",
        "scholarship",
        "arts",
        "state",
        "security",
        "shire",
        "borough",
        "town",
        "municipal",
        "legislative",
        "local",
        "privy",
        "funding",
    ]
)
_WITHIN = frozenset(
    [
        "research",
        "steering",
        "advisory",
        "working",
        "party",
        "organizing",
        "organising",
        "management",
        "group",
        "student",
        "development",
        "project",
        "users",
    ]
)
_PUBLIC_COMMITTEE = frozenset(["people", "s", "peoples", "supreme", "parliamentary", "central"])
_PUBLIC_BANK = frozenset(["central", "reserve", "state", "people", "peoples"])
_NATIONAL = frozenset(["association", "federation", "society", "party", "airways", "airlines", "bank", "motors"])
_LEGAL = frozenset(
    ["ltd", "limited", "inc", "incorporated", "corp", "llc", "llp", "plc", "gmbh", "ag", "bhd", "berhad"]
)
_COMPANIES = frozenset(["corporation", "company", "bank", "motors", "airlines", "airways"])
_GENERAL = frozenset(
    ["agreement", "framework", "constitution", "regulation", "regulations", "arrangement", "accord", "treaty", "goals"]
)
_INSTITUTIONS = frozenset(["university", "college", "school", "hospital"])
_LEVELS = frozenset(
    [
        "high",
        "secondary",
        "primary",
        "graduate",
        "public",
        "private",
        "national",
        "state",
        "medical",
        "summer",
        "middle",
    ]
)
_PARTS_OF = frozenset(["university", "college", "polytechnic", "universities"])


# Institutions of their own, or parts of a larger one.
INNER = frozenset(["institute", "school", "academy", "college", "conservatorium", "conservatory"])


def head_type(words: Lexicon, noun: str, pre: tuple[str, ...], post: tuple[str, ...], embedded: bool) -> EntityType:
    """Return the type of a name whose head is `noun`, with the folded words before and behind it.

    `embedded` tells that the name of an institution is part of this one ("University of X Medical School").
    """
    kind = words.heads[noun]
    inside = embedded or any(word in _PARTS_OF for word in pre)
    proper = [word for word in pre if word not in words.field and word not in words.heads]
    if kind is EntityType.EDUCATION:
        if noun in ("school", "college", "institute", "academy") and (
            inside or (not proper and noun in ("school", "college"))
        ):
            return EntityType.UNIT
        return kind
    if noun == "department" and not inside:
        portfolio = (*pre, *post)
        return (
            EntityType.GOVERNMENT
            if any(word in words.portfolio for word in portfolio) and "international" not in portfolio
            else kind
        )
    if noun == "council":
        public = any(word in _PUBLIC_COUNCIL for word in pre) or (pre and place_type(" ".join(pre)) is EntityType.PLACE)
        return EntityType.GOVERNMENT if public else kind
    if noun == "committee":
        if any(word in _PUBLIC_COMMITTEE for word in pre):
            return EntityType.GOVERNMENT
        return EntityType.UNIT if inside or any(word in _WITHIN for word in pre) else kind
    if noun == "bank" and any(word in _PUBLIC_BANK for word in pre):
        return EntityType.GOVERNMENT
    if noun == "group" and (not proper or (pre and pre[-1] in _WITHIN)):
        return EntityType.UNIT
    if noun == "office" and any(words.heads.get(word) is EntityType.GOVERNMENT for word in post):
        return EntityType.GOVERNMENT
    if noun == "board" and "trust" in pre:
        return EntityType.ASSOCIATION
    return kind


def names_something(
    words: Lexicon, noun: str, kind: EntityType, pre: tuple[str, ...], post: tuple[str, ...], proper: tuple[str, ...]
) -> bool:
    """Tell whether the noun with the folded words before and behind it is a name and no general expression.

    `proper` are those of the words that are no ordinary ones.
    """
    own = [word for word in pre if word not in words.demonyms and word not in words.weak]
    if not post and not own:
        return bool(pre) and (kind is EntityType.GOVERNMENT or noun in _NATIONAL)
    if proper:
        return True
    if kind is EntityType.COMPANY:
        return noun in _LEGAL or (noun in _COMPANIES and (len(pre) > 1 or noun in _NATIONAL))
    if kind is EntityType.PLACE or (noun in _GENERAL and len(pre) < 2):
        return False
    if not post and all(word in words.heads or word in words.office for word in own):
        return False
    if kind in (EntityType.PROJECT, EntityType.EVENT, EntityType.POLICY):
        return len(pre) + len(post) > 1
    if noun in _INSTITUTIONS and not post:
        if noun == "university" and len(own) > 1 and not all(word in _LEVELS for word in own):
            return True
        return any(place_type(word) for word in pre) or (noun == "school" and any(word not in _LEVELS for word in own))
    return True
