"""Bytes → text: byte order marks, UTF-8, UTF-16 and the legacy encodings."""

import codecs
import io
import re

from coopgraph.documents import language
from coopgraph.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LATIN = frozenset({"cp1250", "cp1252", "cp1254", "cp1257", "cp1258"})
_OTHER = ("cp1251", "koi8_r", "cp1253", "cp1255", "cp1256", "gb18030", "big5", "cp932", "euc_jp", "cp949")
# The Latin code pages differ in few letters, which the statistics of letters don't tell apart, but languages do.
_BY_LANGUAGE = {
    **dict.fromkeys(("bs", "cs", "hr", "hu", "pl", "ro", "sk", "sl", "sq"), "cp1250"),
    **dict.fromkeys(("az", "tr"), "cp1254"),
    **dict.fromkeys(("et", "lt", "lv"), "cp1257"),
    "vi": "cp1258",
}
_LATIN_1 = frozenset({"iso-8859-1", "iso8859-1", "windows-1252", "cp1252"})
_CODE_PAGE = re.compile(  # what a document may declare: Python knows further codecs, and some of them are slow
    r"(?:windows-|cp|iso-?8859-|koi8-|gb|big5|euc-|shift[_-]jis|sjis|tis-|mac)[\w-]{0,12}", re.IGNORECASE
)
_SAMPLE = 32 * 1024  # bytes of lines beyond ASCII that the guess looks at: enough to be sure, and constant in time
_CONTROL = bytes({*range(0x20), 0x7F} - {*b"\t\n\v\f\r\x1b"})


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """Return the text that data encodes, its line ends as they are; a byte order mark is no part of it.

    Tried in turn: a byte order mark, UTF-16 without one, UTF-8, the encoding that the document declares of itself,
    UTF-8 with few damaged places (which become U+FFFD), the best guess among the legacy encodings, and windows-1252.
    Raises InputError for bytes that are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, "replace"), name)
    if data.startswith(b"%PDF-"):
        raise InputError(f"{name}: a PDF under another suffix; rename it to .pdf")
    if b"\0" in data:
        wide = _wide(data)
        if wide is None:
            raise _binary(name)
        return _checked(data.decode(wide, "replace"), name)
    if len(data) - len(data.translate(None, _CONTROL)) > 2 + len(data) // 100:
        raise _binary(name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _declared(data, declared or "") or _legacy(data)


def _declared(data: bytes, label: str) -> str | None:
    if not _CODE_PAGE.fullmatch(label):
        return None
    try:
        # Browsers read Latin-1 as windows-1252, and pages are written for browsers.
        return data.decode("cp1252" if label.lower() in _LATIN_1 else label)
    except (LookupError, UnicodeDecodeError):
        return None


def _legacy(data: bytes) -> str:
    damaged = data.decode("utf-8", "replace")
    beyond = sum(map(len, re.findall(r"[^\x00-\x7f]+", damaged)))
    lost = damaged.count("\ufffd")
    if beyond > 10 * lost:
        return damaged
    encoding = _guess(_sample(data))
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _sample(data: bytes) -> bytes:
    """Return lines beyond ASCII up to a size, cut at a space: within a letter of several bytes, a guess would fail."""
    sample = bytearray()
    for line in io.BytesIO(data):
        if not line.isascii():
            sample += line
        if len(sample) > _SAMPLE:
            space = sample.rfind(b" ", 0, _SAMPLE)
            del sample[_SAMPLE if space < 0 else space :]
            break
    return bytes(sample)


def _guess(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=[*sorted(_LATIN), *_OTHER], enable_fallback=False).best()
    if best is None:
        return "cp1252"
    if best.encoding not in _LATIN:
        return best.encoding
    pages: dict[str, float] = {}
    for code, probability in language.probabilities(sample.decode(best.encoding, "replace")):
        page = _BY_LANGUAGE.get(code, "cp1252")
        pages[page] = pages.get(page, 0) + probability
    page = max(pages, key=lambda page: pages[page])
    return page if pages[page] >= language.MIN_PROBABILITY else "cp1252"


def _wide(data: bytes) -> str | None:
    """Return the UTF-16 whose high bytes are mostly zero in data, as they are in a text of the Latin alphabet."""
    sample = data[: _SAMPLE * 2]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.4 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _checked(text: str, name: str) -> str:
    if "\0" in text or text.count("\ufffd") > len(text) // 20:
        raise _binary(name)
    return text


def _binary(name: str) -> InputError:
    return InputError(f"{name}: not a text (it holds binary data); give it the suffix of its real kind or leave it out")
