"""Every document read by a language model: from kept answers where all are there, else by asking, several at once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from threading import Lock
from typing import TypeVar

from coopgraph import documents
from coopgraph.build.threads import in_threads
from coopgraph.documents import Found, Problem
from coopgraph.errors import CoopgraphError, one_line
from coopgraph.llm.budget import Cost, Ledger, expected
from coopgraph.llm.cache import FOLDER
from coopgraph.llm.failures import HaltedError, UnansweredError
from coopgraph.llm.grounding import Dropped
from coopgraph.llm.model import Model, Tally, UnknownError, open_model
from coopgraph.llm.pieces import Piece, pieces
from coopgraph.llm.prompt import Prompt, prompt
from coopgraph.llm.reader import Read, read
from coopgraph.llm.settings import Settings
from coopgraph.llm.voting import elected
from coopgraph.model import Document, Reading

Result = TypeVar("Result")
Progress = Callable[[int, int], None]

_NOTHING = '{"entities": [], "facts": []}'  # stands for the answer about a part of a document that has none
_one_at_a_time = Lock()  # the library that reads PDF files can't be used by two threads at once


@dataclass(frozen=True, slots=True)
class Estimate:
    """What is left to ask: documents, questions, and about what they cost."""

    documents: int = 0
    questions: int = 0
    cost: Cost = field(default_factory=Cost)


@dataclass(frozen=True, slots=True)
class Asking:
    """A language model to read with: its settings, where its cost is counted, and who is told the estimate."""

    settings: Settings
    ledger: Ledger
    estimated: Callable[[Estimate], None] = lambda _estimate: None

    def open(self, folder: Path | None) -> Model:
        """Return the model, its answers kept in a part of the folder; raises what open_model does."""
        return open_model(self.settings, self.ledger, folder / FOLDER if folder else None)


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of one document: its reading, none where no part of it was answered, and what was left out.

    Where it is asked about several times there is none either once half of the asks are without an answer. `halted`
    says why nothing more could be asked, where that is why there is no reading.
    """

    name: str
    reading: Reading | None = None
    problems: tuple[Problem, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    tally: Tally = field(default_factory=Tally)
    halted: str | None = None


def ask_all(found: Sequence[Found], model: Model, asking: Asking, progress: Progress) -> Iterator[Answered]:
    """Yield what became of each document, in no particular order.

    `progress` is told how many questions of how many are answered; nothing is asked where the budget doesn't cover the
    estimate. Once nothing more can be asked, all documents that are left come with the reason.
    """
    settings, budget = asking.settings, asking.ledger.budget
    unread: list[Found] = []
    left = Estimate()
    for one in found:
        answered = _guarded(one, partial(_from_kept, model, settings))
        if isinstance(answered, Answered):
            yield answered
        else:
            unread.append(one)
            left = Estimate(len(unread), left.questions + answered.questions, left.cost + answered.cost)
    if not unread:
        return
    asking.estimated(left)
    work = _Work(model, settings)
    if not budget.covers(left.cost):
        work.halted = f"about {left.cost.tokens:,} tokens are needed, more than the budget of {budget}; raise --budget"
    done = 0
    progress(done, left.questions)
    for told in in_threads(work, unread, settings.jobs):
        if isinstance(told, Answered):
            yield told
        else:
            done += told
            progress(done, max(done, left.questions))


class _Work:
    """Reads a document by asking, as long as that makes sense."""

    def __init__(self, model: Model, settings: Settings) -> None:
        self._model = model
        self._settings = settings
        self.halted: str | None = None

    def __call__(self, found: Found, tell: Callable[[Answered | int], None]) -> None:
        """Tell a number for each question, then what became of the document."""
        if self.halted is None:
            try:
                tell(_guarded(found, partial(self._read, tell)))
            except HaltedError as error:
                self.halted = str(error)
            else:
                return
        tell(Answered(found.name, halted=self.halted))

    def _read(self, tell: Callable[[Answered | int], None], document: Document) -> Answered:
        settings, tally = self._settings, Tally()
        problems: list[Problem] = []
        reads: list[Read] = []
        for turn in range(settings.asks):
            before = len(problems)
            got = read(document, self._asker(document, turn, tally, problems, tell), settings.method, settings.piece)
            failed = len(problems) - before
            if not failed or failed < got.pieces:
                reads.append(got)
            elif 2 * (turn + 1 - len(reads)) >= settings.asks:  # there can't be a majority any more
                return Answered(document.name, problems=tuple(problems), tally=tally)
        together = elected(reads, settings.asks)
        return Answered(document.name, together.reading, tuple(problems), together.dropped, tally)

    def _asker(
        self,
        document: Document,
        turn: int,
        tally: Tally,
        problems: list[Problem],
        tell: Callable[[Answered | int], None],
    ) -> Callable[[Prompt], str]:
        """Return what asks the questions about a document in their order, and adds a problem for each that failed."""
        parts = count(1)
        again = f"ask {turn + 1}, " if self._settings.asks > 1 else ""

        def ask(prompt: Prompt) -> str:
            kept, part = tally.kept, next(parts)
            try:
                return self._model.ask(prompt, tally, turn)
            except UnansweredError as error:
                problems.append(Problem(document.name, f"{document.name}: {again}part {part}: {error}", "error"))
                return _NOTHING
            finally:
                tell(int(tally.kept == kept))

        return ask


def _from_kept(model: Model, settings: Settings, document: Document) -> Answered | Estimate:
    """Return the document's reading from kept answers, or where some are missing what is left to ask."""
    reads: list[Read] = []
    missing: list[Piece] = []
    tally = Tally()
    for turn in range(settings.asks):
        known = tally.kept
        try:
            reads.append(read(document, partial(model.kept, tally=tally, turn=turn), settings.method, settings.piece))
        except UnknownError:
            missing += pieces(document, settings.piece)[tally.kept - known :]
    if missing:
        return Estimate(1, len(missing), sum((expected(prompt(document, piece)) for piece in missing), Cost()))
    got = elected(reads, settings.asks)
    return Answered(document.name, got.reading, (), got.dropped, tally)


def _guarded(found: Found, function: Callable[[Document], Result]) -> Result | Answered:
    """Return what the function makes of the document, or the problem that prevented it. Raises HaltedError."""
    try:
        with _one_at_a_time:
            document = documents.read(found.path, found.name)
        return function(document)
    except HaltedError:
        raise
    except CoopgraphError as error:
        message = str(error)
    except Exception as error:  # noqa: BLE001  # a bug in reading one document must not lose the others
        message = f"{found.name}: a bug in its reading: {type(error).__name__}: {one_line(error)}; please report it"
    return Answered(found.name, problems=(Problem(found.name, message, "error"),))
