"""The timeline in a Chromium: what stands on it, how it answers, what people take along."""

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
from tests.views.dated import HUE, TODAY, dated
from tests.views.sample import fact, network, thing
from tests.views.test_exploring import fragment, saved, slide
from tests.views.test_page import HOSTILE, Elements, data, hostile

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
TIMELINE = PageOptions(view="timeline")


@pytest.fixture
def look(visit: Open) -> Open:
    """Return a function that opens a page on a fixed day."""

    def opened(html: str, address: str = "", **settings: Any) -> Visit:
        return visit(html, address, day=TODAY, **settings)

    return opened


def lines(visit: Visit) -> list[str]:
    """Return the names on the lines, from above."""
    return [str(name) for name in visit.page.locator(".lane .text").all_inner_texts()]


def bars(visit: Visit) -> dict[str, str]:
    """Return how the bar of each line stands, by the line's name."""
    marks = visit.page.locator(".lane .bar")
    return dict(zip(lines(visit), (str(mark.get_attribute("class")) for mark in marks.all()), strict=True))


def test_title_tells_the_years() -> None:
    """The heading tells the years, or whose cooperation it is; the same input gives the same bytes."""
    assert "<title>Cooperation over time, 2012 – 2029</title>" in page(dated(), TIMELINE)
    mine = PageOptions(view="timeline", focus=HUE)
    assert "<title>Hue University of Arts: cooperation over time</title>" in page(dated(), mine)
    assert page(dated(), mine) == page(dated(), mine)
    assert "<title>Cooperation over time</title>" in page(nx.MultiGraph(), TIMELINE)


def test_hostile_names_add_no_element() -> None:
    """The elements of the page are the template's, whatever the names."""
    tags = [
        [(tag, rest) for tag, rest, _ in Elements(html).found if tag != "meta"]
        for html in (page(hostile(), TIMELINE), page(dated(), TIMELINE))
    ]
    assert tags[0] == tags[1]


def test_focus_keeps_its_own_facts_and_those_of_its_units() -> None:
    """With a focus, only facts about it and its units are in the page."""
    known = data(page(dated(), PageOptions(view="timeline", focus=HUE)))
    names = {row["name"] for row in known["things"]}
    assert "Faculty of Lacquer" in names
    kinds = [row.get("kind") for row in known["facts"]]
    assert "joint research" in kinds
    assert "exchange" not in kinds


def test_standing_is_told_in_form_and_words(look: Open) -> None:
    """Bars tell what runs, runs out, has ended, has an unknown end or no date; the lines say it in words, too."""
    opened = look(page(dated(), PageOptions(view="timeline", focus=HUE)), "#by=none")
    found = bars(opened)
    assert found["École de Lyon"] == "bar running"
    assert found["University of Graz Arts"] == "bar ending"
    assert found["Kobe Design College"] == "bar ended"
    assert found["Brush Works"] == "bar open loose"
    assert found["Day of Arts"] == "bar once point"
    assert found["Faculty of Lacquer – Brush Works"] == "bar undated point"
    text = opened.page.inner_text("#lanes")
    assert "2021 – 2026-12 · Ends within a year" in text
    for part in ("2012-03 – 2017-03 · Ended", "from 2019", "reported 2025-11-14"):
        assert part in text
    assert "6 with a date, 1 without" in text
    assert opened.page.locator("#ticks .today").inner_text() == "Today"
    assert opened.noise == []
    assert len(opened.requests) == 1


def test_bars_stand_at_their_years(look: Open) -> None:
    """A bar begins and ends where the axis says; zoomed to its years it fills its line, and 0 shows all again."""
    opened = look(page(dated(), TIMELINE), "#stretch=2012~2017&by=none")
    mark = opened.page.locator(".lane .bar.ended").last
    track = opened.page.locator("#grid")
    box, whole = mark.bounding_box(), track.bounding_box()
    assert abs(box["x"] - whole["x"] - whole["width"] * 2 / 12 / 5) < 3
    assert opened.page.locator("#ticks").inner_text().startswith("2012")
    opened.page.focus("#lanes")
    opened.page.keyboard.press("0")
    assert "stretch" not in fragment(opened)
    opened.page.click("#zoom-in")
    opened.page.wait_for_timeout(400)
    assert "stretch=" in fragment(opened)
    before = opened.page.inner_text("#ticks")
    opened.page.focus("#lanes")
    for _ in range(3):
        opened.page.keyboard.press("ArrowLeft")
    assert opened.page.inner_text("#ticks") != before


def test_groups_and_order(look: Open) -> None:
    """Lines group by partner, kind or country and order by date, end or name; a group shuts and opens."""
    opened = look(page(dated(), PageOptions(view="timeline", focus=HUE)))
    opened.page.select_option("#by", "country")
    titles = opened.page.locator(".lane-group h2 .text").all_inner_texts()
    assert titles[:2] == ["France", "Country not known"]
    opened.page.select_option("#order", "end")
    assert opened.page.locator(".lane-group h2 .text").all_inner_texts()[0] == "Austria"
    opened.page.select_option("#order", "start")
    assert set(titles) >= {"Japan", "France", "Austria", "Without a date, by the date of the report"}
    opened.page.select_option("#by", "none")
    assert lines(opened)[0] == "École de Lyon"
    opened.page.select_option("#order", "end")
    assert lines(opened)[0] == "University of Graz Arts"
    opened.page.select_option("#order", "name")
    assert lines(opened)[0] == "Brush Works"
    opened.page.select_option("#by", "kind")
    count = len(lines(opened))
    opened.page.locator(".lane-group h2 button").first.click()
    assert len(lines(opened)) < count
    assert opened.page.locator(".lane-group h2 button").first.get_attribute("aria-expanded") == "false"
    again = look(page(dated(), PageOptions(view="timeline", focus=HUE)), fragment(opened))
    assert lines(again) == lines(opened)


def test_filters_and_search(look: Open) -> None:
    """Standings, kinds and years leave lines out; a search marks the lines of what it finds and opens it."""
    opened = look(page(dated(), TIMELINE))
    everything = len(lines(opened))
    opened.page.uncheck("#legend input[value=undated]")
    assert len(lines(opened)) == everything - 1
    opened.page.check("#legend input[value=undated]")
    opened.page.click("#narrow summary")
    opened.page.select_option("#kind", "agreement")
    assert len(lines(opened)) == 2
    opened.page.select_option("#kind", "")
    slide(opened, "from", 2024)
    assert len(lines(opened)) < everything
    slide(opened, "from", 2012)
    opened.page.uncheck("#legend input[value=ended]")
    opened.search("kobe")
    assert opened.page.inner_text("#panel h2") == "Kobe Design College"
    assert opened.page.is_checked("#legend input[value=ended]")
    assert opened.page.locator(".lane.on").count() == 2
    assert opened.noise == []


def test_a_line_opens_its_evidence(look: Open) -> None:
    """A line opens the fact with its parties, dates, passage and document; the address leads back to it."""
    opened = look(page(dated(), TIMELINE))
    opened.page.locator(".lane", has_text="École de Lyon").first.click()
    text = opened.page.inner_text("#panel")
    for part in ("memorandum of understanding", "2024-05-03 – 2029-05-03", "Running", "for five years.", "93% sure"):
        assert part in text
    assert fragment(opened).startswith("#fact=")
    again = look(page(dated(), TIMELINE), fragment(opened))
    assert again.page.inner_text("#panel h2") == "memorandum of understanding"
    again.page.locator("#panel .link").first.click()
    assert again.page.inner_text("#panel h2") == "Hue University of Arts"


def test_keyboard_alone_is_enough(look: Open) -> None:
    """From the timeline down to a line, Enter opens it, Escape closes it and leads back."""
    opened = look(page(dated(), TIMELINE))
    opened.page.focus("#lanes")
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        opened.page.keyboard.press(key)
    assert opened.page.is_visible("#panel")
    opened.page.keyboard.press("Escape")
    assert opened.page.is_hidden("#panel")
    assert opened.page.evaluate("document.activeElement.className").startswith("lane")


def test_table_twin(look: Open) -> None:
    """The list tells each fact with its parties, dates and standing."""
    opened = look(page(dated(), PageOptions(view="timeline", focus=HUE)), "#list=1&order=end")
    first = opened.page.locator("#rows tr").first.inner_text()
    assert "Hue University of Arts" in first
    for part in ("University of Graz Arts", "agreement", "2021", "2026-12", "Ends within a year"):
        assert part in first
    assert opened.page.locator("#rows tr").count() == 7


def test_exports(look: Open, tmp_path: Path) -> None:
    """The picture holds the lines and their years and no reference; the table the facts that the timeline shows."""
    opened = look(page(dated(), TIMELINE))
    path = saved(opened, "svg", tmp_path)
    texts = " ".join(element.text or "" for element in ET.parse(path).getroot().iter())  # noqa: S314
    for part in ("Cooperation over time", "École de Lyon", "Today", "Ends within a year"):
        assert part in texts
    assert "href" not in path.read_text(encoding="utf-8")
    assert saved(opened, "png", tmp_path).read_bytes().startswith(b"\x89PNG")
    opened.page.uncheck("#legend input[value=ended]")
    text = saved(opened, "csv", tmp_path).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert {row["relation"] for row in rows} == {"cooperatesWith", "organizes"}
    assert "2017-03" not in {row["end"] for row in rows}


def test_language_switches(look: Open) -> None:
    """The page speaks Vietnamese after a click, and keeps its state."""
    opened = look(page(dated(), TIMELINE), "#by=kind")
    opened.page.click("#language")
    opened.page.wait_for_load_state()
    assert "Hợp tác theo thời gian" in opened.page.inner_text("h1")
    assert opened.page.input_value("#by") == "kind"
    assert "Đã kết thúc" in opened.page.inner_text("#lanes")
    assert opened.noise == []


@pytest.mark.parametrize(
    "address",
    ["#by=__proto__&order=x&stretch=9~1&turned=%22&fact=99&terms=x", "#turned=[&stretch=a~b&fact=-1", "#by=<script>"],
)
def test_any_address_is_harmless(look: Open, address: str) -> None:
    """An address that tells nothing sensible shows all lines and runs nothing."""
    opened = look(page(dated(), TIMELINE), address)
    assert len(lines(opened)) == len(lines(look(page(dated(), TIMELINE))))
    assert opened.noise == []


def test_hostile_names_run_nothing(look: Open) -> None:
    """Names and dates that hold markup stay text on the lines, in the panel, in the table."""
    opened = look(page(hostile(), PageOptions(view="timeline", title="Safe")))
    for place in range(opened.page.locator(".lane").count()):
        opened.page.locator(".lane").nth(place).click()
    for grouping in ("kind", "country", "none"):
        opened.page.select_option("#by", grouping)
    opened.page.click("#view")
    assert opened.page.locator("#rows tr").count() == len(HOSTILE) - 1
    assert opened.page.title() == "Safe"
    assert opened.noise == []
    assert opened.page.locator("main img, main script, iframe").count() == 0
    assert len(opened.requests) == 1


def test_many_lines_come_in_groups(look: Open) -> None:
    """Of many facts only headings are drawn at first; a search opens the group of what it finds."""
    opened = look(page(network(700), TIMELINE))
    assert opened.page.locator(".lane").count() <= 60
    assert 1 < opened.page.locator(".lane-group").count() <= 61
    opened.search("robotics")
    assert opened.page.locator(".lane.on").count() >= 1
    assert opened.noise == []


def test_empty_graph_says_so(look: Open) -> None:
    """A graph that holds nothing, or nothing to date, gives a page without an error."""
    assert look(page(nx.MultiGraph(), TIMELINE)).page.is_visible("#empty")
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    fact(graph, thing(graph, "organization/a", "A"), thing(graph, "country/b", "B", "country"), "locatedIn")
    opened = look(page(graph, TIMELINE))
    assert "No cooperation is known" in opened.page.inner_text("#tally")
    assert opened.noise == []


def test_phone_fits(look: Open) -> None:
    """At 360 pixels nothing is wider than the screen, with the panel, the legend or the list open."""
    opened = look(page(hostile(), TIMELINE), viewport={"width": 360, "height": 740})
    width = "[document.documentElement, document.getElementById('lanes')].map((part) => part.scrollWidth)"
    assert max(opened.page.evaluate(width)) <= 360
    opened.page.locator(".lane").first.click()
    assert max(opened.page.evaluate(width)) <= 360
    opened.page.keyboard.press("Escape")
    opened.page.click("#view")
    assert opened.page.evaluate("document.getElementById('list').scrollWidth") <= 360


def test_print_shows_all_lines(look: Open) -> None:
    """Printed, the lines are all there, without the legend and the buttons."""
    opened = look(page(dated(), TIMELINE))
    opened.page.emulate_media(media="print")
    assert opened.page.is_hidden("#legend")
    assert opened.page.is_hidden(".zoom")
    assert opened.page.evaluate("document.body.scrollHeight >= document.getElementById('floor').scrollHeight")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", ["", "#fact=0", "#focus=organization/hue", "#list=1", "#by=country&order=end"])
def test_no_serious_barrier(look: Open, scheme: str, state: str) -> None:
    """The checks of axe-core find nothing serious, in light and in dark, whatever is open."""
    from axe_playwright_python.sync_playwright import Axe

    found: Any = Axe().run(look(page(dated(), TIMELINE), state, color_scheme=scheme).page).response["violations"]
    serious = [rule for rule in found if rule["impact"] in {"serious", "critical"}]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in serious] == []


def test_seeds_read_well(look: Open, timeline_of_seeds: str) -> None:
    """The page that the command writes opens with its years and lines."""
    opened = look(timeline_of_seeds)
    assert re.match(r"Cooperation over time, \d{4} – \d{4}", opened.page.inner_text("h1"))
    assert len(lines(opened)) > 5
    assert opened.noise == []
