"""How long the report of a large cycle takes: letters in, translations in, six languages in four formats out.

python -m bench.desk [--write --date YYYY-MM-DD [--machine TEXT]] [--max NAME=VALUE …]

A cycle of 60 replies of 500 words each and one of 193, in DOCX, in the six languages in turn; each is translated into
the five others as XLIFF. Their words are those of the project's own samples, drawn with a seed. ``--max`` takes
``compile`` (seconds for 60 replies), ``growth`` (the time for one of 193 replies to that for one of 60) and ``omitted``
(characters of letters that are nowhere in the report). Exit 1 when a bar is missed.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from bench.options import parse_options, parser_of
from bench.pages import Sheet, parse_bounds, say_missed, show, write
from bench.shared import ROOT

from verbale.app.compiling import CompileOptions, compile_report
from verbale.app.confirming import LetterDetails, confirm_reply
from verbale.app.converting import convert_document
from verbale.app.cycles import CycleFolder, open_cycle, start_cycle
from verbale.app.document_cache import DocumentCache
from verbale.app.letter_reading import read_letter, words_of
from verbale.app.reading import read_tree
from verbale.app.receiving import receive_letter
from verbale.app.reconciling import reconcile
from verbale.app.translating import prepare_jobs, send_jobs, take_job
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE
from verbale.desk.commands import Actor
from verbale.lexicon.tables import read_table
from verbale.lexicon.written import write_state
from verbale.model.language import Language
from verbale.model.node import NodeKind
from verbale.model.reconciliation import Fate
from verbale.translation.job import Job, SegmentState
from verbale.translation.memory import TranslationMemory
from verbale.translation.xliff import write_xliff

BARS = {"compile": 20.0, "growth": 1.25, "omitted": 0}
SIZES = (60, 193)
FORMS = ("docx", "pdf", "html", "akn")
_WORDS = 500
_SAMPLES = ROOT / "tests" / "samples"
_OFFICER = Actor("bench")
_CALLED, _CAME = datetime(2022, 1, 28, 14, tzinfo=UTC), datetime(2022, 5, 20, 14, tzinfo=UTC)
_COMPILED = datetime(2022, 7, 8, 14, tzinfo=UTC)

Passage = Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of the steps of one cycle, and how large it was."""

    replies: int
    words: int
    letters: float
    translations: float
    compiling: float
    reconciling: float
    omitted: int


def passages() -> list[Passage]:
    """Paragraphs that the samples have in all six languages, under one ref."""
    found: list[Passage] = []
    for kind in ("report", "resolution"):
        trees = {one: read_tree((_SAMPLES / kind / f"{one}.txt").read_bytes(), f"{one}.txt") for one in Language}
        texts = {
            language: {node.ref: node.text for node in tree.nodes if node.kind is NodeKind.PARAGRAPH}
            for language, tree in trees.items()
        }
        refs = [ref for ref in texts[Language.EN] if all(ref in known for known in texts.values())]
        found += [{language: texts[language][ref] for language in Language} for ref in refs]
    return found


def chosen(known: list[Passage], seed: int) -> list[Passage]:
    """Passages for one reply, until it has its words in English."""
    chance = random.Random(seed)
    taken: list[Passage] = []
    while sum(words_of(one[Language.EN]) for one in taken) < _WORDS:
        taken.append(chance.choice(known))
    return taken


def measure(size: int, folder: Path, known: list[Passage]) -> Timing:
    """Run one cycle from its letters to its report."""
    text = (ROOT / "src/verbale/app/demo_cycle/cycle.toml").read_text(encoding="utf-8")
    start_cycle(folder / "cycle", text, _OFFICER, _CALLED)
    members = [row["id"] for row in read_table("states") if row["kind"] == "member" and not row["ended"]][:size]
    with open_cycle(folder / "cycle") as opened:
        opened.give(CYCLE, c.IssueNote("note", date(2022, 1, 28)), _OFFICER, _CALLED)
        said = {}
        began = time.perf_counter()
        for number, state in enumerate(members):
            language = list(Language)[number % 6]
            said[receive(opened, state, language, chosen(known, number))] = chosen(known, number)
        received = time.perf_counter()
        cache = DocumentCache(opened)
        jobs = prepare_jobs(cache, (), tuple(Language), TranslationMemory(), _OFFICER, _CAME).jobs
        send_jobs(opened, jobs, folder / "jobs", _OFFICER, _CAME)
        for job in jobs:
            take_job(write_xliff(translated(job, said[job.id])), f"{job.id}.xlf", cache, _OFFICER, _CAME)
        back = time.perf_counter()
        order = CompileOptions(tuple(Language), FORMS, folder / "out", date(2022, 7, 8))
        report = compile_report(opened, order, _OFFICER, _COMPILED)[Language.EN]
        done = time.perf_counter()
        omitted = reconcile(opened).total(Fate.OMITTED)
        reconciled = time.perf_counter()
    words = words_of(" ".join(node.text for node in report.nodes))
    spent = (received - began, back - received, done - back, reconciled - done)
    return Timing(len(report.replies), words, *spent, omitted)


def receive(opened: CycleFolder, state: str, language: Language, taken: list[Passage]) -> str:
    """A letter of these passages, as DOCX, taken in and confirmed; the id of its case."""
    text = "\n\n".join([write_state(state, language), *(one[language] for one in taken)])
    data = convert_document(read_tree(text.encode(), f"{state}.txt", "reply"), "docx").content
    case = receive_letter(opened, read_letter(data, f"{state}.docx"), _OFFICER, _CAME).case
    confirm_reply(opened, case, LetterDetails((state,), "2022-05-19", language.value, ("76/53",)), _OFFICER, _CAME)
    return case


def translated(job: Job, taken: list[Passage]) -> Job:
    """The job with the words of the samples in its language; what is no passage goes as it came."""
    words = {one[job.source]: one[job.target] for one in taken}
    segments = (
        replace(one, target=words.get(one.source, one.source), state=SegmentState.FINAL) for one in job.segments
    )
    return replace(job, segments=tuple(segments))


def timings() -> Iterator[Timing]:
    """A cycle of each size, in a folder that goes away."""
    known = passages()
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            yield measure(size, Path(folder), known)


def main() -> int:
    """Measure, show, write where asked; return the exit code."""
    options = parse_options(parser_of(__doc__, "desk.md", "max"))
    few, many = timings()
    growth = (many.compiling / many.replies) / (few.compiling / few.replies)
    rows = tuple(
        (
            *(f"{one.replies}", f"{one.words:,}"),
            *(f"{spent:.1f}" for spent in (one.letters, one.translations, one.compiling, one.reconciling)),
            f"{one.omitted}",
        )
        for one in (few, many)
    )
    columns = (
        *("replies", "words in English", "letters in, s", "translations in, s", "compiling, s", "reconciling, s"),
        "characters omitted",
    )
    forms = ", ".join(FORMS)
    note = f"Compiling: six languages as {forms}; the bar is 20 s for 60."
    note += f" Among 193 one reply takes {growth:.2f} of what it takes among 60."
    sheets = [Sheet("A cycle from its letters to its report", columns, rows, note)]
    show(sheets)
    if options.write:
        print(f"written: {write('desk.md', sheets, 'python -m bench.desk', options.date, options.machine)}")
    omitted = few.omitted + many.omitted
    found, bars = {"compile": few.compiling, "growth": growth, "omitted": omitted}, BARS | parse_bounds(options.max)
    return say_missed(found, bars)


if __name__ == "__main__":
    sys.exit(main())
