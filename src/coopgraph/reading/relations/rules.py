"""Rules of a relation: a name, a prior, and a pattern written in a short notation."""

import re
from dataclasses import dataclass

from coopgraph.reading.passage import pattern
from coopgraph.reading.words import one_of

_WORDS = re.compile(r"@(\w+)")
_GAP = re.compile(r"(~{1,2})(\d+)")
_CROSSED = {"~": "[^;<-party>]", "~~": "[^;<-party><-project>]"}


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, its name for the evidence, and its prior: how sure its claims are before all else."""

    name: str
    prior: float
    pattern: re.Pattern[str]


def rule(name: str, prior: float, *parts: str) -> Rule:
    """Return the rule whose pattern is the parts put together.

    Beside `<class>` and `<name:class>` of `passage.pattern`, "@list" stands for one entry of a word list, "~80" for up
    to eighty characters without a party or a semicolon, as few as possible, and "~~80" for the same without a project.
    Raises KeyError for a class or a word list that doesn't exist.
    """
    expression = _GAP.sub(lambda match: f"{_CROSSED[match[1]]}{{0,{match[2]}}}?", "".join(parts))
    return Rule(name, prior, pattern(_WORDS.sub(lambda match: one_of(match[1]), expression)))
