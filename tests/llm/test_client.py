"""The client against a server of our own: good, late, broken, refusing, lying about its end."""

import json
from contextlib import closing
from socket import create_server

import pytest

from coopgraph.errors import InputError
from coopgraph.llm.answering import Answer
from coopgraph.llm.client import Client
from coopgraph.llm.failures import HaltedError, UnansweredError
from coopgraph.llm.prompt import Message, Prompt
from coopgraph.llm.settings import Settings
from tests.llm.server import Behaviour, Connection, Request, Server, answer, at_once, endless, error, late, serving

PROMPT = Prompt((Message("system", "Answer in JSON."), Message("user", "<document>Aa</document>")), {}, "0" * 64)
GOOD = '{"entities": [], "facts": []}'
KEY = "sk-very-secret-0123456789"


def _client(
    server: Server, key: str | None = None, retries: int = 0, timeout: float = 10, answer: int = 1000
) -> Client:
    return Client(Settings("tiny", server.url, key, timeout=timeout, answer=answer, retries=retries))


@pytest.mark.parametrize("behave", [answer(GOOD), at_once(GOOD)])
def test_an_answer_comes_whole(behave: Behaviour) -> None:
    """Streamed or at once, the text is the model's and the tokens are those that the server counts."""
    with serving(behave) as server:
        got = _client(server).ask(PROMPT)
    assert got.text == GOOD
    assert (got.sent, got.answered) in {(100, 50), (7, 5)}


def test_what_is_sent_is_what_was_asked_for() -> None:
    """The request has temperature 0, a seed, the schema and a limit, and goes to the path of the protocol."""
    with serving(answer(GOOD)) as server:
        _client(server).ask(PROMPT)
        (request,) = server.requests
    assert request.path == "/v1/chat/completions"
    assert request.body["temperature"] == 0
    assert isinstance(request.body["seed"], int)
    assert request.body["response_format"]["type"] == "json_schema"
    assert request.body["max_tokens"] == 1000
    assert "authorization" not in request.headers


def test_only_what_is_needed_goes_along(monkeypatch: pytest.MonkeyPatch) -> None:
    """Variables that the library knows add no header for a server that isn't its maker's."""
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_ADMIN_KEY", KEY)
    monkeypatch.setenv("OPENAI_ORG_ID", "org")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", f"x-extra: {KEY}")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    with serving(answer(GOOD)) as server:
        _client(server).ask(PROMPT)
        (request,) = server.requests
    assert not any(KEY in value for value in request.headers.values())
    assert not any(name.startswith(("openai", "x-extra")) for name in request.headers)


@pytest.mark.parametrize(
    "wrapped", [f"```json\n{GOOD}\n```", f"<think>Well…</think>\n{GOOD}", f"<think>a</think>```\n{GOOD}```"]
)
def test_thoughts_and_fences_are_taken_off(wrapped: str) -> None:
    """An answer with a fence around it needs no second question."""
    with serving(answer(wrapped)) as server:
        assert _client(server).ask(PROMPT).text == GOOD
        assert len(server.requests) == 1


@pytest.mark.parametrize("broken", ['{"facts": [', "I can't do that.", "[]", "", "[" * 20_000, '{"error": "no"}', "{}"])
def test_a_broken_answer_is_asked_for_once_more(broken: str) -> None:
    """The model sees its answer and what is wrong with it; both answers count."""
    with serving(answer(broken), answer(GOOD)) as server:
        heard: list[Answer] = []
        got = _client(server, answer=10_000).ask(PROMPT, heard.append)
        roles = [message["role"] for message in server.requests[1].body["messages"]]
    assert got.text == GOOD
    assert [(one.sent, one.answered) for one in heard] == [(100, 50), (100, 50)]
    assert roles == ["system", "user", "assistant", "user"]


def test_an_answer_that_stays_broken_is_none() -> None:
    """There is no third question."""
    with serving(answer("{")) as server, pytest.raises(UnansweredError, match="can't be used: it isn't JSON"):
        _client(server).ask(PROMPT)
    assert len(server.requests) == 2


def test_a_truncated_answer_is_asked_for_shorter() -> None:
    """The model is told that its answer was cut off."""
    with serving(answer('{"facts": [', finish="length"), answer(GOOD)) as server:
        assert _client(server).ask(PROMPT).text == GOOD
        assert "cut off before its end" in server.requests[1].body["messages"][-1]["content"]


@pytest.mark.parametrize(
    ("refused", "left_out"),
    [
        ("response_format json_schema is not supported", {"json_schema"}),
        ("Unsupported value: 'temperature' does not support 0", {"temperature"}),
        ("unknown field seed", {"seed"}),
        ("stream_options: extra inputs are not permitted", {"stream_options"}),
        ("Use 'max_completion_tokens' instead of 'max_tokens'", {"max_tokens"}),
    ],
)
def test_a_server_that_refuses_a_part_is_asked_without_it(refused: str, left_out: set[str]) -> None:
    """What it doesn't know is left out, from then on at once."""
    with serving(error(400, refused), answer(GOOD)) as server:
        client = _client(server)
        client.ask(PROMPT)
        client.ask(PROMPT)
        bodies = [request.body for request in server.requests]
    assert len(bodies) == 3
    assert bodies[1] == bodies[2]
    if left_out == {"json_schema"}:
        assert bodies[1]["response_format"] == {"type": "json_object"}
    else:
        assert not left_out & set(bodies[1])
    assert ("max_completion_tokens" in bodies[1]) == (left_out == {"max_tokens"})


def test_a_server_without_any_form_is_asked_in_plain_text() -> None:
    """Schema, then JSON mode, then nothing."""
    with serving(error(400, "no schema"), error(422, "no such mode"), answer(GOOD)) as server:
        assert _client(server).ask(PROMPT).text == GOOD
        assert "response_format" not in server.requests[2].body


@pytest.mark.parametrize(
    ("behave", "key", "said"),
    [
        (error(401, "Incorrect API key provided: " + KEY), KEY, "refuses the key (401)"),
        (error(403, "no"), None, "wants a key (403)"),
        (error(404, "model 'tiny' not found"), None, "has no model “tiny”"),
        (error(402), KEY, "wants to be paid"),
        (error(429, "You exceeded your quota", "insufficient_quota"), KEY, "wants to be paid"),
        (error(429, "slow down"), None, "takes no more questions"),
        (error(400, "your key " + KEY[3:12] + " is odd"), KEY, "refuses the question (400)"),
        (error(307, location="http://127.0.0.1:9/v1/chat/completions"), KEY, "isn't followed"),
    ],
)
def test_a_refusal_ends_it_in_one_line(behave: Behaviour, key: str | None, said: str) -> None:
    """The line says what to do, and nothing of the key."""
    with serving(behave) as server, pytest.raises(HaltedError) as halted:
        _client(server, key).ask(PROMPT)
    assert said in str(halted.value)
    assert "\n" not in str(halted.value)
    assert not any(KEY[start : start + 6] in str(halted.value) for start in range(len(KEY) - 5))


def test_a_redirect_carries_nothing_away() -> None:
    """The place that we are sent to is never asked."""
    with serving(answer(GOOD)) as other, serving(error(307, location=f"{other.url}/chat/completions")) as server:
        with pytest.raises(HaltedError, match="sends us elsewhere"):
            _client(server, KEY).ask(PROMPT)
        assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"
        assert other.requests == []


def test_too_many_questions_are_put_again() -> None:
    """After the time that the server names the question is put again, and after a failure of the server, too."""
    with serving(error(429, retry_after="0.1"), error(500), error(503, retry_after="0.1"), answer(GOOD)) as server:
        assert _client(server, retries=3).ask(PROMPT).text == GOOD
        assert len(server.requests) == 4


def test_a_question_that_is_too_long_concerns_one_document() -> None:
    """It isn't asked again in another form, and the next question may be answered."""
    with (
        serving(error(400, "maximum context length is 4096 tokens", "context_length_exceeded")) as server,
        pytest.raises(UnansweredError, match="set a smaller `piece`"),
    ):
        _client(server).ask(PROMPT)
    assert len(server.requests) == 1


def test_a_silent_server_is_given_up() -> None:
    """The line tells how long was waited."""
    with serving(late(1, answer(GOOD))) as server, pytest.raises(UnansweredError, match=r"within 0.2 seconds"):
        _client(server, timeout=0.2).ask(PROMPT)


def test_nobody_there() -> None:
    """A refused connection ends it in one line."""
    with closing(create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
    settings = Settings("tiny", f"http://127.0.0.1:{port}/v1", retries=0)
    with pytest.raises(HaltedError, match=rf"127.0.0.1:{port} can't be reached"):
        Client(settings).ask(PROMPT)


def test_a_service_that_wants_a_key_is_sent_nothing_without() -> None:
    """Without a key and an address of one's own no document leaves the machine, and the line tells what to set."""
    with pytest.raises(HaltedError, match="wants a key: set COOPGRAPH_LLM_KEY"):
        Client(Settings("tiny")).ask(PROMPT)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("ALL_PROXY", "socks9://me:hush@127.0.0.1:9"),
        ("ALL_PROXY", "http://[::1"),
        ("SSL_CERT_FILE", "/nowhere/hush.pem"),
    ],
)
def test_an_environment_that_forbids_it(monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    """A proxy or certificates that can't be are told in one line, which quotes no proxy's password."""
    monkeypatch.setenv(variable, value)
    with pytest.raises(InputError, match="ALL_PROXY and SSL_CERT_FILE") as refused:
        Client(Settings("tiny", "https://host.example/v1"))
    assert "hush" not in str(refused.value)


@pytest.mark.parametrize(
    "behave",
    [
        endless(b"x"),
        endless(b"data: {}\n\n"),
        endless(b'data: {"choices": [{"delta": {"content": "aaaa"}}]}\n\n'),
        endless(b"x", status=500, content_type="text/plain"),
        endless(b"x", status=400, content_type="text/plain"),
        endless(b" ", content_type="application/json"),
    ],
)
def test_an_answer_without_end_is_cut_off(behave: Behaviour) -> None:
    """Whatever comes without end, no more than a bounded part of it is ever held."""
    with serving(behave) as server, pytest.raises(UnansweredError):
        _client(server).ask(PROMPT)


@pytest.mark.parametrize(
    "content",
    [b"data: {\n\n", b'data: {"error": "out of memory"}\n\n', b'data: ["a"]\n\n', b"<html>", b"\xff\xfe", b""],
)
def test_nonsense_is_no_answer(content: bytes) -> None:
    """A stream that breaks, tells an error or isn't one ends in our own error."""

    def behave(_request: Request, back: Connection) -> None:
        back.head(200, content_type="text/event-stream")
        back.write(content)

    with serving(behave) as server, pytest.raises(UnansweredError):
        _client(server).ask(PROMPT)


def test_a_page_of_the_web_is_no_model() -> None:
    """Whoever answers in HTML is another server, and the line tells where to look."""

    def behave(_request: Request, back: Connection) -> None:
        back.head(200, content_type="text/html")
        back.write(b"<html>\n<p>Welcome")

    with serving(behave) as server, pytest.raises(UnansweredError, match="look at the path of the base URL"):
        _client(server).ask(PROMPT)


def test_a_packed_answer_is_refused() -> None:
    """Nothing that a few bytes could blow up is unpacked."""

    def behave(_request: Request, back: Connection) -> None:
        back.head(200, content_type="application/json", content_encoding="gzip")
        back.write(b"\x1f\x8b")

    with serving(behave) as server, pytest.raises(UnansweredError, match="packs its answers"):
        _client(server).ask(PROMPT)


def test_fields_of_the_wrong_type_do_no_harm() -> None:
    """An answer in odd pieces is put together from what makes sense."""
    events = [
        {"choices": "none"},
        {"choices": [None, {"delta": 3}]},
        {"choices": [{"delta": {"content": GOOD}, "finish_reason": "stop"}], "usage": "much"},
        {"usage": {"prompt_tokens": "many", "completion_tokens": -1}},
    ]

    def behave(_request: Request, back: Connection) -> None:
        back.head(200, content_type="text/event-stream")
        for event in events:
            back.write(f"data: {json.dumps(event)}\n\n".encode())

    with serving(behave) as server:
        got = _client(server).ask(PROMPT)
    assert got.text == GOOD
    assert got.sent > 0
