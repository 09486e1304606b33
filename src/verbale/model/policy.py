"""The rules of a call for views: what becomes of late and of long replies, their order, and limits of length."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from verbale.model.language import Language


class LateRule(StrEnum):
    """What becomes of a reply that comes after the deadline: an addendum (2010), or the web alone (2022)."""

    ADDENDUM = "addendum"
    WEB = "web"


class Consent(StrEnum):
    """Whether a full text goes on the web unless the State objects, or only when it has agreed."""

    UNLESS_OBJECTION = "unless-objection"
    WITH_CONSENT = "with-consent"


class ReplyOrder(StrEnum):
    """The order of the replies: by the English names, by each language's own names, or as they came in."""

    ENGLISH = "english"
    OWN = "own"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules in force from ``since``. A limit of ``None`` is no limit; lengths are in words.

    ``reply_words``: what is longer goes on the web whole, with its summary in the report. ``report_words``: 8,500 for
    reports of the Secretariat (Editorial Manual).
    """

    since: date
    late: LateRule
    consent: Consent = Consent.UNLESS_OBJECTION
    order: ReplyOrder = ReplyOrder.ENGLISH
    reply_words: int | None = None
    summary_words: int | None = None
    report_words: int | None = 8_500
    languages: tuple[Language, ...] = tuple(Language)
