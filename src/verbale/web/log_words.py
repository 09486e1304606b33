"""Logs without words of letters: of an error its class and the lines of the program, never its message.

Nor has a log the token of a mission's link, which stands in its address: whoever has it may act.

What an error says may quote what was read. A record of this project names things by their number; what a library logs
of an error is cut to its class.
"""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Mapping
from types import TracebackType
from typing import Any

_TOKEN = re.compile(r"(/mission/links/)[^/\s]+")
_Caught = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WordlessFilter(logging.Filter):
    """Put the class of an error in place of the error, wherever a record has one, and drop what is attached to it.

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
        return True


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


def _without_words(value: Any) -> Any:  # noqa: ANN401  Whatever a record is given.
    if isinstance(value, BaseException):
        return f"{type(value).__module__}.{type(value).__qualname__}"
    return _TOKEN.sub(r"\1…", value) if isinstance(value, str) else value


LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"wordless": {"()": WordlessFilter}},
    "formatters": {"wordless": {"()": WordlessFormatter, "fmt": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"errors": {"class": "logging.StreamHandler", "filters": ["wordless"], "formatter": "wordless"}},
    "root": {"handlers": ["errors"], "level": "INFO"},
    # Django's own handlers would mail errors with all that they say.
    "loggers": {"django": {"handlers": [], "level": "INFO", "propagate": True}},
}
"""Django's setting: everything to standard error, from where the operator keeps it."""
