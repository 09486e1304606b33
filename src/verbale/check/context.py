"""The frame of checking: what a rule is, what it needs, and what it is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from verbale.check.passages import Passages
from verbale.model.document import Document
from verbale.model.finding import Finding, Severity
from verbale.model.language import Language


class Need(StrEnum):
    """What a rule set must be given."""

    DOCUMENT = "document"
    VERSIONS = "versions"


@dataclass(frozen=True, slots=True)
class CheckContext:
    """What is checked. ``document`` is the one that was asked about; ``versions`` are its other languages.

    ``known`` are other documents by symbol, such as the resolutions that it cites; ``passages`` are the paragraphs of
    all texts at hand, from which it may quote.
    """

    document: Document
    versions: Mapping[Language, Document]
    known: Mapping[str, Document] = field(default_factory=dict)
    passages: Passages | None = None

    def gives(self, need: Need) -> bool:
        """Whether a need is met."""
        return need is Need.DOCUMENT or bool(self.versions)


@dataclass(frozen=True, slots=True)
class Example:
    """Short texts in United Nations form, one a document; ``known`` are those of documents that they cite."""

    texts: tuple[str, ...]
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that is looked for.

    ``severity`` is the gravest a finding of it may have; ``fires`` is an example on which it must fire, ``silent`` one
    like it on which it must not.
    """

    id: str
    severity: Severity
    title: str
    fires: Example
    silent: Example


Findings = Mapping[str, Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Rules that are run together. ``find`` gives findings by the name of the source they are about. Never raises."""

    needs: frozenset[Need]
    rules: tuple[Rule, ...]
    find: Callable[[CheckContext], Findings]
