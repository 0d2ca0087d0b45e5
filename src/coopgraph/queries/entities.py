"""The things of a dataset with their names, and the one that a user means by a name."""

from collections import defaultdict
from collections.abc import Iterator
from difflib import get_close_matches

from coopgraph.errors import NothingFoundError, UsageError
from coopgraph.identity.names import words
from coopgraph.queries.rows import EntityRow
from coopgraph.store import Store
from coopgraph.vocabulary.terms import type_of

# Plain shapes that every engine answers from an index; what belongs together is put together here.
_CLASSES = "SELECT ?thing ?class { ?thing rdfs:label ?name ; a ?class }"
_NAMES = "SELECT ?thing ?name { ?thing rdfs:label ?name }"
_ALIASES = "SELECT ?thing ?alias { ?thing skos:altLabel ?alias }"
_IDENTIFIERS = "SELECT ?thing ?identifier { ?thing schema:identifier ?identifier }"
_DOCUMENTS = """
SELECT DISTINCT ?thing ?document { GRAPH ?graph { ?node coop:mentions ?thing ; dcterms:identifier ?document } }
"""
_SHOWN = 8


def entities(store: Store) -> Iterator[EntityRow]:
    """Yield every thing that has a name and a class of the ontology, sorted by name, then IRI."""
    documents, identifiers = _pairs(store, _DOCUMENTS), _pairs(store, _IDENTIFIERS)
    for row in sorted(named_things(store).values(), key=lambda row: (row["name"], row["id"])):
        row["documents"] = sorted(documents.get(row["id"], ()))
        pairs = (identifier.partition(":") for identifier in sorted(identifiers.get(row["id"], ())))
        row["identifiers"] = {scheme: value for scheme, colon, value in pairs if colon}
        yield row


def named_things(store: Store) -> dict[str, EntityRow]:
    """Return every thing that has a name and a class of the ontology by its IRI, without documents and identifiers."""
    classes, names, aliases = (_pairs(store, query) for query in (_CLASSES, _NAMES, _ALIASES))
    things: dict[str, EntityRow] = {}
    for iri, own in classes.items():
        type_ = type_of(own)
        if type_ is not None:
            name = min(names[iri])
            others = sorted({*names[iri], *aliases.get(iri, ())} - {name})
            things[iri] = EntityRow(id=iri, name=name, type=type_.value, aliases=others, documents=[], identifiers={})
    return things


def find(store: Store, name: str) -> list[EntityRow]:
    """Return the things that a name may mean, sorted by name; empty where there is none.

    Case, accents, punctuation and a leading "the" don't count. The first of these that anything meets decides: the IRI,
    the preferred name, an alias, the beginning of one of the names, a part of one of them.
    """
    rows = list(entities(store))
    for tier in _tiers(rows, name):
        if tier:
            return tier
    return []


def one(store: Store, name: str) -> EntityRow:
    """Return the thing that a name means.

    Raises NothingFoundError, with names that are close, where there is none, and UsageError, with the things to choose
    from, where there are several.
    """
    found = find(store, name)
    if len(found) == 1:
        return found[0]
    if not found:
        raise NothingFoundError(f"{name!r}: nothing in {store.location} has this name; {_hint(store, name)}")
    choices = ", ".join(f"{row['name']} <{row['id']}>" for row in found[:_SHOWN])
    more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    raise UsageError(f"{name!r} may mean {len(found)} things: {choices}{more}; give the whole name or the IRI of one")


def _hint(store: Store, name: str) -> str:
    names = {_key(form): form for row in named_things(store).values() for form in (row["name"], *row["aliases"])}
    near = [names[key] for key in get_close_matches(_key(name), sorted(names), 3, 0.75)]
    return f"did you mean {' or '.join(near)}?" if near else "`coopgraph entities` lists all"


def _tiers(rows: list[EntityRow], name: str) -> Iterator[list[EntityRow]]:
    wanted = _key(name)
    yield [row for row in rows if row["id"] == name]
    if not wanted:
        return
    keys = [(row, [_key(form) for form in (row["name"], *row["aliases"])]) for row in rows]
    yield [row for row, forms in keys if forms[0] == wanted]
    yield [row for row, forms in keys if wanted in forms]
    yield [row for row, forms in keys if any(form.startswith(wanted) for form in forms)]
    yield [row for row, forms in keys if any(wanted in form for form in forms)]


def _key(name: str) -> str:
    return " ".join(words(name)) or name.strip()


def _pairs(store: Store, query: str) -> dict[str, set[str]]:
    """Return the second column of a query's answer by the first."""
    found: dict[str, set[str]] = defaultdict(set)
    for key, value in store.select(query).texts():
        if key is not None and value is not None:
            found[key].add(value)
    return found
