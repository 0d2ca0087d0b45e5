"""A report of 200 pages as PDF: read in parts, its facts carry their pages, and its length costs no memory."""

import json
import re
import tracemalloc
from pathlib import Path

from coopgraph import documents
from coopgraph.build import Options, build
from coopgraph.build.asking import Asking
from coopgraph.llm.budget import Budget, Ledger
from coopgraph.llm.prompt import Prompt
from coopgraph.llm.reader import read
from coopgraph.llm.settings import Settings
from tests.documents.files import lines, pdf
from tests.llm.server import Connection, Request, answer, serving

PAGES = 200
EVERY = 10  # pages from one that states a fact to the next
_STATED = re.compile(r"Aalen(\d+) University\s+signed\s+an\s+agreement\s+with\s+Borno\d+\s+College")


def page(number: int) -> list[str]:
    """Return the lines of a page; one in ten states an agreement."""
    filling = [
        f"Line {line} of part {number} tells of the weather, the river and the trees on its bank." for line in range(40)
    ]
    if number % EVERY == 0:
        filling[20] = f"Aalen{number} University signed an agreement with Borno{number} College in May 1998."
    return filling


def reading(asked: str) -> str:
    """Return what a model answers: each agreement that stands in the part that it is asked about."""
    numbers = [int(found[1]) for found in _STATED.finditer(asked)]
    entities = [
        {"id": f"{letter}{number}", "name": name.format(number), "type": "education", "aliases": []}
        for number in numbers
        for letter, name in (("a", "Aalen{} University"), ("b", "Borno{} College"))
    ]
    details = {"kind": "agreement", "date": "1998-05", "end": None, "topic": None, "status": "stated"}
    facts = [
        {
            "quote": f"Aalen{number} University signed an agreement with Borno{number} College in May 1998",
            "relation": "cooperatesWith",
            "subjects": [f"a{number}"],
            "objects": [f"b{number}"],
            **details,
        }
        for number in numbers
    ]
    return json.dumps({"entities": entities, "facts": facts})


def test_facts_carry_their_pages(tmp_path: Path) -> None:
    """Every agreement is found once, on its page, and no question grows with the length of the report."""
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf([lines(page(number)) for number in range(PAGES)]))

    def behave(request: Request, back: Connection) -> None:
        answer(reading(request.asked))(request, back)

    with serving(behave) as server:
        options = Options(reader="llm", asking=Asking(Settings("tiny", server.url), Ledger(Budget())))
        report = build([path], tmp_path / "g.trig", options)
        longest = max(len(request.asked) for request in server.requests)
        assert len(server.requests) > PAGES // 10
    assert report.problems == ()
    assert longest < 24_000
    pages = {said.evidence.page for said in report.knowledge.statements}
    assert pages == set(range(1, PAGES + 1, EVERY))
    assert "coop:page" in (tmp_path / "g.trig").read_text(encoding="utf-8")


def test_memory_does_not_grow_with_the_parts(tmp_path: Path) -> None:
    """Between the fifth question and the last the reading comes to hold little more than what it has found."""
    path = tmp_path / "report.txt"
    path.write_text("\n".join("\n".join(page(number)) + "\n" for number in range(PAGES // 4)), encoding="utf-8")
    document = documents.read(path, path.name)
    held: list[int] = []

    def ask(prompt: Prompt) -> str:
        held.append(tracemalloc.get_traced_memory()[0])
        return reading(prompt.messages[-1].content)

    tracemalloc.start()
    try:
        read(document, ask, "llm:tiny")
    finally:
        tracemalloc.stop()
    assert len(held) > 8
    assert held[-1] - held[4] < 500_000
