"""The things and their names, and what a user means by a name."""

from pathlib import Path

import pytest

from coopgraph.errors import NothingFoundError, UsageError
from coopgraph.queries import entities, find, one
from coopgraph.store import Store, open_store
from coopgraph.vocabulary.iris import Mint
from tests.samples import ALPHA, ENTITIES, HOSTILE_NAME, knowledge


def test_rows_are_the_entities(store: Store) -> None:
    """Every thing comes once, sorted by name, with type, aliases, documents and identifiers as they went in."""
    mint, mentions = Mint(), knowledge().mentions
    assert list(entities(store)) == [
        {
            "id": mint.thing(entity.key),
            "name": entity.name,
            "type": entity.type.value,
            "aliases": sorted(entity.aliases),
            "documents": sorted({document for document, key in mentions if key == entity.key}),
            "identifiers": dict(entity.identifiers),
        }
        for entity in sorted(ENTITIES, key=lambda entity: entity.name)
    ]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Alpha University", ["Alpha University"]),
        ("  the ALPHA   university ", ["Alpha University"]),
        ("au", ["Alpha University"]),
        ("dai hoc alpha", ["Alpha University"]),
        ("Tam Le Hoa", ["Tâm Lê Hoa"]),
        (Mint().thing(ALPHA), ["Alpha University"]),
        ("alpha", ["Alpha University"]),
        ("ministry", ["Ministry of Crafts", "Ministry of Learning"]),
        ("of learning", ["Ministry of Learning"]),
        (HOSTILE_NAME, [HOSTILE_NAME]),
        ("01", ["Delta University of Arts"]),
        ("omega", []),
        ("", []),
        ("' } #", []),
    ],
)
def test_find(store: Store, name: str, found: list[str]) -> None:
    """Case, accents, spaces and a leading "the" don't count; whole names go before beginnings, those before parts."""
    assert [row["name"] for row in find(store, name)] == found


def test_exact_names_go_first(tmp_path: Path) -> None:
    """A preferred name wins over the same name as an alias, and a whole name over the beginning of a longer one."""
    path = tmp_path / "names.ttl"
    path.write_text(
        "@prefix coop: <https://w3id.org/coopgraph/ontology#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<http://e/1> a coop:Unit ; rdfs:label "Vinh" . <http://e/2> a coop:Unit ; rdfs:label "Vinh College" .\n'
        '<http://e/3> a coop:Unit ; rdfs:label "Other" ; skos:altLabel "Vinh", "VC" .\n'
        '<http://e/4> a coop:Unit ; rdfs:label "Another" ; skos:altLabel "VC" .\n',
        encoding="utf-8",
    )
    store = open_store(path)
    assert [row["id"] for row in find(store, "vinh")] == ["http://e/1"]
    assert [row["id"] for row in find(store, "vc")] == ["http://e/4", "http://e/3"]
    assert one(store, "vinh c")["id"] == "http://e/2"


def test_one(store: Store) -> None:
    """One thing is given, none or several are told in one line with what to do next."""
    assert one(store, "AU")["name"] == "Alpha University"
    with pytest.raises(NothingFoundError, match="`coopgraph entities` lists all"):
        one(store, "Zzz")
    with pytest.raises(NothingFoundError, match=r"did you mean Alpha University\?"):
        one(store, "Alhpa Universty")
    with pytest.raises(UsageError, match=r"2 things: Ministry of Crafts <.*>, Ministry of Learning <.*>; give"):
        one(store, "ministry")
