"""IRIs are minted, checked and read back here and nowhere else."""

import hashlib
import json
import re
from dataclasses import dataclass, fields
from urllib.parse import quote, unquote

from coopgraph.errors import UsageError
from coopgraph.model import Details, Evidence, Fact
from coopgraph.vocabulary.namespaces import DEFAULT_BASE, REGISTERS
from coopgraph.vocabulary.terms import KIND_NAMES, concept
from coopgraph.vocabulary.text import clean

# RFC 3986 without user information and IP literals: what every engine accepts as an IRI of the Web.
_PERCENT = "%[0-9A-Fa-f]{2}"
_WEB = re.compile(
    rf"https?://[A-Za-z0-9.-]+(?::[0-9]{{1,5}})?"
    rf"(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|{_PERCENT})*)?"
    rf"(?:\?(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|{_PERCENT})*)?"
    rf"(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|{_PERCENT})*)?"
)
# Turtle's IRIREF, absolute, with well-formed percent-encoding only.
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[^\x00-\x20<>\"{}|^`\\%\ud800-\udfff]|%[0-9A-Fa-f]{2})*")
_HEX_DIGITS = 20  # 80 bits: among a billion facts a clash has odds of one in two million


def is_iri(text: str) -> bool:
    """Whether text can be written as an absolute IRI: a scheme, no spaces, controls, quotes or broken escapes."""
    return _IRI.fullmatch(text) is not None


def is_web_address(text: str) -> bool:
    """Whether text is an http or https address in plain ASCII that can stand as an IRI in every engine."""
    return _WEB.fullmatch(text) is not None


def check_base(base: str) -> str:
    """Return base where IRIs can be minted below it; raises UsageError otherwise."""
    if not is_web_address(base) or not base.endswith(("/", "#")):
        raise UsageError(f"{base!r} can't be a base for IRIs; give an http or https address that ends in / or #")
    return base


def same_as(scheme: str, value: str) -> str | None:
    """Return the IRI that a register of REGISTERS gives a thing, or None where there is none."""
    pattern = REGISTERS.get(scheme)
    if pattern is None or not value:
        return None
    address = value if value.startswith(("http://", "https://")) else pattern.format(quote(clean(value), safe=""))
    return address if is_web_address(address) else None


@dataclass(frozen=True, slots=True)
class Mint:
    """The IRIs below one base. Every method returns a checked absolute IRI.

    Raises UsageError for a base that is no http or https address ending in "/" or "#".
    """

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        check_base(self.base)

    def thing(self, key: str) -> str:
        """Return the IRI of the thing with this key ("organization/vinh-university"), percent-encoded."""
        return f"{self.base}id/{_encode(key)}"

    def document(self, name: str) -> str:
        """Return the IRI of the document of this name, which is that of its named graph, too."""
        return self.thing(f"document/{name}")

    def fact(self, fact: Fact) -> str:
        """Return the IRI of a fact: a hash of its relation, ends and details, the same below every base."""
        return self.thing(f"fact/{_fact_hash(fact)}")

    def side(self, fact: Fact, number: int) -> str:
        """Return the IRI of one side, numbered from 1, of a cooperation that has two."""
        return self.thing(f"side/{_fact_hash(fact)}-{number}")

    def evidence(self, fact: Fact, evidence: Evidence) -> str:
        """Return the IRI of a piece of evidence: a hash of the fact that it supports and of all that it says."""
        return self.thing(f"evidence/{_digest([_fact_hash(fact), _filled(evidence)])}")

    def kind(self, kind: str) -> str:
        """Return the concept of kinds.ttl for a kind of cooperation, or one below the base for any other kind."""
        return concept(kind) if kind in KIND_NAMES else self.thing(f"kind/{kind}")

    def key(self, iri: str) -> str | None:
        """Return the key that thing() was given for this IRI, or None for an IRI that isn't below the base."""
        start = f"{self.base}id/"
        return unquote(iri.removeprefix(start)) if iri.startswith(start) else None


def _encode(key: str) -> str:
    """Percent-encode all but RFC 3986's unreserved characters; steps of dots alone too, since readers drop them."""
    steps = quote(clean(key), safe="/").split("/")
    return "/".join(step.replace(".", "%2E") if step in {".", ".."} else step for step in steps)


def _fact_hash(fact: Fact) -> str:
    return _digest([fact.relation, fact.sides, _filled(fact.details)])


def _filled(record: Details | Evidence) -> dict[str, object]:
    """Return the fields of a dataclass that hold something: a field added later leaves the hashes of today alone."""
    pairs = ((field.name, getattr(record, field.name)) for field in fields(record))
    return {name: value for name, value in pairs if value is not None}


def _digest(content: object) -> str:
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()[:_HEX_DIGITS]
