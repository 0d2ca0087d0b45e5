"""PDF."""

import io
from collections.abc import Callable

import pypdfium2 as pdfium
import pytest

from coopgraph.documents import pdf as reader
from tests.documents.conftest import Reader
from tests.documents.files import Words, lines, pdf

Refusal = Callable[[str, bytes | str], str]
BODY = [
    "The University of Otago signed an agreement with Te Papa in Wellington last Monday, and",
    "it will run for five years with the option of a further five years. The two organi-",
    "sations will share staff and students, said its Vice-Chancellor. The Vice-",
    "Chancellor was pleased.",
]
PARAGRAPH = (
    "The University of Otago signed an agreement with Te Papa in Wellington last Monday, and it will run for five years"
    " with the option of a further five years. The two organisations will share staff and students, said its"
    " Vice-Chancellor. The Vice-Chancellor was pleased."
)
SECOND = ["The second paragraph begins behind a gap and fills two lines of the page, of which this is", "the last"]


def test_lines_become_paragraphs(read_bytes: Reader) -> None:
    """Lines are joined, divided words are whole, and a heading, a gap and a short line end a paragraph."""
    page = [Words("Otago and Te Papa sign", 790, size=18), *lines(BODY), *lines(SECOND, top=690)]
    document = read_bytes("a.pdf", pdf([page]))
    assert document.text.split("\n\n") == ["Otago and Te Papa sign", PARAGRAPH, " ".join(SECOND)]
    assert document.prose == document.text
    assert document.pages == (0,)
    assert document.title == "Otago and Te Papa sign"
    assert document.language == "en"
    assert document.format == "pdf"


def test_a_short_last_line_ends_a_paragraph(read_bytes: Reader) -> None:
    """Without a gap, a full stop on a short line ends a paragraph, and so does an indented first line."""
    assert read_bytes("a.pdf", pdf([lines([*BODY, *SECOND])])).text == f"{PARAGRAPH}\n\n{' '.join(SECOND)}"
    full = lines([SECOND[0], "of which this is the second line, as long as the first one is and no shorter at all."])
    indented = Words("Here begins another, as far as can be seen from where the line begins on the page.", 734, x=90)
    assert read_bytes("a.pdf", pdf([[*full, indented]])).text.count("\n\n") == 1


def test_bullets_are_paragraphs(read_bytes: Reader) -> None:
    """Each item of a list stands for itself."""
    text = read_bytes("a.pdf", pdf([lines(["The partners are:", "• Te Papa", "• Waikato", "2. Massey"])])).text
    assert text.split("\n\n") == ["The partners are:", "• Te Papa", "• Waikato", "2. Massey"]


def test_pages_have_their_offsets(read_bytes: Reader) -> None:
    """Heads, feet and page numbers are left out; a paragraph goes on over a page break; an empty page has no length."""
    pages = [
        [Words("Annual report 2020", 800, size=9), *lines(body), Words(f"Page {number}", 40, size=9)]
        for number, body in enumerate((BODY[:2], BODY[2:], SECOND), 1)
    ]
    document = read_bytes("a.pdf", pdf([*pages[:2], [], *pages[2:]]))
    assert document.text == f"{PARAGRAPH}\n\n{' '.join(SECOND)}"
    second = document.text.index("sations")
    third = document.text.index("The second")
    assert document.pages == (0, second, third, third)


def test_properties_are_taken(read_bytes: Reader) -> None:
    """Title, author and day of creation come from the properties; what a program filled in is no title."""
    info = "/Title (Otago signs) /Author (Jane Smith) /CreationDate (D:20160127100000+13'00')"
    document = read_bytes("a.pdf", pdf([lines(BODY)], info=info))
    assert (document.title, document.author, document.date) == ("Otago signs", "Jane Smith", "2016-01-27")
    document = read_bytes("a.pdf", pdf([lines(BODY)], info="/Title (Microsoft Word - report.doc)"))
    assert (document.title, document.author, document.date) == (None, None, None)


def test_a_locked_document_is_refused(refusal: Refusal) -> None:
    """A password has its own next step."""
    encrypt = f"/Filter /Standard /V 1 /R 2 /P -4 /O <{'00' * 32}> /U <{'11' * 32}>"
    assert "protected by a password" in refusal("a.pdf", pdf([lines(BODY)], encrypt=encrypt))


def test_a_document_of_images_is_refused(refusal: Refusal) -> None:
    """Pages without text ask for text recognition."""
    assert "only images; run text recognition" in refusal("a.pdf", pdf([[], []]))


def test_a_broken_document_is_refused(refusal: Refusal) -> None:
    """What is cut short or no PDF at all is one line."""
    data = pdf([lines(BODY)])
    for broken in (b"", b"no PDF", data[:300], b"%PDF-1.4\n%%EOF"):
        refusal("a.pdf", broken)


def test_a_document_of_too_many_pages_is_refused(refusal: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit, nothing is read."""
    monkeypatch.setattr(reader, "MAX_PAGES", 1)
    assert refusal("a.pdf", pdf([lines(BODY)] * 2)).startswith("a.pdf: more than 1 pages; ")


def test_what_pdfium_itself_saves_is_read(read_bytes: Reader) -> None:
    """A file with compressed structures gives the same text."""
    stream = io.BytesIO()
    document = pdfium.PdfDocument(pdf([lines(BODY)]))
    document.save(stream)
    document.close()
    assert read_bytes("a.pdf", stream.getvalue()).text == PARAGRAPH
