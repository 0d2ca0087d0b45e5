"""A sentence with its words and chunks, and the questions that the grammar of names asks about them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from coopgraph.model import EntityType
from coopgraph.reading.names.chunks import Chunk
from coopgraph.reading.names.lexicon import Lexicon, fold, group
from coopgraph.reading.names.places import place_type
from coopgraph.reading.names.tokens import Token


@dataclass(slots=True)
class ParsedSentence:
    """The words and chunks of a sentence; `common` are the words that the document writes in small letters, too."""

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
        low, words = token.low, self.words
        if low in words.ordinary or low in words.heads or low in words.plurals:
            return True
        return low in self.common and not token.text.isupper()

    def all_common(self, chunk: Chunk) -> bool:
        """Tell whether every word of the chunk is an ordinary one."""
        return not chunk.is_title and all(self.is_common(number) for number in range(chunk.first, chunk.last + 1))

    def text(self, first: int, last: int) -> str:
        """Return the words as written, white space made one space."""
        return " ".join(self.prose[self.tokens[first].start : self.tokens[last].stop].split())

    def head(self, chunk: Chunk) -> int | None:
        """Return the last word of the chunk that makes a name of it, or None."""
        if chunk.is_title:
            return None
        foreign = group("foreign")
        for number in range(chunk.first, chunk.last + 1):
            if self.tokens[number].low in foreign:
                return number
        for number in range(chunk.last, chunk.first - 1, -1):
            if self.tokens[number].low in self.words.heads:
                return self._institution_before(chunk, number)
        return None

    def _institution_before(self, chunk: Chunk, head: int) -> int:
        """Return the university that a city's name follows ("University Ho Chi Minh City"), else the head itself."""
        if self.words.heads[self.tokens[head].low] is EntityType.PLACE:
            for number in range(chunk.first, head):
                inside = self.tokens[number].low in group("institution_inside")
                cities = (fold(self.text(number + 1, last)) for last in (chunk.last, head - 1) if last > number)
                if inside and any(place_type(city) for city in cities):
                    return number
        return head

    def other_head(self, chunk: Chunk) -> int | None:
        """Return the head of a chunk that can't be a mere field of study ("Creative Technologies"), or None."""
        number = self.head(chunk)
        if number is None:
            return None
        low = self.tokens[number].low
        field = low in self.words.field and self.words.heads[low] in (EntityType.COMPANY, EntityType.UNIT)
        return None if field and self.all_common(chunk) else number

    def plural(self, chunk: Chunk) -> str | None:
        """Return the singular of the noun that the chunk ends with in its plural, or None."""
        low = self.tokens[chunk.last].low
        return None if low in self.words.heads else self.words.plurals.get(low)
