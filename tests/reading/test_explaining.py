"""Why a reading says what it says, and what was missing where it says nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.reading import NAMED, Explanation, explain, read
from coopgraph.reading.references import reason
from tests.reading.telling import document

FILLER = " The weather was fine all day."


def _explained(text: str) -> Explanation:
    return explain(document(text), "rules")


def _why(explanation: Explanation, name: str) -> set[str]:
    return {party.why for account in explanation.accounts for party in account.parties if party.name == name}


def test_a_party_that_is_named() -> None:
    """A name is told from another form of it."""
    text = "Hanoi Medical University (HMU) trains doctors. HMU signed an agreement with Vinh University on 3 May 2024."
    explanation = _explained(text)
    assert _why(explanation, "Hanoi Medical University") == {"named as “HMU”"}
    assert _why(explanation, "Vinh University") == {NAMED}


def test_a_party_that_is_referred_to() -> None:
    """The words that refer to it are shown, and how they are resolved."""
    text = "Vinh University is growing. The university signed an agreement with Hanoi Medical College in May 2024."
    (why,) = _why(_explained(text), "Vinh University")
    assert why.startswith("“The university” refers to it: the institution that the document is mainly about")


def test_a_unit_acts_for_its_owner() -> None:
    """A party that isn't named in the sentence is there by its part, by an earlier sentence or as the main one."""
    text = (
        "The Faculty of Law of Vinh University is old. "
        "The Faculty of Law signed an agreement with Hanoi Medical College in May 2024."
    )
    explanation = _explained(text)
    for account in explanation.accounts:
        for party in account.parties:
            assert party.why


def test_the_sentence_holds_the_quote() -> None:
    """An account shows at least the passage that was quoted."""
    text = f"Vinh University signed an agreement with Hanoi Medical College in May 2024.{FILLER}"
    explanation = _explained(text)
    assert explanation.accounts
    for account in explanation.accounts:
        sentence = text[account.start : account.stop]
        assert account.statement.evidence.quote in sentence
        assert FILLER.strip() not in sentence


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Vinh University may sign an agreement with Hanoi Medical College.", "“may” makes it a possibility"),
        ("Vinh University lent its agreement to a museum near Hanoi Medical College.", "a construction that a rule"),
        ("Vinh University has had an agreement with friends for years.", "a second party"),
    ],
)
def test_what_was_missing(text: str, missing: str) -> None:
    """Mere talk, a construction that no rule knows, and a party that isn't there are told apart."""
    (silence,) = _explained(text + FILLER).silences
    assert missing in silence.missing
    assert "agreement" in silence.cue
    assert silence.parties[0] == "Vinh University"
    assert text[silence.start : silence.stop] == text


def test_no_cue_no_word() -> None:
    """A sentence that doesn't speak of cooperation lacks nothing."""
    assert _explained("Vinh University lies near Hanoi Medical College.").silences == ()


def test_reasons_of_references() -> None:
    """Each sort of reference has its reason; other words have none."""
    assert "mainly about" in reason("we signed it", 0)
    assert "first organisation" in reason("it signed it", 0)
    assert "named last beside it" in reason("both universities", 0)
    assert "with that word in its name" in reason("the ministry", 0)
    assert reason("a ministry", 0) == ""


_WORDS = ["Vinh University", "Hanoi College", "the university", "both", "signed an agreement with", "hopes to", "and"]


@given(st.lists(st.sampled_from([*_WORDS, ".", "in 2024", "cooperates with", "it"]), max_size=30))
def test_any_text_can_be_explained(words: list[str]) -> None:
    """The facts are those of a plain reading, each party has a reason, and offsets lie within the text."""
    text = " ".join(words)
    news = document(text)
    explanation = explain(news)
    assert explanation.reading == read(news)
    assert [account.statement for account in explanation.accounts] == list(explanation.reading.statements)
    assert all(party.why for account in explanation.accounts for party in account.parties)
    assert all(0 <= silence.start < silence.stop <= len(text) for silence in explanation.silences)
