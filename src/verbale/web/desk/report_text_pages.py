"""The report in one language as it stands: each unit with its sources and with what the checks find in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_tasks import task

from verbale.app.cycles import CycleFolder
from verbale.app.document_cache import DocumentCache
from verbale.app.editing import ReportNow, ReportPart, report_now
from verbale.app.pipeline import pipeline_version, register_version
from verbale.app.report_findings import (
    JudgedFinding,
    Verdict,
    check_report,
    is_checked,
    judge_finding,
    judged_findings,
)
from verbale.desk.access import Act
from verbale.desk.cases import CYCLE, Section
from verbale.desk.commands import Actor
from verbale.desk.deciding import Moment
from verbale.desk.events import Entry, EventKind
from verbale.errors import BadReference, VerbaleError
from verbale.lexicon.treaties import treaties
from verbale.model.document import Document
from verbale.model.finding import Severity
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind
from verbale.model.statement import Provenance
from verbale.web.desk.acting import perform
from verbale.web.desk.desk_words import part_names
from verbale.web.desk.open_cycles import open_now
from verbale.web.desk.report_frame import (
    compiled_in,
    day_of_report,
    get_language,
    get_report,
    languages_of_report,
    report_frame,
)
from verbale.web.templatetags.written_words import direction, language_name
from verbale.web.treaty_parts import source_url
from verbale.web.unit_names import UnitNames, names_of
from verbale.web.viewers import viewer_of
from verbale.web.work.queue import ask_for, find_work

_MOST_PLACES = 12  # of a source that are named beside a sentence; a count rests on a line for each State
Found = Mapping[str, list[JudgedFinding]]


@require_safe
def text(request: HttpRequest, cycle: str, language: str) -> HttpResponse:
    """The report in one language, unit by unit."""
    folder = get_report(request, cycle)
    return text_page(request, folder, get_language(folder, language))


def text_page(
    request: HttpRequest, folder: CycleFolder, language: Language, error: VerbaleError | None = None
) -> HttpResponse:
    """The page of the report in a language; after a form that could not be done with the reason, and what was typed."""
    now = report_now(folder, language, day_of_report(folder), DocumentCache(folder))
    compiled = compiled_in(folder, language.value)
    document = compiled if compiled is not None and folder.case.is_settled else now.document
    checked = compiled is not None and is_checked(folder, settings.SITE.folder)
    found = judged_findings(folder, settings.SITE.folder, language.value) if checked else ()
    standing, moved = _standing(found, document, compiled)
    context = {
        **report_frame(request, folder, (language_name(language.value), "")),
        "title": _("Report: %(language)s") % {"language": language_name(language.value)},
        "language": language.value,
        "dir": direction(language.value),
        "languages": languages_of_report(folder),
        "runs": _runs(folder, now, document, standing),
        "whole": standing.get("", []),
        "is_compiled": compiled is not None,
        "is_checked": checked,
        "moved": moved,
        "open": _still_open(document, standing),
        "error": error,
        "typed": request.POST if request.method == "POST" else {},
        "verdicts": Verdict,
        "can_judge": not folder.case.is_settled,
    }
    return render(request, "verbale/desk/report_text.html", context, status=409 if error else 200)


def _standing(found: Sequence[JudgedFinding], document: Document, compiled: Document | None) -> tuple[Found, int]:
    """The findings by the unit that they are about, and how many are about units that have other words by now."""
    now = {node.ref: node.printed for node in document.nodes}
    then = {node.ref: node.printed for node in compiled.nodes} if compiled else {}
    standing: dict[str, list[JudgedFinding]] = defaultdict(list)
    moved = 0
    for one in found:
        ref = one.finding.ref
        if ref and now.get(ref) != then.get(ref):
            moved += 1
        else:
            standing[ref].append(one)
    return standing, moved


def _still_open(document: Document, standing: Found) -> list[dict[str, object]]:
    """The units of which something that should be looked at was found and not accepted, in reading order."""
    names, found = names_of(document), []
    for node in document.nodes:
        mine = [one for one in standing.get(node.ref, ()) if _is_open(one)]
        if mine:
            found.append({"ref": node.ref, "name": names.of(node), "count": len(mine)})
    return found


def _is_open(one: JudgedFinding) -> bool:
    return one.finding.severity is not Severity.NOTE and not one.is_accepted


def _runs(folder: CycleFolder, now: ReportNow, document: Document, standing: Found) -> list[dict[str, object]]:
    """Units that follow each other in one part, or in the replies."""
    parts, names = {part.section: part for part in now.parts}, names_of(document)
    runs: list[dict[str, object]] = []
    units: list[dict[str, object]] = []
    last: Section | str | None = ""
    for node in document.nodes:
        if node.kind is NodeKind.FURNITURE:
            continue
        section = now.places.get(node.ref)
        if section != last:
            units, last = [], section
            runs.append(_run(folder, section, parts.get(section) if section else None, units, now.document.language))
        units.append(_unit(node, document, names, parts.get(section) if section else None, standing))
    return runs


def _run(
    folder: CycleFolder,
    section: Section | None,
    part: ReportPart | None,
    units: list[dict[str, object]],
    language: Language | None,
) -> dict[str, object]:
    """The head of a run: its part, by whom it was set, and where it is edited."""
    code = language.value if language else ""
    can_edit = part is not None and not folder.case.is_settled
    return {
        "part": section or "",
        "name": part_names()[section] if section else _("replies"),
        "set": last_set(folder, section, code) if part and part.held and section else None,
        "is_drafted": bool(part and part.ties and part.held is None),
        "url": reverse("desk-report-part", args=[folder.address.name, code, section]) if can_edit and section else "",
        "units": units,
    }


def last_set(folder: CycleFolder, section: Section, language: str) -> dict[str, object] | None:
    """By whom a part was set last, when and why; ``None`` where nobody has set it."""
    for one in reversed(folder.entries):
        if _sets(one, section, language):
            event = one.event
            return {"by": event.actor, "at": event.at[:10], "reason": event.facts.get("reason", "")}
    return None


def _sets(entry: Entry, section: Section, language: str) -> bool:
    facts = entry.event.facts
    if entry.event.kind is not EventKind.PART_SET or entry.event.case != CYCLE:
        return False
    return facts["part"] == section and facts["language"] == language


def _unit(
    node: Node, document: Document, names: UnitNames, part: ReportPart | None, standing: Found
) -> dict[str, object]:
    found = standing.get(node.ref, [])
    own = node.language or document.language
    return {
        "ref": node.ref,
        "kind": node.kind.value,
        "number": node.number,
        "text": node.text,
        "name": names.of(node),
        "lang": own.value if own else "",
        "dir": direction(own.value) if own else "",
        "ties": ties_of(part, node.ref) if part else [],
        "untied": bool(part and node.ref in part.untied),
        "found": [one for one in found if one.finding.severity is not Severity.NOTE or one.judgement],
        "notes": [one for one in found if one.finding.severity is Severity.NOTE and not one.judgement],
    }


def ties_of(part: ReportPart, ref: str) -> list[dict[str, object]]:
    """What the sentences of a unit rest on: the words, how they were edited, and the rows of the register."""
    return [
        {
            "text": tie.text,
            "edited": tie.edited,
            "differs": tie.differs,
            "sources": _sources(tie.sources),
            "treaty_url": f"{reverse('treaty', args=[tie.treaty])}?on={tie.as_of}" if tie.treaty in treaties() else "",
        }
        for tie in part.ties
        if tie.ref == ref
    ]


def _sources(sources: Sequence[Provenance]) -> list[dict[str, object]]:
    """The sources of a sentence, each with the first places of it."""
    places: dict[str, dict[str, None]] = {}
    for one in sources:
        places.setdefault(one.source, {}).update({one.place: None} if one.place else {})
    return [
        {
            "source": source,
            "url": source_url(source),
            "places": [{"place": place, "url": source_url(source, place)} for place in list(named)[:_MOST_PLACES]],
            "more": max(0, len(named) - _MOST_PLACES),
        }
        for source, named in places.items()
    ]


@require_POST
def judge(request: HttpRequest, cycle: str, language: str) -> HttpResponse:
    """Accept a finding with a reason, or leave it to be mended."""
    folder = get_report(request, cycle, Act.DECIDE)
    code = get_language(folder, language)
    key, reason = request.POST.get("key", ""), request.POST.get("reason", "")
    place: list[str] = []

    def act(actor: Actor, at: Moment) -> str:
        verdict = request.POST.get("verdict", "")
        if verdict not in set(Verdict):
            raise BadReference(verdict, _("is nothing that can be said of a finding; choose from the list"))
        said = (Verdict(verdict), reason)
        judged = judge_finding(folder, settings.SITE.folder, (code.value, key), said, actor, at)
        place.append(judged.finding.ref)
        return _("Accepted.") if judged.is_accepted else _("Noted: it is to be mended.")

    error = perform(request, folder, CYCLE, act)
    if error is not None:
        return text_page(request, folder, code, error)
    return HttpResponseRedirect(f"{reverse('desk-report-text', args=[cycle, language])}#{place[0]}")


@require_POST
def check(request: HttpRequest, cycle: str) -> HttpResponse:
    """Have the report as it was compiled checked in the background, and show how far that is."""
    folder = get_report(request, cycle, Act.WRITE)
    made = folder.case.compilation
    if made is None:
        raise Http404
    kept_in, back = settings.SITE.folder, reverse("desk-report", args=[cycle])
    if not is_checked(folder, kept_in):
        work = ask_to_check(cycle, made.digest, viewer_of(request).name)
        if not is_done(work):
            return HttpResponseRedirect(f"{reverse('work', args=[work])}?next={back}")
        # It was done once, and what came of it was dropped to make room.
        check_report(folder, kept_in)
    messages.info(request, _("The report is checked."))
    return HttpResponseRedirect(back)


def ask_to_check(cycle: str, digest: str, owner: str) -> str:
    """Have the report of this digest checked in the background by this version; the id of the work."""
    version = f"{pipeline_version()} {register_version()}"
    arguments = {"cycle": cycle, "digest": digest, "version": version}
    return ask_for(check_in_background, arguments, f"checking the report of {cycle}", owner)


def is_done(work: str) -> bool:
    """Whether a piece of work came to its end."""
    state = find_work(work)
    return state is not None and state.status == "done"


@task()
def check_in_background(cycle: str, digest: str, version: str) -> dict[str, int]:
    """Check the report of a cycle as it was compiled last; nothing where another was compiled since.

    ``version`` is that of the program when it was asked for, which makes it other work under another version.
    """
    folder = open_now(cycle)
    made = folder.case.compilation
    if made is None or made.digest != digest:
        return {}
    found = check_report(folder, settings.SITE.folder)
    return {language: len(findings) for language, findings in found.languages.items()}
