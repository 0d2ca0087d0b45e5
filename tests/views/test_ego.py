"""The page of one institution in a Chromium: who stands around it, what stands beside, what people take along."""

import csv
import io
import itertools
import math
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from coopgraph.cli import main
from coopgraph.errors import NothingFoundError, UsageError
from coopgraph.views import PageOptions, page
from tests.views.conftest import Visit
from tests.views.dated import HUE, TODAY, dated
from tests.views.sample import BASE, fact, network, thing
from tests.views.test_exploring import fragment, saved
from tests.views.test_page import HOSTILE, Elements, data, hostile

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
EGO = PageOptions(view="ego", focus=HUE)


@pytest.fixture
def look(visit: Open) -> Open:
    """Return a function that opens a page on a fixed day."""

    def opened(html: str, address: str = "", **settings: Any) -> Visit:
        return visit(html, address, day=TODAY, **settings)

    return opened


def around(visit: Visit) -> set[str]:
    """Return the names written around the middle."""
    spots = visit.page.locator("#ego-picture .spot")
    texts = [" ".join(spot.locator("text").all_text_contents()) for spot in spots.all()]
    return {text for text in texts if text}


def figure(visit: Visit, name: str) -> str:
    """Return a key figure."""
    return str(
        visit.page.locator(".key-figures div", has=visit.page.get_by_text(name, exact=True)).locator("dd").inner_text()
    )


def star(partners: int) -> "nx.MultiGraph[str]":
    """Return a university with so many partners in a dozen countries."""
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    hub = thing(graph, "organization/hub", "Hub University")
    for number in range(partners):
        other = thing(
            graph, f"organization/{number:04d}", f"University of Town {number}", country=f"Land {number % 12}"
        )
        fact(graph, hub, other, kind="agreement", date=str(2000 + number % 20))
    return graph


def test_focus_is_needed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a focus the command says what to do in one line and leaves with 2; an unknown one is an error, too."""
    with pytest.raises(UsageError, match="--focus"):
        page(dated(), PageOptions(view="ego"))
    with pytest.raises(NothingFoundError):
        page(dated(), PageOptions(view="ego", focus=f"{BASE}nobody"))
    dataset = Path(__file__).parents[2] / "graphs" / "cooperation.trig"
    monkeypatch.setattr(sys, "argv", ["coopgraph", "view", "-g", str(dataset), "--as", "ego", "-o", "-"])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "--focus NAME" in err


def test_page_is_its_own() -> None:
    """Units, people, partners, shared projects and who shares them are in the page, and nothing else; bytes repeat."""
    known = data(page(dated(), EGO))
    names = {row["name"] for row in known["things"]}
    assert names >= {"Faculty of Lacquer", "An Nguyen", "Paint Project", "Brush Works"}
    far: nx.MultiGraph[str] = dated()
    fact(far, f"{BASE}organization/lyon", thing(far, "organization/far", "Far University"))
    assert "Far University" not in {row["name"] for row in data(page(far, EGO))["things"]}
    assert page(dated(), EGO) == page(dated(), EGO)
    assert "<title>Hue University of Arts: partners and agreements</title>" in page(dated(), EGO)


def test_order_of_input_is_indifferent() -> None:
    """Nodes and edges in another order give the same page."""
    graph = dated()
    other: nx.MultiGraph[str] = nx.MultiGraph()
    other.add_nodes_from(reversed(list(graph.nodes(data=True))))
    for source, target, key, attributes in reversed(list(graph.edges(keys=True, data=True))):
        other.add_edge(target, source, key, **attributes)
    assert page(graph, EGO) == page(other, EGO)


def test_hostile_names_add_no_element() -> None:
    """The elements of the page are the template's, whatever the names."""
    bad = page(hostile(), PageOptions(view="ego", focus=f"{BASE}organization/1"))
    pages = (bad, page(dated(), EGO))
    tags = [[(tag, rest) for tag, rest, _ in Elements(html).found if tag != "meta"] for html in pages]
    assert tags[0] == tags[1]


def test_partners_stand_around(look: Open) -> None:
    """Everybody tied directly, through a unit or a shared project has a place, in sectors by country or type."""
    opened = look(page(dated(), EGO))
    names = {"École de Lyon", "University of Graz Arts", "Kobe Design College", "Brush Works"}
    assert around(opened) == names | {"Hue University of Arts"}
    assert opened.page.locator("#tints .label").all_inner_texts() == ["Japan", "Austria", "France"]
    opened.page.select_option("#sectors", "type")
    assert opened.page.locator("#tints .label").all_inner_texts() == ["Education and research", "Company"]
    assert opened.page.locator("#ego-picture path[stroke-dasharray]").count() == 1
    opened.page.uncheck("#crossings")
    assert opened.page.locator("#ego-picture path[stroke-dasharray]").count() == 0
    assert opened.noise == []
    assert len(opened.requests) == 1


def test_profile_beside(look: Open) -> None:
    """Beside it stand key figures, years, units, people and every fact with its passage and how sure it is."""
    opened = look(page(dated(), EGO))
    wanted = {"Partners": "4", "Countries": "3", "Agreements": "3", "Projects and events": "2"}
    wanted |= {"Running": "2", "Ended": "2"}
    assert {name: figure(opened, name) for name in wanted} == wanted
    assert figure(opened, "Since") == "2012"
    text = opened.page.inner_text("#panel")
    assert "Begun, by year" in text
    for part in ("Faculty of Lacquer", "An Nguyen", "Rector", "for five years.", "93% sure", "What a.md reports"):
        assert part in text
    assert "2012: 1, 2019: 1" in str(opened.page.locator(".by-year").get_attribute("aria-label"))


def test_partner_tells_what_ties_it(look: Open) -> None:
    """A click on a partner tells its ties first, those through a project with both sides' passages, and stands out."""
    opened = look(page(dated(), EGO))
    opened.page.locator("#ego-picture .spot", has_text="Kobe").click()
    assert opened.page.inner_text("#panel h2") == "Kobe Design College"
    ties = opened.page.locator("#panel .tied")
    assert "Ties with Hue University of Arts" in ties.inner_text()
    assert "Paint Project" in ties.inner_text()
    assert ties.locator("blockquote").count() == 3
    assert opened.page.locator("#ego-picture .spot.on").count() == 1
    assert "focus=organization/kobe" in fragment(opened)
    again = look(page(dated(), EGO), fragment(opened))
    assert again.page.inner_text("#panel h2") == "Kobe Design College"


def test_filters_and_search(look: Open) -> None:
    """Relations and kinds leave partners out, in the picture and the figures; a search brings one back."""
    opened = look(page(dated(), EGO))
    opened.page.click("#narrow summary")
    opened.page.select_option("#kind", "agreement")
    assert around(opened) == {"Hue University of Arts", "University of Graz Arts", "Kobe Design College"}
    assert figure(opened, "Partners") == "2"
    opened.search("lyon")
    assert "École de Lyon" in around(opened)
    assert opened.page.inner_text("#panel h2") == "École de Lyon"


def test_keyboard_alone_is_enough(look: Open) -> None:
    """Arrows go from partner to partner and say who it is, Enter opens it, Escape closes; plus, minus and 0 zoom."""
    opened = look(page(dated(), EGO), "#weigh=agreements")
    opened.page.focus("#ego")
    opened.page.keyboard.press("ArrowRight")
    said = opened.page.inner_text("#pointed")
    assert "Kobe Design College · Japan · 2 ties · from 2012" in said
    opened.page.keyboard.press("Enter")
    assert opened.page.inner_text("#panel h2") == "Kobe Design College"
    opened.page.keyboard.press("Escape")
    assert opened.page.is_hidden("#panel")
    opened.page.focus("#ego")
    for key in ("+", "-", "0", "ArrowLeft"):
        opened.page.keyboard.press(key)
    assert opened.noise == []


def test_table_twin(look: Open) -> None:
    """The list tells each partner with country, type, ties, agreements and since when."""
    opened = look(page(dated(), EGO), "#list=1")
    cells = opened.page.locator("#rows tr").first.locator("td").all_inner_texts()
    assert cells == ["Kobe Design College", "Japan", "Education and research", "2", "1", "2012"]
    assert opened.page.locator("#rows tr").count() == 4


def test_exports(look: Open, tmp_path: Path) -> None:
    """The picture holds the middle, the partners and the figures, and no reference; the table the facts shown."""
    opened = look(page(dated(), EGO))
    path = saved(opened, "svg", tmp_path)
    texts = " ".join(element.text or "" for element in ET.parse(path).getroot().iter())  # noqa: S314
    for part in ("Hue University of Arts: partners and agreements", "École de Lyon", "Partners: 4", "Since: 2012"):
        assert part in texts
    assert "href" not in path.read_text(encoding="utf-8")
    assert saved(opened, "png", tmp_path).read_bytes().startswith(b"\x89PNG")
    text = saved(opened, "csv", tmp_path).read_text(encoding="utf-8-sig")
    assert "for five years." in {row["quote"][-15:] for row in csv.DictReader(io.StringIO(text, newline=""))}


def test_language_switches(look: Open) -> None:
    """The page speaks Vietnamese after a click, and keeps its state."""
    opened = look(page(dated(), EGO), "#sectors=type")
    opened.page.click("#language")
    opened.page.wait_for_load_state()
    assert "đối tác và thỏa thuận" in opened.page.inner_text("h1")
    assert opened.page.input_value("#sectors") == "type"
    assert opened.noise == []


def test_many_partners_are_no_pile(look: Open) -> None:
    """Of hundreds of partners only the strongest of each sector are named, on lines of their own; all have a place."""
    opened = look(page(star(400), PageOptions(view="ego", focus=f"{BASE}organization/hub")))
    assert opened.page.locator("#ego-picture .spot").count() == 401
    assert opened.page.locator("#tints li").count() == 8
    boxes = [text.bounding_box() for text in opened.page.locator("#ego-picture .spot[data-thing] text").all()]
    sides: dict[bool, list[float]] = {True: [], False: []}
    for box in boxes[:-2]:
        sides[box["x"] > boxes[-1]["x"]].append(box["y"])
    for heights in sides.values():
        ordered = sorted(heights)
        assert all(lower - upper > 14 for upper, lower in itertools.pairwise(ordered))
    places = opened.page.evaluate(
        "[...document.querySelectorAll('#ego-picture .spot circle')].map((one) =>"
        " ['cx', 'cy', 'r'].map((name) => Number(one.getAttribute(name))))"
    )
    rim = places.pop()[2]
    assert all(math.hypot(x, y) - r > rim for x, y, r in places)
    assert opened.noise == []


@pytest.mark.parametrize("address", ["#sectors=__proto__&weigh=x&focus=nobody&crossings=", "#focus=%zz&years=x"])
def test_any_address_is_harmless(look: Open, address: str) -> None:
    """An address that tells nothing sensible shows everybody and runs nothing."""
    opened = look(page(dated(), EGO), address)
    assert len(around(opened)) == 5
    assert opened.noise == []


def test_hostile_names_run_nothing(look: Open) -> None:
    """Names that hold markup stay text around the middle, in the panel, in the table."""
    for place in range(len(HOSTILE)):
        html = page(hostile(), PageOptions(view="ego", title="Safe", focus=f"{BASE}organization/{place}"))
        opened = look(html)
        opened.page.focus("#ego")
        for key in ("ArrowRight", "Enter"):
            opened.page.keyboard.press(key)
        opened.page.select_option("#sectors", "type")
        opened.page.click("#view")
        assert opened.page.title() == "Safe"
        assert opened.noise == []
        assert opened.page.locator("main img, main script, iframe").count() == 0
        assert len(opened.requests) == 1


def test_any_thing_can_stand_in_the_middle(look: Open) -> None:
    """A thing without facts, a country, a project: each has a page without an error."""
    graph = network(60)
    for node in list(graph)[::7]:
        assert look(page(graph, PageOptions(view="ego", focus=node))).noise == []
    alone: nx.MultiGraph[str] = nx.MultiGraph()
    opened = look(page(alone, PageOptions(view="ego", focus=thing(alone, "organization/a", "Alone"))))
    assert opened.page.is_visible("#none-left")


def test_phone_fits(look: Open) -> None:
    """At 360 pixels nothing is wider than the screen; the figures stand above, the panel comes from below."""
    opened = look(page(dated(), EGO), viewport={"width": 360, "height": 740})
    width = "document.documentElement.scrollWidth"
    assert "4 Partners" in opened.page.inner_text("#in-short")
    assert opened.page.evaluate(width) <= 360
    opened.page.locator("#ego-picture .spot").last.click()
    assert opened.page.inner_text("#panel h2") == "Hue University of Arts"
    assert opened.page.evaluate(width) <= 360
    opened.page.keyboard.press("Escape")
    opened.page.click("#view")
    assert opened.page.evaluate("document.getElementById('list').scrollWidth") <= 360


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", ["", "#focus=organization/kobe", "#list=1", "#sectors=type&crossings=0"])
def test_no_serious_barrier(look: Open, scheme: str, state: str) -> None:
    """The checks of axe-core find nothing serious, in light and in dark, whatever is open."""
    from axe_playwright_python.sync_playwright import Axe

    found: Any = Axe().run(look(page(dated(), EGO), state, color_scheme=scheme).page).response["violations"]
    serious = [rule for rule in found if rule["impact"] in {"serious", "critical"}]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in serious] == []


def test_seeds_read_well(look: Open, ego_of_seeds: str) -> None:
    """The page that the command writes for a name as people write it opens with its partners."""
    opened = look(ego_of_seeds)
    assert opened.page.inner_text("h1") == "Ha Long University: partners and agreements"
    assert len(around(opened)) > 3
    assert opened.noise == []


def test_nobody_around_is_said_below_the_middle(look: Open) -> None:
    """Without any partner the page says so below the circle; of filters it speaks only where one is on."""
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    thing(graph, "organization/hue", "Hue University of Arts")
    opened = look(page(graph, EGO))
    assert opened.page.inner_text("#none-left") == "No partners are known."
    box, circle = (opened.page.locator(part).bounding_box() for part in ("#none-left", "#ego-picture circle"))
    assert box["y"] >= circle["y"] + circle["height"]
    opened = look(page(dated(), EGO))
    for number in range(opened.page.locator("fieldset:last-of-type input[type=checkbox]").count()):
        opened.page.locator("fieldset:last-of-type input[type=checkbox]").nth(number).uncheck()
    assert "loosen the filters" in opened.page.inner_text("#none-left")
