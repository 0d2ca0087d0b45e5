"""Each named query answers its question on the sample."""

import csv
import re
from io import StringIO

import pytest

from coopgraph.errors import NothingFoundError, UsageError
from coopgraph.model import Status
from coopgraph.queries import named, run
from coopgraph.queries.named import parse
from coopgraph.queries.parameters import TYPES
from coopgraph.store import Solutions, Store
from coopgraph.vocabulary.coop import COOP
from coopgraph.vocabulary.namespaces import KINDS
from coopgraph.vocabulary.terms import KIND_NAMES, concept
from tests.samples import FIRST, HOSTILE_NAME, HOSTILE_TITLE, SECOND, THIRD

ALPHA, BETA, GAMMA = "Alpha University", "Beta Institute of Technology", "Gamma College"
DELTA, ACME, ARABIC = "Delta University of Arts", "Acme Robotics", "جامعة النهر \u202eesrever\u202c 🎓"
QUOTES = 'The "Quoted" Academy\'s \\ School'
HOSTED = "Lowharbour (Sylvania) and Borduria's Beta Institute; Alpha hosted the River Forum."
MEMORANDUM = "memorandum of understanding"

Rows = list[tuple[str, ...]]

# What each query is asked, and all rows of its answer, or those that the filter of the last test keeps.
ANSWERS: dict[str, tuple[dict[str, str], Rows]] = {
    "agreements-by-year": (
        {},
        [
            ("2001", "exchange", "1"),
            ("2023", "letter of intent", "1"),
            ("2024", "agreement", "1"),
            ("2025", MEMORANDUM, "1"),
        ],
    ),
    "common-partners": ({"first": "AU", "second": "bit"}, [(DELTA,), (GAMMA,)]),
    "countries": ({"institution": "Ministry of Learning"}, [("Borduria", "1"), ("Sylvania", "1")]),
    "counts-claimed": ({}, [(ALPHA, "at least", "200", "universities", "in the top 500", FIRST)]),
    "documents": (
        {},
        [
            (FIRST, "Alpha signs", "2025-11-14", "https://news.example/alpha?id=1", "12", "11"),
            (SECOND, HOSTILE_TITLE, "2025-11", "the archive, box 3", "7", "11"),
            (THIRD, "", "", "", "5", "10"),
        ],
    ),
    "events": ({}, [("River Forum", ALPHA, "", THIRD)]),
    "evidence": (
        {"thing": "rosa quill"},
        [("affiliatedWith", ALPHA, FIRST, "Rector Rosa Quill spoke; Tâm Lê Hoa directs the office.", "0.9")],
    ),
    "funders": (
        {"funder": "open science fund"},
        [("Open Science Fund", "DELTALINK", "EUR 1,5 million", "2022-07-01", FIRST)],
    ),
    "intended": ({}, [(ALPHA, HOSTILE_NAME, "joint programme", "2026-03", SECOND)]),
    "introductions": (
        {"ours": "acme robotics", "theirs": "gamma college"},
        [("2", ALPHA, ""), ("3", ALPHA, BETA), ("3", ALPHA, DELTA)],
    ),
    "members": (
        {},
        [("River Universities Network", ALPHA, "1999", FIRST), ("River Universities Network", BETA, "", FIRST)],
    ),
    "most-connected": ({"top": "2"}, [(ALPHA, "5"), (GAMMA, "4")]),
    "organizations-by-country": (
        {},
        [("Borduria", BETA), ("Sylvania", ALPHA), ("Sylvania", "International Office")],
    ),
    "partners": (
        {"institution": "alpha university", "since": "2024"},
        [
            (BETA, "agreement", "2024-02", "2028", "stated", FIRST),
            (BETA, MEMORANDUM, "2025-11-14", "2030-11-13", "stated", FIRST),
            (BETA, MEMORANDUM, "2025-11-14", "2030-11-13", "stated", SECOND),
            (DELTA, "agreement", "2024-02", "2028", "stated", FIRST),
            (GAMMA, "agreement", "2024-02", "2028", "stated", FIRST),
        ],
    ),
    "people": (
        {"organization": "alpha university"},
        [
            ("Rosa Quill", "Rector", ALPHA, FIRST),
            ("Tâm Lê Hoa", "Director of the International Office", "International Office", FIRST),
        ],
    ),
    "policies": ({}, [("Plan No. 12", "Ministry of Learning", "2024-12-31", SECOND)]),
    "projects": (
        {"project": "deltalink"},
        [
            ("DELTALINK", HOSTILE_NAME, "", "", SECOND),
            ("DELTALINK", ALPHA, "coordinator", "", FIRST),
            ("DELTALINK", GAMMA, "", "", FIRST),
        ],
    ),
    "running-out": (
        {"start": "2030", "until": "2030-12-31"},
        [("2030-11-13", ALPHA, BETA, MEMORANDUM, FIRST), ("2030-11-13", ALPHA, BETA, MEMORANDUM, SECOND)],
    ),
    "single-document": (
        {},
        [
            (ACME, ALPHA, "", SECOND, "0.5"),
            (ALPHA, BETA, "agreement", FIRST, "0.9"),
            (ALPHA, DELTA, "agreement", FIRST, "0.9"),
            (ALPHA, GAMMA, "agreement", FIRST, "0.9"),
            (ALPHA, QUOTES, "exchange", SECOND, "0.9"),
            (BETA, DELTA, "agreement", FIRST, "0.9"),
            (BETA, GAMMA, "agreement", FIRST, "0.9"),
            ("Borduria", "Ministry of Crafts", "letter of intent", SECOND, "0.9"),
            ("Borduria", "Ministry of Learning", "letter of intent", SECOND, "0.9"),
            (DELTA, GAMMA, "agreement", FIRST, "0.9"),
            ("Sylvania", DELTA, "partnership", THIRD, "0.9"),
            ("Sylvania", "Ministry of Crafts", "letter of intent", SECOND, "0.9"),
            ("Sylvania", "Ministry of Learning", "letter of intent", SECOND, "0.9"),
            (ARABIC, GAMMA, 'twinning of "sister" schools', THIRD, "0.9"),
        ],
    ),
    "statements": (
        {"document": THIRD},
        [
            ("12", "cooperatesWith", ARABIC, GAMMA, "جامعة النهر 🎓 is a sister school of Gamma College."),
            ("90", "cooperatesWith", "Sylvania", DELTA, "Delta University of Arts is a partner of Sylvania."),
            *(
                ("150", relation, one, other, HOSTED)
                for relation, one, other in (
                    ("locatedIn", BETA, "Borduria"),
                    ("locatedIn", "Lowharbour", "Sylvania"),
                    ("organizes", ALPHA, "River Forum"),
                )
            ),
        ],
    ),
    "units": ({}, [(ALPHA, "International Office")]),
    "without-partners": (
        {},
        [
            (HOSTILE_NAME, "1"),
            ("International Office", "1"),
            ("Open Science Fund", "1"),
            ("River Universities Network", "1"),
        ],
    ),
}


def _rows(store: Store, name: str, given: dict[str, str]) -> Rows:
    answer = run(store, name, given)
    assert isinstance(answer, Solutions)
    return [tuple(row) for row in csv.reader(StringIO(answer.serialize("csv").decode("utf-8"), newline=""))][1:]


def test_every_query_has_an_answer_here() -> None:
    """No query is left out of this file, and there are at least fourteen."""
    assert ANSWERS.keys() == named().keys()
    assert len(ANSWERS) >= 14


@pytest.mark.parametrize("name", ANSWERS)
def test_answer(store: Store, name: str) -> None:
    """The query gives these rows, in this order."""
    given, rows = ANSWERS[name]
    assert _rows(store, name, given) == rows


@pytest.mark.parametrize("name", ANSWERS)
def test_order_is_complete(name: str) -> None:
    """Every column takes part in the order, so that the same dataset gives the same rows in the same order."""
    head = re.search(r"^SELECT (?:DISTINCT )?(.*) \{$", named()[name].text, re.MULTILINE)
    order = re.search(r"^ORDER BY (.*)$", named()[name].text, re.MULTILINE)
    assert head
    assert order
    columns = set(re.findall(r"\?(\w+)(?:\)|(?= |$))", re.sub(r"\((?:[^()]|\([^()]*\))* AS (\?\w+)\)", r"\1", head[1])))
    assert columns <= set(re.findall(r"\?(\w+)", order[1]))


@pytest.mark.parametrize("name", ANSWERS)
def test_header(name: str) -> None:
    """The header has a title, a question, and parameters that the query uses; no other variable looks like one."""
    query = named()[name]
    assert query.title
    assert query.question.endswith("?")
    body = query.text.partition("\nSELECT")[2]
    assert {parameter.name for parameter in query.parameters} == set(re.findall(r"\$(\w+)", body))
    assert {parameter.type for parameter in query.parameters} <= TYPES.keys()


def test_all_is_asked_where_a_parameter_is_left_out(store: Store) -> None:
    """A parameter whose default is "any" holds for everything when it is left out."""
    assert ("Open Science Fund", "DELTALINK", "EUR 1,5 million", "2022-07-01", FIRST) in _rows(store, "funders", {})
    assert {row[1] for row in _rows(store, "countries", {})} == {"2"}


@pytest.mark.parametrize(
    ("name", "given", "error", "said"),
    [
        ("partnrs", {}, UsageError, "--list"),
        ("partners", {}, UsageError, "needs --param institution="),
        ("partners", {"name": "x"}, UsageError, "it has institution, since"),
        ("documents", {"name": "x"}, UsageError, "it has none"),
        ("partners", {"institution": "Zzz"}, NothingFoundError, "coopgraph entities"),
        ("partners", {"institution": "Ministry"}, UsageError, "2 things"),
        ("partners", {"institution": "AU", "since": "last week"}, UsageError, "--param since: 'last week': no date"),
        ("running-out", {"until": "today+9x"}, UsageError, "no duration"),
        ("most-connected", {"top": "-1"}, UsageError, "no whole number"),
    ],
)
def test_wrong_use(store: Store, name: str, given: dict[str, str], error: type[Exception], said: str) -> None:
    """What is missing, unknown or of the wrong type is told in one line."""
    with pytest.raises(error) as caught:
        run(store, name, given)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("value", ['" } INSERT', "'''", "\\", "x> } #", "$top", "\n"])
def test_a_parameter_never_becomes_query(store: Store, value: str) -> None:
    """Whatever a user writes for a text is looked for as that text."""
    assert _rows(store, "statements", {"document": value}) == []


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * {}",
        "# title: T\nSELECT * {}",
        "# title: T\n# question: Q?\n# param: x type=colour\nSELECT * {}",
        "# title: T\n# question: Q?\n# note\nSELECT * {}",
    ],
)
def test_broken_header(text: str) -> None:
    """A header that lacks something, or holds something else, is an error of the file."""
    with pytest.raises(ValueError, match=r"mine\.rq"):
        parse("mine", text)


def test_default_with_spaces() -> None:
    """A default in quotation marks may hold spaces; the description follows."""
    query = parse("mine", '# title: T\n# question: Q?\n# param: x type=string default="a b" what it is\nSELECT * {}')
    assert [(p.name, p.type, p.default, p.description) for p in query.parameters] == [
        ("x", "string", "a b", "what it is")
    ]


@pytest.mark.parametrize("name", ANSWERS)
def test_terms_are_those_of_the_ontology(name: str) -> None:
    """A query names no term that the ontology lacks: it would match nothing, without a word."""
    for term in re.findall(r"\bcoop:(\w+)", named()[name].text):
        assert getattr(COOP, term)
    concepts = {concept(known) for known in (*KIND_NAMES, *Status)}
    assert concepts.issuperset(KINDS + found for found in re.findall(r"\bkinds:([\w-]+)", named()[name].text))
