"""coopgraph build and read with a language model, as a user sees them; no key is ever written or printed."""

import json
import logging
import signal
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest

from coopgraph.llm.voting import confidence
from tests.cli.conftest import Run
from tests.llm.conftest import clean as clean
from tests.llm.server import Behaviour, Connection, Request, answer, endless, error, serving
from tests.llm.telling import text, told, write

KEY = "sk-very-secret-0123456789"
GOOD = answer(told(0))


@pytest.fixture(autouse=True)
def few_retries(clean: Path) -> Path:
    """Keep the tests short: nothing is asked again for long. Returns the working folder."""
    (clean / "coopgraph.toml").write_text("[llm]\nretries = 0\n", encoding="utf-8")
    return clean


def test_a_build_tells_what_it_asks_and_what_it_did(run: Run, few_retries: Path) -> None:
    """An estimate before, then tokens, questions and what was dropped; --show-dropped lists each thing."""
    write(few_retries / "in", 2)
    with serving(answer(told(0))) as server:
        model = ("--reader", "llm", "--model", "tiny", "--base-url", server.url)
        done = run("build", "in", "-o", "g.trig", *model, "--llm-jobs", "1")
        assert done.code == 0
        lines = done.err.splitlines()
        assert lines[0].startswith(f"asking tiny at 127.0.0.1:{server.port}: 2 documents, 2 questions, about ")
        assert "2 documents, 2 questions asked, 0 answered before, 200 tokens sent, 100 answered" in done.err
        assert "dropped: " in lines[-1]
        again = run("build", "in", "-o", "g.trig", *model, "--show-dropped")
        assert "0 questions asked, 2 answered before" in again.err
        assert "dropped: d1.txt: " in again.err
        assert len(server.requests) == 2
    assert "llm:tiny" in run("facts", "-g", "g.trig", "--format", "jsonl").out


def test_money(run: Run, few_retries: Path) -> None:
    """With prices the cost is told in money, and money is what the budget may be."""
    write(few_retries / "in", 1)
    prices = "[llm.prices]\ninput = 1000\noutput = 2000\ncurrency = 'EUR'\n"
    (few_retries / "coopgraph.toml").write_text(prices, encoding="utf-8")
    with serving(GOOD) as server:
        model = ("--reader", "llm", "--model", "tiny", "--base-url", server.url)
        stopped = run("build", "in", "-o", "g.trig", *model, "--budget", "0.01 EUR")
        assert stopped.code == 3
        assert "more than the budget of 0.01 EUR; raise --budget" in stopped.err
        assert server.requests == []
        assert "100 tokens sent, 50 answered, 0.20 EUR" in run("build", "in", "-o", "g.trig", *model).err


def test_read_one_document(run: Run, few_retries: Path) -> None:
    """Facts with their passages, by the model alone and with the offline reader."""
    (few_retries / "d0.txt").write_text(text(0), encoding="utf-8")
    with serving(GOOD) as server:
        model = ("--model", "tiny", "--base-url", server.url)
        alone = run("read", "d0.txt", "--reader", "llm", *model)
        assert "cooperatesWith: Aalen0 University + Borno0 College (agreement, since 1960)" in alone.out
        assert "llm tiny, confidence" in alone.out
        assert "1 question, 100 tokens sent" in alone.err
        both = run("read", "d0.txt", "--reader", "both", *model, "--format", "jsonl")
        methods = {json.loads(line)["method"] for line in both.out.splitlines()}
        assert "llm:tiny" in methods
        assert any(method.startswith("rule:") for method in methods)


def test_asking_several_times(run: Run, few_retries: Path) -> None:
    """A build and a reading ask so often, tell it, and show what is sent; the offline reader has no such option."""
    write(few_retries / "in", 1)
    with serving(GOOD) as server:
        model = ("--reader", "llm", "--model", "tiny", "--base-url", server.url)
        done = run("build", "in", "-o", "g.trig", *model, "--asks", "3")
        assert "1 document, 3 questions, about " in done.err
        assert "1 document, 3 questions asked, 0 answered before, 300 tokens sent" in done.err
        read = run("read", "in/d0.txt", *model, "--asks", "3")
        assert f"llm tiny, confidence {confidence(3, 3):.2f}" in read.out
        assert "3 questions, 300 tokens sent" in read.err
        both = run("read", "in/d0.txt", "--reader", "both", *model[2:], "--asks", "2", "--format", "jsonl")
        assert all(json.loads(line)["confidence"] > confidence(2, 2) for line in both.out.splitlines())
        sent = [request.body for request in server.requests[:3]]
        shown = run("read", "in/d0.txt", "--show-prompt", *model[2:], "--asks", "3", "--format", "jsonl")
        assert [json.loads(line) for line in shown.out.splitlines()] == sent
    assert "--asks" in run("build", "in", "-o", "g.trig", "--asks", "3").one_line
    assert run("build", "in", "-o", "g.trig", *model, "--asks", "10").code == 2


def test_one_of_several_asks_that_fails_ends_a_reading(run: Run, few_retries: Path) -> None:
    """Of one document read alone no half vote is shown."""
    (few_retries / "d0.txt").write_text(text(0), encoding="utf-8")
    with serving(GOOD, GOOD, answer("no JSON")) as server:
        done = run("read", "d0.txt", "--reader", "llm", "--model", "tiny", "--base-url", server.url, "--asks", "3")
    assert (done.code, done.out) == (3, "")
    assert "the model's answer can't be used" in done.err


def test_another_language_is_left_to_the_model(run: Run, few_retries: Path) -> None:
    """With both readers a document that the offline one can't read is read by the model alone, as in a build."""
    (few_retries / "d0.md").write_text(f"---\nlanguage: fr\n---\n{text(0)}", encoding="utf-8")
    with serving(GOOD) as server:
        model = ("--model", "tiny", "--base-url", server.url)
        done = run("read", "d0.md", "--reader", "both", *model, "--format", "jsonl")
    assert {json.loads(line)["method"] for line in done.out.splitlines()} == {"llm:tiny"}


def test_the_prompt_is_shown_as_it_is_sent(run: Run, few_retries: Path) -> None:
    """--show-prompt needs no key and no server; its requests are to the letter those that a server gets."""
    (few_retries / "d0.txt").write_text(text(0), encoding="utf-8")
    with serving(GOOD) as server:
        run("read", "d0.txt", "--reader", "llm", "--model", "tiny", "--base-url", server.url)
        (sent,) = [request.body for request in server.requests]
    shown = run("read", "d0.txt", "--show-prompt", "--model", "tiny", "--format", "jsonl")
    assert (shown.code, shown.err) == (0, "")
    assert [json.loads(line) for line in shown.out.splitlines()] == [sent]
    plain = run("read", "d0.txt", "--show-prompt").out
    for message in sent["messages"]:
        assert f"--- {message['role']} ---\n{message['content']}\n" in plain


def test_a_long_document_shows_every_part(run: Run, few_retries: Path) -> None:
    """Each part has its question, and all sentences stand in one."""
    (few_retries / "long.txt").write_text("\n\n".join(map(text, range(40))), encoding="utf-8")
    (few_retries / "coopgraph.toml").write_text("[llm]\npiece = 500\n", encoding="utf-8")
    shown = run("read", "long.txt", "--show-prompt", "--model", "tiny", "--format", "jsonl")
    bodies = [json.loads(line) for line in shown.out.splitlines()]
    assert f"{len(bodies)} questions" in shown.one_line
    assert len(bodies) > 5
    asked = "\n".join(body["messages"][-1]["content"] for body in bodies)
    assert all(text(number).strip() in asked for number in range(40))


@pytest.mark.parametrize("command", [("build", "in", "-o", "g.trig"), ("read", "in/d0.txt")])
@pytest.mark.parametrize(
    ("behave", "said"),
    [
        (error(401, f"Incorrect API key provided: {KEY}"), "refuses the key (401)"),
        (error(404, f"model not found for {KEY}"), "has no model “tiny”"),
        (error(429, f"{KEY} is too fast"), "takes no more questions for now (429)"),
        (error(500, KEY), "failed (500)"),
        (error(400, f"bad {KEY}"), "refuses the question (400)"),
        (error(308, location="http://127.0.0.1:9/"), "sends us elsewhere (308)"),
        (answer(f"not JSON, {KEY}"), "the model's answer can't be used"),
        (endless(KEY.encode()), "doesn't come to an end"),
        (GOOD, ""),
    ],
)
def test_no_key_is_ever_seen(
    run: Run,
    few_retries: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    command: tuple[str, ...],
    behave: Behaviour,
    said: str,
) -> None:
    """Whatever the server does and echoes: one error line, exit code 3, and no key anywhere."""
    write(few_retries / "in", 1)
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    (few_retries / "coopgraph.toml").write_text("[llm]\nretries = 0\nanswer = 2000\n", encoding="utf-8")
    with serving(behave) as server, caplog.at_level(logging.DEBUG):
        done = run(*command, "--reader", "llm", "--model", "tiny", "--base-url", server.url)
        assert all(request.headers["authorization"] == f"Bearer {KEY}" for request in server.requests)
    lines = [line for line in done.err.splitlines() if line.startswith("coopgraph: ")]
    assert (done.code, len(lines)) == ((3, 1) if said else (0, 0))
    assert said in done.err
    _assert_no_key(few_retries, done.out, done.err, caplog.text)


def _assert_no_key(folder: Path, *printed: str) -> None:
    written = [path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file()]
    for part in (KEY[start : start + 8] for start in range(len(KEY) - 7)):
        assert not any(part in content for content in (*printed, *written))


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--reader", "llm"), 3, "which model? Name it with --model"),
        (("--model", "tiny"), 2, "go with --reader llm or both"),
        (("--budget", "5k"), 2, "go with --reader llm or both"),
        (("--reader", "llm", "--model", "tiny"), 3, "wants a key: set COOPGRAPH_LLM_KEY"),
        (("--reader", "llm", "--model", "tiny", "--base-url", ""), 2, "--base-url is empty"),
        (("--model", ""), 2, "go with --reader llm or both"),
        (("--reader", "llm", "--model", "tiny", "--budget", "much"), 2, "--budget 'much'"),
        (("--reader", "llm", "--model", "tiny", "--base-url", "nowhere"), 2, "the base URL is no address"),
        (("--reader", "llm", "--model", "tiny", "--base-url", "http://127.0.0.1:9/v1"), 3, "can't be reached"),
    ],
)
def test_wrong_use_and_nobody_there(
    run: Run, few_retries: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    """One clear line says what to do."""
    write(few_retries / "in", 1)
    done = run("build", "in", "-o", "g.trig", *arguments)
    assert done.code == code
    assert [line for line in done.err.splitlines() if line.startswith("coopgraph: ") and said in line]
    assert not (few_retries / "g.trig").exists()


def test_reasons_are_the_offline_reader_s(run: Run, few_retries: Path) -> None:
    """--explain has nothing to tell about a model."""
    write(few_retries / "in", 1)
    assert "leave out --reader" in run("read", "in/d0.txt", "--explain", "--reader", "llm").one_line


def test_reading_one_document_keeps_nothing(run: Run, few_retries: Path) -> None:
    """Whoever reads one document isn't told that what was read is kept."""
    write(few_retries / "in", 1)
    for more in ((), ("--base-url", "http://127.0.0.1:9/v1")):
        done = run("read", "in/d0.txt", "--reader", "llm", "--model", "tiny", *more)
        assert done.code == 3
        assert "kept" not in done.one_line
        assert not done.one_line.endswith(";")


def test_a_key_in_the_file_is_refused(run: Run, few_retries: Path) -> None:
    """The line names the file and what to do, without the key."""
    write(few_retries / "in", 1)
    (few_retries / "coopgraph.toml").write_text(f'[llm]\napi_key = "{KEY}"\n', encoding="utf-8")
    done = run("build", "in", "-o", "g.trig", "--reader", "llm", "--model", "tiny")
    assert done.code == 3
    assert "set COOPGRAPH_LLM_KEY in the environment" in done.one_line
    assert KEY not in done.err


def test_without_the_extra(run: Run, few_retries: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the client library isn't installed the line says how to install it."""
    write(few_retries / "in", 1)
    monkeypatch.delitem(sys.modules, "coopgraph.llm.client", raising=False)
    monkeypatch.setitem(sys.modules, "openai", None)
    done = run("build", "in", "-o", "g.trig", "--reader", "llm", "--model", "tiny")
    assert done.code == 3
    assert "pip install 'coopgraph[llm]' (in a checkout: '.[llm]')" in done.one_line


def test_nothing_of_it_is_loaded_unless_asked_for(few_retries: Path) -> None:
    """An offline build and an offline reading import neither the client library nor our own part of it."""
    write(few_retries / "in", 1)
    code = (
        "import sys\nfrom coopgraph.cli import coopgraph\n"
        "coopgraph.main(['build', 'in', '-o', 'g.trig'], standalone_mode=False)\n"
        "coopgraph.main(['read', 'in/d0.txt'], standalone_mode=False)\n"
        "print([name for name in sys.modules if name.startswith(('openai', 'httpx', 'coopgraph.llm'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals of this kind")
def test_whoever_stops_it_needs_not_wait(few_retries: Path) -> None:
    """Ctrl-C while answers are awaited ends the program at once, with the word that nothing written was touched."""
    write(few_retries / "in", 3)
    asked, ended = Event(), Event()

    def never(_request: Request, _back: Connection) -> None:
        asked.set()
        ended.wait()

    with serving(never) as server:
        command = [
            sys.executable,
            "-m",
            "coopgraph",
            "build",
            "in",
            "-o",
            "g.trig",
            "--reader",
            "llm",
            "--model",
            "tiny",
        ]
        with subprocess.Popen(
            [*command, "--base-url", server.url], stderr=subprocess.PIPE, text=True, encoding="utf-8"
        ) as running:
            asked.wait()
            running.send_signal(signal.SIGINT)
            _, said = running.communicate()
            ended.set()
    assert running.returncode == 130
    assert "interrupted; what was written before is untouched" in said
