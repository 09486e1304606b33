"""What was received against what came out: in the terminal, as rows, and on a page."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from verbale.lexicon.naming import state_name
from verbale.model.language import Language
from verbale.model.reconciliation import Account, Fate, Reconciliation, Rendition
from verbale.render.csv_table import csv_rows
from verbale.render.html_page import results_page
from verbale.render.inline_html import escaped
from verbale.render.plurals import counted
from verbale.render.selection import visible

_WORDS: Mapping[Fate, str] = {
    Fate.REPORT: "in the report",
    Fate.ADDENDUM: "in an addendum",
    Fate.WEB: "on the website",
    Fate.FRAME: "letterhead and closing",
    Fate.OTHER_VERSION: "another version counts",
    Fate.TRANSLATION: "printed in translation",
    Fate.LISTED: "listed without text",
    Fate.SET_ASIDE: "set aside",
    Fate.WITHDRAWN: "withdrawn",
    Fate.WITHHELD: "withheld",
    Fate.WAITING: "waiting",
    Fate.OMITTED: "omitted",
}
_STYLES: Mapping[Fate, str] = {
    Fate.REPORT: "green",
    Fate.ADDENDUM: "green",
    Fate.WEB: "cyan",
    Fate.OTHER_VERSION: "bright_black",
    Fate.FRAME: "bright_black",
    Fate.TRANSLATION: "cyan",
    Fate.LISTED: "green",
    Fate.SET_ASIDE: "bright_black",
    Fate.WITHDRAWN: "magenta",
    Fate.WITHHELD: "magenta",
    Fate.WAITING: "yellow",
    Fate.OMITTED: "bold red",
}
_MARKS: Mapping[Rendition, str] = {
    Rendition.ORIGINAL: "●",
    Rendition.TRANSLATED: "✓",
    Rendition.AWAITED: "…",
    Rendition.LACKING: "–",
}
_SHORT = 12  # characters of a checksum that are shown


def reconciliation_table(found: Reconciliation, *, width: int = 100, colour: bool = False) -> str:
    """The sums, then a row for each version of each reply: its characters by fate, where it is, and why."""
    console = Console(width=width, force_terminal=colour, no_color=not colour, file=io.StringIO(), highlight=False)
    with console.capture() as capture:
        console.print(
            Text(visible(f"{found.report}: compared with {found.standing}"), "bold" if found.holds else "yellow")
        )
        if found.seal:
            console.print(Text(f"seal of the record {found.seal}", "bright_black"))
        for line in _sums(found):
            console.print(Text(line, "bold red" if line.startswith("omitted") and found.total(Fate.OMITTED) else ""))
        for line in _matters(found):
            console.print(Text(visible(line), "bold red" if line.startswith("without") else ""))
        console.print(_table(found, colour=colour))
        if found.accounts:
            console.print(Text(f"{_legend()}. Characters are counted without white space.", "bright_black"))
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def _sums(found: Reconciliation) -> Iterator[str]:
    """What became of the replies, of their characters, and of their translations; one line each."""
    shown = [
        f"{counted(found.replies(), 'reply', 'replies')} in {counted(len(found.accounts), 'version', 'versions')}",
        *(f"{count} {_WORDS[fate]}" for fate in _PLACES if (count := found.replies(fate))),
    ]
    yield ", ".join(shown)
    shares = [f"{count:,} {_WORDS[fate]}" for fate in Fate if fate is not Fate.OMITTED and (count := found.total(fate))]
    yield f"{found.characters:,} characters received: {', '.join(shares) or 'none'}"
    yield f"omitted: {found.total(Fate.OMITTED):,}"
    lacking = [f"{code} {count}" for code in found.languages if (count := _lacking(found, code))]
    yield f"translation pending: {', '.join(lacking) or 'none'}"


def _matters(found: Reconciliation) -> Iterator[str]:
    """What was received besides characters, what has no fate, and what was waived; nothing where there is none."""
    pieces: Counter[str] = Counter()
    for one in found.accounts:
        pieces.update(one.pieces)
    if told := [f"{pieces[name]} {name}" for name in sorted(pieces) if name != "pages"]:
        yield f"received besides: {', '.join(told)}"
    for one in found.accounts:
        for reason in one.unsettled:
            yield f"without a disposition: {one.case} ({one.state or '?'}): {reason}"
        for waiver in one.waivers:
            yield f"waived: {one.case} ({one.state or '?'}): {waiver}"


_PLACES = (Fate.REPORT, Fate.ADDENDUM, Fate.WEB, Fate.WITHHELD, Fate.WITHDRAWN, Fate.WAITING, Fate.OMITTED)


def _lacking(found: Reconciliation, language: Language) -> int:
    return found.renditions(language, Rendition.AWAITED) + found.renditions(language, Rendition.LACKING)


def _legend() -> str:
    return ", ".join(f"{mark} {how.value}" for how, mark in _MARKS.items())


def _table(found: Reconciliation, *, colour: bool) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold" if colour else "")
    for name, ratio in (("State", 2), ("letter", 3), ("characters", 4), ("print | web", 3), ("because", 4)):
        table.add_column(name, overflow="fold", ratio=ratio)
    table.add_column(" ".join(found.languages), no_wrap=True)
    for one in found.accounts:
        state = f"{one.state or '?'}\n{one.case}"
        version = f" ({_version(one)})" if one.versions > 1 else ""
        letter = f"{one.name}{version}\n{one.received[:16].replace('T', ' ')}, {one.channel}, {one.language}"
        table.add_row(state, visible(letter), _fates(one), _where(one), visible(_because(one)), _renditions(one, found))
    return table


def _because(one: Account) -> str:
    return "; ".join(filter(None, (one.reason, _beside(one))))


def _beside(one: Account) -> str:
    return f"kept and not reproduced: {', '.join(one.beside)}" if one.beside else ""


def _version(one: Account) -> str:
    return f"version {one.version} of {one.versions}" if one.versions > 1 else ""


def _fates(one: Account) -> Text:
    text = Text(f"{one.characters:,}")
    for fate, count in _shares(one):
        text.append(f"\n{count:,} {_WORDS[fate]}", _STYLES[fate])
    if one.omitted:
        text.append(f"\n{', '.join(one.omitted)}", _STYLES[Fate.OMITTED])
    return text


def _shares(one: Account) -> list[tuple[Fate, int]]:
    return [(fate, one.fates[fate]) for fate in Fate if one.fates.get(fate)]


def _where(one: Account) -> str:
    return visible("\n".join(filter(None, (one.printed, one.posted))))


def _renditions(one: Account, found: Reconciliation) -> str:
    if not one.renditions:
        return ""
    return "  ".join(_MARKS[one.renditions[code]] for code in found.languages)


def reconciliation_csv(found: Reconciliation) -> str:
    """A row for each version of each reply."""
    columns = (
        *("case", "state", "version", "versions", "counts", "letter", "sha256", "received", "channel", "dated"),
        *("language", "words", "characters", *(fate.value for fate in Fate), "omitted units", "stage", "destination"),
        *(
            "printed",
            "posted",
            "reason",
            "beside",
            "kind",
            "unsettled",
            "waivers",
            *(code.value for code in found.languages),
        ),
    )
    return csv_rows(columns, (_row(one, found.languages) for one in found.accounts))


def _row(one: Account, languages: Sequence[Language]) -> tuple[object, ...]:
    return (
        *(one.case, one.state, one.version, one.versions, "yes" if one.counts else "no", one.name, one.sha256),
        *(one.received, one.channel, one.dated, one.language, one.words, one.characters),
        *(one.fates.get(fate, 0) for fate in Fate),
        *(" ".join(one.omitted), one.stage, one.destination, one.printed, one.posted, one.reason),
        *("; ".join(one.beside), one.kind, "; ".join(one.unsettled), "; ".join(one.waivers)),
        *(one.renditions[code].value if code in one.renditions else "" for code in languages),
    )


def _seal(found: Reconciliation) -> str:
    """The newest seal of the record, printed so that it is kept where the desk cannot change it."""
    return f'<p class="seal">Seal of the record: <code>{escaped(found.seal)}</code></p>\n' if found.seal else ""


def reconciliation_page(found: Reconciliation) -> str:
    """One self-contained page: the sums as a bar and in figures, then each letter with its own bar."""
    omitted = found.total(Fate.OMITTED)
    verdict = f"{omitted:,} characters are not reproduced" if omitted else "Nothing is omitted"
    if found.unsettled:
        open_ = counted(found.unsettled, "thing", "things")
        verdict = f"{open_} received without a disposition; {verdict[0].lower()}{verdict[1:]}"
    rows = "".join(_article(one, found.languages) for one in found.accounts)
    replies, *_, translations = _sums(found)
    shares = [(fate, count) for fate in Fate if (count := found.total(fate))]
    tongues = "".join(f'<th scope="col" class="tongue">{code}</th>' for code in found.languages)
    body = (
        f'<header><p class="eyebrow">Reconciliation</p><h1>{escaped(found.report)}</h1>\n'
        f'<p class="title{"" if found.holds else " unsettled"}">Compared with {escaped(found.standing)}</p>\n'
        f"{_seal(found)}"
        f'<p class="lead"><strong class="{"omitted" if omitted else "whole"}">{verdict}</strong> of '
        f"{found.characters:,} characters received. {replies[:1].upper()}{replies[1:]}. "
        f"{translations[:1].upper()}{translations[1:]}.</p>\n"
        f"{_bar(shares, found.characters)}{_figures(shares)}{_listed(found)}</header>\n"
        f'<table class="accounts">\n<thead><tr><th scope="col">State</th><th scope="col">Letter</th>'
        f'<th scope="col">Disposition</th><th scope="col">Print and website</th>'
        f"{tongues}</tr></thead>\n"
        f"<tbody>\n{rows}</tbody>\n</table>\n"
        f'<p class="hint">{escaped(_legend())}. Characters are counted without white space; each has one disposition. '
        f"What is printed and posted was read again and every unit of the letters looked for in it.</p>\n"
    )
    return results_page(f"Reconciliation of {found.report}", body, "concordance.css", "reconciliation.css")


def _listed(found: Reconciliation) -> str:
    lines = "".join(f"<li>{escaped(line)}</li>" for line in _matters(found))
    return f'<ul class="matters">{lines}</ul>\n' if lines else ""


def _bar(shares: Sequence[tuple[Fate, int]], whole: int) -> str:
    """A bar of shares; what it shows stands in figures beside it."""
    parts, at = [], 0.0
    for fate, count in shares:
        size = 100 * count / max(whole, 1)
        parts.append(f'<rect class="{fate.value}" x="{at:.3f}" width="{size:.3f}" height="4"/>')
        at += size
    return (
        f'<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">{"".join(parts)}</svg>\n'
    )


def _figures(shares: Sequence[tuple[Fate, int]]) -> str:
    shown = "".join(f'<li class="{fate.value}"><b>{count:,}</b> {_WORDS[fate]}</li>' for fate, count in shares)
    return f'<ul class="shares">{shown}</ul>\n'


def _article(one: Account, languages: Sequence[Language]) -> str:
    name = escaped(state_name(one.state, Language.EN)) if one.state else "not confirmed"
    copies = f"{one.copies} more of the same bytes" if one.copies else ""
    shown = ", ".join(filter(None, (_version(one), copies)))
    omitted = f'<p class="omitted">Omitted: {escaped(", ".join(one.omitted))}</p>' if one.omitted else ""
    tongues = "".join(_tongue(one.renditions.get(code)) for code in languages)
    where = "".join(f"<p>{escaped(text)}</p>" for text in (one.printed, one.posted) if text)
    return (
        f'<tr class="{"counts" if one.counts else "other"}">\n'
        f'<th scope="row">{name}<br><code>{escaped(one.case)}</code></th>\n'
        f'<td><bdi>{escaped(one.name)}</bdi> <span class="number">{shown}</span><br>'
        f"{escaped(one.received[:16].replace('T', ' '))} UTC, {escaped(one.channel)}, {escaped(one.language)}, "
        f"{one.words:,} words<br><code>{escaped(one.sha256[:_SHORT])}</code></td>\n"
        f"<td>{_bar(_shares(one), one.characters)}{_figures(_shares(one))}{omitted}"
        f'<p class="reason">{escaped(_because(one))}</p></td>\n<td>{where}</td>\n{tongues}</tr>\n'
    )


def _tongue(how: Rendition | None) -> str:
    if how is None:
        return '<td class="tongue"></td>'
    return f'<td class="tongue {how.value}"><span title="{how.value}">{_MARKS[how]}</span></td>'
