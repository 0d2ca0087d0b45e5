"""A hand-made network whose facts hold at many times, and the day on which its pages are looked at."""

from __future__ import annotations

import networkx as nx

from tests.views.sample import evidence, fact, thing

TODAY = "2026-06-15T10:00:00"


def dated() -> nx.MultiGraph[str]:
    """Return a university with a faculty, a rector and ties that run, run out, have ended or have no date."""
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    hue = thing(graph, "organization/hue", "Hue University of Arts", aliases=("Trường Huế",), country="Vietnam")
    lyon = thing(graph, "organization/lyon", "École de Lyon", country="France")
    graz = thing(graph, "organization/graz", "University of Graz Arts", country="Austria")
    kobe = thing(graph, "organization/kobe", "Kobe Design College", country="Japan")
    firm = thing(graph, "organization/firm", "Brush Works", "company", country="Japan")
    plan = thing(graph, "project/plan", "Paint Project", "project")
    day = thing(graph, "event/day", "Day of Arts", "event")
    faculty = thing(graph, "organization/faculty", "Faculty of Lacquer", "unit")
    rector = thing(graph, "person/rector", "An Nguyen", "person")
    quote = "Hue University of Arts and École de Lyon signed a memorandum for five years."
    fact(
        graph,
        hue,
        lyon,
        kind="memorandum of understanding",
        date="2024-05-03",
        end="2029-05-03",
        evidence=(evidence("a.md", quote),),
    )
    fact(graph, hue, graz, kind="agreement", date="2021", end="2026-12")
    fact(graph, hue, kobe, kind="agreement", date="2012-03", end="2017-03")
    fact(graph, hue, firm, kind="partnership", date="2019")
    fact(graph, faculty, firm, kind="joint research")
    fact(graph, hue, plan, "participatesIn", date="2023-01-01", end="2025-12-31")
    fact(graph, kobe, plan, "participatesIn", role="coordinator", date="2023-01-01", end="2025-12-31")
    fact(graph, hue, day, "organizes", date="2022-11-20")
    fact(graph, lyon, graz, kind="exchange", date="2018")
    fact(graph, faculty, hue, "partOf")
    fact(graph, rector, hue, "affiliatedWith", role="Rector")
    return graph


HUE = "https://w3id.org/coopgraph/id/organization/hue"
