"""Short documents for the tests of names."""

from coopgraph.model import Document, Entity
from coopgraph.reading.names import Names, find_names
from coopgraph.reading.sentences import sentences


def document(text: str) -> Document:
    """Return a plain document with this text."""
    return Document("test.txt", text, text, "", "text")


def names_in(text: str) -> Names:
    """Return what the text names."""
    made = document(text)
    return find_names(made, sentences(made))


def things(text: str) -> set[tuple[str, str]]:
    """Return type and preferred name of each thing in the text."""
    return {(entity.type.value, entity.name) for entity in names_in(text).entities}


def thing(text: str, name: str) -> Entity:
    """Return the thing of that name. Raises KeyError, which lists the names that were found, where there is none."""
    found = {form: entity for entity in names_in(text).entities for form in entity.names}
    if name not in found:
        raise KeyError(sorted(found))
    return found[name]
