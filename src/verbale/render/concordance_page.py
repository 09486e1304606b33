"""The certificate of concordance: a page of summary, then every difference side by side with its words highlighted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from verbale.model.concordance import Concordance, Difference, DifferenceKind, Side
from verbale.model.finding import Severity
from verbale.model.language import Language
from verbale.model.span import Span
from verbale.render.html_page import results_page
from verbale.render.inline_html import escaped
from verbale.render.plurals import counted

_NAMES: Mapping[Language, str] = {
    Language.AR: "العربية",
    Language.ZH: "中文",
    Language.EN: "English",
    Language.FR: "Français",
    Language.RU: "Русский",
    Language.ES: "Español",
}
_AROUND = 150  # characters shown on either side of highlighted words
_WHOLE = 420  # characters of a text that is shown whole
_LONGEST_WORD = 20  # characters in which a space is looked for where a text is cut
_DIGITS_SHOWN = 12  # of a SHA-256, as git shows them: enough to tell two files apart
_SHEET = "concordance.css"


def concordance_page(concordance: Concordance) -> str:
    """One self-contained page for a browser or a printer, Arabic from right to left."""
    name = concordance.symbol or concordance.title or "Concordance"
    body = f"{_header(concordance)}{_summary(concordance)}{_differences(concordance.differences)}"
    return results_page(f"{name} · concordance", body, _SHEET)


def concordance_index(concordances: Sequence[tuple[Concordance, str]]) -> str:
    """A page that leads to the certificates of many documents; each comes with the name of its file."""
    rows = "".join(_index_row(one, href) for one, href in concordances)
    sums = [sum(one.count(severity) for one, _ in concordances) for severity in Severity]
    by_severity = ", ".join(f"{count} {severity.value}" for count, severity in zip(sums, Severity, strict=True))
    documents = counted(len(concordances), "document", "documents")
    differences = counted(sum(sums), "difference", "differences")
    return results_page(
        "Concordance of language versions",
        f'<header><p class="eyebrow">Concordance of language versions</p><h1>{documents}</h1>'
        f'<p class="lead">{differences}: {by_severity}.</p></header>\n'
        '<table class="index"><thead><tr><th>Document</th><th>Versions</th><th>Paragraphs</th>'
        + "".join(f"<th>{severity.value}</th>" for severity in Severity)
        + f"</tr></thead><tbody>\n{rows}</tbody></table>\n",
        _SHEET,
    )


def _index_row(one: Concordance, href: str) -> str:
    counts = "".join(f'<td class="count {s.value if one.count(s) else "none"}">{one.count(s)}</td>' for s in Severity)
    languages = " ".join(version.language.value for version in one.versions)
    title = f'<span class="title">{escaped(one.title)}</span>'
    return (
        f'<tr><td><a href="{escaped(href)}">{escaped(one.symbol or one.title)}</a> {title}</td>'
        f"<td>{languages}</td><td>{one.rows}</td>{counts}</tr>\n"
    )


def _header(one: Concordance) -> str:
    found = len(one.differences)
    verdict = f"{found} difference{'' if found == 1 else 's'}" if found else "No difference was found"
    return (
        f'<header><p class="eyebrow">Certificate of concordance</p><h1>{escaped(one.symbol or one.title)}</h1>\n'
        f'<p class="title">{escaped(one.title) if one.symbol else ""}</p>\n'
        f'<p class="lead">{len(one.versions)} language versions, {one.rows} rows of paragraphs. '
        f"<strong>{verdict}</strong>.</p></header>\n"
    )


def _summary(one: Concordance) -> str:
    versions = "".join(
        f'<tr><th scope="row" lang="{v.language.value}">{_NAMES[v.language]}</th><td>{escaped(v.source)}</td>'
        f"<td><code>{v.sha256[:_DIGITS_SHOWN]}</code></td><td>{v.paragraphs}</td><td>{v.values}</td>"
        f"<td>{sum(v.language in d.apart for d in one.differences)}</td></tr>\n"
        for v in one.versions
    )
    compared = "".join(f"<li><b>{count:,}</b> {aspect.value}</li>" for aspect, count in one.compared)
    left_out = "".join(f"<li>{escaped(line)}</li>" for line in one.left_out)
    return (
        '<section class="summary">\n<table class="versions"><thead><tr><th>Language</th><th>Source</th><th>SHA-256</th>'
        f"<th>Paragraphs</th><th>Values</th><th>Stands apart</th></tr></thead><tbody>\n{versions}</tbody></table>\n"
        f'{_grid(one)}<div class="columns"><div><h2>Compared</h2><ul class="compared">{compared}</ul></div>\n'
        f'<div><h2>Not compared</h2><ul class="left-out">{left_out}</ul></div></div>\n'
        '<p class="hint">A difference says that versions are not alike, not which of them is right. '
        "A version stands apart when more than half of the others print something else.</p>\n</section>\n"
    )


def _grid(one: Concordance) -> str:
    """Classes of difference by severity."""
    rows = []
    for kind in DifferenceKind:
        mine = [d for d in one.differences if d.kind is kind]
        counts = [sum(d.severity is severity for d in mine) for severity in Severity]
        cells = "".join(
            f'<td class="count {severity.value if count else "none"}">{count or "·"}</td>'
            for severity, count in zip(Severity, counts, strict=True)
        )
        rows.append(f'<tr><th scope="row">{kind.value}</th>{cells}</tr>')
    heads = "".join(f"<th>{severity.value}</th>" for severity in Severity)
    return f'<table class="grid"><thead><tr><th></th>{heads}</tr></thead><tbody>{"".join(rows)}</tbody></table>\n'


def _differences(differences: Sequence[Difference]) -> str:
    order = list(Severity)
    gravest_first = sorted(differences, key=lambda one: order.index(one.severity))
    cards = [_card(number, one) for number, one in enumerate(gravest_first, start=1)]
    return f'<section class="differences">\n<h2>Differences</h2>\n{"".join(cards)}</section>\n' if cards else ""


def _card(number: int, one: Difference) -> str:
    sides = "".join(_side(side, apart=side.language in one.apart) for side in one.sides)
    return (
        f'<article class="{one.severity.value}" id="d{number}">\n<h3><span class="number">{number}</span> '
        f'<span class="place">{escaped(one.place)}</span> <span class="badge">{one.kind.value}</span> '
        f'<span class="aspect">{one.aspect.value}</span></h3>\n<p class="message">{escaped(one.message)}</p>\n'
        f'<div class="sides">\n{sides}</div>\n</article>\n'
    )


def _side(side: Side, *, apart: bool) -> str:
    code, direction = side.language.value, side.language.direction
    label = f'<span class="label">{escaped(side.label)}</span> ' if side.label else ""
    text = (
        label + "".join(_highlighted(side))
        if side.ref
        else '<span class="nothing" lang="en" dir="ltr">nothing here</span>'
    )
    return (
        f'<div class="side{" apart" if apart else ""}"><p class="about" dir="ltr">'
        f'<span lang="{code}">{_NAMES[side.language]}</span> <code>{escaped(side.ref)}</code></p>'
        f'<p class="text" lang="{code}" dir="{direction}">{text}</p></div>\n'
    )


def _highlighted(side: Side) -> Iterator[str]:
    """The text with its words highlighted; of a long one what stands around them."""
    at = 0
    for window in _windows(side):
        if window.start > at:
            yield " … "
        at = window.start
        for span in side.highlighted:
            if at <= span.start and span.end <= window.end:
                yield escaped(side.text[at : span.start])
                yield f"<mark>{escaped(side.text[span.start : span.end])}</mark>"
                at = span.end
        yield escaped(side.text[at : window.end])
        at = window.end
    if at < len(side.text):
        yield " …"


def _windows(side: Side) -> list[Span]:
    size = len(side.text)
    if size <= _WHOLE:
        return [Span(0, size)]
    if not side.highlighted:
        return [Span(0, _cut(side.text, _WHOLE))]
    windows: list[Span] = []
    for span in side.highlighted:
        start, end = _cut(side.text, span.start - _AROUND), _cut(side.text, span.end + _AROUND)
        if windows and start <= windows[-1].end:
            windows[-1] = Span(windows[-1].start, max(end, windows[-1].end))
        else:
            windows.append(Span(start, end))
    return windows


def _cut(text: str, at: int) -> int:
    """The place itself, or the next space, so that no word is cut."""
    if at <= 0:
        return 0
    space = text.find(" ", at, at + _LONGEST_WORD)
    return min(len(text), space if space >= 0 else at)
