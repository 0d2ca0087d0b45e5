"""What may be a name, before it is known which names mean the same thing."""

from dataclasses import dataclass, field

from coopgraph.model import EntityType


@dataclass(slots=True)
class Candidate:
    """A stretch of prose, `prose[start:stop]`, that may name a thing.

    `text` is the name as it is to be shown. `type` is None as long as nothing tells it. `head` is the noun that makes
    the name ("ministry"), empty for a bare name. `distinct` are the folded words that tell the thing from others of its
    kind ("massey" in "Massey University"). Of candidates that overlap the one with the greatest `weight` stays.
    `forms` are other written forms that the text binds to the name, `extents` those that are the name with more or less
    of the words around it. `titled` tells that a title or an office stands
    before it. `possessed` is the possessor in a name such as "Queen's University". `same_as` is the full name of which
    this is a short form. `embedded` is the institution in the name of its part ("University of X Medical School").
    `cues` are what else was noticed: "headline", "common" (only ordinary words), "in" (a preposition of place before
    it), "listed" (typed by its list alone).
    """

    start: int
    stop: int
    text: str
    type: EntityType | None = None
    head: str = ""
    distinct: tuple[str, ...] = ()
    weight: float = 1.0
    forms: list[str] = field(default_factory=list)
    extents: list[str] = field(default_factory=list)
    titled: bool = False
    possessed: str = ""
    same_as: str = ""
    embedded: str = ""
    cues: set[str] = field(default_factory=set)
