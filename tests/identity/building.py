"""Short ways to write readings, and a strategy that draws them."""

from hypothesis import strategies as st

from coopgraph.identity import Corrections, resolve
from coopgraph.model import (
    Details,
    Entity,
    EntityType,
    Evidence,
    Fact,
    Knowledge,
    Reading,
    Relation,
    Source,
    Statement,
    cooperation,
    directed,
)


def thing(name: str, kind: str = "education", *aliases: str, owner: str | None = None, key: str = "") -> Entity:
    """Return an entity whose local key is its name unless told."""
    return Entity(key or name, name, EntityType(kind), aliases, owner)


def reading(document: str, *entities: Entity, facts: tuple[Fact, ...] = ()) -> Reading:
    """Return a reading whose statements quote nothing but their number."""
    statements = tuple(
        Statement(fact, Evidence(document, number, number + 1, str(number), "test", 0.9))
        for number, fact in enumerate(facts)
    )
    return Reading(Source(document, f"digest of {document}", "txt"), entities, statements)


def joined(*readings: Reading, corrections: Corrections | None = None) -> Knowledge:
    """Return what the readings say together."""
    return resolve(readings, corrections or Corrections())


def keys(knowledge: Knowledge, name: str) -> list[str]:
    """Return the keys of the entities that have a name."""
    return [entity.key for entity in knowledge.entities if name in entity.names]


_NAMES = (
    "Hanoi University of Science",
    "Hanoi University of Science and Technology",
    "Ha Noi University of Science & Technology",
    "HUST",
    "Faculty of Law",
    "Department of International Cooperation",
    "Ministry of Education",
    "Vietnam",
    "Viet Nam",
    "Nguyen Van Hung",
    "Anna Rossi",
    "Quan",
    "Samsung",
    "🎓",
    "--",
    "東京大学",
    "x" * 500,
)


@st.composite
def drawn_reading(draw: st.DrawFn, document: str) -> Reading:
    """Draw a reading with a few things, some of them owned, and facts of several shapes between them."""
    size = draw(st.integers(1, 6))
    local = [f"k{number}" for number in range(size)]
    name = st.sampled_from(_NAMES) | st.text(min_size=1, max_size=8)
    entities = tuple(
        Entity(
            key,
            draw(name),
            draw(st.sampled_from(EntityType)),
            tuple(draw(st.lists(name, max_size=2))),
            draw(st.none() | st.sampled_from(local)),
        )
        for key in local
    )
    ends = draw(
        st.lists(st.tuples(st.sampled_from(Relation), st.sampled_from(local), st.sampled_from(local)), max_size=6)
    )
    facts = [
        directed(relation, one, other) for relation, one, other in ends if relation is not Relation.COOPERATES_WITH
    ]
    parties = tuple(draw(st.sets(st.sampled_from(local), max_size=4)))
    if len(parties) > 1:
        facts.append(cooperation(parties))
        facts.append(cooperation(parties[:1], parties[1:]))
    facts.append(directed(Relation.PARTNER_COUNT, local[0], None, Details(count=3)))
    return reading(document, *entities, facts=tuple(facts))


def drawn_readings() -> st.SearchStrategy[list[Reading]]:
    """Draw one to four readings of different documents."""
    return st.integers(1, 4).flatmap(lambda size: st.tuples(*map(drawn_reading, "abcd"[:size]))).map(list)
