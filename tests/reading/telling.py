"""Sentences with marked names, so that a test of relations doesn't rest on the finding of names.

"{education:Alpha University}" names a thing; "{education:AU=Alpha University}" is another form of its name.
"""

import re

from coopgraph.model import Document, Entity, EntityType, Fact, Mention, Reading, Relation, Status
from coopgraph.reading.reader import relate
from coopgraph.reading.sentences import sentences

_MARK = re.compile(r"\{(\w+):([^{}=]+)(?:=([^{}]+))?\}")


def document(text: str, date: str | None = None, author: str | None = None) -> Document:
    """Return a plain document with this text."""
    return Document("news.txt", text, text, "0" * 64, "txt", date=date, author=author, language="en")


def marked(text: str) -> tuple[str, list[Entity], list[Mention]]:
    """Return the text without marks, its things (their names are their keys), and where they are named."""
    plain, position = "", 0
    entities: dict[str, Entity] = {}
    mentions: list[Mention] = []
    for match in _MARK.finditer(text):
        plain += text[position : match.start()]
        kind, form, name = match[1], match[2], match[3] or match[2]
        known = entities.get(name, Entity(name, name, EntityType(kind)))
        if form != name and form not in known.aliases:
            known = Entity(name, name, known.type, (*known.aliases, form))
        entities[name] = known
        mentions.append(Mention(len(plain), len(plain) + len(form), name))
        plain += form
        position = match.end()
    return plain + text[position:], list(entities.values()), mentions


def told(text: str, date: str | None = None, author: str | None = None) -> Reading:
    """Return what the marked text says."""
    plain, entities, mentions = marked(text)
    news = document(plain, date, author)
    return relate(news, sentences(news), entities, mentions)


def facts(reading: Reading, relation: Relation) -> list[Fact]:
    """Return the different facts of one relation."""
    return list(dict.fromkeys(each.fact for each in reading.statements if each.fact.relation is relation))


def pairs(text: str, relation: Relation, date: str | None = None) -> set[str]:
    """Return the pairs that the marked text states, as "A - B"; in alphabetical order where there is no direction.

    What is only intended is left out.
    """
    found = set()
    for fact in facts(told(text, date), relation):
        if fact.details.status is Status.INTENDED:
            continue
        for one, other in fact.pairs():
            ends = [one, other or ""]
            found.add(" - ".join(sorted(ends) if relation is Relation.COOPERATES_WITH else ends))
    return found
