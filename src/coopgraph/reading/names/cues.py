"""What the words beside a bare name tell of its type."""

from collections.abc import Sequence

from coopgraph.model import EntityType
from coopgraph.reading.names.candidates import Candidate
from coopgraph.reading.names.chunks import Chunk
from coopgraph.reading.names.lexicon import Lexicon, fold, group
from coopgraph.reading.names.parsed import ParsedSentence
from coopgraph.reading.names.places import place_type
from coopgraph.reading.names.tokens import Token

_WINDOW = 9
_NAMING = 5
_TOLD = (EntityType.COMPANY, EntityType.ASSOCIATION, EntityType.GOVERNMENT, EntityType.PROJECT)
_ENDS = frozenset(["", ",", ".", ";", ")", "?", "!"])


def is_of_country(sentence: ParsedSentence, first: int, last: int, candidate: Candidate) -> bool:
    """Type a name that ends with its country ("Sport Ruritania"), and tell whether it is one.

    Ordinary words before the country make a public body or, in the plural, an association; other words are a company's.
    """
    for begin in (last, last - 1):
        if begin <= first or place_type(fold(sentence.text(begin, last))) is not EntityType.COUNTRY:
            continue
        before = [token.low for token in sentence.tokens[first:begin]]
        if any(
            low in group("directions") or low in sentence.words.demonyms or place_type(low.split("-")[0])
            for low in before
        ):
            return False
        if first == 0 and before[0] not in sentence.words.ordinary and before[0].endswith(("ly", "ing", "ed")):
            return False
        if not all(sentence.is_common(number) for number in range(first, begin)):
            candidate.type = EntityType.COMPANY if "&" not in before else EntityType.ASSOCIATION
        elif before[-1] in sentence.words.plurals:
            candidate.type = EntityType.ASSOCIATION
        else:
            candidate.type = EntityType.GOVERNMENT
        candidate.distinct = tuple(before)
        candidate.weight = 1.6
        return True
    return False


def defined(sentence: ParsedSentence, chunk: Chunk) -> EntityType | None:
    """Return the type that an apposition tells so plainly that the name may look like a person's.

    "a law firm, Ashton Reed." and "Ashton Reed, one of the country's largest publishers".
    """
    tokens, first = sentence.tokens, chunk.first
    after = tokens[chunk.last + 1].text if chunk.last + 1 < len(tokens) else ""
    if first > 1 and tokens[first - 1].text == "," and after in _ENDS and not tokens[first - 2].capital:
        kind = sentence.words.kinds.get(tokens[first - 2].low)
        if kind in (EntityType.COMPANY, EntityType.ASSOCIATION):
            return kind
    kind = _apposition(tokens, chunk.last + 1, sentence.words)
    return kind if kind in _TOLD else None


def note_type(sentence: ParsedSentence, chunk: Chunk, first: int, candidate: Candidate, after: str) -> None:
    """Give the name the type that the words beside it tell, if any."""
    tokens, words = sentence.tokens, sentence.words
    before = tokens[chunk.first - 1].low if chunk.first else ""
    if before == "," and chunk.first > 1 and after == ",":
        before = tokens[chunk.first - 2].low
    kind = _told(tokens, chunk.first, before, words)
    if kind in _TOLD and first == chunk.first:
        candidate.type = kind
    elif after in group("scheme") and not sentence.all_common(chunk):
        candidate.type = EntityType.PROJECT
        candidate.forms.append(sentence.text(first, chunk.last + 1))
    elif after in group("follows") and not sentence.all_common(chunk):
        candidate.type = words.kinds[after]
        candidate.forms.append(sentence.text(first, chunk.last + 1))
    elif before == "'s" and _is_national(sentence, chunk):
        candidate.type = EntityType.COMPANY
    elif before == "of" and chunk.first > 1 and words.kinds.get(tokens[chunk.first - 2].low) is EntityType.PLACE:
        candidate.type = EntityType.PLACE
    apposition = _apposition(tokens, chunk.last + 1, words)
    if apposition and candidate.type is None and not sentence.all_common(chunk):
        candidate.type = apposition
    if candidate.type is None and not sentence.all_common(chunk):
        candidate.type = _run_by(sentence, chunk)


def _told(tokens: Sequence[Token], first: int, before: str, words: Lexicon) -> EntityType | None:
    """Return the type that the word before a name tells, or the noun of "a scheme known as" and "shares in"."""
    if before in group("naming") or (before == "as" and first > 1 and tokens[first - 2].low == "known"):
        nouns = (words.kinds.get(token.low) for token in reversed(tokens[max(0, first - _NAMING) : first - 1]))
        return next((kind for kind in nouns if kind is not None), None)
    if before in ("of", "in") and first > 1 and tokens[first - 2].low in group("shares"):
        return EntityType.COMPANY
    return words.kinds.get(before) or (EntityType.COMPANY if before.endswith(("maker", "makers")) else None)


def _is_national(sentence: ParsedSentence, chunk: Chunk) -> bool:
    """Tell whether a name behind a country as its owner ("Egypt's Nile Lines") looks like that of a body.

    It has a word of its own and an ordinary one at its end.
    """
    tokens, first, last = sentence.tokens, chunk.first, chunk.last
    owner = " ".join(token.low for token in tokens[max(0, first - 3) : first - 1] if token.capital)
    country = place_type(fold(owner)) or place_type(fold(owner.rpartition(" ")[2]))
    ordinary = first < last and sentence.is_common(last) and not sentence.all_common(chunk)
    return country is EntityType.COUNTRY and ordinary and tokens[last].low not in group("nature")


def _apposition(tokens: Sequence[Token], number: int, words: Lexicon) -> EntityType | None:
    """Return the type that ", a leading software company" or ", one of its largest banks" behind a name tells."""
    if (
        number + 1 >= len(tokens)
        or tokens[number].text not in (",", "–", "—", "(")
        or tokens[number + 1].low not in ("a", "an", "the", "one")
    ):
        return None
    number += 2
    among = tokens[number - 1].low == "one" and number < len(tokens) and tokens[number].low == "of"
    for place in range(number + among, min(number + _WINDOW, len(tokens))):
        token, behind = tokens[place], tokens[place + 1].low if place + 1 < len(tokens) else ""
        if token.low in (",", ".", "of", "for", "in", "that", "which", "who", "with", ";", "and"):
            return None
        if token.capital and not among and token.low not in words.demonyms:
            return None
        kind = words.kinds.get(token.low) or (words.kinds.get(token.low.removesuffix("s")) if among else None)
        if kind in _TOLD and behind not in words.office and behind not in words.roles:  # "a company director"
            return kind
        if token.low in words.office:
            return EntityType.PERSON
    return None


def _run_by(sentence: ParsedSentence, chunk: Chunk) -> EntityType | None:
    """Return the type of a body beside whose name somebody stands who runs or owns it, else None."""
    tokens = sentence.tokens
    after = [token for token in tokens[chunk.last + 1 : chunk.last + 4] if not token.possessive]
    low = [token.low for token in after]
    before = [token.low for token in tokens[max(0, chunk.first - 3) : chunk.first]]
    if (
        low[:1] in ([word] for word in group("chief"))
        or low[:2] in (["chief", "executive"], ["managing", "director"])
        or before[-2:] == ["ceo", "of"]
        or before[-3:] in (["managing", "director", "of"], ["chief", "executive", "of"])
    ):
        return EntityType.COMPANY
    named = next((number for number, token in enumerate(after) if token.capital), 0)
    if low[:named] == ["general", "manager"] or (named == 1 and low[0] in group("owner")):
        return EntityType.COMPANY
    return None
