"""Hand-made networks of any size, in the form that `coopgraph.network.load` returns."""

from __future__ import annotations

import random
from typing import Any

import networkx as nx

BASE = "https://w3id.org/coopgraph/id/"
_CITIES = (
    "Hà Nội",
    "Huế",
    "Đà Nẵng",
    "Vinh",
    "Osaka",
    "Kitami",
    "Lyon",
    "Liège",
    "Graz",
    "Tartu",
    "Porto",
    "Leeds",
    "Quy Nhơn",
    "Ghent",
)
_TYPES = (
    ("education", 40, "University of {city}", "{city} Institute of Technology", "College of {word}, {city}"),
    ("company", 12, "{word} Systems", "{city} {word} Works"),
    ("government", 7, "Ministry of {word}", "Department of {word} of {city}"),
    ("association", 6, "Association of {word} Universities", "{word} Network"),
    ("unit", 10, "Faculty of {word}, University of {city}", "Centre for {word} Studies"),
    ("country", 3, "Republic of {word}"),
    ("place", 4, "{city}", "Province of {city}"),
    ("project", 8, "{word}-{city} Mobility Project", "Project {word}"),
    ("event", 4, "{word} Forum {number}"),
    ("person", 4, "Dr. {word} {city}"),
    ("policy", 2, "Strategy for {word} {number}"),
)
_WORDS = (
    "Robotics",
    "Forestry",
    "Marine Science",
    "Design",
    "Logistics",
    "Energy",
    "Health",
    "Education",
    "Trade",
    "Film",
    "Culture",
    "Water",
)
_RELATIONS = {
    "project": "participatesIn",
    "association": "memberOf",
    "event": "organizes",
    "country": "locatedIn",
    "place": "locatedIn",
    "policy": "issues",
}
_KINDS = ("memorandum of understanding", "agreement", "joint programme", "exchange", "joint research", None)


def evidence(document: str, quote: str, **more: Any) -> dict[str, Any]:
    """Return one passage of a document, with a title and a source unless told otherwise."""
    known = {
        "document": document,
        "title": f"What {document} reports",
        "source": f"https://example.org/{document}",
        "date": "2025-11-14",
        "quote": quote,
        "start": 120,
        "stop": 120 + len(quote),
        "method": "pattern",
        "confidence": 0.93,
    }
    return known | more


def thing(graph: nx.MultiGraph[str], key: str, name: str, kind: str = "education", **more: Any) -> str:
    """Add a thing and return its IRI."""
    iri = BASE + key
    known = {
        "name": name,
        "type": kind,
        "aliases": (),
        "identifiers": {},
        "documents": 1,
        "country": None,
        "counts": (),
    }
    graph.add_node(iri, **(known | more))
    return iri


def fact(graph: nx.MultiGraph[str], subject: str, target: str, relation: str = "cooperatesWith", **more: Any) -> None:
    """Add a fact between two things, with one passage unless told otherwise."""
    iri = more.pop("fact", f"{BASE}fact/{graph.number_of_edges():06d}")
    known = {
        "fact": iri,
        "subject": subject,
        "object": target,
        "relation": relation,
        "status": "stated",
        "kind": None,
        "date": None,
        "end": None,
        "role": None,
        "amount": None,
        "method": "pattern",
        "confidence": 0.93,
        "evidence": (
            evidence("news-001.md", f"{graph.nodes[subject]['name']} and {graph.nodes[target]['name']} signed."),
        ),
    }
    graph.add_edge(subject, target, f"{iri}#{graph.number_of_edges()}", **(known | more))


def network(size: int, seed: int = 1) -> nx.MultiGraph[str]:
    """Return a network of so many things: hubs, leaves, small groups apart, things without facts."""
    chance = random.Random(seed)  # noqa: S311
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    kinds = chance.choices(_TYPES, [kind[1] for kind in _TYPES], k=size)
    for number, (kind, _, *patterns) in enumerate(kinds):
        words = {"city": chance.choice(_CITIES), "word": chance.choice(_WORDS), "number": 2000 + number % 30}
        name = chance.choice(patterns).format(**words)
        short = "".join(part[0] for part in name.split() if part[0].isupper())
        thing(
            graph,
            f"{kind}/{number:05d}",
            name,
            kind,
            aliases=(short,) if number % 3 else (short, name.upper()),
            documents=1 + number % 5,
        )
    nodes = list(graph)
    regions: list[list[str]] = [[node] for node in nodes[: 1 + size // 60]]
    for number, node in enumerate(nodes):
        if number % 17 == 16:
            continue
        home = regions[number % len(regions)]
        group = [chance.choice(home) for _ in range(chance.choice((1, 1, 1, 2, 3)))]
        if number % 13 == 12:
            group = [nodes[number - 1]]
        elif chance.random() < 0.08:
            group.append(chance.choice(chance.choice(regions)))
        for other in dict.fromkeys(group):
            if other != node:
                _relate(graph, other, node, chance)
                home.append(node if chance.random() < 0.3 else other)
    return graph


def _relate(graph: nx.MultiGraph[str], subject: str, target: str, chance: random.Random) -> None:
    kind = graph.nodes[target]["type"]
    relation = _RELATIONS.get(kind, "cooperatesWith")
    if kind == "person":
        subject, target, relation = target, subject, "affiliatedWith"
    elif kind == "unit":
        subject, target, relation = target, subject, "partOf"
    elif kind == "government" and chance.random() < 0.4:
        subject, target, relation = target, subject, "funds"
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        year = 2015 + chance.randrange(11)
        names = graph.nodes[subject]["name"], graph.nodes[target]["name"]
        quote = f"On {chance.randrange(1, 28)} May {year}, {names[0]} and {names[1]} agreed to work together."
        fact(
            graph,
            subject,
            target,
            relation,
            kind=chance.choice(_KINDS) if relation == "cooperatesWith" else None,
            date=f"{year}-05",
            status=chance.choice(("stated", "stated", "stated", "intended")),
            evidence=tuple(
                evidence(f"news-{chance.randrange(200):03d}.md", quote) for _ in range(chance.choice((1, 1, 2, 4)))
            ),
        )
