"""Typography and agreement: every message of every programme, with numbers and names of every class, by rules.

A rule is of a language (a mark, the form of a noun beside a number), never a sentence as it happens to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest

from verbale.compose.resolutions import organ_values, session_line, write_session
from verbale.compose.treaty_sentences import instrument_values
from verbale.compose.words import general_words, say
from verbale.find.annotate import find_annotations
from verbale.find.setting import DocumentContext
from verbale.lexicon.naming import state_name
from verbale.lexicon.sessions import find_sessions
from verbale.lexicon.states import states
from verbale.lexicon.treaties import treaties
from verbale.lexicon.written import (
    NameCase,
    write_count,
    write_date,
    write_days,
    write_list,
    write_number,
    write_state,
    write_treaty,
)
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind
from verbale.model.programme import Programme
from verbale.model.state import StateKind
from verbale.programmes.lookup import get_programme

EVERY = pytest.mark.parametrize("language", list(Language))
PROGRAMMES = [get_programme(name) for name in ("nuclear-disarmament", "human-rights", "oceans", "ecosoc", "general")]
COUNTS = (0, 1, 2, 3, 5, 8, 10, 11, 20, 21, 22, 100, 101, 102, 103, 111)
MEMBERS = [one.id for one in states().values() if one.kind in (StateKind.MEMBER, StateKind.OBSERVER)]
STATES = ("GMB", "IRN", "USA", "COD", "CUB", "HTI", "MEX", "PHL", "CIV", "GBR", "PSE", "NLD", "VAT", "EGY", "BOL")
DATES = ("2021-12-01", "2022-02-28", "2010-05-11", "1996-09-10")
TREATIES = ("NPT", "BWC", "ROME_STATUTE", "NEW_START")
ACTS = ("ratified", "succeeded", "accepted", "both")
KINDS = ("signature", "ratification", "acceptance", "approval", "accession", "succession", "withdrawal")
_MESSAGE = re.compile(r"^([a-z][\w-]*) =", re.MULTILINE)
# What stands in a message as a value and not as words of the sentence.
PLAIN = {
    "number": "76/53",
    "resolutions": "76/53",
    "reference": "ODA/1-2022",
    "report": "A/77/123",
    "previous": "A/76/117",
    "paragraph": "3",
    "request": "X",
    "title": "X",
    "titles": "X",
    "text": "X",
    "name": "X",
    "treaty": "X",
    "kind": "X",
    "vote": "X",
    "where": "office@example.org",
    "ways": "office@example.org",
    "website": "X",
    "site": "www.example.org",
    "session": "X",
    "section": "III",
    "other": "IV",
    "item": "(a)",
    "letter": "a",
    "language": "X",
    "authors": "X",
    "group": "X",
    "whole": "X",
    "part": "X",
    "place": "X",
    "old": "X",
    "new": "Y",
    "month": "X",
    "year": "2022",
    "addressees": "X",
    "addressees_to": "X",
    "counts": "X",
}


def names_of(language: Language, programme: Programme) -> list[str]:
    """The names of every message, the general ones and those of a programme."""
    return sorted({*_MESSAGE.findall(general_words(language)), *_MESSAGE.findall(programme.words[language])})


def composed(language: Language, programme: Programme) -> Iterator[tuple[str, str]]:
    """Every message with values of every class, and its name."""
    for at, count in enumerate(COUNTS):
        states = [write_state(state, language, NameCase.SENTENCE) for state in STATES[: at % 5 + 1]]
        day = write_date(DATES[at % len(DATES)], language)
        values: dict[str, str | int] = {
            **PLAIN,
            "numbers": write_list(["76/53", "76/46"], language),
            **organ_values("general_assembly" if at % 2 else "human_rights_council", language, programme),
            **instrument_values(TREATIES[at % len(TREATIES)], language),
            **dict.fromkeys(("date", "deadline", "received", "start", "end"), day),
            **{name: write_number(500 + count, language) for name in ("words", "summary")},
            "count": count,
            "replies": count,
            "number": write_count(count, language) if at % 2 else write_number(count, language),
            "acts": ACTS[at % len(ACTS)],
            "kind": KINDS[at % len(KINDS)],
            "states": write_list(states, language),
            "state": write_state(STATES[at % len(STATES)], language),
            "of": write_state(STATES[at % len(STATES)], language, NameCase.GENITIVE),
            "organisations": "yes" if at % 2 else "no",
            "organisation": "yes" if at % 2 else "no",
            "invited": "feminine" if at % 2 else "masculine",
            "placed": ("start", "inside", "after")[at % 3],
        }
        values["addressee"] = say("addressee-state", language, programme, of=str(values["of"]))
        for name in names_of(language, programme):
            yield name, say(name, language, programme, **values)


def every_text(language: Language) -> Iterator[tuple[str, str]]:
    for programme in PROGRAMMES:
        yield from composed(language, programme)


def faults(language: Language, rules: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """What breaks a rule: the rule, the message, and its text."""
    compiled = {rule: re.compile(pattern) for rule, pattern in rules.items()}
    return [
        (rule, name, text)
        for name, text in every_text(language)
        for rule, pattern in compiled.items()
        if pattern.search(text)
    ]


_SPACES = {"two spaces": r"  ", "space at an end": r"^\s|\s$", "space inside brackets": r"\(\s|\s\)"}
_LATIN = {
    **_SPACES,
    "straight mark": r"['\"]",
    "space before a mark": r"[ \u00a0][.,]",
    "mark twice": r"\.\.|,,|;\.|,\.",
}
TYPOGRAPHY: Mapping[Language, Mapping[str, str]] = {
    Language.EN: {**_LATIN, "space before a colon": r" [:;?!]", "an article twice": r"\bthe the\b|\bof of\b"},
    Language.ES: {
        **_LATIN,
        "space before a colon": r" [:;?!]",
        "not contracted": r"\b(de|a) el (?!Salvador)",
        "an article twice": r"\b(el|la|los|las) (el|la|los|las)\b",
        "before i": r" y [ií](?![aeo])",
    },
    Language.FR: {
        **_LATIN,
        "space that breaks": r" [:;?!»]|« ",
        "no space": r"[^\s\u00a0][;?!»]|[^\s\u00a0\d]:(?!//)|«[^\u00a0]",
        "not contracted": r"\b(de|à) les? ",
        "not elided": r"\b(de|le|la|que|se) [aeiouéèêîâœ]\w",
        "an article twice": r"\b(le|la|les) (le|la|les)\b",
    },
    Language.RU: {**_LATIN, "space before a colon": r" [:;?!]", "other marks": r"[“”]", "dash": r" - "},
    Language.AR: {
        **_SPACES,
        "marks of another script": r"[,;?\"']",
        "space before a mark": r" [.،؛:]",
        "article behind its preposition": r"لال|للال",
    },
    Language.ZH: {
        "a space": r"[\u4e00-\u9fff] | [\u4e00-\u9fff]",
        "marks of another script": r"[\u4e00-\u9fff)][,;:?!](?!//)",
        "wide brackets": r"[（）]",
    },
}


@EVERY
def test_marks_and_spaces_are_those_of_the_language(language: Language) -> None:
    assert faults(language, TYPOGRAPHY[language]) == []


@EVERY
def test_quotation_marks_are_closed(language: Language) -> None:
    pairs = {**dict.fromkeys(Language, "“”"), Language.FR: "«»", Language.RU: "«»", Language.AR: "”“"}
    opening, closing = tuple(pairs[language])
    assert [text for _, text in every_text(language) if text.count(opening) != text.count(closing)] == []


_PAUCAL = (2, 3, 4)
COUNTED: Mapping[Language, str] = {
    Language.EN: r"(\d+|one|two|three|five|eight) (States?|Estados?)\b",
    Language.FR: r"(\d+|un|deux|trois|cinq|huit) (États?)\b",
    Language.ES: r"(\d+|un|uno|dos|tres|cinco|ocho) (Estados?)\b",
    Language.RU: r"(\d+|одно|два|три|пять|восемь) (государств[оа]?)\b",
    Language.AR: r"(\d+|ثلاث|خمس|ثماني) (دولة|دول)\b",
}
WORDS = {
    word: number
    for language in Language
    for number in range(1, 10)
    for word in (write_count(number, language), "un" if number == 1 else "")
    if word and not word.isdecimal()
}


def wanted(language: Language, number: int) -> str:
    """The form of the noun for State beside a number, by the grammar of the language."""
    match language:
        case Language.EN:
            return "State" if number == 1 else "States"
        case Language.FR:
            return "État" if number < 2 else "États"
        case Language.ES:
            return "Estado" if number == 1 else "Estados"
        case Language.RU:
            if number % 10 == 1 and number % 100 != 11:
                return "государство"
            return "государства" if number % 10 in _PAUCAL and number % 100 not in (12, 13, 14) else "государств"
        case _:
            return "دول" if 3 <= number % 100 <= 10 else "دولة"


@pytest.mark.parametrize("language", [language for language in Language if language is not Language.ZH])
def test_nouns_agree_with_their_numbers(language: Language) -> None:
    seen = set()
    for name, text in every_text(language):
        for found in re.finditer(COUNTED[language], text):
            number = int(found[1]) if found[1].isdecimal() else WORDS[found[1]]
            if name == "obs-outstanding" and (language is Language.RU or not number):
                continue  # the noun is in another case there, and none are never awaited
            seen.add(number)
            assert found[2] == wanted(language, number), (name, text)
    assert {11, 21, 22, 103, 111} <= seen


@EVERY
def test_ordinals_of_sessions_are_of_the_form_that_a_noun_after_them_asks_for(language: Language) -> None:
    organ = organ_values("general_assembly", language, PROGRAMMES[0])
    wrong = {Language.ES: r"(?i)(primero|tercero|uno) período", Language.FR: r"(?i)quatre vingt|[^-]vingt-?et"}
    for session in range(2, 200):
        for said in (write_session(session, language, organ), session_line(session, language)):
            assert not re.search(wrong.get(language, r"\d"), said), (session, said)
            assert [one.number for one in find_sessions(said, language)] == [session], said


@EVERY
def test_what_two_dates_share_is_said_once(language: Language) -> None:
    for start, end, years in (
        ("2021-09-23", "2021-09-24", 1),
        ("2021-09-01", "2021-10-01", 1),
        ("2021-01-30", "2021-10-02", 1),
        ("2021-12-28", "2022-01-01", 2),
    ):
        first, last = write_days(start, end, language)
        said = say("obs-held-between", language, start=first, end=last)
        assert len(re.findall(r"20\d\d", said)) == years
        setting = DocumentContext(language, "report", None, None, None)
        found = find_annotations([Node("II.1", NodeKind.PARAGRAPH, said, ())], setting)
        assert [(one.value["start"], one.value["end"]) for one in found] == [(start, end)]


@EVERY
def test_every_member_has_a_form_for_every_place(language: Language) -> None:
    for state in MEMBERS:
        forms = {case: write_state(state, language, case) for case in NameCase}
        assert all(forms.values())
        if language is Language.RU:
            indeclinable = forms[NameCase.LIST] == forms[NameCase.GENITIVE]
            assert not indeclinable or re.search(r"[оеиуэаш]$", forms[NameCase.LIST]), forms
        if "(" in forms[NameCase.LIST]:
            assert not any("(" in forms[case] for case in NameCase if case is not NameCase.LIST)
        assert "'" not in "".join(forms.values())


@EVERY
def test_names_in_a_sentence_are_known_names(language: Language) -> None:
    from verbale.lexicon.names import find_state  # noqa: PLC0415 (beside the one test that needs it)

    for state in MEMBERS:
        for case in (NameCase.LIST, NameCase.SENTENCE):
            assert find_state(write_state(state, language, case), language) == state
        assert state_name(state, language)


@EVERY
def test_treaties_have_a_word_for_their_kind(language: Language) -> None:
    assert all(write_treaty(treaty, language) for treaty in TREATIES)
    for one in treaties().values():
        if one.kind == "treaty":
            assert instrument_values(one.id, language)["instrument_gender"] in {"masculine", "feminine", "neuter"}
