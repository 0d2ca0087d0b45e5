"""A small HTTP server on loopback: a SPARQL endpoint over Oxigraph, or whatever a test wants answered."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs

import pyoxigraph as ox


class Asked(list[str]):
    """The queries asked, and the headers of the last request."""

    headers: Message


Reply = tuple[int, str, bytes]
Answer = Callable[[str, str], Reply]


@contextmanager
def serving(answer: Answer) -> Iterator[tuple[str, Asked]]:
    """Serve answers, made from a query and the Accept header; give the address and the list of the queries asked."""
    asked = Asked()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode("utf-8")
            query = parse_qs(body).get("query", [body])[0]
            asked.append(query)
            asked.headers = self.headers
            status, type_, content = answer(query, self.headers.get("Accept", ""))
            self.send_response(status)
            self.send_header("Content-Type", type_)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST  # noqa: N815 - the name that the base class looks for

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class' name
            pass

    gc.collect()  # Oxigraph's answers, left in cycles by earlier tests, must not be dropped by the server's thread
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/sparql", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def endpoint(engine: ox.Store) -> Answer:
    """Return the answers of a SPARQL endpoint over the engine, which declares no prefix by itself."""

    def answer(query: str, accept: str) -> Reply:
        try:
            result = engine.query(query)
        except SyntaxError as error:
            return 400, "text/plain", str(error).encode()
        if isinstance(result, ox.QueryTriples):
            return 200, accept, result.serialize(format=ox.RdfFormat.N_TRIPLES) or b""
        return 200, accept, result.serialize(format=ox.QueryResultsFormat.JSON) or b""

    return answer
