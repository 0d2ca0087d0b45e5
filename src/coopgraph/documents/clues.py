"""What the first lines of a text tell of it where the file itself declares nothing: title, source."""

import re

from coopgraph.documents.markup import ADDRESS

MAX_TITLE = 300
"""Characters of a title; a longer one is cut."""

_SHORT = 120  # characters of a line that can be a title
_EDGE = 2000  # characters at either end in which a source is looked for
_SENTENCE_END = (".", "!", ";", ":", ",")
_CREDIT = re.compile(
    r"[ \t*_>(\[]*(?:source[ \t]*:|originally published(?: at| on| in| by)?[ \t]*:?)[ \t*_]*(.+)", re.IGNORECASE
)
_FILLED_IN = re.compile(
    r"^(?:microsoft (?:word|powerpoint) - .*|(?:untitled|document|presentation)\s*\d*|powerpoint presentation)$"
    r"|\.(?:docx?|dotx?|rtf|odt|pdf|indd|qxd|pptx?|xlsx?|html?|txt|tmp)$",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?!\s)")
_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


def title(prose: str) -> str | None:
    """Return the first line of prose if it is short and no sentence, else None."""
    line = next((words for line in prose[:_EDGE].splitlines() if (words := " ".join(line.split()))), "")
    if len(line) > _SHORT or line.endswith(_SENTENCE_END) or sum(map(str.isalpha, line)) < 3:
        return None
    return line


def source(text: str) -> str | None:
    """Return the web address that is the first line of text, or what a line "Source: …" near either end names."""
    top = [line for line in text[:_EDGE].splitlines() if line.strip()][:6]
    if top and (match := ADDRESS.fullmatch(top[0].strip().strip("<>"))):
        return match[0]
    for line in [*top, *reversed(text[-_EDGE:].splitlines()[-6:])]:
        if match := _CREDIT.match(line):
            named = match[1].strip()
            address = _WEB.search(named)
            return address[0].rstrip(").,;*_]") if address else as_source(named)
    return None


def as_source(value: str) -> str | None:
    """Return value in one line if it can be shown as a source: a web address or a name, no script and no file."""
    line = _visible(value)[:2000]
    if _SCHEME.match(line) and not _WEB.match(line):
        return None
    return line or None


def as_title(value: str) -> str | None:
    """Return value in one line, cut to MAX_TITLE; None where nothing of it can be seen."""
    return _visible(value[: 4 * MAX_TITLE])[:MAX_TITLE] or None


def file_title(value: str | None) -> str | None:
    """Return a title from a file's properties, or None where a program only filled in a file name or a default."""
    title = as_title(value or "")
    return None if title is None or _FILLED_IN.search(title) else title


def _visible(value: str) -> str:
    """Return what can be seen of value in one line: no controls, and no half of a surrogate pair, as YAML allows it."""
    return " ".join("".join(c if c.isprintable() else " " for c in value).split())
