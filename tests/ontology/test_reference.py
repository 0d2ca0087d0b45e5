"""The reference page of the ontology is up to date."""

from tests.ontology.reference import PAGE, renewed


def test_the_tables_are_those_of_the_ontology() -> None:
    """The page's tables are what the ontology says; if not, `python -m tests.ontology.reference` renews them."""
    page = PAGE.read_text(encoding="utf-8")
    assert renewed(page) == page
