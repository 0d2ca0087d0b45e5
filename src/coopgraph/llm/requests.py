"""The body of a request in the OpenAI-compatible protocol, and what is left out for a server that refuses a part."""

import json
from collections.abc import Sequence
from typing import Any

from coopgraph.llm.prompt import Prompt
from coopgraph.llm.settings import Settings

SEED = 0
TEMPERATURE = 0.7
"""How freely a model answers what it is asked again: as freely as is common, so that its answers differ."""
# What a server may not know, under the name by which it says so. A model that thinks at length refuses a temperature.
_OPTIONAL = ("temperature", "seed", "stream_options")
_FORMS = ("json_schema", "json_object")
_TOO_LONG = ("context_length", "context length", "context size", "context window", "too long", "maximum context")


def body(prompt: Prompt, settings: Settings, lacking: frozenset[str] = frozenset(), turn: int = 0) -> dict[str, Any]:
    """Return the whole request for the prompt, less what the server is known to lack.

    Nothing is left to chance that can be fixed: temperature 0 and a seed. Where the document is asked about again, in
    turn 1 and so on, seed and temperature let the model answer otherwise. The answer is streamed, so that a silent
    server is told from a slow one.
    """
    limit = "max_completion_tokens" if "max_tokens" in lacking else "max_tokens"
    request: dict[str, Any] = {
        "model": settings.model,
        "messages": [{"role": message.role, "content": message.content} for message in prompt.messages],
        "temperature": TEMPERATURE if turn else 0,
        "seed": SEED + turn,
        limit: settings.answer,
        "stream": True,
        "stream_options": {"include_usage": True},
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "reading", "strict": True, "schema": prompt.schema},
        },
    }
    if "json_schema" in lacking:
        # The first message tells the form, too, and shows an example: the answer is only less sure to have it.
        request["response_format"] = {"type": "json_object"}
    if "json_object" in lacking:
        del request["response_format"]
    return {name: value for name, value in request.items() if name not in lacking}


def options(settings: Settings, turn: int = 0) -> str:
    """Return as text all that an answer depends on beside the prompt, the key to its place in the cache.

    It doesn't depend on how often the document is asked about.
    """
    again = [TEMPERATURE] if turn else []
    return json.dumps([settings.model, settings.base_url, settings.answer, SEED + turn, *again])


def lacks(refusal: str, lacking: frozenset[str]) -> frozenset[str] | None:
    """Return what else to leave out after a refusal in these words; None where nothing is left to try."""
    for name in (*_OPTIONAL, "max_completion_tokens", "max_tokens"):
        known = name in lacking or (name == "max_completion_tokens" and "max_tokens" not in lacking)
        if name in refusal and not known:
            return lacking | {name}
    for form in _FORMS:
        if form not in lacking:
            return lacking | {form}
    return None


def too_long(refusal: str) -> bool:
    """Return whether a server refuses because the question is longer than its model can read."""
    return any(words in refusal.lower() for words in _TOO_LONG)


def again(request: dict[str, Any], answer: str, flaw: str) -> dict[str, Any]:
    """Return the request with the flawed answer and what is wrong with it, to be asked once more."""
    repair: Sequence[dict[str, str]] = (
        {"role": "assistant", "content": answer},
        {
            "role": "user",
            "content": f"That answer can't be used: {flaw}. Answer again, with the whole JSON object only.",
        },
    )
    return {**request, "messages": [*request["messages"], *repair]}
