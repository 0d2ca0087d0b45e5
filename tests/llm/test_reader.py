"""A document read with a model."""

from collections.abc import Callable

import pytest

from coopgraph.errors import CoopgraphError, InputError
from coopgraph.llm.prompt import Prompt
from coopgraph.llm.reader import read
from coopgraph.model import Relation
from tests.llm.samples import BANK, KERWICK, METHOD, REED, SIGNED, answer, document

_OFFICE = {"id": "o", "name": "International Office", "type": "unit", "aliases": []}
_TISOVA = {"id": "t", "name": "Tisova", "type": "place", "aliases": []}


def _says(*answers: str) -> tuple[Callable[[Prompt], str], list[Prompt]]:
    """Return a model that gives these answers one after another, the last for ever, and what it was asked."""
    asked: list[Prompt] = []

    def ask(prompt: Prompt) -> str:
        asked.append(prompt)
        return answers[min(len(asked), len(answers)) - 1]

    return ask, asked


def test_reading() -> None:
    """A reading holds what is named, persons and places only with a fact, owners, and statements by their place."""
    about = document("Ann Reed of Tisova runs it. Bank Morava met Kerwick College. Its International Office is new.")
    part = {"quote": "Its International Office", "relation": "partOf", "subjects": ["o"], "objects": ["kc"]}
    met = {**SIGNED, "quote": "Bank Morava met Kerwick College", "date": None}
    ask, asked = _says(answer([KERWICK, BANK, REED, _TISOVA, _OFFICE], [part, met]))
    found = read(about, ask, METHOD)
    assert (len(asked), found.pieces) == (1, 1)
    assert [(entity.key, entity.name, entity.owner) for entity in found.reading.entities] == [
        ("k1", "Kerwick College", None),
        ("k2", "Bank Morava", None),
        ("k5", "International Office", "k1"),
    ]
    told = [statement.fact.relation for statement in found.reading.statements]
    assert told == [Relation.COOPERATES_WITH, Relation.PART_OF]
    assert found.reading.source.digest == about.digest
    assert [dropped.what for dropped in found.dropped] == ["KC"]


def test_names_carried_over() -> None:
    """A later piece is asked with the names of the earlier ones and may speak of them by their keys."""
    text = "Kerwick College grew. " + "Nothing happened then. " * 30 + "Bank Morava gave it a loan."
    fact = {"quote": "Bank Morava gave it a loan", "relation": "funds", "subjects": ["bank"], "objects": ["k1"]}
    ask, asked = _says(answer([{**KERWICK, "aliases": []}]), answer([]), answer([BANK], [fact]))
    found = read(document(text, pages=(0, 300)), ask, METHOD, 300)
    assert found.pieces == len(asked) == 3
    assert '"names": ["Kerwick College"]' in asked[1].messages[1].content
    (statement,) = found.reading.statements
    assert statement.fact.sides == (("k2",), ("k1",))
    assert text[statement.evidence.start : statement.evidence.stop] == statement.evidence.quote
    assert statement.evidence.page == 2
    assert found.dropped == ()


def test_overlap_states_once() -> None:
    """What two pieces read in the sentence that they share is one statement."""
    text = (
        "Nothing happened then. " * 15
        + "Bank Morava met Kerwick College. "
        + "Nothing at all came of it for years. " * 9
    )
    met = {**SIGNED, "quote": "Bank Morava met Kerwick College", "date": None}
    ask, asked = _says(answer([{**KERWICK, "aliases": []}, BANK], [met]))
    found = read(document(text), ask, METHOD, 400)
    assert sum("Bank Morava met" in prompt.messages[1].content.split("</doc")[0] for prompt in asked) > 1
    assert len(found.reading.statements) == 1


def test_nothing_to_read() -> None:
    """A document without prose is asked about nothing."""
    ask, asked = _says("")
    found = read(document(" \n"), ask, METHOD)
    assert (asked, found.pieces, found.reading.entities) == ([], 0, ())


def test_errors_pass_through() -> None:
    """An error of the one who is asked reaches the caller."""

    def ask(prompt: Prompt) -> str:
        raise InputError("the model is gone")

    with pytest.raises(CoopgraphError, match="gone"):
        read(document(), ask, METHOD)


def test_a_unit_takes_part_for_its_organization() -> None:
    """In a project it is the organization that takes part; a unit that signs stays a party itself."""
    about = document("The International Office of Kerwick College joined GreenRail and signed with Bank Morava.")
    green = {"id": "g", "name": "GreenRail", "type": "project", "aliases": []}
    part = {
        "quote": "International Office of Kerwick College",
        "relation": "partOf",
        "subjects": ["o"],
        "objects": ["kc"],
    }
    joined = {"quote": "joined GreenRail", "relation": "participatesIn", "subjects": ["o"], "objects": ["g"]}
    met = {**SIGNED, "quote": "signed with Bank Morava", "subjects": ["o"], "objects": ["bank"], "date": None}
    ask, _ = _says(answer([KERWICK, BANK, _OFFICE, green], [joined, met, part]))
    reading = read(about, ask, METHOD).reading
    names = {entity.key: entity.name for entity in reading.entities}
    told = {(s.fact.relation, *sorted(names[key] for key in s.fact.parties)) for s in reading.statements}
    assert told == {
        (Relation.PARTICIPATES_IN, "GreenRail", "Kerwick College"),
        (Relation.COOPERATES_WITH, "Bank Morava", "International Office"),
        (Relation.PART_OF, "International Office", "Kerwick College"),
    }
