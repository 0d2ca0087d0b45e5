"""The page about the commands is what the commands say."""

from tests.cli.reference import PAGE, render


def test_the_page_is_not_stale() -> None:
    """`python -m tests.cli.reference` renews it."""
    assert PAGE.read_text(encoding="utf-8") == render()
