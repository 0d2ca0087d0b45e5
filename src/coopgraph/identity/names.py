"""What of a written name counts when names are compared."""

import re
import unicodedata
from functools import cache
from importlib.resources import files

from coopgraph.model import Entity

_APOSTROPHES = str.maketrans("", "", "'’‘`´")
# Letters that have no decomposition in Unicode.
_STROKES = str.maketrans({"đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i"})
_LIGATURES = str.maketrans({"æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe"})


def fold(text: str) -> str:
    """Return text without case, accents, strokes and compatibility forms: "Đà" is "da"."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_STROKES).translate(_LIGATURES))
    return "".join(character for character in decomposed if not unicodedata.combining(character)).casefold()


@cache
def _lines(name: str) -> tuple[str, ...]:
    text = files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def _word_set(name: str) -> frozenset[str]:
    return frozenset(map(_unified, _names(name)))


@cache
def _names(name: str) -> frozenset[str]:
    return frozenset(word for line in _lines(name) for word in line.split())


@cache
def _spellings() -> dict[str, str]:
    return {variant: line.split()[0] for line in _lines("en/spellings.txt") for variant in line.split()[1:]}


def _unified(word: str) -> str:
    """Return the word in one spelling and without a plural s, so that "Sciences" compares like "Science"."""
    if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ics")):
        word = f"{word[:-3]}y" if word.endswith("ies") else word[:-1]
    return _spellings().get(word, word)


@cache
def words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, without punctuation and a leading "the"; "&" is "and"."""
    folded = fold(name).translate(_APOSTROPHES).replace("&", " and ")
    found = [_unified(word) for word in re.findall(r"[^\W_]+", folded)]
    return tuple(found[1:] if len(found) > 1 and found[0] == "the" else found)


@cache
def name_key(name: str) -> str:
    """Return what equal names have in common.

    Spaces don't count, so that "Ha Noi" is "Hanoi". A name of punctuation or emoji alone is compared as it is written.
    """
    return "".join(words(name)) or "=" + " ".join(unicodedata.normalize("NFC", name).split())


@cache
def is_acronym(name: str) -> bool:
    """Tell whether a name is one short word of mostly capital letters ("HUST", "VNU-HCM", "UniSA")."""
    letters = [character for character in name if character.isalpha()]
    capitals = sum(character.isupper() for character in letters)
    return len(name) <= 12 and " " not in name and capitals >= 2 and 2 * capitals >= len(letters)


@cache
def has_head(name: str) -> bool:
    """Tell whether a name says what kind of body it is ("Hanoi University", not "Samsung")."""
    return not _word_set("en/heads.txt").isdisjoint(words(name))


@cache
def is_generic(name: str) -> bool:
    """Tell whether a name has no proper part ("Department of International Cooperation")."""
    parts = words(name)
    known = _word_set("en/common.txt") | _word_set("en/heads.txt") | _word_set("en/national.txt")
    return bool(parts) and not is_acronym(name) and known.issuperset(parts)


@cache
def is_national(name: str) -> bool:
    """Tell whether a generic name is one that each state has once ("Ministry of Education")."""
    parts = words(name)
    return bool(parts) and not _word_set("en/national.txt").isdisjoint({parts[0], parts[-1]})


@cache
def has_common_family_name(name: str) -> bool:
    """Tell whether a person's name holds, first or last, one of the most frequent family names of the world."""
    parts = re.findall(r"[^\W_]+", fold(name))
    return bool(parts) and not _names("family_names.txt").isdisjoint({parts[0], parts[-1]})


def full_forms(entity: Entity) -> list[str]:
    """Return the names of an entity that can stand for it elsewhere: neither acronyms nor shortened forms.

    An entity that has nothing but an acronym is known by it.
    """
    length = len(words(entity.name))
    longer = [alias for alias in entity.aliases if not is_acronym(alias) and len(words(alias)) >= max(length, 2)]
    return [entity.name, *longer] if not is_acronym(entity.name) or not longer else longer


def short_forms(entity: Entity) -> list[str]:
    """Return the acronyms and shortened forms of an entity."""
    full = set(full_forms(entity))
    return [form for form in entity.names if form not in full]
