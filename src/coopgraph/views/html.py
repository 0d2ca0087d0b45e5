"""Putting text, data, styles and scripts into one page, so that none can leave its place."""

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from coopgraph.views.selection import View
from coopgraph.views.texts import TEXTS

_STYLES = ("base", "legend", "panel", "list")
_BEFORE = ("data", "dom", "state", "share", "search", "filters", "facts", "panel", "frame")
"""The scripts that all views share and build on."""
_AFTER = ("legend", "list", "take", "address", "main")
"""The scripts that all views share and that build on them."""
_PLACE = re.compile(r"\{\{(\w+)\}\}")
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SOURCE_MAP = re.compile(r"\n?//# sourceMappingURL=.*\s*$")


def embed(value: Any) -> str:
    """Return JSON that a script element can hold: it can't end the element, and it can be encoded."""
    plain = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", plain)


def assemble(view: View, title: str, language: str, data: Mapping[str, Any]) -> str:
    """Return the whole page; scripts and styles are named by their hash in its Content-Security-Policy."""
    scripts = [_library(name) for name in view.libraries]
    scripts.append(_script(view.scripts))
    style = "\n".join(_read(f"css/{name}.css") for name in (*_STYLES, *view.styles))
    policy = (
        f"default-src 'none'; script-src {' '.join(map(_hash, scripts))}; style-src {_hash(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
    values = {
        "title": _escape(title),
        "language": _escape(language),
        "policy": policy,
        "style": style,
        "stage": _read(f"stages/{view.stage}.html"),
        "noscript": _escape(str(TEXTS[language]["noscript"])),
        "scripts": "\n".join(f"<script>{script}</script>" for script in scripts),
        "data": embed(data),
    }
    return _PLACE.sub(lambda place: values[place[1]], _read("page.html"))


def _escape(text: str) -> str:
    return html.escape(_SURROGATE.sub("\ufffd", text))


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


@cache
def _read(name: str) -> str:
    """Return an asset with line ends as a browser sees them, so that hashes hold on every system."""
    text = files("coopgraph.views").joinpath("assets", *name.split("/")).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


def _library(name: str) -> str:
    return _SOURCE_MAP.sub("\n", _read(f"vendor/{name}.js"))


def _script(own: tuple[str, ...]) -> str:
    parts = "\n".join(_read(f"js/{name}.js") for name in (*_BEFORE, *own, *_AFTER))
    return f'(() => {{\n"use strict";\n{parts}}})();\n'
