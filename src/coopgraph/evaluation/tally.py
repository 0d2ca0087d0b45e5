"""How often an answer was right: counts, and the measures of information retrieval that follow from them."""

from dataclasses import dataclass


@dataclass(slots=True)
class Tally:
    """What was found and is in the annotation, what was found and isn't, and what is there and wasn't found."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, right: int, wrong: int, missed: int) -> None:
        """Count more answers."""
        self.right += right
        self.wrong += wrong
        self.missed += missed

    @property
    def precision(self) -> float:
        """The share of the found that is right; 0 where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """The share of the annotated that was found; 0 where nothing is annotated."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        found = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / found if found else 0.0


@dataclass(slots=True)
class Share:
    """How many of those looked at are right."""

    right: int = 0
    of: int = 0

    def add(self, right: bool) -> None:
        """Count one more."""
        self.right += right
        self.of += 1

    @property
    def value(self) -> float | None:
        """The share, None where there was nothing to look at."""
        return self.right / self.of if self.of else None
