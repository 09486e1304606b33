"""The cycle behind a published report, as far as report and register tell of it; the rest is said to be assumed."""

from __future__ import annotations

import re
from datetime import date

from verbale.compose.replies import find_order
from verbale.compose.topics import find_title
from verbale.desk.cycle import AddresseeGroup, Addressees, Calendar, Cycle, CycleMandate
from verbale.lexicon.folding import fold
from verbale.lexicon.names import headings
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.mandate import Mandate
from verbale.model.node import Node, NodeKind
from verbale.model.policy import LateRule, Policy, ReplyOrder
from verbale.model.programme import Programme
from verbale.programmes.lookup import choose_programme
from verbale.register.mandates.chain import find_mandates

_PINPOINT = re.compile(r"op\. (\d+)")
_WEB = re.compile(r"https?://|www\.")
_RESOLUTION = re.compile(r".+/RES/.+")
_NUMBER = re.compile(r"(?:A|A/HRC|E|E/HLPF)/(\d+)/.+")
_DAY = len("2022-05-09")


def read_cycle(document: Document) -> tuple[Cycle, tuple[str, ...]]:
    """The cycle of a report with a symbol, and what of it was assumed, in words for a person.

    What the report does not tell, and nobody can assume, is left blank (``desk.cycle_file.find_blanks``).
    """
    facts = document.facts
    assumed: list[str] = []
    note = _note(document)
    mandates = _mandates(document, note, assumed)
    calendar = _calendar(document, note, assumed)
    session = facts.session or _session(document, mandates, assumed)
    late = LateRule.WEB if note and _WEB.search(note.text) else LateRule.ADDENDUM
    programme = choose_programme({mandate.topic: mandate.titles for mandate in mandates})
    assumed.append(f"programme: {programme.id}, by its topics")
    cycle = Cycle(
        name=f"session-{session}",
        programme=programme,
        session=session,
        report=facts.symbol or "",
        previous_report=_previous(document),
        agenda_item=(facts.agenda_item or "").split(" ")[0],
        reference="",
        mandates=mandates,
        addressees=Addressees((AddresseeGroup.MEMBER_STATES,)),
        calendar=calendar,
        policies=(Policy(_since(calendar), late, order=_order(document), languages=_languages(mandates, programme)),),
    )
    if len(cycle.policies[0].languages) < len(Language):
        assumed.append("languages: that of the report alone, for the titles are known in no other")
    return cycle, tuple(assumed)


def _since(calendar: Calendar) -> date:
    """The day since which the policy of a report holds: that of the note verbale, or else of the report."""
    return calendar.submission or calendar.note if calendar.note == date.min else calendar.note


def _languages(mandates: tuple[CycleMandate, ...], programme: Programme) -> tuple[Language, ...]:
    """The languages in which every mandate has a title."""
    titled = [one for one in Language if all(find_title(mandate, one, programme) for mandate in mandates)]
    return tuple(titled) or tuple(Language)


def _note(document: Document) -> Node | None:
    """The paragraph that tells of the note verbale."""
    words = {fold(word) for word in headings("note_verbale", document.language)} if document.language else set()
    paragraphs = (node for node in document.nodes if node.kind is NodeKind.PARAGRAPH)
    return next((node for node in paragraphs if any(word in fold(node.text) for word in words)), None)


def _in(document: Document, kind: AnnotationKind, section: str) -> list[Annotation]:
    return [one for one in document.annotations if one.kind is kind and one.ref.split(".")[0] == section]


def _mandates(document: Document, note: Node | None, assumed: list[str]) -> tuple[CycleMandate, ...]:
    """The resolutions of section I that are cited with the paragraph that asks; without such, its first one."""
    cited = [
        (str(one.value["symbol"]), _PINPOINT.fullmatch(str(one.value.get("pinpoint", ""))))
        for one in _in(document, AnnotationKind.CITATION, "I")
        if _RESOLUTION.fullmatch(str(one.value.get("symbol", "")))
    ]
    asked = {symbol: pinpoint[1] for symbol, pinpoint in cited if pinpoint}
    if not asked:
        asked = {symbol: "" for symbol, _ in cited[:1]}
        assumed.append("the paragraphs of the resolutions that ask for the report: none is named, and none is printed")
    known = {mandate.value("resolution"): mandate for mandate in find_mandates()}
    called = _called(document, note, asked)
    found = []
    for symbol, paragraph in asked.items():
        mandate = known.get(symbol)
        if mandate is None:
            assumed.append(f"the title of {symbol}: that of the report")
        found.append(_mandate(document, symbol, paragraph, mandate, called=symbol in called))
    return tuple(found)


def _mandate(document: Document, symbol: str, paragraph: str, known: Mandate | None, *, called: bool) -> CycleMandate:
    if known is None:
        language = document.language.value if document.language else "en"
        titles = {language: document.facts.title} if document.facts.title else {}
        topic = re.sub(r"[^A-Za-z0-9]+", "-", symbol).strip("-")
        return CycleMandate(symbol, paragraph, _adopted(document, symbol), topic, called=called, titles=titles)
    link = known.get("resolution")
    adopted = date.fromisoformat(link.date) if link and link.date else date.min
    return CycleMandate(symbol, paragraph, adopted, known.topic, called=called)


def _adopted(document: Document, symbol: str) -> date:
    """The day that the report prints beside a resolution; ``date.min`` where it prints none."""
    days = (str(one.value.get("date", "")) for one in document.annotations if one.value.get("symbol") == symbol)
    return next((date.fromisoformat(day) for day in days if len(day) == _DAY), date.min)


def _called(document: Document, note: Node | None, asked: dict[str, str]) -> set[str]:
    """What the note verbale asked about: what its paragraph cites, or everything where it cites nothing."""
    cited = {
        symbol
        for one in document.annotations
        if note
        and one.ref == note.ref
        and one.kind is AnnotationKind.CITATION
        and isinstance(symbol := one.value.get("symbol"), str)
    }
    return cited & set(asked) or set(asked)


def _calendar(document: Document, note: Node | None, assumed: list[str]) -> Calendar:
    """The day of the note; the deadline is not printed, and is taken to be that of the last reply."""
    days = [
        str(one.value["start"])
        for one in document.annotations
        if note and one.ref == note.ref and one.kind is AnnotationKind.DATE and not one.value.get("calendar")
        if len(str(one.value["start"])) == _DAY
    ]
    replies = sorted(reply.date for reply in document.replies if reply.date)
    sent = date.fromisoformat(days[0]) if days else date.fromisoformat(replies[0]) if replies else date.min
    if not days and replies:
        assumed.append("the day of the note verbale: that of the first reply")
    if replies:
        assumed.append("the deadline: the day of the last reply")
    last = date.fromisoformat(replies[-1]) if replies else date.min
    day = document.facts.date
    submitted = date.fromisoformat(day) if day and len(day) == _DAY else None
    if submitted is None:
        assumed.append("the day of submission: that of the last reply")
    due = max(sent, last) if replies else date.min
    return Calendar(note=sent, deadline=due, submission=submitted or due)


def _order(document: Document) -> ReplyOrder:
    return find_order([reply.state for reply in document.replies], document.language or Language.EN)


def _session(document: Document, mandates: tuple[CycleMandate, ...], assumed: list[str]) -> int:
    if own := _NUMBER.fullmatch(document.facts.symbol or ""):
        assumed.append("the session: that of the symbol of the report")
        return int(own[1])
    assumed.append("the session: the one after that of its resolutions")
    numbers = [int(found[1]) for one in mandates if (found := re.match(r"A/RES/(\d+)/", one.resolution))]
    return max(numbers, default=0) + 1


def _previous(document: Document) -> str:
    """The report that section II says it goes on from: the first document cited there with a symbol of that form."""
    for one in _in(document, AnnotationKind.CITATION, "II"):
        if re.fullmatch(r"(?:A|A/HRC|E)/\d+/\d+", str(one.value.get("symbol", ""))):
            return str(one.value["symbol"])
    return ""
