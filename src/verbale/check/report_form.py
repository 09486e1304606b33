"""What a report of the Secretary-General must have: its mandates, its replies with their heads, its length."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.check.claim_context import ClaimContext
from verbale.lexicon.collation import sort_names
from verbale.lexicon.naming import state_name
from verbale.model.annotation import AnnotationKind
from verbale.model.finding import Finding, Severity
from verbale.model.language import Language
from verbale.model.node import NodeKind
from verbale.register.mandates.chain import mandate_chain, mandate_topics

_MOST_WORDS = 8500
"""Of a report that the Secretariat writes. Source: A/RES/53/208 B, para. 1, and the editorial manual's limit."""
_HAN_TO_A_WORD = 1.7  # Chinese characters that stand for a word of English, in documents of both languages
_HAN = re.compile(r"[\u4e00-\u9fff]")
_WORD = re.compile(r"[^\W_]+(?:[-'\u2019][^\W_]+)*")
_FEW = 2  # of a list of one, order and completeness say nothing


def find_form_faults(view: ClaimContext) -> Iterator[Finding]:
    """Findings about the report as a whole; nothing for documents of another kind."""
    if view.document.profile != "report":
        return
    yield from _heads(view)
    yield from _order(view)
    yield from _mandates(view)
    yield from _late(view)
    yield from _length(view)


def _heads(view: ClaimContext) -> Iterator[Finding]:
    heads = [node for node in view.document.nodes if node.kind is NodeKind.REPLY_HEADING]
    for node, reply in zip(heads, view.document.replies, strict=False):
        for what, value in (("original language", reply.original_language), ("date", reply.date)):
            if not value:
                message = f"The reply of {reply.state} does not print its {what}."
                at = (node.ref, 0, len(node.text))
                yield view.finding("consistency/reply-head", Severity.WARNING, at, message)


def _order(view: ClaimContext) -> Iterator[Finding]:
    """The order is that of the names in English or in the document's own language."""
    states = [reply.state for reply in view.document.replies]
    if len(states) < _FEW:
        return
    languages = dict.fromkeys((Language.EN, view.document.language or Language.EN))
    named = [([state_name(state, each) for state in states], each) for each in languages]
    if any(names == sort_names(names, each) for names, each in named):
        return
    heads = [node for node in view.document.nodes if node.kind is NodeKind.REPLY_HEADING]
    message = f"The replies ({', '.join(states)}) stand neither in the English order nor in that of this language."
    at = (heads[0].ref, 0, len(heads[0].text)) if heads else ("", 0, 0)
    yield view.finding("consistency/order", Severity.NOTE, at, message)


def _mandates(view: ClaimContext) -> Iterator[Finding]:
    """The three recurring mandates of a session are answered together."""
    session = view.document.facts.session
    opening = _opening(view)
    if session is None or not opening:
        return
    cited = {one.value["symbol"] for one in view.document.annotations if one.kind is AnnotationKind.CITATION}
    due = {
        topic: symbol
        for topic in mandate_topics()
        for mandate in mandate_chain(topic)
        if mandate.session == session - 1 and (symbol := mandate.value("resolution"))
    }
    missing = {topic: symbol for topic, symbol in due.items() if symbol not in cited}
    if missing and len(due) - len(missing) >= _FEW:
        listed = ", ".join(f"{symbol} ({mandate_topics()[topic]})" for topic, symbol in missing.items())
        answered = ", ".join(symbol for symbol in due.values() if symbol in cited)
        message = f"The report answers {answered}, and does not name {listed}."
        yield view.finding("consistency/mandates", Severity.WARNING, (opening, 0, 0), message)


def _opening(view: ClaimContext) -> str:
    """The first numbered paragraph, which names the mandates."""
    return next((node.ref for node in view.document.nodes if node.kind is NodeKind.PARAGRAPH), "")


def _late(view: ClaimContext) -> Iterator[Finding]:
    if not view.document.replies or any(sentence.keyed("late") for sentence in view.sentences()):
        return
    message = "The report has replies and does not say what becomes of those that come late."
    yield view.finding("consistency/late-replies", Severity.NOTE, (_opening(view), 0, 0), message)


def _length(view: ClaimContext) -> Iterator[Finding]:
    texts = [node.printed for node in view.document.nodes if node.kind is not NodeKind.FURNITURE]
    words = sum(_words(text) for text in texts)
    if words > _MOST_WORDS:
        message = f"The report has about {words:,} words; the limit of the Secretariat's own is {_MOST_WORDS:,}."
        yield view.finding("consistency/word-limit", Severity.NOTE, ("", 0, 0), message)


def _words(text: str) -> int:
    han = len(_HAN.findall(text))
    return round(han / _HAN_TO_A_WORD) + len(_WORD.findall(_HAN.sub(" ", text)))
