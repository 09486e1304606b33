"""A programme: what an office reports on, as data. Who asks and answers, in what sections, from which facts.

A programme is read from a folder with ``programme.toml`` and ``words.LANG.ftl`` (package ``programmes``). Its keys are
described in ``docs/programmes.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from verbale.model.language import Language
from verbale.model.policy import Policy


class SectionKind(StrEnum):
    """What a section of a report is composed of.

    ``introduction`` the mandates and the note verbale, ``observations`` what the register records, ``replies`` those of
    States, ``organisations`` those of organisations, ``text`` sentences of the programme's own words.
    """

    INTRODUCTION = "introduction"
    OBSERVATIONS = "observations"
    REPLIES = "replies"
    ORGANISATIONS = "organisations"
    TEXT = "text"


class SectionCondition(StrEnum):
    """When a section is printed. An empty one never is."""

    ALWAYS = "always"
    WITH_REPLIES = "with-replies"
    WITHOUT_REPLIES = "without-replies"
    WITH_PREVIOUS = "with-previous-report"


@dataclass(frozen=True, slots=True)
class ReportSection:
    """One section of the report: its kind, the message that is its heading, and when it is printed.

    ``paragraphs`` are the messages of a section of kind ``text``.
    """

    kind: SectionKind
    heading: str
    when: SectionCondition = SectionCondition.ALWAYS
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A recurring subject of resolutions: its titles by language, and the last resolution known to ask for a report.

    ``requests`` are the words of the paragraph that asks, by language.
    """

    id: str
    titles: Mapping[str, str]
    resolution: str = ""
    paragraph: str = ""
    adopted: date | None = None
    requests: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AgendaTitle:
    """The titles of an agenda item by language; of any item where ``item`` is empty."""

    titles: Mapping[str, str]
    item: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Where an office is written to. ``form`` is the address of a page on which replies are entered."""

    email: str = ""
    postal: str = ""
    telephone: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True)
class Observed:
    """What of the register the observations draw on, by ids; nothing where all are empty."""

    treaties: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Programme:
    """One programme, whole.

    ``organ`` (a key of ``organs.csv``) is whom the report goes to, ``organs`` say which organ adopted a resolution by
    the beginning of its symbol where that is not known anyway. ``titles`` are those of the report, where it is not
    called by its topics. ``website`` is where late replies and full texts are. ``record_treaties``: the treaties of the
    record of a State; ``None`` is all that the register holds. ``contents_over``: the number of words over which a
    report has a table of contents, ``None`` for never. ``words`` are the sentences of the programme by language, in
    Fluent.
    """

    id: str
    name: str
    organ: str
    contact: Contact
    website: str
    words: Mapping[Language, str]
    topics: tuple[Topic, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    agenda: tuple[AgendaTitle, ...] = ()
    organs: Mapping[str, str] = field(default_factory=dict)
    sections: tuple[ReportSection, ...] = ()
    observed: Observed = Observed()
    record_treaties: tuple[str, ...] | None = ()
    policies: tuple[Policy, ...] = ()
    contents_over: int | None = None

    def topic(self, topic: str) -> Topic | None:
        """The topic of that id, if it is one of the programme's."""
        return next((one for one in self.topics if one.id == topic), None)
