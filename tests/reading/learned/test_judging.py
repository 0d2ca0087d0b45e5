"""How sure the encoder is of a fact."""

import math

import numpy as np

from coopgraph.model import EntityType
from coopgraph.reading.learned.chunks import chunks
from coopgraph.reading.learned.encoder import TAGS, TYPES
from coopgraph.reading.learned.judging import certainties
from coopgraph.reading.sentences import sentences
from tests.reading.learned.passages import context

COMPANY = 1 + 2 * TYPES.index(EntityType.COMPANY)


def certainty(*shares: float) -> dict[str, float]:
    """Return how sure a tagger is of Beta that takes its mentions for a company with these shares."""
    about = context(" ".join(["{company:Beta} hums."] * len(shares)))
    (chunk,) = chunks(about.document.prose, sentences(about.document))
    table = np.zeros((len(chunk.pieces), TAGS), np.float32)
    for start, share in zip((n for n, p in enumerate(chunk.pieces) if p.case == 1), shares, strict=True):
        table[start, COMPANY] = share
    return certainties([chunk], [table], about)


def test_a_thing_is_as_sure_as_its_surest_mention() -> None:
    """The log odds of its type there."""
    sure = certainty(0.5, 0.9, 0.1)
    assert sure.keys() == {"Beta"}
    assert math.isclose(sure["Beta"], math.log(9), abs_tol=1e-4)


def test_certainty_has_bounds() -> None:
    """A share of nothing or all leaves the log odds finite."""
    assert certainty(0.0) == {"Beta": -5.0}
    assert certainty(1.0) == {"Beta": 5.0}
