"""From tags to names."""

import numpy as np
import pytest

from coopgraph.model import EntityType, Mention
from coopgraph.reading.learned.chunks import Chunk, chunks
from coopgraph.reading.learned.encoder import TAGS, TYPES, Floats
from coopgraph.reading.learned.tagging import advice, said
from coopgraph.reading.names import Names
from coopgraph.reading.sentences import sentences
from tests.reading.telling import document, marked

TEXT = "{education:Alpha Hall} hums with {company:Beta} {company:Gamma}."


def parts(text: str) -> tuple[Chunk, Names, str]:
    """Return the one chunk of the marked text, its names and the text."""
    plain, entities, mentions = marked(text)
    (chunk,) = chunks(plain, sentences(document(plain)))
    return chunk, Names(tuple(entities), tuple(mentions)), plain


def sure(tags: list[int]) -> Floats:
    """Return distributions that are nearly sure of these tags."""
    table = np.full((len(tags), TAGS), 0.1 / (TAGS - 1), np.float32)
    table[np.arange(len(tags)), tags] = 0.9
    return table


def test_what_the_grammar_says_comes_back_as_advice() -> None:
    """Tags of the grammar's names, read as if they were the encoder's, give the same names."""
    chunk, names, _ = parts(TEXT)
    told = advice([chunk], [sure(said(chunk, names))])
    kinds = {entity.key: entity.type for entity in names.entities}
    assert [(one.start, one.stop, one.type) for one in told.names] == [
        (mention.start, mention.stop, kinds[mention.entity]) for mention in names.mentions
    ]
    assert all(0.89 < one.score <= 1 for one in told.names)


def test_words_outside_of_names_are_doubted() -> None:
    """Where no name stands the doubt is great."""
    chunk, names, plain = parts(TEXT)
    told = advice([chunk], [sure(said(chunk, names))])
    assert told.doubt(plain.index("hums"), plain.index(" with")) > 0.85 > 0.2 > told.doubt(0, 5)


def test_context_gives_no_names_of_its_own() -> None:
    """What a chunk repeats of the one before is told of once."""
    chunk, names, _ = parts(TEXT)
    chunk.context = len(chunk.pieces) - 1
    assert advice([chunk], [sure(said(chunk, names))]).names == []


def test_a_name_has_the_type_of_most_of_its_words() -> None:
    """Words of a name may lean to different types."""
    chunk, _, _ = parts("Alpha Hall.")
    company, school = TYPES.index(EntityType.COMPANY), TYPES.index(EntityType.EDUCATION)
    table = sure([1 + 2 * school, 2 + 2 * school, 0])
    table[1, 2 + 2 * company] += 0.3
    assert [one.type for one in advice([chunk], [table]).names] == [EntityType.EDUCATION]


def test_being_a_name_is_apart_from_its_type() -> None:
    """What leans to two types of bodies is as surely a name as both together; people aren't counted."""
    chunk, _, _ = parts("Alpha.")
    company, school, person = (
        1 + 2 * TYPES.index(kind) for kind in (EntityType.COMPANY, EntityType.EDUCATION, EntityType.PERSON)
    )
    table = sure([0] * len(chunk.pieces))
    table[0] = 0
    table[0, [company, school, person]] = 0.3, 0.5, 0.2
    (name,) = advice([chunk], [table]).names
    assert (name.type, name.score, name.being) == (EntityType.EDUCATION, 0.5, 0.8)


def test_names_of_no_chunk() -> None:
    """Nothing read is nothing said."""
    assert advice([], []).names == []
    assert said(Chunk(), Names((), (Mention(0, 1, "x"),))) == []


@pytest.mark.parametrize(
    ("text", "tags", "names"),
    [
        ("Shop at Lea Co-op today.", [0, 0, 1, 2, 0, 1, 0, 0], ["Lea Co-op"]),
        ("Shop at Co-op today.", [0, 0, 0, 0, 1, 0, 0], ["Co-op"]),
        ("Ask Wa’ed today.", [0, 1, 0, 1, 0, 0], ["Wa’ed"]),
        ("Ask Wa-Ed today.", [0, 1, 0, 1, 0, 0], ["Wa", "Ed"]),
        ("Ask Wa/ed today.", [0, 1, 0, 1, 0, 0], ["Wa", "ed"]),
        ("Ask Wa ’ed today.", [0, 1, 0, 1, 0, 0], ["Wa", "ed"]),
        ("Ask Wa’s man.", [0, 1, 0, 0, 0, 0], ["Wa"]),
    ],
)
def test_a_hyphen_or_an_apostrophe_joins_small_letters_to_a_name(text: str, tags: list[int], names: list[str]) -> None:
    """Even where the tags take both apart; how sure they are of the sign doesn't count."""
    chunk, _, plain = parts(text)
    firsts = [number for number, piece in enumerate(chunk.pieces) if piece.first]
    table = sure([0] * len(chunk.pieces))
    for place, tag in zip(firsts, tags, strict=True):
        table[place] = sure([tag])[0]
    told = advice([chunk], [table]).names
    assert [plain[one.start : one.stop] for one in told] == names
    assert all(one.being > 0.85 for one in told)
