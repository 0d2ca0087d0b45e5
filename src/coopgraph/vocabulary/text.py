"""Text that RDF can hold."""

import re

# A lone surrogate is no Unicode character and has no UTF-8 form; NUL is refused or truncated by databases and XML.
_UNHOLDABLE = re.compile("[\x00\ud800-\udfff]")


def clean(text: str) -> str:
    """Return text with NUL and lone surrogates replaced by U+FFFD, one for one, so that lengths and offsets stay."""
    return _UNHOLDABLE.sub("\ufffd", text)
