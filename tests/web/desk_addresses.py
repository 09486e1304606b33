"""What the addresses of the desk take: parameters of their queries, fields of their forms, values in their paths."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

FUZZED = "fuzzed"
"""The name of the cycle that requests of any kind are made of."""
Values = Sequence[str]
_DAYS = ("2022-06-21", "2022-02-30", "0000-00-00", "21 June 2022", "x")
_DIGITS = ("1", "2", "0", "-1", "99999999999999999999", "١")
_LANGUAGES = ("en", "ar", "pt", "xx")
_CODES = ("CUB", "Cuba", "古巴", "XXX")
_REASONS = ("it is so", "")
_INBOX: Mapping[str, Values] = {
    "q": ("Cuba", "china", "reply-", "%", "\x00"),
    "step": ("confirm", "x"),
    "stage": ("received", "x"),
    "kind": ("reply",),
    "language": _LANGUAGES,
    "assigned": ("b.officer",),
    "destination": ("report",),
    "sort": ("first", "-authors", "x"),
    "page": _DIGITS,
    "format": ("csv", "json", "x"),
}
_SEEN: Mapping[str, Values] = {"seen_version": _DIGITS, "query": ("step=confirm", "&&=", "%00")}
DESK_TAKEN: Mapping[str, Mapping[str, Values]] = {
    "desk": {"q": ("2022",), "stage": ("called",), "format": ("csv", "json"), "sort": ("name",), "page": _DIGITS},
    "desk-cycle": {"q": _CODES, "standing": ("invited",), "late": ("yes",), "format": ("csv",), "sort": ("-late",)},
    "desk-inbox": _INBOX,
    "desk-next": {**_INBOX, "after": ("reply-0123456789ab", "x")},
    "desk-receive": {},
    "desk-bulk": {},
    "desk-start": {"base": ("programme:nuclear-disarmament", f"cycle:{FUZZED}", "programme:x", "x")},
    "desk-act": {"next": ("/desk/", "//example.org/"), "case": ("x",), "gate": ("alarms",), "reason": _REASONS},
    "desk-outbox": {},
    "desk-contacts": {"q": _CODES, "known": ("yes",), "format": ("csv",)},
    "desk-mail": {"status": ("sent",), "format": ("csv", "json")},
    "desk-mail-batch": {"kind": ("note", "reminder", "request", "x"), "to": _CODES, "send_at": _DAYS},
    "desk-mail-decide": {},
    "desk-mail-message": {},
    "desk-letter-out": {},
    "desk-letter-file": {},
    "desk-report": {},
    "desk-compile": {},
    "desk-report-differences": {"language": _LANGUAGES},
    "desk-file": {},
    "desk-publication": {},
    "desk-reconciliation": {"q": _CODES, "counts": ("yes",), "format": ("csv", "json"), "sort": ("-omitted",)},
    "desk-timeline": {
        "kind": ("reply-confirmed", "x"),
        "actor": ("b.officer",),
        "case": ("cycle", "x"),
        "from": _DAYS,
        "until": _DAYS,
        "format": ("csv", "json"),
        "page": _DIGITS,
    },
    "desk-terms": {},
    **{key: {} for key in ("desk-translations", "desk-translations-send", "desk-translations-take")},
    **{key: {} for key in ("desk-translations-add-memory", "desk-translations-zip", "desk-translations-memory")},
    **{key: {} for key in ("desk-translation", "desk-translation-file", "desk-translation-query")},
    "desk-translation-aside": {},
    "desk-letter": {"version": _DIGITS, "page": _DIGITS, "at": ("1", "x"), **_INBOX},
    "desk-confirm": {},
    "desk-mark": {},
    "desk-assign": {},
    "desk-undo": {},
    "desk-presence": {"seen": _DIGITS},
    "desk-letter-received": {},
    "desk-letter-picture": {},
}
DESK_PATHS: Mapping[str, Values] = {
    "act": ("note", "remind", "extend", "terms", "waive", "submit", "issue", "post", "addendum", "noted", "x"),
    "to": ("note", "CUB", "x"),
    "cycle": (FUZZED, "none"),
    "case": ("reply-0123456789ab", "x"),
    "number": ("1", "0"),
}
DESK_FORMS: Mapping[str, Mapping[str, Values]] = {
    "desk-receive": {"channel": ("by hand", "x"), "received": (*_DAYS, "2022-05-20T10:00"), "letters": ("x",)},
    "desk-bulk": {
        "act": ("assign", "confirm", "looked-at", "set-aside", "x"),
        "which": ("all", "chosen"),
        "case": ("x",),
        "to": ("b.officer", ""),
        "reason": _REASONS,
        "query": ("step=confirm", "%00"),
        "go": ("", "1"),
    },
    "desk-confirm": {
        **_SEEN,
        "kind": ("", "reply", "withdrawal", "x"),
        "authors": ("Cuba\nMexico", "", "Atlantis"),
        "dated": _DAYS,
        "language": _LANGUAGES,
        "answers": ("76/53", "x"),
        "version_of": ("", "none", "x"),
        "versions": ("all", "last"),
        "group": ("the Group of 77",),
        "members": _CODES,
        "other_language": ("text", "x"),
        "seen": _REASONS,
        "reason": _REASONS,
        "then": ("next", "stay"),
    },
    "desk-mark": {**_SEEN, "mark": ("remark", "objects", "looked-at", "recalled", "x"), "reason": _REASONS},
    "desk-assign": {**_SEEN, "to": ("b.officer", ""), "reason": _REASONS},
    "desk-undo": {**_SEEN, "reason": _REASONS},
    "desk-compile": {"languages": _LANGUAGES, "forms": ("html", "x"), "submitted": _DAYS},
    "desk-act": {
        **_SEEN,
        **dict.fromkeys(("reason", "allowed_by", "symbol", "organ", "paragraph", "waiver", "terms"), _REASONS),
        "resolution": ("77/53", "x"),
        "dated": _DAYS,
        "until": _DAYS,
        "state": _CODES,
        "states": ("Cuba\nMexico", "Atlantis"),
        "case": ("x",),
        "gate": ("alarms", "x"),
        "next": ("/desk/", "https://example.org/"),
    },
    "desk-contacts": {"lines": ("Cuba, es, mission@example.org", "x, y", "Cuba,,a@b@c", '"')},
    "desk-mail-batch": {
        **_SEEN,
        "go": ("1",),
        "kind": ("reminder", "x"),
        "to": _CODES,
        "send_at": _DAYS,
        "batch": ("1",),
    },
    "desk-mail-decide": {
        "act": ("again", "leave", "snooze", "place"),
        "number": _DIGITS,
        "code": _CODES,
        "until": _DAYS,
    },
    "desk-translations-send": {"case": ("x",), "languages": _LANGUAGES},
    "desk-translations-take": {"case": ("x",), "language": _LANGUAGES, "final": ("1",)},
    "desk-translation-query": {"words": _REASONS, "ref": ("1", "\x00"), "answers": _DIGITS},
    "desk-translation-aside": {**_SEEN, "reason": _REASONS},
    "desk-start": {
        "programme": ("nuclear-disarmament", "x"),
        **dict.fromkeys(("name", "session", "report", "previous_report", "agenda_item"), ("77", "", "A/78/1")),
        **dict.fromkeys(("note", "deadline", "submission", "observed_since", "mandate_adopted"), _DAYS),
        "mandate_resolution": ("A/RES/76/53", "x"),
        "mandate_paragraph": ("3",),
        "mandate_topic": ("ICJ", "x"),
        "mandate_item": ("k",),
        "groups": ("member-states", "x"),
        "terms": ("", "name = 1", "[[[", "\x00"),
    },
}
