"""A text with its annotation, small enough to judge by eye."""

import json
from pathlib import Path

from tests.conftest import ROOT

TEXT = """Alpha University signed a memorandum of understanding with Beta College on 14 November 2025.

The Gamma Foundation funds Alpha University.
"""
ENTITIES = [
    {"id": "a", "type": "education", "name": "Alpha University"},
    {"id": "b", "type": "education", "name": "Beta College"},
    {"id": "g", "type": "association", "name": "Gamma Foundation"},
]
FACTS = [
    {
        "relation": "cooperatesWith",
        "subject": "b",
        "object": "a",
        "kind": "memorandum of understanding",
        "date": "2025-11-14",
        "quote": "Alpha University signed a memorandum of understanding with Beta College",
    },
    {"relation": "funds", "subject": "g", "object": "a"},
    {"relation": "memberOf", "subject": "b", "object": "g"},
]
TRAINING = ROOT / "training"


def write(folder: Path, name: str = "a.txt", text: str = TEXT, facts: list[dict[str, str]] | None = None) -> Path:
    """Write the text into folder/texts and its annotation into folder/gold; return the folder."""
    gold = {"document": name, "language": "en", "entities": ENTITIES, "facts": FACTS if facts is None else facts}
    for kind, file, content in (("texts", name, text), ("gold", f"{Path(name).stem}.json", json.dumps(gold))):
        (folder / kind).mkdir(parents=True, exist_ok=True)
        (folder / kind / file).write_text(content, encoding="utf-8")
    return folder
