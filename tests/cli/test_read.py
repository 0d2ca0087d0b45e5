"""coopgraph read: one document's facts, and the reasons."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TEXT = """Vinh University is growing. The university signed an agreement with Hanoi Medical College on 3 May 2024.

Vinh University did not sign an agreement with Hue Medical College.
"""


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Return a short document."""
    path = tmp_path / "news.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_text(run: Run, news: Path) -> None:
    """A fact with its passage, the rule and the confidence; no reasons unless asked for."""
    out = run("read", news, "--reader", "rules").out
    assert "cooperatesWith: Vinh University + Hanoi Medical College (agreement, since 2024-05-03)" in out
    assert "rule cooperation/" in out
    assert "refers to it" not in out
    assert "no fact in these sentences" not in out


def test_explained(run: Run, news: Path) -> None:
    """Each party has its reason, and what is denied is told with what is missing."""
    out = run("read", news, "--explain", "--reader", "rules").out
    assert "Vinh University: “The university” refers to it:" in out
    assert "no fact in these sentences" in out
    assert "“not” makes it a possibility, a denial or mere talk" in out


def test_a_wish_is_marked(run: Run, news: Path) -> None:
    """A wish is a fact of its own kind."""
    news.write_text(TEXT.replace("did not sign", "hopes to sign"), encoding="utf-8")
    assert "cooperatesWith: Vinh University + Hue Medical College (agreement, intended)" in run("read", news).out


def test_json_lines(run: Run, news: Path) -> None:
    """A line a fact and pair; with --explain the reasons, and a line a sentence that gave nothing."""
    rules = ("--format", "jsonl", "--reader", "rules")
    (plain,) = [json.loads(line) for line in run("read", news, *rules).out.splitlines()]
    assert TEXT[plain["start"] : plain["stop"]] == plain["quote"]
    assert {plain["subject"]["name"], plain["object"]["name"]} == {"Vinh University", "Hanoi Medical College"}
    fact, silence = [json.loads(line) for line in run("read", news, *rules, "--explain").out.splitlines()]
    assert {party["name"] for party in fact["parties"]} == {"Vinh University", "Hanoi Medical College"}
    assert silence["parties"] == ["Vinh University", "Hue Medical College"]
    assert "“not”" in silence["missing"]


def test_nothing_there(run: Run, tmp_path: Path) -> None:
    """A text without facts is no error; the note says so."""
    path = tmp_path / "news.txt"
    path.write_text("The weather was fine all day, and nobody came to see it.\n", encoding="utf-8")
    done = run("read", path)
    assert (done.code, done.out) == (0, "")
    assert done.one_line == "no fact is stated there"


def test_a_folder_is_no_document(run: Run, tmp_path: Path) -> None:
    """The line says what reads a folder."""
    done = run("read", tmp_path)
    assert done.code == 2
    assert f"a folder; `coopgraph build {tmp_path}`" in done.one_line


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("none.txt", None, "none.txt: there is no such file"),
        ("a.xyz", "text", "a.xyz: .xyz files can't be read yet"),
        ("vi.txt", "Trường Đại học Vinh đã ký thỏa thuận hợp tác với Đại học Hà Nội vào năm ngoái. " * 5, "(vi)"),
    ],
)
def test_what_cannot_be_read(run: Run, tmp_path: Path, name: str, text: str | None, said: str) -> None:
    """One line names the document and the reason."""
    path = tmp_path / name
    if text is not None:
        path.write_text(text, encoding="utf-8")
    done = run("read", path, "--explain")
    assert done.code == 3
    assert said in done.one_line
