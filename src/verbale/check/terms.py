"""Names held against the official ones of their language and day, and one thing under several names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from verbale.check.counts_claimed import plain_treaties
from verbale.check.frame import Example, Findings, Matter, Need, Rule, RuleSet
from verbale.check.standpoint import Sentence, Standpoint
from verbale.lexicon import fold, read_words
from verbale.lexicon.claiming import confusable_names
from verbale.lexicon.naming import state_name, treaty_name
from verbale.lexicon.treaties import NameForm, treaty_names
from verbale.model import Annotation, AnnotationKind, Finding, Language, Severity

_WHOLE_NAMES = frozenset({NameForm.OFFICIAL, NameForm.ALIAS})
_OPENING_MARKS = "(（"
_SEVERAL = 2


def find_terms(matter: Matter) -> Findings:
    """Names that are not the official ones, or not the same throughout. Never raises."""
    view = Standpoint(matter.document)
    sentences = list(view.sentences())
    found = [
        *(one for sentence in sentences for one in _bodies(view, sentence)),
        *(one for sentence in sentences for one in _former(view, sentence)),
        *_several_names(view, sentences),
    ]
    return {matter.document.source.name: found}


def _bodies(view: Standpoint, sentence: Sentence) -> Iterator[Finding]:
    """A name that is taken for that of another body."""
    text = sentence.node.text
    for name in confusable_names(sentence.language):
        start = text.find(name.text, sentence.start, sentence.end)
        if start >= 0:
            message = (
                f"“{name.text}” is the name of no body; “{name.official}” is the Conference on Disarmament, which meets in "
                "Geneva. Where a meeting on disarmament issues held by the United Nations is meant, print its own name."
            )
            at = (sentence.node.ref, start, start + len(name.text))
            yield view.finding("terms/body", Severity.WARNING, at, message)


@cache
def _former_names(language: Language) -> Mapping[tuple[str, str], str]:
    """Names that States no longer bear, with the last day on which they did."""
    found: dict[tuple[str, str], str] = {}
    current = set()
    for row in read_words("state_names"):
        if row["language"] == language:
            key = (row["state"], fold(row["text"]))
            if row["to"]:
                found[key] = row["to"]
            else:
                current.add(key)
    return MappingProxyType({key: day for key, day in found.items() if key not in current})


def _former(view: Standpoint, sentence: Sentence) -> Iterator[Finding]:
    day = view.day(sentence.node.ref)
    for one in sentence.of(AnnotationKind.STATE):
        state = str(one.value["iso3"])
        ended = _former_names(sentence.language).get((state, fold(one.text)))
        if ended and day and day > ended and not one.value.get("in_treaty_name"):
            own = state_name(state, sentence.language)
            message = f"“{one.text}” was the name up to {ended}; on {day} the State is “{own}”."
            yield view.finding("terms/state", Severity.WARNING, one, message)


def _several_names(view: Standpoint, sentences: list[Sentence]) -> Iterator[Finding]:
    """A treaty under several full names, a short one in brackets behind a full one left aside."""
    used: dict[tuple[str, Language], dict[str, Annotation]] = defaultdict(dict)
    for sentence in sentences:
        whole = _whole_names(sentence.language)
        for one in plain_treaties(sentence):
            if fold(one.text) in whole and not sentence.node.text[: one.start].rstrip("《").endswith(
                tuple(_OPENING_MARKS)
            ):
                used[str(one.value["id"]), sentence.language].setdefault(fold(one.text), one)
    for (treaty, language), names in used.items():
        if len(names) >= _SEVERAL:
            own = treaty_name(treaty, language)
            told = ", ".join(f"“{one.text}” ({one.ref})" for one in names.values())
            other = [one for one in names.values() if fold(one.text) != fold(own)]
            message = f"{treaty} has {len(names)} full names here: {told}. The official one is “{own}”."
            yield view.finding(
                "terms/several-names", Severity.NOTE, other[0], message, *(one for one in names.values() if one is not other[0])
            )


@cache
def _whole_names(language: Language) -> frozenset[str]:
    return frozenset(fold(name.text) for name in treaty_names(language) if name.form in _WHOLE_NAMES)


_NAMED = "1. Delegates went to the {}, held in Niigata.\n"
_DATED = (
    "A/77/900\n\nSeventy-seventh session\n\nNuclear disarmament\n\nReport of the Secretary-General\n\nI. Introduction\n\n"
    "1. States met. Replies received after the deadline will be posted on the website.\n\n"
    "II. Information received from Governments\n\nCuba\n\n[Original: Spanish]\n[10 May 2022]\n\nCuba met {}.\n"
)
_RULES = (
    Rule(
        "terms/body",
        Severity.WARNING,
        "a name that is taken for that of another body",
        Example((_NAMED.format("United Nations Conference on Disarmament"),)),
        Example((_NAMED.format("United Nations Conference on Disarmament Issues"),)),
    ),
    Rule(
        "terms/state",
        Severity.WARNING,
        "a name that the State no longer bears",
        Example((_DATED.format("Swaziland"),)),
        Example((_DATED.format("Eswatini"),)),
    ),
    Rule(
        "terms/several-names",
        Severity.NOTE,
        "one treaty under several full names",
        Example(("1. 《全面禁止核试验条约》尚未生效。\n\n2. 各国讨论了《全面核禁试条约》。\n",)),
        Example(("1. 《全面禁止核试验条约》尚未生效。\n\n2. 各国讨论了《全面禁止核试验条约》。\n",)),
    ),
)

TERMS = RuleSet(frozenset({Need.DOCUMENT}), _RULES, find_terms)
"""Names of States, treaties and bodies."""
