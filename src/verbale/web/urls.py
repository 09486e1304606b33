"""The addresses of the site. Those of documents, States and treaties are permanent."""

from __future__ import annotations

from django.urls import URLPattern, include, path, re_path

from verbale.web.api.version_1 import api
from verbale.web.desk import (
    act_pages,
    bulk_pages,
    cycle_pages,
    entry_pages,
    inbox_pages,
    letter_acts,
    letter_pages,
    outbox_pages,
    programme_pages,
    publication_pages,
    published_pages,
    reconciliation_pages,
    report_compared_pages,
    report_pages,
    report_part_pages,
    report_text_pages,
    start_pages,
    terms_pages,
    timeline_pages,
    translation_acts,
    translation_pages,
)
from verbale.web.mail import mail_pages
from verbale.web.mission import (
    asked_pages,
    colleague_pages,
    draft_pages,
    letters_pages,
    link_pages,
    opening_pages,
    receipt_pages,
)
from verbale.web.views import (
    calendar_pages,
    capacities,
    changes_pages,
    document_lists,
    document_pages,
    download_pages,
    error_reports,
    fact_pages,
    harvest_pages,
    mandate_pages,
    page_pages,
    people_pages,
    register_pages,
    search_pages,
    site_pages,
    state_pages,
    treaty_pages,
    version_pages,
    work_pages,
)

_DOCUMENT = r"^documents/(?P<address>.+)/(?P<language>[a-z]{2,3})"
"""A symbol has slashes of its own; the last part is the language."""


def _of_documents() -> list[URLPattern]:
    """The pages of a document, the longer addresses first."""
    return [
        re_path(r"^documents/(?P<address>.+)/compare/$", version_pages.compare, name="document-compare"),
        re_path(_DOCUMENT + r"\.(?P<form>[a-z]{3,4})$", download_pages.form, name="document-form"),
        re_path(f"{_DOCUMENT}/received/$", download_pages.received, name="document-received"),
        re_path(f"{_DOCUMENT}/facts/$", fact_pages.facts, name="document-facts"),
        re_path(f"{_DOCUMENT}/citations/$", fact_pages.citations, name="document-citations"),
        re_path(f"{_DOCUMENT}/versions/$", version_pages.versions, name="document-versions"),
        re_path(f"{_DOCUMENT}/source/$", page_pages.source, name="document-source"),
        re_path(_DOCUMENT + r"/pages/(?P<page>[0-9]{1,5})/$", page_pages.page, name="document-page"),
        re_path(_DOCUMENT + r"/pages/(?P<page>[0-9]{1,5})\.png$", page_pages.picture, name="document-picture"),
        re_path(f"{_DOCUMENT}/$", document_pages.document, name="document"),
        re_path(r"^documents/(?P<address>.+)/$", document_pages.any_language, name="document-any"),
    ]


def _of_translations() -> list[URLPattern]:
    """The pages of officers and translators."""
    board = "desk/<str:cycle>/translations/"
    one = f"{board}<slug:case>/<slug:language>/"
    return [
        path(board, translation_pages.board, name="desk-translations"),
        path(f"{board}send/", translation_acts.send, name="desk-translations-send"),
        path(f"{board}take/", translation_acts.take, name="desk-translations-take"),
        path(f"{board}memory/", translation_acts.add_memory, name="desk-translations-add-memory"),
        path(f"{board}jobs.zip", translation_pages.all_jobs, name="desk-translations-zip"),
        path(f"{board}memory.tmx", translation_pages.memory_file, name="desk-translations-memory"),
        path(one, translation_pages.translation, name="desk-translation"),
        path(f"{one}job.xlf", translation_pages.job_file, name="desk-translation-file"),
        path(f"{one}query/", translation_acts.query, name="desk-translation-query"),
        path(f"{one}set-aside/", translation_acts.set_aside, name="desk-translation-aside"),
    ]


def _of_report() -> list[URLPattern]:
    """The pages of the report, for officers and translators; the longer addresses of one place first."""
    report = "desk/<str:cycle>/report/"
    text = f"{report}<slug:language>/"
    return [
        path(report, report_pages.report, name="desk-report"),
        path(f"{report}compile/", report_pages.compile_now, name="desk-compile"),
        path(f"{report}check/", report_text_pages.check, name="desk-report-check"),
        path(f"{report}differences/", report_compared_pages.differences, name="desk-report-differences"),
        path(f"{report}languages/", report_compared_pages.languages, name="desk-report-languages"),
        path(text, report_text_pages.text, name="desk-report-text"),
        path(f"{text}judge/", report_text_pages.judge, name="desk-report-judge"),
        path(f"{text}<slug:part>/", report_part_pages.part, name="desk-report-part"),
        path("desk/<str:cycle>/files/<int:number>/<path:name>", report_pages.compiled_file, name="desk-file"),
    ]


def _of_letters() -> list[URLPattern]:
    """The pages of one letter."""
    letter = "desk/<str:cycle>/letters/<slug:case>/"
    return [
        path(letter, letter_pages.letter, name="desk-letter"),
        path(f"{letter}confirm/", letter_acts.confirm, name="desk-confirm"),
        path(f"{letter}mark/", letter_acts.mark, name="desk-mark"),
        path(f"{letter}assign/", letter_acts.assign, name="desk-assign"),
        path(f"{letter}undo/", letter_acts.undo, name="desk-undo"),
        path(f"{letter}presence/", letter_pages.presence, name="desk-presence"),
        path(f"{letter}versions/<int:number>/received/", letter_pages.received, name="desk-letter-received"),
        path(f"{letter}versions/<int:number>/<int:page>.png", letter_pages.picture, name="desk-letter-picture"),
    ]


def _of_reconciliation() -> list[URLPattern]:
    """The pages of what became of all that was received."""
    place = "desk/<str:cycle>/reconciliation/"
    return [
        path(place, reconciliation_pages.reconciliation, name="desk-reconciliation"),
        path(f"{place}units/", reconciliation_pages.units, name="desk-units"),
        path(f"{place}make/", reconciliation_pages.make, name="desk-reconcile"),
        path(
            f"{place}reconciliation.<slug:form>",
            reconciliation_pages.reconciliation_file,
            name="desk-reconciliation-file",
        ),
    ]


def _of_missions() -> list[URLPattern]:
    """The pages of a mission, and the officer's page of its links."""
    cycle = "mission/cycles/<str:cycle>/"
    return [
        path("mission/", asked_pages.mission, name="mission"),
        path("mission/links/<slug:token>/", opening_pages.opening, name="mission-link"),
        path("mission/leave/", opening_pages.leave, name="mission-leave"),
        path(cycle, asked_pages.asked, name="mission-asked"),
        path("mission/check/", receipt_pages.check, name="mission-check"),
        path(f"{cycle}letters/", letters_pages.letters, name="mission-letters"),
        path(f"{cycle}letters/<slug:case>/", letters_pages.letter, name="mission-letter"),
        path(f"{cycle}letters/<slug:case>/<int:number>/received/", letters_pages.received, name="mission-received"),
        path(f"{cycle}new/", draft_pages.new_draft, name="mission-new"),
        path(f"{cycle}drafts/<int:number>/", draft_pages.draft, name="mission-draft"),
        path(f"{cycle}drafts/<int:number>/file/", draft_pages.draft_file, name="mission-draft-file"),
        path(f"{cycle}receipts/<slug:receipt>/", receipt_pages.receipt, name="mission-receipt"),
        path(f"{cycle}colleagues/", colleague_pages.colleagues, name="mission-colleagues"),
        path("desk/<str:cycle>/links/", link_pages.links, name="desk-links"),
    ]


def _of_desk() -> list[URLPattern]:
    """The pages of an officer."""
    return [
        *_of_translations(),
        path("desk/", cycle_pages.desk, name="desk"),
        path("desk/<str:cycle>/", cycle_pages.cycle, name="desk-cycle"),
        path("desk/<str:cycle>/inbox/", inbox_pages.inbox, name="desk-inbox"),
        path("desk/<str:cycle>/inbox/next/", inbox_pages.next_letter, name="desk-next"),
        path("desk/<str:cycle>/inbox/receive/", inbox_pages.receive, name="desk-receive"),
        path("desk/<str:cycle>/inbox/several/", bulk_pages.bulk, name="desk-bulk"),
        path("new-cycle/", start_pages.start, name="desk-start"),
        path("programmes/", programme_pages.programmes, name="desk-programmes"),
        path("programmes/<str:name>/", programme_pages.programme, name="desk-programme"),
        path("desk/<str:cycle>/acts/<slug:act>/", act_pages.act, name="desk-act"),
        path("desk/<str:cycle>/outbox/", outbox_pages.outbox, name="desk-outbox"),
        path("addresses/", mail_pages.contacts, name="desk-contacts"),
        path("desk/<str:cycle>/mail/", mail_pages.mail, name="desk-mail"),
        path("desk/<str:cycle>/mail/batch/", mail_pages.batch, name="desk-mail-batch"),
        path("desk/<str:cycle>/mail/decide/", mail_pages.decide, name="desk-mail-decide"),
        path("desk/<str:cycle>/mail/<int:number>.eml", mail_pages.message, name="desk-mail-message"),
        path("desk/<str:cycle>/outbox/<slug:to>/<slug:language>/", outbox_pages.letter_out, name="desk-letter-out"),
        path(
            "desk/<str:cycle>/outbox/<slug:to>/<slug:language>.<slug:form>",
            outbox_pages.letter_file,
            name="desk-letter-file",
        ),
        *_of_report(),
        path("desk/<str:cycle>/publication/", publication_pages.publication, name="desk-publication"),
        path("desk/<str:cycle>/publication/contents/", publication_pages.redaction, name="desk-redaction"),
        *_of_reconciliation(),
        path("desk/<str:cycle>/timeline/", timeline_pages.timeline, name="desk-timeline"),
        path("desk/<str:cycle>/timeline/<int:number>/undo/", entry_pages.undo, name="desk-timeline-undo"),
        path("desk/<str:cycle>/timeline/<int:number>/remark/", entry_pages.remark, name="desk-timeline-remark"),
        path("desk/<str:cycle>/terms/", terms_pages.terms, name="desk-terms"),
        *_of_letters(),
    ]


urlpatterns = [
    path("", site_pages.index, name="home"),
    path("api/v1/", api.urls),
    path("healthz", site_pages.health, name="health"),
    path("readyz", site_pages.readiness, name="readiness"),
    path("search/", search_pages.search, name="search"),
    path("documents/", document_lists.documents, name="documents"),
    *_of_documents(),
    *_of_desk(),
    *_of_missions(),
    path("states/", state_pages.states, name="states"),
    path("states/<str:iso3>/", state_pages.state, name="state"),
    path("treaties/", treaty_pages.treaties, name="treaties"),
    path("treaties/<str:treaty_id>/", treaty_pages.treaty, name="treaty"),
    path("map/<slug:version>.svg", treaty_pages.shapes, name="map-shapes"),
    path("mandates/", mandate_pages.mandates, name="mandates"),
    path("mandates/<path:symbol>/", mandate_pages.mandate, name="mandate"),
    path("calendar/", calendar_pages.calendar, name="calendar"),
    path("changes/", changes_pages.changes, name="changes"),
    path("timeline/", register_pages.timeline, name="timeline"),
    path("replies/<str:cycle>/<slug:case>.<slug:language>.html", published_pages.reply_page, name="reply-page"),
    path("register/", register_pages.register, name="register"),
    path("register/sources/", register_pages.sources, name="sources"),
    path("register/sources/<path:source_id>/", register_pages.source, name="source"),
    path("register/<str:name>/", register_pages.table, name="register-table"),
    path("statements/<str:key>/", register_pages.statement, name="statement"),
    path("licence/", site_pages.licence, name="licence"),
    path("oai/", harvest_pages.oai, name="oai"),
    path("sitemap.xml", harvest_pages.sitemap, name="sitemap"),
    path("robots.txt", harvest_pages.robots, name="robots"),
    path("accounts/", include("allauth.urls")),
    path("accounts/capacity/", capacities.choose, name="capacity"),
    path("people/", people_pages.people, name="people"),
    path("work/<str:work>/", work_pages.page, name="work"),
    path("work/<str:work>/events", work_pages.events, name="work-events"),
    path("work/<str:work>/again", work_pages.again, name="work-again"),
    path("work/<str:work>/stop", work_pages.stop, name="work-stop"),
    path("report-error/", error_reports.report_error, name="report-error"),
]

handler400 = "verbale.web.failing.bad_request"
handler403 = "verbale.web.failing.forbidden"
handler404 = "verbale.web.failing.not_found"
handler500 = "verbale.web.failing.server_error"
