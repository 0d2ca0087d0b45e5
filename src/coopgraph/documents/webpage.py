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
"""The largest page that is read; reading one of many small elements takes some 50 times its size."""

MAX_ELEMENTS = 30_000
"""Elements up to which the main content is looked for, which takes seconds here and grows with their square."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,40})", re.IGNORECASE)
_BLOCKS = (
    "address article aside blockquote br caption dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6"
    " header hr legend li main nav ol option p pre section table td th tr ul"
)
_BREAK = "\u2029"  # the paragraph separator: line ends in the source of a page are no more than spaces
_HEAD = 4096  # bytes in which a page has to declare its encoding
_DATES = {
    "original_date": True,
    "extensive_search": False,  # tags, no guesses from a footer's year
    "min_date": "1990-01-01",  # the first page
    "max_date": "2999-12-31",  # left out, it is today, and the same page would have another date tomorrow
}


def extract(data: bytes, name: str) -> Content:
    """Return the main content, a blank line between its blocks, without menus, comments and advertisements.

    Where no main content can be told apart, or a page has more than MAX_ELEMENTS, it is all text of the page. Nothing
    is fetched. Raises InputError for a page that is larger than MAX_BYTES or can't be parsed. libxml2 leaves out what
    is nested deeper than 255 elements.
    """
    if len(data) > MAX_BYTES:
        raise InputError(f"{name}: a web page larger than {MAX_BYTES // 2**20} MiB; save its text as .txt instead")
    declared = _CHARSET.search(data[:_HEAD])
    page = decode(data, name, declared[1].decode("ascii", "replace") if declared else None)
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it logs is a result or an InputError here
    try:
        found = _extracted(_tree(page))
        text = "\n\n".join(line for block in (found.text or "").splitlines() if (line := _line(block)))
        tree = _tree(page)  # a fresh one: the extraction takes its own apart
        language = _language(tree)
        text = text or _all_text(tree)
    except Exception as error:
        raise InputError(f"{name}: not a web page, or a broken one; save its text as .txt instead") from error
    return Content(
        text=text,
        prose=markup.blank(text, markup.addresses(text)),
        title=found.title,
        date=found.date,
        source=found.url or found.sitename,
        author=found.author,
        language=language,
    )


def _tree(page: str) -> Any:
    """Return the tree of a page; a fragment, which the library doesn't take for a page, becomes the body of one."""
    for text in (page, f"<html><body>{page}</body></html>"):
        tree = trafilatura.load_html(text)
        if tree is not None:
            return tree
    raise ValueError("no elements")


def _extracted(tree: Any) -> Extract:
    if sum(1 for _ in tree.iter()) > MAX_ELEMENTS:
        return trafilatura.extract_metadata(tree, date_config=dict(_DATES))
    found = trafilatura.bare_extraction(
        tree, include_comments=False, with_metadata=True, date_extraction_params=dict(_DATES)
    )
    return found if isinstance(found, Extract) else Extract()


def _all_text(tree: Any) -> str:
    """Return all text of a page, each block in a paragraph. Changes the tree."""
    for element in tree.xpath("//head | //script | //style | //template | //noscript"):
        element.drop_tree()
    for element in tree.iter(*_BLOCKS.split()):
        element.text = _BREAK + (element.text or "")
        element.tail = _BREAK + (element.tail or "")
    lines = (" ".join(line.split()) for line in str(tree.text_content()).split(_BREAK))
    return "\n\n".join(line for line in lines if line)


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
