"""What was translated before: the same passages are offered again, and nearly the same as what they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from verbale.model.language import Language

_NEARLY = 0.9  # ratio of difflib from which on a kept sentence is offered for another


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage and its translation; ``origin`` says where it was used."""

    source_language: Language
    target_language: Language
    source: str
    target: str
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A translation that was made before. ``likeness`` is 1 where the passage is the same but for white space."""

    target: str
    origin: str
    likeness: float


@dataclass(slots=True)
class TranslationMemory:
    """Pairs by language and passage; of several translations of one passage the last counts."""

    _pairs: dict[tuple[Language, Language], dict[str, Pair]] = field(default_factory=dict)

    def add(self, pairs: Iterable[Pair]) -> None:
        """Remember more pairs; empty passages and empty translations are none."""
        for pair in pairs:
            if pair.source.strip() and pair.target.strip():
                known = self._pairs.setdefault((pair.source_language, pair.target_language), {})
                known[_key(pair.source)] = pair

    def pairs(self) -> tuple[Pair, ...]:
        """Everything remembered, by language and passage."""
        return tuple(known[key] for _, known in sorted(self._pairs.items()) for key in sorted(known))

    def find(self, text: str, source: Language, target: Language) -> Offer | None:
        """What was made of the same passage, or of the one most like it from nine tenths on."""
        known = self._pairs.get((source, target), {})
        key = _key(text)
        if same := known.get(key):
            return Offer(same.target, same.origin, 1.0)
        best: tuple[float, Pair] | None = None
        matcher = SequenceMatcher(None, "", key, autojunk=False)
        for other, pair in known.items():
            if not min(len(key), len(other)) / max(len(key), len(other), 1) >= _NEARLY:
                continue
            matcher.set_seq1(other)
            if matcher.quick_ratio() >= _NEARLY and (likeness := matcher.ratio()) >= (best[0] if best else _NEARLY):
                best = (likeness, pair)
        return Offer(best[1].target, best[1].origin, round(best[0], 3)) if best else None


def _key(text: str) -> str:
    return " ".join(text.split())
