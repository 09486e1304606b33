"""Documents of every shape that the model allows, made for the tests of this room."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.document import PROFILES, Coverage, Document, Facts, Reply
from verbale.model.language import Language
from verbale.model.node import Link, Node, NodeKind, NoteMark
from verbale.model.proceedings import Ballot, Choice, Proceedings, Sponsor, Subject, Vote, WorkflowStep
from verbale.model.source import MediaType, Source
from verbale.model.span import Piece, Span

MARKERS = "1 2 (3) * ²\x07"
# Lone surrogates and characters that no XML can hold: none may be lost.
characters = st.one_of(st.characters(), st.sampled_from("\x00\x0b\x1f\r\n\t \\<>&\"']#%\ufffe\uffff\ud800\u202e"))
words = st.text(characters, max_size=12)
maybe = st.one_of(st.none(), words)
refs = st.one_of(
    st.sampled_from(["I", "II", "II.8", "II.8.a", "III.JPN", "P.1", "formula", "2.a", "annex", "annex.1"]), words
)
dates = st.one_of(st.none(), st.sampled_from(["2021-12-06", "2022-02-30", "2022-05", "0001-01-01"]), words)
values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), words), lambda inner: st.lists(inner, max_size=2), max_leaves=4
)
known_values = st.one_of(
    st.builds(lambda day: {"start": day, "end": day}, dates),
    st.builds(lambda key: {"iso3": key}, words),
    st.builds(lambda key: {"id": key}, st.one_of(words, st.sampled_from(["NPT", "CTBT"]))),
    st.builds(lambda number, unit: {"number": number, "unit": unit}, st.integers(), maybe),
    st.builds(lambda symbol: {"symbol": symbol}, st.one_of(st.just("A/RES/76/53"), words)),
    st.builds(lambda ref: {"ref": ref, "kind": "paragraph"}, refs),
    st.dictionaries(words, values, max_size=2),
)


@st.composite
def stretches(draw: st.DrawFn, text: str) -> tuple[int, int]:
    """Two offsets into a text, in order."""
    start = draw(st.integers(0, len(text)))
    return start, draw(st.integers(start, len(text)))


@st.composite
def note_marks(draw: st.DrawFn, text: str) -> NoteMark:
    """A call of a footnote that may or may not be there."""
    start, end = draw(stretches(MARKERS))
    ref = draw(st.one_of(st.sampled_from(["fn.1", "fn.2", ""]), words))
    return NoteMark(draw(st.integers(0, len(text))), Span(start, end), ref)


@st.composite
def nodes(draw: st.DrawFn) -> Node:
    """A node of any kind."""
    kind = draw(st.sampled_from(NodeKind))
    text = draw(words)
    label = draw(maybe)
    return Node(
        ref=draw(st.sampled_from(["fn.1", "fn.2"])) if kind is NodeKind.FOOTNOTE else draw(refs),
        kind=kind,
        text=text,
        pieces=(Piece(0, Span(0, len(text))),),
        label=label,
        label_spans=draw(st.sampled_from([(), (Span(0, 1),)])) if label else (),
        parent=draw(st.one_of(st.just(""), refs)),
        language=draw(st.one_of(st.none(), st.sampled_from(Language))),
        notes=tuple(draw(st.lists(note_marks(text), max_size=2))),
        links=tuple(Link(*draw(stretches(text)), draw(words)) for _ in range(draw(st.integers(0, 2)))),
    )


@st.composite
def annotation(draw: st.DrawFn, among: list[Node]) -> Annotation:
    """A finding that stands where it says, in the first node of its ref."""
    ref = draw(st.sampled_from(among)).ref
    node = next(node for node in among if node.ref == ref)
    start, end = draw(stretches(node.text))
    kind = draw(st.sampled_from(AnnotationKind))
    return Annotation(ref, kind, start, end, node.text[start:end], draw(known_values), draw(words))


counts = st.one_of(st.none(), st.integers(0, 200))
votes = st.builds(
    Vote,
    words,
    counts,
    counts,
    counts,
    st.lists(st.builds(Ballot, words, maybe, st.sampled_from(Choice)), max_size=3).map(tuple),
)
sponsors = st.lists(st.builds(Sponsor, words, maybe, maybe), max_size=2).map(tuple)
proceedings = st.builds(
    Proceedings,
    committee=maybe,
    committee_id=maybe,
    agenda_item=maybe,
    agenda_title=maybe,
    draft=maybe,
    report=maybe,
    sponsors=sponsors,
    additional_sponsors=sponsors,
    vote=st.one_of(st.none(), votes),
    subjects=st.lists(st.builds(Subject, words, words, maybe, maybe, maybe, maybe), max_size=3).map(tuple),
    steps=st.lists(st.builds(WorkflowStep, words, dates, maybe, maybe, maybe), max_size=3).map(tuple),
)
facts = st.builds(Facts, maybe, maybe, dates, st.one_of(st.none(), st.integers(0, 99)), maybe, dates, maybe)
replies = st.builds(
    Reply,
    st.one_of(st.sampled_from(["JPN", "KHM"]), words),
    st.one_of(st.none(), st.sampled_from(["fr", "de"]), words),
    dates,
    st.lists(words, max_size=2).map(tuple),
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A whole document; parents may stand anywhere, or nowhere."""
    made = draw(st.lists(nodes(), max_size=7))
    parents = ["", *(node.ref for node in made)]
    made = [replace(node, parent=draw(st.sampled_from([node.parent, *parents]))) for node in made]
    return Document(
        source=Source("made", "0" * 64, MediaType.TEXT, MARKERS),
        profile=draw(st.sampled_from(PROFILES)),
        language=draw(st.one_of(st.none(), st.sampled_from(Language))),
        facts=draw(facts),
        nodes=tuple(made),
        replies=tuple(draw(st.lists(replies, max_size=2))),
        coverage=Coverage(0, 0, 0, 0),
        annotations=tuple(draw(st.lists(annotation(made), max_size=4))) if made else (),
        proceedings=draw(st.one_of(st.none(), proceedings)),
    )
