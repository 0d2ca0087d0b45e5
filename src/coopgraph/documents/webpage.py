"""Web pages: the main content and what their tags declare."""

import logging
import re
from typing import Any

import trafilatura
from trafilatura.settings import Document as Extract

from coopgraph.documents import markup
from coopgraph.documents.encoding import decode
from coopgraph.documents.kinds import Content
from coopgraph.errors import InputError

MAX_BYTES = 20 * 1024 * 1024
"""The largest page that is read. The extraction takes a second for each MiB and some 30 bytes for one of the page."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,40})", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page has to declare its encoding
_DATES = {
    "original_date": True,
    "extensive_search": False,  # tags, no guesses from a footer's year
    "min_date": "1990-01-01",  # the first page
    "max_date": "2999-12-31",  # left out, it is today, and the same page would have another date tomorrow
}


def extract(data: bytes, name: str) -> Content:
    """Return the main content, a blank line between its blocks, without menus, comments and advertisements.

    Where no main content can be told apart, it is all text of the page. Nothing is fetched. Raises InputError for a
    page that is larger than MAX_BYTES or has no text. libxml2 leaves out what is nested deeper than 255 elements.
    """
    if len(data) > MAX_BYTES:
        raise InputError(f"{name}: a web page larger than {MAX_BYTES // 2**20} MiB; save its text as .txt instead")
    declared = _CHARSET.search(data[:_HEAD])
    page = decode(data, name, declared[1].decode("ascii", "replace") if declared else None)
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it logs is a result or an InputError here
    tree = trafilatura.load_html(page)
    if tree is None:  # a fragment, which the library doesn't take for a page
        page = f"<html><body>{page}</body></html>"
        tree = trafilatura.load_html(page)
    if tree is None:
        raise InputError(f"{name}: not a web page, or one without content; save its text as .txt instead")
    language = _language(tree)  # before the extraction, which takes the tree apart
    found = trafilatura.bare_extraction(
        tree, include_comments=False, with_metadata=True, date_extraction_params=dict(_DATES)
    )
    page_content = found if isinstance(found, Extract) else Extract()
    blocks = page_content.text or trafilatura.html2txt(page)
    text = "\n\n".join(line for block in blocks.splitlines() if (line := _line(block)))
    return Content(
        text=text,
        prose=markup.blank(text, markup.addresses(text)),
        title=page_content.title,
        date=page_content.date,
        source=page_content.url or page_content.sitename,
        author=page_content.author,
        language=language,
    )


def _line(block: str) -> str:
    """Return a block in one line; a row of a table, which comes as "| a | b |", with tabs between its cells."""
    line = " ".join(block.split())
    if len(line) > 1 and line[0] == line[-1] == "|":
        if not line.strip("|-: "):
            return ""  # the rule below the head of a table
        return "\t".join(cell.strip() for cell in line.strip("|").split("|")).strip()
    return line


def _language(tree: Any) -> str | None:
    """Return what the page declares as its language."""
    roots = tree.xpath("/html/@lang | /html/@xml:lang")
    metas = tree.xpath(
        "//meta[translate(@http-equiv, 'CONTENTLAGU', 'contentlagu') = 'content-language' or @property = 'og:locale'"
        " or @name = 'language']/@content"
    )
    return next((str(value) for value in (*roots, *metas) if value.strip()), None)
