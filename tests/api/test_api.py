"""What ``import verbale`` offers: the same signatures, values in and values out, nothing heavy loaded."""

from __future__ import annotations

import doctest
import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from scripts.build_api_reference import PAGE, build, signatures

import verbale
from verbale import api
from verbale.cli import main

ROOT = Path(__file__).parent.parent.parent
SAMPLE = ROOT / "tests" / "samples" / "decision" / "en.txt"

SIGNATURES = {
    "check": "check(*sources: Document | File, rules: Sequence[str] = ()) -> tuple[Checked, ...]",
    "concord": "concord(*sources: Document | File) -> Concordance",
    "encode": "encode(value: object, *, language: Language | str = 'en') -> bytes",
    "find": (
        "find(source: Document | File, *, kinds: Collection[AnnotationKind | str] = ()) -> tuple[Annotation, ...]"
    ),
    "read": (
        "read(source: File | None = None, *, text: str | None = None, name: str | None = None,"
        " profile: str | None = None, guarded: bool = False) -> Document"
    ),
    "status": "status(treaty: str, *, as_of: date | str, what_if: str | None = None) -> Status",
}


def test_the_signatures_are_those_that_were_promised() -> None:
    assert signatures() == SIGNATURES


def test_all_that_is_offered_is_there_and_listed() -> None:
    assert all(hasattr(verbale, name) for name in verbale.__all__)
    assert set(verbale.__all__) <= set(dir(verbale))
    with pytest.raises(AttributeError, match="no attribute 'attic'"):
        verbale.attic  # type: ignore[attr-defined]  # noqa: B018


def test_the_examples_run() -> None:
    result = doctest.testmod(api)
    assert result.attempted > 8
    assert result.failed == 0


def test_the_page_is_what_the_docstrings_give() -> None:
    assert PAGE.read_text(encoding="utf-8") == build() + "\n", "run scripts/build_api_reference.py"


def test_the_example_of_the_readme_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = re.findall(r"^```python\n(.*?)^```$", (ROOT / "README.md").read_text(encoding="utf-8"), re.M | re.S)
    monkeypatch.chdir(ROOT)
    lines: dict[str, object] = {}
    exec(code, lines)
    document, status = lines["document"], lines["status"]
    assert isinstance(document, verbale.Document)
    assert isinstance(status, verbale.Status)
    assert (status.counts.signatures, status.counts.ratifications, status.counts.accessions) == (86, 62, 3)


def test_a_path_bytes_and_text_give_the_same_tree() -> None:
    data = SAMPLE.read_bytes()
    by_path, by_name, by_bytes = verbale.read(SAMPLE), verbale.read(str(SAMPLE)), verbale.read(data, name="en.txt")
    assert by_path == by_name == by_bytes
    assert verbale.read(data.decode("utf-8")).nodes == verbale.read(text=data.decode("utf-8")).nodes == by_path.nodes


def test_what_the_command_line_gives_is_what_the_functions_give() -> None:
    document = verbale.read(SAMPLE)
    shown = CliRunner().invoke(main, ["read", str(SAMPLE), "--json"]).stdout
    assert json.loads(shown) == json.loads(verbale.encode(document))
    assert json.loads(shown)["pipeline"] == verbale.PIPELINE_VERSION
    assert verbale.find(document) == document.annotations == verbale.find(SAMPLE)
    status = verbale.status("TPNW", as_of=date(2022, 6, 21))
    shown = CliRunner().invoke(main, ["status", "TPNW", "--as-of", "2022-06-21", "--json", "--lang", "fr"]).stdout
    assert json.loads(shown) == json.loads(verbale.encode(status, language="fr"))


def test_supposed_acts_count() -> None:
    assert verbale.status("CTBT", as_of="2027-01-01", what_if="USA ratifies 2027-01-01").counts.ratifications


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("none.pdf", "no such file"),
        ("not a file", "text=…"),
        (b"", "empty"),
        (str(ROOT), "a folder"),
        (b"\x89PNG", "PNG"),
    ],
)
def test_what_cannot_be_read_is_one_error_of_the_tree(source: str | bytes, said: str) -> None:
    with pytest.raises(verbale.ReadFailed, match=said):
        verbale.read(source)


def test_wrong_calls_are_refused() -> None:
    with pytest.raises(TypeError, match="source and text"):
        verbale.read()
    with pytest.raises(ValueError, match="planet"):
        verbale.find(SAMPLE, kinds=["planet"])
    with pytest.raises(verbale.BadReference, match="no rule"):
        verbale.check(SAMPLE, rules=["planets"])
    with pytest.raises(verbale.NotComparable, match="two versions"):
        verbale.concord(SAMPLE)
    with pytest.raises(verbale.BadReference, match="nearest"):
        verbale.status("NTP", as_of="2022-06-21")
    with pytest.raises(TypeError, match="no record"):
        verbale.encode(object())


CALLS = """
import sys
import verbale
assert [name for name in sys.modules if name.startswith("verbale.")] == [], "import alone loads nothing"
document = verbale.read("tests/samples/decision/en.txt")
verbale.find(document); verbale.check(document); verbale.status("TPNW", as_of="2022-06-21")
verbale.concord("tests/samples/decision/en.txt", "tests/samples/decision/fr.txt")
assert callable(verbale.read) and callable(verbale.find) and callable(verbale.check)
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def test_nothing_heavy_is_loaded() -> None:
    done = subprocess.run([sys.executable, "-c", CALLS], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"django", "babel", "fluent", "click", "typst"} & set(done.stdout.split())
