"""What pairs look like."""

from coopgraph.model import Relation
from coopgraph.reading.learned.features import described, stem
from tests.reading.learned.passages import passages


def test_words_between_two_things_are_features_without_their_names() -> None:
    """A model that saw the names would learn them by heart."""
    features = {
        relation: found
        for relation, _, _, found in described(passages("{education:Alpha} signed a pact with {company:Gamma}.")[0])
    }[Relation.COOPERATES_WITH]
    assert "=fb:sign" in features
    assert "t:education,company" in features
    assert not any("alpha" in feature.casefold() or "gamma" in feature.casefold() for feature in features)


def test_direction_tells_features_apart() -> None:
    """Who pays whom shows in what stands before and after."""
    found = {
        (subject, object_): features
        for relation, subject, object_, features in described(
            passages("{company:Gamma} paid {education:Alpha} a sum.")[0]
        )
        if relation is Relation.FUNDS
    }
    assert ">fb:paid" in found["Gamma", "Alpha"]
    assert "<fb:paid" in found["Alpha", "Gamma"]


def test_stems_unite_forms_of_a_word() -> None:
    """Endings go, short words stay."""
    assert stem("Signing") == stem("signed") == "sign"
    assert stem("does") == "does"


def test_a_wish_is_not_even_considered() -> None:
    """What is hoped for states nothing, whatever its words are."""
    assert not list(described(passages("{education:Alpha} hopes to sign a pact with {company:Gamma}.")[0]))
