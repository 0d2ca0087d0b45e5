"""Word documents."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.part import PartFactory
from docx.oxml.ns import qn
from docx.package import Package
from docx.parts.document import DocumentPart

from coopgraph.documents import clues, markup
from coopgraph.documents.kinds import Content
from coopgraph.errors import InputError

MAX_UNPACKED = 256 * 1024 * 1024
"""Bytes that all parts of a document together may take when unpacked; a million characters of text take two million."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of Word before 2007, and of encrypted documents since
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CHUNK = 1024 * 1024
_MAIN_TYPES = (  # what python-docx doesn't open by itself: documents with macros, and templates
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
)
_PARAGRAPH, _TABLE, _ROW, _CELL = map(qn, ("w:p", "w:tbl", "w:tr", "w:tc"))
_NUMBERING = f"{qn('w:pPr')}/{qn('w:numPr')}"
_STYLE = f"{qn('w:pPr')}/{qn('w:pStyle')}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # a second copy of a text box
_HIDDEN = frozenset({qn("w:del"), qn("w:moveFrom"), _FALLBACK})
_CHARACTERS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_TEXT, _BOX, _PROPERTIES = map(qn, ("w:t", "w:txbxContent", "w:pPr"))
_HEADINGS = ("title", "heading")
_TOP = 50  # paragraphs among which the first heading is looked for


def extract(data: bytes, name: str) -> Content:
    """Return the paragraphs, lists and tables of the main text, with all insertions accepted.

    Paragraphs are divided by a blank line; items of a list and rows of a table are lines of their own, and the cells
    of a row are divided by tabs. Macros, fields and external parts are never looked at. Raises InputError.
    """
    _check(data, name)
    for content_type in _MAIN_TYPES:
        PartFactory.part_type_for.setdefault(content_type, DocumentPart)
    try:
        part = Package.open(io.BytesIO(data)).main_document_part
        document: WordDocument = part.document
        text = _joined(_blocks(document.element.body))
        properties = document.core_properties
        # The template that python-docx starts from says 2013 and its own name, of whatever it has made.
        told = properties.author != "python-docx"
        return Content(
            text=text,
            prose=markup.blank(text, markup.addresses(text)),
            title=clues.file_title(properties.title) or _heading(document),
            created=properties.created.isoformat() if properties.created and told else None,
            author=properties.author if told else None,
            language=properties.language,
        )
    except Exception as error:
        raise InputError(f"{name}: a broken Word document; open it in Word, save it again, or export it") from error


def _check(data: bytes, name: str) -> None:
    """Raise InputError for what isn't a zip file of at most MAX_UNPACKED bytes, by what it declares and what it is."""
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise InputError(f"{name}: protected by a password; save a copy without one")
        raise InputError(f"{name}: a Word document from before 2007; save it as .docx")
    try:
        fits = _fits(data)
    except Exception as error:
        raise InputError(f"{name}: not a Word document, or a damaged one; open it in Word and save it again") from error
    if not fits:
        raise InputError(f"{name}: unpacks to more than {MAX_UNPACKED // 2**20} MiB; save its text as .txt instead")


def _fits(data: bytes) -> bool:
    """Return whether a zip file takes MAX_UNPACKED bytes at most, by what it declares and by what it really holds."""
    size = 0
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
            return False
        for entry in archive.infolist():
            with archive.open(entry) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    if size > MAX_UNPACKED:
                        return False
    return True


def _blocks(element: Any) -> Iterator[tuple[str, bool]]:
    """Yield the text of each paragraph and row below element, and whether it goes on with what stands before it."""
    row_before = False
    for child in element:
        if child.tag in _HIDDEN:
            continue
        if child.tag == _PARAGRAPH:
            yield _text(child), _is_item(child)
        elif child.tag == _ROW:
            yield "\t".join(" ".join(_text(cell).split()) for cell in _cells(child)), row_before
            row_before = True
        else:
            yield from _blocks(child)


def _is_item(paragraph: Any) -> bool:
    style = paragraph.find(_STYLE)
    return paragraph.find(_NUMBERING) is not None or (
        style is not None and "list" in style.get(qn("w:val"), "").lower()
    )


def _joined(blocks: Iterator[tuple[str, bool]]) -> str:
    pieces: list[str] = []
    for text, goes_on in blocks:
        if text.strip():
            pieces += ["\n" if goes_on else "\n\n", text.strip(" \n")]
    return "".join(pieces[1:])


def _cells(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == _CELL:
            yield child
        elif child.tag not in _HIDDEN:
            yield from _cells(child)  # a content control around cells


def _text(element: Any) -> str:
    return "".join(_pieces(element))


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif child.tag not in _HIDDEN and child.tag != _PROPERTIES:
            yield from _pieces(child)
            if child.tag in (_PARAGRAPH, _BOX):
                yield "\n"


def _heading(document: WordDocument) -> str | None:
    for paragraph in document.paragraphs[:_TOP]:
        style = paragraph.style.name if paragraph.style else None
        if (style or "").lower().startswith(_HEADINGS) and paragraph.text.strip():
            return paragraph.text
    return None
