"""Plain text."""

from coopgraph.documents import header, markup
from coopgraph.documents.encoding import decode
from coopgraph.documents.kinds import Content


def extract(data: bytes, name: str) -> Content:
    """Return the decoded text; in its prose a YAML header and web addresses are blank. Raises InputError."""
    text = decode(data, name)
    head = header.find(text)
    fields = head.fields
    return Content(
        text=text,
        prose=markup.blank(text, [(0, head.stop), *markup.addresses(text, head.stop)]),
        title=fields.get("title"),
        date=fields.get("date"),
        source=fields.get("source"),
        author=fields.get("author"),
        language=fields.get("language"),
    )
