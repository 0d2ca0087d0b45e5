"""A small graph whose names try to break each format."""

import networkx as nx

from tests.network.rows import fact, graph_of, thing

HOSTILE = "\x00\x0b\ufffe]]>\"'&<b>, 🎓 جامعة \u202eesrever\u202c\r\n\ttab"
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "＝1")


def hostile_graph() -> "nx.MultiGraph[str]":
    """Return things with hostile names, parallel facts, a fact of three pairs, a count and a self-loop."""
    odd = thing("odd", name=HOSTILE, aliases=[HOSTILE, "]]>"], identifiers={"ror": HOSTILE})
    company = thing("company", "company", name="=cmd|' /C calc'!A0")
    plain, lone = thing("plain"), thing("lone", "person")
    return graph_of(
        [
            fact("cooperatesWith", odd, company, kind=HOSTILE, date="2025", end="2030", quote=HOSTILE),
            fact("cooperatesWith", odd, company, kind=HOSTILE, document="b | c.md"),
            fact("cooperatesWith", odd, company, number=1, role=HOSTILE, amount="-5"),
            fact("partOf", company, odd),
            fact("cooperatesWith", plain, plain),
            *(
                fact("cooperatesWith", one, other) | {"fact": "urn:of-three"}
                for one, other in ((odd, company), (odd, plain), (company, plain))
            ),
            fact("partnerCount", plain, None, count=200, of="universities", bound="at least"),
        ],
        [lone],
        {"a.md": {"title": HOSTILE, "source": None, "date": None}},
    )
