"""Who reads relations is an option of the build."""

from pathlib import Path

from coopgraph.build import Options, build

TEXT = "Aa University signed an agreement with Bb College in 1998.\n"


def test_what_one_reader_read_is_not_taken_for_the_other(tmp_path: Path) -> None:
    """The cache keeps the readers apart."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, "utf-8")
    assert build([tmp_path / "in"], tmp_path / "g.trig", Options(reader="rules")).read == 1
    assert build([tmp_path / "in"], tmp_path / "g.trig", Options(reader="offline")).read == 1
    assert build([tmp_path / "in"], tmp_path / "g.trig", Options(reader="offline")).cached == 1


def test_the_rules_alone_say_nothing_by_a_model(tmp_path: Path) -> None:
    """Each piece of evidence names the rule."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    report = build([tmp_path / "a.txt"], tmp_path / "g.trig", Options(reader="rules"))
    methods = {statement.evidence.method for statement in report.knowledge.statements}
    assert methods
    assert all(method.startswith("rule:") for method in methods)
