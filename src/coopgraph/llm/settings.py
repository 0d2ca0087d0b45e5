"""Which model is asked, where, with what key and at what price: options, then the environment, then coopgraph.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import msgspec
from msgspec import Meta

from coopgraph.errors import InputError, UsageError, one_line
from coopgraph.llm.pieces import LEAST, LIMIT

CONFIG = "coopgraph.toml"
DEFAULT_URL = "https://api.openai.com/v1"
JOBS = 4
TIMEOUT = 600.0
ANSWER = 16_384
RETRIES = 4
MOST_ASKS = 9
_MODEL, _URL, _KEY, _ANY_KEY = "COOPGRAPH_LLM_MODEL", "COOPGRAPH_LLM_BASE_URL", "COOPGRAPH_LLM_KEY", "OPENAI_API_KEY"
_ASKS = "COOPGRAPH_LLM_ASKS"
_SECRET = ("key", "token", "secret", "password")
_LEAST_KEY = 12  # characters: what is shorter is a word like "ollama" that some servers want, and no secret
_LONGEST = 1_000  # characters of an address or a name

Price = Annotated[float, Meta(ge=0, le=1e9)]


class Prices(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a million tokens cost: those sent, those answered."""

    input: Price
    output: Price
    currency: Annotated[str, Meta(pattern="^[A-Z]{1,12}$")] = "USD"


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table [llm] of the file."""

    model: str | None = None
    base_url: str | None = None
    asks: Annotated[int, Meta(ge=1, le=MOST_ASKS)] = 1
    jobs: Annotated[int, Meta(ge=1, le=64)] = JOBS
    budget: str | int | None = None
    timeout: Annotated[float, Meta(gt=0, le=86_400)] = TIMEOUT
    piece: Annotated[int, Meta(ge=LEAST, le=1_000_000)] = LIMIT
    answer: Annotated[int, Meta(ge=1, le=1_000_000)] = ANSWER
    retries: Annotated[int, Meta(ge=0, le=100)] = RETRIES
    prices: Prices | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What the asking needs to know.

    `timeout` is the seconds that a server may be silent, `piece` the characters of a document sent at once, `answer`
    the tokens that an answer may have, `retries` how often a question is put again after "too many" (429), a failure of
    the server (5xx) or a lost connection, `asks` how often a document is asked about, for what most answers say. `key`
    is never part of what is printed.
    """

    model: str
    base_url: str = DEFAULT_URL
    key: str | None = field(default=None, repr=False)
    jobs: int = JOBS
    budget: str | None = None
    timeout: float = TIMEOUT
    piece: int = LIMIT
    answer: int = ANSWER
    retries: int = RETRIES
    prices: Prices | None = None
    asks: int = 1

    @property
    def method(self) -> str:
        """How evidence names the model."""
        return f"llm:{self.model}"

    @property
    def host(self) -> str:
        """Whom the documents are sent to, to be shown to a person."""
        return urlsplit(self.base_url).netloc


def read_settings(
    environment: Mapping[str, str],
    folder: Path,
    *,
    model: str | None = None,
    base_url: str | None = None,
    jobs: int | None = None,
    budget: str | None = None,
    asks: int | None = None,
) -> Settings:
    """Return what is given here, else what the environment has, else what the folder's coopgraph.toml has under [llm].

    The key comes from the environment alone. OPENAI_API_KEY goes to the default address or to one that an option or
    the environment names, never to one that merely stands in a file, which may have come with somebody's documents;
    COOPGRAPH_LLM_KEY goes wherever the model is. Without a model the settings have an empty one.
    Raises InputError for a file that can't be used or holds a key, and UsageError for an address, a name or a number
    that can't be; so it is with what is given here and empty, which would otherwise mean another place or no end.
    """
    for option, value in (("--model", model), ("--base-url", base_url), ("--budget", budget)):
        if value is not None and not value.strip():
            raise UsageError(f"{option} is empty; is a variable of the shell unset?")
    table = _table(folder / CONFIG, [environment.get(name) for name in (_KEY, _ANY_KEY)])
    named = base_url or environment.get(_URL)
    address = (named or table.base_url or DEFAULT_URL).rstrip("/")
    own = environment.get(_KEY)
    general = environment.get(_ANY_KEY) if named or address == DEFAULT_URL else None
    key = (own if own is not None else general or "").strip() or None
    if key and not (key.isascii() and key.isprintable()):
        raise UsageError("the key in the environment holds characters that no key has; set it anew")
    _check_address(address, key)
    name = (model or environment.get(_MODEL) or table.model or "").strip()
    if not name.isprintable() or len(name) > _LONGEST:
        raise UsageError("the name of the model is too long, or holds characters that can't be printed")
    return Settings(
        name,
        address,
        key,
        jobs or table.jobs,
        budget or (None if table.budget is None else str(table.budget)),
        table.timeout,
        table.piece,
        table.answer,
        table.retries,
        table.prices,
        asks or _asks(environment.get(_ASKS)) or table.asks,
    )


def _asks(text: str | None) -> int | None:
    """Return the number in the environment, None where there is none. Raises UsageError for one that can't be."""
    if not text:
        return None
    if not (text.isdecimal() and len(text) == 1 and 1 <= int(text) <= MOST_ASKS):
        raise UsageError(f"{_ASKS} in the environment is no number from 1 to {MOST_ASKS}")
    return int(text)


def _table(path: Path, keys: list[str | None]) -> _Table:
    """Return the table of the file, or an empty one where there is no file."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return _Table()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: can't be read ({type(error).__name__}); mend or remove it") from None
    try:
        table = tomllib.loads(text).get("llm", {})
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path}: no TOML: {one_line(error)}") from None
    secrets = [key for key in keys if key and len(key) >= _LEAST_KEY]
    if any(key in text for key in secrets) or any(name.lower().endswith(_SECRET) for name in _names(table)):
        raise InputError(f"{path}: holds a key; take it out and set {_KEY} in the environment instead")
    try:
        return msgspec.convert(table, _Table)
    except msgspec.ValidationError as error:
        raise InputError(f"{path}: [llm]: {one_line(error)}") from None


def _names(table: object) -> list[str]:
    return [str(name) for name in table] if isinstance(table, dict) else []


def _check_address(address: str, key: str | None) -> None:
    """Raise UsageError for an address that is none, carries a secret, or would carry the key readable by anybody."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
        _ = parts.port, (host or "").encode("idna")
    except ValueError:
        host = None
    odd = len(address) > _LONGEST or not address.isprintable() or " " in address
    if odd or not host or parts.scheme not in ("http", "https"):
        raise UsageError("the base URL is no address; write it like http://localhost:11434/v1")
    if parts.username is not None or parts.query or parts.fragment:
        raise UsageError(f"the base URL holds more than an address; the key goes into {_KEY} in the environment")
    if parts.scheme == "http" and key and not on_this_machine(host):
        raise UsageError(
            f"http://{host} would carry the key unencrypted; use https, or set {_KEY} to nothing to send no key"
        )


def on_this_machine(host: str) -> bool:
    """Return whether the host is the machine that we run on."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
