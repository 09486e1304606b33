"""Section III: the replies in order, each under its State, with its original language and date."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from verbale.compose.leaves import Leaves
from verbale.compose.words import say
from verbale.desk.cycle import Order
from verbale.lexicon.folding import fold
from verbale.lexicon.written import write_date, write_state
from verbale.model import Language, Node, NodeKind, Reply


@dataclass(frozen=True, slots=True)
class ReplyText:
    """A reply as it stands in one language of the report.

    ``nodes`` are its units with refs of their own (``1``, ``2.a``), empty while the translation is awaited;
    ``on_web``: the report has a summary, and the full text is on the web.
    """

    state: str
    original: Language
    dated: str
    addresses: tuple[str, ...]
    nodes: tuple[Node, ...]
    on_web: bool = False


def in_order(replies: Sequence[ReplyText], order: Order, language: Language) -> list[ReplyText]:
    """The replies by the names of their States: the English ones in every language, or the language's own."""
    named = Language.EN if order is Order.ENGLISH else language
    return sorted(replies, key=lambda reply: (_place(write_state(reply.state, named)), reply.dated))


def _place(name: str) -> str:
    """Where a name stands in an alphabet: letters count without their accents."""
    parts = unicodedata.normalize("NFD", fold(name))
    return "".join(char for char in parts if not unicodedata.combining(char))


def add_replies(leaves: Leaves, replies: Sequence[ReplyText]) -> tuple[Reply, ...]:
    """The section with all replies, and what is known of each."""
    language = leaves.language
    section = leaves.section(3, say("heading-replies", language))
    for number, reply in enumerate(replies):
        ref = f"{section}.{reply.state}"
        earlier = sum(one.state == reply.state for one in replies[:number])
        _add_reply(leaves, reply, f"{ref}~{earlier + 1}" if earlier else ref, section)
    return tuple(Reply(one.state, one.original.value, one.dated, one.addresses) for one in replies)


def _add_reply(leaves: Leaves, reply: ReplyText, ref: str, section: str) -> None:
    language = leaves.language
    name = write_state(reply.state, language)
    original = say(f"language-{reply.original}", language)
    lines = [
        name,
        say("reply-original", language, language=original),
        say("reply-date", language, date=write_date(reply.dated, language)),
    ]
    heading = Node(ref, NodeKind.REPLY_HEADING, " ".join(lines), (), label=name, parent=section)
    leaves.take([heading])
    if not reply.nodes:
        leaves.add(f"{ref}.1", NodeKind.PARAGRAPH, say("reply-pending", language, language=original), parent=ref)
    leaves.take([_under(node, ref) for node in reply.nodes])
    if reply.on_web:
        last = sum(node.kind is NodeKind.PARAGRAPH for node in reply.nodes) + 1
        leaves.add(f"{ref}.{last}", NodeKind.PARAGRAPH, say("reply-on-web", language), parent=ref)


def _under(node: Node, ref: str) -> Node:
    """A unit of a letter in its place under the heading of the reply."""
    return replace(node, ref=f"{ref}.{node.ref}", parent=f"{ref}.{node.parent}" if node.parent else ref)
