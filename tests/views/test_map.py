"""The map in a Chromium: what it shows, how it answers, what it gives along."""

import csv
import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from coopgraph.views import PageOptions, page
from tests.views.conftest import Visit
from tests.views.sample import evidence, fact, thing
from tests.views.test_exploring import fragment, saved, slide
from tests.views.test_page import HOSTILE, hostile

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]


def lands() -> "nx.MultiGraph[str]":
    """Return universities in Vietnam, France, Singapore and nowhere known, with a project between two of them."""
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    hue = thing(graph, "organization/hue", "Hue University", aliases=("Đại học Huế",), country="Vietnam")
    lyon = thing(graph, "organization/lyon", "École de Lyon", country="France")
    lion = thing(graph, "organization/lion", "Lion College", "company", country="Singapore")
    thing(graph, "country/vietnam", "Vietnam", "country", country="Vietnam")
    plan = thing(graph, "project/plan", "Paint Project", "project")
    lost = thing(graph, "organization/lost", "Lost Academy")
    thing(graph, "organization/named", "Austrian Film Institute")
    signed = evidence("a.md", "Hue University and École de Lyon signed on 3 May 2015.", confidence=0.6)
    fact(graph, hue, lyon, kind="agreement", date="2015-05-03", evidence=(signed,))
    fact(graph, hue, lyon, kind="exchange", date="2020")
    fact(graph, hue, lion, date="2020")
    fact(graph, lyon, plan, "participatesIn")
    fact(graph, lion, plan, "participatesIn")
    fact(graph, hue, lost)
    return graph


def world(graph: "nx.MultiGraph[str] | None" = None, **options: Any) -> str:
    """Return the map of a network."""
    return page(lands() if graph is None else graph, PageOptions(view="map", **options))


def arcs(visit: Visit) -> set[str]:
    """Return the pairs of countries between which there is an arc."""
    found = visit.page.eval_on_selector_all(".reach", "arcs => arcs.map((arc) => arc.dataset.pair)")
    return set(map(str, found))


def heading(visit: Visit) -> str:
    """Return what the panel is about."""
    return str(visit.page.inner_text("#panel h2"))


def test_countries_are_coloured_and_tied(visit: Open) -> None:
    """Countries with organisations have a colour, small ones a dot; arcs stand for facts and for shared projects."""
    opened = visit(world())
    assert opened.page.locator(".land[class*=shade]").count() == 3
    assert opened.page.locator(".mark.small[data-code=SG]").count() == 1
    assert arcs(opened) == {"FR-VN", "SG-VN", "FR-SG"}
    assert opened.page.inner_text("h1") == "Cooperation by country: 4 organisations in 4 countries"
    assert opened.noise == []
    assert len(opened.requests) == 1


def test_click_opens_a_country(visit: Open) -> None:
    """A click on a country shows its institutions, partner countries and facts with their evidence."""
    opened = visit(world())
    opened.page.locator(".land[data-code=VN]").dispatch_event("click")
    assert heading(opened) == "Vietnam"
    text = opened.page.inner_text("#panel")
    for part in ("Hue University", "France", "Singapore", "signed on 3 May 2015.", "What a.md reports", "60% sure"):
        assert part in text
    opened.page.click("#panel button.link:has-text('France')")
    assert heading(opened) == "France – Vietnam"
    assert "between=FR-VN" in fragment(opened)


def test_click_on_an_arc_shows_its_facts(visit: Open) -> None:
    """An arc leads to the facts between two countries and to what they take part in together."""
    opened = visit(world())
    opened.page.locator(".reach[data-pair=FR-SG]").dispatch_event("click")
    assert heading(opened) == "France – Singapore"
    assert "Paint Project" in opened.page.inner_text("#panel")


def test_keyboard_leads_from_country_to_country(visit: Open) -> None:
    """Tab reaches a country, arrow keys the next one, Enter opens it, Escape leads back to it."""
    opened = visit(world())
    opened.page.focus(".mark[data-code=VN]")
    opened.page.keyboard.press("ArrowLeft")
    focused = opened.page.evaluate("document.activeElement.dataset.code")
    assert focused in {"AT", "FR", "SG"}
    opened.page.keyboard.press("Enter")
    assert opened.page.is_visible("#panel")
    opened.page.keyboard.press("Escape")
    assert opened.page.is_hidden("#panel")
    assert opened.page.locator(".mark[tabindex='0']").count() == 1


def test_search_leads_to_a_thing(visit: Open) -> None:
    """The search finds things by any name; the panel tells where it lies, and whether only its name says so."""
    opened = visit(world())
    opened.search("dai hoc hue")
    assert heading(opened) == "Hue University"
    opened.search("austrian")
    assert "Austria (by its name)" in opened.page.inner_text("#panel .kind")


def test_filters_redraw_the_map(visit: Open) -> None:
    """Years, confidence, kinds and relations leave their arcs only, and an open panel follows."""
    opened = visit(world(), "#between=FR-VN")
    assert "2 ties" in opened.page.inner_text("#panel")
    opened.page.click("#narrow summary")
    slide(opened, "least", 80)
    assert "1 tie" in opened.page.inner_text("#panel")
    slide(opened, "from", 2018)
    slide(opened, "least", 0)
    assert "1 tie" in opened.page.inner_text("#panel")
    opened.page.select_option("#kind", "agreement")
    assert opened.page.is_hidden("#panel")
    opened.page.select_option("#kind", "")
    opened.page.uncheck("#legend input[value=participatesIn]")
    assert arcs(opened) == {"FR-VN", "SG-VN"}


def test_what_has_no_country_is_told(visit: Open) -> None:
    """The legend counts what isn't on the map, and lists it on a click, apart from what is there by its name."""
    opened = visit(world())
    assert opened.page.inner_text("#unplaced") == "1 not on the map"
    opened.page.click("#unplaced")
    text = opened.page.inner_text("#panel")
    assert "Lost Academy" in text
    assert re.search(r"by their name alone\s*1\s*Austrian Film Institute\s*Austria", text)


def test_link_reopens_the_view(visit: Open) -> None:
    """The address tells country, colouring and filters; opened anew it shows the same."""
    opened = visit(world())
    opened.page.select_option("#shade", "facts")
    opened.page.uncheck("#legend input[value=company]")
    opened.page.locator(".land[data-code=FR]").dispatch_event("click")
    address = fragment(opened)
    assert "at=FR" in address
    again = visit(world(), address)
    assert heading(again) == "France"
    assert again.page.input_value("#shade") == "facts"
    assert arcs(again) == {"FR-VN"}
    assert fragment(again) == address


@pytest.mark.parametrize("address", ["#at=XX&between=FR-&shade=constructor&language=constructor", "#between=VN-VN&%zz"])
def test_any_address_is_harmless(visit: Open, address: str) -> None:
    """An address that tells nothing sensible shows the whole map."""
    opened = visit(world(), address)
    assert opened.page.is_hidden("#panel")
    assert opened.noise == []


def test_language_is_switched_in_the_page(visit: Open) -> None:
    """The switch turns all words to Vietnamese, countries included, and keeps what is open; again, and back."""
    opened = visit(world(), "#at=FR")
    opened.page.click("#language")
    opened.page.wait_for_selector("html[lang=vi]")
    assert heading(opened) == "Pháp"
    assert opened.page.inner_text("h1") == "Hợp tác theo quốc gia: 4 tổ chức tại 4 quốc gia"
    assert "language=vi" in fragment(opened)
    opened.page.click("#language")
    opened.page.wait_for_selector("html[lang=en]")
    assert fragment(opened) == "#at=FR"
    assert opened.noise == []


def test_table_tells_the_same(visit: Open) -> None:
    """The list has a row for each country and for each tie, and leads to them."""
    opened = visit(world())
    opened.page.click("#view")
    assert set(opened.page.locator("#rows .link").all_inner_texts()) == {"Vietnam", "France", "Singapore", "Austria"}
    assert opened.page.locator("#pair-rows tr").count() == 3
    opened.page.click("#pair-rows button >> nth=0")
    assert heading(opened) == "France – Vietnam"


def test_exports_hold_what_is_visible(visit: Open, tmp_path: Path) -> None:
    """The picture is a well-formed SVG that stands for itself, the PNG twice as fine, the table the facts shown."""
    opened = visit(world())
    path = saved(opened, "svg", tmp_path)
    text = path.read_text(encoding="utf-8")
    texts = [element.text for element in ET.parse(path).getroot().iter("{http://www.w3.org/2000/svg}text")]  # noqa: S314
    assert {"Vietnam", "France"} <= set(texts)
    assert "var(" not in text
    assert "class" not in text
    assert saved(opened, "png", tmp_path).read_bytes()[16:20] == (2 * 1280).to_bytes(4, "big")
    table = saved(opened, "csv", tmp_path).read_text(encoding="utf-8-sig")
    assert len(list(csv.DictReader(io.StringIO(table, newline="")))) == 6


def test_hostile_names_run_nothing(visit: Open) -> None:
    """Names of things and of countries that hold markup stay text wherever the map shows them."""
    opened = visit(world(hostile(), title="Safe"))
    opened.page.click("#unplaced")
    assert opened.page.locator("#panel li").count() >= len(HOSTILE)
    opened.page.click("#view")
    opened.search("script")
    assert opened.page.title() == "Safe"
    assert opened.noise == []
    assert opened.page.locator("main img, main script, iframe").count() == 0
    assert len(opened.requests) == 1


def test_phone_fits(visit: Open) -> None:
    """At 360 pixels nothing is wider than the screen, with the panel, the legend or the list open."""
    opened = visit(world(), viewport={"width": 360, "height": 740}, has_touch=True)
    width = "document.documentElement.scrollWidth"
    opened.page.tap("#legend summary")
    assert opened.page.evaluate(width) <= 360
    opened.page.tap("#legend summary")
    opened.page.tap(".mark[data-code=SG]")
    assert heading(opened) == "Singapore"
    assert opened.page.evaluate(width) <= 360
    opened.page.keyboard.press("Escape")
    opened.page.tap("#view")
    assert opened.page.evaluate("document.getElementById('list').scrollWidth") <= 360


def test_zoom_and_drag_move_the_map(visit: Open) -> None:
    """Wheel, buttons and dragging change the picture; what was dragged opens nothing."""
    opened = visit(world())
    before = opened.page.get_attribute(".world", "transform")
    opened.page.click("#zoom-in")
    zoomed = opened.page.get_attribute(".world", "transform")
    opened.page.mouse.move(700, 400)
    opened.page.mouse.wheel(0, -200)
    opened.page.mouse.down()
    opened.page.mouse.move(760, 430, steps=4)
    opened.page.mouse.up()
    assert len({before, zoomed, opened.page.get_attribute(".world", "transform")}) == 3
    assert opened.page.is_hidden("#panel")
    opened.page.click("#fit")
    assert opened.page.get_attribute(".world", "transform") == before


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["", "#at=VN", "#between=FR-VN", "#unplaced=1", "#list=1"])
def test_no_serious_barrier(visit: Open, scheme: str, address: str) -> None:
    """The checks of axe-core find nothing serious, in light and in dark, whatever is open."""
    from axe_playwright_python.sync_playwright import Axe

    opened = visit(world(), address, color_scheme=scheme)
    found: Any = Axe().run(opened.page).response["violations"]
    serious = [rule for rule in found if rule["impact"] in {"serious", "critical"}]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in serious] == []


def test_network_switches_its_language(visit: Open, seeds: str) -> None:
    """The network of the example articles switches its language, too, and keeps its colours."""
    opened = visit(seeds, "#colour=country")
    opened.page.click("#language")
    opened.page.wait_for_selector("html[lang=vi]")
    assert opened.page.input_value("#colour") == "country"
    assert opened.page.inner_text("h1").startswith("Mạng lưới hợp tác")
    assert opened.noise == []
