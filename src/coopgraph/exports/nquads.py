"""N-Quads: https://www.w3.org/TR/n-quads/."""

from typing import TYPE_CHECKING

from coopgraph.store import Blank, Iri, Term
from coopgraph.vocabulary.namespaces import XSD

if TYPE_CHECKING:
    from coopgraph.store import Store

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})
_STRING = XSD + "string"


def content(store: "Store") -> bytes:
    """Return every statement in a line of its own, the lines sorted."""
    lines = set()
    for quad in store.quads():
        terms = (quad.subject, quad.predicate, quad.object, quad.graph)
        lines.add(" ".join(_written(term) for term in terms if term is not None) + " .\n")
    return "".join(sorted(lines)).encode()


def _written(term: Term) -> str:
    if isinstance(term, Iri):
        return f"<{term.value}>"
    if isinstance(term, Blank):
        return f"_:{term.value}"
    quoted = f'"{term.value.translate(_ESCAPES)}"'
    if term.language:
        return f"{quoted}@{term.language}"
    return quoted if term.datatype == _STRING else f"{quoted}^^<{term.datatype}>"
