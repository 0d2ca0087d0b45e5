"""Names by a pipeline of spaCy: `--names spacy:MODEL`, where MODEL is an installed package or a folder."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from coopgraph.errors import UsageError
from coopgraph.reading.proposing.finder import Span


class SpacyNames:
    """The entities of a loaded pipeline, whatever component finds them; `version` is that of spaCy."""

    def __init__(self, pipeline: Any, version: str) -> None:
        self._pipeline = pipeline
        self.identity = f"spacy {version} {pipeline.meta.get('name', '')} {pipeline.meta.get('version', '')}"

    def names(self, texts: Sequence[str]) -> Iterator[Iterable[Span]]:
        """Yield the entities of each text with their labels."""
        for document in self._pipeline.pipe(texts):
            yield [(span.start_char, span.end_char, span.label_) for span in document.ents]


def make(model: str) -> SpacyNames:
    """Return the finder for a model. Raises UsageError where spaCy or the model isn't installed, or none is named."""
    if not model:
        raise UsageError("--names spacy: name a model, for example spacy:en_core_web_sm")
    try:
        import spacy  # type: ignore[import-not-found, unused-ignore]
    except ImportError as error:
        raise UsageError(f"--names spacy:{model}: spaCy isn't installed; pip install spacy") from error
    try:
        return SpacyNames(spacy.load(model), spacy.__version__)
    except OSError as error:
        raise UsageError(f"--names spacy:{model}: no such model; python -m spacy download {model}") from error
