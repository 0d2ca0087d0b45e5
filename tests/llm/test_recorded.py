"""Answers about the project's own articles, written by a language model to exactly our prompts, and their figures."""

from pathlib import Path

import pytest

from coopgraph import documents
from coopgraph.build import Options, Report, build
from coopgraph.build.asking import Asking
from coopgraph.evaluation import Score, Tally, read_gold
from coopgraph.evaluation.predictions import told
from coopgraph.evaluation.scoring import score
from coopgraph.llm.budget import ANSWER_SHARE, Budget, Ledger
from coopgraph.llm.pieces import estimated_tokens, pieces
from coopgraph.llm.prompt import prompt
from coopgraph.llm.settings import Settings
from coopgraph.model import TIES
from tests.conftest import ROOT
from tests.llm.conftest import FILES, RECORDED, recorded
from tests.llm.server import serving

LEAST = {"network": 0.95, "facts": 0.9, "entities": 0.9}
"""What the answers reach at least, F1: a change of prompt or grounding that loses facts shows here."""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Return the build of the articles for which answers are recorded."""
    with serving(recorded) as server:
        settings = Settings("recorded", server.url)
        options = Options(reader="llm", asking=Asking(settings, Ledger(Budget())))
        return build(FILES, tmp_path_factory.mktemp("recorded") / "g.trig", options)


def test_the_figures(report: Report) -> None:
    """Network facts, all facts and entities against the annotation of the articles."""
    scores = list(_scores(report))
    assert len(scores) == len(FILES) == len(list(RECORDED.glob("*.txt")))
    sums = {"network": Tally(), "facts": Tally(), "entities": Tally()}
    for one in scores:
        for name, part in (("network", one.total(TIES)), ("facts", one.total()), ("entities", one.things)):
            sums[name].add(part.right, part.wrong, part.missed)
    figures = {name: round(tally.f1, 3) for name, tally in sums.items()}
    assert {name: figure for name, figure in figures.items() if figure < LEAST[name]} == {}, figures


def _scores(report: Report) -> list[Score]:
    said = told(report.knowledge)
    gold = {one.document: one for one in read_gold(ROOT / "training" / "gold")}
    return [score(gold[path.name], said[path.name], documents.read(path, path.name).text) for path in FILES]


def test_every_quote_is_verbatim(report: Report) -> None:
    """A quote stands in its document at its offsets, letter by letter, line ends and markup included."""
    texts = {path.name: documents.read(path, path.name).text for path in FILES}
    for said in report.knowledge.statements:
        evidence = said.evidence
        assert texts[evidence.document][evidence.start : evidence.stop] == evidence.quote
        assert evidence.method == "llm:recorded"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_estimate_is_no_underestimate(path: Path) -> None:
    """The answer takes no more tokens than are reckoned with before."""
    document = documents.read(path, path.name)
    asked = prompt(document, pieces(document)[0]).messages[-1].content
    answered = (RECORDED / f"{path.stem}.txt").read_text(encoding="utf-8")
    assert estimated_tokens(answered) <= ANSWER_SHARE * estimated_tokens(asked)
