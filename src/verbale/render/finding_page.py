"""What checks found, as a page: each finding with its paragraph, words highlighted, and what it is compared with."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from verbale.model.checked import Checked, CheckedFinding
from verbale.model.document import Document
from verbale.model.finding import Finding, Place, Severity
from verbale.model.language import Language
from verbale.render.html_page import results_page
from verbale.render.inline_html import escaped

_AROUND = 160  # characters shown on either side of the highlighted words
_LONGEST_WORD = 24  # characters beyond that within which a stretch ends between two words
_QUOTED = re.compile(r"(?<=\u201c)[^\u201d]+(?=\u201d)")


def finding_page(checked: Sequence[Checked], titles: Mapping[str, str]) -> str:
    """One self-contained page for all documents; ``titles`` say what each rule looks for."""
    documents = {one.document.source.name: one.document for one in checked}
    body = "".join(_section(one, documents, titles) for one in checked)
    return results_page("Findings", body, "concordance.css")


def _section(one: Checked, documents: Mapping[str, Document], titles: Mapping[str, str]) -> str:
    document = one.document
    name = document.facts.symbol or document.source.name
    standing = [each for each in one.found if not each.accepted]
    counts = {severity: sum(each.finding.severity is severity for each in standing) for severity in Severity}
    counted = (
        ", ".join(f"{count} {severity.value}{'s' * (count != 1)}" for severity, count in counts.items() if count)
        or "nothing found"
    )
    accepted = len(one.found) - len(standing)
    direction, code = _direction(document.language), document.language.value if document.language else "und"
    order = list(Severity)
    gravest_first = sorted(one.found, key=lambda each: (bool(each.accepted), order.index(each.finding.severity)))
    cards = "".join(_card(each, document, documents, titles) for each in gravest_first)
    return (
        f'<header><p class="eyebrow">Findings</p><h1>{escaped(name)}</h1>\n'
        f'<p class="title" lang="{code}" dir="{direction}">{escaped(document.facts.title or "")}</p>\n'
        f'<p class="lead"><strong>{counted}</strong>{f", {accepted} accepted" if accepted else ""}. A finding says '
        f"where words and what they are compared with differ, and passes no verdict.</p></header>\n"
        f'<section class="differences">\n{cards}</section>\n'
    )


def _card(
    each: CheckedFinding, document: Document, documents: Mapping[str, Document], titles: Mapping[str, str]
) -> str:
    finding = each.finding
    name = document.source.name
    sides = _side(document, Place(name, finding.ref, finding.start, finding.end), apart=True)
    sides += "".join(_side(documents.get(place.source, document), place, apart=False) for place in _places(finding))
    accepted = f'<p class="message">Accepted: {escaped(each.accepted)}</p>\n' if each.accepted else ""
    style = "accepted" if each.accepted else finding.severity.value
    return (
        f'<article class="{style}" id="f{each.key}">\n<h3><span class="place">{escaped(finding.ref)}</span> '
        f'<span class="badge">{finding.severity.value}</span> <span class="aspect">{escaped(finding.rule)}: '
        f"{escaped(titles.get(finding.rule, ''))}</span></h3>\n"
        f'<p class="message" dir="ltr">{_message(finding.message)}</p>\n{accepted}'
        f'<div class="sides">\n{sides}</div>\n</article>\n'
    )


def _message(text: str) -> str:
    """The sentence with the words it quotes set apart, so that each runs in the direction of its own script."""
    return _QUOTED.sub(lambda quoted: f"<bdi>{quoted[0]}</bdi>", escaped(text))


def _places(finding: Finding) -> Sequence[Place]:
    return tuple(dict.fromkeys(finding.related))


def _direction(language: Language | None) -> str:
    return language.direction if language else "ltr"


def _stretch(text: str, place: Place) -> tuple[int, int]:
    """What is shown of a text around a place: no word or number is cut, where words are parted by spaces."""
    low, high = max(0, place.start - _AROUND), min(len(text), place.end + _AROUND)
    if low:
        low = text.rfind(" ", max(0, low - _LONGEST_WORD), low + 1) + 1 or low
    if high < len(text):
        end = text.find(" ", high, high + _LONGEST_WORD)
        high = end if end >= 0 else high
    return low, high


def _side(document: Document, place: Place, *, apart: bool) -> str:
    node = next((node for node in document.nodes if node.ref == place.ref), None)
    if node is None:
        return ""
    language = node.language or document.language
    low, high = _stretch(node.text, place)
    before = ("… " if low else "") + node.text[low : place.start]
    behind = node.text[place.end : high] + (" …" if high < len(node.text) else "")
    highlighted = f"<mark>{escaped(node.text[place.start : place.end])}</mark>" if place.end > place.start else ""
    code = language.value if language else "und"
    return (
        f'<div class="side{" apart" if apart else ""}"><p class="about" dir="ltr"><span>{escaped(document.source.name)}'
        f"</span> <code>{escaped(place.ref)}</code></p>"
        f'<p class="text" lang="{code}" dir="{_direction(language)}">'
        f"{escaped(before)}{highlighted}{escaped(behind)}</p></div>\n"
    )
