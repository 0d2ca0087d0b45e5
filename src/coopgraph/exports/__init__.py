"""Files for other tools, one format a module; the same dataset gives the same bytes.

The modules are loaded when a format is asked for. An export that fails raises; nothing is written then.
"""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from coopgraph.errors import UsageError
from coopgraph.files import write_whole

if TYPE_CHECKING:
    from coopgraph.store import Store

__all__ = ["EXPORTS", "Export"]

_SELECTIVE = ("graphml", "gexf", "csv")


@dataclass(frozen=True, slots=True)
class Export:
    """A format: its name, the usual suffix of its files, what it is for, and the module that writes it.

    A `selective` one can leave out unsure facts, the others hold the whole dataset. Where `least` is more than 0, they
    raise UsageError.
    """

    name: str
    suffix: str
    description: str
    module: str

    @property
    def selective(self) -> bool:
        """Whether the format can leave out facts."""
        return self.name in _SELECTIVE

    def content(self, store: "Store", least: float = 0.0) -> bytes:
        """Return what is at least so sure as one file of this format.

        Raises InputError for what the format can't hold.
        """
        return bytes(import_module(self.module).content(store, *self._options(least)))

    def _options(self, least: float) -> tuple[float, ...]:
        if least and not self.selective:
            raise UsageError(
                f"--min-confidence: {self.name} holds the whole dataset; choose one of {', '.join(_SELECTIVE)}"
            )
        return (least,) if self.selective else ()

    def save(self, store: "Store", path: Path, least: float = 0.0) -> tuple[Path, ...]:
        """Write the dataset to path, each file whole or not at all, and return the files.

        A format of several files takes a path with another suffix than its own as the folder for them. Raises
        InputError for what the format can't hold and where the place can't be written.
        """
        files = getattr(import_module(self.module), "files", None)
        if files is None or path.suffix.lower() == self.suffix:
            contents = {path: self.content(store, least)}
        else:
            contents = {path / name: content for name, content in files(store, *self._options(least)).items()}
        for place, content in contents.items():
            write_whole(place, content)
        return tuple(contents)


EXPORTS = MappingProxyType(
    {
        name: Export(name, suffix, description, f"{__name__}.{module}")
        for name, suffix, description, module in (
            ("graphml", ".graphml", "the graph with its evidence, for yEd, Gephi, igraph, networkx", "graphml"),
            ("gexf", ".gexf", "the graph with its evidence, for Gephi", "gexf"),
            ("csv", ".csv", "a table of the facts; into a folder nodes.csv and edges.csv, for spreadsheets", "tables"),
            ("turtle", ".ttl", "things, facts and direct properties, without the evidence", "turtle"),
            ("jsonld", ".jsonld", "the whole dataset, for web developers", "jsonld"),
            ("nquads", ".nq", "the whole dataset, a line a statement, for other stores and for diff", "nquads"),
        )
    }
)
"""The formats by name."""
