"""E-mail as it is saved: who sent it, when, the words of the message, and every file that came with it, however nested.

Read are ``.eml``, a message of an mbox file, ``.emlx`` of Apple, ``.msg`` of Outlook and web archives (``.mht``);
files within ``winmail.dat``, in archives and in signed messages are enclosures like any other.
"""

from __future__ import annotations

import hashlib
import re
import sys
from dataclasses import dataclass, field
from datetime import UTC
from email.utils import getaddresses, parsedate_to_datetime
from itertools import pairwise

from verbale import __version__
from verbale.errors import NotADocument, ReadFailed, TooLarge
from verbale.read.charsets import Decoded, decode
from verbale.read.limits import Limits
from verbale.read.mail_containers import (
    Inner,
    is_archive,
    is_sealed,
    is_signed,
    is_tnef,
    open_archive,
    open_signed,
    open_tnef,
)
from verbale.read.mail_message import Part, TooManyParts, decode_words, parameters, read_message
from verbale.read.mail_outlook import as_message, tool
from verbale.read.mail_signs import HEAD, is_mail, is_outlook, without_envelope
from verbale.read.mail_words import join_flowed, part_quoted, part_quoted_html, take_files

_NEXT_MESSAGE = re.compile(rb"^From \S+[^\n]*\d{4}\s*\n(?=[!-9;-~]+:)", re.M)
_APPLE_END = re.compile(rb"<\?xml[^>]*\?>\s*<!DOCTYPE plist.*\Z", re.S)
_LONGEST = 2_000  # characters of the field that names the sender
_SIGNATURES = frozenset({"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"})
_SIGNED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_MORE_WORDS = 3  # times as many words as the plain form has, from which on the form in HTML is the message


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that came with a message. ``within`` names the file that it was packed in, empty where it was in none."""

    name: str
    media_type: str
    data: bytes
    within: str = ""


@dataclass(frozen=True, slots=True)
class Mail:
    """A message. ``sent`` is ISO 8601 in UTC or empty, ``address`` and ``person`` those of the sender.

    ``text`` is the message's own words, as plain text or, where there is none, as HTML (``text_type`` says which);
    ``quoted`` the message that it answers. ``told`` are sentences on what was guessed, opened or could not be opened.
    """

    person: str
    address: str
    subject: str
    sent: str
    text: str
    text_type: str
    enclosures: tuple[Enclosure, ...]
    quoted: str = ""
    told: tuple[str, ...] = ()
    is_archive: bool = False
    message_id: str = ""


def read_mail(data: bytes, name: str, limits: Limits | None = None) -> Mail:
    """The parts of a saved e-mail.

    Raises ``NotADocument`` where it is none, and ``TooLarge`` over the limits on bytes and parts.
    """
    limits = limits or Limits()
    if len(data) > limits.bytes:
        raise TooLarge(name, f"{len(data):,} bytes, the limit is {limits.bytes:,}", "save the enclosures apart")
    if not is_mail(data):
        raise NotADocument(name, "the bytes are no saved e-mail", "save the message as .eml")
    told = []
    if is_outlook(data):
        told = [f"it was made by {tool()} of the original with the SHA-256 {_sum(data)}"]
        data = as_message(data, name, limits)
    bare = without_envelope(data)
    others: list[bytes] = []
    if data.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"From "):
        bare, *others = _messages(bare, limits)
    elif len(bare) != len(data):
        bare = _APPLE_END.sub(b"", bare)
    top = _parsed(bare, name, limits)
    gathered = _Leaves(name, limits, decode_words(top.fields.get("subject", "")), told=told)
    gathered.take(top)
    gathered.enclosures += [Enclosure(f"message-{at}.eml", "message/rfc822", one) for at, one in enumerate(others, 2)]
    return gathered.mail(top)


def _messages(data: bytes, limits: Limits) -> list[bytes]:
    """The messages of an mbox file, the lines ``>From`` in them as they were."""
    starts = [match.start() for match in _NEXT_MESSAGE.finditer(data)][: limits.parts]
    edges = [0, *starts, len(data)]
    pieces = [data[low:high] for low, high in pairwise(edges)]
    return [pieces[0], *(without_envelope(piece) for piece in pieces[1:])]


def _parsed(data: bytes, name: str, limits: Limits) -> Part:
    try:
        return read_message(data, limits.parts, limits.nesting)
    except TooManyParts as error:
        raise TooLarge(name, str(error), "ask the sender for the letter itself") from error


@dataclass
class _Leaves:
    """What the parts of a message give, in their order."""

    name: str
    limits: Limits
    subject: str = ""
    words: list[tuple[str, str]] = field(default_factory=list)
    quoted: list[str] = field(default_factory=list)
    enclosures: list[Enclosure] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    opened: int = 0

    def take(self, top: Part) -> None:
        """Gather the leaves below a part; of forms that say the same the best."""
        waiting = [top]
        while waiting:
            part = waiting.pop()
            if part.media_type.startswith("multipart/"):
                if part.media_type == "multipart/alternative":
                    waiting.extend(reversed(self._chosen(part)))
                elif part.media_type == "multipart/encrypted":
                    self.told.append("the message is encrypted; only its recipient can open it")
                    self.enclosures.append(Enclosure("encrypted message", part.media_type, part.raw))
                elif part.parts:
                    waiting.extend(reversed(part.parts))
                else:
                    self._take_words(part)
            elif (signed := self._signed(part)) is not None:
                waiting.append(signed)
            else:
                self._take_leaf(part)

    def _signed(self, part: Part) -> Part | None:
        """The message inside a part that is signed as a whole (S/MIME); ``None`` where it is none or is broken."""
        if part.media_type not in _SIGNED or self.opened >= self.limits.nesting:
            return None
        data = part.data()
        if not is_signed(data):
            return None
        try:
            inner = open_signed(data, part.name or self.name)
        except ReadFailed:
            return None
        self.opened += 1
        self.told.append(_derived(part.name or self.name, data, "its words were taken out of their signature (S/MIME)"))
        return _parsed(inner, self.name, self.limits)

    def _chosen(self, part: Part) -> list[Part]:
        """Of alternatives the one that is read; whatever else holds files is read for these."""
        texts = [one for one in part.parts if one.media_type in ("text/plain", "text/html") and not one.name]
        deeper = [one for one in part.parts if one not in texts]
        if not texts:
            return deeper
        plain = [one for one in texts if one.media_type == "text/plain"]
        marked = [one for one in texts if one.media_type == "text/html"]
        best = (plain or marked)[0]
        if plain and marked:
            short, long = _count(_text_of(plain[0]).text), _count(re.sub(r"<[^>]*>", " ", _text_of(marked[0]).text))
            best = marked[0] if not short or long > _MORE_WORDS * short + 20 else best
        for one in deeper if _count(_text_of(best).text) else ():
            self._mark_alternative(one)
        return [best, *deeper]

    def _mark_alternative(self, top: Part) -> None:
        """The words in another form of the message are not read twice: Apple puts its files among them."""
        waiting = [top]
        while waiting:
            part = waiting.pop()
            waiting.extend(part.parts)
            if part.media_type in ("text/plain", "text/html") and not part.name and not part.is_attached:
                part.raw = b""

    def _take_leaf(self, part: Part) -> None:
        kind = part.media_type
        if kind in _SIGNATURES:
            return  # it says who answers for the words, and holds none
        if kind in ("text/plain", "text/html") and not part.is_attached and not part.name:
            self._take_words(part)
        else:
            name = part.name or _default_name(part, len(self.enclosures) + 1)
            if (data := part.data()).strip():
                self._take_file(Enclosure(name, kind, data))
            else:
                self.told.append(f"{name} is empty")

    def _take_words(self, part: Part) -> None:
        decoded = _text_of(part)
        if decoded.told:
            self.told.append(f"the words of the message: {decoded.told}")
        text = decoded.text
        if part.media_type == "text/html":
            words = part_quoted_html(text)
        else:
            text, files = take_files(text)
            for file, data in files:
                self._take_file(Enclosure(file, "application/octet-stream", data))
            words = part_quoted(_unfolded(text, part), self.subject)
        if words.quoted:
            self.quoted.append(words.quoted)
        if words.own.strip():
            self.words.append((part.media_type, words.own))

    def _take_file(self, file: Enclosure) -> None:
        """An enclosure, or what is packed in it; what cannot be opened stays, and is named."""
        waiting = [(file, 0)]
        while waiting:
            one, depth = waiting.pop()
            if len(self.enclosures) > self.limits.parts:
                raise TooLarge(self.name, f"more than {self.limits.parts:,} files, the limit", "send fewer files")
            try:
                inner = self._opened(one) if depth < self.limits.nesting else None
            except ReadFailed as error:
                self.told.append(f"{one.name} could not be opened: {error.reason}")
                inner = None
            if inner is None:
                self.enclosures.append(one)
                continue
            self.told.append(_derived(one.name, one.data, f"it was opened: {len(inner)} in it"))
            waiting.extend(
                (Enclosure(each.name, "application/octet-stream", each.data, one.name), depth + 1)
                for each in reversed(inner)
            )

    def _opened(self, file: Enclosure) -> tuple[Inner, ...] | None:
        """What is in a file; ``None`` where it is no container, or a message that was taken apart here."""
        if is_archive(file.data):
            return open_archive(file.data, file.name, self.limits)
        if is_tnef(file.data):
            return open_tnef(file.data, file.name, self.limits)
        if file.media_type in _SIGNED and not is_sealed(file.data):
            open_signed(file.data, file.name)
        if is_sealed(file.data):
            self.told.append(f"{file.name} is encrypted; only its recipient can open it")
        return None

    def mail(self, top: Part) -> Mail:
        """The message."""
        fields = top.fields
        person, address = _sender(fields.get("from", ""))
        kind = self.words[0][0] if self.words else "text/plain"
        own = [text.rstrip("\n") + "\n" for each, text in self.words if each == kind]
        self.enclosures += [
            Enclosure(f"words-{at}.html" if each == "text/html" else f"words-{at}.txt", each, _marked(text))
            for at, (each, text) in enumerate(self.words, 1)
            if each != kind
        ]
        return Mail(
            person=person,
            address=address,
            subject=decode_words(fields.get("subject", "")),
            sent=_sent(fields.get("date", "")),
            text="\n".join(own),
            text_type=kind,
            enclosures=tuple(self.enclosures),
            quoted="\n".join(self.quoted),
            told=tuple(dict.fromkeys(self.told)),
            is_archive="snapshot-content-location" in fields or _is_web_archive(top),
            message_id=fields.get("message-id", "").strip(),
        )


def _derived(name: str, data: bytes, what: str) -> str:
    """What was made of a file: by what, and of which bytes, which are kept in the message."""
    by = f"zipfile of Python {sys.version.split()[0]}" if is_archive(data) else f"verbale {__version__}"
    return f"{name}: {what}, by {by}, the original with the SHA-256 {_sum(data)}"


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _is_web_archive(top: Part) -> bool:
    """Whether it is a page that a browser saved: parts that have places, and no one it is addressed to."""
    related = top.media_type == "multipart/related" and "to" not in top.fields
    return related and any("content-location" in part.fields for part in top.parts)


def _text_of(part: Part) -> Decoded:
    data = part.data()
    label = part.charset
    if part.media_type == "text/html" and not label:
        declared = re.search(rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", data[:4096], re.I)
        label = declared[1].decode("ascii", "replace") if declared else ""
    decoded = decode(data, label)
    return decoded._replace(text=decoded.text.replace("\r\n", "\n"))


def _unfolded(text: str, part: Part) -> str:
    given = parameters(part.fields.get("content-type", ""))
    if given.get("format", "").lower() != "flowed":
        return text
    return join_flowed(text, delete_space=given.get("delsp", "").lower() == "yes")


def _marked(text: str) -> bytes:
    return b"\xef\xbb\xbf" + text.encode("utf-8", "replace")


def _count(text: str) -> int:
    return len(text.split())


def _default_name(part: Part, number: int) -> str:
    if part.media_type == "message/rfc822":
        subject = re.search(rb"(?im)^subject:[ \t]*([^\r\n]{1,80})", part.data()[:HEAD])
        return f"{decode_words(decode(subject[1]).text)}.eml" if subject else f"message-{number}.eml"
    return f"enclosure-{number}"


def _sender(value: str) -> tuple[str, str]:
    """The name and the address of the first sender."""
    try:
        people = getaddresses([value[:_LONGEST]])
    except (ValueError, IndexError, TypeError, AttributeError):  # what it makes of broken fields differs by version
        people = []
    person, address = people[0] if people else ("", "")
    return decode_words(person), address


def _sent(value: str) -> str:
    """The moment of a date field in UTC; empty where it is none."""
    try:
        moment = parsedate_to_datetime(value)
        return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC).isoformat(timespec="seconds")
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
