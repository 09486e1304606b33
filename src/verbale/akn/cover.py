"""What each line of a masthead is, told by its words and by the facts of the document."""

from __future__ import annotations

from verbale.akn.iri import UNKNOWN_DATE, day_of
from verbale.lexicon.cues import is_cue
from verbale.lexicon.dates import find_day
from verbale.model.document import Facts
from verbale.model.node import Node, NodeKind

_LONGEST_DATE = 60  # characters of a line that is a date and no more


def cover_element(node: Node, facts: Facts) -> tuple[str, str]:
    """The element of a line of the cover page, and its attributes written out."""
    words = node.text
    if node.kind is NodeKind.DOCTYPE:
        return "docType", ""
    if facts.symbol and words.strip("* ") == facts.symbol:
        return "docNumber", ' refersTo="#symbol"'
    if day_of(facts.date) != UNKNOWN_DATE and len(words) <= _LONGEST_DATE and find_day(words) == facts.date:
        return "docDate", f' date="{facts.date}" refersTo="#dateOfIssuance"'
    if is_cue(words, "on_report"):
        return "docProponent", ""
    if is_cue(words, "agenda_item"):
        return "inline", ' name="agendaItem"'
    if is_cue(words, "session"):
        return "session", f' value="{facts.session}"' if facts.session is not None else ""
    if is_cue(words, "distribution"):
        return "docStatus", ""
    if is_cue(words, "organ") or is_cue(words, "organisation"):
        return "docAuthority", ""
    return "inline", ' name="masthead"'
