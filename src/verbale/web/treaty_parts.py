"""What a treaty's page shows of its status: counts, reasons, readings in dispute, what a supposition would change."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache, partial
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from verbale.app.clock import today
from verbale.app.treaty_acts import (
    COUNT_KINDS,
    all_sources,
    find_key,
    find_kinds,
    get_chart,
    get_disputed,
    write_steps,
)
from verbale.errors import BadReference
from verbale.lexicon.naming import status_term
from verbale.lexicon.states import states
from verbale.lexicon.written import sort_states, write_date
from verbale.model.act import Act
from verbale.model.language import Language
from verbale.model.status import ExplanationStep, PartyLabel, Status
from verbale.render.act_chart import act_chart, act_rows
from verbale.render.chart_marks import ChartClass
from verbale.render.wording import headline, held
from verbale.render.world_map import map_shapes, world_map
from verbale.web.templatetags.written_words import current_language, state_name, treaty_name
from verbale.web.treaty_asking import AddedAct, AskedTreaty

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_COUNTING = {
    "count_signatures": "signatures",
    "count_ratifications": "ratifications",
    "count_accessions": "accessions",
    "count_accessions_refused": "accessions",
    "count_deposited": "deposited",
    "count_in_force": "in_force_for",
}
"""The count that each step with a counting rule explains."""
_ENTRY = ("opened", "not_open", "need_", "rule_", "missing", "met", "unmet", "not_before", "enters_", "would_", "ahead")
_ENTRY_TOO = ("stated", "later_", "waiting", "lasts", "extended", "proposal", "history", "declared_status", "code")
MOST_CLASSES = 6  # labels that a map can tell apart


def days_written(text: str, language: Language) -> str:
    """A sentence of the register with its days as they are written in its language."""
    return _ISO_DAY.sub(lambda found: _day(found[0], language), text)


def days() -> Callable[[str], str]:
    """What writes a day in the language of the interface; a table asks for the language once."""
    return partial(_day, language=current_language())


@lru_cache(maxsize=8192)
def _day(day: str, language: Language) -> str:
    try:
        return write_date(day, language)
    except BadReference:
        return day


def term(key: str) -> str:
    """A term of the register in the language of the interface."""
    return status_term(key, current_language())


def terms(keys: Iterable[str]) -> Mapping[str, str]:
    """Terms by their keys."""
    language = current_language()
    return {str(key): status_term(str(key), language) for key in keys}


def sentence(status: Status) -> str:
    """In force or not, since when and until when, in one line."""
    language = current_language()
    return days_written(headline(status, language), language)


def page_of(asked: AskedTreaty, **changes: str) -> str:
    """The address of a treaty's page as asked, with some parameters set."""
    given = {"on": asked.day.day if asked.day.typed else "", "suppose": asked.supposed, **changes}
    query = urlencode({name: value for name, value in given.items() if value})
    return reverse("treaty", args=[asked.treaty]) + (f"?{query}" if query else "")


@lru_cache(maxsize=8192)
def source_url(source: str, place: str = "") -> str:
    """The page of a source; empty where it is none of the register."""
    if source not in all_sources():
        return ""
    return reverse("source", args=[source]) + (f"?{urlencode({'place': place})}" if place else "")


def act_url(act: Act | None) -> str:
    """The statement of an act; empty where it has none."""
    return statement_url(find_key(act)) if act else ""


@lru_cache(maxsize=8192)
def statement_url(key: str) -> str:
    """The page of a statement; empty for an empty key."""
    return reverse("statement", args=[key]) if key else ""


def counts_of(asked: AskedTreaty) -> list[dict[str, object]]:
    """Each count with its words and the address of the acts that are counted."""
    return [
        {
            "key": key,
            "label": term(key),
            "number": number,
            "url": page_of(asked, count=key) + "#list",
            "chosen": asked.count == key,
        }
        for key in COUNT_KINDS
        if (number := getattr(asked.status.counts, key)) is not None
    ]


def reported_of(status: Status) -> list[dict[str, object]]:
    """Counts that others give where the register has none of its own."""
    return [
        {
            "label": term(str(step.values["property"])),
            "number": step.values["value"],
            "day": step.values["date"],
            "source": step.source,
            "url": source_url(step.source, step.place),
        }
        for step in status.why
        if step.key == "reported_only"
    ]


def reasons_of(asked: AskedTreaty) -> dict[str, list[dict[str, object]]]:
    """The steps of the explanation in three groups: entry into force, what is counted, what sources say besides."""
    language = current_language()
    texts = write_steps(asked.status.why, language)
    found: dict[str, list[dict[str, object]]] = {"entry": [], "counting": [], "sources": []}
    for step, text in zip(asked.status.why, texts, strict=True):
        found[_group(step)].append(_reason(asked, step, days_written(text, language)))
    return found


def _group(step: ExplanationStep) -> str:
    if step.key in _COUNTING:
        return "counting"
    return "entry" if step.key.startswith((*_ENTRY, *_ENTRY_TOO)) else "sources"


def _reason(asked: AskedTreaty, step: ExplanationStep, text: str) -> dict[str, object]:
    count = _COUNTING.get(step.key, "")
    url = page_of(asked, count=count) + "#list" if count else ""
    if step.key == "missing":
        url = page_of(asked, circle="outstanding") + "#list"
    return {
        "text": text,
        "url": url,
        "states": step.key == "missing",
        "source": step.source,
        "place": step.place,
        "source_url": source_url(step.source, step.place),
        "note": step.note if step.key != "history" else "",
    }


def rule_of(asked: AskedTreaty) -> dict[str, object] | None:
    """The counting rule of the count that is asked for."""
    language = current_language()
    for step in asked.status.why:
        if _COUNTING.get(step.key) == asked.count:
            return _reason(asked, step, days_written(write_steps([step], language)[0], language))
    return None


def disputes_of(asked: AskedTreaty) -> list[dict[str, object]]:
    """Each disputed act with both readings of where its State stands, and the parties by each."""
    counts = asked.status.disputed_counts
    return [
        {
            "state": each.act.state,
            "kind": term(each.act.kind.value),
            "day": each.act.date,
            "url": act_url(each.act),
            "source": each.act.source,
            "source_url": source_url(each.act.source, each.act.place),
            "note": each.act.note,
            "without_effect": term((each.standing.readings or (each.standing.label,))[0].value),
            "with_effect": term((each.standing.readings or (each.standing.label,))[-1].value),
            "parties_with": counts.get("with"),
            "parties_without": counts.get("without"),
        }
        for each in get_disputed(asked.treaty, asked.day.day, asked.supposed)
        if each.act
    ]


def classes_of(status: Status) -> tuple[dict[str, str], list[ChartClass]]:
    """The class of each State on the map, and the legend: labels, the rarest two as one where they are too many."""
    held_labels = {each.label for each in status.standings}
    shown = [label for label in PartyLabel if label in held_labels]
    joined = {PartyLabel.WITHDRAWING: PartyLabel.PARTY} if len(shown) > MOST_CLASSES else {}
    statuses = {each.state: joined.get(each.label, each.label).value for each in status.standings}
    legend = [
        ChartClass(label.value, " / ".join(term(each.value) for each in shown if joined.get(each, each) is label))
        for label in shown
        if label not in joined
    ]
    return statuses, legend


@cache
def shapes_version() -> str:
    """What names the shapes of the map, so that a browser keeps them until they change."""
    return hashlib.sha256(map_shapes().encode()).hexdigest()[:12]


def shapes_url() -> str:
    """The address of the shapes of the map."""
    return reverse("map-shapes", args=[shapes_version()])


def map_of(asked: AskedTreaty) -> str:
    """The map of standings as a figure; empty where States cannot be counted."""
    if not asked.status.standings:
        return ""
    statuses, legend = classes_of(asked.status)
    title = f"{treaty_name(asked.treaty)}, {_day(asked.day.day, current_language())}"
    base = reverse("state", args=["XXX"])
    address = base.replace("XXX", "{}")
    return world_map(statuses, legend, current_language(), title=title, href=address.format, shapes=shapes_url())


def chart_of(asked: AskedTreaty) -> dict[str, object] | None:
    """The chart of acts over the years with the same values as a table."""
    title = _("Acts towards %(treaty)s by year") % {"treaty": treaty_name(asked.treaty)}
    chart = get_chart(asked.treaty, asked.day.day, today(), title, asked.supposed)
    if chart is None:
        return None
    heads, rows = act_rows(chart.years, current_language())
    drawn = act_chart(chart, current_language(), href=lambda year: page_of(asked, on=f"{year}-12-31"))
    return {"drawn": drawn, "heads": heads, "rows": rows, "title": title}


def summary_of(asked: AskedTreaty) -> list[dict[str, object]]:
    """How many States have each label, with the address of the list of them."""
    labels = [each.label for each in asked.status.standings]
    return [
        {"label": term(label.value), "number": number, "url": page_of(asked, standing=label.value) + "#list"}
        for label in PartyLabel
        if (number := labels.count(label))
    ]


def outcome_of(asked: AskedTreaty) -> dict[str, object] | None:
    """What a supposition would change on the day: the sentence and each count, as it is and as it would be."""
    if not asked.supposed:
        return None
    rows = [
        {"label": term(key), "now": _number(asked.plain, key), "then": _number(asked.status, key)}
        for key in COUNT_KINDS
    ]
    rows.append(
        {"label": term("outstanding"), "now": len(asked.plain.outstanding), "then": len(asked.status.outstanding)}
    )
    return {
        "now": sentence(asked.plain),
        "then": sentence(asked.status),
        "rows": [row for row in rows if row["now"] is not None],
    }


def _number(status: Status, key: str) -> int | None:
    number: int | None = getattr(status.counts, key)
    return number


def supposed_of(asked: AskedTreaty) -> list[dict[str, str]]:
    """Each act that is supposed, and the address of the page without it."""
    texts = [text for _act, text in asked.acts]
    return [
        {
            "state": act.state,
            "kind": term(act.kind.value),
            "day": act.date,
            "without_url": page_of(asked, suppose=", ".join(texts[:place] + texts[place + 1 :])),
        }
        for place, (act, _text) in enumerate(asked.acts)
    ]


@lru_cache(maxsize=64)
def _options(language: Language, chosen: str) -> SafeString:
    """Every State as the options of a field, by name."""
    standing = [code for code, one in states().items() if not one.ended]
    rows = [(code, " selected" if code == chosen else "", state_name(code)) for code in sort_states(standing, language)]
    return format_html_join("", '<option value="{}"{}>{}</option>', rows)


def form_of(asked: AskedTreaty, added: AddedAct | None) -> dict[str, object]:
    """The form that supposes one more act, with what was typed where it could not be."""
    typed = dict(added.typed) if added else {}
    return {
        "states": _options(current_language(), typed.get("who", "")),
        "kinds": [(kind.value, term(kind.value)) for kind in find_kinds()],
        "typed": typed,
        "problem": added.problem if added else "",
    }


def sources_in(status: Status) -> list[dict[str, str]]:
    """Every source that a step rests on: title, publisher, and where its page is."""
    found = (all_sources().get(name) for name in sorted({step.source for step in status.why} - {""}))
    return [
        {"id": each.id, "title": each.title, "publisher": each.publisher, "url": source_url(each.id)}
        for each in found
        if each
    ]


def held_words(status: Status) -> str:
    """How far the list of acts is whole, in words."""
    language = current_language()
    return days_written(held(status.acts_held, language), language)
