"""Facts about the things of one document become facts about the things of all."""

from collections.abc import Mapping

from coopgraph.model import Details, Evidence, Fact, Relation, Statement, cooperation


def rekeyed(fact: Fact, keys: Mapping[str, str]) -> Fact | None:
    """Return the fact with final keys, or None where nothing is left of it.

    Ends that aren't in keys are unknown, so the fact is dropped; so is one between a thing and itself. A cooperation
    loses the parties that became one with another; of two sides with a common party the longer one loses it.
    """
    if not all(key in keys for key in fact.parties):
        return None
    sides = [tuple(dict.fromkeys(keys[key] for key in side)) for side in fact.sides]
    if fact.relation is Relation.COOPERATES_WITH:
        return _cooperation(sides, fact.details)
    if len(sides) == 2 and sides[0] == sides[1]:
        return None
    return Fact(fact.relation, tuple(sides), fact.details)


def _cooperation(sides: list[tuple[str, ...]], details: Details) -> Fact | None:
    if len(sides) == 2:
        short, long = sorted(sides, key=lambda side: (len(side), sorted(side)))
        rest = tuple(key for key in long if key not in short)
        sides = [short, rest] if rest else [short]
    if len({key for side in sides for key in side}) < 2:
        return None
    return cooperation(*sides, details=details)


def without_pair(fact: Fact, pair: frozenset[str]) -> list[Fact]:
    """Return what a fact still says once a pair of its parties is rejected.

    A cooperation of several parties falls into its other pairs.
    """
    left = [(one, other) for one, other in fact.pairs() if frozenset({one, other} - {None}) != pair]
    if len(left) == len(fact.pairs()):
        return [fact]
    return [cooperation((one,), (other,), details=fact.details) for one, other in left if other is not None]


def order(statement: Statement) -> tuple[tuple[str, ...], ...]:
    """Return what statements are sorted by: all that they say, so that equal keys mean equal statements."""
    fact, evidence = statement.fact, statement.evidence
    return (
        (fact.relation, *(" ".join(side) for side in fact.sides)),
        tuple(_text(getattr(fact.details, name)) for name in Details.__slots__),
        tuple(_text(getattr(evidence, name)) for name in Evidence.__slots__),
    )


def _text(value: object) -> str:
    """Return a text that sorts like the value: numbers by size, what isn't known first."""
    if value is None:
        return ""
    return f"{value:012d}" if isinstance(value, int) else f"={value}"
