"""Markdown, with or without a YAML header."""

from coopgraph.documents import header, markup
from coopgraph.documents.encoding import decode
from coopgraph.documents.kinds import Content
from coopgraph.documents.markdown_blocks import blocks
from coopgraph.documents.markdown_inline import hidden, marks


def extract(data: bytes, name: str) -> Content:
    """Return the decoded text, unchanged; in its prose all that is Markdown or HTML and no words is blank.

    The title is that of the header or else the first heading. Raises InputError.
    """
    text = decode(data, name)
    head = header.find(text)
    fields = head.fields
    shown = markup.blank(text, [(0, head.stop), *hidden(text)])
    structure = blocks(shown)
    spans = structure.marks
    for start, stop in structure.flows:
        spans.extend(marks(shown, start, stop))
    spans.extend(markup.addresses(shown))
    prose = markup.blank(shown, spans)
    title = fields.get("title")
    if not title and structure.heading:
        title = prose[slice(*structure.heading)]
    return Content(
        text=text,
        prose=prose,
        title=title,
        date=fields.get("date"),
        source=fields.get("source"),
        author=fields.get("author"),
        language=fields.get("language"),
    )
