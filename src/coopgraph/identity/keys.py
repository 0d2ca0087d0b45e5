"""Readable, stable keys: the last part of a thing's IRI."""

import re
from hashlib import sha256
from urllib.parse import quote

from coopgraph.identity.names import fold
from coopgraph.model import ORGANIZATIONS, EntityType

# Longer slugs are cut and marked by a hash; beyond this an IRI is no longer read.
LONGEST = 80


def short_hash(text: str, length: int = 8) -> str:
    """Return the first `length` hexadecimal digits of the SHA-256 of text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def slug(name: str) -> str:
    """Return a name as part of an IRI: lower-case ASCII words with hyphens; letters of other scripts percent-encoded.

    A name without letters and digits, and one that is longer than LONGEST characters, is told by a hash of it.
    """
    folded = fold(name).replace("&", " and ")
    parts = re.findall(r"[^\W_]+", re.sub(r"['’‘`´]", "", folded))
    if len(parts) > 1 and parts[0] == "the":
        parts = parts[1:]
    joined = "-".join(parts)
    if not joined:
        return f"unnamed-{short_hash(name)}"
    if len(joined) > LONGEST:
        joined = f"{joined[:LONGEST].rpartition('-')[0] or joined[:LONGEST]}-{short_hash(joined)}"
    return quote(joined, safe="")


def prefix(kind: EntityType) -> str:
    """Return the folder of a type: all organisations share one, so that a corrected type doesn't move a thing."""
    return "organization" if kind in ORGANIZATIONS else kind.value


def distinct(keys: dict[int, str], identities: dict[int, str]) -> dict[int, str]:
    """Return the keys with a hash of its identity behind each one that several things have.

    `identities` differ; so do the keys afterwards. All of those that clash are marked, since none has a better right.
    """
    length = 8
    while True:
        holders: dict[str, list[int]] = {}
        for index, key in keys.items():
            holders.setdefault(key, []).append(index)
        clashing = [index for group in holders.values() if len(group) > 1 for index in group]
        if not clashing:
            return keys
        marked = {index: f"{keys[index]}-{short_hash(identities[index], length)}" for index in clashing}
        keys = keys | marked
        length += 4
