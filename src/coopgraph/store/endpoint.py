"""A dataset behind a SPARQL endpoint, asked by the SPARQL 1.1 protocol."""

import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import Iterator
from http.client import HTTPException
from urllib.parse import unquote, urlencode, urlsplit, urlunsplit

import pyoxigraph as ox

from coopgraph.errors import InputError, UsageError, one_line
from coopgraph.store.base import Store
from coopgraph.store.local import run
from coopgraph.store.parsing import with_prefixes
from coopgraph.store.results import Answer, Result, Solutions, Triples
from coopgraph.store.terms import Quad
from coopgraph.vocabulary.iris import is_web_address

TIMEOUT_SECONDS = 60.0
"""How long to wait for the endpoint to connect, and for each piece of its answer."""

MAX_ANSWER_BYTES = 512 * 1024 * 1024
"""A longer answer is an error rather than a full memory."""

_SOLUTIONS = "application/sparql-results+json"
_TRIPLES = "application/n-triples"


class EndpointStore(Store):
    """A dataset behind the URL of a SPARQL endpoint.

    Queries are read by Oxigraph before they are sent, so that errors are told as for any other dataset. A user and
    password in the address are sent as HTTP's basic authentication, and told to nobody else. Raises UsageError for an
    address that is none.
    """

    def __init__(self, url: str) -> None:
        try:
            parts = urlsplit(url)
        except ValueError as error:
            raise UsageError(f"{one_line(url)}: no address ({error})") from error
        login, _, host = parts.netloc.rpartition("@")
        self.location = urlunsplit(parts._replace(netloc=host, fragment=""))
        if not (url.isprintable() and is_web_address(self.location)):
            raise UsageError(f"{one_line(self.location)}: no http address in plain ASCII; write others as %XX")
        self._headers = {"User-Agent": "coopgraph"}
        if login:
            self._headers["Authorization"] = f"Basic {b64encode(unquote(login).encode()).decode('ascii')}"
        self._reader = ox.Store()

    def quads(self) -> Iterator[Quad]:
        """Yield every statement once, default graph first, each graph as one answer."""
        for s, p, o in self.select("SELECT ?s ?p ?o { ?s ?p ?o }"):
            if s and p and o:
                yield Quad(s, p, o)
        for g, s, p, o in self.select("SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"):
            if s and p and o:
                yield Quad(s, p, o, g)

    def _query(self, sparql: str) -> Result:
        form = run(self._reader, sparql, self.location)
        triples = isinstance(form, Triples)
        content = self._fetch(with_prefixes(sparql), _TRIPLES if triples else _SOLUTIONS)
        try:
            if triples:
                parsed = [quad.triple for quad in ox.parse(content, ox.RdfFormat.N_TRIPLES)]
                return Triples(parsed, where=self.location)
            answer = ox.parse_query_results(content, ox.QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            raise InputError(f"{self.location}: the endpoint's answer can't be read ({one_line(error)})") from error
        if isinstance(answer, ox.QueryBoolean):
            return Answer(answer)
        return Solutions(answer, where=self.location)

    def _fetch(self, sparql: str, accept: str) -> bytes:
        request = urllib.request.Request(  # noqa: S310 - open_store lets http and https through only
            self.location,
            data=urlencode({"query": sparql}).encode("ascii"),
            headers={"Accept": accept, **self._headers},
        )
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as response:  # noqa: S310
                content: bytes = response.read(MAX_ANSWER_BYTES + 1)
        except urllib.error.HTTPError as error:
            with error:
                said = one_line(error.read(1000).decode("utf-8", "replace"))
            raise InputError(f"{self.location}: the endpoint answers {error.code}: {said or error.reason}") from error
        except (OSError, HTTPException) as error:
            reason = getattr(error, "reason", None) or error
            raise InputError(
                f"{self.location}: the endpoint can't be reached ({one_line(reason)}); check the address"
            ) from error
        if len(content) > MAX_ANSWER_BYTES:
            raise InputError(f"{self.location}: an answer of more than {MAX_ANSWER_BYTES:,} bytes; ask with a LIMIT")
        return content
