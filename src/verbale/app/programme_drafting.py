"""A new programme, with what resolutions in several languages give; and the commented file of a cycle to fill in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import tomli_w

from verbale.app.mandate_reading import requests_of_document, words_of_paragraph
from verbale.app.programmes import find_programmes
from verbale.app.reading import read_incoming
from verbale.app.sources import find_sources
from verbale.app.writing import write_together
from verbale.compose.resolutions import organ_of
from verbale.errors import Refused
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.mandate import Asked
from verbale.model.programme import Programme, Topic
from verbale.programmes.loading import FILE, check_programme_id, words_file
from verbale.programmes.lookup import GENERAL, bundled_files, get_programme

_NUMBER = re.compile(r"(\d+)[^\d]*$")
_SESSION = re.compile(r"A/RES/(\d+)/")
# Those whose office answers with a report: what a committee or a State is asked for is no matter of the Secretariat.
_ANSWERING = frozenset({"secretary_general", "secretariat", "high_commissioner_for_human_rights"})
_COLONS = re.compile(r"\s?[:：]\s?")


@dataclass(slots=True)
class _Resolution:
    """A resolution as its language versions give it."""

    symbol: str
    paragraph: str = ""
    adopted: str = ""
    titles: dict[str, str] = field(default_factory=dict)
    requests: dict[str, str] = field(default_factory=dict)
    agenda: dict[str, str] = field(default_factory=dict)


def write_programme(programme: str, sources: Iterable[str], into: Path, *, force: bool = False) -> tuple[str, ...]:
    """Write a commented start of a programme, ``INTO/ID/programme.toml`` and ``words.LANG.ftl``; what it lacks, told.

    ``sources`` are resolutions in any of the languages, several of one resolution for its versions. Raises ``Refused``
    where one of them is no resolution, ``OutputRefused`` where something may not be written, and a ``ReadFailed``.
    """
    check_programme_id(programme)
    resolutions = _read(sources)
    files = {FILE: _programme_toml(programme, resolutions)}
    general = bundled_files(GENERAL).files
    for language in Language:
        files[words_file(language)] = general[words_file(language)].replace(
            f"programme {GENERAL} ", f"programme {programme} ", 1
        )
    write_together(into / programme, {name: text.encode() for name, text in files.items()}, force=force)
    return tuple(told for one in resolutions for told in _lacking(one))


def _lacking(resolution: _Resolution) -> list[str]:
    lacking = [language.value for language in Language if language.value not in resolution.titles]
    told = (
        [f"{resolution.symbol}: no version in {', '.join(lacking)} was given; write its title there"] if lacking else []
    )
    if not resolution.paragraph:
        told.append(f"{resolution.symbol}: no paragraph was found that asks the Secretariat for a report; name it")
    return told


def _read(sources: Iterable[str]) -> list[_Resolution]:
    """The resolutions among the sources, each of its versions taken together."""
    documents: dict[str, list[Document]] = {}
    for incoming in find_sources([*sources]):
        document = read_incoming(incoming, finding=False)
        if document.profile != "resolution" or not document.facts.symbol or document.language is None:
            raise Refused(incoming.shown, "take from it", f"it was read as {document.profile}, not as a resolution")
        documents.setdefault(document.facts.symbol, []).append(document)
    return [_joined(symbol, versions) for symbol, versions in documents.items()]


def _joined(symbol: str, versions: Sequence[Document]) -> _Resolution:
    """What the versions of one resolution say; the paragraph that asks is the one that most of them have."""
    asking = Counter(paragraph for document in versions for paragraph in _asking(document))
    paragraph = max(asking, key=lambda one: (asking[one], int(one)), default="")
    found = _Resolution(symbol, paragraph)
    for document in versions:
        language = document.language or Language.EN
        found.adopted = found.adopted or document.facts.adopted or ""
        if document.facts.title:
            found.titles[language.value] = document.facts.title
        if words := words_of_paragraph(document, paragraph) if paragraph else "":
            found.requests[language.value] = words
        named = document.proceedings.agenda_title if document.proceedings else None
        if named:
            found.agenda[language.value] = _COLONS.split(named)[0]
    return found


def _asking(document: Document) -> list[str]:
    """The numbers of the paragraphs that ask an office of the Secretariat for a report, those with a session first."""
    requests = [
        one for one in requests_of_document(document) if one.asked is Asked.REPORT and one.addressee in _ANSWERING
    ]
    due = [one for one in requests if one.due.sessions or one.due.rhythm] or requests
    numbers = (_NUMBER.search(_paragraph_of(one.provision)) for one in due)
    return [number[1] for number in numbers if number]


def _paragraph_of(provision: str) -> str:
    """The ref of the paragraph that an item belongs to: ``XVIII.389`` of ``XVIII.389.a``."""
    parts = provision.split(".")
    last = max((place for place, part in enumerate(parts) if part.isdecimal()), default=len(parts) - 1)
    return ".".join(parts[: last + 1])


_HEAD = """\
# A programme: what an office reports on. Each key is described in docs/programmes.md. Words in six languages are in
# words.LANG.ftl beside this file; verbale programme check {id} names what is missing.

# What people call it, for lists.
name = {name}

# Whom the report goes to: general_assembly, human_rights_council, economic_and_social_council, security_council.
# Without it, the symbol of the report tells.
organ = {organ}

# The website on which late replies and full texts are published.
website = ""

# From how many words on the report has a table of contents; false for never.
contents_over = 8500

# Where replies are sent. What is empty is left out of the note verbale.
[contact]
email = ""
postal = "United Nations, New York, NY 10017, United States of America"
telephone = ""
form = ""

# What the observations draw on: treaties of the register by id, meetings and figures that words.LANG.ftl name.
[observations]
treaties = []
meetings = []
figures = []

# The treaties in the record of a State (reply-draft, pack); ["all"] for every one in the register.
[state_record]
treaties = []

# The sections in their order. A section that would be empty is not printed. kind: introduction, observations, replies,
# organisations, or text with heading and paragraphs, names of messages in words.LANG.ftl. when: always, with-replies,
# without-replies, with-previous-report.
[[sections]]
kind = "introduction"

[[sections]]
kind = "observations"

[[sections]]
kind = "replies"

[[sections]]
kind = "organisations"

# The rules that hold for every cycle that gives none of its own, each from a day on.
# [[policy]]
# since = 2015-12-03
# late = "web"                  # or "addendum"
# consent = "unless-objection"  # or "with-consent"
# order = "english"             # or "own", "received"
# reply_words = 1500
# summary_words = 300
# report_words = 8500
# languages = ["ar", "zh", "en", "fr", "ru", "es"]
"""
_MORE = """
# The title of the report in each language, where it is not called by its topics.
# [titles]
# en = ""

# Organs that adopt resolutions under symbols of their own, by the beginning of the symbol.
# [organs]
# "E/CN.7/RES/" = "commission_on_narcotic_drugs"
"""


def _programme_toml(programme: str, resolutions: Sequence[_Resolution]) -> str:
    """``programme.toml`` of a new programme."""
    named = resolutions[0].titles.get("en", "") if resolutions else ""
    organ = organ_of(resolutions[0].symbol, get_programme(GENERAL)) if resolutions else "general_assembly"
    text = _HEAD.format(id=programme, name=_quoted(named or programme), organ=_quoted(organ))
    agenda = next((one.agenda for one in resolutions if one.agenda), {})
    text += '\n# The title of the agenda item; item = "3" where it is that of one item alone.\n'
    titles = tomli_w.dumps({"agenda": [{"titles": _in_order(agenda)}]}) if agenda else ""
    text += titles or '# [[agenda]]\n# titles.en = ""\n'
    text += "\n# The recurring subjects, with the titles of their resolutions and what the last one asks.\n"
    name = re.sub(r"[^A-Z0-9]+", "-", programme.upper()).strip("-")
    for number, one in enumerate(resolutions, start=1):
        topic: dict[str, object] = {"id": name if number == 1 else f"{name}-{number}", "resolution": one.symbol}
        topic |= {"paragraph": one.paragraph} if one.paragraph else {}
        topic |= {"adopted": date.fromisoformat(one.adopted)} if one.adopted else {}
        topic |= {"titles": _in_order(one.titles)}
        topic |= {"requests": _in_order(one.requests)} if one.requests else {}
        text += tomli_w.dumps({"topics": [topic]}) + "\n"
    return text.rstrip() + "\n" + ("" if resolutions else '# [[topics]]\n# id = ""\n# titles.en = ""\n') + _MORE


def _quoted(text: str) -> str:
    return tomli_w.dumps({"x": text}).partition("= ")[2].strip()


def _in_order(words: Mapping[str, str]) -> dict[str, str]:
    return {language.value: words[language.value] for language in Language if language.value in words}


_CYCLE = """\
# A cycle of the programme {id}: one request for views and the report on it. Fill in what is empty; verbale start tells
# what is missing. Dates are written 2026-05-31 without quotation marks, or in words in quotation marks.
programme = "{id}"
name = ""
# The session that the report goes to; of the Economic and Social Council, the year.
session = {session}
# The symbol of the report; it may be empty until it is known. That of the report before it, if there was one.
report = ""
previous_report = ""
# The number of the agenda item, as "75" or "75 (a)".
agenda_item = ""
# The reference of the note verbale.
reference = ""
{mandates}
# Whom the note verbale goes to: member-states, all-states, observers, organisations. also and without take States.
[addressees]
groups = ["member-states"]
# also = ["PSE"]
# without = []

[calendar]
note = ""
deadline = ""
# zone = "America/New_York"
# reminders = []
# The date of the report, and that of the previous one.
# submission = ""
# observed_since = ""
{policies}
# Where this cycle's replies go, in place of where those of the programme go.
# [contact]
# email = ""
# postal = ""
# telephone = ""
# form = ""

# The title of the agenda item by language, in place of the programme's.
# [agenda_titles]
# en = ""
"""
_MANDATE = """
# A paragraph that asks for the report. item is the letter of the agenda sub-item; called = false where the note verbale
# does not ask about it. titles are those of the resolution, requests the words of the paragraph, each by language.
[[mandates]]
resolution = {resolution}
paragraph = {paragraph}
adopted = {adopted}
topic = {topic}
item = ""
# called = true
"""
_POLICY = """
# The rules from a day on. late: web or addendum; consent: unless-objection or with-consent; order: english, own or
# received. A limit of false is none.
[[policy]]
since = 2015-12-03
late = "web"
# consent = "unless-objection"
# order = "english"
# reply_words = 1500
# summary_words = 300
# report_words = 8500
# languages = ["ar", "zh", "en", "fr", "ru", "es"]
"""


def cycle_template(named: str, places: Iterable[Path] = ()) -> str:
    """The commented file of a cycle of a programme, with what the programme knows of its topics.

    Raises ``CycleBroken`` where there is no such programme in ``places`` or in the package.
    """
    programme = get_programme(named, find_programmes(*places))
    topics = [topic for topic in programme.topics if topic.resolution] or [*programme.topics]
    sessions = [int(found[1]) + 1 for topic in topics if (found := _SESSION.match(topic.resolution))]
    return _CYCLE.format(
        id=programme.id,
        session=max(sessions, default=0),
        mandates="".join(_mandate(topic) for topic in topics) or _mandate(Topic("", {})),
        policies=_own_policies(programme),
    )


def _mandate(topic: Topic) -> str:
    text = _MANDATE.format(
        resolution=_quoted(topic.resolution),
        paragraph=_quoted(topic.paragraph),
        adopted=topic.adopted or '""',
        topic=_quoted(topic.id),
    )
    return text if topic.titles else text + "".join(f'titles.{language} = ""\n' for language in Language)


def _own_policies(programme: Programme) -> str:
    """The table of policies, as a comment where the programme has them."""
    if not programme.policies:
        return _POLICY
    lines = _POLICY.splitlines()
    commented = "".join(f"{line}\n" if not line or line.startswith("#") else f"# {line}\n" for line in lines)
    return commented.replace("# The rules from", "# In place of those of the programme: the rules from", 1)
