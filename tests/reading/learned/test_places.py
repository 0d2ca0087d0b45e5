"""What the encoder is asked about."""

from coopgraph.model import EntityType, Relation
from coopgraph.reading.learned.chunks import chunks
from coopgraph.reading.learned.places import ABSENT, NAMED, OUTPUTS, REFERRED, Pair, allowed, pairs
from coopgraph.reading.sentences import sentences
from tests.reading.learned.passages import context


def asked(text: str, *relations: Relation) -> list[Pair]:
    """Return the pairs of the marked text."""
    about = context(text)
    spans = sentences(about.document)
    return [
        p for c in chunks(about.document.prose, spans) for p in pairs(c, about, *([relations] if relations else []))
    ]


def test_two_things_of_a_sentence_are_a_pair_where_they_stand() -> None:
    """Spots are the positions of the first and the last piece of a name, behind the special piece at the start."""
    (pair,) = asked("{education:Alpha Hall} hums with {company:Beta}.")
    assert (pair.one.key, pair.one.first, pair.one.last, pair.one.status) == ("Alpha Hall", 1, 2, NAMED)
    assert pair.other.key == "Beta"
    assert pair.ends(True) == ("Alpha Hall", "Beta")


def test_the_nearest_mentions_make_the_pair() -> None:
    """Of two mentions in a sentence the nearer one is taken."""
    (pair,) = asked("{education:Alpha} rose, {education:Alpha} hums with {company:Beta}.")
    assert pair.one.first > 1


def test_neighbouring_sentences_make_pairs() -> None:
    """What stands in two sentences that follow each other is asked for, farther apart only the main organisation."""
    found = asked("{education:Alpha} rose. {company:Beta} fell. {association:Gamma} slept.")
    ends = {(p.one.key, p.other.key, p.one.status) for p in found}
    assert ends == {("Alpha", "Beta", NAMED), ("Beta", "Gamma", NAMED), ("Alpha", "Gamma", ABSENT)}


def test_the_main_project_is_asked_for_everywhere() -> None:
    """Who takes part in the project that the document is about is often told long after its name."""
    found = asked("{project:ERA} rose. It rained. It snowed. {company:Beta} fell.", Relation.PARTICIPATES_IN)
    ends = {(p.one.key, p.one.status, p.other.key) for p in found if p.start == 3}
    assert ends == {("ERA", ABSENT, "Beta")}


def test_a_reference_is_a_spot_of_what_it_means() -> None:
    """What "the university" means is the institution."""
    found = asked("{education:Alpha University} rose. The university hums with {company:Beta}.")
    assert [p.one.status for p in found if p.start == p.stop] == [REFERRED]


def test_only_pairs_of_the_relations_asked_for() -> None:
    """A person and a place take part in no cooperation."""
    text = "{person:Ann Ash} of {education:Alpha}."
    assert len(asked(text)) == 1
    assert asked(text, Relation.COOPERATES_WITH) == []


def test_types_decide_what_is_asked() -> None:
    """An organisation takes part in a project, never a project in an organisation."""
    assert allowed(Relation.PARTICIPATES_IN, EntityType.COMPANY, EntityType.PROJECT)
    assert not allowed(Relation.PARTICIPATES_IN, EntityType.PROJECT, EntityType.COMPANY)
    (pair,) = asked("{project:ERA} joins {company:Beta}.")
    assert (Relation.PARTICIPATES_IN, False) in {OUTPUTS[number] for number in pair.outputs()}


def test_a_long_list_has_a_bounded_number_of_pairs() -> None:
    """Pairs grow with the length of a list, not with its square."""
    sizes = [len(asked(", ".join(f"{{company:C{n}}}" for n in range(count)) + ".")) for count in (40, 80)]
    assert sizes[1] < 2.6 * sizes[0]
