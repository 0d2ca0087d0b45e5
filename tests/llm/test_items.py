"""The items of an answer, however it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.llm.items import items
from tests.llm.samples import BANK, KERWICK, SIGNED, answer

_WHOLE = answer([KERWICK, BANK], [SIGNED])


@pytest.mark.parametrize(
    "text",
    [
        _WHOLE,
        f"```json\n{_WHOLE}\n```",
        f"Here it is:\n{_WHOLE}\nI hope that helps! }}",
        f'<think>It may be {{"entities": [], or so.</think>{_WHOLE}',
        f'{{"entities": [], "facts": []}} No, better: {_WHOLE}',
        f'{{"thoughts": "{{}}", {_WHOLE[1:]}',
        f'{{"answer": {_WHOLE}}}',
    ],
    ids=["bare", "fenced", "talk around it", "thinking", "second thoughts", "thoughts inside", "wrapped"],
)
def test_whole(text: str) -> None:
    """What a model writes around its answer costs nothing."""
    found = items(text)
    assert (found.entities, found.facts, found.problem) == ((KERWICK, BANK), (SIGNED,), "")


def test_cut_off() -> None:
    """Of an answer that breaks off the whole items are kept, and the break is told."""
    found = items(answer([KERWICK, BANK], [SIGNED, SIGNED])[:-40])
    assert (found.entities, found.facts) == ((KERWICK, BANK), (SIGNED,))
    assert "3 whole items" in found.problem


def test_malformed_in_the_middle() -> None:
    """An item that is no JSON costs itself alone."""
    found = items(_WHOLE.replace('"BANK"', "").replace('"Bank Morava"', "Bank Morava"))
    assert (found.entities, found.facts) == ((KERWICK,), (SIGNED,))
    assert found.problem


@pytest.mark.parametrize("text", ["", "I can't do that.", "[1, 2]", '{"error": "x"}', "null", "[" * 100_000])
def test_no_answer(text: str) -> None:
    """Where there is no answer at all, that is told."""
    found = items(text)
    assert not found.entities
    assert not found.facts
    assert "no JSON object" in found.problem


def test_no_objects() -> None:
    """What isn't an object where one should be is left out and counted."""
    found = items('{"entities": [1, {"id": "a"}, null], "facts": [[]]}')
    assert found.entities == ({"id": "a"},)
    assert found.problem.startswith("3 items")
    assert items('{"entities": {"id": "a"}, "facts": 7}').problem
    assert items('{"facts":' + "[" * 50_000).problem


@given(st.text() | st.lists(st.sampled_from(['{"facts":', "[", "]", "{", "}", '"', "\\", "1e999", ","])).map("".join))
def test_raises_nothing(text: str) -> None:
    """No text is an error."""
    items(text)
