"""What may be a name, before it is known which names mean the same thing."""

from dataclasses import dataclass, field

from coopgraph.model import EntityType


@dataclass(slots=True)
class Candidate:
    """A stretch of prose, `prose[start:stop]`, that may name a thing.

    `text` is the name as it is to be shown. `type` is None as long as nothing tells it. `head` is the noun that makes the name
    ("ministry"), empty for a bare name. `distinct` are the words that tell the thing from others of its kind ("Massey" in "Massey
    University"). `weight` orders candidates that overlap: the heavier one stays. `forms` are other written forms bound to it.
    """

    start: int
    stop: int
    text: str
    type: EntityType | None = None
    head: str = ""
    distinct: tuple[str, ...] = ()
    weight: float = 1.0
    forms: list[str] = field(default_factory=list)
    embedded: str = ""
    titled: bool = False
    possessor: tuple[int, int] | None = None
    sentence: int = 0
    cues: set[str] = field(default_factory=set)
