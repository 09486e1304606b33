"""The cycle of 2022, run from its file to its report on letters that come with the program.

The letters are this project's own: what they let Governments say was never said by them, though the treaty actions in
them are real.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from verbale.app.compiling import CompileOptions, compile_report
from verbale.app.confirming import LetterDetails, confirm_reply
from verbale.app.converting import FORMS, convert_document
from verbale.app.cycles import CycleFolder, open_cycle, start_cycle
from verbale.app.demo_translations import Returned, translate_jobs
from verbale.app.document_cache import DocumentCache
from verbale.app.letter_reading import read_letter
from verbale.app.notes import issue_note
from verbale.app.publishing import Issued, Wanted, post_replies
from verbale.app.receiving import Received, receive_letter, settled_confirmation
from verbale.app.reconciling import reconcile
from verbale.app.translating import TakenTranslation, Unsent, prepare_jobs, send_jobs, take_job
from verbale.app.writing import write_together
from verbale.desk.cases import ReplyCase
from verbale.desk.commands import Actor, Role
from verbale.lexicon.written import write_state
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.reconciliation import Reconciliation
from verbale.render.reconciliation_view import reconciliation_page
from verbale.translation.memory import TranslationMemory
from verbale.translation.xliff import write_xliff

OFFICER, TRANSLATOR = Actor("demo"), Actor("demo", Role.TRANSLATOR)
OPENED = datetime(2022, 1, 20, 14, tzinfo=UTC)
ISSUED = datetime(2022, 1, 28, 14, tzinfo=UTC)
SENT = datetime(2022, 6, 6, 14, tzinfo=UTC)
COMPILED = datetime(2022, 6, 21, 14, tzinfo=UTC)
SUBMITTED = date(2022, 6, 21)
RECONCILIATION = "reconciliation.html"
TRANSLATIONS, SENT_FILES, RETURNED_FILES = "translations", "sent", "returned"
"""The folder of translations, and in it those of what went out and of what came back."""


@dataclass(frozen=True, slots=True)
class DemoResult:
    """What the demo did: the letters as they were taken in, the replies at the end, the report in each language.

    ``asked`` are the cases that a person had to confirm, ``posted`` the late replies that went on the web. ``unsent``
    are the replies that needed no translation, ``taken`` the translations taken in, ``awaited`` those that come back
    only after the report is compiled.
    """

    received: tuple[tuple[str, Received], ...]
    asked: tuple[str, ...]
    unsent: tuple[Unsent, ...]
    taken: tuple[TakenTranslation, ...]
    awaited: tuple[Returned, ...]
    replies: tuple[ReplyCase, ...]
    reports: tuple[tuple[Language, Document], ...]
    posted: tuple[Issued, ...]
    reconciled: Reconciliation
    files: int

    def state_of(self, case: str) -> str:
        """The English name of the State whose reply a case is."""
        return next(write_state(reply.state, Language.EN) for reply in self.replies if reply.id == case)


def run_demo(into: Path, forms: tuple[str, ...], tell: Callable[[str], None], *, force: bool = False) -> DemoResult:
    """Run the cycle in ``into``: the letters, the notes, the cycle itself, the translations as they were sent and as
    they came back, ``report.LANG.ENDING``, the pages of late replies in ``web``, and ``reconciliation.html``.

    ``tell`` is told each step and file. Raises ``OutputRefused`` where something may not be written.
    """
    letters = dict(_letters())
    tell("letters")
    write_together(into / "letters", {name: data for name, (data, _) in letters.items()}, force=force)
    start_cycle(into / "cycle", _file("cycle.toml").read_text(encoding="utf-8"), OFFICER, OPENED)
    with open_cycle(into / "cycle") as folder:
        notes = issue_note(folder, (), OFFICER, ISSUED, issue=True)
        tell("notes verbales")
        written = {f"note-verbale.{code}.docx": convert_document(note, "docx").content for code, note in notes.items()}
        write_together(into / "notes", written, force=force)
        received, asked = _take_in(folder, letters, tell)
        names = {taken.case: name for name, taken in received}
        unsent, taken, awaited = _translate(folder, names, into / TRANSLATIONS, force=force)
        tell("translations")
        order = CompileOptions(tuple(Language), forms, into, SUBMITTED, force)
        reports = compile_report(folder, order, OFFICER, COMPILED, tell)
        posted = post_replies(folder, Wanted(into, SUBMITTED, force=force), OFFICER, COMPILED)
        tell("web pages")
        found = reconcile(folder)
        write_together(into, {RECONCILIATION: reconciliation_page(found).encode()}, force=force)
        tell("reconciliation")
        done = (folder.replies, tuple(reports.items()), posted, found, len(Language) * len(forms))
        return DemoResult(tuple(received), tuple(asked), unsent, taken, awaited, *done)


def _file(name: str) -> Traversable:
    return resources.files("verbale.app").joinpath("demo_cycle").joinpath(name)


def _letters() -> Iterator[tuple[str, tuple[bytes, datetime]]]:
    """The letters with the moment each came."""
    for row in csv.DictReader(io.StringIO(_file("letters.csv").read_text(encoding="utf-8"))):
        yield row["file"], (_file(row["file"]).read_bytes(), datetime.fromisoformat(row["received"]))


def _take_in(
    folder: CycleFolder, letters: dict[str, tuple[bytes, datetime]], tell: Callable[[str], None]
) -> tuple[list[tuple[str, Received]], list[str]]:
    """Every letter received and confirmed: at once where nothing is in doubt, else as a person would."""
    received, asked = [], []
    for name, (data, came) in letters.items():
        tell(name)
        taken = receive_letter(folder, read_letter(data, name), OFFICER, came)
        received.append((name, taken))
        confirmation = settled_confirmation(folder, taken)
        if confirmation:
            folder.give(taken.case, confirmation, OFFICER, came)
        else:
            asked.append(taken.case)
            confirm_reply(folder, taken.case, LetterDetails(), OFFICER, came)
    return received, asked


def _translate(
    folder: CycleFolder, letters: Mapping[str, str], into: Path, *, force: bool
) -> tuple[tuple[Unsent, ...], tuple[TakenTranslation, ...], tuple[Returned, ...]]:
    """Every reply that is printed sent to be translated; what comes back before the report is compiled taken in.

    ``letters`` are the names of the letters by case.
    """
    cache = DocumentCache(folder)
    prepared = prepare_jobs(cache, (), tuple(Language), TranslationMemory(), OFFICER, SENT)
    send_jobs(folder, prepared.jobs, into / SENT_FILES, OFFICER, SENT, force=force)
    returned = translate_jobs(prepared.jobs, letters, _file(TRANSLATIONS))
    files = {one.name: write_xliff(one.job) for one in returned}
    write_together(into / RETURNED_FILES, files, force=force)
    in_time = [one for one in returned if one.at <= COMPILED]
    taken = [take_job(files[one.name], one.name, cache, TRANSLATOR, one.at) for one in in_time]
    return prepared.unsent, tuple(taken), returned[len(in_time) :]


def steps_of_demo(forms: tuple[str, ...]) -> int:
    """How often ``run_demo`` tells of a step."""
    return 5 + sum(1 for _ in _letters()) + len(Language) * len(forms)


def endings_of(forms: tuple[str, ...]) -> tuple[str, ...]:
    """The endings of the files of these formats."""
    return tuple(FORMS[form].ending for form in forms)
