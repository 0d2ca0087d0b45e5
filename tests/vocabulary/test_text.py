"""Text that RDF can hold."""

from hypothesis import given

from coopgraph.vocabulary.text import clean
from tests.vocabulary.strategies import anything


@given(anything)
def test_clean_keeps_every_offset(text: str) -> None:
    """Cleaned text has UTF-8 bytes, no NUL, and every holdable character at its offset."""
    cleaned = clean(text)
    cleaned.encode()
    assert len(cleaned) == len(text)
    assert all(
        new == old or (new == "\ufffd" and (old == "\0" or "\ud800" <= old <= "\udfff"))
        for new, old in zip(cleaned, text, strict=True)
    )


def test_clean() -> None:
    """NUL and lone surrogates are replaced; emoji, controls and marks of direction stay."""
    assert clean("a\0b\ud83dc\udc00 🎓\u202e\x01") == "a\ufffdb\ufffdc\ufffd 🎓\u202e\x01"
