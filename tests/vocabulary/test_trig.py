"""The TriG writer: the same quads come back from two parsers, and the same bytes for the same quads."""

import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import BNode, Dataset, Literal, URIRef
from rdflib.namespace import RDF, XSD

from coopgraph.model import Knowledge
from coopgraph.vocabulary import to_dataset, trig
from coopgraph.vocabulary.text import clean
from tests import samples
from tests.vocabulary import strategies
from tests.vocabulary.quads import of_dataset, of_oxigraph, of_rdflib

# rdflib 7.6 calls its own deprecated methods when it parses a dataset.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

IRIS = st.one_of(
    st.from_regex(r"https://example\.org/[A-Za-z0-9_.%-]{0,8}", fullmatch=True).filter(lambda iri: "%" not in iri),
    st.text(st.characters(codec="utf-8", categories=["L", "N"]), max_size=6).map(
        lambda local: f"https://example.org/ns#{local}"
    ),
    st.sampled_from(
        [RDF.type, "https://example.org/a%20b", "https://example.org/-a", "https://example.org/a.", "urn:x:y"]
    ),
).map(URIRef)
TEXTS = strategies.anything.map(clean)
LITERALS = st.one_of(
    TEXTS.map(Literal),
    st.builds(lambda text, tag: Literal(text, lang=tag), TEXTS, st.sampled_from(["en", "vi", "zh-hant"])),
    st.builds(
        lambda text, datatype: Literal(text, datatype=datatype, normalize=False),
        st.sampled_from(["1", "01", "-0", "+1", "1.0", "1.50", ".5", "1.", "1e3", "true", "2024", "2024-02", "x"]),
        st.sampled_from(
            [XSD.integer, XSD.decimal, XSD.double, XSD.boolean, XSD.gYear, URIRef("https://example.org/t")]
        ),
    ),
)
QUADS = st.lists(st.tuples(IRIS, IRIS, st.one_of(IRIS, LITERALS), st.one_of(st.none(), IRIS)), max_size=12)


def written(dataset: Dataset) -> bytes:
    """Return the dataset as TriG in one piece."""
    return b"".join(trig(dataset))


def filled(quads: list[tuple[URIRef, URIRef, URIRef | Literal, URIRef | None]]) -> Dataset:
    """Return a dataset with these quads, added in their order."""
    dataset = Dataset()
    dataset.bind("ex", "https://example.org/")
    for subject, predicate, object_, graph in quads:
        home = dataset.graph(graph) if graph is not None else dataset.graph(rdflib.graph.DATASET_DEFAULT_GRAPH_ID)
        home.add((subject, predicate, object_))
    return dataset


@given(strategies.knowledge())
@settings(max_examples=60)
def test_knowledge_comes_back(knowledge: Knowledge) -> None:
    """Whatever the names hold, rdflib and pyoxigraph read the very quads that were written."""
    dataset = to_dataset(knowledge)
    content = written(dataset)
    assert of_oxigraph(content) == of_dataset(dataset)
    assert of_rdflib(content) == of_dataset(dataset)


@given(QUADS)
@settings(max_examples=150)
def test_any_quads_come_back(quads: list[tuple[URIRef, URIRef, URIRef | Literal, URIRef | None]]) -> None:
    """Any IRIs and literals come back letter by letter, "01" as "01"."""
    dataset = filled(quads)
    content = written(dataset)
    assert of_oxigraph(content) == of_dataset(dataset)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rdflib, "NORMALIZE_LITERALS", False)
        assert of_rdflib(content) == of_dataset(dataset)


@given(QUADS, st.randoms(use_true_random=False))
def test_order_makes_no_difference(
    quads: list[tuple[URIRef, URIRef, URIRef | Literal, URIRef | None]], chance: random.Random
) -> None:
    """The same quads in any order of insertion give the same bytes."""
    shuffled = list(quads)
    chance.shuffle(shuffled)
    assert written(filled(shuffled)) == written(filled(quads))


def test_a_store_keeps_every_quad() -> None:
    """Oxigraph's store, too, gives back the quads of the sample letter by letter."""
    dataset = to_dataset(samples.knowledge())
    store = pyoxigraph.Store()
    store.load(written(dataset), format=pyoxigraph.RdfFormat.TRIG)
    dumped = store.dump(format=pyoxigraph.RdfFormat.TRIG)
    assert dumped is not None
    assert of_oxigraph(dumped) == of_dataset(dataset)


def test_writing_what_was_read_gives_the_same_bytes() -> None:
    """A written dataset that rdflib reads is written alike."""
    content = written(to_dataset(samples.knowledge()))
    dataset = Dataset()
    dataset.parse(data=content, format="trig")
    assert written(dataset) == content


def test_three_hash_seeds() -> None:
    """Three processes with different hash seeds write the same bytes."""
    script = (
        "import sys; from tests.samples import knowledge; from coopgraph.vocabulary import to_dataset, trig\n"
        "sys.stdout.buffer.writelines(trig(to_dataset(knowledge())))"
    )
    root = Path(__file__).resolve().parents[2]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(outputs) == 1
    assert outputs == {written(to_dataset(samples.knowledge()))}


def test_form() -> None:
    """Prefixes first; `a` first of each subject; one predicate and object a line; the named graph after the default."""
    example = "https://example.org/"
    dataset = filled(
        [
            (URIRef(example + "b"), URIRef(example + "p"), Literal('"\\\n\u202e'), None),
            (URIRef(example + "b"), RDF.type, URIRef(example + "T"), None),
            (URIRef(example + "a"), URIRef(example + "p"), Literal("0.5", datatype=XSD.decimal), None),
            (URIRef(example + "a"), URIRef(example + "a"), Literal("x", lang="en"), None),
            (URIRef(example + "a"), URIRef(example + "p"), URIRef(example + "x/y"), URIRef(example + "g")),
        ]
    )
    assert written(dataset).decode() == (
        "@prefix ex: <https://example.org/> .\n"
        "\n"
        "ex:a\n"
        '    ex:a "x"@en ;\n'
        "    ex:p 0.5 ;\n"
        "    .\n"
        "\n"
        "ex:b\n"
        "    a ex:T ;\n"
        '    ex:p "\\"\\\\\\n\\u202E" ;\n'
        "    .\n"
        "\n"
        "ex:g {\n"
        "ex:a\n"
        "    ex:p <https://example.org/x/y> ;\n"
        "    .\n"
        "}\n"
    )


def test_sample_form() -> None:
    """The sample is UTF-8 with LF, without trailing spaces, blank nodes, raw controls and marks of direction."""
    content = written(to_dataset(samples.knowledge()))
    text = content.decode("utf-8")
    assert "\r" not in text
    assert text.endswith("}\n")
    assert "_:" not in re.sub(r'"(?:[^"\\]|\\.)*"', '""', text)
    assert not any(line != line.rstrip() for line in text.split("\n"))
    assert not re.search("[\x00-\x09\x0b-\x1f\u202a-\u202e]", text)


@pytest.mark.parametrize("text", ["0", "-0", "+1", "01", "-1", "1" * 30, "1.0", "-0.0", "0.10", ".5", "1e5", "", "x"])
@pytest.mark.parametrize("datatype", [XSD.integer, XSD.decimal])
def test_numbers_keep_their_text(text: str, datatype: URIRef) -> None:
    """A number is read again as it was written, whether it stands in quotes or not."""
    node = URIRef("https://example.org/x")
    dataset = filled([(node, node, Literal(text, datatype=datatype, normalize=False), None)])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rdflib, "NORMALIZE_LITERALS", False)
        assert of_rdflib(written(dataset)) == of_dataset(dataset) == of_oxigraph(written(dataset))


def test_empty() -> None:
    """A dataset without quads is an empty file."""
    assert written(to_dataset(Knowledge())) == b""


@pytest.mark.parametrize(
    "iri", ["relative", "https://example.org/a b", 'https://example.org/"', "https://example.org/>"]
)
def test_bad_iris_are_refused(iri: str) -> None:
    """What rdflib's memory takes for an IRI and no parser does isn't written."""
    dataset = filled([(URIRef(iri), RDF.type, URIRef("https://example.org/T"), None)])
    with pytest.raises(ValueError, match="no absolute IRI"):
        written(dataset)


def test_blank_nodes_are_refused() -> None:
    """A blank node has no name that stays the same from run to run."""
    dataset = Dataset()
    dataset.graph(URIRef("https://example.org/g")).add((BNode(), RDF.type, URIRef("https://example.org/T")))
    with pytest.raises(TypeError, match="blank"):
        written(dataset)
