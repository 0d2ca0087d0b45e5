"""The page in a Chromium: what it shows, how it answers, and that nothing in it runs or is fetched."""

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

from coopgraph.views import PageOptions, page
from tests.views.conftest import Visit
from tests.views.sample import evidence, fact, network, thing
from tests.views.test_page import HOSTILE, hostile

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]


def small() -> "nx.MultiGraph[str]":
    """Return a small network: three universities, a company, a project, a person."""
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    hanoi = thing(
        graph,
        "organization/hanoi",
        "Hanoi University of Arts",
        aliases=("Đại học Nghệ thuật Hà Nội", "HUA"),
        identifiers={"ror": "https://ror.org/00abc"},
        country="Vietnam",
    )
    lyon = thing(graph, "organization/lyon", "École de Lyon")
    graz = thing(graph, "organization/graz", "University of Graz Arts")
    firm = thing(graph, "organization/firm", "Brush Works", "company")
    plan = thing(graph, "project/plan", "Paint Project", "project")
    rector = thing(graph, "person/rector", "An Nguyen", "person")
    quote = "Hanoi University of Arts and École de Lyon signed a memorandum on 3 May 2024."
    fact(graph, hanoi, lyon, kind="memorandum of understanding", date="2024-05-03", evidence=(evidence("a.md", quote),))
    fact(graph, hanoi, graz, kind="exchange", status="intended")
    fact(graph, firm, hanoi)
    fact(graph, lyon, plan, "participatesIn", role="coordinator")
    fact(graph, rector, hanoi, "affiliatedWith", role="Rector")
    return graph


def labels(visit: Visit) -> str:
    """Return the text of the panel."""
    return str(visit.page.inner_text("#panel"))


def rows(visit: Visit) -> list[str]:
    """Return the names in the list of the most connected, opening it where it is shut."""
    if visit.page.is_hidden("#list"):
        visit.page.click("#view")
    return [str(name) for name in visit.page.locator("#rows .link .text").all_inner_texts()]


def test_hostile_names_run_nothing(visit: Open) -> None:
    """Names, titles, quotes and addresses that hold markup or script stay text, wherever the page shows them."""
    opened = visit(page(hostile(), PageOptions(title="Safe")))
    assert len(rows(opened)) == len(HOSTILE)
    for place in range(len(HOSTILE)):
        opened.page.locator("#rows .link").nth(place).click()
        opened.page.wait_for_selector("#panel h2")
    opened.page.click("#view")
    for text in ("script", "img", "href", "long", "🎓"):
        opened.search(text)
    assert opened.page.title() == "Safe"
    assert opened.noise == []
    assert opened.page.locator("main img, main script, iframe").count() == 0
    assert opened.page.locator("a[href^='javascript']").count() == 0
    assert len(opened.requests) == 1


def test_page_asks_for_nothing(visit: Open) -> None:
    """Opening, searching and choosing request nothing but the file itself, and the policy finds nothing to forbid."""
    opened = visit(page(network(60)))
    opened.search("university")
    opened.page.wait_for_selector("#panel:not([hidden])")
    opened.page.click("#theme")
    assert len(opened.requests) == 1
    assert opened.requests[0].startswith("file:")
    assert opened.noise == []


@pytest.mark.parametrize("text", ["dai hoc nghe thuat", "HUA", "ha noi", "nghệ THUẬT"])
def test_search_finds_any_alias_without_accents(visit: Open, text: str) -> None:
    """A thing is found by any of its names, whatever the accents and the case, and Enter opens it."""
    opened = visit(page(small()))
    opened.search(text)
    assert opened.page.inner_text("#panel h2") == "Hanoi University of Arts"


def test_search_says_when_nothing_matches(visit: Open) -> None:
    """A name that nobody has gives a line that says so, and Enter does nothing."""
    opened = visit(page(small()))
    opened.search("zzzz")
    assert opened.page.inner_text("#suggestions") == "No name like this"
    assert opened.page.is_hidden("#panel")


def test_panel_tells_facts_with_their_evidence(visit: Open) -> None:
    """The panel shows names, identifiers, and each fact with partner, kind, date, status, quote and document."""
    opened = visit(page(small()))
    opened.search("hua")
    text = labels(opened)
    for part in ("Vietnam", "Đại học Nghệ thuật Hà Nội", "École de Lyon", "memorandum of understanding", "2024-05-03"):
        assert part in text
    assert "signed a memorandum on 3 May 2024." in text
    assert "intended" in text
    assert "93% sure" in text
    link = opened.page.locator("#panel figcaption a").first
    assert link.get_attribute("href") == "https://example.org/news-001.md"
    assert "noopener" in str(link.get_attribute("rel"))


def test_click_on_thing_and_on_line(visit: Open) -> None:
    """A click on a thing opens it, a click on a line its facts, a click beside them closes the panel."""
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    first, second = (
        thing(graph, "organization/a", "Alpha University"),
        thing(graph, "organization/b", "Beta University"),
    )
    fact(graph, first, second, evidence=(evidence("a.md", "Alpha and Beta signed."),))
    opened = visit(page(graph))
    opened.page.wait_for_timeout(300)
    box = opened.page.locator("#network canvas").bounding_box()
    places = opened.page.evaluate("JSON.parse(document.getElementById('data').textContent).network.nodes")
    # Fitted: at the highest scale, the middle of the two in the middle of the free part.
    middle = (box["x"] + (box["width"] + 262 + 8) / 2, box["y"] + box["height"] / 2 - 5)
    half = abs(places[0]["x"] - places[1]["x"]) / 2 * 1.5
    opened.page.mouse.click(middle[0] - half, middle[1])
    opened.page.wait_for_timeout(100)
    assert opened.page.inner_text("#panel h2") in {"Alpha University", "Beta University"}
    opened.page.mouse.click(middle[0], middle[1])
    opened.page.wait_for_timeout(100)
    assert opened.page.inner_text("#panel h2") == "Cooperates with"
    assert "Alpha and Beta signed." in labels(opened)
    opened.page.mouse.click(middle[0], middle[1] + 200)
    opened.page.wait_for_timeout(100)
    assert opened.page.is_hidden("#panel")


def test_filters_hide(visit: Open) -> None:
    """A type or a relation that is switched off is gone, and what only it held with it; a search brings it back."""
    opened = visit(page(small()))
    assert len(rows(opened)) == 6
    opened.page.uncheck("#legend input[value=company]")
    assert "Brush Works" not in rows(opened)
    opened.page.uncheck("#legend input[value=participatesIn]")
    assert "Paint Project" not in rows(opened)
    assert "4 of 6 shown" in opened.page.inner_text("#summary")
    opened.search("brush")
    assert opened.page.is_checked("#legend input[value=company]")
    assert "Brush Works" in rows(opened)


def test_neighbourhood(visit: Open) -> None:
    """One step around a thing leaves it and its partners; the whole network is a click away."""
    opened = visit(page(small()))
    opened.search("paint project")
    opened.page.click("#panel .nearby button >> nth=0")
    assert sorted(rows(opened)) == ["Paint Project", "École de Lyon"]
    opened.page.click("#around button")
    assert len(rows(opened)) == 6


def test_keyboard_alone_is_enough(visit: Open) -> None:
    """From the search by arrows and Enter to a thing, to its partner by Tab and Enter, and out again by Escape."""
    opened = visit(page(small()))
    keys = opened.page.keyboard
    keys.press("/")
    keys.type("arts")
    keys.press("ArrowDown")
    keys.press("ArrowDown")
    keys.press("Enter")
    assert opened.page.inner_text("#panel h2") == "University of Graz Arts"
    for _ in range(12):
        keys.press("Tab")
        if opened.page.evaluate("document.activeElement.className") == "link":
            break
    keys.press("Enter")
    assert opened.page.inner_text("#panel h2") == "Hanoi University of Arts"
    keys.press("Escape")
    assert opened.page.is_hidden("#panel")


def test_empty_graph_says_so(visit: Open) -> None:
    """A graph that holds nothing gives a page that says so, without an error."""
    opened = visit(page(nx.MultiGraph()))
    assert opened.page.is_visible("#empty")
    assert opened.noise == []


def test_phone_fits(visit: Open) -> None:
    """At 360 pixels nothing is wider than the screen, with the panel, the legend or the list open."""
    opened = visit(page(hostile()), viewport={"width": 360, "height": 740})
    width = "document.documentElement.scrollWidth"
    opened.page.click("#legend summary")
    assert opened.page.evaluate(width) <= 360
    opened.search("long")
    assert opened.page.evaluate(width) <= 360
    opened.page.keyboard.press("Escape")
    rows(opened)
    assert opened.page.evaluate("document.getElementById('list').scrollWidth") <= 360


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", ["picture", "panel", "list", "suggestions", "filters", "path"])
def test_no_serious_barrier(visit: Open, scheme: str, state: str) -> None:
    """The checks of axe-core find nothing serious, in light and in dark, whatever is open."""
    from axe_playwright_python.sync_playwright import Axe

    opened = visit(page(small()), color_scheme=scheme)
    if state == "panel":
        opened.search("hua")
    elif state == "list":
        rows(opened)
    elif state == "suggestions":
        opened.page.fill("#search", "arts")
    elif state == "filters":
        opened.page.select_option("#colour", "country")
        for part in ("#narrow summary", "#most summary", "#take summary"):
            opened.page.click(part)
    elif state == "path":
        opened.search("hua")
        opened.page.click("#path")
        opened.search("lyon")
    found: Any = Axe().run(opened.page).response["violations"]
    assert [
        (rule["id"], [node["html"] for node in rule["nodes"]])
        for rule in found
        if rule["impact"] in {"serious", "critical"}
    ] == []


def test_quotes_lose_their_emphasis(visit: Open) -> None:
    """The panel leaves out the marks of Markdown around words; the page's data keep them."""
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    ends = [thing(graph, f"organization/{name}", name) for name in "AB"]
    quote = "**A** and *B*, 3*4 times, a * b."
    fact(graph, ends[0], ends[1], evidence=(evidence("a.md", quote),))
    html = page(graph, PageOptions(focus=ends[0]))
    assert quote in html
    assert visit(html).page.inner_text("#panel blockquote") == "A and B, 3*4 times, a * b."
