"""The word lists of the grammar as expressions."""

import re

from hypothesis import given
from hypothesis import strategies as st

from coopgraph.reading.words import alternatives

WORDS = st.lists(st.text("ab -'.", min_size=1, max_size=5), min_size=1, max_size=8, unique=True)


@given(WORDS, st.text("ab -'.", max_size=12))
def test_the_longest_entry_that_fits(entries: list[str], text: str) -> None:
    """The tree finds what the plain list of alternatives finds, the longest first, at the same places."""
    plain = "|".join(map(re.escape, sorted(entries, key=len, reverse=True)))
    found = [match.span() for match in re.finditer(f"(?:{alternatives(entries)})b?", text)]
    assert found == [match.span() for match in re.finditer(f"(?:{plain})b?", text)]


@given(WORDS)
def test_every_entry_is_one(entries: list[str]) -> None:
    """Each entry is found as a whole, in any case."""
    compiled = re.compile(alternatives(entries), re.IGNORECASE)
    assert all(compiled.fullmatch(entry.upper()) for entry in entries)
