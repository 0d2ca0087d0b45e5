"""The grammar of relations: each module offers `claims(passage)`, which yields what one sentence states.

`FIRST` runs over all passages before `THEN`: what is part of what decides for whom a unit acts (`Context.owners`).
A new relation is a module with a function `claims(passage: Passage) -> Iterator[Claim]` and a place in `THEN`.
"""

from collections.abc import Callable, Iterator

from coopgraph.reading.passage import Claim, Passage
from coopgraph.reading.relations import (
    affiliation,
    cooperation,
    counts,
    funding,
    issuing,
    location,
    membership,
    organizing,
    part,
    participation,
)

Finder = Callable[[Passage], Iterator[Claim]]

FIRST: tuple[Finder, ...] = (part.claims,)
THEN: tuple[Finder, ...] = (
    cooperation.claims,
    participation.claims,
    funding.claims,
    membership.claims,
    organizing.claims,
    issuing.claims,
    counts.claims,
    location.claims,
    affiliation.claims,
)
