"""PDF: the text of its pages, one page in memory at a time."""

from collections.abc import Iterator

import pypdfium2 as pdfium

from coopgraph.documents import clues, markup
from coopgraph.documents.kinds import Content
from coopgraph.documents.pdf_layout import SOFT_HYPHEN, Line, flow
from coopgraph.errors import InputError

MAX_PAGES = 20_000
"""Pages beyond which a document is refused; a broken file can claim any number."""

_PASSWORD = 4  # FPDF_ERR_PASSWORD
_BREAK_HYPHENS = frozenset({0x02, 0xFFFE})  # what PDFium gives instead of a hyphen and the end of its line
_LINE_ENDS = _BREAK_HYPHENS | {0x0A, 0x0D}


def extract(data: bytes, name: str) -> Content:
    """Return the text of all pages: a line for a paragraph, a blank line between paragraphs.

    Words divided at the end of a line are whole again, and what every page repeats at its top or bottom is left out.
    Title, author and creation date come from the document's properties. Raises InputError.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise InputError(f"{name}: protected by a password; save a copy without one") from error
        raise InputError(f"{name}: not a PDF, or a damaged one; open it in a viewer and save it again") from error
    try:
        if len(document) > MAX_PAGES:
            raise InputError(f"{name}: more than {MAX_PAGES} pages; split it into smaller files")
        text, pages = flow([list(_lines(document, number)) for number in range(len(document))])
        properties = document.get_metadata_dict()
    except pdfium.PdfiumError as error:
        raise InputError(f"{name}: a damaged PDF; open it in a viewer and save it again") from error
    finally:
        document.close()
    if not text:
        raise InputError(f"{name}: its pages hold no text, only images; run text recognition (OCR) over it first")
    return Content(
        text=text,
        prose=markup.blank(text, markup.addresses(text)),
        title=clues.file_title(properties.get("Title")),
        author=properties.get("Author"),
        created=properties.get("CreationDate"),
        pages=pages,
    )


def _lines(document: pdfium.PdfDocument, number: int) -> Iterator[Line]:
    """Yield the lines of one page with their places, in PDFium's reading order."""
    page = document[number]
    try:
        text_page = page.get_textpage()
        try:
            start = 0
            codes = [pdfium.raw.FPDFText_GetUnicode(text_page, index) for index in range(text_page.count_chars())]
            for index, code in enumerate([*codes, 0x0A]):
                if code in _LINE_ENDS:
                    end = index + 1 if code in _BREAK_HYPHENS else index
                    if line := _line(text_page, codes, start, end):
                        yield line
                    start = index + 1
        finally:
            text_page.close()
    finally:
        page.close()


def _line(text_page: pdfium.PdfTextPage, codes: list[int], start: int, stop: int) -> Line | None:
    seen = [index for index in range(start, stop) if codes[index] > 0x20]
    if not seen:
        return None
    left, _, _, top = text_page.get_charbox(seen[0], loose=True)
    _, bottom, right, last_top = text_page.get_charbox(seen[-1], loose=True)
    return Line(_text(codes[start:stop]), left, right, bottom, top, last_top - bottom)


def _text(codes: list[int]) -> str:
    """Return codes as text in one line; PDFium gives what lies beyond 16 bits as surrogates on some systems."""
    letters = "".join(chr(code) if code >= 0x20 else " " for code in codes if code not in _BREAK_HYPHENS)
    text = " ".join(letters.encode("utf-16", "surrogatepass").decode("utf-16", "replace").split())
    divided = bool(codes) and codes[-1] in _BREAK_HYPHENS
    return text[:-1].replace(SOFT_HYPHEN, "") + text[-1:] + (SOFT_HYPHEN if divided else "")
