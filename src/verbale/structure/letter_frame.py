"""What frames a letter: where its text begins and ends, by whom it is sent and of what day it is.

Words are rows of ``cues.csv``; what is told here is how they stand. Letters of missions (third person, with
compliments), of ministers and ambassadors (greeting and signature) and bare texts are framed alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import takewhile

from verbale.lexicon.cues import is_cue
from verbale.lexicon.dates import find_days
from verbale.lexicon.han import HAN
from verbale.lexicon.names import find_state
from verbale.lexicon.sentences import ENDED
from verbale.lexicon.tables import read_words
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind
from verbale.structure.headers import find_header, find_reply_state
from verbale.structure.paragraphs import Unit
from verbale.structure.walker import could_head

_OPENING = 14  # paragraphs in which a letter has begun
_CLOSING = 6  # paragraphs in which it ends: place, date, names, titles
_SHORT = 80  # characters of a line that is no text: a greeting, a date, a name
_SENTENCE, _HAN_SENTENCE = 40, 16  # characters of a sentence, and of one in Chinese
_GREETED = 3  # paragraphs between compliments and a greeting
_SIGNATURE = 40  # characters of a name under a letter
_NEAR_ANNEX = 5  # paragraphs behind the word for an annex in which its letter begins
_LONGEST_NAME = 10  # words of the name of a State
_DATELINE = 5  # words beside the date: a place, "le", "года", the day of the week
_WORDS = re.compile(r"[^\W\d_]+(?:[-'’., ]{1,2}[^\W\d_]+)*\.?")
_INITIALED = re.compile(r"(?:[^\W\d_]\. ?){1,3}[^\W\d_][\w’'-]{2,}")
_RULED = re.compile(r"[-_—]{3,}")
_ELIDED = re.compile(r"^[dD]['’]")
_GENITIVE = re.compile(r"['’]s?$")
_ENUMERATED = 3  # words that may part two senders of one letter: "y de la"
_SIGNING = ("permanent_mission", "permanent_representative", "signing_office")
_SIGNED_FOR = 3  # words of such a line
_SENDERS = ("permanent_mission", "permanent_representative")
_LONGEST_TITLE = 120  # characters of a line that says whose reply it is
# Where a letter is dated: under the text, or else above it.
_FRAME = (NodeKind.CLOSING, NodeKind.MASTHEAD)


def find_letter_opening(units: Sequence[Unit]) -> int:
    """Where the text begins: with compliments, after a greeting, with the first number or the first sentence."""
    head = units[:_OPENING]
    for i in range(count_fields(units), len(head)):
        unit = head[i]
        if is_greeting(unit.text):
            later = [j for j in range(i, min(i + _GREETED, len(head))) if is_greeting(head[j].text)]
            return later[-1] + 1 if later[-1] + 1 < len(units) else i
        if is_cue(unit.text, "compliments") or _is_sentence(unit):
            return i
        if unit.labels and unit.labels[0].value == 1 and unit.labels[0].end < len(unit.text):
            return i
    return 0


def count_fields(units: Sequence[Unit]) -> int:
    """How many lines stand above the text of a message that was sent on: its fields (``From:``) and what is above."""
    head = units[: min(_OPENING, find_answered_message(units))]
    last = max((i for i in range(1, len(head)) if _is_field(head[i]) and _is_field(head[i - 1])), default=-1)
    return last + 1 if last + 1 < len(head) else 0


def find_answered_message(units: Sequence[Unit], after: int = 0) -> int:
    """Where the Secretariat's own message begins that stands under the letter, with its fields; else the end."""
    fields = [_is_field(unit) for unit in units]
    sent = [i for i, unit in enumerate(units) if fields[i] and is_cue(unit.text, "mail_sender")]
    starts = [i for i in sent if any(fields[i + 1 : i + 2])]
    if not starts or starts[-1] <= after or not is_cue(units[starts[-1]].text, "secretariat"):
        return len(units)
    start = starts[-1]
    return start - 1 if start > 1 and _RULED.match(units[start - 1].text) else start


def _is_field(unit: Unit) -> bool:
    return len(unit.text) <= _LONGEST_TITLE and is_cue(unit.text, "mail_field")


def find_letter_closing(units: Sequence[Unit], start: int) -> int:
    """Where the last short lines begin: a place, a date, a farewell, the name and office of who signs."""
    stop = len(units)
    while stop > start + 1 and len(units) - stop < _CLOSING and _closes(units[stop - 1]):
        stop -= 1
    # A name with initials looks like a lettered item, and is one unless what stands above it closes a letter as well.
    last = len(units) - 1
    if stop > last > start + 1 and _INITIALED.fullmatch(units[last].text) and _closes(units[last - 1]):
        return find_letter_closing(units[:last], start)
    return stop


def is_signing_off(units: Sequence[Unit], i: int) -> bool:
    """Whether a line is the place and date, or the name under it, of a letter that an annex follows."""
    if not _closes(units[i]):
        return False
    for unit in units[i + 1 : i + _NEAR_ANNEX]:
        if could_head(unit) and is_cue(unit.text, "annex"):
            return True
        if not _closes(unit):
            return False
    return False


def is_greeting(text: str) -> bool:
    """Whether a line greets whom the letter is for and says nothing else."""
    return len(text) <= _SHORT and text[-1:] in ",،，:：!！" and is_cue(text, "salutation")


def is_dateline(text: str) -> bool:
    """Whether a line is a date, with a place or not, and little else."""
    if len(text) > _SHORT or not dates_of(text) or is_cue(text, "note_sent"):
        return False
    rest = text
    days = find_days(text)
    for found in reversed(days):
        rest = rest[: found.span.start] + rest[found.span.end :]
    # A sentence may be short as well: "It was ratified on 3 May 2022."
    ended = ENDED.search(text[days[-1].span.end :])
    most = 1 if ended and not is_cue(text, "place") else _DATELINE
    return len(re.findall(r"[^\W\d_]+", rest)) <= most


def dates_of(text: str) -> list[str]:
    """The days of the common calendar that a line names, in ISO 8601.

    A day of another calendar is converted by rule and may be one off: it dates no letter by itself.
    """
    return [found.iso for found in find_days(text) if not found.calendar]


def find_letter_date(nodes: Iterable[Node]) -> str | None:
    """The day of a letter: on a line of its own under the text or above it, else in its reference."""
    own = list(takewhile(lambda node: node.kind is not NodeKind.CLOSING or not is_cue(node.text, "mail_field"), nodes))
    framing = [node.text for kind in _FRAME for node in own if node.kind is kind]
    # Of a message that was sent on several times the fields that stand last are those of the letter.
    fields = [text for text in framing if is_cue(text, "mail_field")]
    texts = [text for text in framing if text not in fields] + fields[::-1]
    alone = [text for text in texts if is_dateline(text)]
    beside = [text for text in texts if len(text) <= _SHORT and not is_cue(text, "note_sent")]
    return next((day for text in (*alone, *beside) for day in dates_of(text)), None)


def find_letter_senders(units: Sequence[Unit], language: Language | None) -> list[str]:
    """The State, as ISO 3166 alpha-3, that the letterhead or first sentence names, else the office of who signs.

    Several only where the letter says that it is of several together.
    """
    signed = [unit for unit in units[_OPENING:][-_CLOSING:] if len(unit.text) <= _SHORT]
    naming = [found for unit in (*units[:_OPENING], *signed) if (found := find_senders(unit.text, language))]
    if any(is_cue(unit.text, "joint_reply") for unit in units[:_OPENING]):
        return list(dict.fromkeys(state for found in naming for state in found))
    return naming[0][:1] if naming else []


def find_senders(text: str, language: Language | None) -> list[str]:
    """The State whose mission, ministry or representative a line names, with those that are named in one breath."""
    if find_header(text):
        return []
    if whole := find_reply_state(text, language):
        return [whole]
    titled = len(text) <= _LONGEST_TITLE and not ENDED.search(text) and is_cue(text, "reply_title")
    joint = len(text) <= _LONGEST_TITLE and is_cue(text, "joint_reply")
    if not titled and not joint and not any(is_cue(text, key) for key in _SENDERS):
        return []
    words = text.split()
    states: list[str] = []
    place, end = 0, len(words)
    while place < end:
        size, state = _longest_name(words[place:], language)
        if state:
            states.append(state)
            end = min(len(words), place + size + _ENUMERATED + 1)
        place += max(size, 1)
    return states


def _longest_name(words: Sequence[str], language: Language | None) -> tuple[int, str | None]:
    """How many of the first words are the name of a State, and which; 0 where none are."""
    for size in range(min(_LONGEST_NAME, len(words)), 0, -1):
        name = " ".join(words[:size]).strip(',.:،，："“”«»')
        name = name if "(" in name.lstrip("(") else name.strip("()")
        if found := next((state for each in _bare_names(name) if (state := find_state(each, language))), None):
            return size, found
    return 0, None


def _bare_names(name: str) -> Iterator[str]:
    """A name, and what it may be without the "of" that is written together with it.

    In Arabic that is a letter, which swallows the article (للصين), as is the "and" before a further name (والكويت), in
    French an elided word, in English the ending of the genitive; in Chinese nothing parts a name from the office after
    it.
    """
    yield name
    if name.startswith("و") and len(name) > 1:
        yield from _bare_names(name[1:])
    if name.startswith("لل"):
        yield "ال" + name.removeprefix("لل")
    for bare in (name.removeprefix("ل"), _ELIDED.sub("", name), _GENITIVE.sub("", name)):
        if bare and bare != name:
            yield bare
    if office := _name_ends().search(name):
        yield name[: office.start()]


@cache
def _name_ends() -> re.Pattern[str]:
    """What ends the name of a State in Chinese, where no space does."""
    return re.compile("(?<=.)(?:" + "|".join(re.escape(row["text"]) for row in read_words("name_ends")) + ")")


def _is_sentence(unit: Unit) -> bool:
    text = unit.text
    if not could_head(unit) and len(text) > _SHORT:
        return True
    least = _HAN_SENTENCE if len(HAN.findall(text)) > len(text) / 2 else _SENTENCE
    return len(text) >= least and bool(ENDED.search(text))


def _closes(unit: Unit) -> bool:
    text = unit.text
    if len(text) > _SHORT or unit.labels:
        return False
    if is_cue(text, "farewell") or _is_name(unit) or is_dateline(text) or _is_of_other_calendar(text):
        return True
    if ENDED.search(text):
        return False
    if any(is_cue(text, key) for key in _SIGNING):
        return True
    # For whom somebody signs: "For the Committee,".
    if text[-1:] in ",،，" and len(text.split()) <= _SIGNED_FOR and not any(char.isdecimal() for char in text):
        return True
    return is_cue(text, "place") and len(text.split()) <= _DATELINE


def _is_of_other_calendar(text: str) -> bool:
    """Whether a line is a date of another calendar, beside which the letter has one of the common calendar."""
    return len(text.split()) <= _DATELINE and any(found.calendar for found in find_days(text))


def _is_name(unit: Unit) -> bool:
    """A signature: a short line of words alone, set after the text has ended."""
    if unit.labels or not could_head(unit):
        return False
    return is_cue(unit.text, "signed") or (len(unit.text) <= _SIGNATURE and bool(_WORDS.fullmatch(unit.text)))
