"""What holds for every format."""

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopgraph.documents import SUFFIXES, discover, read
from coopgraph.errors import InputError
from tests.documents.files import lines, pdf

SHARED = Path(__file__).resolve().parents[3] / "shared"
BEGINNINGS = [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html><body>", b"---\n", b"\xef\xbb\xbf", b"\xff\xfe"]


@given(suffix=st.sampled_from(sorted(SUFFIXES)), magic=st.sampled_from(BEGINNINGS), data=st.binary(max_size=400))
@example(suffix=".txt", magic=b"", data=b"The University of Otago")
def test_any_bytes_are_a_document_or_one_line(suffix: str, magic: bytes, data: bytes) -> None:
    """Random bytes under any suffix give a document whose prose fits its text, or the one-line error."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(magic + data)
        try:
            document = read(path, path.name)
        except InputError as error:
            message = str(error)
        else:
            message = f"{path.name}: fine; go on"
            assert len(document.prose) == len(document.text)
            assert document.text.strip()
    assert re.fullmatch(rf"a\{suffix}: [^\n]+; [^\n]+", message)


@given(cut=st.integers(0, 900), place=st.integers(0, 899), byte=st.integers(0, 255))
def test_a_damaged_pdf_is_a_document_or_one_line(cut: int, place: int, byte: int) -> None:
    """A PDF with one byte changed, or cut anywhere, never raises anything else."""
    data = bytearray(pdf([lines(["The University of Otago signed."])]))
    data[place % len(data)] = byte
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        for content in (bytes(data), bytes(data[:cut])):
            path.write_bytes(content)
            try:
                assert read(path, "a.pdf").text
            except InputError as error:
                message = str(error)
                assert message.startswith("a.pdf: ")


def test_a_large_text_is_read(tmp_path: Path) -> None:
    """Fifty megabytes are one document, with its first line as the title."""
    path = tmp_path / "a.txt"
    line = "The University of Otago and Te Papa have signed an agreement.\n"
    path.write_text("Title\n\n" + line * (50 * 2**20 // len(line)), encoding="utf-8", newline="")
    document = read(path, "a.txt")
    assert document.title == "Title"
    assert len(document.prose) == len(document.text) == path.stat().st_size


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the folder of shared data is not there")
def test_the_seeds_are_read() -> None:
    """The three documents that the project started from are English, and the one with a headline has title and date."""
    found, problems = discover([SHARED / "seeds"])
    assert problems == ()
    documents = [read(one.path, one.name) for one in found]
    assert [document.language for document in documents] == ["en"] * 3
    assert [document.date for document in documents] == [None, "2025-11-15", None]
    assert documents[0].title is None
    assert (documents[1].title or "").endswith("Ready for Global Integration")
