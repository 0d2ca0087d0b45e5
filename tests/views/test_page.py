"""The page as text: complete, safe, the same for the same input."""

import base64
import hashlib
import itertools
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coopgraph.errors import NothingFoundError, UsageError
from coopgraph.views import PageOptions, page
from coopgraph.views.texts import ENGLISH, TEXTS
from tests.views.sample import BASE, evidence, fact, network, thing

HOSTILE = (
    '</script><script>document.title="x"</script> University',
    "<img src=x onerror=\"document.title='x'\"> Institute",
    "The \"href\" & 'quote' College",
    "<!--<script> Academy",
    "جامعة القاهرة \u202egnp.exe",
    "🎓 {{script}} {{text:search}} \u2028 \ud83d College",
    "long " * 100,
)


class Elements(HTMLParser):
    """Collects each element's attributes and text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.found.append((tag, dict(attributes), ""))

    def handle_data(self, data: str) -> None:
        """Add text to the element that was opened last."""
        if self.found:
            tag, attributes, text = self.found[-1]
            self.found[-1] = (tag, attributes, text + data)

    def all(self, tag: str) -> list[tuple[dict[str, str | None], str]]:
        """Return attributes and text of each element of this kind."""
        return [(attributes, text) for name, attributes, text in self.found if name == tag]


def data(html: str) -> Any:
    """Return what the page was given."""
    (text,) = [text for attributes, text in Elements(html).all("script") if attributes.get("id") == "data"]
    return json.loads(text)


def hostile() -> "nx.MultiGraph[str]":
    """Return a network whose names, titles, quotes, roles and addresses all try to be more than text."""
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    nodes = [
        thing(
            graph,
            f"organization/{place}",
            name,
            aliases=(name,),
            identifiers={name: f"javascript:{place}"},
            country=name,
        )
        for place, name in enumerate(HOSTILE)
    ]
    for place, (first, second) in enumerate(itertools.pairwise(nodes)):
        name = HOSTILE[place]
        piece = evidence(name, name, title=name, source=f"javascript:document.title='{place}'")
        fact(graph, first, second, kind=name, role=name, date=name, status=name, evidence=(piece,))
    graph.nodes[nodes[0]]["counts"] = ({"count": 200, "of": HOSTILE[0], "bound": HOSTILE[1], "evidence": (piece,)},)
    return graph


def test_embedded_data_parses_back() -> None:
    """Names, aliases and quotes stand in the page's data letter by letter."""
    known = data(page(hostile()))
    assert tuple(known["things"][place]["name"] for place in range(len(HOSTILE))) == HOSTILE
    assert known["facts"][0]["evidence"][0][1] == HOSTILE[0]
    assert len(known["network"]["nodes"]) == len(HOSTILE)


def test_hostile_names_add_no_element() -> None:
    """The elements of the page are the template's, whatever the names; the page can be written as UTF-8."""
    tags = [[(tag, attributes) for tag, attributes, _ in Elements(html).found if tag != "meta"] for html in pages()]
    assert tags[0] == tags[1]


def pages() -> list[str]:
    """Return a hostile page and a harmless one, each with a title of its own kind."""
    bad = page(hostile(), PageOptions(title="".join(HOSTILE)))
    bad.encode()
    return [bad, page(network(3))]


@given(st.text(max_size=60))
@settings(max_examples=25, deadline=None)
def test_any_name_comes_back(name: str) -> None:
    """Whatever a name holds, it comes back from the data, and the page holds as many scripts as ever."""
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    thing(graph, "organization/one", name)
    html = page(graph, PageOptions(title=name))
    assert data(html)["things"][0]["name"] == (name or BASE + "organization/one")
    assert len(Elements(html).all("script")) == 3


def test_nothing_is_loaded() -> None:
    """No element names anything outside of the page, and no style imports anything."""
    elements = Elements(page(network(20)))
    for _, attributes, _ in elements.found:
        assert "src" not in attributes
        assert "srcset" not in attributes
        assert attributes.get("href", "data:,") == "data:,"
    for _, text in elements.all("style"):
        assert "url(" not in text
        assert "@import" not in text
    assert "sourceMappingURL" not in page(network(1))


def test_policy_names_each_script_and_style() -> None:
    """The policy forbids everything but the page's own scripts and style, by the hashes of what the page holds."""
    html = page(hostile())
    policy = next(attributes["content"] for attributes, _ in Elements(html).all("meta") if "http-equiv" in attributes)
    assert policy is not None
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    texts = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", html, re.DOTALL)
    assert len(texts) == 3
    for text in texts:
        assert base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() in policy


def test_order_of_input_is_indifferent() -> None:
    """Nodes, edges and passages in another order give the same page."""
    graph = network(40)
    other: nx.MultiGraph[str] = nx.MultiGraph()
    other.add_nodes_from(reversed(list(graph.nodes(data=True))))
    for source, target, key, attributes in reversed(list(graph.edges(keys=True, data=True))):
        other.add_edge(target, source, key, **(attributes | {"evidence": attributes["evidence"][::-1]}))
    assert page(graph) == page(other)


def test_hash_seed_is_indifferent() -> None:
    """Three hash seeds give the same bytes."""
    code = "import hashlib; from coopgraph.views import page; from tests.views.sample import network; "
    code += "print(hashlib.sha256(page(network(60)).encode()).hexdigest())"
    sums = {
        subprocess.run(
            [sys.executable, "-c", code], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(sums) == 1


def test_facts_of_several_parties_stand_once() -> None:
    """An agreement of three is one fact with three pairs and three lines."""
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    nodes = [thing(graph, f"organization/{place}", f"University {place}") for place in range(3)]
    for first, second in ((0, 1), (0, 2), (1, 2)):
        fact(graph, nodes[first], nodes[second], fact="one")
    known = data(page(graph))
    assert [row["ends"] for row in known["facts"]] == [[[0, 1], [0, 2], [1, 2]]]
    assert [edge["facts"] for edge in known["links"]] == [[0], [0], [0]]
    assert len(known["facts"][0]["evidence"]) == 3


def test_direction_is_that_of_the_fact() -> None:
    """A line goes from the subject to the object, whichever way the undirected graph tells the edge."""
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    first, second = thing(graph, "association/a", "A", "association"), thing(graph, "organization/b", "B")
    fact(graph, second, first, "memberOf")
    (edge,) = data(page(graph))["links"]
    assert (edge["from"], edge["to"], edge["arrows"]) == (1, 0, "to")


def test_every_text_is_used_and_every_used_text_exists() -> None:
    """The dictionary holds what the template and the scripts ask for, and nothing else."""
    views = Path(str(files("coopgraph.views")))
    script = "\n".join(part.read_text(encoding="utf-8") for part in sorted((views / "assets").rglob("js/**/*.js")))
    template = "\n".join(part.read_text(encoding="utf-8") for part in (views / "assets").rglob("*.html"))
    code = "\n".join(
        part.read_text(encoding="utf-8")
        for part in [*views.glob("kinds/*.py"), views / "html.py", views / "selection.py"]
    )
    asked = set(re.findall(r'data-(?:text|label|hint)="(\w+)"', template)) | set(re.findall(r'\bsay\("(\w+)"', script))
    mentioned = (
        asked | set(re.findall(r'"(\w+)"', script + code)) | set(re.findall(r"texts(?:\[\w+\])?\.(\w+)", script))
    )
    assert asked <= set(ENGLISH)
    assert set(ENGLISH) <= mentioned


def test_numbers_in_headings_are_the_language_s() -> None:
    """Groups of three figures are parted as the language does."""
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    for number in range(1200):
        thing(graph, f"organization/{number}", f"University {number}", country="Vietnam")
    titles = data(page(graph, PageOptions(view="map")))["titles"]
    assert "1,200 organisations" in titles["en"]
    assert "1.200 tổ chức" in titles["vi"]


def test_languages_have_the_same_words() -> None:
    """Each language has every text of English with the same places to fill, and every word of its families."""

    def places(text: Any) -> set[str]:
        return set().union(*map(places, text.values())) if isinstance(text, dict) else set(re.findall(r"\{\w+\}", text))

    for texts in TEXTS.values():
        assert set(texts) == set(ENGLISH)
        for key, text in ENGLISH.items():
            assert places(texts[key]) == places(text)
            if isinstance(text, dict) and "other" not in text and text:
                assert set(texts[key]) == set(text)


def test_page_speaks_vietnamese() -> None:
    """A page in Vietnamese says so, and so does its heading; the words of every language are in it."""
    html = page(network(5), PageOptions(language="vi"))
    assert '<html lang="vi">' in html
    assert "<title>Mạng lưới hợp tác" in html
    assert data(html)["language"] == "vi"
    assert set(data(html)["texts"]) == set(data(html)["titles"]) == set(TEXTS)


def test_focus_keeps_the_neighbourhood() -> None:
    """Only what is at most so many facts away stays, and the heading names the focus."""
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    nodes = [thing(graph, f"organization/{place}", f"University {place}") for place in range(4)]
    for first, second in itertools.pairwise(nodes):
        fact(graph, first, second)
    html = page(graph, PageOptions(focus=nodes[0], hops=2))
    assert [row["name"] for row in data(html)["things"]] == ["University 0", "University 1", "University 2"]
    assert "<title>Cooperation around University 0</title>" in html


def test_persons_can_be_left_out() -> None:
    """Without persons, no person and no fact about one is in the page."""
    graph = network(120)
    names = {data["name"] for _, data in graph.nodes(data=True) if data["type"] == "person"}
    html = page(graph, PageOptions(without_persons=True))
    assert names
    assert "person" not in {row["type"] for row in data(html)["things"]}
    assert not {row["relation"] for row in data(html)["facts"]} & {"affiliatedWith"}


def test_empty_graph_is_a_page() -> None:
    """A graph without things gives a page that says so."""
    assert data(page(nx.MultiGraph()))["things"] == []


@pytest.mark.parametrize(
    ("options", "error"),
    [
        (PageOptions(focus="https://example.org/unknown"), NothingFoundError),
        (PageOptions(hops=-1), UsageError),
        (PageOptions(language="xx"), UsageError),
        (PageOptions(view="xx"), UsageError),
    ],
)
def test_wrong_options_are_one_line(options: PageOptions, error: type[Exception]) -> None:
    """An unknown focus, a negative number of hops and an unknown language are errors of one line."""
    with pytest.raises(error) as caught:
        page(network(5), options)
    assert "\n" not in str(caught.value)
