"""Gather the words of the website's interface, and make of their translations what Django reads.

python scripts/build_messages.py          adds new messages to locale/LANG/LC_MESSAGES/django.po, drops old ones, writes
                                          django.mo
python scripts/build_messages.py --check  says what is missing, fuzzy, without its placeholders or out of date; exits 1

Messages are English. They stand in templates and in Python; a translation stands in one file for each language.
"""

from __future__ import annotations

import ast
import io
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from babel.messages import mofile, pofile
from babel.messages.catalog import Catalog, Message
from django.conf import settings
from django.utils.translation.template import templatize

WEB = Path(__file__).resolve().parent.parent / "src" / "verbale" / "web"
LOCALES = ("ar", "zh_Hans", "fr", "ru", "es")
_CALL = re.compile(r"\b(npgettext|pgettext|ngettext|gettext)\(((?:u'(?:[^'\\]|\\.)*'(?:, )?)+)", re.S)
_FUNCTIONS = {"_": "gettext", "gettext": "gettext", "gettext_lazy": "gettext"} | {
    name: name.removesuffix("_lazy")
    for name in ("ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy", "npgettext", "npgettext_lazy")
}
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%")
_LONG_AGO = datetime(2026, 12, 1, tzinfo=UTC)
_WIDTH = 110  # characters of a line


class Words(NamedTuple):
    """A message: what tells it from another of the same words, its words, and those of its plural or none."""

    context: str
    single: str
    plural: str

    @property
    def key(self) -> str | tuple[str, str]:
        """What names it in a catalogue."""
        return (self.single, self.plural) if self.plural else self.single


def gather() -> list[Words]:
    """Every message of the website, each once, in the order of files."""
    found: dict[Words, None] = {}
    for path in sorted(WEB.rglob("*.html")):
        found.update(dict.fromkeys(_of_template(path.read_text(encoding="utf-8"))))
    for path in sorted(WEB.rglob("*.py")):
        found.update(dict.fromkeys(_of_module(path.read_text(encoding="utf-8"))))
    plurals = {words.single for words in found if words.plural}
    return [words for words in found if words.plural or words.single not in plurals]


def _of_template(text: str) -> Iterator[Words]:
    for call in _CALL.finditer(templatize(text)):
        strings = ast.literal_eval(f"({call[2].rstrip(', ')},)")
        yield _words(call[1], strings)


def _of_module(text: str) -> Iterator[Words]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _FUNCTIONS:
            strings = [
                each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)
            ]
            if strings:
                yield _words(_FUNCTIONS[node.func.id], strings)


def _words(function: str, strings: Iterable[str]) -> Words:
    given = list(strings)
    context = given.pop(0) if function.startswith(("pgettext", "npgettext")) else ""
    return Words(context, given[0], given[1] if "ngettext" in function or function == "npgettext" else "")


def read(path: Path, locale: str) -> Catalog:
    """The translations that are there."""
    if not path.exists():
        return Catalog(locale)
    with path.open("rb") as stream:
        return pofile.read_po(stream, locale)


def made_of(messages: Iterable[Words], before: Catalog, locale: str) -> Catalog:
    """The catalogue of a language: every message, with the translation that it had."""
    catalog = Catalog(locale, project="Verbale", charset="utf-8", fuzzy=False)
    catalog.creation_date = catalog.revision_date = _LONG_AGO
    catalog.header_comment = (
        "# The words of the website. Written by hand; new ones are added by scripts/build_messages.py."
    )
    catalog.last_translator = catalog.language_team = "Verbale"
    for words in messages:
        old = before.get(words.key, context=words.context or None)
        flags = {"python-format"} if _PLACEHOLDER.search(words.single) else set()
        catalog.add(words.key, _string(old), context=words.context or None, flags=flags)
    return catalog


def _string(old: Message | None) -> str | tuple[str, ...]:
    return old.string if old is not None and not old.fuzzy else ""


def encode(catalog: Catalog) -> tuple[bytes, bytes]:
    """The files of a catalogue: for people, and for Django."""
    words, machine = io.BytesIO(), io.BytesIO()
    pofile.write_po(words, catalog, width=_WIDTH, no_location=True, sort_output=False)
    mofile.write_mo(machine, catalog)
    return words.getvalue(), machine.getvalue()


def problems_of(catalog: Catalog, locale: str) -> Iterator[str]:
    """What is not translated, or has other placeholders than its message."""
    for message in catalog:
        if not message.id:
            continue
        singles = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
        wanted = catalog.num_plurals if len(singles) > 1 else 1
        if len([string for string in strings if string]) < wanted:
            yield f"{locale}: not translated: {singles[0]!r}"
            continue
        known = {one for single in singles for one in _PLACEHOLDER.findall(single)}
        always = set(_PLACEHOLDER.findall(singles[-1]))
        for at, string in enumerate(strings):
            given = set(_PLACEHOLDER.findall(string))
            # A form for one or two may do without the number.
            if given - known or (always - given and (len(singles) == 1 or at == len(strings) - 1)):
                yield f"{locale}: other placeholders: {singles[0]!r}"


def main(arguments: list[str]) -> None:
    """Write, or check and exit with 1 where something is wrong."""
    settings.configure(USE_I18N=True)
    messages, problems = gather(), []
    for locale in LOCALES:
        path = WEB / "locale" / locale / "LC_MESSAGES" / "django.po"
        catalog = made_of(messages, read(path, locale), locale)
        words, machine = encode(catalog)
        problems += problems_of(catalog, locale)
        if "--check" not in arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(words)
            path.with_suffix(".mo").write_bytes(machine)
        elif not path.exists() or (path.read_bytes(), path.with_suffix(".mo").read_bytes()) != (words, machine):
            problems.append(
                f"{locale}: django.po or django.mo is not what the pages need; run scripts/build_messages.py"
            )
    if "--check" in arguments and problems:
        raise SystemExit("\n".join(problems))
    sys.stderr.write(f"{len(messages)} messages; {len(problems)} without a translation or with other placeholders\n")


if __name__ == "__main__":
    main(sys.argv[1:])
