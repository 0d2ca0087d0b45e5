"""The page of the example articles in a Chromium: asking it, narrowing it, taking views of it along."""

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
from tests.views.sample import evidence, fact, network, thing

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
NAME = "Ha Long University"


def shown(visit: Visit) -> int:
    """Return how many things the page says that it shows."""
    text = visit.page.inner_text("#summary")
    part = re.search(r"([\d,]+) of [\d,]+ shown", text) or re.match(r"([\d,]+) ", text)
    assert part is not None
    return int(part[1].replace(",", ""))


def fragment(visit: Visit) -> str:
    """Return the part of the address that tells the view."""
    return str(visit.page.evaluate("location.hash"))


def saved(visit: Visit, kind: str, folder: Path) -> Path:
    """Save a view as this kind of file and return where it is."""
    visit.page.click("#take summary")
    with visit.page.expect_download() as download:
        visit.page.click(f"#save-{kind}")
    path = folder / f"saved.{kind}"
    download.value.save_as(path)
    assert download.value.suggested_filename.endswith(f".{kind}")
    return path


def slide(visit: Visit, handle: str, value: int) -> None:
    """Move a slider as its keys do."""
    visit.page.evaluate(
        "([id, value]) => { const handle = document.getElementById(id); handle.value = value;"
        " handle.dispatchEvent(new Event('input', { bubbles: true })); }",
        [handle, value],
    )


def test_title_tells_what_when_and_how_much(visit: Open, seeds: str) -> None:
    """The heading counts organisations and countries; below stand things, facts, documents and the newest date."""
    opened = visit(seeds)
    assert re.match(r"Cooperation network: \d+ organisations, \d+ countries", opened.page.inner_text("h1"))
    assert re.search(r"\d+ things, \d+ facts, from 3 documents · as of 2025", opened.page.inner_text("#summary"))
    assert opened.noise == []


def test_country_and_kind_narrow(visit: Open, seeds: str) -> None:
    """A country leaves what lies in it and its partners, a kind the facts of this kind; both at once fewer still."""
    opened = visit(seeds)
    everything = shown(opened)
    opened.page.click("#narrow summary")
    opened.page.select_option("#country", "China")
    of_country = shown(opened)
    assert 0 < of_country < everything
    opened.page.select_option("#country", "")
    opened.page.select_option("#kind", "partnership")
    assert 0 < shown(opened) < everything
    opened.page.select_option("#kind", "")
    assert shown(opened) == everything


def test_years_slide(visit: Open, seeds: str) -> None:
    """The handles leave the facts of the years between them; apart again, they leave all."""
    opened = visit(seeds)
    everything = shown(opened)
    opened.page.click("#narrow summary")
    first, last = (int(opened.page.get_attribute("#from", end) or 0) for end in ("min", "max"))
    slide(opened, "to", last - 1)
    earlier = shown(opened)
    assert earlier < everything
    assert f"{first} – {last - 1}" in opened.page.inner_text("#narrow")
    slide(opened, "to", last)
    opened.page.focus("#from")
    opened.page.keyboard.press("ArrowRight")
    assert f"{first + 1} – {last}" in opened.page.inner_text("#narrow")
    opened.page.keyboard.press("ArrowLeft")
    assert shown(opened) == everything


def test_confidence_slides(visit: Open, seeds: str) -> None:
    """Facts that are less sure go, and the most connected follow."""
    opened = visit(seeds)
    everything = shown(opened)
    opened.page.click("#most summary")
    assert opened.page.locator("#best button").count() == 10
    opened.page.click("#narrow summary")
    slide(opened, "least", 95)
    assert shown(opened) < everything
    assert "at least 95%" in opened.page.inner_text("#narrow")
    assert opened.page.locator("#best button").count() == min(shown(opened), 10)


def test_the_most_connected_lead_to_their_facts(visit: Open, seeds: str) -> None:
    """A name among the most connected opens it."""
    opened = visit(seeds)
    opened.page.click("#most summary")
    name = opened.page.locator("#best .label").first.inner_text()
    opened.page.locator("#best button").first.click()
    assert opened.page.inner_text("#panel h2") == name


def test_path_between_two(visit: Open, seeds: str) -> None:
    """From the panel of one thing to another found by search: the steps stand in order, each with its facts."""
    opened = visit(seeds)
    opened.search("kitami")
    opened.page.click("#path")
    assert "choose where to" in opened.page.inner_text("#around")
    opened.page.keyboard.type(NAME)
    opened.page.keyboard.press("Enter")
    assert "Shortest path" in opened.page.inner_text("#panel")
    assert opened.page.locator("#panel .way > li").count() == 1
    assert opened.page.locator("#panel .way blockquote").count() >= 1
    opened.page.click("#panel .close")
    assert opened.page.is_hidden("#panel")
    assert opened.page.is_hidden("#around")


def test_path_that_is_none(visit: Open) -> None:
    """Where nothing leads from one to the other, the page says so."""
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    ends = [thing(graph, f"organization/{name}", f"University {name}") for name in "abcd"]
    fact(graph, ends[0], ends[1])
    fact(graph, ends[2], ends[3])
    opened = visit(page(graph), "#path=organization/a~organization/c")
    assert "Nothing shown here leads from University a to University c" in opened.page.inner_text("#around")


def test_colours_and_sizes(visit: Open, seeds: str) -> None:
    """Colour by group and by country and each size show their legend, without an error."""
    opened = visit(seeds)
    for colour in ("group", "country", "type"):
        opened.page.select_option("#colour", colour)
        assert (opened.page.locator("#tints li").count() > 1) == (colour != "type")
    for size in ("facts", "documents", "bridging", "partners"):
        opened.page.select_option("#size", size)
        assert opened.page.locator(".scales svg").count() >= 2
    assert opened.noise == []


def test_link_reopens_the_view(visit: Open, seeds: str) -> None:
    """The address tells what is chosen, filtered and coloured; opened anew it shows the same."""
    opened = visit(seeds)
    opened.page.uncheck("#legend input[value=person]")
    opened.page.select_option("#colour", "group")
    opened.search(NAME)
    opened.page.click("#panel .nearby button >> nth=1")
    address, count = fragment(opened), shown(opened)
    assert "focus=organization/ha-long-university" in address
    again = visit(seeds, address)
    assert again.page.inner_text("#panel h2") == NAME
    assert shown(again) == count
    assert not again.page.is_checked("#legend input[value=person]")
    assert again.page.input_value("#colour") == "group"
    assert fragment(again) == address


@pytest.mark.parametrize(
    "address",
    ["#focus=nobody&path=x~y&years=z&open=99.x&colour=constructor&size=__proto__", "#%zz&=&around=~9", "#<script>"],
)
def test_any_address_is_harmless(visit: Open, seeds: str, address: str) -> None:
    """An address that tells nothing sensible shows the whole network and runs nothing."""
    opened = visit(seeds, address)
    assert shown(opened) == shown(visit(seeds))
    assert opened.noise == []


def test_svg_holds_what_is_visible(visit: Open, seeds: str, tmp_path: Path) -> None:
    """The saved picture is well-formed, bears the title and the names, and neither scripts nor references."""
    path = saved(visit(seeds), "svg", tmp_path)
    root = ET.parse(path).getroot()  # noqa: S314
    texts = [element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert texts[0] != ""
    assert any(text.startswith("Cooperation network") for text in texts)
    assert any(NAME in text for text in texts)
    assert "script" not in {element.tag.split("}")[1] for element in root.iter()}
    assert "href" not in path.read_text(encoding="utf-8")


def test_hostile_picture_is_well_formed(visit: Open, tmp_path: Path) -> None:
    """Names that hold markup are text in the saved picture, too."""
    from tests.views.test_page import hostile

    root = ET.parse(saved(visit(page(hostile(), PageOptions(title="Safe"))), "svg", tmp_path)).getroot()  # noqa: S314
    assert not {"script", "img"} & {element.tag.split("}")[1] for element in root.iter()}


def test_png_is_twice_as_fine(visit: Open, seeds: str, tmp_path: Path) -> None:
    """The saved picture is a PNG of twice the width of the screen."""
    content = saved(visit(seeds), "png", tmp_path).read_bytes()
    assert content.startswith(b"\x89PNG")
    assert int.from_bytes(content[16:20], "big") == 2 * 1280


def test_csv_holds_the_facts_shown(visit: Open, tmp_path: Path) -> None:
    """The table has a line for each pair and passage that the filters leave; no cell is a formula."""
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    first = thing(graph, "organization/a", '=HYPERLINK("https://example.org")')
    second = thing(graph, "organization/b", 'Second, "quoted"')
    firm = thing(graph, "organization/c", "@Firm", "company")
    fact(graph, first, second, kind="agreement", evidence=(evidence("a.md", "+1 \nline"),))
    fact(graph, first, firm, evidence=(evidence("b.md", "-2"),))
    opened = visit(page(graph))
    rows: list[dict[str, Any]] = _table(saved(opened, "csv", tmp_path))
    assert [row["subject"][:2] for row in rows] == ["'=", "'="]
    assert {row["quote"] for row in rows} == {"'+1 \nline", "'-2"}
    assert {row["object"] for row in rows} == {'Second, "quoted"', "'@Firm"}
    opened.page.uncheck("#legend input[value=company]")
    (row,) = _table(saved(opened, "csv", tmp_path))
    assert (row["kind"], row["document"], row["confidence"]) == ("agreement", "a.md", "0.93")


def _table(path: Path) -> list[dict[str, Any]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def test_groups_come_first_and_open(visit: Open) -> None:
    """Of many things groups are drawn; a group opens, a search opens the group of what it finds, all can be shut."""
    graph = network(700)
    opened = visit(page(graph))
    assert opened.page.locator("#groups").count() == 1
    opened.page.click("#groups summary")
    opened.page.locator("#groups li button").first.click()
    assert "1 group open" in opened.page.inner_text("#around")
    assert "open=" in fragment(opened)
    opened.page.click("#around button")
    assert opened.page.is_hidden("#around")
    opened.search("robotics")
    assert "group open" in opened.page.inner_text("#around")
    again = visit(page(graph), fragment(opened))
    assert "group open" in again.page.inner_text("#around")
    again.page.click("#groups summary")
    again.page.check("#every")
    assert again.page.is_hidden("#around")
    assert opened.noise == again.noise == []


def test_small_parts_of_many_things_are_drawn_one_by_one(visit: Open) -> None:
    """A filter that leaves few of many things shows them without groups, with their places of their own."""
    opened = visit(page(network(700)))
    opened.search("robotics")
    opened.page.click("#panel .nearby button >> nth=0")
    assert shown(opened) < 300
    assert opened.noise == []


def test_reduced_motion_is_respected(visit: Open, seeds: str) -> None:
    """Where less motion is asked for, a step of the zoom is done at once."""
    opened = visit(seeds, reduced_motion="reduce")
    opened.page.click("#zoom-in")
    opened.search(NAME)
    assert opened.page.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches")
    assert opened.noise == []
