"""The encoder in the package."""

from importlib.resources import files
from pathlib import Path

import numpy as np

from coopgraph.reading.learned.chunks import chunks
from coopgraph.reading.learned.encoder import AT_ONCE, TAGS, encoder
from coopgraph.reading.learned.places import OUTPUTS, pairs
from coopgraph.reading.learned.tagging import said
from coopgraph.reading.names import Names
from coopgraph.reading.sentences import sentences
from tests.reading.learned.passages import context
from tests.reading.telling import marked

TEXT = "{education:Alpha University} and {company:Beta Foods} signed a memorandum of understanding in {place:Leeds}."


def test_a_chunk_gives_a_distribution_for_each_piece() -> None:
    """Each piece has shares of all tags that add up to one; the same again on a second run."""
    plain, entities, mentions = marked(TEXT)
    about = context(TEXT)
    (chunk,) = chunks(plain, sentences(about.document))
    tags = said(chunk, Names(tuple(entities), tuple(mentions)))
    one, other = (encoder().read(chunk, tags) for _ in range(2))
    assert one.tags.shape == (len(chunk.pieces), TAGS)
    assert np.allclose(one.tags.sum(1), 1, atol=1e-5)
    assert np.array_equal(one.tags, other.tags)
    assert np.array_equal(one.memory, other.memory)


def test_a_pair_is_judged_alike_in_any_company() -> None:
    """Pairs don't see each other: how many are judged at once changes no more than rounding does."""
    about = context(TEXT)
    (chunk,) = chunks(about.document.prose, sentences(about.document))
    state = encoder().read(chunk, [0] * len(chunk.pieces))
    (pair, *_) = pairs(chunk, about)
    alone = encoder().judge(state, [pair])
    many = encoder().judge(state, [pair] * (AT_ONCE + 3))
    assert alone.shape == (1, len(OUTPUTS))
    assert many.shape == (AT_ONCE + 3, len(OUTPUTS))
    assert np.allclose(alone, many, atol=0.5)


def test_no_operator_depends_on_how_wide_the_processor_is(tmp_path: Path) -> None:
    """What ONNX Runtime makes of the file has no softmax and no GELU, whose last digits differ from AVX2 to AVX-512."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.optimized_model_filepath = str(tmp_path / "optimized.onnx")
    options.log_severity_level = 3
    content = files("coopgraph.reading").joinpath("data", "en", "encoder", "encoder.onnx").read_bytes()
    onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    run = (tmp_path / "optimized.onnx").read_bytes()
    assert b"DynamicQuantizeMatMul" in run  # what is fused is seen there
    assert b"Erf" in run
    assert b"Softmax" not in run
    assert b"Gelu" not in run
