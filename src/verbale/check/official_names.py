"""Names compared with the official ones of their language and day, and one thing under several names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from verbale.check.claim_context import ClaimContext, Sentence
from verbale.check.context import CheckContext, Example, Findings, Need, Rule, RuleSet
from verbale.check.counts_claimed import plain_treaties
from verbale.check.example_texts import report_with
from verbale.lexicon.claiming import confusable_names
from verbale.lexicon.folding import fold
from verbale.lexicon.naming import state_name, treaty_name
from verbale.lexicon.states import state_names
from verbale.lexicon.treaties import NameForm, treaty_names
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.finding import Finding, Severity
from verbale.model.language import Language

_WHOLE_NAMES = frozenset({NameForm.OFFICIAL, NameForm.ALIAS, NameForm.SHORT})
_OPENING_MARKS = "(（"
_SEVERAL = 2  # names of one treaty from which on it is worth saying
_STEM = 5  # letters that inflection leaves


def find_terms(context: CheckContext) -> Findings:
    """Names that are not the official ones, or not the same throughout. Never raises."""
    view = ClaimContext(context.document)
    sentences = list(view.sentences())
    found = [
        *(one for sentence in sentences for one in _bodies(view, sentence)),
        *(one for sentence in sentences for one in _former(view, sentence)),
        *_several_names(view, sentences),
    ]
    return {context.document.source.name: found}


def _bodies(view: ClaimContext, sentence: Sentence) -> Iterator[Finding]:
    """A name that is taken for that of another body."""
    text = sentence.node.text
    for name in confusable_names(sentence.language):
        start = text.find(name.text, sentence.start, sentence.end)
        if start >= 0 and not any(text.startswith(longer, start) for longer in name.longer):
            message = (
                f"“{name.text}” names no body; “{name.official}” is the Conference on Disarmament, which meets "
                "in Geneva. Where another meeting is meant, held by the United Nations, print its name."
            )
            at = (sentence.node.ref, start, start + len(name.text))
            yield view.finding("terms/body", Severity.WARNING, at, message)


@cache
def _former_names(language: Language) -> Mapping[tuple[str, str], str]:
    """Names that States no longer bear, with the last day on which they did."""
    found: dict[tuple[str, str], str] = {}
    current = set()
    for name in state_names(language):
        key = (name.state, fold(name.text))
        # “Palestine” lives on in “State of Palestine”: it is the name of a place too.
        if name.until and key[1][:_STEM] not in fold(state_name(name.state, language)):
            found[key] = name.until
        elif not name.until:
            current.add(key)
    return MappingProxyType({key: day for key, day in found.items() if key not in current})


def _former(view: ClaimContext, sentence: Sentence) -> Iterator[Finding]:
    day = view.day(sentence.node.ref)
    for one in sentence.of(AnnotationKind.STATE):
        state = str(one.value["iso3"])
        ended = _former_names(sentence.language).get((state, fold(one.text)))
        own = state_name(state, sentence.language)
        # A State that has ended has no other name; what is told of its time keeps its name.
        if ended and day > ended and own != state and not one.value.get("in_treaty_name"):
            message = f"“{one.text}” was the name up to {ended}; on {day} the State is “{own}”."
            yield view.finding("terms/state", Severity.WARNING, one, message)


def _several_names(view: ClaimContext, sentences: list[Sentence]) -> Iterator[Finding]:
    """A treaty under several names, those left aside that are introduced somewhere in brackets."""
    used: dict[tuple[str, Language], dict[str, Annotation]] = defaultdict(dict)
    introduced: set[str] = set()
    for sentence in sentences:
        whole = _whole_names(sentence.language)
        for one in plain_treaties(sentence):
            if sentence.node.text[: one.start].rstrip('《“"').endswith(tuple(_OPENING_MARKS)):
                introduced.add(fold(one.text))
            elif fold(one.text) in whole:
                used[str(one.value["id"]), sentence.language].setdefault(fold(one.text), one)
    for (treaty, language), every in used.items():
        names = {text: one for text, one in every.items() if text not in introduced}
        if len(names) >= _SEVERAL:
            own = treaty_name(treaty, language)
            listed = ", ".join(f"“{one.text}” ({one.ref})" for one in names.values())
            other = [one for one in names.values() if fold(one.text) != fold(own)]
            message = f"{treaty} has {len(names)} names here: {listed}. The official one is “{own}”."
            others = (one for one in names.values() if one is not other[0])
            yield view.finding("terms/several-names", Severity.NOTE, other[0], message, *others)


@cache
def _whole_names(language: Language) -> frozenset[str]:
    return frozenset(fold(name.text) for name in treaty_names(language) if name.form in _WHOLE_NAMES)


_NAMED = "1. Delegates went to the {}, held in Niigata.\n"
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
        Example((report_with("met the Government of Swaziland"),)),
        Example((report_with("met the Government of Eswatini"),)),
    ),
    Rule(
        "terms/several-names",
        Severity.NOTE,
        "one treaty under several names",
        Example(("1. 《全面禁止核试验条约》尚未生效。\n\n2. 各国讨论了《全面核禁试条约》。\n",)),
        Example(("1. 《全面禁止核试验条约》尚未生效。\n\n2. 各国讨论了《全面禁止核试验条约》。\n",)),
    ),
)

TERMS = RuleSet(frozenset({Need.DOCUMENT}), _RULES, find_terms)
"""Names of States, treaties and bodies."""
