"""The kinds of file that can be read, and what a reader takes out of one."""

from dataclasses import dataclass

MODULES = {
    ".txt": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "webpage",
    ".htm": "webpage",
    ".pdf": "pdf",
    ".docx": "word",
}
"""The module of this package that reads files with a suffix (in lower case)."""

FORMATS = {"plain": "text", "markdown": "markdown", "webpage": "html", "pdf": "pdf", "word": "docx"}
"""What a Document's format is called, by the module that reads it."""

SUFFIXES = frozenset(MODULES)
"""The suffixes that can be read, in lower case, with the dot."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a reader takes out of a file: its text and what the file itself declares; None where it declares nothing.

    `text`, `prose` and `pages` are those of the Document. The other fields are as written in the file, not yet
    checked: `coopgraph.documents.reader` brings them into the form that a Document promises. `created` is when the
    file was made, which is not always when the document appeared: it counts where nothing better is known.
    """

    text: str
    prose: str
    title: str | None = None
    date: str | None = None
    source: str | None = None
    author: str | None = None
    language: str | None = None
    created: str | None = None
    pages: tuple[int, ...] = ()
