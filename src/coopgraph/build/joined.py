"""The readings of a language model, alone or joined with those of the offline reader, and the account of the asking."""

from collections.abc import Sequence
from dataclasses import dataclass

from coopgraph.build.asking import Answered, Asking, Progress, ask_all
from coopgraph.build.reading import Outcome
from coopgraph.documents import Found, Problem
from coopgraph.llm.budget import Cost
from coopgraph.llm.grounding import Dropped
from coopgraph.llm.joining import join
from coopgraph.llm.model import Model
from coopgraph.model import Reading


@dataclass(frozen=True, slots=True)
class Asked:
    """What the asking of a model did in a build.

    `documents` were read by it; `asked` questions were answered now and `kept` ones by answers of earlier builds, at
    the `cost` of those asked now. `unread` documents were not, because of `halted`. `dropped` pairs a document's name
    with what its text doesn't bear out.
    """

    documents: int
    asked: int
    kept: int
    cost: Cost
    unread: int
    halted: str | None
    problems: tuple[Problem, ...]
    dropped: tuple[tuple[str, Dropped], ...]


def read_with_model(
    found: Sequence[Found], offline: Sequence[Outcome] | None, model: Model, asking: Asking, progress: Progress
) -> tuple[list[Outcome], Asked]:
    """Return what became of each document, read by the model and joined with its offline reading, and what was done.

    Without offline outcomes the model reads alone. With them, a document that couldn't be read isn't asked about, and
    one that the model has not read keeps its offline reading.
    """
    before = {outcome.name: outcome for outcome in offline or ()}
    failed = [one for one in before.values() if one.problem and one.problem.severity == "error"]
    names = {one.name for one in failed}
    answers = list(ask_all([one for one in found if one.name not in names], model, asking, progress))
    outcomes = [_outcome(answered, before.get(answered.name)) for answered in answers]
    halted = [answered.halted for answered in answers if answered.halted]
    asked = Asked(
        sum(answered.reading is not None for answered in answers),
        sum(answered.tally.asked for answered in answers),
        sum(answered.tally.kept for answered in answers),
        asking.ledger.spent,
        len(halted),
        min(halted, default=None),
        tuple(problem for answered in answers for problem in answered.problems),
        tuple((one.name, dropped) for one in sorted(answers, key=lambda a: a.name) for dropped in one.dropped),
    )
    return [*failed, *outcomes], asked


def _outcome(answered: Answered, before: Outcome | None) -> Outcome:
    """Return the outcome of one document; what went wrong in the asking stands in the account, not here."""
    offline = before.reading if before else None
    cached = answered.tally.asked == 0 and answered.reading is not None and (before is None or before.cached)
    return Outcome(answered.name, _joined(offline, answered.reading), cached=cached)


def _joined(offline: Reading | None, model: Reading | None) -> Reading | None:
    return join(offline, model) if offline and model else model or offline
