"""The YAML header of a text: what stands between two lines of three hyphens at its very beginning."""

import re
from dataclasses import dataclass

import yaml

MAX_HEADER = 16 * 1024
"""Characters within which a header has to end; what is longer is no header."""

_FENCES = re.compile(r"\s{0,8}---[ \t]*\r?\n(?P<body>(?:[^\n]*\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_LINE = re.compile(r"^([A-Za-z][\w-]*)[ \t]*:(.*)$", re.MULTILINE)
_KEYS = {
    "title": ("title",),
    "date": ("date", "published", "pubdate"),
    "source": ("source-url", "source_url", "url", "source"),
    "author": ("author", "authors"),
    "language": ("language", "lang"),
}


@dataclass(frozen=True, slots=True)
class Header:
    """The fields (title, date, source, author, language) that a header gives, and where in the text it stops."""

    fields: dict[str, str]
    stop: int


def find(text: str) -> Header:
    """Return the header of text; where there is none, without fields and stopping at 0.

    Keys count in any case. Nothing is constructed from the YAML: its scalars are taken as written, so that neither
    wrong types nor aliases matter. A header that is broken YAML is read line by line.
    """
    match = _FENCES.match(text[:MAX_HEADER])
    if match is None:
        return Header({}, 0)
    values = _values(match["body"])
    if values is None:
        return Header({}, 0)
    fields = {
        field: value for field, keys in _KEYS.items() if (value := next((values[k] for k in keys if values.get(k)), ""))
    }
    return Header(fields, match.end())


def _values(body: str) -> dict[str, str] | None:
    try:
        root = yaml.compose(body, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return {key.lower(): value.strip().strip("\"'") for key, value in _LINE.findall(body)} or None
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        return None
    return {key.value.strip().lower(): _written(value) for key, value in root.value if isinstance(key, yaml.ScalarNode)}


def _written(node: yaml.Node) -> str:
    """Return a scalar as written, scalars of a list joined by commas, and nothing for all else."""
    if isinstance(node, yaml.ScalarNode):
        return "" if node.tag == "tag:yaml.org,2002:null" else " ".join(node.value.split())
    if isinstance(node, yaml.SequenceNode):
        return ", ".join(" ".join(item.value.split()) for item in node.value if isinstance(item, yaml.ScalarNode))
    return ""
