"""Answers that are kept."""

from dataclasses import replace
from pathlib import Path

from coopgraph.llm.answering import Answer
from coopgraph.llm.cache import AnswerCache
from coopgraph.llm.prompt import Message, Prompt

PROMPT = Prompt((Message("user", "Aa"),), {}, "0" * 64)
ANSWER = Answer("{}", 3, 2)


def test_an_answer_is_found_by_what_was_asked(tmp_path: Path) -> None:
    """Another prompt or other options have another answer."""
    AnswerCache(tmp_path, "tiny").put(PROMPT, ANSWER)
    assert AnswerCache(tmp_path, "tiny").get(PROMPT) == ANSWER
    assert AnswerCache(tmp_path, "large").get(PROMPT) is None
    assert AnswerCache(tmp_path, "tiny").get(replace(PROMPT, digest="1" * 64)) is None


def test_a_damaged_answer_is_none(tmp_path: Path) -> None:
    """What was cut off or isn't an answer is asked anew, and so is everything where nothing can be kept."""
    cache = AnswerCache(tmp_path, "tiny")
    cache.put(PROMPT, ANSWER)
    (path,) = tmp_path.rglob("*.json")
    for content in (path.read_bytes()[:9], b"[]", b'{"text": 3, "sent": 1, "answered": 1}', b""):
        path.write_bytes(content)
        assert cache.get(PROMPT) is None
    nowhere = AnswerCache(path, "tiny")
    nowhere.put(PROMPT, ANSWER)
    assert nowhere.get(PROMPT) is None
    AnswerCache(None, "tiny").put(PROMPT, ANSWER)
    assert AnswerCache(None, "tiny").get(PROMPT) is None
