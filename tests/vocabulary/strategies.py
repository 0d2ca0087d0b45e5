"""Random knowledge for Hypothesis: any text as a name, any number of parties, dates of every precision."""

from datetime import date

from hypothesis import strategies as st

from coopgraph.model import (
    Details,
    Entity,
    EntityType,
    Evidence,
    Fact,
    Knowledge,
    Relation,
    Source,
    Statement,
    Status,
    cooperation,
    directed,
)
from coopgraph.vocabulary.terms import KIND_NAMES

anything = st.text(st.characters(exclude_categories=()), min_size=1, max_size=20)
"""Text with every code point, lone surrogates and NUL among them."""

_slugs = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,2}", fullmatch=True)
_dates = st.dates(date(1000, 1, 1)).map(date.isoformat)
dates = st.one_of(_dates, _dates.map(lambda day: day[:7]), _dates.map(lambda day: day[:4]))
"""ISO years, months and days."""


@st.composite
def details(draw: st.DrawFn) -> Details:
    """Draw what a fact may say beside its ends."""
    return Details(
        kind=draw(st.none() | st.sampled_from(KIND_NAMES) | anything),
        date=draw(st.none() | dates),
        end=draw(st.none() | dates),
        role=draw(st.none() | anything),
        amount=draw(st.none() | anything),
        topic=draw(st.none() | anything),
        status=draw(st.sampled_from(Status)),
    )


@st.composite
def facts(draw: st.DrawFn, keys: list[str]) -> Fact:
    """Draw a fact of any relation among the things with these keys, of which there are two or more."""
    relation = draw(st.sampled_from(Relation))
    if relation is Relation.PARTNER_COUNT:
        return directed(
            relation, draw(st.sampled_from(keys)), None, Details(count=draw(st.integers(0)), of=draw(anything))
        )
    parties = draw(st.lists(st.sampled_from(keys), min_size=2, max_size=8, unique=True))
    if relation is not Relation.COOPERATES_WITH:
        return directed(relation, parties[0], parties[1], draw(details()))
    cut = draw(st.integers(0, len(parties) - 1))
    sides = (tuple(parties[:cut]), tuple(parties[cut:])) if cut else (tuple(parties),)
    return cooperation(*sides, details=draw(details()))


@st.composite
def knowledge(draw: st.DrawFn) -> Knowledge:
    """Draw documents that state facts of things whose names hold anything."""
    slugs = draw(st.lists(_slugs, min_size=2, max_size=9, unique=True))
    entities = tuple(
        Entity(
            f"organization/{slug}",
            draw(anything),
            draw(st.sampled_from(EntityType)),
            tuple(draw(st.lists(anything, max_size=3))),
        )
        for slug in slugs
    )
    names = draw(st.lists(anything, min_size=1, max_size=3, unique=True))
    sources = tuple(
        Source(name, "0" * 64, "text", draw(st.none() | anything), draw(st.none() | dates), draw(st.none() | anything))
        for name in names
    )
    keys = [entity.key for entity in entities]
    statements = []
    for _ in range(draw(st.integers(0, 5))):
        start, quote = draw(st.integers(0, 10**7)), draw(anything)
        evidence = Evidence(
            draw(st.sampled_from(names)),
            start,
            start + len(quote),
            quote,
            draw(anything),
            draw(st.floats(0, 1)),
            draw(st.none() | st.integers(1, 10**4)),
        )
        statements.append(Statement(draw(facts(keys)), evidence))
    mentions = tuple(sorted({(said.evidence.document, key) for said in statements for key in said.fact.parties}))
    return Knowledge(sources, entities, tuple(statements), mentions)
