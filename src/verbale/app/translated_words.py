"""A reply in another language: its words put in the places of the State's own, and compared with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from verbale.app.document_cache import DocumentCache, own_words, split_heading
from verbale.app.working import work_on_bytes
from verbale.compose.introduction import write_letter
from verbale.compose.words import say
from verbale.concord.version_comparison import find_concordance
from verbale.desk.cases import ReplyCase
from verbale.find.annotate import find_annotations
from verbale.find.setting import setting_of
from verbale.model.concordance import Concordance
from verbale.model.document import Document, Facts
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind
from verbale.model.typesetting import typeset
from verbale.translation.job import Job
from verbale.translation.xliff import is_xliff, read_xliff

_LABELLED = frozenset({NodeKind.PARAGRAPH, NodeKind.ITEM})


def words_in(reply: ReplyCase, language: Language, cache: DocumentCache) -> tuple[Node | None, list[Node]]:
    """A reply in one language: the State's own words, else the translation of the version that counts, else nothing.

    First the heading where it was printed before.
    """
    if reply.language == language.value:
        return own_words(reply, cache)
    held = reply.translation_into(language.value)
    if held is None:
        return None, []
    if not held.reading and is_xliff(content := cache.folder.store.get_content(held.digest)):
        # A translation of the first form, of which no reading was kept.
        _, nodes = own_words(reply, cache)
        return None, list(translated(nodes, work_on_bytes(content, reply.id, read_xliff)))
    return split_heading(cache.nodes(held))


def translated_document(reply: ReplyCase, nodes: Iterable[Node], job: Job, cache: DocumentCache) -> Document:
    """The words of a job in the places of the State's own, as a document that can be kept."""
    letter = cache.letter(reply.standing)
    words = tuple(translated(nodes, job))
    return replace(letter, language=job.target, nodes=words, replies=(), findings=(), annotations=())


def translated(nodes: Iterable[Node], job: Job) -> Iterator[Node]:
    """The units of a letter in the language of a job: its words, and labels as that language prints them.

    A footnote's marker goes behind the words of its unit, for where it stands in them only a person can say.
    """
    words = {segment.ref: segment.target for segment in job.segments}
    for node in nodes:
        text = words.get(node.ref, node.text)
        notes = tuple(replace(mark, at=len(text)) for mark in node.notes)
        yield replace(node, text=text, notes=notes, links=(), label=_label(node, job.target), language=None)


def _label(node: Node, language: Language) -> str | None:
    """A number or letter of the ref as it is printed in another language; any other label as it is."""
    # One of several units of a number has a ref as 1~2.
    last = node.ref.rpartition(".")[2].partition("~")[0]
    if node.label and node.label_spans and node.kind in _LABELLED:
        if last.isdecimal() and any(char.isdecimal() for char in node.label):
            return say("label-paragraph", language, number=last)
        if len(last) == 1 and last.isascii() and last.isalpha() and node.kind is NodeKind.ITEM:
            return write_letter(last, language)
    return node.label


def concord_translation(reply: ReplyCase, language: Language, cache: DocumentCache) -> Concordance:
    """The State's own words and their translation, compared with each other as two versions of one text.

    Of words in none of the six languages nothing can be compared: the translation stands alone.
    """
    if reply.language not in set(Language):
        return find_concordance({language: _text(reply, words_in(reply, language, cache)[1], language)})
    versions = (Language(reply.language), language)
    return find_concordance({each: _text(reply, words_in(reply, each, cache)[1], each) for each in versions})


def _text(reply: ReplyCase, nodes: Sequence[Node], language: Language) -> Document:
    setting = typeset(nodes, f"{reply.id}.{language}")
    facts = Facts(title=reply.state, date=reply.dated or None)
    document = Document(setting.source, "reply", language, facts, setting.nodes, (), setting.coverage)
    return replace(document, annotations=find_annotations(document.nodes, setting_of(document)))
