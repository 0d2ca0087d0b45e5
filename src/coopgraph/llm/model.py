"""A model to be asked: kept answers first, then within the budget the model itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from coopgraph.errors import InputError
from coopgraph.llm import requests
from coopgraph.llm.budget import Cost, Ledger, expected
from coopgraph.llm.cache import AnswerCache
from coopgraph.llm.failures import HaltedError, UnansweredError
from coopgraph.llm.prompt import Prompt
from coopgraph.llm.settings import Settings

if TYPE_CHECKING:
    from coopgraph.llm.client import Client

_IN_A_ROW = 3


class UnknownError(Exception):
    """No answer to the prompt is kept."""


@dataclass(slots=True)
class Tally:
    """How many questions the model answered, and how many were answered before."""

    asked: int = 0
    kept: int = 0


class Model:
    """Answers prompts. It may be used by several threads at once, and each document has its own Tally.

    A document may be asked about several times: `answers` holds for each turn where its answers are kept.
    """

    def __init__(self, client: "Client", answers: Sequence[AnswerCache], ledger: Ledger) -> None:
        self._client = client
        self._answers = answers
        self._ledger = ledger
        self._lock = Lock()
        self._failures = 0
        # As many as it takes to give up so many documents, each once most of its asks have failed.
        self._most_failures = _IN_A_ROW * ((len(answers) + 1) // 2)

    def kept(self, prompt: Prompt, tally: Tally, turn: int = 0) -> str:
        """Return the kept answer. Raises UnknownError where there is none."""
        answer = self._answers[turn].get(prompt)
        if answer is None:
            raise UnknownError
        tally.kept += 1
        return answer.text

    def ask(self, prompt: Prompt, tally: Tally, turn: int = 0) -> str:
        """Return the kept answer or the model's, which is kept from then on.

        Raises HaltedError where no further question makes sense, and UnansweredError where this one has no answer;
        questions that fail one after the other end it, too.
        """
        known = self._answers[turn].get(prompt)
        if known is not None:
            tally.kept += 1
            return known.text
        price = expected(prompt)
        self._ledger.reserve(price)
        paid: list[Cost] = []
        try:
            answer = self._client.ask(prompt, lambda one: paid.append(Cost(one.sent, one.answered)), turn)
        except UnansweredError as error:
            raise self._counted(error) from None
        finally:
            self._ledger.settle(price, sum(paid, Cost()))
        self._failures = 0
        self._answers[turn].put(prompt, answer)
        tally.asked += 1
        return answer.text

    def _counted(self, error: UnansweredError) -> Exception:
        """Return the error, which ends all once too many came in a row."""
        with self._lock:
            self._failures += 1
            return HaltedError(str(error)) if self._failures >= self._most_failures else error


def open_model(settings: Settings, ledger: Ledger, folder: Path | None = None) -> Model:
    """Return the model of the settings, its answers kept in the folder; nothing is asked yet.

    Raises InputError where no model is named, the client library isn't installed, or the address can't be used.
    """
    if not settings.model:
        raise InputError("which model? Name it with --model, or set COOPGRAPH_LLM_MODEL")
    try:
        from coopgraph.llm.client import Client
    except ImportError:
        raise InputError(
            "a language model needs another package: pip install 'coopgraph[llm]' (in a checkout: '.[llm]')"
        ) from None
    answers = [AnswerCache(folder, requests.options(settings, turn)) for turn in range(settings.asks)]
    return Model(Client(settings), answers, ledger)
