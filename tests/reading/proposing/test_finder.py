"""Finding a finder of names: built in, or by a plug-in."""

import builtins
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from coopgraph.errors import UsageError
from coopgraph.reading.proposing import GROUP, open_finder
from coopgraph.reading.proposing.gliner_names import LABELS, GlinerNames
from coopgraph.reading.proposing.spacy_names import SpacyNames


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    """Let no test see the finder of another."""
    open_finder.cache_clear()
    yield
    open_finder.cache_clear()


class Upper:
    """A finder that takes words in capitals for firms."""

    identity = "upper 1.0"

    def names(self, texts: Any) -> Any:
        """Yield nothing."""
        return [[] for _ in texts]


def make_upper(argument: str) -> Upper:
    """Return the finder; fails for the argument "broken"."""
    if argument == "broken":
        raise RuntimeError("no\nluck")
    return Upper()


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Install a plug-in."""
    point = EntryPoint("upper", f"{__name__}:make_upper", GROUP)
    monkeypatch.setattr("coopgraph.reading.proposing.finder.entry_points", lambda group: [point] * (group == GROUP))


@pytest.mark.usefixtures("installed")
def test_a_plug_in_is_found_by_its_name() -> None:
    """Its function gets what stands behind the colon, once."""
    assert open_finder("upper:model").identity == "upper 1.0"
    assert open_finder("upper:model") is open_finder("upper:model")


@pytest.mark.usefixtures("installed")
def test_a_plug_in_that_fails_is_one_clear_line() -> None:
    """The error names the option and what went wrong."""
    with pytest.raises(UsageError, match=r"^--names upper:broken: can't be opened: RuntimeError: no luck$"):
        open_finder("upper:broken")


def test_an_unknown_finder() -> None:
    """The error lists those that there are."""
    with pytest.raises(UsageError, match=r"^--names flair: no finder .* gliner, spacy$"):
        open_finder("flair:ner-english")


@pytest.mark.parametrize(
    ("spec", "line"),
    [
        ("spacy", "name a model"),
        ("gliner:", "name a model"),
        ("spacy:en_core_web_sm", "pip install spacy"),
        ("gliner:any", "pip install gliner"),
    ],
)
def test_what_is_not_there_is_said_with_the_next_step(monkeypatch: pytest.MonkeyPatch, spec: str, line: str) -> None:
    """Without a model, and without the library."""
    monkeypatch.setattr(builtins, "__import__", _without(builtins.__import__, "spacy", "gliner"))
    with pytest.raises(UsageError, match=line):
        open_finder(spec)


def _without(original: Callable[..., Any], *missing: str) -> Callable[..., Any]:
    def call(name: str, *rest: Any, **more: Any) -> Any:
        if name in missing:
            raise ImportError(name)
        return original(name, *rest, **more)

    return call


def test_the_entities_of_a_spacy_pipeline() -> None:
    """Offsets and labels are those of the spans, and the identity holds both versions."""
    span = SimpleNamespace(start_char=3, end_char=7, label_="ORG")
    pipeline = SimpleNamespace(
        meta={"name": "core", "version": "3.8.0"}, pipe=lambda texts: [SimpleNamespace(ents=[span]) for _ in texts]
    )
    finder = SpacyNames(pipeline, "3.8.2")
    assert finder.identity == "spacy 3.8.2 core 3.8.0"
    assert list(finder.names(["a", "b"])) == [[(3, 7, "ORG")], [(3, 7, "ORG")]]


def test_a_spacy_model_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says how to get it."""

    def load(name: str) -> None:
        raise OSError(name)

    module = ModuleType("spacy")
    module.load = load  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "spacy", module)
    with pytest.raises(UsageError, match=r"no such model; python -m spacy download en_none$"):
        open_finder("spacy:en_none")


def test_the_entities_of_a_gliner_model() -> None:
    """The labels in words become types."""
    label = next(iter(LABELS))
    model = SimpleNamespace(predict_entities=lambda text, labels: [{"start": 0, "end": len(text), "label": labels[0]}])
    finder = GlinerNames(model, "small", "0.2")
    assert finder.identity == "gliner 0.2 small"
    assert list(finder.names(["Alpha"])) == [[(0, 5, LABELS[label].value)]]


def test_a_real_spacy_pipeline() -> None:
    """A blank pipeline with an entity ruler proposes what its patterns say."""
    spacy = pytest.importorskip("spacy", reason="spaCy isn't installed")
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": "Quellor"}])
    finder = SpacyNames(pipeline, spacy.__version__)
    assert list(finder.names(["The firm Quellor grows."])) == [[(9, 16, "ORG")]]
