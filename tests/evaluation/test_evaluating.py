"""Readings against annotation: what counts as right, wrong and missed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from coopgraph import reading
from coopgraph.build import build
from coopgraph.errors import InputError
from coopgraph.evaluation import Evaluation, evaluate, read_gold
from coopgraph.model import Document, Reading, Relation
from coopgraph.queries import entities, facts
from coopgraph.store import open_store
from tests.evaluation.texts import FACTS, write


def _evaluated(folder: Path, least: float = 0.0) -> Evaluation:
    return evaluate([folder / "texts"], read_gold(folder / "gold"), least=least, reader="rules")


def test_right_and_missed(tmp_path: Path) -> None:
    """Both stated facts are found with kind and date; the one that the text doesn't state is missed."""
    result = _evaluated(write(tmp_path))
    assert (result.things.right, result.things.wrong, result.things.missed) == (3, 0, 0)
    assert (result.network.right, result.network.wrong, result.network.missed) == (2, 0, 1)
    assert result.relations[Relation.MEMBER_OF].missed == 1
    assert result.share(lambda score: score.dates).value == 1
    assert result.share(lambda score: score.kinds).value == 1
    assert result.share(lambda score: score.quotes).value == 1
    (score,) = result.scores
    assert [each.what for each in score.missed_facts] == ["memberOf | Beta College | Gamma Foundation"]
    assert sum(each.facts for each in result.bins) == 2


def test_wrong(tmp_path: Path) -> None:
    """What the annotation doesn't have is wrong; a document without a network fact is counted apart."""
    result = _evaluated(write(tmp_path, facts=[]))
    assert (result.network.wrong, result.silent.wrong, result.silent_documents) == (2, 2, 1)
    assert result.scores[0].wrong_facts[0].quote
    assert not any(right for _, right in result.scores[0].sure)


def test_least_confidence(tmp_path: Path) -> None:
    """What is less sure is left out: it is missed then, not wrong."""
    result = _evaluated(write(tmp_path), least=1.0)
    assert (result.facts.right, result.facts.wrong, result.facts.missed) == (0, 0, 3)


def test_a_document_by_its_path(tmp_path: Path) -> None:
    """An annotation names its text by the file's name or by the path; one that may be two texts is an error."""
    folder = write(tmp_path)
    deeper = folder / "texts" / "deeper"
    deeper.mkdir()
    text = folder / "texts" / "a.txt"
    moved = text.rename(deeper / "a.txt")
    assert _evaluated(folder).network.right == 2
    (folder / "texts" / "other").mkdir()
    (folder / "texts" / "other" / "a.txt").write_bytes(moved.read_bytes())
    with pytest.raises(InputError, match=r"may be deeper/a\.txt and other/a\.txt"):
        _evaluated(folder)


def test_a_crash_counts_as_missed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that fails on one document loses nothing of the others, and finds nothing in the one."""
    folder = write(write(tmp_path), "b.txt")
    sound = reading.read

    def read(document: Document, *_: object) -> Reading:
        if document.name == "b.txt":
            raise RuntimeError("no way")
        return sound(document)

    monkeypatch.setattr(reading, "read", read)
    result = _evaluated(folder)
    assert [score.document for score in result.unread] == ["b.txt"]
    assert "no way" in (result.unread[0].unread or "")
    assert (result.network.right, result.network.missed) == (2, 1 + len(FACTS))


def test_a_text_that_is_not_there(tmp_path: Path) -> None:
    """It counts as missed; where no text is there, the paths are wrong."""
    folder = write(write(tmp_path), "b.txt")
    (folder / "texts" / "b.txt").unlink()
    result = _evaluated(folder)
    assert [score.unread for score in result.unread] == ["b.txt: not among the texts"]
    (folder / "texts" / "a.txt").unlink()
    with pytest.raises(InputError, match=r"none of the annotated documents is among the texts"):
        _evaluated(folder)


def test_workers_make_no_difference(tmp_path: Path) -> None:
    """Two processes give the same scores as one."""
    folder = tmp_path
    for number in range(60):
        write(folder, f"{number:02}.txt", f"Alpha University cooperates with Beta College {number}.\n")
    gold = read_gold(folder / "gold")
    assert evaluate([folder / "texts"], gold, 2) == evaluate([folder / "texts"], gold, 1)


def test_the_figures_are_those_of_the_reference(tmp_path: Path, shared: Path) -> None:
    """On annotated documents every figure equals that of the script that the project is measured by."""
    texts, gold = shared / "seeds", shared / "gold" / "seeds"
    store = open_store(str(build([texts], tmp_path / "g.trig").output))
    for name, rows in (("facts", facts(store)), ("entities", entities(store))):
        lines = "".join(json.dumps(row) + "\n" for row in rows if row.get("status") != "intended")
        (tmp_path / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    arguments = [shared / "score.py", gold, tmp_path / "facts.jsonl", tmp_path / "entities.jsonl", "--texts", texts]
    done = subprocess.run(
        [sys.executable, *map(str, arguments), "--json"], capture_output=True, check=True, encoding="utf-8"
    )
    reference = json.loads(done.stdout)
    result = evaluate([texts], read_gold(gold))
    tallies = {"entities": result.things, "network": result.network, "facts": result.facts}
    tallies |= {relation.value: tally for relation, tally in result.relations.items()}
    for name, tally in tallies.items():
        row = reference.get(name) or reference["relations"][name]
        ours = [round(value, 4) for value in (tally.precision, tally.recall, tally.f1)]
        assert ours == [row["precision"], row["recall"], row["f1"]], name
    assert len(tallies) == 3 + len(reference["relations"])
    shares = [result.share(lambda score: score.types), result.share(lambda score: score.dates)]
    shares += [result.share(lambda score: score.kinds), result.share(lambda score: score.quotes)]
    ours = [round(share.value or 0, 4) for share in shares]
    names = ["date right", "kind right", "quotes verbatim"]
    assert ours == [reference["entities"]["right type"], *(reference[name] for name in names)]
