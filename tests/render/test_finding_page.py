"""The page of findings: directions of script, and what is shown around the highlighted words."""

from __future__ import annotations

import re

from verbale.app.reading import read_source
from verbale.model.checked import Checked, CheckedFinding
from verbale.model.finding import Finding, Place, Severity
from verbale.render.finding_page import finding_page

WORDS = " ".join(f"كلمة{number}" for number in range(120))


def page(message: str) -> str:
    document = read_source(f"1. {WORDS}\n".encode(), "ar.txt")
    start = document.nodes[-1].text.index("كلمة60")
    ref = document.nodes[-1].ref
    place = Place("ar.txt", ref, start, start + 6)
    finding = Finding("claims/confirmed", Severity.NOTE, message, ref, start, start + 6, related=(place,))
    return finding_page((Checked(document, (CheckedFinding(finding, "0123456789", ""),)),), {})


def test_the_sentence_runs_to_the_right_and_the_words_it_quotes_in_their_own_direction() -> None:
    shown = page("“86 دولة” as of 2022-06-21: the register counts 86.")
    assert '<p class="message" dir="ltr">“<bdi>86 دولة</bdi>” as of 2022-06-21' in shown
    assert re.search(r'<p class="text" lang="[a-z]+" dir="rtl">', shown)


def test_no_word_is_cut_at_the_ends_of_what_is_shown() -> None:
    texts = re.findall(r'<p class="text"[^>]*>… (.*?) …</p>', page("Said."))
    assert texts
    for text in texts:
        assert set(re.sub("</?mark>", "", text).split()) <= set(WORDS.split())
