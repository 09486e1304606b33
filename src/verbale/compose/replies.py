"""Section III: the replies in order, each under its State, with its original language and date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from verbale.compose.introduction import write_website
from verbale.compose.tree_builder import TreeBuilder
from verbale.compose.words import say
from verbale.lexicon.collation import collation_key, sort_names
from verbale.lexicon.other_languages import language_name
from verbale.lexicon.written import write_date, write_list, write_state
from verbale.model.document import Reply
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind
from verbale.model.policy import ReplyOrder


@dataclass(frozen=True, slots=True)
class ReplyText:
    """A reply as it stands in one language of the report.

    ``original`` is the code of its language, which may be none of the six. ``names`` is how its authors are printed, by
    the code of a language, where they are not one State; ``nil``: it says that there is nothing to say, and is listed.

    ``nodes`` are its units with refs of their own (``1``, ``2.a``, its footnotes ``fn.1``), empty while the
    translation is awaited; ``heading`` is its heading where it was printed before; ``on_web``: the report has a
    summary, and the full text is on the web.
    """

    state: str
    original: str
    dated: str
    addresses: tuple[str, ...]
    nodes: tuple[Node, ...]
    heading: Node | None = None
    on_web: bool = False
    names: Mapping[str, str] = field(default_factory=dict)
    nil: bool = False
    is_organisation: bool = False

    def name_in(self, language: Language) -> str:
        """Its authors as they are printed in a language."""
        return self.names.get(language.value) or write_state(self.state, language)


def in_order(replies: Sequence[ReplyText], order: ReplyOrder, language: Language) -> list[ReplyText]:
    """The replies by the names of their States: the English ones in every language, or the language's own."""
    if order is ReplyOrder.RECEIVED:
        return list(replies)
    named = Language.EN if order is ReplyOrder.ENGLISH else language
    return sorted(replies, key=lambda reply: (collation_key(reply.name_in(named), named), reply.dated))


def find_order(states: Sequence[str], language: Language) -> ReplyOrder:
    """The order in which States were printed in a language; as received where it is that of no names."""
    for order, named in ((ReplyOrder.ENGLISH, Language.EN), (ReplyOrder.OWN, language)):
        names = [write_state(state, named) for state in states]
        if names == sort_names(names, named):
            return order
    return ReplyOrder.RECEIVED


def add_replies(leaves: TreeBuilder, replies: Sequence[ReplyText], opening: Sequence[Node]) -> tuple[Reply, ...]:
    """A section with replies, and what is known of each. ``opening`` is what stands before the first reply, the
    heading first."""
    leaves.take(opening)
    section = opening[0].ref if opening else ""
    printed = [reply for reply in replies if not reply.nil]
    for number, reply in enumerate(printed):
        ref = f"{section}.{reply.state}".strip(".")
        earlier = sum(one.state == reply.state for one in printed[:number])
        _add_reply(leaves, reply, f"{ref}~{earlier + 1}" if earlier else ref, section)
    if nil := [reply.name_in(leaves.language) for reply in replies if reply.nil]:
        names = write_list(nil, leaves.language)
        text = say("replies-nil", leaves.language, authors=names, count=len(nil))
        leaves.add(f"{section}.nil".strip("."), NodeKind.PARAGRAPH, text, parent=section)
    return tuple(Reply(one.state, one.original, one.dated, one.addresses) for one in printed)


def _add_reply(leaves: TreeBuilder, reply: ReplyText, ref: str, section: str) -> None:
    language = leaves.language
    original = write_language(reply.original, language)
    leaves.take([_heading(reply, language, original, ref, section)])
    if not reply.nodes:
        leaves.add(f"{ref}.1", NodeKind.PARAGRAPH, say("reply-pending", language, language=original), parent=ref)
    calls = leaves.call_notes([node for node in reply.nodes if node.kind is NodeKind.FOOTNOTE])
    leaves.take([_under(node, ref, calls) for node in reply.nodes if node.kind is not NodeKind.FOOTNOTE])
    if reply.on_web:
        last = sum(node.kind is NodeKind.PARAGRAPH for node in reply.nodes) + 1
        website = write_website(leaves.programme, language, bare=True)
        leaves.add(f"{ref}.{last}", NodeKind.PARAGRAPH, leaves.say("reply-on-web", website=website), parent=ref)


def write_language(code: str, language: Language) -> str:
    """The name of a language as it stands behind "Original": one of the six, or one beyond them."""
    return say(f"language-{code}", language) if code in set(Language) else language_name(code, language)


def _heading(reply: ReplyText, language: Language, original: str, ref: str, section: str) -> Node:
    """The State's name, the original language and the date, as printed before or as they are printed now."""
    if reply.heading is not None:
        return replace(reply.heading, ref=ref, parent=section)
    name = reply.name_in(language)
    dated = say("reply-date", language, date=write_date(reply.dated, language))
    text = " ".join([name, say("reply-original", language, language=original), dated])
    return Node(ref, NodeKind.REPLY_HEADING, text, (), label=name, parent=section)


def _under(node: Node, ref: str, calls: Mapping[str, str]) -> Node:
    """A unit of a letter in its place under the heading of the reply, its footnotes by their new numbers."""
    notes = tuple(replace(mark, ref=calls.get(mark.ref, mark.ref)) for mark in node.notes)
    parent = f"{ref}.{node.parent}" if node.parent else ref
    return replace(node, ref=f"{ref}.{node.ref}", parent=parent, notes=notes)
