"""An environment without models and keys, and the answers that are recorded."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.llm.server import Behaviour, Connection, Request, answer

RECORDED = Path(__file__).parent / "recorded"
ARTICLES = ROOT / "training" / "articles"
FILES = tuple(sorted(path for name in RECORDED.glob("*.txt") for path in ARTICLES.glob(f"{name.stem}.*")))
"""The project's own articles for which an answer is recorded."""


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Take every model and key out of the environment, and work in an empty folder, which is returned."""
    for name in (
        "COOPGRAPH_LLM_MODEL",
        "COOPGRAPH_LLM_BASE_URL",
        "COOPGRAPH_LLM_ASKS",
        "COOPGRAPH_LLM_KEY",
        "OPENAI_API_KEY",
    ):
        monkeypatch.delenv(name, raising=False)
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return work


def recorded(request: Request, back: Connection) -> None:
    """Answer what was recorded for the document that is asked about."""
    path = next(path for path in RECORDED.glob("*.txt") if f"Name: {path.stem}." in request.asked)
    answer(path.read_text(encoding="utf-8"))(request, back)


def by_name(**answers: str | Behaviour) -> Behaviour:
    """Return a server that answers by the stem of the document's name."""

    def behave(request: Request, back: Connection) -> None:
        chosen = next(answers[stem] for stem in answers if f"Name: {stem}." in request.asked)
        (answer(chosen) if isinstance(chosen, str) else chosen)(request, back)

    return behave
