"""The manual's page on the named queries is up to date."""

from tests.queries.reference import PAGE, render


def test_the_page_is_not_stale() -> None:
    """The page is what the headers say; `python -m tests.queries.reference` renews it."""
    assert PAGE.read_text(encoding="utf-8") == render()
