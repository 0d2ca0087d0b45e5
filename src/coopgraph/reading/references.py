"""What "the University", "both institutions" or "it" refer to within a document.

A reference made of common words is no name: it gives a token for the grammar, never a mention.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from coopgraph.model import ORGANIZATIONS, Document, Entity, EntityType, Mention
from coopgraph.reading.compose import Token
from coopgraph.reading.sentences import Sentence
from coopgraph.reading.words import one_of, table

LOOK_BACK = 80  # mentions before a reference that can be what it means: more than two pages of news
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_NUMBER = "|".join(_NUMBERS)
_NOUNS = "|".join(f"(?P<{group}>{words})" for group, words in table("reference_nouns"))
_PLURALS = "|".join(f"(?P<several_{group}>{words})" for group, words in table("reference_plurals"))
_ADVERBS = (
    r"(?:(?:has|have|had|is|are|was|were|be|been|also|will|already|now|currently|recently|actively|officially) )*"
)
_ONE = (
    rf"(?:the|this|our|its) (?:{_NOUNS})\b"
    r"(?!-| (?:of|for|in|from|(?-i:[A-Z])|and (?-i:[A-Z])|sector|system|level|community)\b| [\"“‘«](?-i:[A-Z]))"
)
_SEVERAL = (
    rf"(?:(?:the|these|our|all) (?P<number>{_NUMBER})|both|the(?= partner)) (?:partner(?:ing)? )?"
    rf"(?:{_PLURALS})\b(?! (?:of|in|from|such)\b)"
)
_PRONOUN = rf"(?P<pronoun>it|we)(?:['’]ve|['’]re)?(?= {_ADVERBS}{one_of('acting')}\b)"
_REFERENCE = re.compile(rf"\b(?:{_ONE}|{_SEVERAL}|{_PRONOUN})", re.IGNORECASE)
_GENERIC = frozenset({"institution", "organisation", "organization", "project"})
_TYPES: Mapping[str, frozenset[EntityType]] = {
    "education": frozenset({EntityType.EDUCATION}),
    "company": frozenset({EntityType.COMPANY}),
    "government": frozenset({EntityType.GOVERNMENT, EntityType.ASSOCIATION, EntityType.UNIT}),
    "association": frozenset({EntityType.ASSOCIATION, EntityType.GOVERNMENT, EntityType.COMPANY}),
    "unit": frozenset({EntityType.UNIT, EntityType.EDUCATION, EntityType.PROJECT}),
    "project": frozenset({EntityType.PROJECT}),
    "event": frozenset({EntityType.EVENT}),
    "organization": ORGANIZATIONS - {EntityType.UNIT},
    "country": frozenset({EntityType.COUNTRY}),
    "place": frozenset({EntityType.PLACE}),
}
HOME = ORGANIZATIONS - {EntityType.UNIT}
_MAIN = "the organisation that the document is mainly about"


class Referents:
    """The things of one document by salience, and the mentions in their order."""

    def __init__(self, document: Document, entities: Sequence[Entity], mentions: Sequence[Mention]) -> None:
        self.entities = {entity.key: entity for entity in entities}
        self.mentions = mentions
        self.starts = [mention.start for mention in mentions]
        self.words = {entity.key: _words(entity) for entity in entities}
        self.weight = self._weigh(document)
        self.homes: dict[tuple[frozenset[EntityType], str], str | None] = {}

    def _weigh(self, document: Document) -> Mapping[str, float]:
        """Weigh each thing: how often it is named, more for the first three mentions and for the publisher."""
        weight = Counter[str]()
        for mention in self.mentions:
            weight[mention.entity] += 1
        for mention, bonus in zip(
            (m for m in self.mentions if self.entities[m.entity].type in HOME), (5, 2, 1), strict=False
        ):
            weight[mention.entity] += bonus
        author = set(re.findall(r"\w+", (document.author or "").casefold()))
        for key, names in self.words.items():
            if author and author in names:
                weight[key] += 8
            elif author and any(len(author) > 1 and author < words for words in names):
                weight[key] += 4
            if self.entities[key].type is EntityType.EDUCATION:
                weight[key] += 2
        return weight

    def home(self, kinds: frozenset[EntityType], word: str = "") -> str | None:
        """Return the weightiest thing of these types; the word in its name counts like three mentions."""
        if (kinds, word) not in self.homes:
            fitting = [key for key in self.weight if self.entities[key].type in kinds]
            weight = {key: self.weight[key] + 3 * any(word in names for names in self.words[key]) for key in fitting}
            self.homes[kinds, word] = max(fitting, key=lambda key: weight[key], default=None)
        return self.homes[kinds, word]

    def main(self) -> str | None:
        """Return the organisation that the document is mainly about."""
        return self.home(HOME)

    def project(self) -> str | None:
        """Return the project that the document is mainly about: the weightiest, of several the first."""
        return self.home(_TYPES["project"])

    def _fits(self, key: str, kinds: frozenset[EntityType], word: str | None) -> bool:
        if self.entities[key].type not in kinds:
            return False
        return word is None or any(word in names for names in self.words[key])

    def latest(self, position: int, kinds: frozenset[EntityType], word: str | None = None) -> Iterator[str]:
        """Yield the things of these types that were named before the position, the last one first."""
        last = bisect_left(self.starts, position)
        for mention in reversed(self.mentions[max(0, last - LOOK_BACK) : last]):
            if self._fits(mention.entity, kinds, word):
                yield mention.entity


def _words(entity: Entity) -> list[set[str]]:
    return [set(re.findall(r"\w+", name.casefold())) for name in entity.names]


def find_references(document: Document, sentences: Sequence[Sentence], referents: Referents) -> tuple[Token, ...]:
    """Return a token for each reference that can be resolved, sorted by start.

    "the University" means the document's main institution with that word in its name,
    other nouns the thing named last; "both" and "the two" mean the main party and the one named last beside it; "it"
    means the first organisation of the sentence or of the one before, and "we" the main organisation.
    """
    found: list[Token] = []
    for number, sentence in enumerate(sentences):
        before = sentences[number - 1].start if number else sentence.start
        for match in _REFERENCE.finditer(document.prose, sentence.start, sentence.stop):
            keys = _resolve(match, referents, found, sentence.start, before)
            if keys:
                found.append(Token(match.start(), match.end(), keys, named=False))
    return tuple(found)


def _resolve(
    match: re.Match[str], referents: Referents, found: Sequence[Token], sentence: int, before: int
) -> tuple[str, ...]:
    group = match.lastgroup or ""
    word = match[group].casefold() if group else ""
    if match["pronoun"]:
        key = referents.main() if word == "we" else _subject(match.start(), referents, found, sentence, before)
    elif group.startswith("several_"):
        return _several(match, referents, _TYPES[group.removeprefix("several_")])
    elif group == "education":
        key = referents.home(_TYPES[group], "" if word in _GENERIC else word)
    else:
        kinds = _TYPES[group]
        key = next(referents.latest(match.start(), kinds, None if word in _GENERIC else word.removesuffix("s")), None)
        if key is None and group in ("company", "project", "event"):
            key = next(referents.latest(match.start(), kinds), None)
    return (key,) if key else ()


def reason(prose: str, start: int) -> str:
    """Return in words how the reference that starts there finds what it means; "" where none starts there."""
    match = _REFERENCE.match(prose, start)
    group = (match and match.lastgroup) or ""
    if match is None:
        return ""
    if match["pronoun"]:
        main = match["pronoun"].casefold() == "we"
        return _MAIN if main else "the first organisation of the sentence, or of the one before"
    if group.startswith("several_"):
        return "the main one of that kind and those named last beside it"
    if group == "education":
        return "the institution that the document is mainly about, one with that word in its name first"
    return "the last one named before with that word in its name, or of that kind"


def _subject(position: int, referents: Referents, found: Sequence[Token], sentence: int, before: int) -> str | None:
    """Return the first organisation named or referred to in the sentence, else in the one before."""
    recent = [token for token in found[-LOOK_BACK:] if token.start >= before and len(token.keys) == 1]
    place = bisect_left(referents.starts, before)
    named = referents.mentions[place : place + LOOK_BACK]
    candidates = sorted(
        [(mention.start, mention.entity) for mention in named if mention.start < position]
        + [(token.start, token.keys[0]) for token in recent]
    )
    for start, stop in ((sentence, position), (before, sentence)):
        for place, key in candidates:
            if start <= place < stop and referents.entities[key].type in HOME:
                return key
    return None


def _several(match: re.Match[str], referents: Referents, kinds: frozenset[EntityType]) -> tuple[str, ...]:
    wanted = _NUMBERS[(match["number"] or "both").casefold()]
    latest = list(dict.fromkeys(referents.latest(match.start(), kinds)))
    home = referents.home(kinds) if kinds != _TYPES["project"] else None
    keys = latest[:wanted]
    if home and home not in keys:
        keys = [*keys[: wanted - 1], home]
    return tuple(keys) if len(keys) == wanted else ()
