"""The functions that ``import verbale`` offers: documents, and where treaties stand.

Values go in and values come out. Nothing here reads a clock, writes a file or keeps state, and all errors are those of
``verbale.errors``. ``docs/reference/api.md`` is made from what is written here, and its examples are run as tests.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path

from verbale.errors import ReadFailed
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.checked import Checked
from verbale.model.concordance import Concordance
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.status import Status

File = str | os.PathLike[str] | bytes
"""A source to read: a path, or the bytes of a file. A string with a line break in it is the text itself."""

__all__ = ["File", "check", "concord", "encode", "find", "read", "status"]


def read(
    source: File | None = None,
    *,
    text: str | None = None,
    name: str | None = None,
    profile: str | None = None,
    guarded: bool = False,
) -> Document:
    """Read one document: PDF, DOCX, HTML, Akoma Ntoso or plain text, in any of the six languages.

    The type is known by the content, never by the name. The document has ``nodes`` (units in reading order, each with
    the characters of the source it was made of), ``facts`` (symbol, title, date, session), ``replies``, ``annotations``
    (what is found in it), ``coverage`` and ``findings`` (what was odd or lost).

    Args:
        source: a path, or bytes. A string is a path, or the text itself where it has a line break.
        text: the text itself, in place of a source.
        name: what the source is called in the result and in messages; the name of the file by default.
        profile: the kind of document (``report``, ``resolution``, ``decision``, ``reply``, ``note-verbale``,
            ``generic``); recognised by default.
        guarded: read in a process of its own under bounds of processor time and memory, as the command line does: for
            files of strangers. What passes the bounds raises ``TooLarge``, and what a reader does not survive
            ``Damaged``. The process is kept for the next file.

    Raises:
        ReadFailed: no document could be made of it (``NotADocument``, ``Encrypted``, ``Damaged``, ``TooLarge``).
        TypeError: neither a source nor a text was given, or both.

    >>> document = read(text="Resolution 76/53 was adopted on 6 December 2021.")
    >>> document.language.value, len(document.nodes)
    ('en', 1)
    """
    from verbale.app.reading import read_guarded, read_source  # noqa: PLC0415 (each function loads what it needs alone)

    data, known_as = _fetch(source, text)
    return (read_guarded if guarded else read_source)(data, name or known_as, profile)


def _fetch(source: File | None, text: str | None) -> tuple[bytes, str]:
    """The bytes of a source and its name. Raises what ``read`` does."""
    from verbale.app.sources import find_sources, get_bytes  # noqa: PLC0415

    if (source is None) == (text is None):
        raise TypeError("give one of source and text")
    if isinstance(source, bytes):
        return source, "bytes"
    if text is not None or (isinstance(source, str) and "\n" in source):
        return (text if text is not None else str(source)).encode("utf-8"), "text"
    path = Path(os.fsdecode(source or ""))
    if path.is_dir():
        raise ReadFailed(str(path), "is a folder", "read the files in it one by one")
    if isinstance(source, str) and " " in source and not path.exists():
        raise ReadFailed(source, "there is no such file", "check the path; words are read with text=…")
    (incoming,) = find_sources([str(path)])
    return get_bytes(incoming), incoming.name


def find(source: Document | File, *, kinds: Collection[AnnotationKind | str] = ()) -> tuple[Annotation, ...]:
    """Find citations, dates, States, treaties, quantities and references in a document, resolved to values.

    Args:
        source: a document that was read, or what ``read`` takes.
        kinds: only these (``citation``, ``date``, ``state``, ``treaty``, ``quantity``, ``reference``); all by default.

    Raises:
        ReadFailed: no document could be made of the source.
        ValueError: there is no such kind.

    >>> [(one.text, dict(one.value)) for one in find("Resolution 76/53,\\nof 6 December 2021", kinds=["citation"])]
    [('Resolution 76/53', {'symbol': 'A/RES/76/53', 'date': '2021-12-06'})]
    """
    from verbale.app.reading import annotate  # noqa: PLC0415

    wanted = [AnnotationKind(kind) for kind in kinds]
    return tuple(annotate(_document(source)).annotated(wanted))


def check(*sources: Document | File, rules: Sequence[str] = ()) -> tuple[Checked, ...]:
    """Check documents for consistency, against their other language versions, the register, and what they cite.

    Sources of one symbol are compared as versions of one document; a resolution among them is what citations of it in
    the others are compared with. Nothing is judged: each finding has a place, a rule and a sentence.

    Args:
        sources: documents that were read, or what ``read`` takes.
        rules: ids of rules or of groups of them, as ``references/date`` or ``references``; all by default.

    Raises:
        ReadFailed: no document could be made of a source.
        BadReference: there is no such rule.

    >>> words = "The Treaty on the Prohibition of Nuclear Weapons entered into force on 30 January 2021."
    >>> (one,) = check(f"1. {words}\\n2. The Committee took note of that.\\n", rules=["claims"])
    >>> [(each.finding.rule, each.finding.ref) for each in one.found if each.finding.severity != "note"]
    [('claims/contradicted', '1')]
    """
    from verbale.app.checking import check_documents, get_rules  # noqa: PLC0415

    return tuple(check_documents([_document(source) for source in sources], get_rules(rules)))


def concord(*sources: Document | File) -> Concordance:
    """Compare the language versions of one document: paragraphs, then symbols, dates, numbers, States and treaties.

    Args:
        sources: two or more versions, one a language, as documents that were read or what ``read`` takes.

    Raises:
        ReadFailed: no document could be made of a source.
        NotComparable: a language is unknown, comes twice, or there is one version only.

    >>> english = "1. The Committee met on 9 May 2022.\\n2. It took note of the report.\\n"
    >>> french = "1. Le Comité s’est réuni le 8 mai 2022.\\n2. Il a pris note du rapport.\\n"
    >>> [(one.printed, one.others) for one in concord(english, french).differences if one.aspect == "date"]
    [(('2022-05-09',), ('2022-05-08',))]
    """
    from verbale.app.concording import concord_documents  # noqa: PLC0415

    documents = [_document(source) for source in sources]
    return concord_documents((document.source.name, document) for document in documents)


def status(treaty: str, *, as_of: date | str, what_if: str | None = None) -> Status:
    """Where a treaty stands at the end of a day: in force or not, the counts, each State, and why.

    Args:
        treaty: the id of a treaty, as ``CTBT``, or any of its names in the six languages.
        as_of: the day, as a date or as ``2022-06-21``.
        what_if: acts to suppose, as ``"USA ratifies 2027-01-01, CHN ratifies 2027-03-01"``.

    Raises:
        BadReference: the treaty, a State or the day is unknown, or the treaty does not allow an act.

    >>> from datetime import date
    >>> counts = status("TPNW", as_of=date(2022, 6, 21)).counts
    >>> counts.signatures, counts.ratifications, counts.accessions
    (86, 62, 3)
    """
    from verbale.app.treaty_status import get_status  # noqa: PLC0415

    day = as_of if isinstance(as_of, str) else date(as_of.year, as_of.month, as_of.day).isoformat()
    return get_status(treaty, day, day, what_if)


def encode(value: object, *, language: Language | str = "en") -> bytes:
    """A value as JSON in UTF-8, on one line, as the command line gives it with ``--json``.

    Args:
        value: anything that the other functions return, or one part of it.
        language: that of the sentences which explain a status.

    Raises:
        TypeError: the value has no record.
        ValueError: there is no such language.

    >>> encode(find("1. It was adopted on\\n6 December 2021.", kinds=["date"])).decode()[:55]
    '[{"ref":"1","kind":"date","start":18,"end":33,"text":"6'
    """
    from verbale.app.encoding import encode as encode_value  # noqa: PLC0415

    return encode_value(value, Language(language))


def _document(source: Document | File) -> Document:
    return source if isinstance(source, Document) else read(source)
