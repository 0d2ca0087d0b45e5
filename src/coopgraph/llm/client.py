"""Asks a model over the OpenAI-compatible protocol; the only place that knows the client library."""

import json
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx2
import openai

from coopgraph.errors import InputError
from coopgraph.llm import failures, requests
from coopgraph.llm.answering import Answer, collected, flaw
from coopgraph.llm.prompt import Prompt
from coopgraph.llm.settings import DEFAULT_URL, Settings, on_this_machine

_LONGEST = 3  # times the timeout: how long an answer may take that keeps coming
_BYTES = 1 << 10  # of a response for each token that it may have: an event for every token takes about 300
_SAID = 400  # characters of a server's message that are looked at
# All that is sent beside the body. The library would add what its environment variables say, whoever is asked.
_HEADERS = frozenset({"host", "connection", "accept", "content-type", "content-length", "user-agent"}) | {
    "x-stainless-raw-response"  # the library looks for it when the response comes
}
_ACCOUNT = frozenset({"openai-organization", "openai-project"})


class Client:
    """A model behind an address. It may be asked by several threads at once."""

    def __init__(self, settings: Settings) -> None:
        """Make the client, which asks nothing yet. Raises InputError for an address that it can't go to."""
        self._settings = settings
        self._lacking: frozenset[str] = frozenset()
        local = on_this_machine(urlsplit(settings.base_url).hostname or "")
        timeout = httpx2.Timeout(settings.timeout, connect=min(10.0, settings.timeout))
        try:
            self._client = openai.OpenAI(
                api_key=settings.key or "none",
                base_url=settings.base_url,
                max_retries=settings.retries,
                timeout=timeout,
                # A redirect could carry the documents, and the key, to somebody else.
                http_client=httpx2.Client(
                    follow_redirects=False,
                    trust_env=not local,
                    timeout=timeout,
                    event_hooks={"request": [self._bare], "response": [self._bounded]},
                ),
            )
        except (httpx2.InvalidURL, ImportError, OSError, ValueError) as error:  # whose words may tell a password
            raise InputError(
                f"{settings.host} can't be asked ({type(error).__name__}); look at the base URL, and in the environment"
                " at HTTPS_PROXY, ALL_PROXY and SSL_CERT_FILE"
            ) from None

    def ask(self, prompt: Prompt, heard: Callable[[Answer], None] = lambda _answer: None, turn: int = 0) -> Answer:
        """Return the answer, which holds items; where the first one doesn't, the model is asked once more.

        `turn` is how often the document was asked about before: a model that is asked again may answer otherwise.
        `heard` is told each answer that has to be paid for, whether it can be used or not.
        Raises HaltedError where asking on makes no sense, and UnansweredError where this one question failed.
        """
        if self._settings.key is None and self._settings.base_url == DEFAULT_URL:
            raise failures.keyless(self._settings.host)
        answer = self._answer(lambda lacking: requests.body(prompt, self._settings, lacking, turn))
        heard(answer)
        wrong = flaw(answer)
        if wrong is None:
            return answer
        text = answer.text

        def repaired(lacking: frozenset[str]) -> dict[str, Any]:
            return requests.again(requests.body(prompt, self._settings, lacking, turn), text, wrong)

        second = self._answer(repaired)
        heard(second)
        still = flaw(second)
        if still is not None:
            raise failures.UnansweredError(f"the model's answer can't be used: {still}; try another model")
        return second

    def _answer(self, request: Callable[[frozenset[str]], dict[str, Any]]) -> Answer:
        """Return the answer to a request, asked for with less and less as long as the server refuses a part of it."""
        lacking = self._lacking
        while True:
            try:
                answer = self._once(request(lacking))
            except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
                words = _words(error)
                if requests.too_long(words):
                    raise failures.UnansweredError(
                        "the question is longer than the model can read; set a smaller `piece` in coopgraph.toml"
                    ) from None
                less = requests.lacks(words, lacking)
                if less is None:
                    raise self._failure(error) from None
                lacking = less
            else:
                self._lacking = lacking
                return answer

    def _once(self, request: dict[str, Any]) -> Answer:
        """Return the answer to a request. Raises the library's error for a 400 or a 422, and else our own."""
        try:
            with self._client.chat.completions.with_streaming_response.create(**request) as response:
                return collected(_events(response.iter_lines()), request)
        except (openai.BadRequestError, openai.UnprocessableEntityError):
            raise
        except openai.APIStatusError as error:
            raise self._failure(error) from None
        except (openai.APITimeoutError, httpx2.TimeoutException):
            raise failures.UnansweredError(
                f"{self._settings.host} gave no answer within {self._settings.timeout:g} seconds; build again to ask it"
            ) from None
        except openai.APIConnectionError:
            raise failures.unreachable(self._settings.host) from None
        except (openai.OpenAIError, httpx2.HTTPError, httpx2.StreamError, json.JSONDecodeError):
            raise failures.UnansweredError(
                f"{self._settings.host} broke off its answer; build again to ask again"
            ) from None

    def _failure(self, error: openai.APIStatusError) -> Exception:
        settings = self._settings
        return failures.for_status(error.status_code, settings.host, settings.model, settings.key, _words(error))

    def _bare(self, request: httpx2.Request) -> None:
        """Take from a request what nobody asked to be sent."""
        kept = _HEADERS | (_ACCOUNT if self._settings.base_url == DEFAULT_URL else frozenset())
        for name in set(request.headers) - kept:
            del request.headers[name]
        request.headers["accept-encoding"] = "identity"
        if self._settings.key:
            request.headers["authorization"] = f"Bearer {self._settings.key}"

    def _bounded(self, response: httpx2.Response) -> None:
        """Make a response end after so many bytes and so much time, whoever sends it."""
        settings = self._settings
        if response.headers.get("content-encoding", "identity") != "identity":
            raise failures.UnansweredError(f"{settings.host} packs its answers unasked; they can't be read")
        if isinstance(response.stream, httpx2.SyncByteStream):
            most = _BYTES * max(settings.answer, _BYTES)
            until = time.monotonic() + _LONGEST * settings.timeout
            response.stream = _Bounded(response.stream, most, until, settings.host)


class _Bounded(httpx2.SyncByteStream):
    """The body of a response, up to a size and a time."""

    def __init__(self, inner: httpx2.SyncByteStream, most: int, until: float, host: str) -> None:
        self._inner, self._most, self._until, self._host = inner, most, until, host

    def __iter__(self) -> Iterator[bytes]:
        seen = 0
        for chunk in self._inner:
            seen += len(chunk)
            if seen > self._most or time.monotonic() > self._until:
                raise failures.UnansweredError(f"{self._host} doesn't come to an end; the answer was cut off")
            yield chunk

    def close(self) -> None:
        self._inner.close()


def _events(lines: Iterable[str]) -> Iterator[object]:
    """Yield the objects of a response: one for each event of a stream, or the one that a server sends at once."""
    whole = []
    for line in lines:
        if line.startswith("data:"):
            data = line[5:].strip()
            if data == "[DONE]":
                return
            yield json.loads(data)
        elif not line.startswith((":", "event:", "id:", "retry:")):
            whole.append(line)
    text = "\n".join(whole).strip()
    if text and not text.startswith("{"):  # a web page, for one
        raise failures.UnansweredError("what answers there is no language model; look at the path of the base URL")
    if text:
        yield json.loads(text)


def _words(error: openai.APIStatusError) -> str:
    """Return the beginning of what a server says; some go on with all that they were asked, documents included."""
    code = error.code if isinstance(error.code, str) else ""
    return f"{code} {error.message}".strip()[:_SAID]
