"""Which type a name is of, by the noun that makes it and the words around that noun."""

from coopgraph.model import ORGANIZATIONS, EntityType
from coopgraph.reading.names.lexicon import Lexicon, group
from coopgraph.reading.names.places import place_type


def head_type(words: Lexicon, noun: str, pre: tuple[str, ...], post: tuple[str, ...], embedded: bool) -> EntityType:
    """Return the type of a name whose head is `noun`, with the folded words before and behind it.

    `embedded` tells that the name of an institution is part of this one ("University of X Medical School").
    """
    kind = words.heads[noun]
    inside = embedded or any(word in group("institution_inside") for word in pre)
    proper = [word for word in pre if word not in words.field and word not in words.heads]
    if kind is EntityType.EDUCATION:
        if noun == "college" and pre[-1:] == ("university",) and (len(pre) == 1 or not post):
            return kind
        general = (not proper and noun in group("inner_general")) or pre[-1:] == ("key",)
        if noun in group("inner") and (inside or general):
            return EntityType.UNIT
        return kind
    if noun == "agency" and "news" in pre:
        return EntityType.COMPANY
    if pre[:2] == ("united", "nations") and (kind in ORGANIZATIONS or noun == "fund"):
        return EntityType.ASSOCIATION
    if noun in group("shared_by_states") and pre and pre[0] in group("supranational"):
        return EntityType.ASSOCIATION
    if noun == "department" and not inside:
        around = (*pre, *post)
        minister = any(word in words.portfolio for word in around) and "international" not in around
        place = bool(pre) and place_type(" ".join(pre)) is not None
        return EntityType.GOVERNMENT if minister or place or _of_state(pre) else kind
    if noun in ("office", "bureau", "directorate") and not inside and _of_state(pre):
        return EntityType.GOVERNMENT
    healing = bool(pre) and pre[-1] in group("healing")
    if noun in ("centre", "center") and not inside and healing and any(word not in group("healing") for word in proper):
        return EntityType.EDUCATION
    if noun == "council":
        public = any(word in group("public_council") for word in pre) or (
            pre and place_type(" ".join(pre)) is EntityType.PLACE
        )
        return EntityType.GOVERNMENT if public else kind
    if noun == "committee":
        if any(word in group("public_committee") for word in pre):
            return EntityType.GOVERNMENT
        return EntityType.UNIT if inside or any(word in group("within") for word in pre) else kind
    if noun == "bank" and any(word in group("public_bank") for word in pre):
        return EntityType.GOVERNMENT
    if noun == "group" and (not proper or (pre and pre[-1] in group("within"))):
        return EntityType.UNIT
    if noun == "office" and any(words.heads.get(word) is EntityType.GOVERNMENT for word in post):
        return EntityType.GOVERNMENT
    if noun == "board" and "trust" in pre:
        return EntityType.ASSOCIATION
    return kind


def names_something(
    words: Lexicon, noun: str, kind: EntityType, pre: tuple[str, ...], post: tuple[str, ...], proper: tuple[str, ...]
) -> bool:
    """Tell whether the noun with the folded words before and behind it is a name and no general expression.

    `proper` are those of the words that are no ordinary ones.
    """
    own = [word for word in pre if word not in words.demonyms and word not in words.weak]
    if kind is EntityType.PLACE and not post and pre and all(word in group("directions") for word in pre):
        return True
    if not post and len(pre) == 1 and pre[0] in words.given and noun in group("surnames"):
        return False
    if not post and not own:
        told = any(word in words.demonyms or word in group("of_state") for word in pre)
        return bool(pre) and (kind is EntityType.GOVERNMENT or (told and noun in group("national")))
    if kind is EntityType.UNIT and not post and all(part in words.office for word in pre for part in word.split()):
        return False
    if proper:
        return True
    if not pre and noun in group("governing"):
        return False
    if kind is EntityType.COMPANY:
        return noun in group("legal") or (noun in group("companies") and (len(pre) > 1 or noun in group("national")))
    if kind is EntityType.PLACE or (noun in group("general") and len(pre) < 2):
        return False
    if not post and all(word in words.heads or word in words.office for word in own):
        return kind is EntityType.ASSOCIATION and len(own) < len(pre)
    if kind in (EntityType.PROJECT, EntityType.EVENT, EntityType.POLICY):
        return len(pre) + len(post) > 1
    if noun in group("institutions") and not post:
        if noun == "university" and len(own) > 1 and not all(word in group("levels") for word in own):
            return True
        return any(place_type(word) for word in pre) or (
            noun == "school" and any(word not in group("levels") for word in own)
        )
    return True


def _of_state(pre: tuple[str, ...]) -> bool:
    """Tell whether the first of the words before a noun makes it a body of state: "National", "Provincial"."""
    return bool(pre) and pre[0] in group("of_state")
