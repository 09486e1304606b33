"""References compared with what they point to: resolutions cited, paragraphs named, links."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from operator import attrgetter
from types import MappingProxyType

from verbale.check.cited_titles import find_title_faults
from verbale.check.claim_context import ClaimContext, is_day
from verbale.check.context import CheckContext, Example, Findings, Need, Rule, RuleSet
from verbale.check.example_texts import report_with
from verbale.lexicon.organ_sessions import ASSEMBLY, HUMAN_RIGHTS_COUNCIL, find_sitting
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.document import Document
from verbale.model.finding import Finding, Severity
from verbale.model.node import NodeKind
from verbale.register.mandates.chain import mandate_chain, mandate_topics
from verbale.register.votes import roll_calls

_PART = re.compile(r"(.+)\[([A-Z-]+)\]")
_OF_SESSION = re.compile(r"A/(HRC/)?RES/(\d+)/\d+(?:\[[A-Z-]+\])?")
_PROVISION = re.compile(r"op\. (\d+)")
_ADDRESS = re.compile(
    r"https?://(?:www\.)?(?:undocs\.org|docs\.un\.org)/+(?:(?:ar|ch|zh|en|fr|ru|es|sp)/+)*(?P<symbol>[^?#]+)$",
    re.IGNORECASE,
)
_FIRST_BY_SESSION = 31  # of the sessions before, resolutions were numbered through all of them
_SUPPLEMENT = re.compile(r"\(SUPP\)$")
_VOLUME = re.compile(r"\(VOL\.[IVX]+\)$")
_LETTERS = re.compile(r"(?<=[\d)])\[?[A-Z]{1,2}(?:-[A-Z]{1,2})?\]?$")
_OLD_PART = re.compile(r"(.+)(\([IVXLC]+\))\[([A-Z-]+)\]")
_NUMBER = re.compile(r"\d+")
_SECTION = re.compile(r"(?<![\w.])([IVXLC]+|\d+)(?![\w.])")
_WORD_AND_NUMBER = re.compile(r"\W*[^\W\d_]+\s+([IVXLC]+|\d+)\W*")
_HEADS = frozenset({NodeKind.HEADING, NodeKind.SUBHEADING})
_PARAGRAPHS = frozenset({NodeKind.PARAGRAPH, NodeKind.OPERATIVE})
_BESIDE = 24  # characters between a number and the date that is its own
_IN_REACH = 120  # within which a date, what stands between it and its number, and another date beside it begin
_start_of = attrgetter("start")


@cache
def _adopted() -> Mapping[str, str]:
    """The days on which resolutions of the register were adopted."""
    days = {symbol: each.valid.start for symbol, each in roll_calls().items() if is_day(each.valid.start)}
    for topic in mandate_topics():
        for mandate in mandate_chain(topic):
            link = mandate.get("resolution")
            if link is not None and link.value and is_day(link.date):
                days.setdefault(link.value, link.date)
    return MappingProxyType({symbol: day for symbol, day in days.items() if day})


@cache
def _parts() -> Mapping[str, Mapping[str, str]]:
    """Resolutions of the register that were adopted in parts: the letters, and what each is about."""
    found: dict[str, dict[str, str]] = {}
    for symbol, call in roll_calls().items():
        if part := _PART.fullmatch(symbol):
            found.setdefault(part[1], {})[part[2]] = call.label
    return MappingProxyType(found)


def find_reference_faults(context: CheckContext) -> Findings:
    """Faults in what a document refers to. Never raises."""
    view = ClaimContext(context.document)
    days = {**_adopted(), **{name: one.facts.adopted for name, one in context.known.items() if one.facts.adopted}}
    found: list[Finding] = []
    for one in context.document.annotations:
        if one.kind is AnnotationKind.REFERENCE:
            found += _pointing(view, one)
        elif one.kind is AnnotationKind.CITATION and one.value["symbol"] is None:
            found += _open(view, one)
        elif one.kind is AnnotationKind.CITATION:
            found += _citing(view, one, days)
            found += _pinpoint(view, one, context.known)
    found += find_title_faults(view, context.known)
    found += _linking(view)
    return {context.document.source.name: found}


def _pointing(view: ClaimContext, one: Annotation) -> Iterator[Finding]:
    if not one.value.get("dangling"):
        return
    if one.value["kind"] == "ibid":
        if _has_antecedent(view, one):
            return
        message = f"“{one.text}” follows no reference that it could repeat."
        yield view.finding("references/ibid", Severity.ERROR, one, message)
    elif not _is_printed(view, one):
        annex = one.value["kind"] == "annex"
        what = "an annex" if annex else f"a {one.value['kind']}"
        message = f"“{one.text}” points to {what} that this document does not have."
        yield view.finding("references/dangling", _gravity(view, one), one, message)


def _gravity(view: ClaimContext, pointing: Annotation) -> Severity:
    """How sure it is that nothing is pointed to.

    Annexes are often kept in files of their own. Where no part of the kind has a number, the numbers may have been lost
    in scanning, or the document is a record of speeches, whose “present resolution” is another document.
    """
    if pointing.value["kind"] == "annex":
        return Severity.NOTE
    kinds = _HEADS if pointing.value["kind"] == "section" else _PARAGRAPHS
    numbered = any(node.label for node in view.document.nodes if node.kind in kinds)
    return Severity.ERROR if numbered else Severity.NOTE


def _is_printed(view: ClaimContext, pointing: Annotation) -> bool:
    """Whether the number that is pointed to stands before a paragraph somewhere, or after the word of a heading."""
    if pointing.value["kind"] == "section":
        number = _SECTION.search(pointing.text)
        # “Chapter V” on a line of its own is a heading, whatever it was read as.
        named = (match[1] for node in view.document.nodes if (match := _WORD_AND_NUMBER.fullmatch(node.text)))
        return number is not None and number[1] in named
    numbers = set(_NUMBER.findall(pointing.text))
    labels = {"".join(_NUMBER.findall(node.label)) for node in view.document.nodes if node.label}
    return pointing.value["kind"] == "paragraph" and bool(numbers & labels)


def _has_antecedent(view: ClaimContext, ibid: Annotation) -> bool:
    """Whether any document is cited before; in running text the last one may stand many paragraphs above."""
    for node in view.document.nodes:
        last = len(node.text) if node.ref != ibid.ref else ibid.start
        cited = (one for one in view.found.get(node.ref, ()) if one.kind is AnnotationKind.CITATION)
        if any(one.end <= last for one in cited):
            return True
        if node.ref == ibid.ref:
            return False
    return False


def _citing(view: ClaimContext, one: Annotation, days: Mapping[str, str]) -> Iterator[Finding]:
    symbol, printed = str(one.value["symbol"]), one.value.get("date")
    parts = _parts().get(symbol)
    if parts and symbol not in days:
        listed = "; ".join(f"{letter}, {label}" for letter, label in sorted(parts.items()))
        message = f"{symbol} is cited without the letter of a part. It was adopted in parts, among them {listed}."
        yield view.finding("references/part", Severity.WARNING, one, message)
    day = view.day(one.ref)
    if (opened := _session(symbol)) and is_day(day) and day < opened[0]:
        message = f"{symbol} is cited on {day}. Its session opened on {opened[0]}."
        yield view.finding("references/unknown", Severity.ERROR, one, message)
    if not is_day(printed) or not _is_its_own(view, one, str(printed)):
        return
    known = days.get(symbol)
    if known is not None and known != printed:
        message = f"{symbol} is cited as of {printed}. It was adopted on {known}."
        yield view.finding("references/date", Severity.ERROR, one, message)
    elif known is None and (outside := _outside_session(symbol, str(printed))):
        message = f"{symbol} is cited as of {printed}. Its session ran from {outside[0]} to {outside[1]}."
        yield view.finding("references/date", Severity.WARNING, one, message)


def _open(view: ClaimContext, one: Annotation) -> Iterator[Finding]:
    """A number with a date on which none of the bodies that can have used it sat in that session."""
    day, candidates = one.value.get("date"), one.value.get("candidates")
    if not is_day(day) or not isinstance(candidates, list) or not _is_its_own(view, one, str(day)):
        return
    outside = [
        f"{symbol} is of a session from {session[0]} to {session[1]}"
        for symbol in map(str, candidates)
        if (session := _outside_session(symbol, str(day)))
    ]
    if outside and len(outside) == sum(_OF_SESSION.fullmatch(str(symbol)) is not None for symbol in candidates):
        message = f"“{one.text}” is cited as of {day}. {'; '.join(outside)}."
        yield view.finding("references/date", Severity.WARNING, one, message)


def _is_its_own(view: ClaimContext, one: Annotation, day: str) -> bool:
    """Whether a date stands beside this number alone; in a list it may belong to the others, or be one of several."""
    here = view.found.get(one.ref, ())
    low, high = one.start - _IN_REACH, one.end + _IN_REACH
    first = bisect_left(here, low, key=_start_of)
    beside = here[first : bisect_left(here, high, lo=first, key=_start_of)]
    others = [each for each in beside if each.kind is AnnotationKind.CITATION and each is not one]
    dates = [each for each in beside if each.kind is AnnotationKind.DATE]
    for date in dates:
        low, high = (one.end, date.start) if date.start >= one.end else (date.end, one.start)
        if date.value.get("start") != day or not 0 <= high - low <= _BESIDE:
            continue
        alone = not any(low <= each.start < high for each in others)
        single = not any(each is not date and 0 <= each.start - date.end <= _BESIDE // 2 for each in dates)
        return alone and single
    return False


def _outside_session(symbol: str, day: str) -> tuple[str, str] | None:
    """The session of a resolution when the day lies outside of it."""
    session = _session(symbol)
    return None if session is None or session[0] <= day <= session[1] else session


def _session(symbol: str) -> tuple[str, str] | None:
    """First and last day of the session of a resolution; None where the number does not tell it."""
    match = _OF_SESSION.fullmatch(symbol)
    if match is None or (not match[1] and int(match[2]) < _FIRST_BY_SESSION):
        return None
    sitting = find_sitting(HUMAN_RIGHTS_COUNCIL if match[1] else ASSEMBLY, int(match[2]))
    return (sitting.opened, sitting.closed) if sitting is not None else None


def _pinpoint(view: ClaimContext, one: Annotation, known: Mapping[str, Document]) -> Iterator[Finding]:
    """A paragraph that a document at hand does not have."""
    cited = known.get(str(one.value["symbol"]))
    match = _PROVISION.match(str(one.value.get("pinpoint", "")))
    if cited is None or match is None:
        return
    numbers = [int(node.ref) for node in cited.nodes if node.kind is NodeKind.OPERATIVE and node.ref.isdecimal()]
    if numbers and int(match[1]) not in numbers:
        message = f"{one.value['symbol']} has no paragraph {match[1]}; its last is {max(numbers)}."
        yield view.finding("references/pinpoint", Severity.ERROR, one, message)


def _linking(view: ClaimContext) -> Iterator[Finding]:
    for node in view.document.nodes:
        for link in node.links:
            target = _ADDRESS.match(link.target)
            if target is None:
                continue
            leads = target["symbol"].replace("%20", "").replace("%28", "(").replace("%29", ")").strip("/ ").upper()
            cited = [
                one
                for one in view.found.get(node.ref, ())
                if one.kind is AnnotationKind.CITATION and one.start < link.end and link.start < one.end
            ]
            if cited and not any(
                one.value["symbol"] is None or _same(str(one.value["symbol"]), leads) for one in cited
            ):
                message = (
                    f"“{node.text[link.start : link.end]}” is {cited[0].value['symbol']}; its link leads to {leads}."
                )
                at = (node.ref, link.start, link.end)
                yield view.finding("references/link", Severity.WARNING, at, message)


def _same(symbol: str, leads: str) -> bool:
    """Whether a link leads to a symbol; the address of a part or of a decision may be that of the whole."""
    bare = _PART.sub(r"\1", symbol).upper()
    whole = bare.partition("(PART")[0]
    led = _SUPPLEMENT.sub("", leads.replace(" ", ""))
    led = led.removesuffix(")") if led.count(")") > led.count("(") else led
    if whole in (led.partition("(PART")[0], _VOLUME.sub("", led)):
        return True  # the parts and volumes of a document have one address, or one each
    if _OLD_PART.sub(r"\1\3\2", symbol).upper() == led:
        return True  # 260 (III) A, or 260 A (III)
    return led == whole or bare in {led, _LETTERS.sub("", led), led.replace("RES/", "DEC/")} or led == symbol.upper()


def _one(text: str) -> Example:
    return Example((text,))


_RESOLUTION = (
    "United Nations A/RES/76/53\n\nGeneral Assembly\n\nResolution adopted by the General Assembly on 6 December 2021"
    "\n\n76/53. Follow-up to the advisory opinion\n\nThe General Assembly,\n\n1. Underlines its earlier resolutions;"
    "\n\n2. Calls upon all States to negotiate;\n\n3. Requests all States to reply.\n"
)
_TITLED = (
    "A/RES/76/53\n\n76/53. Follow-up to the advisory opinion\n\nThe General Assembly,\n\n1. Calls upon all States to "
    "negotiate;\n"
)
_ENTITLED = (
    "1. In its resolution 76/53 of 6 December 2021, entitled “{}”, the Assembly called upon all States to reply.\n"
)
_LINKED = (
    '<!doctype html><html lang="en"><body><p>1. The Assembly adopted <a href="https://undocs.org/A/RES/{}">'
    "resolution 76/53</a> in 2021.</p></body></html>"
)
_RULES = (
    Rule(
        "references/dangling",
        Severity.ERROR,
        "a reference to a part that the document does not have",
        _one(report_with("met its obligations (see section IV.B above)")),
        _one("1. The Conference met in 2022.\n\n2. As stated in paragraph 1 above, it met once.\n"),
    ),
    Rule(
        "references/ibid",
        Severity.ERROR,
        "“ibid.” with nothing before it to repeat",
        _one("1. The Conference met in Vienna (ibid., para. 3).\n\n2. It met again.\n"),
        _one("1. The Conference met in Vienna (see A/77/42, para. 3).\n\n2. It met again (ibid., para. 4).\n"),
    ),
    Rule(
        "references/date",
        Severity.ERROR,
        "a resolution with another date than that of its adoption",
        _one("1. Recalling its resolution 76/53 of 16 December 2021, the Assembly met.\n"),
        _one("1. Recalling its resolution 76/53 of 6 December 2021, the Assembly met.\n"),
    ),
    Rule(
        "references/part",
        Severity.WARNING,
        "a resolution adopted in parts, cited without its letter",
        _one("1. Recalling its resolution 49/75 of 15 December 1994, the Assembly met.\n"),
        _one("1. Recalling its resolution 49/75 K of 15 December 1994, the Assembly met.\n"),
    ),
    Rule(
        "references/unknown",
        Severity.ERROR,
        "a resolution of a session that had not opened on the day of the text",
        _one(report_with("acted upon resolution 79/53")),
        _one(report_with("acted upon resolution 75/53")),
    ),
    Rule(
        "references/title",
        Severity.WARNING,
        "a resolution with another title than that of the resolution at hand",
        Example((_ENTITLED.format("Nuclear disarmament"),), (_TITLED,)),
        Example((_ENTITLED.format("Follow-up to the advisory opinion"),), (_TITLED,)),
    ),
    Rule(
        "references/pinpoint",
        Severity.ERROR,
        "a paragraph that the resolution at hand does not have",
        Example(
            ("1. In paragraph 9 of resolution 76/53, the Assembly called upon all States to reply.\n",), (_RESOLUTION,)
        ),
        Example(
            ("1. In paragraph 3 of resolution 76/53, the Assembly called upon all States to reply.\n",), (_RESOLUTION,)
        ),
    ),
    Rule(
        "references/link",
        Severity.WARNING,
        "a link that leads to another document than the one printed",
        _one(_LINKED.format("76/35")),
        _one(_LINKED.format("76/53")),
    ),
)

REFERENCES = RuleSet(frozenset({Need.DOCUMENT}), _RULES, find_reference_faults)
"""What a document refers to."""
