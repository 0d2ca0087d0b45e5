"""The manual's page on the named queries is up to date."""

from coopgraph.queries.reference import markdown
from tests.conftest import ROOT


def test_page_is_not_stale() -> None:
    """The page is what the headers say; run `python -m coopgraph.queries.reference docs/reference/queries.md`."""
    assert (ROOT / "docs" / "reference" / "queries.md").read_text(encoding="utf-8") == markdown()
