"""The patterns of cooperation: what is shared or done together (the cue), and where its parties stand."""

from dataclasses import dataclass

from coopgraph.reading.relations.rules import rule

_NOUN = r"\b(?P<cue>@kinds|@ties)\b"
_SIGNED = r"\b@signing\b"
_ACROSS = r"<a:party>(?:(?: on (?:the )?one (?:side|hand|part))?,? (?:and|with|as well as) <b:party>)?"

# The second party ("b") follows the cue; the first is the subject before it, or the document's own organisation.
WITH_SUBJECT = (
    rule("with", 0.75, _NOUN, r"~70\bwith (?:both |its |their )?<b:party>"),
    rule("joint-with", 0.7, r"\b(?P<cue>joint(?:ly)? \w+)\b~40\bwith <b:party>"),
    rule("works-with", 0.7, r"\b(?P<cue>@cooperating)\b~50\b(?:with|alongside) <b:party>"),
    rule(
        "in-partnership-with",
        0.8,
        r"\b(?P<cue>(?:in|through|under) (?:[\w-]+ ){0,3}?@jointly|jointly|together) with (?:[\w'-]+ ){0,3}?<b:party>",
    ),
    rule(
        "partners",
        0.75,
        r"\b(?P<cue>partners?|collaborators?)(?: institutions?| universit(?:y|ies)| organi[sz]ations?)?",
        r"(?:,? (?:such as|including|like|namely|are|include|is)|:|,| -| \()? ?(?:both )?<b:party>",
    ),
    rule(
        "team-of",
        0.65,
        r"\b(?P<cue>teams?|group of researchers|collaborators)\b,?~40",
        r"\b(?:includ(?:es|ing)|made up of|compris(?:es|ing)|composed of|involving)\b~30<b:organization>",
    ),
    rule(
        "trains",
        0.65,
        r"\b(?P<cue>(?:provid|deliver|offer|conduct)\w* (?:[\w-]+ ){0,4}?(?:training|education programmes|courses)",
        r"|train(?:s|ed))\b~60\b(?:for|at|of|from) <b:party>",
    ),
    rule("trains", 0.65, r"\b(?P<cue>train(?:s|ed)) <b:organization>"),
    rule(
        "done-with",
        0.65,
        r"\b(?P<cue>run|designed|developed|carried out|conducted|written|built|taught|operated|delivered|produced)",
        r"(?: \w+)? with (?:[\w'-]+ ){0,3}?<b:organization>",
    ),
    rule(
        "opens-with",
        0.65,
        r"\b(?P<cue>open(?:s|ed)|launch(?:es|ed)|runs|set up|operates|developed|create[sd]) (?:an? |its |the )",
        r"(?:[\w'-]+ ){1,5}?with <b:organization>",
    ),
    rule(
        "sister-of",
        0.75,
        r"\b(?P<cue>sister (?:city|school|university|town|institution|province)s?|twinned) (?:of|with) <b:party>",
    ),
)

# Read from the flat line: in the folded one who is sent stands for the sender.
EXCHANGES = (
    rule(
        "exchange",
        0.7,
        r"\b(?P<cue>(?:welcom|receiv|host|accept|sen[dt]|dispatch)\w* (?:[\w-]+ ){0,3}?@exchanged) ",
        r"(?:from|to(?: (?:study|work|train|teach|intern)(?: \w+){0,2}? (?:at|in))?) ",
        "<b:organization>",
    ),
)

# All parties stand in the pattern: "a" against "b", or those of "a" among each other.
WITH_PARTIES = (
    rule("between", 0.85, _NOUN, r"~90\b(?:between|among|linking|involving) (?:both )?", _ACROSS),
    rule(
        "joint-of",
        0.7,
        r"\b(?P<cue>joint \w+|collaboration|partnership|alliance|consortium) (?:of|by) (?:both )?",
        _ACROSS,
    ),
    rule("that-they-have", 0.85, _NOUN, r",? (?:that |which )?<a:party> (?:(?:[\w-]+|<date>) ){0,6}?with <b:party>"),
    rule("with-which", 0.8, r"<b:party>~60,? (?P<cue>with (?:which|whom)) (?:[\w-]+ )?<a:party>"),
    rule("signed-by", 0.85, _NOUN, "[^;<-organization>]{0,130}?", _SIGNED, r"~80\b(?:by|between) ", _ACROSS),
    rule("with-signed-by", 0.8, _NOUN, r"~40\bwith <b:party>~30", _SIGNED, r"~10\bby <a:party>"),
    rule(
        "jointly-by",
        0.65,
        r"\b(?P<cue>jointly (?:\w+ )?by|(?<!organized )(?<!organised )(?<!hosted )(?<!held )jointly by) <a:party>",
    ),
    rule("sign-together", 0.85, "<a:party>~60", _SIGNED, "~80", _NOUN),
    rule(
        "hold-together",
        0.8,
        r"<a:party>~30\b(?:have|has|had|hold|share)[sd]?\b~50",
        r"\b(?P<cue>agreements?|memorand(?:um|a) of understanding|mous?|contracts?|partnership|alliance)\b",
    ),
    rule(
        "joint-degree",
        0.75,
        r"<a:party>~50\b(?:offer|award|r[au]n|launch|open|start|share|creat|develop|establish|introduc)\w*\b~40",
        r"\b(?P<cue>(?:joint|double|dual) (?:[\w'-]+ ){0,2}?",
        r"(?:degrees?|programmes?|programs?|masters?|bachelors?|courses?|doctorates?|laborator(?:y|ies)|school))\b",
    ),
    rule("linked-by", 0.75, r"<a:party>~30\b(?:linked|connected|bound) by\b~40", _NOUN),
    rule("twinned", 0.75, r"<a:party>~40\b(?P<cue>twinned)\b"),
    rule("each-other", 0.7, r"<a:party>~60\b(?P<cue>(?:send|exchange|support|host|teach)\w* each other)\b"),
    rule("awards-contract", 0.75, r"<a:party>~60\baward(?:s|ed)? <b:party>~40\b(?P<cue>contracts?)\b"),
    rule(
        "chosen-as-partner",
        0.75,
        r"<a:party>~60\b(?:chose|chosen|selected|picked|named|appointed) <b:party> as (?:its|their|an?) ",
        r"(?:[\w-]+ ){0,3}?(?P<cue>partner)\b",
    ),
    rule("work-together", 0.75, r"<a:party>~60\b(?P<cue>@together)\b"),
    rule(
        "exchange-together",
        0.75,
        r"<a:party> (?:\w+ )?(?P<cue>exchanged? (?:students|staff|lecturers|scholars|teachers))\b",
    ),
    rule(
        "study-together",
        0.65,
        r"<a:party>~40\b(?:conduct|undertak|undertook|carr(?:y|ied|ying) out)\w*\b~60",
        r"\b(?P<cue>stud(?:y|ies)|research|surveys?|trials?)\b",
    ),
    rule("share", 0.75, r"<a:party> (?:have|share|are) (?:\w+ ){0,4}?(?P<cue>@shared)\b"),
    rule(
        "partner-of",
        0.8,
        r"<b:party>,? (?:[\w-]+ ){0,8}?(?P<cue>partners?|collaborators?) (?:of|for|with|to) <a:party>",
    ),
    rule(
        "partners-of",
        0.8,
        r"\b(?P<cue>partners?|partner \w+|collaborators) of <a:party>,? ?",
        "(?:are|includes?|including|such as|:) <b:party>",
    ),
    rule("and-its-partner", 0.75, r"<a:party>,? and (?:its|their) (?:[\w-]+ ){0,2}?(?P<cue>partners?),? <b:party>"),
    rule(
        "paired",
        0.65,
        r"<a:party> (?:(?!(?:for|their|its|in|of|to|on|about|and|have|has)\b)[\w-]+ ){0,3}?",
        r"(?P<cue>(?:partnership |co-?operation )?agreements?|partnership|alliance|treaty)\b",
    ),
    rule(
        "made-by",
        0.6,
        r"\b(?P<cue>established|founded|set up|created|formed|launched) (?:jointly )?by ",
        r"<a:organization>(?! (?:in|on) <date>)",
    ),
    rule(
        "done-by",
        0.6,
        r"\b(?P<cue>led|run|taught|developed|designed|written|carried out|conducted|started) ",
        r"(?:jointly )?by <a:organization>",
    ),
    rule(
        "study-by",
        0.65,
        r"\b(?P<cue>stud(?:y|ies)|research|survey|report|paper|course|undertaking|venture) ",
        r"(?:(?!(?:being|is|was|were|are|paid|seen|read|\w+ed)\b)[\w-]+ ){0,5}?by <a:organization>",
    ),
    rule(
        "agree-together",
        0.7,
        r"<a:organization> (?:[\w-]+ )?(?P<cue>agreed?) (?:to|on)\b(?! (?:end|stop|pay|settle|part)\b)",
    ),
    rule("partner-institution", 0.75, r"<b:party>, an? <a:party> (?P<cue>partner)\b"),
)

GATHERING = rule("gathering", 0.75, r"(?:\b@gatherings\b|<event>)~60\bbetween ~60", _ACROSS)
GATHERED = rule("gathering", 0.75, r"(?:\b(?:this|the) @gatherings\b|<e:event>)~40", _SIGNED, "~40", _NOUN)
ENDS = rule(
    "ends",
    0.65,
    r"\b(?:the|this|which|and) (?:\w+ )?(?:",
    _NOUN,
    r" )?~40\b(?:valid|effective|in force|runs?|lasts?|expires?|ends)\b~20\b(?:until|till|to|through|on|in) <end:date>",
)
LASTS = rule(
    "lasts", 0.65, r"\b(?:the|this) (?:\w+ )?", _NOUN, r",?~40\b(?:valid|effective|in force|runs?|lasts?|term)\b"
)
ENDED = rule(
    "ended",
    0.65,
    r"\b(?:the|this|that|their|its) (?:\w+ )?",
    _NOUN,
    r"~40\b(?P<over>(?:(?:was|were|has|have|had|been|is) ){0,2}@over)\b",
    r"(?: (?:on|in|at the end of)(?: the end of)? <end:date>|(?= ?[.,;)]|\Z| (?:on|in|at|when|after|because)\b))",
)
DATED_LATER = rule(
    "dated-later",
    0.65,
    r"\b(?:the|this) (?:[\w-]+ ){0,2}",
    _NOUN,
    r"~40\b(?:signed|inked|concluded|sealed|took effect|came into|began|started|renewed|commenc(?:es|ed|ing)"
    r"|effective)\b",
)


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found in a line: two sides or one of several parties, the stretch that states it, and its cue.

    `later` tells that it came after the time that the sentence names ("and later with ...").
    """

    sides: tuple[tuple[str, ...], ...]
    start: int
    stop: int
    cue: tuple[int, int]
    rule: str
    prior: float
    later: bool = False
