"""The words of a language that names are made of, from its data files."""

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from coopgraph.model import EntityType

_REMEMBERED = 1 << 15


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Sets of words in lower case.

    `heads`, `kinds` and `bodies` lead from a word or a folded name to the type that it tells, `plurals` from the plural
    of a head to the head. `body_words` are the words with which bodies begin, `roles` nouns for what people do.
    """

    heads: Mapping[str, EntityType]
    plurals: Mapping[str, str]
    kinds: Mapping[str, EntityType]
    bodies: Mapping[str, tuple[EntityType, tuple[str, ...]]]
    body_words: frozenset[str]
    demonyms: Mapping[str, str]
    address: frozenset[str]
    office: frozenset[str]
    speech: frozenset[str]
    given: frozenset[str]
    roles: frozenset[str]
    particles: frozenset[str]
    stop: frozenset[str]
    opening: frozenset[str]
    weak: frozenset[str]
    field: frozenset[str]
    ordinary: frozenset[str]
    portfolio: frozenset[str]


@lru_cache(maxsize=_REMEMBERED)
def fold(text: str) -> str:
    """Return the text without accents, case and punctuation, words separated by one space; a leading "the" is gone."""
    plain = unicodedata.normalize(
        "NFKD", text.replace("Đ", "D").replace("đ", "d").replace("&", " and ").replace("´", "'")
    )
    plain = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c) and c not in "'’‘")
    words = plain.casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


@cache
def lexicon(language: str = "en") -> Lexicon:
    """Return the words of the language. Raises FileNotFoundError where it has no data files."""
    heads, titles, words, bodies, demonyms = (
        _load(language, name) for name in ("heads", "titles", "words", "bodies", "demonyms")
    )
    return Lexicon(
        heads={word: EntityType(kind) for kind, text in heads.items() for word in text.split()},
        plurals={_plural(word): word for text in heads.values() for word in text.split()},
        kinds={word: EntityType(kind) for kind, text in words["kinds"].items() for word in text.split()},
        bodies={
            fold(form): (EntityType(kind), tuple(forms))
            for kind, rows in bodies.items()
            for forms in rows
            for form in forms
        },
        body_words=frozenset(
            form.split()[0].casefold() for rows in bodies.values() for forms in rows for form in forms
        ),
        demonyms={word.replace("-", " "): code for code, text in demonyms.items() for word in text.split()},
        address=frozenset(titles["address"].split()),
        office=frozenset(titles["office"].split()),
        speech=frozenset(titles["speech"].split()),
        given=_list(language, "given"),
        roles=_list(language, "roles"),
        particles=frozenset(titles["particles"].split()),
        stop=frozenset(words["stop"].split()),
        opening=frozenset(words["opening"].split()),
        weak=frozenset(words["weak"].split()),
        field=frozenset(words["field"].split()),
        ordinary=frozenset((words["field"] + words["ordinary"]).split()),
        portfolio=frozenset(words["portfolio"].split()),
    )


@cache
def group(name: str, language: str = "en") -> frozenset[str]:
    """Return a small group of words by its name. Raises KeyError where the language has no such group."""
    return _groups(language)[name]


@cache
def _groups(language: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(text.split()) for name, text in _load(language, "groups").items()}


def _load(language: str, name: str) -> dict[str, Any]:
    path = files("coopgraph.reading") / "data" / language / f"names-{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _list(language: str, name: str) -> frozenset[str]:
    path = files("coopgraph.reading") / "data" / language / f"names-{name}.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _plural(word: str) -> str:
    """Return the regular plural."""
    if word.endswith(("s", "x", "ch")):
        return word + "es"
    return word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeiou" else word + "s"
