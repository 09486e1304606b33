"""Short lines that can only stand by themselves: a meeting, the word for an annex, a reference, a field of a mail."""

from __future__ import annotations

import re

from verbale.lexicon.cues import find_cues, is_cue

_LANDMARK, _ONE_WORD = 48, 16  # characters of a heading alone on its line; of one word like "Annex"
_LANDMARKS = frozenset({"annex", "summary"})
# What a mission or an office files a letter under, alone on its line: ``CR/ONU/2022-0991``, ``Ref.: ODA/2022-00991``,
# in Chinese ``第CML/22/2022号``, or after a word for it figures alone, ``No.: 2022/077``.
_FILED = re.compile(
    r"(?:[^\W\d]{2,12}\s?[:：.]{1,2}\s?)?[A-Z]{1,6}(?:/[A-Z0-9.-]+)*/[A-Z0-9.-]*\d"
    r"|第[A-Z]{1,6}(?:/[A-Z0-9.-]+)*/[A-Z0-9.-]*\d号"
    r"|(?:[^\W\d]{1,12}\s?[:：.]{1,2}|№[:.]?|N[°º])\s?\d+(?:[/-][A-Z0-9.]+)+"
)
_FIELD = re.compile(r"[^\W\d][^:：]{0,20}[:：]")
_MEETING = re.compile(r"^\D{0,24}\d{1,3}\D{0,32}$")


def is_landmark(text: str) -> bool:
    """Whether a short line can only stand by itself: a meeting, the word for an annex or a summary."""
    if len(text) > _LANDMARK or not text[-1].isalnum():
        return False
    return is_meeting(text) or (len(text) <= _ONE_WORD and not _LANDMARKS.isdisjoint(find_cues(text)))


def is_field(text: str) -> bool:
    """Whether a line is a field of a message that was sent on: ``From: …``."""
    return _FIELD.match(text) is not None and is_cue(text, "mail_field")


def is_filed(text: str) -> bool:
    """Whether a line is the reference of a letter and nothing else."""
    return _FILED.fullmatch(text) is not None


def is_meeting(text: str) -> bool:
    """Whether a line names a meeting and nothing else: ``45th plenary meeting``, ``第 45 次全体会议``."""
    return _MEETING.search(text) is not None and is_cue(text, "plenary")
