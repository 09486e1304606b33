"""The verb ``concord``: the language versions of one document, or of every document of a folder, side by side."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from verbale.app.reading import read_incoming
from verbale.app.sources import Incoming
from verbale.concord.version_comparison import find_concordance
from verbale.errors import NotComparable, VerbaleError
from verbale.model.concordance import Concordance
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.source import MediaType
from verbale.read.limits import Limits

_FEWEST = 2  # versions that can be compared
_LANGUAGES = {language.value for language in Language}
_JOB = re.compile(r"(?i)[-_ ]*(?:\d{7}[a-z]?|reissue)")
_LETTER = re.compile(r"(?<=\d)(?:[A-Z]?)[-_ ][A-Z]$")
_JOINT = re.compile(r"[\W_]+")
# Of two files of one version the one is read that says more of its build.
_BETTER = (
    *(MediaType.RTF, MediaType.DOC, MediaType.TEXT, MediaType.HTML),
    *(MediaType.PDF, MediaType.ODT, MediaType.DOCX, MediaType.AKN),
)


@dataclass(frozen=True, slots=True)
class Failure:
    """A source of which no version could be made, and why."""

    incoming: Incoming
    reason: str


@dataclass(frozen=True, slots=True)
class ConcordResult:
    """What came of some sources: concordances, sources that answer to no other, and failures."""

    concordances: tuple[Concordance, ...] = ()
    alone: tuple[tuple[Incoming, str], ...] = ()
    failures: tuple[Failure, ...] = ()


def concord_versions(sources: Iterable[Incoming], limits: Limits | None = None) -> Concordance:
    """The concordance of sources that are taken for versions of one document, whatever their symbols.

    Raises a ``ReadFailed``, or ``NotComparable`` where a language is unknown or comes twice, or there is one only.
    """
    return concord_documents((incoming.shown, read_incoming(incoming, limits=limits)) for incoming in sources)


def concord_documents(read: Iterable[tuple[str, Document]]) -> Concordance:
    """The concordance of documents that were read, each with the name that it has in messages.

    Raises ``NotComparable`` as ``concord_versions`` does.
    """
    documents: dict[Language, Document] = {}
    for name, document in read:
        language = document.language
        if language is None:
            raise NotComparable(name, "no official language is known by its words; name another source")
        if language in documents:
            before = documents[language].source.name
            raise NotComparable(name, f"is in the language of {before}; name one source a language")
        documents[language] = document
    if len(documents) < _FEWEST:
        raise NotComparable("concord", "at least two versions are needed; name more sources, or a folder")
    concordance = find_concordance(documents)
    symbols = sorted({one.facts.symbol for one in documents.values() if one.facts.symbol})
    if len(symbols) > 1:
        told = f"The sources carry different symbols: {', '.join(symbols)}."
        concordance = replace(concordance, left_out=(told, *concordance.left_out))
    return concordance


def concord_folder(found: Sequence[Incoming], jobs: int | None = None) -> Iterator[tuple[int, ConcordResult]]:
    """Group sources by symbol and compare each group, on all cores; yields how many sources are done, and what came.

    Sources are put together by their names first, so that few are read twice, and by the symbols they carry then.
    The order of what is yielded depends on nothing but the names.
    """
    groups: dict[str, list[Incoming]] = defaultdict(list)
    for incoming in found:
        groups[name_key(incoming.name)].append(incoming)
    waiting: dict[str, list[Incoming]] = defaultdict(list)
    sets = [tuple(group) for _, group in sorted(groups.items())]
    with ProcessPoolExecutor(max_workers=jobs or os.cpu_count()) as pool:
        for group, outcome in zip(sets, pool.map(concord_group, sets), strict=True):
            for incoming, symbol in outcome.alone:
                waiting[symbol].append(incoming)
            yield len(group) - len(outcome.alone), replace(outcome, alone=())
        again = [tuple(group) for symbol, group in sorted(waiting.items()) if symbol and len(group) >= _FEWEST]
        for group, outcome in zip(again, pool.map(concord_group, again), strict=True):
            yield len(group), outcome
    left = tuple(
        (incoming, symbol)
        for symbol, group in sorted(waiting.items())
        for incoming in group
        if not symbol or len(group) < _FEWEST
    )
    yield len(left), ConcordResult(alone=left)


def name_key(name: str) -> str:
    """What the names of the versions of one document have in common: no language, no job number, no ending."""
    path = PurePosixPath(name)
    stem = _LETTER.sub("", _JOB.sub("", path.stem))
    parts = [part for piece in (*path.parts[:-1], stem) for part in _JOINT.split(piece.lower())]
    return "/".join(part for part in parts if part and part not in _LANGUAGES)


def concord_group(group: Sequence[Incoming]) -> ConcordResult:
    """Read the sources that belong together by name, and compare those that carry one symbol."""
    failures: list[Failure] = []
    versions: dict[str, list[tuple[Incoming, Document]]] = defaultdict(list)
    for incoming in group:
        try:
            document = read_incoming(incoming)
        except VerbaleError as error:
            failures.append(Failure(incoming, str(error)))
            continue
        if document.language is None:
            failures.append(Failure(incoming, "no official language is told by its words"))
        else:
            versions[document.facts.symbol or ""].append((incoming, document))
    if "" in versions and len(versions) == _FEWEST:
        nameless = versions.pop("")
        next(iter(versions.values())).extend(nameless)
    compared, alone = [], []
    for symbol, members in sorted(versions.items()):
        chosen, passed_over = _one_each(members)
        if len(chosen) < _FEWEST:
            alone += [(incoming, symbol) for incoming, _ in members]
        else:
            concordance = find_concordance(chosen)
            compared.append(replace(concordance, left_out=(*passed_over, *concordance.left_out)))
    return ConcordResult(tuple(compared), tuple(alone), tuple(failures))


def _one_each(members: Sequence[tuple[Incoming, Document]]) -> tuple[dict[Language, Document], list[str]]:
    """One document for each language: of several the one of the best type, of these the last by name."""
    ranked = sorted(members, key=lambda one: (_BETTER.index(one[1].source.media_type), one[0].name))
    chosen = {document.language: document for _, document in ranked if document.language is not None}
    kept = {id(document) for document in chosen.values()}
    return chosen, [
        f"{incoming.name} was passed over for {chosen[document.language].source.name}, of the same language."
        for incoming, document in members
        if document.language is not None and id(document) not in kept
    ]
