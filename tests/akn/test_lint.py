"""The lint finds each fault that was put in, names it and says where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale.akn.lint import lint_akn
from verbale.akn.writer import write_akn
from verbale.app.reading import read_source
from verbale.model.finding import Severity

SAMPLES = Path(__file__).parents[1] / "samples"
GOOD = write_akn(read_source((SAMPLES / "report" / "en.txt").read_bytes(), "en.txt"))

FAULTS = [
    ("akn/iri", b"/akn/un/collection/publication/un-ga/2022-06-15/A-77-9901/eng@/", b"/un/doc/A-77-9901/eng@/"),
    ("akn/iri", b"doc/paper/un-ga/2022-06-15/A-77-9901/eng@.xml", b"doc/paper/un-ga/2022-06-15/B-1/eng@.xml"),
    ("akn/iri", b"/akn/ontology/term/un/treaty.NPT", b"http://elsewhere/NPT"),
    ("akn/eid-twice", b'eId="sec_II__para_4"', b'eId="sec_II"'),
    ("akn/eid-rule", b'eId="sec_II__para_4"', b'eId="sec_II__art_4"'),
    ("akn/eid-rule", b'eId="sec_II__para_4"', b'eId="sec_IX__para_4"'),
    ("akn/language", b'FRBRlanguage language="eng"', b'FRBRlanguage language="en"'),
    ("akn/language", b'fromLanguage="fra"', b'fromLanguage="fre"'),
    ("akn/dangling", b'refersTo="#treaty_TPNW"', b'refersTo="#treaty_OTHER"'),
    ("akn/dangling", b'src="#cmp_CUB"', b'src="#cmp_MEX"'),
    ("akn/schema", b"<mainBody>", b"<mainBodies>"),
    ("akn/schema", b'<FRBRcountry value="un"/>', b""),
    ("akn/unreadable", b"</documentCollection>", b""),
]  # fmt: skip


def test_what_is_written_has_no_fault() -> None:
    assert lint_akn(GOOD) == []


@pytest.mark.parametrize(("rule", "good", "bad"), FAULTS)
def test_each_fault_is_found(rule: str, good: bytes, bad: bytes) -> None:
    assert good in GOOD
    data = GOOD.replace(good, bad)
    if bad == b"<mainBodies>":
        data = data.replace(b"</mainBody>", b"</mainBodies>")
    found = lint_akn(data)
    assert rule in {finding.rule for finding in found}
    assert all(finding.severity is Severity.ERROR and finding.message for finding in found)


def test_the_published_form_is_told_from_the_guideline() -> None:
    rules = {finding.rule for finding in lint_akn((SAMPLES / "akn" / "published.xml").read_bytes())}
    assert {"akn/iri", "akn/dangling"} <= rules
    assert "akn/schema" not in rules


@pytest.mark.parametrize("data", [b"", b"\x00", b"<a/>", b"no markup"])
def test_anything_can_be_looked_at(data: bytes) -> None:
    assert [finding.rule for finding in lint_akn(data)] == ["akn/unreadable"]
