"""The language versions of one document compared with each other: the whole way from documents to differences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from verbale.concord.aligned_row import AlignedRow
from verbale.concord.difference_words import difference_of, named
from verbale.concord.merging import rows_of
from verbale.concord.paragraph_map import Odd, find_in_map
from verbale.concord.row_values import find_in_values
from verbale.model.concordance import Aspect, Concordance, Difference, DifferenceKind, LanguageVersion
from verbale.model.document import Document
from verbale.model.finding import Finding, Place, Severity
from verbale.model.language import Language
from verbale.model.node import NodeKind
from verbale.model.span import Span

_ORDER = tuple(Language)
_FEW = 2  # loose paragraphs that one version lacks: with more, the versions are cut differently


def find_concordance(documents: Mapping[Language, Document]) -> Concordance:
    """Compare at least two versions, by language. Never raises."""
    ordered = {language: documents[language] for language in _ORDER if language in documents}
    rows = rows_of(ordered)
    places = {id(row): place for place, row in enumerate(rows)}
    odd = [*find_in_map(rows), *find_in_values(rows)]
    odd.sort(key=lambda one: places[id(one.row)])
    loose = {id(one) for one in odd if _is_loose(one)}
    # What a State says is never taken for a table: there a paragraph that is missing is told as such.
    firm = any(document.replies or document.profile == "reply" for document in ordered.values())
    doubtful = loose if len(loose) > _FEW and not firm else set()
    first = ordered.get(Language.EN) or next(iter(ordered.values()))
    symbols = Counter(document.facts.symbol for document in ordered.values() if document.facts.symbol)
    return Concordance(
        symbols.most_common(1)[0][0] if symbols else "",
        first.facts.title or "",
        tuple(_version(document, language, rows) for language, document in ordered.items()),
        sum(not row.pooled for row in rows),
        _compared(rows),
        (*_left_out(ordered, rows), *_doubted(len(doubtful))),
        tuple(difference_of(one, doubtful=id(one) in doubtful) for one in odd),
    )


def _is_loose(odd: Odd) -> bool:
    """Whether a paragraph that some version lacks has no number in any, and is none of a preamble.

    Several such in one document tell that the versions cut tables or an annex differently, not that text is missing.
    """
    if odd.aspect is not Aspect.PARAGRAPH or odd.kind not in (DifferenceKind.MISSING, DifferenceKind.ADDED):
        return False
    units = [unit for held in odd.row.cells.values() for unit in held]
    return not any(unit.label or unit.node.number or unit.node.kind is NodeKind.PREAMBLE for unit in units)


def _doubted(count: int) -> Iterator[str]:
    if count:
        yield (
            f"{count} pieces without a number answer to none in another version, as where tables or annexes are cut "
            "differently: whether text is missing there is not told."
        )


def _version(document: Document, language: Language, rows: Sequence[AlignedRow]) -> LanguageVersion:
    units = [unit for row in rows for unit in row.cells[language]]
    values = sum(value.firm for unit in units for value in unit.values)
    return LanguageVersion(language, document.source.name, document.source.sha256, len(units), values)


def _compared(rows: Sequence[AlignedRow]) -> tuple[tuple[Aspect, int], ...]:
    counts: Counter[Aspect] = Counter()
    for row in rows:
        for unit in (unit for units in row.cells.values() for unit in units):
            counts[Aspect.PARAGRAPH] += not row.pooled
            counts[Aspect.LABEL] += bool(unit.label)
            counts[Aspect.FOOTNOTE] += len(unit.node.notes)
            counts[Aspect.LINK] += len(unit.links)
            counts.update(value.aspect for value in unit.values if value.firm)
    return tuple((aspect, counts[aspect]) for aspect in Aspect)


def _left_out(documents: Mapping[Language, Document], rows: Sequence[AlignedRow]) -> Iterator[str]:
    absent = [language for language in _ORDER if language not in documents]
    if absent:
        yield f"No version in {named(absent)} was given."
    yield "Words are not compared, only what does not depend on the language; a translation is not judged."
    yield "Running heads and feet, and the day of distribution in the masthead, are left out."
    yield "Symbols of corrigenda are left out: these are issued in the languages that need one."
    bare = [one for one in documents if not any(unit.links for row in rows for unit in row.cells[one])]
    if bare:
        yield f"No links were compared in {named(bare)}: the source has none."
    for language, document in documents.items():
        if document.coverage.unaccounted:
            yield f"{document.coverage.unaccounted} characters of {named([language])} were not read into paragraphs."
        errors = sum(finding.severity is Severity.ERROR for finding in document.findings)
        if errors:
            yield f"Reading {named([language])} met {errors} errors: what stands there may be missing here."


def findings_of(concordance: Concordance) -> Mapping[str, tuple[Finding, ...]]:
    """The differences as findings of each source: those that stand apart, all of them where no majority tells."""
    sources = {version.language: version.source for version in concordance.versions}
    found: dict[str, list[Finding]] = {version.source: [] for version in concordance.versions}
    for one in concordance.differences:
        for language in one.apart or tuple(sources):
            found[sources[language]].append(_finding(one, language, sources))
    return {source: tuple(findings) for source, findings in found.items()}


def _finding(one: Difference, language: Language, sources: Mapping[Language, str]) -> Finding:
    mine = next((side for side in one.sides if side.language is language), None)
    related = tuple(
        Place(sources[side.language], side.ref, *_extent(side.highlighted, side.text))
        for side in one.sides
        if side.ref and side.language is not language
    )
    start, end = _extent(mine.highlighted, mine.text) if mine else (0, 0)
    rule = f"concord/{one.kind.name.lower()}"
    return Finding(rule, one.severity, one.message, mine.ref if mine else "", start, end, related=related)


def _extent(highlighted: Sequence[Span], text: str) -> tuple[int, int]:
    """The first of the highlighted words, or the whole text."""
    return (highlighted[0].start, highlighted[0].end) if highlighted else (0, len(text))
