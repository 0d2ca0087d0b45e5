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

_STYLES = ("base", "legend", "panel", "list")
_SCRIPTS = (
    *("data", "dom", "state", "share", "scene", "look", "canvas", "pointing", "labels", "search", "filters", "legend"),
    *("facts", "panel", "list", "take", "address", "main"),
)
_PLACE = re.compile(r"\{\{(\w+)(?::(\w+))?\}\}")
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SOURCE_MAP = re.compile(r"\n?//# sourceMappingURL=.*\s*$")


def embed(value: Any) -> str:
    """Return JSON that a script element can hold: it can't end the element, and it can be encoded."""
    plain = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", plain)


def assemble(title: str, language: str, texts: Mapping[str, Any], data: Mapping[str, Any]) -> str:
    """Return the whole page; scripts and styles are named by their hash in its Content-Security-Policy."""
    library, script, style = _library(), _script(), _style()
    policy = (
        f"default-src 'none'; script-src {_hash(library)} {_hash(script)}; style-src {_hash(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
    values = {
        "title": _escape(title),
        "language": _escape(language),
        "policy": policy,
        "style": style,
        "library": library,
        "script": script,
        "data": embed(data),
    }

    def fill(match: re.Match[str]) -> str:
        name, text = match.groups()
        return _escape(str(texts[text])) if name == "text" else values[name]

    return _PLACE.sub(fill, _read("page.html"))


def _escape(text: str) -> str:
    return html.escape(_SURROGATE.sub("\ufffd", text))


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


@cache
def _read(name: str) -> str:
    """Return an asset with line ends as a browser sees them, so that hashes hold on every system."""
    text = files("coopgraph.views").joinpath("assets", *name.split("/")).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


def _library() -> str:
    return _SOURCE_MAP.sub("\n", _read("vendor/vis-network.min.js"))


def _script() -> str:
    parts = "\n".join(_read(f"js/{name}.js") for name in _SCRIPTS)
    return f'(() => {{\n"use strict";\n{parts}}})();\n'


def _style() -> str:
    return "\n".join(_read(f"css/{name}.css") for name in _STYLES)
