"""Names by a model of GLiNER, which takes the types to look for in words: `--names gliner:MODEL`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.metadata import version
from typing import Any

from coopgraph.errors import UsageError
from coopgraph.model import EntityType
from coopgraph.reading.proposing.finder import Span

LABELS: Mapping[str, EntityType] = {
    "university or research institute": EntityType.EDUCATION,
    "company": EntityType.COMPANY,
    "ministry or public agency": EntityType.GOVERNMENT,
    "association or international organisation": EntityType.ASSOCIATION,
    "faculty or department": EntityType.UNIT,
    "country": EntityType.COUNTRY,
    "city or region": EntityType.PLACE,
    "project or programme": EntityType.PROJECT,
    "event": EntityType.EVENT,
    "person": EntityType.PERSON,
    "law or strategy": EntityType.POLICY,
}
"""What the model is asked for, and what type of thing that is."""


class GlinerNames:
    """The answers of a loaded model; `version` is that of GLiNER."""

    def __init__(self, model: Any, name: str, version: str) -> None:
        self._model = model
        self.identity = f"gliner {version} {name}"

    def names(self, texts: Sequence[str]) -> Iterator[Iterable[Span]]:
        """Yield the entities of each text with the types that their labels stand for."""
        for text in texts:
            found = self._model.predict_entities(text, list(LABELS))
            yield [(one["start"], one["end"], LABELS[one["label"]].value) for one in found]


def make(model: str) -> GlinerNames:
    """Return the finder for a model. Raises UsageError where GLiNER or the model isn't there, or none is named."""
    if not model:
        raise UsageError("--names gliner: name a model, for example gliner:urchade/gliner_small-v2.1")
    try:
        from gliner import GLiNER  # type: ignore[import-not-found, unused-ignore]
    except ImportError as error:
        raise UsageError(f"--names gliner:{model}: GLiNER isn't installed; pip install gliner") from error
    try:
        return GlinerNames(GLiNER.from_pretrained(model), model, version("gliner"))
    except OSError as error:
        raise UsageError(
            f"--names gliner:{model}: no such model; give a folder or the name of a published one"
        ) from error
