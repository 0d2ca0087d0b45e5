"""What is spent, and where it ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.errors import UsageError
from coopgraph.llm.budget import Budget, Cost, Ledger, parse_budget
from coopgraph.llm.failures import HaltedError
from coopgraph.llm.settings import Prices

PRICES = Prices(2.0, 8.0, "EUR")


@pytest.mark.parametrize(
    ("text", "tokens"), [("200000", 200_000), ("200k", 200_000), ("1.5M", 1_500_000), ("70 tokens", 70), (None, None)]
)
def test_tokens(text: str | None, tokens: int | None) -> None:
    """A number, with or without a thousand or a million, is tokens; nothing is no end."""
    budget = parse_budget(text, None)
    assert budget == Budget(tokens=tokens)
    assert budget.limited == (tokens is not None)
    assert str(budget) == ("no end" if tokens is None else f"{tokens:,} tokens")


@pytest.mark.parametrize("text", ["5 EUR", "5eur", "€5", "5.00 EUR"])
def test_money(text: str) -> None:
    """Any other unit is money, at the prices of the settings."""
    budget = parse_budget(text, PRICES)
    assert budget == Budget(money=5.0, prices=PRICES)
    assert str(budget) == "5.00 EUR"
    assert budget.covers(Cost(500_000, 500_000))
    assert not budget.covers(Cost(500_000, 500_001))


@pytest.mark.parametrize("text", ["much", "", "-5", "5 5", "1e9", "5 EUR"])
def test_what_is_no_budget(text: str) -> None:
    """It is wrong use; and so is money without prices."""
    with pytest.raises(UsageError, match="--budget"):
        parse_budget(text, None)


@pytest.mark.parametrize("text", ["-5", "¥5", "5-"])
def test_no_sign_of_money(text: str) -> None:
    """Neither a minus nor a sign that stands for another currency is taken for nothing."""
    with pytest.raises(UsageError, match="--budget"):
        parse_budget(text, PRICES)


@pytest.mark.parametrize("text", ["$5", "5 USD"])
def test_another_currency(text: str) -> None:
    """Dollars aren't counted as euros."""
    with pytest.raises(UsageError, match="are in EUR"):
        parse_budget(text, PRICES)


@given(st.lists(st.integers(1, 400), max_size=20), st.integers(0, 2_000))
def test_a_budget_is_never_exceeded_by_what_was_expected(costs: list[int], tokens: int) -> None:
    """However many questions are under way, together they stay within."""
    ledger = Ledger(Budget(tokens=tokens))
    taken: list[int] = []
    for cost in costs:
        try:
            ledger.reserve(Cost(cost, 0))
        except HaltedError:
            assert sum(taken) + cost > tokens
        else:
            taken.append(cost)
    assert sum(taken) <= tokens
    for cost in taken:
        ledger.settle(Cost(cost, 0), Cost(cost, 0))
    assert ledger.spent == Cost(sum(taken), 0)
