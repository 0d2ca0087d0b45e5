"""Small files in the formats that are read, made by the tests themselves."""

import io
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """A line of text on a page: its left end and its baseline in points from the lower left corner."""

    text: str
    y: float
    x: float = 72
    size: float = 11


def lines(texts: Sequence[str], top: float = 760, pitch: float = 13, **place: float) -> list[Words]:
    """Return texts as lines of one column."""
    return [Words(text, top - pitch * number, **place) for number, text in enumerate(texts)]


def pdf(pages: Sequence[Sequence[Words]], info: str = "", encrypt: str = "", catalog: str = "") -> bytes:
    """Return a PDF with the given lines on its pages; info, encrypt and catalog are entries of their dictionaries."""
    bodies = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{5 + 2 * n} 0 R' for n in range(len(pages)))}] >>",
        f"<< {info} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        content = "\n".join(f"BT /F {w.size} Tf {w.x} {w.y} Td ({_escaped(w.text)}) Tj ET" for w in page)
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * number} 0 R"
            " /Resources << /Font << /F 4 0 R >> >> >>"
        )
        bodies.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
    if encrypt:
        bodies.append(f"<< {encrypt} >>")
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252"))
    start = out.tell()
    out.write(f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n".encode())
    out.write(b"".join(f"{place:010} 00000 n \n".encode() for place in places))
    secret = f"/Encrypt {len(bodies)} 0 R /ID [<00> <00>]" if encrypt else ""
    out.write(f"trailer << /Size {len(bodies) + 1} /Root 1 0 R /Info 3 0 R {secret} >>\n".encode())
    out.write(f"startxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
