"""Sums of money in running text, as written."""

import re

_CURRENCY = r"(?:(?:US|NZ|AU|A|C|S|HK)?\$|[£€¥₫]|(?:USD|NZD|AUD|EUR|GBP|RM|Rs\.?|Sh|VND|JPY)(?=\s?\d))"
_NUMBER = r"\d(?:[\d,.]{0,20}\d)?"
_AMOUNT = re.compile(
    rf"(?<![\w$])(?:approximately )?(?:{_CURRENCY}\s?{_NUMBER}(?:\s?(?:million|billion|thousand|mil|bn|m|k)\b)?"
    rf"|{_NUMBER} (?:(?:million|billion|thousand) )?(?:dollars|euros?|pounds|USD|NZD|EUR|VND|yen|won)\b)"
    r"(?: (?:a|per|each) year\b| annually\b| each\b)?"
)


def find_amounts(prose: str) -> tuple[tuple[int, int], ...]:
    """Return the offsets of the sums of money that the prose names, in order and without overlap."""
    return tuple(match.span() for match in _AMOUNT.finditer(prose))
