"""A build that asks several times about each document and keeps what most answers say."""

from collections.abc import Callable
from pathlib import Path

import pytest

from coopgraph.build import Options, Report, build
from coopgraph.build.asking import Asking, Estimate
from coopgraph.errors import InputError
from coopgraph.llm.budget import Ledger, parse_budget
from coopgraph.llm.requests import TEMPERATURE
from coopgraph.llm.settings import Settings
from coopgraph.llm.voting import confidence
from tests.llm.conftest import by_name
from tests.llm.server import Behaviour, Connection, Request, Server, answer, error, serving
from tests.llm.telling import told, write

NOTHING = '{"entities": [], "facts": []}'
BROKEN = "no JSON at all"


def by_seed(*answers: str | Behaviour) -> Behaviour:
    """Return a server that answers by the seed of the request."""

    def behave(request: Request, back: Connection) -> None:
        chosen = answers[request.body["seed"]]
        (answer(chosen) if isinstance(chosen, str) else chosen)(request, back)

    return behave


def run(
    server: Server,
    folder: Path,
    asks: int,
    reader: str = "llm",
    jobs: int = 1,
    budget: str | None = None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
    estimated: Callable[[Estimate], None] = lambda _estimate: None,
    piece: int = 16_000,
    output: str = "g.trig",
) -> Report:
    """Build the folder into a dataset beside it, or at another place there."""
    settings = Settings("tiny", server.url, jobs=jobs, retries=0, asks=asks, piece=piece)
    asking = Asking(settings, Ledger(parse_budget(budget, None)), estimated)
    options = Options(reader="llm" if reader == "llm" else "both", asking=asking)
    return build([folder], folder.parent / output, options, progress)


def sure(report: Report) -> dict[str, float]:
    """Return how sure each document's fact of the model is."""
    return {
        said.evidence.document: said.evidence.confidence
        for said in report.knowledge.statements
        if said.evidence.method == "llm:tiny"
    }


def test_each_ask_differs_in_seed_and_temperature(tmp_path: Path) -> None:
    """The first is what a single ask is, the others are free to be answered otherwise; the messages are the same."""
    folder = write(tmp_path / "in", 1)
    with serving(by_seed(*[told(0)] * 3)) as server:
        run(server, folder, 3)
        run(server, write(tmp_path / "other", 1), 1)
        bodies = [request.body for request in server.requests]
    assert [(body["seed"], body["temperature"]) for body in bodies] == [(0, 0), (1, TEMPERATURE), (2, TEMPERATURE)]
    assert all(body["messages"] == bodies[0]["messages"] for body in bodies)


@pytest.mark.parametrize(("second", "third", "votes"), [(0, 0, 3), (0, 1, 2), (1, 0, 2), (1, 1, 0)])
def test_most_answers_decide(tmp_path: Path, second: int, third: int, votes: int) -> None:
    """What all say is surest, what two of three say less sure, what one says is left out."""
    folder = write(tmp_path / "in", 1)
    with serving(by_seed(told(0), *((told(0), NOTHING)[which] for which in (second, third)))) as server:
        report = run(server, folder, 3)
    assert sure(report) == ({"d0.txt": confidence(votes, 3)} if votes else {})
    assert not report.failed


def test_more_asks_ask_only_the_rest(tmp_path: Path) -> None:
    """The answer of a single ask counts; a second build asks nothing; fewer asks find theirs, with the same bytes."""
    folder = write(tmp_path / "in", 2)
    answers = by_name(d0=by_seed(*[told(0)] * 5), d1=by_seed(told(1), told(1), NOTHING, NOTHING, told(1)))
    with serving(answers) as server:
        once = run(server, folder, 1).output.read_bytes()
        for asks, questions in ((3, 6), (3, 6), (5, 10), (3, 10)):
            report = run(server, folder, asks)
            assert len(server.requests) == questions
            assert sure(report) == {"d0.txt": confidence(3, 3), "d1.txt": confidence({3: 2, 5: 3}[asks], asks)}
            assert report.asked
            assert report.asked.asked + report.asked.kept == 2 * asks
        assert run(server, folder, 1).output.read_bytes() == once
        assert len(server.requests) == 10


def test_estimate_and_progress_count_every_ask(tmp_path: Path) -> None:
    """Of documents asked about three times three times the questions and tokens are left, and told one by one."""
    folder = write(tmp_path / "in", 2)
    estimates: list[Estimate] = []
    steps: list[tuple[int, int]] = []
    with serving(by_name(d0=told(0), d1=told(1))) as server:
        with pytest.raises(InputError, match="more than the budget"):
            run(server, folder, 1, budget="1k", estimated=estimates.append)
        run(server, folder, 3, estimated=estimates.append, progress=lambda *step: steps.append(step))
    single, triple = estimates
    assert (triple.documents, triple.questions) == (single.documents, 3 * single.questions) == (2, 6)
    assert triple.cost.tokens == 3 * single.cost.tokens
    assert steps == [(done, 6) for done in range(7)]


def test_a_budget_covers_every_ask(tmp_path: Path) -> None:
    """What is enough for one ask isn't for three; where it is spent on the way, half a vote counts for nothing."""
    folder = write(tmp_path / "in", 2)
    dear = by_name(d0=answer(told(0), usage=(20_000, 5_000)), d1=answer(told(1), usage=(20_000, 5_000)))
    estimates: list[Estimate] = []
    with serving(dear) as server:
        run(server, folder, 1, estimated=estimates.append, output="a/g.trig")
        enough = str(estimates[0].cost.tokens + 10)
        asked = len(server.requests)
        with pytest.raises(InputError, match="more than the budget"):
            run(server, folder, 3, budget=enough)
        assert len(server.requests) == asked
        report = run(server, folder, 3, budget="100k")
        assert report.asked
        assert (report.asked.cost.tokens, report.asked.documents, report.asked.unread) == (100_000, 1, 1)
        assert sure(report) == {"d0.txt": confidence(3, 3)}
        report = run(server, folder, 3)
        assert (len(server.requests) - asked, report.failed) == (6, False)
        assert sure(report) == {"d0.txt": confidence(3, 3), "d1.txt": confidence(3, 3)}


def test_an_interrupted_build_goes_on_where_it_was(tmp_path: Path) -> None:
    """Stopped within a document's asks, only the rest is asked later."""
    folder = write(tmp_path / "in", 3)

    def stop(done: int, _everything: int) -> None:
        if done == 4:
            raise KeyboardInterrupt

    with serving(by_name(d0=told(0), d1=told(1), d2=told(2))) as server:
        with pytest.raises(KeyboardInterrupt):
            run(server, folder, 3, progress=stop)
        report = run(server, folder, 3)
        assert report.asked
        assert report.asked.kept >= 4
        assert report.asked.asked + report.asked.kept == 9
        assert set(sure(report).values()) == {confidence(3, 3)}


def test_many_at_once_make_no_difference(tmp_path: Path) -> None:
    """Never more questions than allowed wait at once, and the bytes are the same."""
    folder = write(tmp_path / "in", 4)
    answers = by_name(**{f"d{one}": by_seed(told(one), told(one), NOTHING) for one in range(4)})
    with serving(answers) as server:
        one = run(server, folder, 3).output.read_bytes()
        assert server.most == 1
        assert run(server, folder, 3, jobs=3, output="b/g.trig").output.read_bytes() == one
        assert server.most <= 3


def test_an_ask_that_fails_is_a_problem_and_no_vote(tmp_path: Path) -> None:
    """It is named; two others that agree are two votes of three; the next build asks it alone again."""
    folder = write(tmp_path / "in", 1)
    with serving(by_seed(told(0), BROKEN, told(0))) as server:
        report = run(server, folder, 3)
        assert [problem.message.partition(": the")[0] for problem in report.problems] == ["d0.txt: ask 2, part 1"]
        assert report.failed
        assert sure(report) == {"d0.txt": confidence(2, 3)}
        asked = len(server.requests)
        server.script[:] = [by_seed(*[told(0)] * 3)]
        report = run(server, folder, 3)
        assert (len(server.requests), report.failed, sure(report)) == (asked + 1, False, {"d0.txt": confidence(3, 3)})


@pytest.mark.parametrize("reader", ["llm", "both"])
def test_without_a_majority_there_is_no_reading(tmp_path: Path, reader: str) -> None:
    """A document of which half of the asks fail is unread, costs the others nothing, and keeps its offline reading."""
    folder = write(tmp_path / "in", 3)
    broken = by_seed(BROKEN, BROKEN, told(1))
    with serving(by_name(d0=told(0), d1=broken, d2=told(2))) as server:
        report = run(server, folder, 3, reader)
        assert len(server.requests) == 3 + 2 * 2 + 3  # each broken answer is asked for once more
    assert report.asked
    assert (report.asked.documents, report.asked.halted) == (2, None)
    assert {problem.name for problem in report.problems} == {"d1.txt"}
    assert sure(report).keys() == {"d0.txt", "d2.txt"}
    assert len(report.knowledge.sources) == (2 if reader == "llm" else 3)


def test_failures_in_a_row_are_the_end(tmp_path: Path) -> None:
    """As many documents as with a single ask have to fail, one after the other."""
    folder = write(tmp_path / "in", 9)
    with serving(error(500)) as server:
        with pytest.raises(InputError, match=r"failed \(500\)"):
            run(server, folder, 3)
        assert len(server.requests) == 6


def test_a_part_that_fails_in_one_ask(tmp_path: Path) -> None:
    """Of a document in parts the others still count; names are carried over within an ask."""
    folder = tmp_path / "in"
    folder.mkdir()
    first = "Aalen0 University signed an agreement with Borno0 College in 1960."
    (folder / "d0.txt").write_text(f"{first}\n\n{'Nothing else happened then. ' * 10}\n", encoding="utf-8")

    def behave(request: Request, back: Connection) -> None:
        text = request.asked.partition("<document")[2]
        later = "2 of a longer document" in request.asked
        assert later == ('"names": ["Aalen0 University"]' in request.asked)
        told_here = told(0, quote=first) if first in text else NOTHING
        answer(BROKEN if later and request.body["seed"] == 1 else told_here)(request, back)

    with serving(behave) as server:
        report = run(server, folder, 3, piece=300)
    assert [problem.message.partition(": the")[0] for problem in report.problems] == ["d0.txt: ask 2, part 2"]
    assert sure(report) == {"d0.txt": confidence(3, 3)}


def test_both_join_the_vote(tmp_path: Path) -> None:
    """The offline reader makes surer what most answers say, and no less sure what more of them say."""
    folder = write(tmp_path / "in", 2)
    with serving(by_name(d0=told(0), d1=by_seed(told(1), told(1), NOTHING))) as server:
        alone = sure(run(server, folder, 3))
        both = sure(run(server, folder, 3, "both"))
        assert len(server.requests) == 6
    assert alone == {"d0.txt": confidence(3, 3), "d1.txt": confidence(2, 3)}
    assert both["d0.txt"] >= both["d1.txt"]
    assert all(both[name] > alone[name] for name in alone)


def test_lies_of_all_asks_are_listed_once(tmp_path: Path) -> None:
    """What the text doesn't bear out is told whichever ask said it, each thing once."""
    folder = write(tmp_path / "in", 1)
    with serving(by_seed(told(0), told(0, college="Harvard"), told(0, college="Harvard"))) as server:
        report = run(server, folder, 3)
    assert report.asked
    dropped = [one.what for _, one in report.asked.dropped]
    assert dropped.count("Harvard") == 1
    assert len(dropped) == len(set(report.asked.dropped))
