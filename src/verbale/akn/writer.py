"""A document tree written as AKN4UN: one document, or a collection when States' replies are part of it.

Source: AKN4UN guidelines, part 1; the profile for reports with replies is our own, see
``docs/developer/akn4un-report.md``.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from verbale.akn.body import BodyWriter
from verbale.akn.eid import identify
from verbale.akn.escape import attribute
from verbale.akn.inline import Marker
from verbale.akn.iri import Iris, actor_of, code_of, number_of, work_iri
from verbale.akn.meta import Identity, analysis, classification, identification, proprietary, publication, workflow
from verbale.akn.namespaces import AKN, OWN, UN
from verbale.akn.plan import AknPart, DocumentPlan, make_plan
from verbale.akn.reference_terms import Terms
from verbale.model.annotation import Annotation
from verbale.model.document import Document, Reply
from verbale.model.language import Language

_HEAD = f'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="{AKN}" xmlns:v="{OWN}" xmlns:akn4un="{UN}">\n'


@dataclass(frozen=True, slots=True)
class _Class:
    """The element, name and subtype of a kind of document, and what the date of its work is."""

    element: str
    name: str
    subtype: str
    dated: str = "issuance"


_CLASSES = {
    "resolution": _Class("statement", "resolution", "deliberation", "adoption"),
    "decision": _Class("statement", "decision", "deliberation", "adoption"),
    "report": _Class("doc", "progressReport", "paper"),
    "reply": _Class("doc", "officialStatement", "communication"),
    "note-verbale": _Class("doc", "note", "communication"),
}
_GENERIC = _Class("doc", "document", "paper")
_COLLECTION = _Class("documentCollection", "publicationReport", "publication")
_REPLY = _CLASSES["reply"]


def write_akn(document: Document) -> bytes:
    """The document as Akoma Ntoso 3.0 in UTF-8; the same document gives the same bytes.

    Raises ``ValueError`` where a finding, link or note lies outside the text of its node, or names a node that is
    not there: such a document breaks the rules of the model.
    """
    return _AknWriter(document).write().encode("utf-8")


class _AknWriter:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._plan: DocumentPlan = make_plan(document)
        self._terms = Terms()
        self._identifiers = identify(document.nodes, self._plan)
        targets: dict[str, str] = {}
        for i, identifier in self._identifiers.items():
            targets.setdefault(document.nodes[i].ref, identifier)
        marker = Marker(document.language, self._terms, targets)
        self._body = BodyWriter(document, self._plan, marker, self._identifiers, findings_by_node(document))
        self._class = _CLASSES.get(document.profile, _GENERIC)
        self._stated_replies = _replies_stated(document, self._plan)

    def write(self) -> str:
        """The whole file."""
        lines = self._collection() if self._plan.replies else self._single()
        return f"{_HEAD}{chr(10).join(lines)}\n</akomaNtoso>\n"

    def _single(self) -> list[str]:
        identity = self._identity(self._class)
        text = [*self._cover(), *self._text(identity)]
        return self._wrapped(self._class, [*self._meta(identity), *text])

    def _collection(self) -> list[str]:
        """Cover of the publication, then its parts: the report, and every reply as a document of its own."""
        document = self._document
        whole = self._identity(_COLLECTION)
        report = self._identity(self._class)
        cover = self._cover()
        parts = [
            (
                "cmp_main",
                document.facts.title or "report",
                self._wrapped(self._class, [*_bare(report), *self._text(report)]),
            )
        ]
        for place, heading in enumerate(self._plan.replies):
            identifier = self._identifiers[heading]
            parts.append((identifier, document.nodes[heading].text, self._reply(heading, place)))
        refs = [
            f'<component eId="{key}-ref"><documentRef href="#{key}" showAs="{attribute(shown)}"/></component>'
            for key, shown, _ in parts
        ]
        held = [line for key, _, xml in parts for line in (f'<component eId="{key}">', *xml, "</component>")]
        body = ["<collectionBody>", *refs, "</collectionBody>", '<components eId="components">', *held, "</components>"]
        return self._wrapped(_COLLECTION, [*self._meta(whole), *cover, *body])

    def _reply(self, heading: int, place: int) -> list[str]:
        """A State's reply: the State is its author, its date and language are the reply's own."""
        document = self._document
        reply = self._stated_replies[place]
        state = reply.state if reply else document.nodes[heading].ref.rpartition(".")[2]
        author = self._terms.state(state)
        number = f"{document.facts.symbol or self._number()}_{state}"
        date = reply.date if reply else None
        work = work_iri(_REPLY.element, _REPLY.subtype, f"state-{number_of(state)}", date, number)
        identity = Identity(
            Iris(work, document.language), author, date, "reply", document.facts.date, None, number, _REPLY.subtype
        )
        original = reply.original_language if reply else None
        if original in list(Language) and original != document.language:
            first = Iris(work, Language(original))
            identity = replace(identity, original=(first.expression, code_of(first.language)))
        title = ["<preface>", self._body.reply_title(heading), "</preface>"]
        text = [*title, *self._main(self._plan.replies[heading])]
        return self._wrapped(_REPLY, [*_bare(identity), *text])

    def _text(self, identity: Identity) -> list[str]:
        """Everything after the cover page, annexes included."""
        parts, body = self._plan.parts, self._body
        lines = _held("preface", body.preface(parts[AknPart.PREFACE]))
        lines += _held("preamble", body.preamble(parts[AknPart.PREAMBLE]))
        lines += self._main(parts[AknPart.MAIN])
        if left := body.reply_refs(None):
            lines[-1:] = [*left, lines[-1]]
        lines += _held("conclusions", body.lines(parts[AknPart.CONCLUSIONS]))
        if parts[AknPart.ANNEX]:
            annex = replace(identity, iris=replace(identity.iris, component="annex_1"), alias=None, number=None)
            inner = self._wrapped(_Class("doc", "annex", ""), [*_bare(annex), *self._main(parts[AknPart.ANNEX])])
            lines += ["<attachments>", '<attachment eId="att_1">', *inner, "</attachment>", "</attachments>"]
        return lines

    def _main(self, indices: Sequence[int]) -> list[str]:
        """A main body; the schema wants something in it."""
        lines = self._body.hierarchy(indices)
        return ["<mainBody>", *(lines or ['<hcontainer name="empty"/>']), "</mainBody>"]

    def _cover(self) -> list[str]:
        return _held("coverPage", self._body.cover(self._plan.parts[AknPart.COVER]))

    def _wrapped(self, kind: _Class, lines: Sequence[str]) -> list[str]:
        return [f'<{kind.element} name="{kind.name}">', *lines, f"</{kind.element}>"]

    def _identity(self, kind: _Class) -> Identity:
        facts = self._document.facts
        actor, concept, name = actor_of(facts.symbol)
        self._terms.add("TLCOrganization", "organization/un", "", concept, name)
        created = facts.adopted if kind.dated == "adoption" else facts.date
        number = facts.symbol or self._number()
        bare = number.removeprefix("A/RES/") if kind is _CLASSES["resolution"] else number
        element = "collection" if kind is _COLLECTION else kind.element
        work = work_iri(element, kind.subtype, actor, created, bare)
        return Identity(
            Iris(work, self._document.language),
            concept,
            created,
            kind.dated,
            facts.date,
            facts.symbol,
            number,
            kind.subtype,
        )

    def _number(self) -> str:
        """What stands for the symbol of a document that prints none: a name made of its words, the same each time."""
        printed = "\n".join(node.printed for node in self._document.nodes)
        return "nn-" + hashlib.sha256(printed.encode("utf-8", "surrogatepass")).hexdigest()[:12]

    def _meta(self, identity: Identity) -> list[str]:
        """The metadata of the whole file; what is referred to is known once all else is written."""
        document = self._document
        proceedings = document.proceedings
        marked = classification(proceedings.subjects, self._terms) if proceedings else []
        voted = analysis(proceedings.vote, self._terms) if proceedings else []
        furniture = self._body.furniture(self._plan.furniture)
        for role in ("author", "editor", "translator"):
            self._terms.role(role)
        for name in ("symbol", "title", "dateOfIssuance"):
            self._terms.add("TLCConcept", "concept/un", "", name, name)
        self._terms.add("TLCObject", "object/un", "", "verbale", "Verbale")
        return [
            "<meta>",
            *identification(identity),
            publication(document.facts),
            *marked,
            *(workflow(proceedings.steps) if proceedings else []),
            *voted,
            '<references source="#verbale">',
            *self._terms.written(),
            "</references>",
            *proprietary(document),
            *(['<presentation source="#verbale">', *furniture, "</presentation>"] if furniture else []),
            "</meta>",
        ]


def findings_by_node(document: Document) -> dict[int, list[tuple[Annotation, int | None]]]:
    """The findings of each node, each with its place among all where reading in order would not give it back.

    Raises ``ValueError`` where one names no node, or does not stand where it says.
    """
    places: dict[str, int] = {}
    for i, node in enumerate(document.nodes):
        places.setdefault(node.ref, i)
    found: list[tuple[int, int, int, int]] = []
    for n, one in enumerate(document.annotations):
        i = places.get(one.ref, -1)
        if i < 0 or not _stands(one, document.nodes[i].text):
            raise ValueError(f"{one.kind} {one.text!r} does not stand at {one.start} in the node {one.ref!r}")
        found.append((i, one.start, -one.end, n))
    ordered = found == sorted(found)
    by_node: dict[int, list[tuple[Annotation, int | None]]] = defaultdict(list)
    for at, _, _, n in found:
        by_node[at].append((document.annotations[n], None if ordered else n))
    return by_node


def _stands(found: Annotation, words: str) -> bool:
    return 0 <= found.start <= found.end <= len(words) and words[found.start : found.end] == found.text


def _replies_stated(document: Document, plan: DocumentPlan) -> list[Reply | None]:
    """For each reply's heading what is known of the reply: the next one of the State that the heading's ref names."""
    left = list(document.replies)
    matches: list[Reply | None] = []
    for heading in plan.replies:
        state = document.nodes[heading].ref.rpartition(".")[2].partition("~")[0]
        match = next((reply for reply in left if reply.state == state), None)
        if match:
            left.remove(match)
        matches.append(match)
    return matches


def _bare(identity: Identity) -> list[str]:
    """The metadata of a part: what it is; all else stands with the whole."""
    return ["<meta>", *identification(identity), "</meta>"]


def _held(element: str, lines: list[str]) -> list[str]:
    return [f"<{element}>", *lines, f"</{element}>"] if lines else []
