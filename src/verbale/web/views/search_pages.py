"""Search: one box over documents, replies, paragraphs and facts; its address says all that was asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from verbale.app.library_search import Answer, Answers, Excerpt, PartKind, Question, Sort, answers_record, ask_library
from verbale.errors import printable
from verbale.model.language import Language
from verbale.render.csv_table import csv_rows
from verbale.search.index import FACETS
from verbale.web.current_desk import desk_database, search_index
from verbale.web.lists import address_with, pager
from verbale.web.templatetags.written_words import (
    current_language,
    direction,
    language_name,
    profile_name,
    state_name,
    treaty_name,
    written_date,
    written_number,
)

_PAGE, _TAKEN, _FURTHEST = 20, 500, 500  # answers of a page and of a file, and pages that can be turned to
_SHOWN = 12  # values of a facet that are shown at first
_COLUMNS = ("kind", "symbol", "language", "date", "state", "ref", "title", "text", "address")


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What answers a question, as a page, as JSON or CSV of exactly this view, or as a feed."""
    wanted = request.GET.get("format", "")
    question = _question(request, _TAKEN if wanted in ("csv", "json", "atom") else _PAGE)
    found = ask_library(desk_database(), search_index(), question)
    if wanted == "json":
        record = {"address": request.build_absolute_uri(), **answers_record(found)}
        return JsonResponse(record, json_dumps_params={"ensure_ascii": False})
    if wanted == "csv":
        return _csv(request, found)
    if wanted == "atom":
        return _feed(request, question, found)
    return render(request, "verbale/search.html", _context(request, question, found))


def _question(request: HttpRequest, limit: int) -> Question:
    given = request.GET
    language = given.get("in", "")
    sort = given.get("sort", "")
    if given.get("format") == "atom":
        sort = Sort.NEWEST.value
    return Question(
        text=given.get("q", ""),
        filters={name: given.getlist(name) for name in FACETS if any(given.getlist(name))},
        language=Language(language) if language in set(Language) else None,
        as_words="words" in given,
        sort=Sort(sort) if sort in set(Sort) else Sort.RELEVANCE,
        offset=(_page_of(request) - 1) * limit,
        limit=limit,
        reader=current_language(),
        facets=given.get("format") not in ("csv", "atom"),
    )


def _page_of(request: HttpRequest) -> int:
    text = request.GET.get("page", "")
    return min(max(1, int(text)), _FURTHEST) if text.isascii() and text.isdigit() and len(text) <= len("500") else 1


def _context(request: HttpRequest, question: Question, found: Answers) -> dict[str, object]:
    results = found.results
    pages = min(-(-results.total // _PAGE), _FURTHEST)
    return {
        "section": "search",
        "query": question.text,
        "asked": bool(question.text.strip() or question.filters),
        "total": written_number(results.total),
        "count": results.total,
        "relaxed": results.relaxed,
        "cut": results.query.cut,
        "understood": [_understood(part) for part in results.query.parts if part.values],
        "words_url": "" if question.as_words else address_with(request, words="", page=None),
        "names_url": address_with(request, words=None, page=None) if question.as_words else "",
        "hits": [_hit(answer) for answer in found.answers],
        "facets": list(_facets(request, results.facets, question.filters)),
        "chosen": bool(question.filters),
        "clear_url": f"?{urlencode({'q': question.text})}",
        "sorts": _sorts(request, question.sort),
        "pager": pager(request, min(_page_of(request), max(pages, 1)), pages),
        "csv_url": address_with(request, page=None, format="csv"),
        "json_url": address_with(request, page=None, format="json"),
        "feed_url": address_with(request, page=None, sort=None, format="atom"),
    }


def _sorts(request: HttpRequest, chosen: Sort) -> list[dict[str, object]]:
    names = {
        Sort.RELEVANCE: _("the best first"),
        Sort.NEWEST: _("the newest first"),
        Sort.OLDEST: _("the oldest first"),
    }
    return [
        {"label": name, "url": address_with(request, sort=sort.value, page=None), "chosen": sort is chosen}
        for sort, name in names.items()
    ]


def _understood(part: Any) -> dict[str, object]:  # noqa: ANN401 (a part of a query)
    kinds = {
        PartKind.SYMBOL: _("document"),
        PartKind.STATE: _("State"),
        PartKind.TREATY: _("treaty"),
        PartKind.DATE: _("date"),
        PartKind.YEAR: _("year"),
    }
    value = part.values[0]
    shown, url = value, ""
    if part.kind is PartKind.STATE:
        shown, url = state_name(value), reverse("state", args=[value])
    elif part.kind is PartKind.TREATY:
        shown, url = treaty_name(value), reverse("treaty", args=[value])
    elif part.kind is PartKind.DATE:
        shown = written_date(value)
    return {"kind": kinds.get(part.kind, ""), "text": part.text, "shown": shown, "url": url, "excluded": part.excluded}


def _hit(answer: Answer) -> dict[str, object]:
    hit, row = answer.hit, answer.document
    language = hit.language.value if hit.language else ""
    return {
        "title": (row.title or row.address) if row else hit.title or _("The register"),
        "title_lang": row.language if row else Language.EN.value if hit.title else "",
        "url": _address(answer),
        "kind": kind_name(hit.kind),
        "symbol": hit.symbol,
        "place": _("paragraph %(ref)s") % {"ref": hit.label.rstrip(".") or hit.ref} if hit.kind == "paragraph" else "",
        "state": state_name(hit.author) if hit.author else "",
        "date": written_date(hit.date) if hit.date else "",
        "language": language_name(row.language) if row else "",
        "lang": language,
        "dir": direction(language),
        "spans": list(_spans(answer.excerpt)),
    }


def _spans(excerpt: Excerpt) -> Iterator[dict[str, object]]:
    if excerpt.before:
        yield {"text": "… ", "marked": False}
    at = 0
    for span in excerpt.spans:
        yield {"text": excerpt.text[at : span.start], "marked": False}
        yield {"text": excerpt.text[span.start : span.end], "marked": True}
        at = span.end
    yield {"text": excerpt.text[at:] + (" …" if excerpt.behind else ""), "marked": False}


def _address(answer: Answer) -> str:
    row = answer.document
    if row is None:
        return reverse("statement", args=[answer.hit.ref])
    address = reverse("document", args=[row.address, row.language])
    return f"{address}#{answer.hit.ref}" if answer.hit.ref else address


def _facets(
    request: HttpRequest, counted: Mapping[str, Sequence[Any]], chosen: Mapping[str, Sequence[str]]
) -> Iterator[dict[str, object]]:
    headings = {
        "kind": _("What"),
        "language": _("Language"),
        "author": _("Said by"),
        "state": _("State named"),
        "treaty": _("Treaty"),
        "year": _("Year"),
        "session": _("Session"),
        "profile": _("Kind of document"),
        "mandate": _("Mandate"),
    }
    shown_all = request.GET.get("all", "")
    for name, heading in headings.items():
        own = set(chosen.get(name, ()))
        counts = list(counted.get(name, ()))
        present = {one.value for one in counts}
        values = [(one.value, one.count) for one in counts] + [(value, 0) for value in sorted(own - present)]
        if not values:
            continue
        first = values if shown_all == name else [one for at, one in enumerate(values) if at < _SHOWN or one[0] in own]
        yield {
            "name": name,
            "label": heading,
            "values": [_facet_value(request, name, value, count, own) for value, count in first],
            "more_url": address_with(request, all=name) if len(first) < len(values) else "",
            "more": len(values) - len(first),
        }


def _facet_value(request: HttpRequest, name: str, value: str, count: int, own: set[str]) -> dict[str, object]:
    changed = sorted(own - {value} if value in own else own | {value})
    left = [(key, one) for key, values in request.GET.lists() if key not in (name, "page") for one in values]
    left += [(name, one) for one in changed]
    return {
        "label": facet_name(name, value),
        "count": written_number(count),
        "url": f"?{urlencode(left)}",
        "chosen": value in own,
        "lang": value if name == "language" else "",
    }


def facet_name(name: str, value: str) -> str:
    """What a value of a facet is called in the language of the interface."""
    match name:
        case "author" | "state":
            return state_name(value)
        case "treaty":
            return treaty_name(value)
        case "language":
            return language_name(value)
        case "kind":
            return kind_name(value)
        case "profile":
            return profile_name(value)
        case _:
            return value


def kind_name(kind: str) -> str:
    """What a kind of answer is called."""
    names = {
        "document": _("document"),
        "paragraph": _("paragraph"),
        "reply": _("reply"),
        "fact": pgettext("line of the register", "fact"),
    }
    return names.get(kind, kind)


def _csv(request: HttpRequest, found: Answers) -> HttpResponse:
    rows = [
        (
            one.hit.kind,
            one.hit.symbol,
            one.hit.language.value if one.hit.language else "",
            one.hit.date,
            one.hit.author,
            one.hit.ref,
            one.hit.title,
            one.hit.text,
            request.build_absolute_uri(_address(one)),
        )
        for one in found.answers
    ]
    response = HttpResponse(csv_rows(_COLUMNS, rows).encode(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="search.csv"'
    return response


class _SearchFeed(Atom1Feed):
    """A feed whose time is that of its newest item, and never that of the clock."""

    def latest_post_date(self) -> datetime:
        """The moment of the newest item; long ago where there is none."""
        return max((item["updateddate"] for item in self.items), default=datetime(1970, 1, 1, tzinfo=UTC))


def _feed(request: HttpRequest, question: Question, found: Answers) -> HttpResponse:
    """What answers a question, the newest first, for a reader of feeds; the same state gives the same bytes."""
    link = request.build_absolute_uri(address_with(request, format=None))
    feed = _SearchFeed(
        title=_("Verbale: %(query)s") % {"query": printable(question.text)},
        link=link,
        description="",
        feed_url=request.build_absolute_uri(),
    )
    for one in found.answers:
        if one.document is None:
            continue  # a line of the register is no news of the library
        address = request.build_absolute_uri(_address(one))
        title = " – ".join(part for part in (one.hit.symbol, one.document.title, one.hit.label) if part)
        feed.add_item(
            title=printable(title),
            link=address,
            description=printable(one.excerpt.text),
            unique_id=address,
            updateddate=datetime.fromisoformat(one.document.added_at),
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
