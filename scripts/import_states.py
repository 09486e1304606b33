"""Makes ``states.csv`` and ``state_names.csv`` from the terminology of the United Nations and from words kept here.

Usage: import_states.py FOLDER, where FOLDER holds ``country-codes.csv`` (UNTERM and M49 columns).
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from mend_tables import mended, write_table
from russian_cases import CASES, decline

HERE = Path(__file__).parent
LANGUAGES = {"ar": "Arabic", "zh": "Chinese", "en": "English", "fr": "French", "ru": "Russian", "es": "Spanish"}
ARTICLES = {
    "en": ("the ",),
    "fr": ("l'", "la ", "le ", "les "),
    "es": ("el ", "la ", "los ", "las "),
}
NAME_COLUMNS = ("state", "language", "form", "text", "from", "to", "reason", "source")
STATE_COLUMNS = ("id", "m49", "kind", "admitted", "ended", "successor", "reason", "source")
# Names that changed: the name UNTERM gives today holds from this date.
SINCE = {"SWZ": "2018-04-19", "MKD": "2019-02-14", "CZE": "2016-07-05", "CPV": "2013-10-25"}
Name = tuple[str, str, str, str, str, str, str, str]


def read_records(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def clean(name: str) -> str:
    """Without asterisks, double spaces and typographic apostrophes."""
    return " ".join(name.replace("*", "").replace("’", "'").replace("（", "(").replace("）", ")").split())


def part_article(name: str, language: str) -> tuple[str, str]:
    """The bare name and the name with its article, empty when it has none: ``Albanie (l')`` -> Albanie, l'Albanie."""
    articles = ARTICLES.get(language, ())
    for article in articles:
        bare = article.strip()
        if name.endswith(f" ({bare})"):
            name = name[: -len(f" ({bare})")]
            return name, f"{article}{name}"
        if name.startswith(article):
            return name[len(article) :], name
    return name, ""


def turned_names(name: str, language: str) -> Iterator[str]:
    """Other ways of printing a name with its qualifier in parentheses."""
    if language == "ar" and " - " in name:
        yield name.replace(" - ", "-")
    bracketed = re.fullmatch(r"(.+?) \((.+)\)", name)
    if bracketed and language == "ar":
        before, _, after = bracketed[2].partition(" - ")
        yield f"{before} {bracketed[1]} {after}"


def unterm_names(record: dict[str, str]) -> Iterator[Name]:
    """Short and formal names in six languages, with and without article, with Russian cases."""
    state = record["ISO3166-1-Alpha-3"]
    for language, label in LANGUAGES.items():
        for form in ("short", "formal"):
            name = clean(record[f"UNTERM {label} {form.title()}"])
            if not name:
                continue
            since = SINCE.get(state, "") if form == "short" else ""
            bare, full = part_article(name, language)
            yield (state, language, form, bare, since, "", "", "unterm")
            for text in (full, *turned_names(bare, language)):
                if text:
                    yield (state, language, "in_text", text, since, "", "", "unterm")


def m49_names(record: dict[str, str]) -> Iterator[Name]:
    codes = {"ar": "ar", "zh": "cn", "en": "en", "fr": "fr", "es": "es", "ru": "ru"}
    for language, code in codes.items():
        name = clean(record[f"official_name_{code}"]).replace("_", "-")
        if name:
            yield (record["ISO3166-1-Alpha-3"], language, "in_text", part_article(name, language)[0], "", "", "", "m49")


def russian_names(names: list[Name]) -> Iterator[Name]:
    """The oblique cases of the short and formal Russian names."""
    for state, language, form, text, since, until, _, _ in names:
        if language == "ru" and form in ("short", "formal"):
            for inflected in decline(text)[: len(CASES)]:
                yield (state, "ru", "in_text", inflected, since, until, "", "grammar")


def all_names(folder: Path, states: set[str]) -> list[Name]:
    """Every name, the first of equal ones kept: UNTERM before words kept here before M49 before made forms."""
    records = [r for r in read_records(folder / "country-codes.csv") if r["ISO3166-1-Alpha-3"] in states]
    names = [name for record in records for name in unterm_names(record)]
    kept = read_records(HERE / "words/state_names.csv")
    names += [
        (r["state"], r["language"], r["form"], r["text"], r["from"], r["to"], r["reason"], r["source"]) for r in kept
    ]
    names += list(russian_names(names))
    names += [name for record in records for name in m49_names(record)]
    first: dict[tuple[str, str, str], Name] = {}
    for name in names:
        first.setdefault((name[0], name[1], name[3]), name)
    return list(first.values()) + list(gap_rows(first.values(), states))


def gap_rows(names: Iterable[Name], states: set[str]) -> Iterator[Name]:
    """A row for every State and language without a short or former name."""
    have = {(name[0], name[1]) for name in names if name[2] in ("short", "former")}
    for state in sorted(states):
        for language in LANGUAGES:
            if (state, language) not in have:
                yield (state, language, "short", "", "", "", "name not known with certainty", "unterm")


def state_tables(folder: Path) -> dict[str, str]:
    """Both tables by name, as canonical CSV text."""
    m49 = {r["ISO3166-1-Alpha-3"]: r["M49"].zfill(3) for r in read_records(folder / "country-codes.csv")}
    states = read_records(HERE / "words/states.csv")
    rows = [tuple({**state, "m49": m49.get(state["id"], "")}[column] for column in STATE_COLUMNS) for state in states]
    return {
        "states": mended(STATE_COLUMNS, rows),
        "state_names": mended(NAME_COLUMNS, all_names(folder, {state["id"] for state in states})),
    }


if __name__ == "__main__":
    for table, content in state_tables(Path(sys.argv[1])).items():
        write_table(table, content)
