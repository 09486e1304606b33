"""The verb ``check``: documents read together, each compared with all that applies to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from verbale.app.accepting import accepted_reasons
from verbale.app.reading import read_incoming
from verbale.app.sources import Incoming
from verbale.check.context import CheckContext
from verbale.check.passages import Passages
from verbale.check.rules import all_rules, find_in
from verbale.errors import BadReference, VerbaleError
from verbale.model.checked import Checked, CheckedFinding, finding_key
from verbale.model.document import Document
from verbale.model.finding import Finding, Severity
from verbale.model.language import Language

_GRAVITY = {severity: place for place, severity in enumerate(Severity)}


def rule_titles() -> Mapping[str, str]:
    """Every rule of checking by id, with what it looks for."""
    return {rule.id: rule.title for rule in all_rules()}


def get_rules(names: Sequence[str]) -> frozenset[str]:
    """The ids of the rules named, by whole id (``references/date``) or by the part before the slash; all for none.

    Raises ``BadReference`` with the names there are for one that is no rule.
    """
    ids = rule_titles()
    chosen: set[str] = set()
    for name in names:
        mine = {one for one in ids if one == name or one.partition("/")[0] == name}
        if not mine:
            groups = ", ".join(dict.fromkeys(one.partition("/")[0] for one in ids))
            raise BadReference(name, f"no rule; name a group ({groups}) or one of its rules, as references/date")
        chosen |= mine
    return frozenset(chosen or ids)


@dataclass(frozen=True, slots=True)
class CheckedSource:
    """A source with the document that was made of it and what was found there."""

    incoming: Incoming
    checked: Checked


def check_sources(
    found: Sequence[Incoming], rules: Collection[str]
) -> tuple[list[CheckedSource], list[tuple[Incoming, VerbaleError]]]:
    """Read all sources and check each; what could not be read comes with its error.

    Sources of one symbol are versions of one document and are compared; a resolution among the sources is what the
    others' citations of it are compared with, and a treaty or an opinion what they quote of it. Findings of other
    rules are left out; what reading itself found stays.
    """
    failures: list[tuple[Incoming, VerbaleError]] = []
    read: list[tuple[Incoming, Document]] = []
    for incoming in found:
        try:
            read.append((incoming, read_incoming(incoming)))
        except VerbaleError as error:
            failures.append((incoming, error))
    checked = check_documents([document for _, document in read], rules, [accepted_reasons(one) for one, _ in read])
    return [CheckedSource(one, each) for (one, _), each in zip(read, checked, strict=True)], failures


def check_documents(
    documents: Sequence[Document], rules: Collection[str], accepted: Sequence[Mapping[str, str]] = ()
) -> list[Checked]:
    """Check documents that were read, as ``check_sources`` does.

    ``accepted`` has, for each document, the reasons for which findings were accepted, by their keys.
    """
    found: dict[int, list[Finding]] = {id(one): list(one.findings) for one in documents}
    for document, finding in _all_findings(documents):
        if finding.rule in rules:
            found[id(document)].append(finding)
    reasons = accepted or [{} for _ in documents]
    return [_checked(one, found[id(one)], known) for one, known in zip(documents, reasons, strict=True)]


def _all_findings(documents: Sequence[Document]) -> Iterator[tuple[Document, Finding]]:
    """Each document by itself, and once for each symbol its versions compared."""
    known = {one.facts.symbol: one for one in documents if one.facts.symbol}
    passages = Passages(documents) if len(documents) > 1 else None
    groups: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        groups[document.facts.symbol or document.source.sha256].append(document)
    for members in groups.values():
        by_name = {member.source.name: member for member in members}
        versions = {one.language: one for one in members if one.language is not None}
        for place, document in enumerate(members):
            others = _others(versions, document) if place == 0 and len(members) > 1 else {}
            for name, findings in find_in(CheckContext(document, others, known, passages)).items():
                for finding in findings:
                    yield by_name.get(name, document), finding


def _others(versions: Mapping[Language, Document], document: Document) -> Mapping[Language, Document]:
    return {language: one for language, one in versions.items() if language is not document.language}


def _checked(document: Document, findings: Sequence[Finding], reasons: Mapping[str, str]) -> Checked:
    """The findings in reading order, each with its key and, where it was accepted, the reason."""
    order = {node.ref: place for place, node in enumerate(document.nodes)}
    kept = sorted(findings, key=lambda one: (order.get(one.ref, -1), one.start, one.rule, one.message))
    keys = [finding_key(document, finding) for finding in kept]
    return Checked(
        document, tuple(CheckedFinding(one, key, reasons.get(key, "")) for one, key in zip(kept, keys, strict=True))
    )


def at_least(checked: Sequence[Checked], least: Severity) -> tuple[list[Checked], int]:
    """What is found of a severity or a graver one, and how many findings that leaves out."""
    kept = [
        Checked(one.document, tuple(each for each in one.found if _GRAVITY[each.finding.severity] <= _GRAVITY[least]))
        for one in checked
    ]
    return kept, sum(len(one.found) for one in checked) - sum(len(one.found) for one in kept)


def count_findings(checked: Sequence[Checked]) -> Mapping[Severity, int]:
    """How many findings of each severity stand, those that were accepted left out."""
    counts = dict.fromkeys(Severity, 0)
    for one in checked:
        for found in one.found:
            counts[found.finding.severity] += not found.accepted
    return counts
