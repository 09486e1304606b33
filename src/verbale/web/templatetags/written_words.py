"""Filters and tags of the templates: names, dates and numbers in the language of the interface."""

from __future__ import annotations

from collections.abc import Sequence

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from verbale.lexicon.states import states
from verbale.lexicon.treaties import treaties
from verbale.lexicon.written import write_date, write_number, write_state, write_treaty
from verbale.model.language import Language
from verbale.web.settings import LANGUAGE_NAMES

register = template.Library()
_LANGUAGES = frozenset(Language)
_RIGHT_TO_LEFT = frozenset({Language.AR.value})


def current_language() -> Language:
    """The language of the interface."""
    code = (get_language() or "").partition("-")[0]
    return Language(code) if code in _LANGUAGES else Language.EN


@register.filter
def state_name(code: str) -> str:
    """The name of a State by its ISO 3166 alpha-3 code; what is none stays as it is."""
    found = states().get(code)
    # A State that is no more has no name in every language.
    return code if found is None or found.ended else write_state(code, current_language())


@register.filter
def treaty_name(code: str) -> str:
    """The name of a treaty by its id; what is none stays as it is."""
    return write_treaty(code, current_language()) if code in treaties() else code


@register.filter
def written_date(day: str) -> str:
    """A day (ISO 8601) as it is written in the language of the interface; what is none stays as it is."""
    try:
        return write_date(day, current_language())
    except ValueError:
        return day


@register.filter
def written_number(number: int) -> str:
    """A number as it is written in the language of the interface."""
    return write_number(number, current_language())


@register.filter
def language_name(code: str) -> str:
    """The name of a language in itself; the code where it is none of the six."""
    return LANGUAGE_NAMES[Language(code)] if code in set(Language) else code


@register.filter
def profile_name(profile: str) -> str:
    """What a kind of document is called."""
    names = {
        "resolution": _("resolution"),
        "decision": _("decision"),
        "report": _("report"),
        "reply": _("reply"),
        "note-verbale": _("note verbale"),
        "generic": _("other document"),
        "register": _("register"),
    }
    return names.get(profile, profile)


@register.filter
def role_name(role: str) -> str:
    """What a role is called."""
    names = {
        "reader": _("reader"),
        "officer": _("desk officer"),
        "translator": _("translator"),
        "mission": _("mission"),
        "administrator": _("administrator"),
        "operator": _("operator"),
    }
    return names.get(role, role)


@register.filter
def direction(code: str) -> str:
    """``rtl`` for a language that is written from right to left, else ``ltr``."""
    return "rtl" if code in _RIGHT_TO_LEFT else "ltr"


@register.simple_tag
def highlighted(text: str, spans: Sequence[tuple[int, int]]) -> SafeString:
    """A text, made safe, with the spans of it marked; they are in order and do not overlap."""
    pieces: list[tuple[str, str, str]] = []
    at = 0
    for start, end in spans:
        pieces.append((text[at:start], text[start:end], ""))
        at = end
    marked = format_html_join("", "{}<mark>{}</mark>{}", pieces)
    return marked + format_html_join("", "{}", [(text[at:],)])
