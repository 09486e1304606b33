"""The three recurring mandates from session to session: resolution, paragraph, call, report, and where it was noted.

The links are rows of ``mandate_chain.csv``, each with its source. Source of the order of steps: the two reports
A/65/137 and A/77/123, sections I and III.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from verbale.errors import LexiconBroken
from verbale.lexicon.tables import FIRST_ROW, TableRow
from verbale.model.mandate import Mandate, MandateLink
from verbale.model.statement import Provenance
from verbale.register.fact_tables import read_facts

STEPS = ("resolution", "meeting", "vote", "item", "paragraph", "due", "call", "report", "noted")
"""The links in the order in which they come about."""


@cache
def mandate_topics() -> Mapping[str, str]:
    """The recurring mandates that the register follows: short names (``ND``), each with its title in English."""
    return MappingProxyType({row["topic"]: row["title"] for row in read_facts("mandate_topics")})


@cache
def _chains() -> Mapping[str, tuple[Mandate, ...]]:
    found: dict[tuple[str, int], list[MandateLink]] = {}
    for number, row in enumerate(read_facts("mandate_chain"), start=FIRST_ROW):
        link = _link(row, number)
        found.setdefault((link.topic, link.session), []).append(link)
    chains: dict[str, list[Mandate]] = {}
    for (topic, session), links in sorted(found.items(), reverse=True):
        later = chains.setdefault(topic, [])
        following = later[-1].value("resolution") if later else None
        ordered = tuple(sorted(links, key=lambda each: STEPS.index(each.link)))
        later.append(Mandate(topic, session, ordered, following))
    return MappingProxyType({topic: tuple(reversed(later)) for topic, later in chains.items()})


def _link(row: TableRow, number: int) -> MandateLink:
    if row["link"] not in STEPS:
        raise LexiconBroken("mandate_chain", number, f"no step {row['link']!r}")
    whence = Provenance(row["source"], row["at"])
    return MandateLink(row["topic"], int(row["session"]), row["link"], row["value"], row["date"], whence, row["reason"])


def mandate_chain(topic: str) -> tuple[Mandate, ...]:
    """One chain (``ICJ``, ``ND`` or ``RND``), the earliest session first; empty when there is no such chain."""
    return _chains().get(topic, ())


def find_mandates(session: int | None = None) -> tuple[Mandate, ...]:
    """The recurring mandates of one session, or of all, by topic; empty for a session without any. Never raises."""
    return tuple(
        each for topic in sorted(_chains()) for each in _chains()[topic] if session is None or each.session == session
    )
