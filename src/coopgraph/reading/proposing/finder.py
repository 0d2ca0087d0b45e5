"""What a finder of names has to offer, and how one is found by its name.

A plug-in is a Python package with an entry point in the group `coopgraph.names`: a function that takes what stands
behind the colon of `--names NAME:ARGUMENT` ("" without one) and returns a `NameFinder`.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import Protocol

from coopgraph.errors import CoopgraphError, UsageError, one_line

GROUP = "coopgraph.names"
_OURS = {"gliner": "gliner_names", "spacy": "spacy_names"}

Span = tuple[int, int, str]
"""Start and stop of a name in the text, and its label."""


class NameFinder(Protocol):
    """Proposes names.

    `identity` names the finder, its model and the versions of both: as long as it stays, the same text gives the same
    names, and a cached reading is taken as it is.
    """

    @property
    def identity(self) -> str:
        """Return the finder's name with all versions that its answers depend on."""
        ...

    def names(self, texts: Sequence[str]) -> Iterable[Iterable[Span]]:
        """Return the names in each of the paragraphs, offsets counted in code points from the paragraph's start.

        A label is one of coopgraph's types ("education", "company", …) or one of spaCy's ("ORG", "GPE", …), in any
        case; names with other labels are left out.
        """
        ...


@cache
def open_finder(spec: str) -> NameFinder:
    """Return the finder for NAME or NAME:ARGUMENT, the same one each time.

    Raises UsageError, one line that says what to do, where there is none of that name, a library isn't installed or
    the finder can't be made.
    """
    name, _, argument = spec.partition(":")
    try:
        return _maker(name)(argument)
    except CoopgraphError:
        raise
    except Exception as error:
        raise UsageError(f"--names {spec}: can't be opened: {type(error).__name__}: {one_line(error)}") from error


def _maker(name: str) -> Callable[[str], NameFinder]:
    installed = {point.name: point for point in entry_points(group=GROUP)}
    if name in installed:
        maker: Callable[[str], NameFinder] = installed[name].load()
        return maker
    if name in _OURS:
        own: Callable[[str], NameFinder] = import_module(f"coopgraph.reading.proposing.{_OURS[name]}").make
        return own
    known = ", ".join(sorted({*_OURS, *installed}))
    raise UsageError(f"--names {name}: no finder of names is called so; there are: {known}")
