"""What can go wrong with a model, each in one line that says what to do and never holds a key."""

from collections.abc import Sequence

from coopgraph.errors import CoopgraphError, one_line

_KEPT = "what was read is kept"
_CLUE = 6  # characters of a key that are enough to give it away


class HaltedError(CoopgraphError):
    """No question can be answered any more: a refused key, a missing model, no network, a spent budget."""


class UnansweredError(CoopgraphError):
    """One question has no usable answer; the next one may have."""


def for_status(status: int, host: str, model: str, key: str | None, words: str) -> CoopgraphError:
    """Return the error for an HTTP status that isn't worth another try."""
    if 300 <= status < 400:
        return HaltedError(f"{host} sends us elsewhere ({status}), which isn't followed; give the right --base-url")
    if status in (401, 403) and key is None:
        return HaltedError(f"{host} wants a key ({status}); set COOPGRAPH_LLM_KEY in the environment; {_KEPT}")
    if status in (401, 403):
        return HaltedError(f"{host} refuses the key ({status}); set another in the environment; {_KEPT}")
    if status == 402 or "insufficient_quota" in words:
        return HaltedError(f"{host} wants to be paid ({status}); build again when it is; {_KEPT}")
    if status == 404:
        return HaltedError(f"{host} has no model “{model}” there (404); look at --model, and at the path of --base-url")
    if status == 429:
        return HaltedError(f"{host} takes no more questions for now (429); build again later; {_KEPT}")
    if status >= 500:
        return UnansweredError(f"{host} failed ({status}); build again to ask again")
    return HaltedError(f"{host} refuses the question ({status}){_quoted(words, key)}")


def keyless(host: str) -> CoopgraphError:
    """Return the error for a service that answers nobody without a key; nothing was sent to it."""
    return HaltedError(
        f"{host} wants a key: set COOPGRAPH_LLM_KEY in the environment, or give the --base-url of a model of your own;"
        f" {_KEPT}"
    )


def unreachable(host: str) -> CoopgraphError:
    """Return the error for a server that can't be spoken to."""
    return HaltedError(f"{host} can't be reached; is it running, is --base-url right, is there a network? {_KEPT}")


def _quoted(words: str, key: str | None) -> str:
    """Return a server's own words, unless they hold a part of the key."""
    shown = one_line(words)
    parts: Sequence[str] = [key[i : i + _CLUE] for i in range(max(1, len(key) - _CLUE + 1))] if key else ()
    return "" if not shown or any(part in words for part in parts) else f": {shown}"
