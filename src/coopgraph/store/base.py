"""What a dataset answers, wherever it lives."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping

from coopgraph.errors import UsageError
from coopgraph.store.parsing import bind
from coopgraph.store.results import Answer, Result, Solutions, Triples
from coopgraph.store.safety import refuse_unsafe
from coopgraph.store.terms import Quad, Term


class Store(ABC):
    """A read-only dataset that answers SPARQL 1.1 queries.

    The well-known prefixes (`vocabulary.PREFIXES`) are declared in every query; a query may declare them anew. The
    default graph is the dataset's own, never the union of all. Queries are untrusted: SERVICE, FROM and updates raise
    UsageError, as does what is no SPARQL; InputError tells that the dataset failed. A query has no time limit: rows
    come as they are computed, so that a reader may stop early.

    `location` is what the user gave, for messages.
    """

    location: str

    def query(self, sparql: str, values: Mapping[str, Term] | None = None) -> Result:
        """Answer a query of any form; each variable written `$name` becomes the term of that name in values."""
        refuse_unsafe(sparql)
        return self._query(bind(sparql, dict(values)) if values else sparql)

    def select(self, sparql: str, values: Mapping[str, Term] | None = None) -> Solutions:
        """Answer a SELECT; raises UsageError for a query of another form."""
        answer = self.query(sparql, values)
        if not isinstance(answer, Solutions):
            raise UsageError("query: a SELECT is needed here")
        return answer

    def ask(self, sparql: str, values: Mapping[str, Term] | None = None) -> bool:
        """Answer an ASK; raises UsageError for a query of another form."""
        answer = self.query(sparql, values)
        if not isinstance(answer, Answer):
            raise UsageError("query: an ASK is needed here")
        return bool(answer)

    def construct(self, sparql: str, values: Mapping[str, Term] | None = None) -> Triples:
        """Answer a CONSTRUCT or DESCRIBE; raises UsageError for a query of another form."""
        answer = self.query(sparql, values)
        if not isinstance(answer, Triples):
            raise UsageError("query: a CONSTRUCT or DESCRIBE is needed here")
        return answer

    @abstractmethod
    def quads(self) -> Iterator[Quad]:
        """Yield every statement once: the default graph, then the named graphs; the order is the engine's."""

    @abstractmethod
    def _query(self, sparql: str) -> Result:
        """Answer a query that has been found safe."""
