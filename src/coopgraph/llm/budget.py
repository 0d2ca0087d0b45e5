"""What the asking costs, in tokens and in money, and where it has to stop."""

import json
import re
from dataclasses import dataclass
from threading import Lock

from coopgraph.errors import UsageError
from coopgraph.llm.failures import HaltedError
from coopgraph.llm.pieces import estimated_tokens
from coopgraph.llm.prompt import Prompt
from coopgraph.llm.settings import Prices

ANSWER_SHARE = 2.2
"""Tokens of an answer for a token of the document: what the answers recorded in the tests have at most."""
_MILLION = 1_000_000
_AMOUNT = re.compile(r"(?P<sign>[$€£]?)\s*(?P<number>\d{1,12}(?:\.\d{1,6})?)\s*(?P<unit>[^\W\d_]{0,12})")
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP"}
_TOKENS = {"": 1, "tokens": 1, "k": 1_000, "m": _MILLION}


@dataclass(frozen=True, slots=True)
class Cost:
    """Tokens sent and answered."""

    sent: int = 0
    answered: int = 0

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(self.sent + other.sent, self.answered + other.answered)

    def __sub__(self, other: "Cost") -> "Cost":
        return Cost(self.sent - other.sent, self.answered - other.answered)

    @property
    def tokens(self) -> int:
        """All tokens."""
        return self.sent + self.answered

    def price(self, prices: Prices) -> float:
        """Return what they cost, in the currency of the prices."""
        return (self.sent * prices.input + self.answered * prices.output) / _MILLION

    def text(self, prices: Prices | None) -> str:
        """Return the cost for a person: tokens, and money where prices are known."""
        money = f", {self.price(prices):.2f} {prices.currency}" if prices else ""
        return f"{self.sent:,} tokens sent, {self.answered:,} answered{money}"


@dataclass(frozen=True, slots=True)
class Budget:
    """What may be spent: tokens, or money at the prices."""

    tokens: int | None = None
    money: float | None = None
    prices: Prices | None = None

    @property
    def limited(self) -> bool:
        """Whether there is an end."""
        return self.tokens is not None or self.money is not None

    def covers(self, cost: Cost) -> bool:
        """Return whether the cost stays within."""
        if self.money is not None and self.prices is not None:
            return cost.price(self.prices) <= self.money
        return self.tokens is None or cost.tokens <= self.tokens

    def __str__(self) -> str:
        if self.money is not None and self.prices is not None:
            return f"{self.money:.2f} {self.prices.currency}"
        return f"{self.tokens:,} tokens" if self.limited else "no end"


def parse_budget(text: str | None, prices: Prices | None) -> Budget:
    """Return the budget: "200000", "200k" and "2M" are tokens, "5 USD" and "$5" money; None has no end.

    Raises UsageError for what can't be understood, and for money without prices.
    """
    if text is None:
        return Budget()
    match = _AMOUNT.fullmatch(text.strip())
    if match is None:
        raise UsageError(
            f"--budget {text!r}: write tokens like 200000, 200k or 2M, or money like “5 {_currency(prices)}”"
        )
    number = float(match["number"])
    if not match["sign"] and match["unit"].lower() in _TOKENS:
        return Budget(tokens=int(number * _TOKENS[match["unit"].lower()]))
    if prices is None:
        raise UsageError(
            f"--budget {text!r}: money needs prices: put [llm.prices] with input and output, for a million tokens, into"
            " coopgraph.toml"
        )
    named = match["unit"].upper() or _SIGNS.get(match["sign"], prices.currency)
    if named != prices.currency:
        raise UsageError(f"--budget {text!r}: the prices in coopgraph.toml are in {prices.currency}")
    return Budget(money=number, prices=prices)


def _currency(prices: Prices | None) -> str:
    return prices.currency if prices else "USD"


class Ledger:
    """Keeps count of what is spent and what is under way; it may be used by several threads at once."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self._lock = Lock()
        self._spent = Cost()
        self._reserved = Cost()

    @property
    def spent(self) -> Cost:
        """What the answers so far have cost."""
        return self._spent

    def reserve(self, expected: Cost) -> None:
        """Set aside what a question is expected to cost. Raises HaltedError where the budget doesn't cover it."""
        with self._lock:
            if not self.budget.covers(self._spent + self._reserved + expected):
                raise HaltedError(
                    f"the budget of {self.budget} doesn't cover the next question ({self._spent.tokens:,} tokens are"
                    " spent); raise --budget to go on; what was read is kept"
                )
            self._reserved += expected

    def settle(self, expected: Cost, spent: Cost) -> None:
        """Put what a question has cost in the place of what was set aside for it."""
        with self._lock:
            self._reserved -= expected
            self._spent += spent


def expected(prompt: Prompt) -> Cost:
    """Return about what a question costs: a token is some four bytes; the last message holds the document."""
    sent = sum(estimated_tokens(message.content) for message in prompt.messages)
    schema = estimated_tokens(json.dumps(prompt.schema))
    return Cost(sent + schema, int(ANSWER_SHARE * estimated_tokens(prompt.messages[-1].content)))
