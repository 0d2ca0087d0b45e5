"""The corrections file."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coopgraph.errors import InputError
from coopgraph.identity import Corrections, Resolution, explain, read_corrections
from coopgraph.identity.corrections import Line, _parse
from coopgraph.model import EntityType, Reading, Relation, Status, cooperation, directed
from tests.identity.building import keys, reading, thing


def _corrections(folder: Path, text: str) -> Corrections:
    path = folder / "corrections.txt"
    path.write_text(text, encoding="utf-8", newline="")
    return read_corrections(path)


def _documents() -> list[Reading]:
    vinh, skdaa, insas = thing("Vinh University"), thing("SKDAA", "unit"), thing("INSAS", "company")
    full = thing("Hanoi University of Theatre and Cinema")
    facts = (
        cooperation(("SKDAA", "INSAS")),
        cooperation((vinh.key, "INSAS", full.key)),
        directed(Relation.PART_OF, "SKDAA", "INSAS"),
    )
    return [reading("a.md", vinh, skdaa, insas, full, facts=facts), reading("b.md", insas, skdaa, facts=facts[:1])]


def _applied(folder: Path, text: str) -> Resolution:
    return explain(_documents(), _corrections(folder, text))


def test_same_joins_names_inside_a_document(tmp_path: Path) -> None:
    """Two names become one thing, and the facts of the one are those of the other."""
    resolution = _applied(tmp_path, "same: skdaa = HANOI university of Theatre & Cinema\r\n# a comment\r\n\r\n")
    assert keys(resolution.knowledge, "SKDAA") == ["organization/hanoi-university-of-theatre-and-cinema"]
    assert [merge.reason for merge in resolution.merges if merge.document != merge.other_document]
    assert resolution.unused == ()


def test_name_and_type(tmp_path: Path) -> None:
    """The preferred name and the type are those that people say."""
    knowledge = _applied(tmp_path, "name: INSAS = INSAS Institute\ntype: INSAS = education").knowledge
    (entity,) = (entity for entity in knowledge.entities if "INSAS" in entity.names)
    assert (entity.name, entity.type) == ("INSAS Institute", EntityType.EDUCATION)


def test_reject_everywhere_or_in_one_document(tmp_path: Path) -> None:
    """A rejected cooperation is gone in all documents, in whatever order its ends stand, or in the told one."""
    knowledge = _applied(tmp_path, "reject: INSAS | cooperates with | SKDAA").knowledge
    assert len(knowledge.statements) == 2
    knowledge = _applied(tmp_path, "reject: INSAS | cooperatesWith | SKDAA | in b.md").knowledge
    assert len(knowledge.statements) == 3
    knowledge = _applied(tmp_path, "reject: INSAS | cooperatesWith | Vinh University").knowledge
    assert len(knowledge.statements) == 5
    resolution = _applied(tmp_path, "reject: INSAS | partOf | SKDAA\nreject: SKDAA | partOf | INSAS")
    assert len(resolution.knowledge.statements) == 3
    assert [unused.number for unused in resolution.unused] == [1]


def test_added_fact_has_its_line_as_evidence(tmp_path: Path) -> None:
    """An added fact quotes its line in the corrections file, which is a source then."""
    line = "add: Vinh University | cooperatesWith | New Partner | kind=joint programme date=2024-05 | letter of May 7"
    text = f"# known from letters\n{line}\ntype: New Partner = company\n"
    resolution = _applied(tmp_path, text)
    (statement,) = (one for one in resolution.knowledge.statements if one.evidence.method == "correction")
    assert statement.evidence.quote == line == text[statement.evidence.start : statement.evidence.stop]
    assert statement.evidence.document == "corrections.txt"
    assert statement.evidence.confidence == 1.0
    assert (statement.fact.details.kind, statement.fact.details.date) == ("joint programme", "2024-05")
    assert "corrections.txt" in [source.name for source in resolution.knowledge.sources]
    assert keys(resolution.knowledge, "New Partner") == ["organization/new-partner"]
    assert resolution.unused == ()


def test_added_partner_count(tmp_path: Path) -> None:
    """A count has no object."""
    knowledge = _applied(
        tmp_path, "add: Vinh University | partnerCount | | count=12 of=universities status=ended"
    ).knowledge
    (statement,) = (one for one in knowledge.statements if one.evidence.method == "correction")
    assert statement.fact.pairs() == [("organization/vinh-university", None)]
    details = statement.fact.details
    assert (details.count, details.of, details.status) == (12, "universities", Status.ENDED)


def test_unused_corrections_are_told_with_a_reason(tmp_path: Path) -> None:
    """What matches nothing has no effect, and its line is named."""
    text = (
        "same: Vinh University = Nowhere\nname: Nobody = X\ntype: Nobody = person\n"
        "reject: Nobody | funds | INSAS\nadd: Unheard | funds | INSAS\nadd: INSAS | funds | insas"
    )
    resolution = _applied(tmp_path, text)
    assert [unused.number for unused in resolution.unused] == [1, 2, 3, 4, 5, 6]
    assert resolution.knowledge == explain(_documents(), Corrections()).knowledge


def test_ambiguous_name_is_not_guessed(tmp_path: Path) -> None:
    """A fact about a name that two things have isn't added."""
    documents = [reading(name, thing("Faculty of Law", "unit"), thing("Acme")) for name in "ab"]
    resolution = explain(documents, _corrections(tmp_path, "add: Faculty of Law | partOf | Acme"))
    assert "2 things" in resolution.unused[0].reason
    assert resolution.knowledge.statements == ()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("HUST = Hanoi", "starts with none of same:"),
        ("same: HUST", "write it as same:"),
        ("name: A = B = C", "write it as name:"),
        ("type: A = dragon", "choose one of education"),
        ("reject: A | likes | B", "choose one of cooperatesWith"),
        ("reject: A | funds | B | b.md", "in DOCUMENT"),
        ("reject: A", "write it as reject:"),
        ("add: A | funds |", "needs an object"),
        ("add: A | partnerCount | B | count=3", "has no object"),
        ("add: A | partnerCount | ", "write count=12"),
        ("add: A | partnerCount | | count=²", "is no count"),
        ("add: A | funds | B | date=May 2024", "write 2024"),
        ("add: A | funds | B | date=2024-02-30", "2024-02-30 is no date"),
        ("add: A | funds | B | end=2024-13", "2024-13 is no date"),
        ("add: A | funds | B | end=2024-05-17T10:00", "is no date"),
        ("add: A | funds | B | sometime", "isn't a detail"),
        ("add: A | funds | B | date=2024 date=2025", "twice"),
        ("add: A | funds | B | status=maybe", "is no status"),
        ("add: A | funds | B | | x | y", "write it as add:"),
    ],
)
def test_errors_name_file_and_line(tmp_path: Path, line: str, told: str) -> None:
    """One line with the file, the line and what to do."""
    with pytest.raises(InputError) as caught:
        _corrections(tmp_path, f"# first\n{line}\n")
    assert told in str(caught.value)
    assert "corrections.txt:2: " in str(caught.value)
    assert "\n" not in str(caught.value)


def test_unreadable_files_are_told(tmp_path: Path) -> None:
    """A missing file and one that isn't UTF-8 end in one clear line."""
    with pytest.raises(InputError, match="no such file"):
        read_corrections(tmp_path / "none.txt")
    (tmp_path / "latin.txt").write_bytes("same: Đ = Ü".encode("utf-16"))
    with pytest.raises(InputError, match="UTF-8"):
        read_corrections(tmp_path / "latin.txt")


@given(st.text())
@settings(deadline=None)
def test_any_line_is_read_or_refused(text: str) -> None:
    """No line ends in anything but a correction or a ValueError."""
    for kind in ("", "same:", "add: a | funds | b |", "reject: a |", "type: a ="):
        try:
            _parse(Line(1, 0, 0, f"{kind} {text}"))
        except ValueError:
            continue


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_is_refused_rather_than_waited_for(tmp_path: Path) -> None:
    """What isn't a file, such as a pipe or /dev/zero, is one line and no endless reading."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="not a regular file"):
        read_corrections(tmp_path / "pipe")
