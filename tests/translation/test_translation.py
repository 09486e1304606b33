"""Segments go out and come back; what was translated before is offered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from verbale.errors import Damaged, NotADocument, ReadFailed
from verbale.model.language import Language
from verbale.translation.job import Job, Segment, SegmentState
from verbale.translation.memory import Pair, TranslationMemory
from verbale.translation.tmx import read_tmx, write_tmx
from verbale.translation.xliff import is_xliff, read_xliff, write_xliff

TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=40).map(lambda text: text.replace("\r", ""))
JOB = Job(
    "reply-1",
    "carta.docx",
    2,
    Language.ES,
    Language.ZH,
    (Segment("1", "Cuba firmó el Tratado.", "古巴签署了条约。", SegmentState.TRANSLATED), Segment("2", "Nada más.")),
)


def test_a_job_comes_back_as_it_went() -> None:
    data = write_xliff(JOB)
    assert is_xliff(data)
    assert read_xliff(data, "x.xlf") == JOB
    assert JOB.open == ("2",)


@given(st.lists(st.tuples(TEXT, TEXT, TEXT.filter(bool)), max_size=5))
def test_any_text_comes_back(parts: list[tuple[str, str, str]]) -> None:
    segments = tuple(
        Segment(str(number), source, target, SegmentState.FINAL, " ".join(note.split()).strip("\x00"))
        for number, (source, target, note) in enumerate(parts)
    )
    plain = tuple(replace(one, note="") for one in segments)
    assert read_xliff(write_xliff(replace(JOB, segments=plain)), "x.xlf").segments == plain


def test_what_a_tool_cut_is_joined_and_as_far_as_its_least_part() -> None:
    root = etree.fromstring(write_xliff(JOB))
    space = {"x": "urn:oasis:names:tc:xliff:document:2.0"}
    unit = root.findall(".//x:unit", space)[0]
    part = unit.find("x:segment", space)
    assert part is not None
    more = etree.fromstring(etree.tostring(part))
    more.set("state", "initial")
    unit.append(more)
    read = read_xliff(etree.tostring(root), "x.xlf").segments[0]
    assert read.source == "Cuba firmó el Tratado." * 2
    assert read.state is SegmentState.INITIAL


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", NotADocument),
        (b"<html/>", NotADocument),
        (write_xliff(JOB)[:300], Damaged),
        (write_xliff(JOB).replace(b">2<", b">two<"), Damaged),
        (write_xliff(JOB).replace(b'trgLang="zh"', b'trgLang="de"'), Damaged),
        (b'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1"/>', Damaged),
    ],
)
def test_what_is_no_job_is_told(data: bytes, error: type[ReadFailed]) -> None:
    with pytest.raises(error, match=r"x\.xlf"):
        read_xliff(data, "x.xlf")


def test_a_memory_goes_round_and_offers_what_it_has() -> None:
    memory = TranslationMemory()
    one = Pair(
        Language.ES, Language.EN, "Cuba firmó  el Tratado en 2017.", "Cuba signed the Treaty in 2017.", "A/77/123"
    )
    memory.add([one, Pair(Language.ES, Language.EN, "vacío", " ")])
    assert read_tmx(write_tmx(memory.pairs()), "m.tmx") == (one,)
    same = memory.find("Cuba firmó el Tratado en 2017.", Language.ES, Language.EN)
    assert same is not None
    assert (same.target, same.likeness, same.origin) == ("Cuba signed the Treaty in 2017.", 1.0, "A/77/123")
    near = memory.find("Cuba firmó el Tratado en 2018.", Language.ES, Language.EN)
    assert near is not None
    assert 0.9 <= near.likeness < 1
    assert memory.find("Otra cosa.", Language.ES, Language.EN) is None
    assert memory.find("Cuba firmó el Tratado en 2017.", Language.ES, Language.FR) is None


@given(st.lists(st.tuples(TEXT, TEXT), max_size=5))
def test_any_pair_comes_back(texts: list[tuple[str, str]]) -> None:
    pairs = tuple(Pair(Language.RU, Language.AR, source, target) for source, target in texts)
    assert read_tmx(write_tmx(pairs), "m.tmx") == pairs


def test_what_is_no_memory_is_told() -> None:
    with pytest.raises(NotADocument):
        read_tmx(b"<html/>", "m.tmx")
    with pytest.raises(Damaged):
        read_tmx(b"<tmx><body>", "m.tmx")
    foreign = b'<tmx version="1.4"><body><tu><tuv lang="de"><seg>x</seg></tuv></tu></body></tmx>'
    assert read_tmx(foreign, "m.tmx") == ()


XLIFF = (
    '<?xml version="1.0" encoding="{code}"?><xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" '
    'srcLang="en" trgLang="fr"><file id="reply-1" original="a.txt"><notes><note category="version">1</note></notes>'
    '<unit id="u1" name="1">{parts}</unit></file></xliff>'
)


def xliff_of(parts: str, code: str = "utf-8") -> Job:
    return read_xliff(XLIFF.format(parts=parts, code=code).encode(code), "a.xlf")


def test_targets_stand_in_the_order_that_they_name_and_gaps_stay() -> None:
    job = xliff_of(
        '<segment state="final"><source xml:space="preserve">One.</source>'
        '<target xml:space="preserve" order="3">Un.</target></segment>'
        '<ignorable><source xml:space="preserve"> </source></ignorable>'
        '<segment state="final"><source xml:space="preserve">Two.</source>'
        '<target xml:space="preserve" order="1">Deux.</target></segment>'
    )
    assert (job.segments[0].source, job.segments[0].target) == ("One. Two.", "Deux. Un.")


def test_a_file_set_in_lines_is_read_without_its_white_space_and_in_utf_16() -> None:
    parts = '<segment state="final"><source>\n   One\n   two.\n </source><target>\n Un\n deux.\n</target></segment>'
    for code in ("utf-8", "utf-16"):
        job = xliff_of(parts, code)
        assert (job.segments[0].source, job.segments[0].target) == ("One two.", "Un deux.")


def test_filled_targets_without_a_state_are_open_and_not_empty() -> None:
    job = xliff_of("<segment><source>One.</source><target>Un.</target></segment>")
    assert (job.open, job.empty) == (("1",), ())


TMX = (
    '<?xml version="1.0" encoding="{code}"?><tmx version="1.4"><header srclang="en" datatype="plaintext"/><body><tu>'
    '<tuv xml:lang="fr"><seg>Il a <bpt i="1">&lt;b&gt;</bpt>ratifié<ept i="1">&lt;/b&gt;</ept> le '
    '<hi>Traité</hi>.</seg></tuv><tuv xml:lang="en"><seg>It ratified the Treaty.</seg></tuv></tu></body></tmx>'
)


@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
def test_a_memory_of_another_tool_has_its_source_language_and_no_codes(code: str) -> None:
    (pair,) = read_tmx(TMX.format(code=code).encode(code), "a.tmx")
    assert (pair.source_language, pair.source) == (Language.EN, "It ratified the Treaty.")
    assert (pair.target_language, pair.target) == (Language.FR, "Il a ratifié le Traité.")
