"""The States and their names: the one place where ``states.csv`` and ``state_names.csv`` are read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from verbale.lexicon.tables import read_table, read_words
from verbale.model.language import Language
from verbale.model.state import State, StateKind, StateName, StateNameForm


@cache
def states() -> Mapping[str, State]:
    """Every State and organisation of the table by its id, in the order of the table."""
    rows = read_table("states")
    return MappingProxyType(
        {
            row["id"]: State(
                row["id"], row["m49"], StateKind(row["kind"]), row["admitted"], row["ended"], row["successor"]
            )
            for row in rows
        }
    )


@cache
def _names() -> Mapping[Language, tuple[StateName, ...]]:
    found: dict[Language, list[StateName]] = defaultdict(list)
    for row in read_words("state_names"):
        language = Language(row["language"])
        form = StateNameForm(row["form"])
        found[language].append(StateName(row["state"], language, form, row["text"], row["from"], row["to"]))
    return MappingProxyType({language: tuple(names) for language, names in found.items()})


def state_names(language: Language) -> tuple[StateName, ...]:
    """Every name in one language, in the order of the table; those of organisations too."""
    return _names().get(language, ())


def all_state_names(forms: Iterable[StateNameForm]) -> Mapping[str, str]:
    """The ids by name, in all six languages, of the names that are used in one of these ways."""
    wanted = frozenset(forms)
    return {name.text: name.state for language in Language for name in state_names(language) if name.form in wanted}


@cache
def organisations() -> frozenset[str]:
    """The ids that are no States: organisations that are called upon as States are."""
    return frozenset(state.id for state in states().values() if state.is_organisation)
