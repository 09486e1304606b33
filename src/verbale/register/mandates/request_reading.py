"""Requests read from the operative paragraphs of a resolution."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from verbale.lexicon.folding import fold_with_offsets
from verbale.lexicon.requesting import MENTIONED, request_words
from verbale.lexicon.sessions import FoundSession, find_sessions
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.mandate import Asked, Due, Request
from verbale.model.node import Node, NodeKind
from verbale.register.mandates.request_clauses import DECIDES, INFINITIVE, RequestClause, find_clauses

_AHEAD = 12  # sessions: no request looks further
_OPEN_CHAPEAU = 30  # characters after the addressee in which a chapeau asks nothing yet
_HAN_OPEN_CHAPEAU = 8  # the same in Chinese
_LISTED = 40  # characters within which the sessions of one list begin
_SESSION = re.compile(r"/(?:RES|DEC)/(?:ES-|S-)?(\d+)/")
# What a State tells the Secretary-General is its views; what the others tell is a report.
_STATES = frozenset({"all_states", "member_states", "states_parties", "states"})


@dataclass(frozen=True, slots=True)
class _ResolutionContext:
    symbol: str
    session: int | None
    language: Language


def read_requests(document: Document) -> tuple[Request, ...]:
    """Every request in the operative part of a resolution, in reading order.

    Empty for a document of another kind. One request for each addressee and each kind of thing asked in one clause;
    items under a chapeau that asks nothing itself take its verb and addressee.
    """
    if document.language is None or document.profile not in ("resolution", "decision"):
        return ()
    symbol = document.facts.symbol or ""
    match = _SESSION.search(symbol)
    session = document.facts.session or (int(match[1]) if match else None)
    setting = _ResolutionContext(symbol, session, document.language)
    nodes = [
        node
        for node in document.nodes
        if node.kind in (NodeKind.OPERATIVE, NodeKind.ITEM) and not node.ref.startswith(("annex", "fn", "P."))
    ]
    return tuple(requests_of(nodes, setting.symbol, setting.session, setting.language))


def requests_of(nodes: Iterable[Node], symbol: str, session: int | None, language: Language) -> Iterator[Request]:
    """The requests of operative paragraphs and items, given in reading order."""
    setting = _ResolutionContext(symbol, session, language)
    chapeaux: dict[str, RequestClause] = {}
    for node in nodes:
        if node.language not in (None, language) or not node.text:
            continue
        folded, offsets = fold_with_offsets(node.text)
        clauses = find_clauses(folded, language)
        inherited = chapeaux.get(node.parent)
        if inherited is not None and inherited.force != DECIDES:
            clauses = [each for each in clauses if each.force != INFINITIVE]
        if inherited is not None and not (clauses and clauses[0].start == 0):
            clauses = [replace(inherited, start=0, body=0, end=clauses[0].start if clauses else len(folded)), *clauses]
        if clauses and _is_chapeau(clauses[-1], folded, language):
            chapeaux[node.ref] = clauses[-1]
            clauses = clauses[:-1]
        elif inherited is not None and folded.rstrip().endswith(":"):
            chapeaux[node.ref] = inherited
        for i, clause in enumerate(clauses):
            yield from _requests(node, folded, offsets, clause, clauses[:i], setting)


def _is_chapeau(clause: RequestClause, folded: str, language: Language) -> bool:
    """Whether a clause only opens a list: a colon ends it, and nothing is asked before."""
    limit = _HAN_OPEN_CHAPEAU if language is Language.ZH else _OPEN_CHAPEAU
    return folded.rstrip().endswith(":") and clause.end == len(folded) and clause.end - clause.body <= limit


def _requests(
    node: Node,
    folded: str,
    offsets: list[int],
    clause: RequestClause,
    earlier: list[RequestClause],
    setting: _ResolutionContext,
) -> Iterator[Request]:
    start = offsets[clause.start] if clause.start < len(offsets) else len(node.text)
    end = offsets[clause.end] if clause.end < len(offsets) else len(node.text)
    body = folded[clause.body : clause.end]
    due = _due(folded, clause, setting)
    for addressee in clause.addressees:
        for asked in _asked(body, addressee.name, clause, setting.language):
            yield Request(
                setting.symbol,
                node.ref,
                "general_assembly",
                clause.verb,
                addressee.name,
                addressee.words,
                asked,
                due,
                start,
                end,
                node.text[start:end],
            )


def _asked(body: str, addressee: str, clause: RequestClause, language: Language) -> list[Asked]:
    """The kinds of thing asked, ``other`` where it is none of them."""
    objects = request_words(language).objects
    body = objects[MENTIONED].sub(" ", body)
    found = [asked for asked in Asked if asked in objects and objects[asked].search(body)]
    if addressee in _STATES and Asked.VIEWS in found:
        found = [asked for asked in found if asked is not Asked.REPORT]
    if clause.force != DECIDES and Asked.AGENDA_ITEM in found:
        found.remove(Asked.AGENDA_ITEM)
    return found or [Asked.OTHER]


def _due(folded: str, clause: RequestClause, setting: _ResolutionContext) -> Due:
    """When the thing asked is due, as the clause says; a session meant by ``that session`` is the last one named."""
    words = request_words(setting.language)
    body = folded[clause.body : clause.end]
    numbers = _numbers(find_sessions(body, setting.language), setting)
    if not numbers and words.rhythms["that"].search(body):
        before = find_sessions(folded[: clause.body], setting.language)
        numbers = _numbers(before, setting)[-1:]
    rhythm = next((name for name, pattern in words.rhythms.items() if name != "that" and pattern.search(body)), "")
    return Due(tuple(sorted(set(numbers))), rhythm)


def _numbers(found: list[FoundSession], setting: _ResolutionContext) -> list[int]:
    """The sessions at which something is due; the present one only where it stands alone or in a list with another.

    A session named apart from the one that is due is one at which something was submitted before.
    """
    due = [each for each in found if _is_due(each.number, setting)]
    later = [each for each in due if each.number != setting.session]
    return [
        each.number
        for each in due
        if each in later or not later or any(abs(each.start - other.start) <= _LISTED for other in later)
    ]


def _is_due(number: int, setting: _ResolutionContext) -> bool:
    """Whether a session may be one at which something is due: this one or a later one, and not of another body."""
    return setting.session is None or setting.session <= number <= setting.session + _AHEAD
