"""What a programme or a cycle lacks before a note verbale or a report can be written of it, all of it at once.

What words are needed is not listed anywhere: they are those that the general words refer to and do not have themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from fluent.syntax import ast, parse
from fluent.syntax.visitor import Visitor

from verbale.compose.resolutions import number_of, organ_of, receiving_organ, session_line
from verbale.compose.topics import find_title
from verbale.compose.words import general_words, has_message
from verbale.desk.cycle import Cycle
from verbale.lexicon.phrases import find_organ_name
from verbale.model.language import Language
from verbale.model.programme import Programme

_ORGAN = ("organ", "organ_of", "organ_to", "organ_gender")
# Values that are given to messages which the general words do not have, by the beginning of the message's name.
_GIVEN: Mapping[str, tuple[str, ...]] = {
    "intro-": ("paragraph", "number", "session", *_ORGAN),
    "figure-": ("number", "count", "date"),
}


class _Uses(Visitor):
    """The messages, terms and values that an entry refers to."""

    def __init__(self) -> None:
        self.entries: set[str] = set()
        self.values: set[str] = set()

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 (named by the library)
        self.entries.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802 (named by the library)
        attribute = f".{node.attribute.name}" if node.attribute else ""
        self.entries.add(f"-{node.id.name}{attribute}")

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 (named by the library)
        self.values.add(node.id.name)


def find_lacking_words(programme: Programme, languages: Sequence[Language]) -> tuple[str, ...]:
    """What is missing or cannot be understood in the words and titles of a programme, in sentences; none when whole."""
    found = [one for language in languages for one in _in_language(programme, language)]
    for language in languages:
        if programme.titles and not programme.titles.get(language):
            found.append(f"titles.{language}: is missing")
        for topic in programme.topics:
            if not topic.titles.get(language):
                found.append(f"topics {topic.id}: the title in {language} is missing")
        for item in programme.agenda:
            if not item.titles.get(language):
                found.append(f"agenda {item.item or '(any item)'}: the title in {language} is missing")
    return tuple(found)


def _in_language(programme: Programme, language: Language) -> Iterator[str]:
    file = f"words.{language}.ftl"
    if language not in programme.words:
        yield f"{file}: there is no such file"
        return
    resource = parse(programme.words[language])
    own: dict[str, _Uses] = {}
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            line = programme.words[language].count("\n", 0, entry.span.start if entry.span else 0) + 1
            yield f"{file}, line {line}: {entry.annotations[0].message if entry.annotations else 'not understood'}"
        elif isinstance(entry, ast.Message | ast.Term):
            own |= _named(entry)
    general = _general(language)
    known = {*general, *own}
    for message in _needed(programme, language, own):
        if message not in known:
            yield f"{file}: {message} is missing"
    for message, uses in own.items():
        if odd := uses.values - _values_given(message, general):
            given = ", ".join(sorted(_values_given(message, general))) or "none"
            yield f"{file}: {message} asks for {', '.join(sorted(odd))}, and is given {given}"


def _named(entry: ast.Message | ast.Term) -> dict[str, _Uses]:
    """An entry and its attributes by name, each with what it uses."""
    name = entry.id.name if isinstance(entry, ast.Message) else f"-{entry.id.name}"
    uses = _Uses()
    uses.visit(entry)
    return {name: uses, **{f"{name}.{attribute.id.name}": _Uses() for attribute in entry.attributes}}


@cache
def _general(language: Language) -> Mapping[str, _Uses]:
    entries = parse(general_words(language)).body
    found: dict[str, _Uses] = {}
    for entry in entries:
        if isinstance(entry, ast.Message | ast.Term):
            found |= _named(entry)
    return found


def _needed(programme: Programme, language: Language, own: Mapping[str, _Uses]) -> list[str]:
    """What has to be there: all that is referred to, and what the sections, observations and organs of the programme
    name."""
    used = {**_general(language), **own}
    needed = {entry for uses in used.values() for entry in uses.entries}
    for section in programme.sections:
        needed |= {message for message in (section.heading, *section.paragraphs) if message}
    needed |= {f"meeting-{meeting}" for meeting in programme.observed.meetings}
    needed |= {f"figure-{figure}" for figure in programme.observed.figures}
    for organ in {programme.organ, *programme.organs.values()} - {""}:
        needed |= _organ_messages(organ, language)
    return sorted(needed)


def _organ_messages(organ: str, language: Language) -> set[str]:
    forms = {f"organ-{organ}", *(f"organ-{organ}-{form}" for form in ("of", "to", "gender"))}
    return forms if find_organ_name(organ, language) else {*forms, f"organ-{organ}-name"}


def _values_given(message: str, general: Mapping[str, _Uses]) -> set[str]:
    """The values that a message may ask for: those of the general one that it stands for, and what goes with organs."""
    if message in general:
        given = general[message].values
        return given | {*_ORGAN} if given & {*_ORGAN} else given
    return {value for prefix, values in _GIVEN.items() if message.startswith(prefix) for value in values}


def find_lacking_terms(cycle: Cycle, languages: Sequence[Language]) -> tuple[str, ...]:
    """What a cycle lacks for its note verbale and its report in these languages, by the keys of its file."""
    found = []
    for number, mandate in enumerate(cycle.mandates, start=1):
        where = f"mandates[{number}]"
        untitled = [language for language in languages if not find_title(mandate, language, cycle.programme)]
        if untitled:
            found.append(
                f"{where}.titles: no title of {number_of(mandate.resolution)} in {', '.join(untitled)}, "
                f"for {mandate.topic} is no topic of programme {cycle.programme.id} that has one"
            )
        found += _lacking_organ(organ_of(mandate.resolution, cycle.programme), cycle, languages, f"{where}.resolution")
    if not cycle.called:
        found.append("mandates: none is called, so that the note verbale asks for nothing")
    found += _lacking_organ(receiving_organ(cycle), cycle, languages, "report")
    if unnamed := [one for one in languages if cycle.agenda_titles and not cycle.agenda_titles.get(one)]:
        found.append(f"agenda_titles: none in {', '.join(unnamed)}")
    if not all(session_line(cycle.session, language) for language in languages):
        found.append(f"session: {cycle.session} is neither a number up to 199 nor a year")
    return tuple(dict.fromkeys(found))


def _lacking_organ(organ: str, cycle: Cycle, languages: Sequence[Language], key: str) -> list[str]:
    lacking = {
        message
        for language in languages
        for message in _organ_messages(organ, language)
        if not has_message(message, language, cycle.programme)
    }
    return [f"{key}: the words have no {message}" for message in sorted(lacking)]
