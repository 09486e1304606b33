"""Steps, terms and figures of a status in words of one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from verbale.lexicon.naming import state_name, status_sentence, status_term
from verbale.model.language import Language
from verbale.model.status import ExplanationStep, Status

_COMMAS: Mapping[Language, str] = {Language.ZH: "、", Language.AR: "، "}
# What fills these places is an id with a term of its own.
_TERMS = frozenset({"kind", "held", "period", "property"})


def step_text(step: ExplanationStep, language: Language) -> str:
    """A step as one sentence, names and terms in the language, dates in ISO 8601."""
    filled = {name: _filled(name, value, language) for name, value in step.values.items()}
    return status_sentence(step.key, language).format_map(filled | {"note": step.note})


def step_place(step: ExplanationStep) -> str:
    """Where a step rests: source and place, and the note of its row, which is in the language of the table."""
    whence = ", ".join(filter(None, (step.source, step.place)))
    note = step.note if step.key != "history" else ""
    return "; ".join(filter(None, (whence, note)))


def listed(states: Iterable[str], language: Language) -> str:
    """Names of States in the order of their names, with the comma of the language."""
    return _COMMAS.get(language, ", ").join(sorted(state_name(state, language) for state in states))


def held(acts_held: str, language: Language) -> str:
    """``all``, ``until DATE`` or ``none`` in words."""
    word, _, day = acts_held.partition(" ")
    return status_term(word, language).format(date=day)


def headline(status: Status, language: Language) -> str:
    """In force or not, since when and until when."""
    since, until = status.in_force_since or "", status.in_force_until or ""
    if status.in_force:
        key = "in_force_bounded" if until else "in_force"
    elif until and until < status.as_of:
        key = "ended_on"
    else:
        key = "enters_on" if since else "not_in_force"
        key = "proposed" if any(step.key == "proposal" for step in status.why) else key
    return status_term(key, language).format(date=since, until=until)


def _filled(name: str, value: str | int | tuple[str, ...], language: Language) -> str:
    if name == "state":
        return state_name(str(value), language)
    if name == "acts_held":
        return held(str(value), language)
    if isinstance(value, tuple):
        return listed(value, language) if name == "states" else _kinds(value, language)
    return status_term(value, language) if name in _TERMS and isinstance(value, str) else str(value)


def _kinds(kinds: Iterable[str], language: Language) -> str:
    """``ratification:171`` or a bare kind, each with its term."""
    parts = (kind.partition(":") for kind in kinds)
    return _COMMAS.get(language, ", ").join(
        f"{status_term(kind, language)} {number}".rstrip() for kind, _, number in parts
    )
