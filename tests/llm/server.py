"""A server that speaks the OpenAI-compatible protocol on this machine and behaves as well or as badly as it is told."""

import gc
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

CHUNK = 40  # characters of an event


@dataclass(frozen=True)
class Request:
    """What came: the path, the headers with names in lower case, and the body."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def asked(self) -> str:
        """The message that holds the document."""
        return next(str(m["content"]) for m in reversed(self.body["messages"]) if "<document" in str(m["content"]))


class Connection:
    """The way back to who asked."""

    def __init__(self, handler: BaseHTTPRequestHandler) -> None:
        self._handler = handler

    def head(self, status: int, **headers: str) -> None:
        """Send the status and the headers, names with _ for -."""
        self._handler.send_response(status)
        for name, value in headers.items():
            self._handler.send_header(name.replace("_", "-"), value)
        self._handler.end_headers()

    def write(self, content: bytes) -> None:
        """Send a part of the body."""
        self._handler.wfile.write(content)
        self._handler.wfile.flush()


Behaviour = Callable[[Request, Connection], None]


def error(status: int, message: str = "no", code: str = "", **headers: str) -> Behaviour:
    """Return a server that refuses with a status."""

    def behave(_request: Request, back: Connection) -> None:
        body = json.dumps({"error": {"message": message, "code": code, "type": "invalid_request_error"}}).encode()
        back.head(status, content_type="application/json", content_length=str(len(body)), **headers)
        back.write(body)

    return behave


def answer(text: str, finish: str = "stop", usage: tuple[int, int] | None = (100, 50)) -> Behaviour:
    """Return a server that streams the text as events, as it is asked to."""

    def behave(_request: Request, back: Connection) -> None:
        back.head(200, content_type="text/event-stream")
        back.write(b": a comment\n\n")
        for start in range(0, len(text), CHUNK):
            back.write(_event({"choices": [{"index": 0, "delta": {"content": text[start : start + CHUNK]}}]}))
        back.write(_event({"choices": [{"index": 0, "delta": {}, "finish_reason": finish}]}))
        if usage:
            counted = {"prompt_tokens": usage[0], "completion_tokens": usage[1]}
            back.write(_event({"choices": [], "usage": counted}))
        back.write(b"data: [DONE]\n\n")

    return behave


def at_once(text: str) -> Behaviour:
    """Return a server that knows no streaming and sends one JSON object."""

    def behave(_request: Request, back: Connection) -> None:
        choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
        usage = {"prompt_tokens": 7, "completion_tokens": 5}
        back.head(200, content_type="application/json")
        back.write(json.dumps({"choices": [choice], "usage": usage}).encode())

    return behave


def late(seconds: float, after: Behaviour) -> Behaviour:
    """Return a server that waits before it behaves."""

    def behave(request: Request, back: Connection) -> None:
        time.sleep(seconds)
        after(request, back)

    return behave


def endless(line: bytes, status: int = 200, content_type: str = "text/event-stream") -> Behaviour:
    """Return a server that repeats the bytes until nobody listens any more."""

    def behave(_request: Request, back: Connection) -> None:
        back.head(status, content_type=content_type)
        while True:
            back.write(line * 1000)

    return behave


def _event(content: dict[str, Any]) -> bytes:
    return f"data: {json.dumps(content)}\n\n".encode()


@dataclass
class Server:
    """A running server: it behaves as the next of the script says, the last one for ever, and keeps what came."""

    script: list[Behaviour]
    requests: list[Request] = field(default_factory=list)
    port: int = 0
    busy: int = 0
    most: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def url(self) -> str:
        """The base URL."""
        return f"http://127.0.0.1:{self.port}/v1"

    def answer(self, request: Request, back: Connection) -> None:
        """Behave once."""
        with self.lock:
            self.requests.append(request)
            behave = self.script.pop(0) if len(self.script) > 1 else self.script[0]
            self.busy += 1
            self.most = max(self.most, self.busy)
        try:
            behave(request, back)
        finally:
            with self.lock:
                self.busy -= 1


@contextmanager
def serving(*script: Behaviour) -> Iterator[Server]:
    """Run a server as long as the block lasts."""
    running = Server(list(script))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["content-length"])
            headers = {name.lower(): value for name, value in self.headers.items()}
            request = Request(self.path, headers, json.loads(self.rfile.read(length)))
            try:
                running.answer(request, Connection(self))
            except ConnectionError:  # who asked has gone
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    gc.collect()  # Oxigraph's answers, left in cycles by earlier tests, must not be dropped by the server's thread
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        running.port = http.server_address[1]
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield running
        finally:
            http.shutdown()
            thread.join()
