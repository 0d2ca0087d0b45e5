"""Word documents."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document as WordDocument

from coopgraph.documents import word
from tests.documents.conftest import Reader

Refusal = Callable[[str, bytes | str], str]
MAIN = "word/document.xml"
SENTENCE = "The University of Otago and Te Papa have signed a memorandum of understanding this week."


def saved(document: WordDocument) -> bytes:
    """Return the bytes of a document."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def changed(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """Return a zip file with each part changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry.filename, change(entry.filename, old.read(entry)))
    return stream.getvalue()


def with_body(xml: str) -> bytes:
    """Return a document whose body starts with the given elements."""
    return changed(
        saved(docx.Document()),
        lambda name, part: part.replace(b"<w:body>", b"<w:body>" + xml.encode()) if name == MAIN else part,
    )


def test_paragraphs_lists_and_tables_are_text(read_bytes: Reader) -> None:
    """Paragraphs are divided by a blank line; items and rows are lines, with tabs between cells."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "A head on every page"
    document.add_heading("Otago and Te Papa sign", 1)
    document.add_paragraph("The partners are:")
    document.add_paragraph("Otago", style="List Bullet")
    document.add_paragraph("Te Papa", style="List Bullet")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ["Partner", "Since", "Te\nPapa", ""], strict=True):
        cell.text = text
    paragraph = document.add_paragraph("The ")
    paragraph.add_run("University").bold = True
    paragraph.add_run(" of Otago")
    text = read_bytes("a.docx", saved(document)).text
    assert text == (
        "Otago and Te Papa sign\n\nThe partners are:\nOtago\nTe Papa\n\nPartner\tSince\nTe Papa\t\n\n"
        "The University of Otago"
    )


def test_properties_are_taken(read_bytes: Reader) -> None:
    """Title, author, language and, where the text has no date, the day of creation."""
    document = docx.Document()
    document.add_paragraph(SENTENCE)
    properties = document.core_properties
    properties.title, properties.author, properties.language = "Otago signs", "Jane Smith", "en-NZ"
    properties.created = dt.datetime(2016, 1, 27, 10)
    read = read_bytes("a.docx", saved(document))
    assert (read.title, read.author, read.language, read.date) == ("Otago signs", "Jane Smith", "en", "2016-01-27")
    assert read.format == "docx"
    document.paragraphs[0].insert_paragraph_before("Wednesday, 20 January 2016")
    assert read_bytes("a.docx", saved(document)).date == "2016-01-20"


def test_the_first_heading_is_the_title(read_bytes: Reader) -> None:
    """What a program only filled in is no title, and what python-docx leaves of its template is no date."""
    document = docx.Document()
    document.core_properties.title = "report.docx"
    document.add_paragraph(SENTENCE)
    document.add_heading("Otago signs", 2)
    read = read_bytes("a.docx", saved(document))
    assert (read.title, read.date, read.author) == ("Otago signs", None, None)


def test_insertions_stand_and_deletions_are_gone(read_bytes: Reader) -> None:
    """Tracked changes count as accepted; a text box is read once, a field by its result."""
    body = (
        "<w:p><w:r><w:t>a </w:t></w:r><w:ins><w:r><w:t>b</w:t></w:r></w:ins><w:del><w:r><w:delText>c</w:delText></w:r>"
        "</w:del><w:moveFrom><w:r><w:t>d</w:t></w:r></w:moveFrom><w:r><w:tab/><w:instrText>PAGE</w:instrText></w:r>"
        "<w:hyperlink><w:r><w:t>e</w:t><w:br/><w:t>f</w:t></w:r></w:hyperlink></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>g</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<mc:Choice><w:txbxContent><w:p><w:r><w:t>h</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
        "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>h</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert read_bytes("a.docx", with_body(body)).text == "a b\te\nf\n\ng\n\nh"


def test_a_document_with_macros_is_read(read_bytes: Reader) -> None:
    """Macros change the type of the main part, and nothing else."""
    document = docx.Document()
    document.add_paragraph(SENTENCE)
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macros = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    data = changed(saved(document), lambda _, part: part.replace(plain, macros))
    assert read_bytes("a.docx", data).text == SENTENCE


def test_external_entities_are_not_read(read_bytes: Reader) -> None:
    """An entity that names a file of this machine stays empty."""
    data = changed(
        with_body("<w:p><w:r><w:t>a&e;b</w:t></w:r></w:p>"),
        lambda name, part: (
            part.replace(b"<w:document", b'<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]><w:document', 1)
            if name == MAIN
            else part
        ),
    )
    assert read_bytes("a.docx", data).text in ("a", "ab")


@pytest.mark.parametrize("data", [b"", b"no zip file", b"PK\x03\x04" + b"\0" * 50, b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_word_document_is_refused(refusal: Refusal, data: bytes) -> None:
    """A file of another kind under this suffix is one line."""
    refusal("a.docx", data)


def test_a_broken_document_is_refused(refusal: Refusal) -> None:
    """Cut short, with a flipped byte, or without its main part: one line each."""
    data = saved(docx.Document())
    middle = data.index(MAIN.encode()) + 60
    for broken in (
        data[: len(data) // 2],
        data[:middle] + bytes([data[middle] ^ 255]) + data[middle + 1 :],
        changed(data, lambda name, part: b"<" if name == MAIN else part),
        changed(data, lambda name, part: b"" if name == "[Content_Types].xml" else part),
    ):
        refusal("a.docx", broken)


def test_a_protected_or_old_document_has_its_own_next_step(refusal: Refusal) -> None:
    """A password and the format before 2007 are told apart."""
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
    assert "protected by a password" in refusal("a.docx", ole + "EncryptedPackage".encode("utf-16-le"))
    assert "from before 2007" in refusal("a.docx", ole)


def test_a_zip_bomb_is_refused(refusal: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    """What unpacks to more than the limit is refused, whatever size it declares."""
    monkeypatch.setattr(word, "MAX_UNPACKED", 2**20)
    bomb = changed(saved(docx.Document()), lambda name, part: b" " * 2**21 if name == MAIN else part)
    assert refusal("a.docx", bomb).startswith("a.docx: unpacks to more than 1 MiB; ")
    size = (2**21).to_bytes(4, "little")
    assert bomb.count(size) >= 2
    refusal("a.docx", bomb.replace(size, b"\x01\0\0\0"))


def test_deep_nesting_is_refused(refusal: Refusal) -> None:
    """Tables within tables beyond all measure end in one line."""
    refusal("a.docx", with_body("<w:tbl><w:tr><w:tc>" * 5000 + "</w:tc></w:tr></w:tbl>" * 5000))
