"""The corrections file: what people know better than the reader.

A plain text file in UTF-8, one correction a line. `#` starts a comment line; empty lines don't count.

    same: SKDAA = Hanoi University of Theatre and Cinema       these names are one thing
    name: HUST = Hanoi University of Science and Technology    show the thing called so under this name
    type: Samsung = company                                    what a thing is
    reject: Vinh University | cooperatesWith | Acme            this fact is wrong, in all documents
    reject: Vinh University | cooperatesWith | Acme | in news/a.md        … in this document
    add: Vinh University | cooperatesWith | Acme | kind=agreement date=2024-05 | letter of May 7
    add: Vinh University | partnerCount | | count=12 of=universities

Names are compared without case, accents and punctuation. The fourth and fifth field of `add` may be left out.
"""

import re
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from coopgraph.errors import InputError
from coopgraph.model import Details, EntityType, Relation, Source, Status

_DETAIL = re.compile(r"(?:^|[\s;,])(kind|date|end|role|amount|count|of|within|bound|topic|status)\s*=")
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


@dataclass(frozen=True, slots=True)
class Line:
    """Where a correction stands: `start` and `stop` count code points in the file; `text` is what stands there."""

    number: int
    start: int
    stop: int
    text: str


@dataclass(frozen=True, slots=True)
class Same:
    """Names of one thing, two or more, as written."""

    line: Line
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """The thing that is called `name` is shown as `preferred`."""

    line: Line
    name: str
    preferred: str


@dataclass(frozen=True, slots=True)
class Typed:
    """The thing that is called `name` is of this type."""

    line: Line
    name: str
    type: EntityType


@dataclass(frozen=True, slots=True)
class Rejected:
    """A fact that is wrong, in one document or, with None, in all; without an object for a partner count."""

    line: Line
    subject: str
    relation: Relation
    object: str | None
    document: str | None


@dataclass(frozen=True, slots=True)
class Added:
    """A fact that no document states, with a note where it is known from."""

    line: Line
    subject: str
    relation: Relation
    object: str | None
    details: Details
    note: str


_Correction = Same | Named | Typed | Rejected | Added


@dataclass(frozen=True, slots=True)
class Corrections:
    """All corrections of a file, in its order; without any, there are none and no source."""

    source: Source | None = None
    same: tuple[Same, ...] = ()
    named: tuple[Named, ...] = ()
    typed: tuple[Typed, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    added: tuple[Added, ...] = ()


def read_corrections(path: Path) -> Corrections:
    """Return the corrections of a file; its source is named like the file.

    Raises InputError, naming the file and the line, for what can't be read or isn't a correction.
    """
    from coopgraph.documents.loading import load  # here: whoever asks a dataset compares names, and loads no documents

    try:
        content = load(path, str(path))
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: isn't UTF-8 text; save the corrections as plain text in UTF-8") from error
    found: list[_Correction] = []
    start = 0
    for number, raw in enumerate(text.split("\n"), 1):
        stripped = raw.strip()
        if stripped and not stripped.startswith("#"):
            begin = start + raw.index(stripped)
            try:
                found.append(_parse(Line(number, begin, begin + len(stripped), stripped)))
            except ValueError as error:
                raise InputError(f"{path}:{number}: {error}") from error
        start += len(raw) + 1
    return Corrections(
        Source(path.name, sha256(content).hexdigest(), "corrections", title="Corrections"),
        tuple(one for one in found if isinstance(one, Same)),
        tuple(one for one in found if isinstance(one, Named)),
        tuple(one for one in found if isinstance(one, Typed)),
        tuple(one for one in found if isinstance(one, Rejected)),
        tuple(one for one in found if isinstance(one, Added)),
    )


def _parse(line: Line) -> _Correction:
    kind, colon, rest = line.text.partition(":")
    kind = kind.strip().lower()
    if not colon or kind not in _EXAMPLES:
        raise ValueError(f"starts with none of {', '.join(f'{name}:' for name in _EXAMPLES)}; put # before a comment")
    if kind in ("reject", "add"):
        fields = [field.strip() for field in rest.split("|")]
        return _rejected(line, fields) if kind == "reject" else _added(line, fields)
    names = [name.strip() for name in rest.split("=")]
    if len(names) < 2 or not all(names) or (kind != "same" and len(names) > 2):
        raise ValueError(f"write it as {_EXAMPLES[kind]}")
    if kind == "same":
        return Same(line, tuple(names))
    if kind == "name":
        return Named(line, names[0], names[1])
    return Typed(line, names[0], _type(names[1]))


_EXAMPLES = {
    "same": "same: SHORT NAME = FULL NAME",
    "name": "name: ANY NAME = NAME TO SHOW",
    "type": "type: NAME = company",
    "reject": "reject: SUBJECT | relation | OBJECT, with | in DOCUMENT where it is meant for one document",
    "add": "add: SUBJECT | relation | OBJECT | kind=… date=… | where it is known from",
}


def _type(text: str) -> EntityType:
    try:
        return EntityType(text.lower())
    except ValueError:
        raise ValueError(f"{text} is no type; choose one of {', '.join(EntityType)}") from None


def _relation(text: str) -> Relation:
    for relation in Relation:
        if relation.casefold() == "".join(text.split()).casefold():
            return relation
    raise ValueError(f"{text or 'nothing'} is no relation; choose one of {', '.join(Relation)}")


def _ends(kind: str, fields: list[str]) -> tuple[str, Relation, str | None]:
    if len(fields) < 3 or not fields[0]:
        raise ValueError(f"write it as {_EXAMPLES[kind]}")
    relation = _relation(fields[1])
    if (relation is Relation.PARTNER_COUNT) == bool(fields[2]):
        wrong = "has no object; leave the third field empty" if fields[2] else "needs an object in the third field"
        raise ValueError(f"{relation} {wrong}")
    return fields[0], relation, fields[2] or None


def _rejected(line: Line, fields: list[str]) -> Rejected:
    subject, relation, object_ = _ends("reject", fields)
    document = None
    if len(fields) > 3:
        word, _, document = fields[3].partition(" ")
        if word.lower() != "in" or not document.strip() or len(fields) > 4:
            raise ValueError(f"write it as {_EXAMPLES['reject']}")
        document = document.strip()
    return Rejected(line, subject, relation, object_, document)


def _added(line: Line, fields: list[str]) -> Added:
    subject, relation, object_ = _ends("add", fields)
    if len(fields) > 5:
        raise ValueError(f"write it as {_EXAMPLES['add']}")
    details = _details(fields[3]) if len(fields) > 3 else Details()
    if relation is Relation.PARTNER_COUNT and details.count is None:
        raise ValueError("a partnerCount needs its number; write count=12 in the fourth field")
    return Added(line, subject, relation, object_, details, fields[4] if len(fields) > 4 else "")


def _details(text: str) -> Details:
    found = list(_DETAIL.finditer(text))
    if text and (not found or found[0].start() > 0):
        raise ValueError(f"{text} isn't a detail; write kind=… or date=…, separated by spaces")
    values: dict[str, str] = {}
    for match, stop in zip(found, [*(match.start() for match in found[1:]), len(text)], strict=True):
        value = text[match.end() : stop].strip(" \t;,")
        if not value or match[1] in values:
            raise ValueError(f"{match[1]}= {'stands there twice' if value else 'has no value'}; write each detail once")
        values[match[1]] = value
    for name in ("date", "end"):
        if name in values and not _is_date(values[name]):
            raise ValueError(f"{values[name]} is no date; write 2024, 2024-05 or 2024-05-17")
    count, status = values.pop("count", None), values.pop("status", Status.STATED)
    if count is not None and not (count.isascii() and count.isdigit() and len(count) < 10):
        raise ValueError(f"{count} is no count; write digits, as in count=12")
    if status not in set(Status):
        raise ValueError(f"{status} is no status; choose one of {', '.join(Status)}")
    return Details(**values, count=int(count) if count else None, status=Status(status))


def _is_date(text: str) -> bool:
    """Tell whether the calendar has the year, month or day that is written."""
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return _DATE.fullmatch(text) is not None
