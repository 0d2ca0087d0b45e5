"""What stands around the running text of a page: credits, notices, calls to click. It is no news and isn't read."""

import re
from collections.abc import Sequence

from coopgraph.model import Document
from coopgraph.reading.sentences import Sentence

# A paragraph is furniture only when it is short or begins like furniture: running text must never be lost.
_LABEL = re.compile(
    r"""(?:
      (?:photos?|images?|pictures?|photographs?|video|credits?|caption|sources?|authors?|editor|by-?line|written\ by
        |posted\ by|published|updated|last\ updated|tags?|topics?|keywords?|categor(?:y|ies)
        |related(?:\ (?:articles?|news|stories))?|filed\ under|(?:press|media|news)\ release|for\ immediate\ release
        |(?:media\ )?contacts?|tel|telephone|phone|mobile|fax|e-?mail|web(?:site)?)\s*:
      |comments?\s*\(\d+\)
      |(?:press|media|news)\ release\b
      |advertisement\b|©|\(c\)\s|copyright\b|all\ rights\ reserved
      |find\ (?:out\ )?more\b|read\ (?:more|also|next)\b|click\ here\b|(?:you\ )?did\ not\ use\ the\ site
      |share\ (?:this|on|via)\b|follow\ us\b|subscribe\b|sign\ (?:up|in)\b|log\ ?in\b|log\ ?out\b|skip\ to\b
      |back\ to\ top|print\ this|email\ this|download\ (?:the\ )?(?:app|pdf)|join\ (?:us|now|pro|today)\b|cookie
      |privacy\ policy|terms\ (?:of\ (?:use|service)|and\ conditions)\b
      |for\ (?:more|further)\ (?:information|details),?\ (?:please\ )?(?:contact|call|visit|email)
      |https?://\S+\s*\Z|www\.\S+\s*\Z
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_LABELLED = 200
_SUBSCRIPTION = re.compile(
    r"""\b(?:free\ for\ personal\ use|licen[cs]e\ for\ work\ use|paywall|subscri(?:be|ption)s?|newsletter|inbox|cookies?
      |log(?:ged)?\ ?in)\b.{0,200}?\b(?:licen[cs]e|plans?|subscri|features|today|now|access|inbox|sign|click|site)""",
    re.IGNORECASE | re.VERBOSE,
)
_CODE = re.compile(r"[\w.#@-]+\s*(?::\s*\w+\s*)?\{[^{}]{0,200}(?:\}|\Z)|!important|\bfunction\s*\(")
_COPYRIGHT = re.compile(r"(?:©|\(c\)\s|copyright\b)", re.IGNORECASE)
_LONGEST_NOTICE = 80
_CLOSING = 0.5


# Looking for these first is much faster than the patterns, and almost no sentence has one of them.
_OF_CODE = ("{", "!important", "function")
_OF_OFFERS = ("use", "paywall", "subscri", "newsletter", "inbox", "cookie", "log")


def _is_code(text: str) -> bool:
    return any(sign in text for sign in _OF_CODE) and bool(_CODE.search(text))


def _is_offer(text: str) -> bool:
    low = text.lower()
    return any(word in low for word in _OF_OFFERS) and bool(_SUBSCRIPTION.search(text))


def running_text(document: Document, sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Return the sentences that are the document's own text, in their order.

    Left out are paragraphs that begin like furniture and are short, style sheets, offers to subscribe, and all that
    follows a copyright notice in the second half of the document.
    """
    kept: list[Sentence] = []
    paragraph, furniture = -1, False
    for sentence in sentences:
        text = document.prose[sentence.start : min(sentence.stop, sentence.start + 600)]
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            short = sentence.stop - sentence.start <= _LONGEST_LABELLED
            furniture = short and bool(_LABEL.match(text.lstrip("*#>[](){}|•- ")))
            if (
                short
                and sentence.start > _CLOSING * len(document.prose)
                and sentence.stop - sentence.start <= _LONGEST_NOTICE
                and _COPYRIGHT.match(text)
            ):
                break
        if furniture or _is_code(text) or _is_offer(text):
            continue
        kept.append(sentence)
    return tuple(kept)
