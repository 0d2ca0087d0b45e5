"""What holds for the names of any document."""

from hypothesis import given, settings
from hypothesis import strategies as st

from coopgraph.model import ORGANIZATIONS
from tests.reading.names.texts import names_in

_WORDS = st.sampled_from(
    [
        *(
            "University",
            "of",
            "Zorvan",
            "Meldor",
            "and",
            "the",
            "Institute",
            "(ZU)",
            "Dr.",
            "Ada",
            "Ministry",
            "Health",
        ),
        *(
            ",",
            ".",
            "’s",
            "in",
            "France",
            "Universities",
            "“",
            "”",
            "2031",
            "conference",
            "No.",
            "ZU",
            "-",
            "\n\n",
            "&",
        ),
    ]
)


@settings(max_examples=150)
@given(st.lists(_WORDS, max_size=40).map(" ".join))
def test_mentions_are_ordered_disjoint_and_of_known_things(text: str) -> None:
    """Mentions lie in the text one behind the other; keys count the things in the order of first mention."""
    names = names_in(text)
    position = 0
    seen: list[str] = []
    for mention in names.mentions:
        assert position <= mention.start < mention.stop <= len(text)
        assert text[mention.start : mention.stop].strip() == text[mention.start : mention.stop]
        position = mention.stop
        if mention.entity not in seen:
            seen.append(mention.entity)
    assert seen == [entity.key for entity in names.entities] == [f"e{n}" for n in range(1, len(seen) + 1)]


@settings(max_examples=100)
@given(st.lists(_WORDS, max_size=40).map(" ".join))
def test_things_are_well_formed(text: str) -> None:
    """Names are not empty and no form comes twice; owners are other organisations of the document."""
    entities = {entity.key: entity for entity in names_in(text).entities}
    for entity in entities.values():
        assert all(form.strip() for form in entity.names)
        assert len(set(entity.names)) == len(entity.names)
        if entity.owner is not None:
            assert entity.owner != entity.key
            assert entities[entity.owner].type in ORGANIZATIONS


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    """No character upsets the grammar, and the same text gives the same names."""
    assert names_in(text) == names_in(text)


def test_long_runs_are_no_names() -> None:
    """Garbage of capitals, brackets and conjunctions yields no name longer than a name can be."""
    for piece in ("Alpha ", "Alpha University of ", "Science and Law, ", "(AB) ", "Alpha’s ", "“Quoted ", " "):
        names = names_in(piece * 3000)
        assert all(len(form) < 400 for entity in names.entities for form in entity.names)
