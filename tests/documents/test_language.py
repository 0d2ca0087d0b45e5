"""Which language a text is in."""

import pytest

from coopgraph.documents.language import detect, from_field


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Hanoi University of Science and Technology signed a memorandum with Osaka University last week.",
        ),
        ("vi", "Trường Đại học Bách khoa Hà Nội ký kết biên bản ghi nhớ hợp tác với Đại học Osaka về đào tạo."),
        ("de", "Die Universität Leipzig und die Universität Hanoi haben eine Absichtserklärung unterzeichnet."),
        ("es", "La Universidad de Chile firmó un convenio de cooperación con la Universidad de Osaka este lunes."),
        ("zh", "河内科技大学与大阪大学签署了合作谅解备忘录，双方将在科研和人才培养方面开展合作。" * 2),
        (None, "Too short to say."),
        (None, "2014 2015 2016 " * 20),
        (None, "xkq zzt wfp qqj vvx " * 10),
        (None, "Dong-A University, VGIK, INSAS, JICA, KOICA, Nagoya, Waseda, Chulalongkorn, Ateneo de Manila, UTAR"),
    ],
)
def test_sentences(language: str | None, text: str) -> None:
    """One sentence is enough; what is short, no language or a row of names stays open."""
    assert detect(text) == language


@pytest.mark.parametrize(
    ("value", "language"),
    [
        ("en", "en"),
        ("en-US", "en"),
        ("VI_vn", "vi"),
        ("eng", "en"),
        ("Vietnamese", "vi"),
        ("haw", "haw"),
        ("nonsense words", None),
        ("", None),
    ],
)
def test_declared_languages(value: str, language: str | None) -> None:
    """A tag, a code of three letters or a name gives the ISO 639-1 code where there is one."""
    assert from_field(value) == language
