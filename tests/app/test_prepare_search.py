"""A process that is prepared reads no table when the first question comes."""

from __future__ import annotations

import subprocess
import sys

QUESTIONS = (
    "'Cuba embargo', 'права ребенка', 'حقوق الطفل', '核裁军 古巴', 'NPT 12 March 2010', 'armas nucleares', '76/53'"
)
CODE = f"""
from verbale.app.library_search import prepare_search
from verbale.lexicon import tables
from verbale.search.highlighting import Highlighter
from verbale.search.query import understand
from verbale.model.language import Language

prepare_search()
before = tables.read_bundled.cache_info().misses
for text in ({QUESTIONS}):
    for language in Language:
        Highlighter(understand(text)).spans(text, language)
print(tables.read_bundled.cache_info().misses - before)
"""


def test_the_first_question_reads_no_table() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
