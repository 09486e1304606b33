"""What the register holds: its tables, what happened in a stretch of time, each statement and source."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verbale.app.clock import today
from verbale.app.register_answers import get_timeline
from verbale.app.register_tables import FIGURES, find_statement, get_source, get_sources, get_table, get_tables
from verbale.model.register_line import RegisterLine
from verbale.web.asked_lines import AskedLines, ask_lines
from verbale.web.document_links import links_to, source_url
from verbale.web.lists import list_response
from verbale.web.register_lists import (
    lines_table,
    sources_table,
    table_title,
    tables_table,
    written_day,
    written_period,
)
from verbale.web.templatetags.written_words import state_name, treaty_name
from verbale.web.treaty_parts import source_url as source_page
from verbale.web.treaty_parts import statement_url

_PLACE = 200  # characters of a place in a source that are shown


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """The tables of the register."""
    return list_response(request, "verbale/register.html", tables_table(get_tables()), {"section": "register"})


@require_safe
def table(request: HttpRequest, name: str) -> HttpResponse:
    """One table of the register, of a State, under a treaty and between two days where such are given."""
    asked = ask_lines(request)
    lines = get_table(name, state=asked.state, treaty=asked.treaty, first=asked.first, last=asked.last)
    title = table_title(name)
    context = {"title": title, "crumbs": _crumbs(title), "asked": asked, "figures": name in FIGURES}
    return list_response(
        request, "verbale/register_table.html", lines_table(name, title, lines), context | _asked(asked)
    )


@require_safe
def timeline(request: HttpRequest) -> HttpResponse:
    """What happened, in order of time, as ``verbale timeline`` tells it."""
    asked = ask_lines(request)
    every = bool(request.GET.get("every"))
    found = get_timeline(
        asked.first or None,
        asked.last or None,
        today(),
        treaty=asked.treaty or None,
        state=asked.state or None,
        every=every,
    )
    first = found.period.start or (found.lines[0].starts if found.lines else "")
    words = {"first": written_day(first) if first else "…", "last": written_day(found.period.end or "")}
    context = {
        "title": _("Timeline"),
        "section": "timeline",
        "asked": asked,
        "every": every,
        "lead": _("What happened from %(first)s to %(last)s.") % words,
        **_asked(asked),
    }
    rows = lines_table("timeline", _("Timeline"), found.lines, of_all=True)
    return list_response(request, "verbale/register_table.html", rows, context)


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Every source of the register."""
    context = {"title": _("Sources of the register"), "crumbs": _crumbs(_("Sources of the register"))}
    return list_response(request, "verbale/list.html", sources_table(get_sources()), context)


@require_safe
def source(request: HttpRequest, source_id: str) -> HttpResponse:
    """A source: its title, who published it, where it can be seen, and what rests on it."""
    found = get_source(source_id)
    links = links_to([found.id])
    place = request.GET.get("place", "")[:_PLACE]
    context = {
        "source": found,
        "dated": written_day(found.date) if found.date else "",
        "place": place,
        "shown": links.source(found.id),
        "is_held": links.find(found.id) is not None,
        "url": source_url(links, found.id, place),
        "uses": [
            {
                "title": table_title(kind),
                "number": number,
                "url": f"{reverse('register-table', args=[kind])}?source={found.id}",
            }
            for kind, number in sorted(found.uses.items())
        ],
        "crumbs": [
            *_crumbs("")[:1],
            {"label": _("Sources of the register"), "url": reverse("sources")},
            {"label": found.id},
        ],
    }
    return render(request, "verbale/source.html", context)


@require_safe
def statement(request: HttpRequest, key: str) -> HttpResponse:
    """One line of the register: what it says, who says so and where, since when, and when it was learned."""
    found = find_statement(key)
    if found is None:
        raise Http404
    line, whence = found.line, found.line.statement.provenance
    links = links_to({each.statement.provenance.source for each in (line, *found.beside)})
    title = table_title(line.kind)
    context = {
        "line": line,
        "title": title,
        "when": written_period(line),
        "recorded": written_day(line.statement.recorded),
        "source": links.source(whence.source),
        "source_url": source_url(links, whence.source, whence.place),
        "source_page": source_page(whence.source, whence.place),
        "corrected_by": _short(found.corrected_by),
        "corrects": _short(found.corrects),
        "table_url": reverse("register-table", args=[line.kind]),
        "crumbs": [
            *_crumbs("")[:1],
            {"label": title, "url": reverse("register-table", args=[line.kind])},
            {"label": key},
        ],
    }
    rows = lines_table("figures", _("What is said of the same"), found.beside)
    return list_response(request, "verbale/statement.html", rows, context)


def _short(line: RegisterLine | None) -> dict[str, str] | None:
    """What leads to another statement."""
    return {"label": line.label, "url": statement_url(line.key)} if line else None


def _crumbs(title: str) -> list[dict[str, str]]:
    return [{"label": _("The register"), "url": reverse("register")}, {"label": title}]


def _asked(asked: AskedLines) -> dict[str, Sequence[dict[str, str]]]:
    """The fields of the form that narrows lines, each with what was typed and what is wrong with it."""
    shown = {"state": state_name(asked.state), "treaty": treaty_name(asked.treaty)}
    labels = {"state": _("State"), "treaty": _("Treaty"), "from": _("From"), "to": _("To")}
    return {
        "fields": [
            {
                "name": name,
                "label": label,
                "value": asked.typed.get(name, ""),
                "problem": asked.problems.get(name, ""),
                "meant": shown.get(name, ""),
            }
            for name, label in labels.items()
        ]
    }
