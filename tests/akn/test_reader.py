"""Akoma Ntoso as it is published becomes the same tree as any other source, with what its metadata tell."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from verbale.akn.reader import read_akn
from verbale.app.encoding import encode
from verbale.app.reading import read_source, read_tree
from verbale.errors import Damaged, NotADocument, ReadFailed, TooLarge
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.node import NodeKind
from verbale.model.proceedings import Choice, Sponsor
from verbale.model.source import MediaType
from verbale.render.tree_view import tree_view

SAMPLE = Path(__file__).parents[1] / "samples" / "akn" / "published.xml"
DATA = SAMPLE.read_bytes()
SHARED = Path(__file__).parents[3] / "shared" / "corpus"


@pytest.fixture(scope="module")
def document() -> Document:
    return read_tree(DATA, SAMPLE.name)


def texts(document: Document) -> dict[str, str]:
    return {node.ref: node.printed for node in document.nodes}


def test_refs_and_texts_are_those_of_any_resolution(document: Document) -> None:
    found = texts(document)
    assert found["title"].startswith("76/901. Reporting by States")
    assert found["doctype"] == "Resolution adopted by the General Assembly on 6 December 2021"
    assert found["formula"] == "The General Assembly,"
    assert found["P.1"] == "Recalling its resolution 76/53 of 6 December 2021,"
    assert found["P.2"].endswith("Nuclear Weapons, and article VI thereof in particular,")
    assert found["2"] == "2. Invites all States to set out in their replies:"
    assert found["2.a"] == "(a) The treaties that they have joined;"
    assert found["2.b"] == "(b) The authority that can answer questions;"
    assert found["3"] == "3. Decides to remain seized of the matter."
    assert found["closing.1"] == "45th plenary meeting 6 December 2021"
    assert found["annex"] == "Annex Form for replies"
    assert found["annex.1"] == "1. Each reply states the resolution that it answers."
    assert found["fn.1"] == "1 United Nations, Treaty Series, vol. 729, No. 10485."
    assert found["fn.2"].split() == ["2", "A/76/117."]


def test_what_looks_like_a_number_in_a_table_opens_no_paragraph(document: Document) -> None:
    cells = [node for node in document.nodes if node.text in ("Group", "A", "1. Reports")]
    assert [node.parent for node in cells] == ["2", "2", "2"]
    assert all(node.label is None for node in cells)


def test_every_character_is_accounted_for(document: Document) -> None:
    assert document.source.media_type is MediaType.AKN
    assert document.coverage.unaccounted == 0
    assert [node.text for node in document.nodes if node.kind is NodeKind.FURNITURE] == ["21-99002 (E)"]


def test_links_and_notes_stand_in_their_place(document: Document) -> None:
    nodes = {node.ref: node for node in document.nodes}
    (link,) = nodes["P.1"].links
    assert (nodes["P.1"].text[link.start : link.end], link.target) == ("76/53", "https://undocs.org/en/A/RES/76/53")
    (mark,) = nodes["P.2"].notes
    assert (nodes["P.2"].text[: mark.at][-8:], mark.ref) == ("Weapons,", "fn.1")


def test_facts_come_from_the_text_and_the_metadata(document: Document) -> None:
    facts = document.facts
    assert (facts.symbol, facts.session, facts.meeting) == ("A/RES/76/901", 76, "45")
    assert (facts.date, facts.adopted, document.language) == ("2021-12-13", "2021-12-06", Language.EN)


def test_proceedings_come_along(document: Document) -> None:
    told = document.proceedings
    assert told is not None
    assert (told.committee, told.draft, told.report) == ("First Committee", "A/C.1/76/L.901", "A/76/444, para. 93")
    assert (told.agenda_item, told.agenda_title) == (
        "Agenda item 100 (k)",
        "General and complete disarmament: reporting by States",
    )
    assert [(sponsor.name, sponsor.state) for sponsor in told.sponsors] == [
        ("Austria", "AUT"),
        ("Bosnia and Herzegovina", "BIH"),
        ("Bolivia (Plurinational State of)", "BOL"),
        ("Kenya", "KEN"),
        ("Mexico", "MEX"),
    ]
    assert told.sponsors[3].on_behalf_of == "on behalf of the States of a region"
    assert told.additional_sponsors == (Sponsor("submitted by a friend of the Chair"),)
    assert [(s.term, s.scheme, s.role) for s in told.subjects][-2:] == [
        ("NUCLEAR DISARMAMENT", "UNBIS Thesaurus", None),
        ("DISARMAMENT--GENERAL AND COMPLETE", "A/76/251", "agenda"),
    ]


def test_a_vote_is_counted_and_named(document: Document) -> None:
    assert document.proceedings is not None
    vote = document.proceedings.vote
    assert vote is not None
    assert (vote.outcome, vote.in_favour, vote.against, vote.abstaining) == ("adoptedRecordedVote", 3, 0, 2)
    assert next((b.name, b.state) for b in vote.ballots if b.choice is Choice.IN_FAVOUR) == ("AUSTRIA", "AUT")
    assert vote.ballots[-1].state is None
    assert any(f.rule == "akn/vote-count" and "2 States" in f.message for f in document.findings)


def test_a_vote_is_shown_with_the_other_particulars(document: Document) -> None:
    assert "vote 3 in favour, 0 against, 2 abstaining" in tree_view(document)


def test_an_unknown_date_is_none_and_told(document: Document) -> None:
    assert document.proceedings is not None
    assert [step.date for step in document.proceedings.steps] == ["2021-10-14", None, None, "2021-12-06"]
    assert sum(finding.rule == "akn/unknown-date" for finding in document.findings) == 2


def test_text_and_metadata_that_disagree_are_told() -> None:
    other = DATA.replace(
        b'<FRBRdate date="2021-12-06" name="adoption">', b'<FRBRdate date="2021-12-07" name="adoption">'
    )
    document = read_tree(other, "other.xml")
    assert document.facts.adopted == "2021-12-06"
    assert any(finding.rule == "akn/metadata-differ" for finding in document.findings)


def test_the_json_has_proceedings_only_when_they_are_known(document: Document) -> None:
    record = json.loads(encode(document))
    assert record["proceedings"]["vote"]["ballots"][0] == {"name": "AUSTRIA", "state": "AUT", "choice": "in_favour"}
    plain = read_tree(SAMPLE.parents[1].joinpath("resolution/en.txt").read_bytes(), "en.txt")
    assert "proceedings" not in json.loads(encode(plain))


def test_finding_works_as_for_any_source() -> None:
    found = {(one.ref, one.kind.value) for one in read_source(DATA, "x").annotations}
    assert {("P.1", "citation"), ("P.1", "date"), ("P.2", "treaty")} <= found


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_any_encoding_gives_the_same_tree(document: Document, encoding: str) -> None:
    assert texts(read_tree(DATA.decode("utf-8").encode(encoding), "x")) == texts(document)


HOSTILE = {
    "truncated": (DATA[:4000], Damaged),
    "wrong encoding": (DATA.decode().replace("76", "é").encode("latin-1"), Damaged),
    "unknown encoding": (b'<?xml version="1.0" encoding="klingon"?>' + DATA, Damaged),
    "an entity bomb": (
        b'<!DOCTYPE akomaNtoso [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' + DATA.replace(b"76/901.", b"&b;"),
        Damaged,
    ),
    "a file of this machine": (
        b'<!DOCTYPE akomaNtoso [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + DATA.replace(b"76/901.", b"&a;"),
        Damaged,
    ),
    "nested too deep": (
        re.sub(rb"<mainBody>", b"<mainBody>" + b"<container>" * 5000, DATA, count=1).replace(
            b"</mainBody>", b"</container>" * 5000 + b"</mainBody>", 1
        ),
        Damaged,
    ),
    "too many elements": (DATA.replace(b"<mainBody>", b"<mainBody>" + b"<p/>" * 500_000, 1), TooLarge),
    "another version": (DATA.replace(b"ns/akn/3.0\" xmlns:akn4un", b"ns/akn/2.0\" xmlns:akn4un"), NotADocument),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_bad_input_is_refused_with_a_reason(name: str) -> None:
    data, error = HOSTILE[name]
    with pytest.raises(error) as caught:
        read_tree(data, "bad.xml")
    assert isinstance(caught.value, ReadFailed)
    assert caught.value.source == "bad.xml"
    assert caught.value.advice


def test_a_file_over_the_limit_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(TooLarge):
        read_akn(DATA, "x", largest=100)


def folded(text: str) -> str:
    return re.sub(r"\W+", "", text)


@pytest.mark.shared
@pytest.mark.parametrize("language", ["en", "ar", "zh", "ru"])
def test_published_xml_and_docx_give_the_same_refs_and_texts(language: str) -> None:
    folder = SHARED / "resolutions" / "A-RES-76-19"
    if not folder.is_dir():
        pytest.skip("the documents of ../shared are not at hand")
    trees = [read_tree((folder / f"{language}.{kind}").read_bytes(), kind) for kind in ("docx", "xml")]
    docx, xml = (
        [(n.ref, n.kind, n.label, folded(n.text)) for n in tree.nodes if n.kind is not NodeKind.FURNITURE]
        for tree in trees
    )
    assert docx == xml
