"""Whatever a server sends, an answer is put together from what makes sense, or refused in our own words."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.llm.answering import Answer, bare, collected, flaw
from coopgraph.llm.failures import UnansweredError

REQUEST = {"messages": [{"role": "user", "content": "four"}], "max_tokens": 50}
_LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
_NAMES = st.sampled_from(["choices", "delta", "message", "content", "finish_reason", "usage", "prompt_tokens", "error"])
JSON = st.recursive(
    _LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=4), max_leaves=12
)


@given(st.lists(JSON, max_size=5))
def test_nothing_breaks_it(events: list[object]) -> None:
    """Any JSON at all gives an answer with a bounded text and counts that are none, or our own error."""
    try:
        got = collected(events, REQUEST)
    except UnansweredError:
        return
    assert got.sent >= 0
    assert got.answered >= 0
    assert flaw(got) is None or isinstance(flaw(got), str)


@given(st.lists(st.text(max_size=30), max_size=40))
def test_parts_are_put_together(parts: list[str]) -> None:
    """The text is that of all parts, in their order, up to the limit."""
    got = collected(({"choices": [{"delta": {"content": part}}]} for part in parts), REQUEST)
    assert bare("".join(parts)).startswith(got.text) or got.text in "".join(parts)
    assert len(got.text) <= 4 * 50 + 30


@given(st.text())
def test_only_an_object_is_an_answer(text: str) -> None:
    """No text is an answer that isn't a JSON object."""
    try:
        good = isinstance(json.loads(text), dict)
    except ValueError:
        good = False
    assert good or flaw(Answer(text, 0, 0)) is not None


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ('{"entities": [], "facts": []}', True),
        ('{"thoughts": "well", "entities": [{"id": "a"}], "facts": []}', True),
        ('{"result": {"entities": [{"id": "a"}], "facts": []}}', True),
        ('{"entities": [{"id": "a"}, 3]}', True),
        ('{"entities": [3]}', False),
        ('{"error": "I can\'t help with that."}', False),
        ("{}", False),
    ],
)
def test_a_refusal_in_json_is_no_answer(text: str, good: bool) -> None:
    """Something of what was asked for is there, or empty lists; else the model is asked again and nothing is kept."""
    assert (flaw(Answer(text, 0, 0)) is None) == good


@pytest.mark.parametrize("text", ["{}", "```\n{}\n```", "```json\n{}```", "<think>{\n</think>\n\n{}", " {} "])
def test_what_stands_around_it_is_taken_off(text: str) -> None:
    """Thoughts before and a fence around an answer are no part of it."""
    assert bare(text) == "{}"
