"""Finding a post ("former Deputy Director of Research") that ends or begins at a place in a line."""

import re
from collections.abc import Iterator
from functools import cache

from coopgraph.reading.names.lexicon import fold, lexicon
from coopgraph.reading.words import entries, one_of

Span = tuple[int, int]
"""A stretch of a line, from its first character to behind its last."""

_HEAD = re.compile(rf"(?<![\w-])(?:{one_of('posts')}|\w+(?:ologist|ographer|iatrist|ician)s?)(?![\w-])", re.IGNORECASE)
_OWN = re.compile(rf"(?<![\w-]){one_of('own_posts')}(?![\w-])", re.IGNORECASE)
_SMALL = re.compile(r"(?<![\w-])[^\W\d_A-Z][\w-]*")
_STOP = re.compile(rf"(?<![\w'-]){one_of('no_post')}(?![\w'-])", re.IGNORECASE)
_BREAK = re.compile('[;:"!?/\ue000-\uf8ff]|\\.(?!\\w)| - (?=[a-z])')
_TRAIL = re.compile(r"[\s,(-]+(?:and|of|at|in|for|to|with|the|as|on|within)\Z", re.IGNORECASE)
_ARTICLE = re.compile(r"\s*(?:(?:and|the|a|an|its|their|our|one of the|one of|also|currently|now)\s+)*", re.IGNORECASE)
_AND = re.compile(r"[\s,]*and\b", re.IGNORECASE)
_EDGE = " ,-("
_REACH = 130  # characters before or after a name in which its post stands
_LONGEST = 13  # words of a post


def post_before(text: str, stop: int, floor: int) -> Span | None:
    """Return the longest post in text[floor:stop] that ends at `stop`, spaces and commas aside; None without one."""
    floor = max(floor, stop - _REACH)
    cuts = [match.end() for compiled in (_BREAK, _STOP) for match in compiled.finditer(text, floor, stop)]
    begin = max(cuts, default=floor)
    if text.count(")", begin, stop) > text.count("(", begin, stop):
        begin = text.rindex(")", begin, stop) + 1
    words = list(re.finditer(r"\S+", text[begin:stop]))
    if len(words) > _LONGEST:
        begin += words[-_LONGEST].start()
    return _trimmed(text, begin, stop)


def post_after(text: str, start: int) -> Span | None:
    """Return the longest post that begins at `start`, an article aside; None without one."""
    if _AND.match(text, start):
        return None
    article = _ARTICLE.match(text, start)
    begin = article.end() if article else start
    stop = min(len(text), begin + _REACH)
    cuts = [match.start() for compiled in (_BREAK, _STOP) for match in compiled.finditer(text, begin, stop)]
    return _trimmed(text, begin, min(cuts, default=stop))


def _trimmed(text: str, start: int, stop: int) -> Span | None:
    start += len("'s") if text.startswith("'s ", start) else 0
    article = _ARTICLE.match(text, start, stop)
    start = article.end() if article else start
    while start < stop and text[start] in _EDGE:
        start += 1
    article = _ARTICLE.match(text, start, stop)
    start = article.end() if article else start
    while stop > start and text[stop - 1] in _EDGE:
        stop -= 1
    while trail := _TRAIL.search(text, max(start, stop - 12), stop):
        stop = trail.start()
    words = text[start:stop]
    if not any(_heads(words)) or len(words.split()) > _LONGEST:
        return None
    return start, stop


def _heads(post: str) -> Iterator[str]:
    """Yield the words that say what somebody is; nouns for what people do count only in small letters."""
    yield from (match[0] for match in _HEAD.finditer(post))
    roles = lexicon().roles
    yield from (word for word in _SMALL.findall(post) if word in roles or (word[-1] == "s" and word[:-1] in roles))


def is_plural(post: str) -> bool:
    """Tell whether a post is one of several people ("researchers", "faculty deans")."""
    return any(head.casefold().endswith("s") for head in _heads(post))


@cache
def _vocabulary() -> frozenset[str]:
    words = lexicon()
    ordinary = words.ordinary | words.office | words.portfolio | words.weak | words.heads.keys() | words.plurals.keys()
    return frozenset(fold(" ".join([*ordinary, *words.roles, *entries("posts"), *entries("post_words")])).split())


def is_ordinary(words: str) -> bool:
    """Tell whether all words are those of posts and fields of work, so that no body can be named among them."""
    return all(word in _vocabulary() for word in fold(words).split())


def is_own(post: str) -> bool:
    """Tell whether the text of an institution gives this post without naming the institution."""
    return bool(_OWN.search(post)) and is_ordinary(post)
