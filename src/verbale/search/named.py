"""What a query names: documents, States, treaties, days, months and years, in any of the six languages.

Numbers and dates are read by the grammars of the lexicon. Names are looked up as a person types them, without regard to
capitals and accents.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from verbale.lexicon.cited_resolutions import resolve_symbol
from verbale.lexicon.clauses import find_mentions
from verbale.lexicon.dates import find_dates, find_days
from verbale.lexicon.folding import fold, fold_with_offsets
from verbale.lexicon.printed import Places, printed_stretch, scannable
from verbale.lexicon.scanning import find_words
from verbale.lexicon.states import state_names, states
from verbale.lexicon.symbols import printed_symbols
from verbale.lexicon.treaties import NameForm, treaty_names
from verbale.model.language import Language
from verbale.model.span import Span
from verbale.model.state import StateNameForm
from verbale.search.tokens import ARABIC_LETTERS, is_han, little_words, without_accents

_BARE_NUMBER = re.compile(r"(?<![\w/.,])(?:[IVXLESivxles-]{0,5})[0-9]{1,4}/[0-9]{1,4}(?: ?[A-Z](?!\w))?(?![\w/])")
_YEAR = re.compile(r"(?<![\w/.,-])(?:19|20)[0-9]{2}(?![\w/]|[.,-][0-9])|(?:19|20)[0-9]{2}(?=年)")
_CODE = re.compile(r"(?<![\w/-])[A-Z]{3}(?![\w/-])")
_JOINED = re.compile("(?<![^\\W\\d_])[وف]?[بلك]?$")  # what may stand joined before an Arabic name
_VOWEL = re.compile("[aeiouаеиоуыэюя]")
_TREATY_FORMS = frozenset(NameForm) - {
    NameForm.LISTED,
    NameForm.SUBJECT,
    NameForm.IN_ORGANISATION,
    NameForm.IN_TITLE,
}


class Named(NamedTuple):
    """A stretch of a text and what it names: ``kind`` is symbol, state, treaty, date or year; the likeliest first."""

    kind: str
    span: Span
    values: tuple[str, ...]


def find_named(text: str, language: Language | None) -> list[Named]:
    """What a text names, in order, no two at one place. Documents come before dates, longer names before shorter."""
    found: list[Named] = []
    if any(map(str.isdigit, text)):
        plain, places = scannable(text)
        for several in (_symbols(plain, language), _dates(plain, language)):
            found += (_placed(one, places) for one in _clear(found, several))
        found += _clear(found, [_placed(one, places) for one in _years(plain)])
    found += _clear(found, sorted(_names(text), key=lambda one: (-len(one.span), one.span)))
    return sorted(found, key=lambda one: one.span)


def _placed(named: Named, places: Places | None) -> Named:
    return named._replace(span=Span(*printed_stretch(places, named.span.start, named.span.end)))


def _clear(taken: list[Named], found: Iterator[Named] | list[Named]) -> list[Named]:
    """Of what was found, in order, what overlaps nothing before it."""
    kept: list[Named] = []
    for one in found:
        if all(one.span.end <= other.span.start or other.span.end <= one.span.start for other in (*taken, *kept)):
            kept.append(one)
    return kept


def _symbols(text: str, language: Language | None) -> Iterator[Named]:
    """Symbols in full, numbers in their clause, and numbers with a stroke alone, which are taken for resolutions."""
    raised = text.upper()
    printed = printed_symbols(text, language) or (printed_symbols(raised) if len(raised) == len(text) else [])
    for one in printed:
        yield Named("symbol", Span(one.start, one.end), (one.symbol,))
    taken = [(one.start, one.end) for one in printed]
    for each in [language] if language else Language:
        for mention in find_mentions(text, each, taken):
            if mention.symbols:
                start = min(mention.number.start, mention.word[0] if mention.word else len(text))
                end = max(mention.number.end, mention.word[1] if mention.word else 0)
                values = mention.symbols[:1] if mention.sure else tuple(mention.symbols)
                yield Named("symbol", Span(start, end), values)
    for match in _BARE_NUMBER.finditer(text):
        values = tuple(map(str, resolve_symbol(match.group())))
        if values:
            yield Named("symbol", Span(*match.span()), values)


def _dates(text: str, language: Language | None) -> Iterator[Named]:
    """Whole days, and months with their year."""
    for day in find_days(text):
        yield Named("date", day.span, (day.iso,))
    for each in [language] if language else Language:
        for start, end, reading in find_dates(text, each):
            first = reading.days[0]
            if first.year and first.month and not first.day and first.exists:
                yield Named("date", Span(start, end), (f"{first.year:04}-{first.month:02}",))


def _years(text: str) -> list[Named]:
    return [Named("year", Span(*match.span()), (match.group(),)) for match in _YEAR.finditer(text)]


class _Name(NamedTuple):
    """What a name stands for; ``printed`` is set where its case must be right."""

    kind: str
    id: str
    printed: str


def _looked_up(text: str) -> str:
    """A folded text as names are looked up in it, each letter in its place."""
    return without_accents(text.translate(ARABIC_LETTERS))


@cache
def _table() -> tuple[AhoCorasick, list[str], Mapping[str, list[_Name]]]:
    """The automaton of all names, the names in its order, and what each stands for."""
    names: dict[str, list[_Name]] = defaultdict(list)
    for language in Language:
        for state in state_names(language):
            if state.form is not StateNameForm.ADJECTIVE:
                case = state.text if state.form is StateNameForm.ABBREVIATION else ""
                names[_looked_up(fold(state.text))].append(_Name("state", state.state, case))
        for treaty in treaty_names(language):
            if treaty.form in _TREATY_FORMS:
                case = treaty.text if treaty.form is NameForm.ABBREVIATION else ""
                names[_looked_up(fold(treaty.text))].append(_Name("treaty", treaty.treaty, case))
    texts = sorted(names)
    return AhoCorasick(texts), texts, names


def _names(text: str) -> Iterator[Named]:
    """Names of States and treaties that stand as whole words, and codes of States in capitals."""
    folded, offsets = fold_with_offsets(text)
    plain = _looked_up(folded)
    automaton, texts, names = _table()
    for index, start, end in find_words(automaton, plain, overlapping=True):
        if not _stands_alone(plain, start, end):
            continue
        low, high = offsets[start], offsets[end - 1] + 1
        printed = text[low:high]
        fitting = [name for name in names[texts[index]] if _fits(name, printed, plain)]
        for kind in ("treaty", "state"):
            values = tuple(dict.fromkeys(name.id for name in fitting if name.kind == kind))
            if values:
                yield Named(kind, Span(low, high), values)
    loud = text.isupper() and len(text.split()) > 1
    for match in _CODE.finditer(text):
        if match.group() in states() and not loud and match.group().lower() not in little_words():
            yield Named("state", Span(*match.span()), (match.group(),))


def _fits(name: _Name, printed: str, plain: str) -> bool:
    """Whether an abbreviation is printed as it must be; one that no one can speak is no common word."""
    if not name.printed or name.printed == printed or len(printed) == len(plain.strip()):
        return True
    return printed.islower() and len(printed) > len("us") and not _VOWEL.search(printed)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter stands beside a name; Chinese has no borders, and Arabic joins particles before a name."""
    if is_han(text[start]):
        return True
    after, before = text[end : end + 1], text[start - 1 : start]
    if after.isalnum() and not is_han(after):
        return False
    if not before.isalnum() or is_han(before):
        return True
    return "\u0621" <= text[start] <= "\u064a" and _JOINED.search(text, max(0, start - 3), start) is not None
