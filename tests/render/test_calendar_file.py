"""A calendar in the form of RFC 5545."""

from __future__ import annotations

import dataclasses
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.render.calendar_file import CalendarEntry, calendar_file

ENTRY = CalendarEntry("meeting-1@example.org", "2022-06-21", "2022-06-23", "2022-06-24", "First Meeting", "en")


def unfolded(text: str) -> list[str]:
    """The content lines: a line that begins with a space goes on the line before it."""
    assert text.endswith("\r\n")
    return re.sub(r"\r\n ", "", text)[:-2].split("\r\n")


def value_of(text: str, name: str) -> str:
    """The value of the first property of a name, taken out of its escapes."""
    line = next(line for line in unfolded(text) if re.match(rf"{name}[;:]", line))
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], line.partition(":")[2])


def test_days_are_dates_and_the_end_is_the_day_after() -> None:
    lines = unfolded(calendar_file("Meetings", [ENTRY]))
    assert lines[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Verbale//Calendar//EN"]
    assert lines[-1] == "END:VCALENDAR"
    assert "DTSTART;VALUE=DATE:20220621" in lines
    assert "DTEND;VALUE=DATE:20220624" in lines
    assert "DTSTAMP:20220624T000000Z" in lines
    assert "SUMMARY;LANGUAGE=en:First Meeting" in lines
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 1


def test_a_day_alone_lasts_a_day() -> None:
    entry = dataclasses.replace(ENTRY, start="2024-02-29", end="2024-02-29")
    assert "DTEND;VALUE=DATE:20240301" in unfolded(calendar_file("Meetings", [entry]))


@pytest.mark.parametrize("field", ["start", "end", "stamp"])
def test_what_is_no_day_is_refused(field: str) -> None:
    with pytest.raises(ValueError, match="2022"):
        calendar_file("Meetings", [dataclasses.replace(ENTRY, **{field: "2022"})])


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=300))
def test_words_come_back_from_folded_and_escaped_lines(words: str) -> None:
    text = calendar_file("Meetings", [dataclasses.replace(ENTRY, summary=words, location="\u4f1a" * 60)])
    assert value_of(text, "SUMMARY") == words
    for line in text[:-2].split("\r\n"):
        assert len(line.encode()) <= 75


def test_marks_that_part_values_are_escaped() -> None:
    text = calendar_file("Meetings", [dataclasses.replace(ENTRY, summary="one, two; three\\four\nfive\x07")])
    assert "SUMMARY;LANGUAGE=en:one\\, two\\; three\\\\four\\nfive" in unfolded(text)


def test_the_same_entries_are_the_same_bytes() -> None:
    assert calendar_file("Meetings", [ENTRY]) == calendar_file("Meetings", [ENTRY])
