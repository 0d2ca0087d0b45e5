"""Bytes become the text that they were written as."""

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.documents.encoding import decode
from coopgraph.errors import InputError

TEXTS = {
    "cp1252": "L’Université de Genève a signé un accord – très important – avec l’École polytechnique fédérale.",
    "iso-8859-1": "Die Universität München und die Technische Universität Köln arbeiten künftig enger zusammen.",
    "cp1250": "Univerzita Karlova v Praze podepsala dohodu o spolupráci s Vysokým učením technickým. Příští rok.",
    "cp1251": "Московский государственный университет подписал соглашение о сотрудничестве с университетом Осаки.",
    "koi8-r": "Московский государственный университет подписал соглашение о сотрудничестве с университетом Осаки.",
    "cp1253": "Το Πανεπιστήμιο Αθηνών υπέγραψε συμφωνία συνεργασίας με το Πανεπιστήμιο της Οσάκα.",
    "cp1254": "İstanbul Üniversitesi ile Osaka Üniversitesi arasında işbirliği anlaşması imzalandı. Öğrenci değişimi.",
    "shift_jis": "ハノイ工科大学は大阪大学と協力に関する覚書を締結し、研究と教育の分野で協力を進めることになった。",
    "euc_jp": "ハノイ工科大学は大阪大学と協力に関する覚書を締結し、研究と教育の分野で協力を進めることになった。",
    "gb18030": "河内科技大学与大阪大学签署了合作谅解备忘录，双方将在科研和人才培养方面开展合作。",
    "big5": "河內科技大學與大阪大學簽署了合作諒解備忘錄，雙方將在科研和人才培養方面開展合作。",
    "euc_kr": "하노이 과학기술대학교는 오사카 대학교와 협력 양해각서를 체결하였다. 학생 교류도 시작된다.",
}


@pytest.mark.parametrize("encoding", TEXTS)
@pytest.mark.parametrize("times", [1, 400])
def test_legacy_encodings_are_told_apart(encoding: str, times: int) -> None:
    """A sentence is enough to find its encoding, and a long text without line ends is no harder."""
    text = TEXTS[encoding] * times
    assert decode(text.encode(encoding), "a.txt") == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff\ufffd"), min_size=1))
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(encoding: str, text: str) -> None:
    """Any text with a byte order mark is read as written, and the mark is no part of it."""
    assert decode(text.encode(encoding), "a.txt") == text


@given(st.text(st.characters(min_codepoint=0x20, exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff")))
def test_utf_8_is_read_as_written(text: str) -> None:
    """UTF-8 needs no mark."""
    assert decode(text.encode(), "a.txt") == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_found_by_its_zero_bytes(encoding: str) -> None:
    """Text of the Latin alphabet in UTF-16 needs no mark either."""
    text = "Hanoi University signed, đã ký, on 3 May.\r\n"
    assert decode(text.encode(encoding), "a.txt") == text


def test_a_damaged_place_costs_only_itself() -> None:
    """A text in UTF-8 with a broken letter stays UTF-8."""
    text = "Trường Đại học Bách khoa Hà Nội "
    assert decode(text.encode() + b"\xff" + text.encode(), "a.txt") == f"{text}\ufffd{text}"


def test_what_a_document_declares_counts_where_it_fits() -> None:
    """A declared encoding is used for bytes that are no UTF-8; Latin-1 means windows-1252, as in browsers."""
    assert decode("“Škoda”".encode("cp1250"), "a.html", "windows-1250") == "“Škoda”"
    assert decode("“Genève”".encode("cp1252"), "a.html", "ISO-8859-1") == "“Genève”"
    assert decode("Genève".encode(), "a.html", "ISO-8859-1") == "Genève"
    assert decode(b"Gen\xe8ve", "a.html", "punycode") == "Genève"


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(256)), b"\0" * 100, b"\x01\x02\x03" * 50, codecs.BOM_UTF8 + b"\0"],
)
def test_binary_data_is_refused(data: bytes) -> None:
    """What is no text is told so, in one line."""
    with pytest.raises(InputError, match=r"^a\.txt: not a text \(it holds binary data\); "):
        decode(data, "a.txt")


def test_a_pdf_called_a_text_is_told() -> None:
    """The most frequent wrong suffix has its own next step."""
    with pytest.raises(InputError, match=r"^a\.txt: a PDF under another suffix; rename it to \.pdf$"):
        decode(b"%PDF-1.4\n", "a.txt")


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    """No bytes lead to another exception."""
    with suppress(InputError):
        assert isinstance(decode(data, "a.txt"), str)
