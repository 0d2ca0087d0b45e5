"""What a model sends back, put together, and whether it is whole and JSON."""

import json
from collections.abc import Iterable
from typing import Any

import msgspec

from coopgraph.errors import one_line
from coopgraph.llm.failures import UnansweredError
from coopgraph.llm.items import items
from coopgraph.llm.pieces import estimated_tokens

_MOST = 4  # times the tokens that an answer may have, in characters: what comes beyond is cut off
_THINK, _THOUGHT, _FENCE = "<think>", "</think>", "```"


class Answer(msgspec.Struct, frozen=True):
    """An answer, with the tokens sent and answered as the server counts them, or as estimated where it doesn't."""

    text: str
    sent: int
    answered: int
    whole: bool = True


def collected(events: Iterable[object], request: dict[str, Any]) -> Answer:
    """Return the answer that the events of a response make.

    It is cut off where it grows beyond what was asked for. Raises UnansweredError for events that aren't those of a
    chat.
    """
    limit = _MOST * int(request.get("max_tokens") or request.get("max_completion_tokens") or 1 << 20)
    parts: list[str] = []
    length, whole = 0, False
    usage: dict[str, Any] = {}
    for event in events:
        if not isinstance(event, dict) or event.get("error"):
            raise UnansweredError("the server answers with an error; build again to ask again")
        usage = _dict(event.get("usage")) or usage
        for choice in _dicts(event.get("choices"))[:1]:
            content = _dict(choice.get("delta") or choice.get("message")).get("content")
            if isinstance(content, str):
                parts.append(content)
                length += len(content)
            whole = choice.get("finish_reason") not in (None, "length") or whole
        if length > limit:
            whole = False
            break
    text = "".join(parts).encode("utf-8", "replace").decode()  # half a character can be neither kept nor sent back
    sent = _count(usage, "prompt_tokens") or sum(estimated_tokens(str(m["content"])) for m in request["messages"])
    return Answer(bare(text), sent, _count(usage, "completion_tokens") or estimated_tokens(text), whole)


def flaw(answer: Answer) -> str | None:
    """Return what is wrong with an answer; None for a JSON object of which at least one item can be told, or none is.

    A model that refuses, or means something else, may well say so in JSON.
    """
    try:
        value = json.loads(answer.text)
    except ValueError as error:
        if not answer.whole:
            return "it was cut off before its end; be shorter, and quote no more than is needed"
        return f"it isn't JSON ({one_line(error)})" if answer.text else "it is empty"
    except RecursionError:
        return "it is nested too deeply"
    if not isinstance(value, dict):
        return "it isn't a JSON object"
    found = items(answer.text)
    return None if found.entities or found.facts else found.problem or None


def bare(text: str) -> str:
    """Return an answer without the thoughts before it and the fence around it that some models can't leave out."""
    text = text.strip()
    if text.startswith(_THINK):
        text = text.partition(_THOUGHT)[2].strip()
    if text.startswith(_FENCE) and text.endswith(_FENCE):
        text = text.partition("\n")[2].removesuffix(_FENCE).strip()
    return text


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _dicts(value: object) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _count(usage: dict[str, Any], name: str) -> int:
    value = usage.get(name)
    return value if isinstance(value, int) and 0 <= value < 1 << 40 else 0
