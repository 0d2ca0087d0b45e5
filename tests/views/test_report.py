"""The page for a board: what it says, that it is safe, and that it stands in a browser and on paper."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import networkx as nx
import pytest

from coopgraph.errors import NothingFoundError
from coopgraph.views.report import report
from tests.network.rows import BASE, Row, fact, graph_of, thing

DAY = date(2025, 1, 1)
EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'{{ 7 * 7 }}]]>\ud800"
US = thing("Us", name="University of Us")
HUB, STRANGER, JAPAN = thing("Hub"), thing("Stranger"), thing("Japan", "country")
DOCUMENTS: Row = {"a.md": {"title": "A title", "source": "https://news.example/a", "date": "2024-05-01"}}


def sample() -> "nx.MultiGraph[str]":
    """Return a network with something for each part of the page."""
    return graph_of(
        [
            fact("cooperatesWith", US, HUB, kind="agreement", date="2019", end="2026-03"),
            fact("cooperatesWith", US, HUB, number=1),
            fact("cooperatesWith", STRANGER, HUB),
            fact("locatedIn", HUB, JAPAN),
        ],
        documents=DOCUMENTS,
    )


def test_what_the_page_says() -> None:
    """Partner, country, what runs out, the place, the suggestion, and the source with its number are there."""
    page = report(sample(), US["id"], DAY, intervals=True)
    for said in (
        "University of Us",
        "Japan  1",
        "2026-03-31",
        "Likely places",
        "<h3>Stranger</h3>",
        "Shared partner: <strong>Hub</strong>",
        "https://news.example/a",
        'id="source-1"',
        'href="#source-1"',
    ):
        assert said in page
    assert page == report(sample(), US["id"], DAY, intervals=True)


def test_every_number_has_its_source() -> None:
    """Each citation leads to an entry of the list."""
    page = report(sample(), US["id"], DAY)
    assert set(re.findall(r'href="#(source-\d+)"', page)) == set(re.findall(r'id="(source-\d+)"', page))


def test_a_shared_project_is_told_by_the_partner() -> None:
    """Of the two participations behind a tie the partner's own is cited."""
    project = thing("P", "project")
    facts = [fact("participatesIn", US, project, confidence=1.0), fact("participatesIn", HUB, project)]
    page = report(graph_of(facts), US["id"], DAY)
    assert f"<q>{facts[1]['quote']}</q>" in page
    assert f"<q>{facts[0]['quote']}</q>" not in page


@pytest.mark.parametrize("facts", [[], [fact("cooperatesWith", HUB, STRANGER)]])
def test_an_institution_without_ties(facts: list[Row]) -> None:
    """Each part says that there is nothing to say."""
    page = report(graph_of(facts, more=[US]), US["id"], DAY)
    assert page.count('class="none"') >= 4
    assert "<svg" not in page


def test_ties_without_dates() -> None:
    """Without a date nothing is said of growth."""
    assert "nothing can be said of growth" in report(graph_of([fact("cooperatesWith", US, HUB)]), US["id"], DAY)


def test_what_is_no_party() -> None:
    """A project has no such page."""
    with pytest.raises(NothingFoundError, match="no party"):
        report(graph_of([], more=[thing("P", "project")]), BASE + "P", DAY)


def evil() -> "nx.MultiGraph[str]":
    """Return a network in which every text tries to get out of its place."""
    us, hub, other = (thing(slug, name=f"{slug} {EVIL}") for slug in ("us", "hub", "other"))
    land = thing("land", "country", name=EVIL)
    about = {"title": EVIL, "source": EVIL, "date": "2024"}
    facts = [
        fact("cooperatesWith", us, hub, quote=EVIL, kind=EVIL, date="2024", end="2025", document=EVIL),
        fact("cooperatesWith", other, hub, quote=EVIL, document=EVIL),
        fact("locatedIn", hub, land, document=EVIL),
    ]
    return graph_of(facts, documents={EVIL: about})


def test_nothing_gets_out_of_its_place() -> None:
    """Names, quotes and sources stay text; the page can be written as UTF-8, and has no script and no handler."""
    page = report(evil(), BASE + "us", date(2024, 12, 1))
    page.encode("utf-8")
    assert "<script" not in page
    assert "<img" not in page
    assert "49" not in re.sub(r"<style>.*?</style>|<svg.*?</svg>", "", page, flags=re.DOTALL)
    assert "default-src &#39;none&#39;" in page


@pytest.mark.browser
@pytest.mark.parametrize("graph", [sample, evil])
def test_in_a_browser(visit: Callable[..., Any], graph: Callable[[], "nx.MultiGraph[str]"]) -> None:
    """The page asks for nothing, complains of nothing, is styled, and fits a narrow screen and a sheet."""
    focus = US["id"] if graph is sample else BASE + "us"
    seen = visit(report(graph(), focus, DAY))
    assert seen.noise == []
    assert [url for url in seen.requests if not url.startswith("file:")] == []
    page = seen.page
    assert page.evaluate("getComputedStyle(document.querySelector('header')).backgroundColor") == "rgb(18, 60, 74)"
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.pdf(format="A4").startswith(b"%PDF")


@pytest.mark.browser
def test_accessible(visit: Callable[..., Any]) -> None:
    """Axe finds no violation."""
    from axe_playwright_python.sync_playwright import Axe

    seen = visit(report(sample(), US["id"], DAY, intervals=True), bypass_csp=True)
    assert Axe().run(seen.page).response["violations"] == []


def test_quotes_lose_their_emphasis() -> None:
    """The marks of Markdown around words are left out of a sentence, other asterisks stay."""
    graph = graph_of(
        [fact("cooperatesWith", US, HUB, quote="**Us** and *Hub*, 3*4 times, a * b.")], documents=DOCUMENTS
    )
    assert "Us and Hub, 3*4 times, a * b." in report(graph, US["id"], DAY)
