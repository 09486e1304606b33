"""Logs without words of letters: of an error its class and the lines of the program, never its message.

What an error says may quote what was read, and the address of a request may hold a key, the token of a mission's link,
with which whoever has it may act, or what somebody searched for. A record of this project names things by their number;
what a library logs is cut to where it was logged, the class of its error, and of a request the name of its route.
"""

from __future__ import annotations

import json
import logging
import re
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

from verbale.web.request_records import number_of_request, route_of

_TOKEN = re.compile(r"(/mission/links/)[^/\s]+")
_Caught = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
_KNOWN = ("verbale", "granian", "_granian")
"""Who logs nothing but words of its own: this project, and the server, of its start and end."""


class WordlessFilter(logging.Filter):
    """Put the class of an error in place of the error, and cut what a library says to where it says it.

    A token of a link is cut out of whatever text names its address.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep every record."""
        if isinstance(record.args, tuple):
            record.args = tuple(map(_without_words, record.args))
        elif isinstance(record.args, Mapping):
            record.args = {name: _without_words(value) for name, value in record.args.items()}
        if isinstance(record.msg, BaseException | str):
            record.msg = _without_words(record.msg)
        record.stack_info = None
        if record.name.partition(".")[0] not in _KNOWN:
            _cut(record)
        return True


def _cut(record: logging.LogRecord) -> None:
    """What a library says, without what it was given; the classes of errors among it stay."""
    words = [f"at {record.module}:{record.lineno}"]
    request = getattr(record, "request", None)
    if request is not None:
        words.append(f"route {route_of(request)}")
    if isinstance(status := getattr(record, "status_code", None), int):
        words.append(f"status {status}")
    given = record.args.values() if isinstance(record.args, Mapping) else record.args or ()
    words += [str(value) for value in (record.msg, *given) if isinstance(value, ErrorClass)]
    record.msg, record.args = ", ".join(words).replace("%", "%%"), ()


class WordlessFormatter(logging.Formatter):
    """Write an error as its class and the lines that it passed, for it and those that it came of."""

    def formatException(self, ei: _Caught) -> str:  # noqa: N802  The name is that of the standard library.
        """The lines of an error."""
        parts: list[str] = []
        error = ei[1]
        seen: set[int] = set()
        while error is not None and id(error) not in seen:
            seen.add(id(error))
            parts.append(f"{''.join(traceback.format_tb(error.__traceback__))}{_without_words(error)}")
            error = error.__cause__ or error.__context__
        return "\n".join(parts)


class JsonLines(WordlessFormatter):
    """A record as a line of JSON: when, how grave, who, the number of the request, what, and the lines of an error."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, Any] = {"at": at, "level": record.levelname.lower(), "logger": record.name}
        if number := number_of_request.get():
            line["request"] = number
        line["message"] = record.getMessage()
        line |= getattr(record, "fields", {})
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


class ErrorClass(str):
    """The name of the class of an error, which stands in place of it."""

    __slots__ = ()


def _without_words(value: Any) -> Any:  # noqa: ANN401  Whatever a record is given.
    if isinstance(value, BaseException):
        return ErrorClass(f"{type(value).__module__}.{type(value).__qualname__}")
    return _TOKEN.sub(r"\1…", value) if type(value) is str else value


def logging_of(*, as_json: bool) -> dict[str, Any]:
    """Django's setting: everything to standard error, from where the operator keeps it, as lines of text or JSON."""
    text = {"()": WordlessFormatter, "fmt": "%(asctime)s %(levelname)s %(name)s %(message)s"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"wordless": {"()": WordlessFilter}},
        "formatters": {"wordless": {"()": JsonLines} if as_json else text},
        "handlers": {"errors": {"class": "logging.StreamHandler", "filters": ["wordless"], "formatter": "wordless"}},
        "root": {"handlers": ["errors"], "level": "INFO"},
        "loggers": {
            # Django's own handlers would mail errors with all that they say.
            "django": {"handlers": [], "level": "INFO", "propagate": True},
            # Each request is a line where a program reads the lines.
            "verbale.requests": {"level": "INFO" if as_json else "WARNING"},
        },
    }


LOGGING = logging_of(as_json=False)
"""The logs of a site whose environment says nothing of them."""
