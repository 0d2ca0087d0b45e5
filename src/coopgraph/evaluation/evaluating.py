"""Reads the annotated texts and puts the scores of all documents together."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from coopgraph import documents, identity
from coopgraph.build.reading import Outcome, read_all
from coopgraph.documents import Found
from coopgraph.errors import CoopgraphError, InputError
from coopgraph.evaluation.gold import Gold
from coopgraph.evaluation.predictions import Told, told
from coopgraph.evaluation.reliability import Bin, calibration_error, reliability
from coopgraph.evaluation.scoring import Score, score
from coopgraph.evaluation.tally import Share, Tally
from coopgraph.model import TIES, Relation
from coopgraph.reading import DEFAULT, Reader, open_finder

_NOT_THERE = "not among the texts"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores of all annotated documents, in the order of their names, and what they add up to."""

    scores: tuple[Score, ...]

    @property
    def unread(self) -> tuple[Score, ...]:
        """The documents of which nothing could be read: all that they state counts as missed."""
        return tuple(score for score in self.scores if score.unread)

    @property
    def things(self) -> Tally:
        """Things found."""
        return _sum(score.things for score in self.scores)

    @property
    def network(self) -> Tally:
        """Facts of the relations that draw the network."""
        return _sum(score.total(TIES) for score in self.scores)

    @property
    def facts(self) -> Tally:
        """Facts of all relations."""
        return _sum(score.total() for score in self.scores)

    @property
    def relations(self) -> dict[Relation, Tally]:
        """Facts by relation, for those that were annotated or read."""
        present = {relation for score in self.scores for relation in score.facts}
        return {
            relation: _sum(score.total(frozenset({relation})) for score in self.scores)
            for relation in Relation
            if relation in present
        }

    def share(self, of: Callable[[Score], Share]) -> Share:
        """Return a share over all documents, such as `share(lambda score: score.dates)`."""
        shares = [of(score) for score in self.scores]
        return Share(sum(share.right for share in shares), sum(share.of for share in shares))

    @property
    def silent(self) -> Tally:
        """The network facts of documents whose annotation has none: all that were read are wrong."""
        return _sum(total for total in (score.total(TIES) for score in self.scores) if not total.right + total.missed)

    @property
    def silent_documents(self) -> int:
        """The number of documents whose annotation has no network fact."""
        totals = [score.total(TIES) for score in self.scores]
        return sum(not total.right + total.missed for total in totals)

    @property
    def bins(self) -> tuple[Bin, ...]:
        """How often facts of a stated confidence are right."""
        return reliability([pair for score in self.scores for pair in score.sure])

    @property
    def calibration_error(self) -> float | None:
        """How far stated confidence and share right lie apart, on average; None without facts."""
        return calibration_error(self.bins)


def evaluate(
    texts: Sequence[Path],
    gold: Sequence[Gold],
    jobs: int = 1,
    least: float = 0.0,
    reader: Reader = DEFAULT,
    names: str | None = None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Evaluation:
    """Read the annotated documents at and below `texts` and score them against `gold`.

    Facts that are less sure than `least` are left out. `names` is a finder of names that is heeded beside the grammar,
    as `coopgraph.reading.open_finder` takes it. `progress` is told how many documents of how many are read. A document
    that can't be read, or isn't there, counts as one of which nothing was read. Raises InputError where none of the
    annotated documents is there, or where it isn't clear which is meant, and UsageError for a finder that isn't there.
    """
    found = documents.discover(texts)[0]
    chosen = {one.document: _choose(one.document, found) for one in gold}
    wanted = sorted({document for document in chosen.values() if document})
    if not wanted:
        names = ", ".join(repr(one.document) for one in gold[:3])
        raise InputError(f"none of the annotated documents is among the texts (looked for {names}); check both paths")
    if names:
        open_finder(names)
    outcomes: dict[str, Outcome] = {}
    progress(0, len(wanted))
    for outcome in read_all(wanted, None, jobs, reader, names):
        outcomes[outcome.name] = outcome
        progress(len(outcomes), len(wanted))
    readings = [outcome.reading for _, outcome in sorted(outcomes.items()) if outcome.reading]
    said = told(identity.resolve(readings, identity.Corrections()))
    return Evaluation(tuple(_score(one, chosen[one.document], outcomes, said, least) for one in gold))


def _choose(name: str, found: Sequence[Found]) -> Found | None:
    """Return the document that an annotation calls by its name: its path below the folder, or its file's name."""
    exact = [document for document in found if document.name == name]
    same = exact or [document for document in found if PurePosixPath(document.name).name == name]
    if len(same) > 1:
        places = " and ".join(document.name for document in same[:2])
        raise InputError(f"{name!r} may be {places}; write the path below the folder of texts into the annotation")
    return same[0] if same else None


def _score(
    gold: Gold, document: Found | None, outcomes: dict[str, Outcome], said: dict[str, Told], least: float
) -> Score:
    if document is None:
        return score(gold, Told(), "", f"{gold.document}: {_NOT_THERE}")
    outcome = outcomes[document.name]
    if outcome.reading is None:
        why = outcome.problem.message if outcome.problem else f"{document.name}: not read"
        return score(gold, Told(), "", why)
    mine = said[document.name]
    rows = [row for row in mine.rows if row.evidence.confidence >= least]
    return score(gold, replace(mine, rows=rows), _text(document))


def _text(document: Found) -> str:
    try:
        return documents.read(document.path, document.name).text
    except CoopgraphError:  # it was there when it was read: without its text no quote can be confirmed
        return ""


def _sum(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in tallies:
        total.add(tally.right, tally.wrong, tally.missed)
    return total
