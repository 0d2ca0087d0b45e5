"""What a view of the network counts, what each tie weighs, and what was left out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from coopgraph.errors import UsageError
from coopgraph.model import ORGANIZATIONS, PLACES, TIES, EntityType, Relation

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


class How(StrEnum):
    """What ties two parties."""

    AGREEMENT = "agreement"
    PARTNERSHIP = "partnership"
    PROJECT = "shared project"
    MEMBERSHIP = "shared membership"
    FUNDING = "funding"


class Undated(StrEnum):
    """What becomes of a fact without a date when a window of time is asked for.

    `REPORTED` lets it pass by the date of the latest document that reports it.
    """

    DROP = "drop"
    KEEP = "keep"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class Weights:
    """What one fact adds to a tie.

    An agreement is a written commitment of both sides and weighs twice what being called partners does, once for each
    pair of its parties. A shared project of n parties adds `project` / (n - 1) to each pair, so that every party
    spreads the same total over its co-participants however large the project is (Newman 2001). A shared membership
    adds `membership` / (n - 1): the members of one association need never have met. Funding weighs what a partnership
    does where it goes straight to an organisation. The proportions are a convention, not a measurement.
    """

    agreement: float = 2.0
    partnership: float = 1.0
    project: float = 1.0
    membership: float = 0.25
    funding: float = 1.0

    def __post_init__(self) -> None:
        if min(self.agreement, self.partnership, self.project, self.membership, self.funding) <= 0:
            raise UsageError("a weight must be more than 0; leave the relation out of the projection instead")


@dataclass(frozen=True, slots=True)
class Projection:
    """A view of the network: who is in it and which facts tie them. Intended facts never count, ended ones by choice.

    `relations` is a subset of `TIES`. With funding, whoever funds a project counts among those who share it.
    `types` are the nodes; a place is one only where a fact of the view has it as a party. `countries`, where given,
    keeps the organisations that lie in one of them (names, case ignored). `since` and `until` are ISO dates as precise
    as wanted; a fact passes when its own date, as precise as the source has it, may fall within. `roll_up` gives what a
    unit does to the organisation that it is a part of. Raises UsageError for a value that makes no sense.
    """

    relations: frozenset[Relation] = TIES - {Relation.FUNDS}
    types: frozenset[EntityType] = ORGANIZATIONS | PLACES
    countries: frozenset[str] = frozenset()
    least_confidence: float = 0.0
    since: str | None = None
    until: str | None = None
    undated: Undated = Undated.DROP
    ended: bool = False
    roll_up: bool = False
    weights: Weights = field(default_factory=Weights)

    def __post_init__(self) -> None:
        if not self.relations <= TIES:
            names = ", ".join(sorted(self.relations - TIES))
            raise UsageError(f"{names}: ties no two parties; choose from {', '.join(sorted(TIES))}")
        if not self.types <= ORGANIZATIONS | PLACES:
            names = ", ".join(sorted(self.types - ORGANIZATIONS - PLACES))
            raise UsageError(f"{names}: can't be a party; choose from {', '.join(sorted(ORGANIZATIONS | PLACES))}")
        if not 0 <= self.least_confidence <= 1:
            raise UsageError(f"confidence {self.least_confidence}: lies between 0 and 1")
        for date in (self.since, self.until):
            if date is not None and not _DATE.fullmatch(date):
                raise UsageError(f"{date!r}: no date; write 2025, 2025-11 or 2025-11-14")

    def why_not(self, edge: Mapping[str, Any]) -> str | None:
        """Return why the fact behind an edge of the loaded graph doesn't count, or None where it does."""
        if edge["status"] == "intended":
            return "only intended"
        if edge["status"] == "ended" and not self.ended:
            return "ended"
        if edge["confidence"] < self.least_confidence:
            return "not sure enough"
        date = edge["date"]
        if date is None and self.undated is Undated.REPORTED:
            date = max((piece["date"] for piece in edge["evidence"] if piece["date"]), default=None)
        return self.untimely(date)

    def untimely(self, date: str | None) -> str | None:
        """Return why a fact of this date doesn't count in the window of time, or None where it does."""
        if self.since is None and self.until is None:
            return None
        if date is None:
            return None if self.undated is Undated.KEEP else "undated"
        return None if _within(date, self.since, self.until) else "outside the time asked for"


def _within(date: str, since: str | None, until: str | None) -> bool:
    """Tell whether date may lie in the window; ISO dates of unlike precision compare by what both of them say."""
    early = since is not None and date[: len(since)] < since[: len(date)]
    late = until is not None and date[: len(until)] > until[: len(date)]
    return not early and not late


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that ties two parties, what it adds to the weight of the tie, and the facts that it rests on.

    `through` names the kind of a cooperation, or the project or association that the two share; `thing` is the IRI of
    what they share. `date` is when the cooperation began, or the later of the dates at which the two came to share it,
    where known.
    """

    how: How
    through: str | None
    thing: str | None
    weight: float
    date: str | None
    facts: tuple[str, ...]

    def __str__(self) -> str:
        """Say it in words: "agreement (memorandum of understanding), 2025-11-14"."""
        through = f" ({self.through})" if self.through and self.through != self.how.value else ""
        return f"{self.how.value}{through}{f', {self.date}' if self.date else ''}"


@dataclass(frozen=True, slots=True)
class Report:
    """How many facts of the chosen relations a projection saw, used, and left out by reason (reasons sorted)."""

    seen: int
    used: int
    dropped: tuple[tuple[str, int], ...]

    def __str__(self) -> str:
        """Say it in one line."""
        left = ", ".join(f"{count} {reason}" for reason, count in self.dropped)
        return f"{self.used} of {self.seen} facts count" + (f"; left out: {left}" if left else "")
