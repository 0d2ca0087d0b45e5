"""A small Knowledge of invented institutions that holds every case that the later stages must cope with."""

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

ALPHA = "organization/alpha-university"
BETA = "organization/beta-institute-of-technology"
GAMMA = "organization/gamma-college"
DELTA = "organization/delta-university-of-arts"
ACME = "organization/acme-robotics"
OFFICE = "organization/alpha-university-international-office"
MINISTRY = "organization/ministry-of-learning-of-sylvania"
OTHER_MINISTRY = "organization/ministry-of-crafts-of-borduria"
NETWORK = "organization/river-universities-network"
FUND = "organization/open-science-fund"
SCRIPT = "organization/script-university"
QUOTES = "organization/quotes-academy"
ARABIC = "organization/arabic-university"
SYLVANIA = "country/sylvania"
BORDURIA = "country/borduria"
LOWHARBOUR = "place/lowharbour"
DELTALINK = "project/deltalink"
FORUM = "event/river-forum"
ROSA = "person/rosa-quill"
TAM = "person/tam-le-hoa"
PLAN = "policy/plan-12"

FIRST = "en-alpha.md"
SECOND = "news/second report.txt"
THIRD = "scan.pdf"

HOSTILE_NAME = '</script><script>document.title="x"</script> University'
HOSTILE_TITLE = "<img src=x onerror=\"document.title='x'\"> & 'quotes' \\ back\\slash"


def _entity(key: str, type_: str, name: str, *aliases: str, **identifiers: str) -> Entity:
    return Entity(key, name, EntityType(type_), tuple(sorted(aliases)), identifiers=tuple(sorted(identifiers.items())))


ENTITIES = (
    _entity(
        ALPHA, "education", "Alpha University", "AU", "Đại học Alpha", ror="https://ror.org/012345678", wikidata="Q1"
    ),
    _entity(BETA, "education", "Beta Institute of Technology", "BIT"),
    _entity(GAMMA, "education", "Gamma College"),
    _entity(DELTA, "education", "Delta University of Arts", "01"),
    _entity(ACME, "company", "Acme Robotics", 'Acme "href" Robotics'),
    _entity(OFFICE, "unit", "International Office"),
    _entity(MINISTRY, "government", "Ministry of Learning"),
    _entity(OTHER_MINISTRY, "government", "Ministry of Crafts"),
    _entity(NETWORK, "association", "River Universities Network", "RUN"),
    _entity(FUND, "association", "Open Science Fund"),
    _entity(SCRIPT, "education", HOSTILE_NAME, "line\nbreak\tand tab"),
    _entity(QUOTES, "education", 'The "Quoted" Academy\'s \\ School', "{{ template }} ${x} %s"),
    _entity(ARABIC, "education", "جامعة النهر \u202eesrever\u202c 🎓", "جامعة النهر"),
    _entity(SYLVANIA, "country", "Sylvania"),
    _entity(BORDURIA, "country", "Borduria"),
    _entity(LOWHARBOUR, "place", "Lowharbour"),
    _entity(DELTALINK, "project", "DELTALINK"),
    _entity(FORUM, "event", "River Forum"),
    _entity(ROSA, "person", "Rosa Quill"),
    _entity(TAM, "person", "Tâm Lê Hoa"),
    _entity(PLAN, "policy", "Plan No. 12"),
)

SOURCES = (
    Source(
        FIRST, "a" * 64, "markdown", "Alpha signs", "2025-11-14", "https://news.example/alpha?id=1", "A. Writer", "en"
    ),
    Source(SECOND, "b" * 64, "text", HOSTILE_TITLE, "2025-11", "the archive, box 3", language="en"),
    Source(THIRD, "c" * 64, "pdf"),
)

MEMORANDUM = cooperation(
    (ALPHA, BETA), details=Details(kind="memorandum of understanding", date="2025-11-14", end="2030-11-13")
)
FOUR_PARTIES = cooperation((ALPHA, BETA, GAMMA, DELTA), details=Details(kind="agreement", date="2024-02", end="2028"))
TWO_SIDES = cooperation(
    (MINISTRY, OTHER_MINISTRY),
    (BORDURIA, SYLVANIA),
    details=Details(kind="letter of intent", date="2023", topic="student exchange"),
)
INTENDED = cooperation((ALPHA, SCRIPT), details=Details(kind="joint programme", date="2026-03", status=Status.INTENDED))
ENDED = cooperation(
    (ALPHA, QUOTES), details=Details(kind="exchange", date="2001", end="2004-02-29", status=Status.ENDED)
)
UNDATED = cooperation((ACME, ALPHA))
UNLISTED_KIND = cooperation((ARABIC, GAMMA), details=Details(kind='twinning of "sister" schools'))
WITH_COUNTRY = cooperation((DELTA, SYLVANIA), details=Details(kind="partnership"))

_COORDINATION = directed(Relation.PARTICIPATES_IN, ALPHA, DELTALINK, Details(role="coordinator"))
_PARTICIPATION = directed(Relation.PARTICIPATES_IN, GAMMA, DELTALINK)
_SCRIPT_PARTICIPATION = directed(Relation.PARTICIPATES_IN, SCRIPT, DELTALINK)
_FUNDING = directed(Relation.FUNDS, FUND, DELTALINK, Details(amount="EUR 1,5 million", date="2022-07-01"))
_MEMBERSHIP = directed(Relation.MEMBER_OF, ALPHA, NETWORK, Details(date="1999"))
_MEMBERSHIP_OF_BETA = directed(Relation.MEMBER_OF, BETA, NETWORK)
_HOSTING = directed(Relation.ORGANIZES, ALPHA, FORUM)
_CITY = directed(Relation.LOCATED_IN, ALPHA, LOWHARBOUR)
_COUNTRY_OF_CITY = directed(Relation.LOCATED_IN, LOWHARBOUR, SYLVANIA)
_COUNTRY = directed(Relation.LOCATED_IN, BETA, BORDURIA)
_UNIT = directed(Relation.PART_OF, OFFICE, ALPHA)
_RECTOR = directed(Relation.AFFILIATED_WITH, ROSA, ALPHA, Details(role="Rector"))
_DIRECTOR = directed(Relation.AFFILIATED_WITH, TAM, OFFICE, Details(role="Director of the International Office"))
_PLAN = directed(Relation.ISSUES, MINISTRY, PLAN, Details(date="2024-12-31"))
_COUNT = directed(
    Relation.PARTNER_COUNT,
    ALPHA,
    None,
    Details(count=200, of="universities", within="in the top 500", bound="at least"),
)


def _said(
    document: str, start: int, quote: str, *facts: Fact, confidence: float = 0.9, page: int | None = None
) -> list[Statement]:
    evidence = Evidence(document, start, start + len(quote), quote, "pattern:sample", confidence, page)
    return [Statement(fact, evidence) for fact in facts]


STATEMENTS = (
    *_said(FIRST, 0, "Alpha University and BIT signed a memorandum on November 14, 2025.", MEMORANDUM, confidence=0.93),
    *_said(FIRST, 70, "Alpha, Beta, Gamma and Delta agreed in February 2024.", FOUR_PARTIES),
    *_said(
        FIRST,
        130,
        "DELTALINK, led by Alpha University with Gamma College,\nis funded by the Open Science Fund.",
        _COORDINATION,
        _PARTICIPATION,
        _FUNDING,
    ),
    *_said(FIRST, 230, "Alpha and Beta are members of RUN.", _MEMBERSHIP, _MEMBERSHIP_OF_BETA, confidence=1.0),
    *_said(FIRST, 270, "Rector Rosa Quill spoke; Tâm Lê Hoa directs the office.", _RECTOR, _DIRECTOR, _UNIT),
    *_said(FIRST, 330, "Alpha University, in Lowharbour, has agreements with over 200 universities.", _CITY, _COUNT),
    *_said(SECOND, 5, "Alpha University signed with the Beta Institute.", MEMORANDUM, confidence=0.805),
    *_said(SECOND, 60, "Two ministries sent a letter of intent to Sylvania and Borduria.", TWO_SIDES),
    *_said(
        SECOND,
        130,
        f"Alpha plans a joint programme with {HOSTILE_NAME}, which is in DELTALINK.",
        INTENDED,
        _SCRIPT_PARTICIPATION,
    ),
    *_said(SECOND, 260, 'The exchange with the "Quoted" Academy ended.', ENDED),
    *_said(SECOND, 310, "Acme Robotics works with Alpha University.", UNDATED, confidence=0.5),
    *_said(SECOND, 360, "The Ministry of Learning issued Plan No. 12.", _PLAN),
    *_said(THIRD, 12, "جامعة النهر 🎓 is a sister school of Gamma College.", UNLISTED_KIND, page=1),
    *_said(THIRD, 90, "Delta University of Arts is a partner of Sylvania.", WITH_COUNTRY, page=2),
    *_said(
        THIRD,
        150,
        "Lowharbour (Sylvania) and Borduria's Beta Institute; Alpha hosted the River Forum.",
        _COUNTRY_OF_CITY,
        _COUNTRY,
        _HOSTING,
        page=2,
    ),
)


def knowledge() -> Knowledge:
    """Return 21 things, 23 facts with 24 pieces of evidence, and three documents that mention more than facts use."""
    mentions = {(said.evidence.document, key) for said in STATEMENTS for key in said.fact.parties}
    mentions |= {(THIRD, QUOTES), (THIRD, ALPHA)}
    return Knowledge(
        SOURCES, tuple(sorted(ENTITIES, key=lambda entity: entity.key)), STATEMENTS, tuple(sorted(mentions))
    )
