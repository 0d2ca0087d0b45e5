"""What is asked for, with less and less for a server that refuses a part."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.llm.prompt import Message, Prompt
from coopgraph.llm.requests import TEMPERATURE, body, lacks, options
from coopgraph.llm.settings import Settings

PROMPT = Prompt((Message("system", "Answer."), Message("user", "Aa")), {"type": "object"}, "0" * 64)
SETTINGS = Settings("tiny", key="sk-very-secret")


@given(st.lists(st.text() | st.sampled_from(["temperature", "seed", "max_tokens stream_options"]), min_size=12))
def test_refusals_come_to_an_end(refusals: list[str]) -> None:
    """Each refusal leaves out more, whatever its words, until nothing is left to try; the messages always stay."""
    lacking: frozenset[str] | None = frozenset()
    seen = []
    for refusal in refusals:
        assert lacking is not None
        request = body(PROMPT, SETTINGS, lacking)
        assert request["messages"] == body(PROMPT, SETTINGS)["messages"]
        assert request not in seen
        seen.append(request)
        lacking = lacks(refusal, lacking)
        if lacking is None:
            break
    assert lacking is None


def test_a_name_is_looked_for_before_the_form() -> None:
    """The part that a server names is left out, and nothing else."""
    assert lacks("'seed' is not permitted", frozenset()) == frozenset({"seed"})
    assert lacks("no", frozenset({"seed"})) == frozenset({"seed", "json_schema"})
    assert lacks("no", frozenset({"json_schema", "json_object"})) is None


@pytest.mark.parametrize(
    "other", [Settings("large"), Settings("tiny", "http://localhost/v1"), Settings("tiny", answer=9)]
)
def test_an_answer_depends_on_model_address_and_limit(other: Settings) -> None:
    """And on no key: a new key needs no new question."""
    assert options(Settings("tiny")) == options(SETTINGS)
    assert options(other) != options(SETTINGS)


def test_the_first_ask_is_what_a_single_one_is() -> None:
    """However often a document is asked about, the answers that are kept count; each further ask has its own."""
    often = replace(SETTINGS, asks=5)
    assert body(PROMPT, often) == body(PROMPT, SETTINGS)
    assert options(often) == options(SETTINGS) == '["tiny", "https://api.openai.com/v1", 16384, 0]'
    assert len({options(often, turn) for turn in range(5)}) == 5
    again = body(PROMPT, often, turn=2)
    assert (again.pop("seed"), again.pop("temperature")) == (2, TEMPERATURE)
    assert again.items() <= body(PROMPT, SETTINGS).items()
