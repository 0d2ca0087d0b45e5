"""Values as RDF literals whose text stays as it is written."""

from collections.abc import Iterator
from decimal import Decimal

from rdflib import Literal, URIRef
from rdflib.namespace import XSD

from coopgraph.vocabulary.dates import period
from coopgraph.vocabulary.text import clean


def string(text: str) -> Literal:
    """Return text as a plain string, cleaned of what RDF can't hold."""
    return Literal(clean(text))


def integer(value: int) -> Literal:
    """Return value as an xsd:integer."""
    return Literal(str(value), datatype=XSD.integer, normalize=False)


def decimal(value: float) -> Literal:
    """Return value as an xsd:decimal in canonical form: no exponent, no closing zeros, no more digits than it has."""
    digits = format(Decimal(str(value)), "f")
    return Literal(digits.rstrip("0").rstrip(".") if "." in digits else digits, datatype=XSD.decimal, normalize=False)


def dated(text: str, exact: tuple[URIRef, ...], earliest: URIRef, latest: URIRef) -> Iterator[tuple[URIRef, Literal]]:
    """Yield a date as precise as its source under each exact property, and its first and last day as xsd:date.

    Text that is no ISO year, month or day is kept as a plain string without bounds: validation reports it.
    """
    days = period(text)
    if days is None:
        yield from ((property_, string(text)) for property_ in exact)
        return
    value = Literal(text, datatype=XSD[days.datatype], normalize=False)
    yield from ((property_, value) for property_ in exact)
    yield earliest, Literal(days.earliest.isoformat(), datatype=XSD.date, normalize=False)
    yield latest, Literal(days.latest.isoformat(), datatype=XSD.date, normalize=False)
