"""Annotation is checked before anything is read."""

import json
from pathlib import Path

import pytest

from coopgraph.errors import InputError
from coopgraph.evaluation import read_gold
from tests.evaluation.texts import ENTITIES, FACTS, TRAINING, write


def test_what_is_read(tmp_path: Path) -> None:
    """A folder gives its annotations by document; a single file gives one."""
    folder = write(write(tmp_path, "b.txt"), "a.txt") / "gold"
    assert [gold.document for gold in read_gold(folder)] == ["a.txt", "b.txt"]
    (one,) = read_gold(folder / "a.json")
    assert [entity.name for entity in one.entities] == ["Alpha University", "Beta College", "Gamma Foundation"]
    assert one.facts[0].date == "2025-11-14"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "truncated"),
        ("[]", "Expected `object`"),
        ('{"document": "a.txt", "entities": [{"id": "a", "type": "firm", "name": "A"}]}', "`$.entities[0].type`"),
        ('{"document": "a.txt", "facts": [{"relation": "likes", "subject": "a"}]}', "`$.facts[0].relation`"),
        (json.dumps({"document": ""}), "'document' is empty"),
        (json.dumps({"document": "a.txt", "entities": [*ENTITIES, ENTITIES[0]]}), "two entities have the id 'a'"),
        (json.dumps({"document": "a.txt", "entities": ENTITIES[:2], "facts": FACTS}), "fact 2 is about 'g'"),
        (
            json.dumps({"document": "a", "entities": ENTITIES, "facts": [{"relation": "funds", "subject": "a"}]}),
            "has no object",
        ),
        (
            json.dumps(
                {"document": "a", "entities": ENTITIES, "facts": [{"relation": "partnerCount", "subject": "a"}]}
            ),
            "has no count",
        ),
        ('{"document": "a", "more": ' + "[" * 100_000, "no annotation of a document"),
        (b"\xff\xfe", "no annotation of a document"),
    ],
)
def test_broken_annotation(tmp_path: Path, content: str | bytes, said: str) -> None:
    """One line names the file, the place in it, and what is wrong."""
    path = tmp_path / "a.json"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(InputError) as caught:
        read_gold(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert said in message
    assert "\n" not in message


def test_a_document_annotated_twice(tmp_path: Path) -> None:
    """It would count twice."""
    gold = write(tmp_path) / "gold"
    (gold / "again.json").write_bytes((gold / "a.json").read_bytes())
    with pytest.raises(InputError, match="annotated in"):
        read_gold(gold)


def test_an_empty_folder(tmp_path: Path) -> None:
    """It is wrong use, not a perfect result."""
    with pytest.raises(InputError, match="no annotation there"):
        read_gold(tmp_path)


def test_the_projects_own_annotation_is_sound() -> None:
    """Every file under training/gold can be read."""
    assert len(read_gold(TRAINING / "gold")) >= 300
