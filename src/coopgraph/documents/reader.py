"""A file → a Document."""

import hashlib
from importlib import import_module
from pathlib import Path, PurePosixPath

from coopgraph.documents import clues, dates, language
from coopgraph.documents.kinds import FORMATS, MODULES, Content
from coopgraph.documents.loading import load
from coopgraph.errors import InputError
from coopgraph.model import Document


def read(path: Path, name: str) -> Document:
    """Return the file at path as the document called name.

    What the file declares of itself (a header, metadata) comes before what its first lines show. Raises InputError,
    one line with name in front, where the file can't be read or holds no text.
    """
    suffix = PurePosixPath(path.name).suffix.lower()
    if suffix not in MODULES:
        raise InputError(f"{name}: {unsupported(suffix)}")
    data = load(path, name)
    content: Content = import_module(f"coopgraph.documents.{MODULES[suffix]}").extract(data, name)
    if not content.text.strip():
        raise InputError(f"{name}: holds no text; leave it out or give the text itself")
    source = clues.as_source(content.source or "") or clues.source(content.text)
    return Document(
        name=name,
        text=content.text,
        prose=content.prose,
        digest=hashlib.sha256(data).hexdigest(),
        format=FORMATS[MODULES[suffix]],
        title=clues.as_title(content.title or "") or clues.title(content.prose),
        date=dates.from_field(content.date or "")
        or dates.from_top(content.prose)
        or dates.from_address(source or "")
        or dates.from_field(content.created or ""),
        source=source,
        author=clues.as_title(content.author or ""),
        language=language.from_field(content.language or "") or language.detect(content.prose),
        pages=content.pages,
    )


def unsupported(suffix: str) -> str:
    """Return why a file with the suffix isn't read, and what to do."""
    kinds = " ".join(MODULES)
    return f"{f'{suffix} files' if suffix else 'files without a suffix'} can't be read yet; kinds that can: {kinds}"
