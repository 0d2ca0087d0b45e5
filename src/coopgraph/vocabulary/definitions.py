"""What the terms of the ontology mean, in its own words."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from rdflib import RDFS, SKOS, Graph, URIRef

from coopgraph.vocabulary.namespaces import COOP
from coopgraph.vocabulary.resources import ontology_file
from coopgraph.vocabulary.terms import concept


@cache
def comments() -> Mapping[str, str]:
    """Return the English comment of each term of coopgraph.ttl by the term's local name ("Institution").

    Raises InputError where the installation lacks the file.
    """
    graph = Graph().parse(ontology_file("coopgraph.ttl"))
    return MappingProxyType(
        {
            str(term).removeprefix(COOP): str(comment)
            for term, comment in graph.subject_objects(RDFS.comment)
            if str(term).startswith(COOP)
        }
    )


@cache
def definition(name: str) -> str:
    """Return the definition of the concept of kinds.ttl with this English name ("letter of intent", "stated").

    Raises KeyError for a name that isn't listed, InputError where the installation lacks the file.
    """
    found = _kinds().value(URIRef(concept(name)), SKOS.definition)
    if found is None:
        raise KeyError(name)
    return str(found)


@cache
def _kinds() -> Graph:
    return Graph().parse(ontology_file("kinds.ttl"))
