"""Short documents about invented institutions, and the answer that a model gives to each."""

import json
from pathlib import Path


def text(number: int) -> str:
    """Return a document that states one agreement."""
    return f"Aalen{number} University signed an agreement with Borno{number} College in 19{60 + number % 40}.\n"


def told(number: int, quote: str | None = None, college: str | None = None) -> str:
    """Return the answer about such a document; with another quote or college it is a lie."""
    college = college or f"Borno{number} College"
    return json.dumps(
        {
            "entities": [
                {"id": "a", "name": f"Aalen{number} University", "type": "education", "aliases": []},
                {"id": "b", "name": college, "type": "education", "aliases": []},
            ],
            "facts": [
                {
                    "quote": quote or text(number).strip(),
                    "relation": "cooperatesWith",
                    "subjects": ["a"],
                    "objects": ["b"],
                    "kind": "agreement",
                    "date": f"19{60 + number % 40}",
                    "end": None,
                    "topic": None,
                    "status": "stated",
                }
            ],
        }
    )


def write(folder: Path, number: int) -> Path:
    """Write so many documents into a new folder, d0.txt and so on, and return it."""
    folder.mkdir()
    for index in range(number):
        (folder / f"d{index}.txt").write_text(text(index), encoding="utf-8")
    return folder
