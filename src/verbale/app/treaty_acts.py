"""What stands behind a treaty's status: the acts that are counted, the course of the years, what is disputed.

Everything here is derived from the register alone, so answers are kept by what was asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from verbale.errors import BadReference
from verbale.model.act import Act, ActKind, Stance
from verbale.model.language import Language
from verbale.model.status import CountedAct, ExplanationStep, Status
from verbale.register.acts import find_acts
from verbale.register.asking import get_state, get_treaty, parse_as_of
from verbale.register.counted_acts import COUNTS, find_counted, find_disputed_acts, find_standing_acts
from verbale.register.fact_tables import FactSource, fact_sources
from verbale.register.happenings import act_line
from verbale.register.status_as_of import status_of
from verbale.register.suppose import parse_supposition, supposable_kinds, write_supposed
from verbale.register.treaty_history import TreatyHistory, build_history, history_of
from verbale.register.treaty_rules import Condition, InstrumentKind, treaty_rules
from verbale.render.act_chart import ActChart, ActYear
from verbale.render.wording import step_text

COUNT_KINDS = COUNTS
"""The counts whose acts ``get_counted`` lists."""
_FIRST_DAY = "0001-01-01"
_KEPT = 64  # histories with suppositions that are kept


def get_treaty_id(name: str) -> str:
    """The id of a treaty by any of its names. Raises ``BadReference`` with the nearest names when there is none."""
    return get_treaty(name)


def get_day(text: str) -> str:
    """A day in full. Raises ``BadReference`` when it is none."""
    return parse_as_of(text)


def can_be_supposed(treaty: str) -> bool:
    """Whether acts can be supposed towards a treaty, by its id: a proposal and a declared status know none."""
    return treaty_rules()[treaty].form not in (InstrumentKind.PROPOSAL, InstrumentKind.STATUS)


def find_kinds() -> tuple[ActKind, ...]:
    """The kinds of act that can be supposed."""
    return supposable_kinds()


def parse_act(treaty: str, before: str, state: str, kind: str, day: str) -> str:
    """What is supposed with one more act, as text. Raises ``BadReference`` for what is no act that can be done."""
    if kind not in set(ActKind):
        raise BadReference(kind, "no kind of act")
    one = write_supposed(get_state(state), ActKind(kind), parse_as_of(day))
    text = f"{before}, {one}" if before else one
    parse_supposition(treaty, text)
    return text


def split_supposition(treaty: str, text: str) -> tuple[tuple[Act, str], ...]:
    """Each act that is supposed, with the text of it alone. Raises ``BadReference`` as ``get_status`` does."""
    return tuple((act, write_supposed(act.state, act.kind, act.date)) for act in parse_supposition(treaty, text))


@lru_cache(maxsize=_KEPT)
def _supposed_history(treaty: str, supposed: str) -> TreatyHistory:
    return build_history(treaty, parse_supposition(treaty, supposed))


def _history(treaty: str, supposed: str) -> TreatyHistory:
    return _supposed_history(treaty, supposed) if supposed else history_of(treaty)


def get_status_on(treaty: str, day: str, supposed: str = "") -> Status:
    """The status of a treaty (its id) at the end of a day, with what is supposed, explained."""
    return status_of(_history(treaty, supposed), day)


def get_counted(treaty: str, day: str, count: str, supposed: str = "") -> tuple[CountedAct, ...]:
    """The acts behind one of ``COUNT_KINDS`` of a treaty (its id) on a day, one a State."""
    return find_counted(_history(treaty, supposed), day, count)


def get_standings(treaty: str, day: str, supposed: str = "") -> tuple[CountedAct, ...]:
    """Every State on a day, with the act that its standing rests on; none where States cannot be counted."""
    return find_standing_acts(_history(treaty, supposed), day)


def get_disputed(treaty: str, day: str, supposed: str = "") -> tuple[CountedAct, ...]:
    """The disputed acts up to a day, each with the standing that they put in doubt."""
    return find_disputed_acts(_history(treaty, supposed), day)


@lru_cache(maxsize=_KEPT)
def get_span(treaty: str, day: str, today: str, supposed: str = "") -> tuple[str, str]:
    """The days from the opening of a treaty to ``today``, or to the last change ahead; ``day`` lies within."""
    rule = treaty_rules()[treaty]
    days = [each for each in _history(treaty, supposed).days if each > _FIRST_DAY]
    first = rule.treaty.opened or min((act.date for act in find_acts(treaty)), default=days[0])
    return min(first, day), max(day, today, days[-1])


@lru_cache(maxsize=_KEPT)
def get_chart(treaty: str, day: str, today: str, title: str, supposed: str = "") -> ActChart | None:
    """The acts towards a treaty over the years, up to ``today`` or the last act supposed; none where none are held."""
    history = _history(treaty, supposed)
    last = max([today, *(act.date for act in history.acts if act.stance is Stance.SUPPOSED)])
    years = _act_years(treaty, last, supposed)
    if not years:
        return None
    needs = [each.number for each in history.rule.requirements if each.condition is Condition.INSTRUMENTS]
    return ActChart(title, years, day, needs[0] if len(needs) == 1 else None, history.entry.date)


@lru_cache(maxsize=_KEPT)
def _act_years(treaty: str, last: str, supposed: str) -> tuple[ActYear, ...]:
    history = _history(treaty, supposed)
    acts = [act.date for act in history.acts if act.stance is not Stance.ALSO]
    if not acts:
        return ()
    ends = [each.end for party in history.parties.values() for each in party.consents if each.end]
    found = []
    for year in range(int(min(acts)[:4]), int(last[:4]) + 1):
        counts = history.situation(min(f"{year}-12-31", last)).counts
        if counts.signatures is None or counts.deposited is None:
            break
        gone = sum(end[:4] == str(year) for end in ends)
        found.append(ActYear(year, counts.signatures, counts.deposited, gone))
    return tuple(found)


def find_circle(treaty: str) -> frozenset[str]:
    """The States that a treaty is made for or that its entry into force waits for; empty where it is open to all."""
    return frozenset(treaty_rules()[treaty].circle)


def find_key(act: Act) -> str:
    """What names the statement of an act in addresses; empty for one that is supposed."""
    return "" if act.stance is Stance.SUPPOSED else _key(act)


@lru_cache(maxsize=8192)
def _key(act: Act) -> str:
    return act_line(act).key


def all_sources() -> Mapping[str, FactSource]:
    """Every source of the register by its id."""
    return fact_sources()


def write_steps(steps: Sequence[ExplanationStep], language: Language) -> tuple[str, ...]:
    """The sentence of each step in a language."""
    return tuple(step_text(step, language) for step in steps)
