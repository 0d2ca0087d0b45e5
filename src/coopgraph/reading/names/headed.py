"""Names that a noun makes: "University of X and Y", "Ministry of …", "… Foundation", "the Universities of A and B"."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from coopgraph.model import EntityType
from coopgraph.reading.names.candidates import Candidate
from coopgraph.reading.names.chunks import LONGEST_CHUNK, Chunk
from coopgraph.reading.names.lexicon import Lexicon, fold
from coopgraph.reading.names.places import place_type
from coopgraph.reading.names.tokens import Token
from coopgraph.reading.names.typing_ import head_type

_OF = frozenset("of|of the|for|for the|de|de la|del|du|des|der|für|di|della|d'|von|do|da".split("|"))
_ON = frozenset(["on", "on the", "in", "to"])
_AND = frozenset(["and", ", and", "&"])
_TAKES_ON = frozenset([EntityType.EVENT, EntityType.PROJECT, EntityType.POLICY])
_ON_HEADS = frozenset(["committee", "commission", "council", "institute", "program", "programme", "center", "centre"])
# Possessors that are part of a name ("People's Committee"), beside offices.
_PART = frozenset(
    "people peoples children women men students workers farmers veterans king queen saint teachers youth nurses father master mother".split()
)
_LONGEST_LIST = 8


@dataclass(slots=True)
class Sentence_:
    """The words and chunks of a sentence, with what the document tells about its words."""

    prose: str
    tokens: Sequence[Token]
    chunks: Sequence[Chunk]
    words: Lexicon
    common: Collection[str]

    def is_common(self, number: int) -> bool:
        """Tell whether a word is an ordinary one, such as names of bodies are made of."""
        token = self.tokens[number]
        if not token.capital:
            return True
        low = token.low
        return (
            low in self.words.field
            or low in self.words.heads
            or low in self.words.plurals
            or (low in self.common and not token.text.isupper())
        )

    def all_common(self, chunk: Chunk) -> bool:
        """Tell whether every word of the chunk is an ordinary one."""
        return not chunk.is_title and all(self.is_common(number) for number in range(chunk.first, chunk.last + 1))

    def text(self, first: int, last: int) -> str:
        """Return the words as written, white space made one space."""
        return " ".join(self.prose[self.tokens[first].start : self.tokens[last].stop].split())

    def head(self, chunk: Chunk) -> int | None:
        """Return the last word of the chunk that makes a name of it, or None."""
        for number in range(chunk.last, chunk.first - 1, -1):
            if self.tokens[number].low in self.words.heads:
                return None if chunk.is_title else number
        return None

    def plural(self, chunk: Chunk) -> str | None:
        """Return the singular of the noun that the chunk ends with in its plural, or None."""
        low = self.tokens[chunk.last].low
        return None if low in self.words.heads else self.words.plurals.get(low)


def headed(sentence: Sentence_) -> Iterator[tuple[Candidate, int, int]]:
    """Yield the names that a noun makes, each with the first and last chunk that it takes up."""
    position = 0
    while position < len(sentence.chunks):
        taken = position
        for candidate, taken in _several(sentence, position) or _one(sentence, position):
            yield candidate, position, taken
        position = taken + 1


def _several(sentence: Sentence_, position: int) -> list[tuple[Candidate, int]]:
    """Return the names in "the Universities of A and B" or "A and B Universities", none where there is no such list."""
    chunk = sentence.chunks[position]
    if chunk.is_title:
        return []
    singular = sentence.plural(chunk)
    if singular and chunk.first == chunk.last and chunk.link in ("of", "of the"):
        members = _members(sentence, position + 1)
        if len(members) > 1:
            noun = singular.capitalize()
            found = []
            for number in members:
                member = sentence.chunks[number]
                first = chunk.first if number == position + 1 else member.first
                found.append(
                    (
                        _plain(
                            sentence, first, member, f"{noun} of {sentence.text(member.first, member.last)}", singular
                        ),
                        number,
                    )
                )
            return found
        return []
    if sentence.head(chunk) is None and not singular:
        members = _members(sentence, position)
        last = sentence.chunks[members[-1]]
        singular = sentence.plural(last)
        if len(members) > 1 and singular and last.last > last.first and not sentence.all_common(chunk):
            found = []
            for number in members:
                member = sentence.chunks[number]
                own = member.last - (number == members[-1])
                text = f"{sentence.text(member.first, own)} {singular.capitalize()}"
                found.append((_plain(sentence, member.first, member, text, singular), number))
            return found
    return []


def _members(sentence: Sentence_, position: int) -> list[int]:
    """Return the numbers of the chunks that a list which begins at `position` joins."""
    found = [position]
    while len(found) < _LONGEST_LIST and (link := sentence.chunks[found[-1]].link) is not None:
        following = found[-1] + 1
        if (link != "," and link not in _AND and link != "and the") or sentence.chunks[following].is_title:
            break
        if sentence.head(sentence.chunks[following]) is not None:
            break
        found.append(following)
        if link != ",":
            return found
    return [position]


def _plain(sentence: Sentence_, first: int, member: Chunk, text: str, head: str) -> Candidate:
    tokens = sentence.tokens
    distinct = tuple(
        fold(token.text) for token in tokens[member.first : member.last + 1] if token.low not in sentence.words.plurals
    )
    kind = head_type(sentence.words, head, distinct, (), False)
    return Candidate(tokens[first].start, tokens[member.last].stop, text, kind, head, distinct, 2.0)


def _one(sentence: Sentence_, position: int) -> list[tuple[Candidate, int]]:
    """Return the one name that begins at the chunk, if a noun makes one."""
    chunks, words = sentence.chunks, sentence.words
    begin = end = position
    head = sentence.head(chunks[position])
    if chunks[position].is_title:
        return []
    if head is None:
        joined = _joined_before(sentence, position)
        if joined is None:
            return []
        end = joined
        head = sentence.head(chunks[end])
        if head is None:
            return []
    chunk = chunks[end]
    first = chunks[begin].first
    first = _without_opening(sentence, first, head)
    final = head == chunk.last
    last = head
    embedded = ""
    complement: list[int] = []
    if final:
        last, end, head, embedded = _complement(sentence, end, head)
        complement = list(range(head + 1, last + 1)) if last > head else []
    before = list(range(first, head))
    owner = _possessor(sentence, begin)
    if owner is not None and _is_part(sentence, owner):
        first, before, owner = owner[0], [*range(owner[0], first), *before], None
    candidate = _candidate(sentence, first, last, head, before, complement, embedded)
    if candidate is None and owner is not None and first == last and place_type(fold(sentence.text(*owner))) is None:
        # "Queen's University": alone the noun is no name
        candidate = _candidate(sentence, owner[0], last, head, list(range(owner[0], owner[1] + 1)), [], "")
    if candidate is None:
        return []
    candidate.possessor = owner
    return [(candidate, end)]


def _possessor(sentence: Sentence_, begin: int) -> tuple[int, int] | None:
    """Return first and last word of the chunk that stands before the name as its possessor."""
    if begin and sentence.chunks[begin - 1].link == "'s" and not sentence.chunks[begin - 1].is_title:
        return sentence.chunks[begin - 1].first, sentence.chunks[begin - 1].last
    return None


def _is_part(sentence: Sentence_, possessor: tuple[int, int]) -> bool:
    """Tell whether a possessor is a part of the name ("People's Committee", "Girdlers' Scholarship")."""
    token = sentence.tokens[possessor[1]]
    if token.low in _PART or token.low in sentence.words.office:
        return True
    plural = sentence.tokens[possessor[1] + 1].text in ("’", "'")
    return plural and possessor[0] == possessor[1] and place_type(fold(token.text)) is None


def _joined_before(sentence: Sentence_, position: int) -> int | None:
    """Return the chunk that ends the name in "Royal Forest and Bird Protection Society", begun at `position`."""
    chunks = sentence.chunks
    chunk = chunks[position]
    if not sentence.is_common(chunk.last) or chunk.titled:
        return None
    number = position
    while number - position < _LONGEST_LIST and (link := chunks[number].link) is not None:
        following = chunks[number + 1]
        if following.is_title or (link != "," and link not in _AND):
            return None
        number += 1
        head = sentence.head(following)
        if link != ",":
            proper = head == following.last and following.last > following.first and sentence.is_common(following.first)
            return number if proper else None
        if head is not None or not sentence.all_common(following):
            return None
    return None


def _without_opening(sentence: Sentence_, first: int, head: int) -> int:
    """Return the first word of the name, after an opening of the sentence such as "Visiting" or "Opened"."""
    low = sentence.tokens[first].low
    if (
        first < head
        and first == 0
        and low.endswith(("ing", "ed", "ly"))
        and low not in sentence.words.field
        and len(low) > 5
    ):
        return first + 1
    return first


def _complement(sentence: Sentence_, end: int, head: int) -> tuple[int, int, int, str]:
    """Return last word, last chunk, head word and embedded noun after what "of" or "for" adds behind the head."""
    chunks, words, tokens = sentence.chunks, sentence.words, sentence.tokens
    last, embedded = head, ""
    noun = tokens[head].low
    kind = words.heads[noun]
    chunk = chunks[end]
    link = chunk.link
    allowed = link in _OF or (link in _ON and (kind in _TAKES_ON or noun in _ON_HEADS))
    if link is None or not allowed or kind in (EntityType.PLACE, EntityType.COMPANY) and noun not in ("bank",):
        return last, end, head, embedded
    following = chunks[end + 1]
    inner = sentence.head(following)
    if following.is_title:
        if noun == "office" and not _is_person_next(sentence, end + 1):
            return following.last, end + 1, head, embedded
        return last, end, head, embedded
    if (
        inner is not None
        and inner == following.last
        and inner > following.first
        and kind is EntityType.EDUCATION
        and not sentence.is_common(following.first)
    ):
        # "University of Otago Medical School"
        return inner, end + 1, inner, noun
    if inner is not None and (inner > following.first or following.link in _OF) and kind is not EntityType.ASSOCIATION:
        return last, end, head, embedded
    last = following.last
    if kind is EntityType.EDUCATION and not sentence.is_common(following.first):
        while last > following.first and sentence.is_common(last):
            last -= 1
        if last < following.last:
            return last, end + 1, head, embedded
    end += 1
    return (*_coordinated(sentence, end, last, kind), head, embedded)


def _is_person_next(sentence: Sentence_, number: int) -> bool:
    chunks = sentence.chunks
    return (
        number + 1 < len(chunks) and chunks[number].link == "" and chunks[number + 1].first == chunks[number].last + 1
    )


def _coordinated(sentence: Sentence_, end: int, last: int, kind: EntityType) -> tuple[int, int]:
    """Return last word and last chunk after what "and" or a list joins to the complement that ends with chunk `end`."""
    chunks = sentence.chunks
    if last != chunks[end].last or not sentence.is_common(last):
        return last, end
    number = end
    while number - end < _LONGEST_LIST and (link := chunks[number].link) is not None:
        following = chunks[number + 1]
        if link != "," and link not in _AND:
            break
        if following.is_title or following.last - following.first >= LONGEST_CHUNK:
            break
        head = sentence.head(following)
        if head is not None and (head > following.first or following.link in _OF):
            break
        if not sentence.is_common(following.first) or following.titled:
            break
        number += 1
        if link != ",":
            return following.last, number
        if not sentence.all_common(following):
            break
    # "Institute for the Study of War"
    if chunks[end].link in ("of", "of the", "in", "for") and chunks[end].first == chunks[end].last:
        following = chunks[end + 1]
        if not following.is_title and sentence.head(following) is None and sentence.all_common(following):
            return _coordinated(sentence, end + 1, following.last, kind)
    return last, end


def _candidate(
    sentence: Sentence_, first: int, last: int, head: int, before: list[int], complement: list[int], embedded: str
) -> Candidate | None:
    """Return the name from word `first` to word `last`, or None where the words are too general to name a thing."""
    tokens, words = sentence.tokens, sentence.words
    noun = tokens[head].low
    pre = tuple(fold(tokens[n].text) for n in before if tokens[n].capital)
    post = tuple(fold(tokens[n].text) for n in complement if tokens[n].capital)
    proper = tuple(
        fold(tokens[n].text)
        for n in (*before, *complement)
        if tokens[n].capital
        and not sentence.is_common(n)
        and tokens[n].low not in words.demonyms
        and tokens[n].low not in words.weak
    )
    kind = head_type(words, noun, pre, post, bool(embedded))
    if not names_something(words, noun, kind, pre, post, proper):
        return None
    start, stop = tokens[first].start, tokens[last].stop
    return Candidate(start, stop, sentence.text(first, last), kind, noun, proper, 2.0, embedded=embedded)


def names_something(
    words: Lexicon, noun: str, kind: EntityType, pre: tuple[str, ...], post: tuple[str, ...], proper: tuple[str, ...]
) -> bool:
    """Tell whether the noun with the words before and behind it is a name and no general expression."""
    if not pre and not post:
        return False
    own = [word for word in pre if word not in words.demonyms and word not in words.weak]
    if not post and not own:
        return kind is EntityType.GOVERNMENT or noun in ("association", "federation", "society", "party")
    if not proper and not post and all(word in words.heads or word in words.office for word in own):
        return False
    if kind in (EntityType.PLACE, EntityType.COMPANY):
        return bool(proper)
    if kind is EntityType.PROJECT:
        return bool(proper) or len(pre) + len(post) > 1
    if kind is EntityType.EVENT:
        return bool(proper) or len(pre) + len(post) > 1
    if noun in ("agreement", "framework", "constitution", "regulation", "regulations", "arrangement"):
        return bool(proper)
    if noun in ("university", "college", "school") and not post:
        return bool(
            [
                word
                for word in own
                if word
                not in ("high", "secondary", "primary", "graduate", "public", "private", "national", "state", "medical")
            ]
        ) and (bool(proper) or noun == "school" or any(place_type(word) for word in pre))
    return True
