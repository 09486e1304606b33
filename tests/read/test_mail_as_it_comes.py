"""Messages as programs write them: nested, signed, packed, quoted, in encodings of any name or none."""

from __future__ import annotations

import binascii
import hashlib
import platform
import struct
import zipfile
from importlib.metadata import version
from io import BytesIO

import pytest

from verbale import __version__
from verbale.app.letter_reading import read_letter
from verbale.app.reading import read_source
from verbale.errors import Damaged, TooLarge
from verbale.read import mail as mail_reader
from verbale.read.charsets import decode, guess_codec
from verbale.read.limits import Limits
from verbale.read.mail import Mail, read_mail
from verbale.read.mail_signs import is_mail
from verbale.read.mail_words import join_flowed, part_quoted, part_quoted_html

HEAD = "From: Permanent Mission of Palau <pw@example.org>\nSubject: Reply\nDate: Tue, 3 May 2022 09:00:00 +0900\n"
LETTER = "Permanent Mission of Palau\n\n1. Palau supports resolution 76/53.\n"


def mail(rest: str | bytes, head: str = HEAD) -> Mail:
    return read_mail(head.encode() + (rest if isinstance(rest, bytes) else rest.encode()), "x.eml")


def leaf(kind: str, content: str, name: str = "") -> str:
    disposition = f"Content-Disposition: attachment; filename={name}\n" if name else ""
    return f"Content-Type: {kind}\n{disposition}\n{content}"


def multipart(kind: str, boundary: str, *parts: str) -> str:
    inner = "".join(f"--{boundary}\n{part}\n" for part in parts)
    return f"Content-Type: multipart/{kind}; boundary={boundary}\n\n{inner}--{boundary}--\n"


WORDS, PAGE = leaf("text/plain", "See below."), leaf("text/html", "<p>See.</p>")
FILE = leaf("text/plain", LETTER, "a.txt")
NESTED = {
    "mixed in alternative": multipart("alternative", "A", WORDS, multipart("mixed", "M", PAGE, FILE)),
    "alternative in mixed": multipart("mixed", "M", multipart("alternative", "A", WORDS, PAGE), FILE),
    "signed": multipart("signed", "S", multipart("mixed", "M", WORDS, FILE), leaf("application/pkcs7-signature", "AA")),
    "of a list": multipart("mixed", "L", multipart("mixed", "M", WORDS, FILE), leaf("text/plain", "To leave: x")),
    "five deep": multipart(
        "mixed", "A", multipart("related", "B", multipart("mixed", "C", multipart("mixed", "D", FILE)))
    ),
}


@pytest.mark.parametrize("rest", NESTED.values(), ids=NESTED)
def test_every_leaf_is_found_whatever_the_nesting(rest: str) -> None:
    read = mail(rest)
    assert [(one.name, one.data.strip()) for one in read.enclosures] == [("a.txt", LETTER.strip().encode())]
    assert read_letter((HEAD + rest).encode(), "x.eml").name == "a.txt"


def test_words_between_files_are_words_and_two_forms_are_one() -> None:
    rest = multipart("mixed", "M", leaf("text/plain", "First."), FILE, leaf("text/plain", "Second."))
    assert mail(rest).text == "First.\n\nSecond.\n"
    rest = multipart("alternative", "A", leaf("text/plain", "\n"), leaf("text/html", "<p>The words.</p>"))
    assert (mail(rest).text, mail(rest).text_type) == ("<p>The words.</p>\n", "text/html")


@pytest.mark.parametrize("before", [b"From a@b Tue May  3 00:00:00 2022\n", b"\xef\xbb\xbf", b"812 \n", b"\r\n\r\n"])
def test_what_a_mailbox_writes_before_a_message(before: bytes) -> None:
    data = before + (HEAD + "\nwords\n").encode()
    assert is_mail(data)
    assert read_mail(data, "x").subject == "Reply"


def test_a_mailbox_of_several_messages() -> None:
    one = f"From a@b Tue May  3 00:00:00 2022\n{HEAD}\nwords\n\n"
    read = read_mail((one * 3).encode(), "x")
    assert (read.text.strip(), [one.media_type for one in read.enclosures]) == ("words", ["message/rfc822"] * 2)


@pytest.mark.parametrize(
    "date", ["Fri, 31 Dec 9999 23:59:59 -1200", "Mon, 99 Foo 2022", "", "\x00", "Mon, 2 May 2022 10:00:00 +9999999999"]
)
def test_any_date_gives_a_date_or_none(date: str) -> None:
    read = read_mail(f"From: a@b\nMIME-Version: 1.0\nDate: {date}\n\nx".encode(), "x")
    assert read.sent == "" or read.sent[:4].isdigit()


@pytest.mark.parametrize(
    ("label", "codec", "words"),
    [
        *(
            ("gb2312", "gb18030", "朱镕基致函"),
            ("x-gbk", "gb18030", "蒙古国"),
            ("windows-936", "gbk", "蒙古国支持该条约"),
        ),
        *(("us-ascii", "utf-8", "Réponse"), ("x-unknown", "cp1251", "Республика Беларусь поддерживает Договор")),
        *(("", "cp1256", "تؤيد الحكومة قرار الجمعية العامة"), ("unknown-8bit", "koi8-r", "Ответ на резолюцию")),
        *(("utf-7", "utf-7", "Réponse"), ("iso-2022-jp", "iso2022_jp", "日本"), ("unicode_escape", "utf-8", "É")),
    ],
)
def test_encodings_are_what_the_bytes_are(label: str, codec: str, words: str) -> None:
    assert decode(words.encode(codec), label).text == words
    rest = f'Content-Type: text/plain; charset="{label}"\n\n'.encode() + words.encode(codec)
    assert mail(rest).text.strip() == words


def test_a_guess_is_told_and_nothing_is_refused() -> None:
    assert "guess" in decode("Республика Беларусь".encode("cp1251")).told
    assert "gb18030" in decode("蒙古国支持该条约。对大会决议的答复".encode("gb18030"), "x-foo").told
    for noise in (b"\xff", b"\x00\xd8\x00", bytes(range(256))):
        assert decode(noise, "utf-7").text is not None
        assert guess_codec(noise)
    document = read_source("Республика Беларусь\n\nПоддерживает Договор.\n".encode("cp1251"), "x.txt")
    assert any("поддерживает" in node.text.lower() for node in document.nodes)
    assert any("cp1251" in finding.message for finding in document.findings)


def test_a_page_in_a_message_is_read_by_the_encoding_of_its_part() -> None:
    page = '<html><meta charset="windows-1256"><p>تؤيد الحكومة قرار الجمعية العامة 76/33.</p></html>'
    for label, codec in (("windows-1256", "cp1256"), ("utf-8", "utf-8"), ("", "cp1256")):
        given = f"; charset={label}" if label else ""
        rest = f"Content-Type: text/html{given}\n\n".encode() + page.encode(codec)
        letter = read_letter(HEAD.encode() + rest, "x.eml")
        assert "تؤيد الحكومة" in letter.document.source.text


def test_header_words_and_names_of_files() -> None:
    head = "From: =?utf-8?B?TWlzacOzbg==?= =?utf-8?Q?_de_Cuba?= <a@b>\nSubject: =?x-unk?Q?a=FFb?= =?utf-8?Q?broken\n"
    read = read_mail(f"{head}MIME-Version: 1.0\n\nx".encode(), "x")
    assert read.person == "Misión de Cuba"
    assert read.subject
    name = "filename*0*=utf-8''R%C3%A9; filename*1*=ponse; filename*2=.txt"
    rest = f"Content-Type: multipart/mixed; boundary=M\n\n--M\nContent-Disposition: attachment; {name}\n\nx\n--M--\n"
    assert mail(rest).enclosures[0].name == "Réponse.txt"


def test_soft_lines_are_joined() -> None:
    assert join_flowed("Nuclear Weap \nons and \n\n2. It", delete_space=True) == "Nuclear Weapons and\n2. It"
    assert (
        join_flowed("one \ntwo\n>quoted \n>more\n-- \nname", delete_space=False) == "one two\n> quoted more\n-- \nname"
    )


def test_files_in_the_words() -> None:
    lines = "".join(binascii.b2a_uu(LETTER.encode()[at : at + 45]).decode() for at in range(0, len(LETTER), 45))
    read = mail(f"\nThe reply is enclosed.\n\nbegin 644 reply.txt\n{lines}`\nend\n")
    assert [(one.name, one.data) for one in read.enclosures] == [("reply.txt", LETTER.encode())]
    assert "begin" not in read.text


ORIGINALS = {
    "en": "-----Original Message-----\nFrom: Desk <d@e.org>\nSent: Monday\nTo: x\nSubject: Note\n\n",
    "fr": "________________________________\nDe : Secrétariat <d@e.org>\nEnvoyé : lundi\nÀ : b\nObjet : Note\n\n",
    "es": "De: Secretaría <d@e.org>\nEnviado el: lunes\nPara: b\nAsunto: Nota\n\n",
    "ru": "От: Секретариат <d@e.org>\nОтправлено: понедельник\nКому: b\nТема: Нота\n\n",
    "zh": "发件人: 秘书处 <d@e.org>\n发送时间: 2022年\n收件人: b\n主题: 照会\n\n",
    "ar": "من: الأمانة <d@e.org>\nتاريخ الإرسال: الاثنين\nإلى: b\nالموضوع: مذكرة\n\n",
    "wrote": "On 2 May 2022, Desk <d@e.org> wrote:\n> ",
    "a écrit": "Le lun. 2 mai 2022 à 10:00, Desk <d@e.org> a écrit :\n> ",
    "marks": "> ",
}


@pytest.mark.parametrize("original", ORIGINALS.values(), ids=ORIGINALS)
def test_the_message_answered_is_kept_apart(original: str) -> None:
    own = "Government\n\nIt supports resolution 76/33 in all its parts.\n"
    words = part_quoted(f"{own}\n{original}Please reply before 15 May 2022.\n")
    assert "Please reply" not in words.own
    assert "supports resolution 76/33" in words.own
    assert "Please reply" in words.quoted


def test_what_is_sent_on_is_what_is_to_be_read_and_prose_is_no_head() -> None:
    forward = (
        "FYI\n\n---------- Forwarded message ---------\nFrom: A <a@b>\nDate: Monday\nTo: c\nSubject: d\n\nThe letter.\n"
    )
    assert "The letter." in part_quoted(forward).own
    prose = "From: the beginning we said so.\nOn 3 May the Minister wrote:\nThe text stands.\n"
    sent_on = f"For the record.\n\n{ORIGINALS['es']}The letter.\n"
    assert "The letter." in part_quoted(sent_on, "RV: nota").own
    assert "The letter." not in part_quoted(sent_on, "RE: nota").own
    assert part_quoted(prose).own.strip() == prose.strip()
    page = f"<div>{'word ' * 20}</div><div class='gmail_quote'>On Monday: <blockquote>the question</blockquote></div>"
    assert "the question" not in part_quoted_html(page).own
    assert part_quoted_html("<blockquote type='cite'>all of it</blockquote>").own.count("all of it") == 1


def zip_of(**files: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def with_file(data: bytes, name: str, kind: str = "application/octet-stream") -> str:
    told = f"Content-Type: {kind}; name={name}\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment\n"
    return multipart("mixed", "M", WORDS, f"{told}\n{binascii.b2a_base64(data).decode()}")


def tnef_of(name: str, content: bytes) -> bytes:
    def attribute(kind: int, value: bytes) -> bytes:
        return struct.pack("<BHHI", 2, kind, 0, len(value)) + value + struct.pack("<H", sum(value) & 0xFFFF)

    attributes = ((0x9002, b"\x01\x00"), (0x8010, name.encode() + b"\x00"), (0x800F, content))
    return b"\x78\x9f\x3e\x22\x01\x00" + b"".join(attribute(*one) for one in attributes)


def der(tag: int, *items: bytes) -> bytes:
    content = b"".join(items)
    size = len(content)
    length = bytes((size,)) if size < 128 else b"\x82" + size.to_bytes(2, "big")
    return bytes((tag,)) + length + content


def signed_of(message: bytes, *, kind: int = 2) -> bytes:
    oid = bytes((0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07))
    inside = der(0x30, oid + b"\x01", der(0xA0, der(0x24, der(0x04, message[:9]), der(0x04, message[9:]))))
    return der(0x30, oid + bytes((kind,)), der(0xA0, der(0x30, der(2, b"\x01"), der(0x31), inside, der(0x31))))


def test_files_are_taken_out_of_what_they_are_packed_in() -> None:
    inner = zip_of(letter=LETTER.encode())
    for data in (inner, zip_of(again=inner), tnef_of("letter", LETTER.encode()), zip_of(mail=tnef_of("letter", b"x"))):
        read = mail(with_file(data, "packed.dat"))
        assert [one.name for one in read.enclosures] == ["letter"]
        assert any("packed.dat: it was opened" in sentence for sentence in read.told)
    assert read_letter((HEAD + with_file(inner, "r.zip")).encode(), "x").document.replies is not None


def test_what_was_made_of_a_file_is_told_with_its_tool_and_the_original(monkeypatch: pytest.MonkeyPatch) -> None:
    packed, tnef, signed = zip_of(letter=LETTER.encode()), tnef_of("letter", b"x"), signed_of(b"To: x\n\nWords.")
    kind = "application/pkcs7-mime"
    for data, by, what in (
        (packed, f"zipfile of Python {platform.python_version()}", "x"),
        (tnef, f"verbale {__version__}", "x"),
        (signed, f"verbale {__version__}", kind),
    ):
        told = [one for one in mail(with_file(data, "packed.dat", what if what == kind else "x/y")).told if by in one]
        assert [one[:10] for one in told] == ["packed.dat"]
        assert hashlib.sha256(data).hexdigest() in told[0]
    outlook = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "__properties_version1.0".encode("utf-16-le")
    monkeypatch.setattr(mail_reader, "as_message", lambda *_: (HEAD + WORDS).encode())
    (told_of_it,) = read_mail(outlook, "x.msg").told
    assert f"python-oxmsg {version('python-oxmsg')}" in told_of_it
    assert hashlib.sha256(outlook).hexdigest() in told_of_it


def test_what_cannot_be_opened_stays_and_is_named() -> None:
    bomb = zip_of(zeros=bytes(60 << 20))
    for data in (bomb, tnef_of("", b""), inner_cut(zip_of(a=LETTER.encode() * 50))):
        read = mail(with_file(data, "packed.dat"))
        assert [one.data for one in read.enclosures] == [data]
    assert any("unpacks to more than" in sentence for sentence in mail(with_file(bomb, "b.zip")).told)


def inner_cut(data: bytes) -> bytes:
    return data[:40] + bytes(20) + data[60:]


def test_a_signed_message_is_opened_and_an_encrypted_one_is_named() -> None:
    whole = b"Content-Type: text/plain\n\nPermanent Mission of Palau supports it.\n"
    head = "Content-Type: application/pkcs7-mime; name=smime.p7m\nContent-Transfer-Encoding: base64\n\n"
    read = mail(head + binascii.b2a_base64(signed_of(whole)).decode())
    assert (read.text.strip(), read.person) == ("Permanent Mission of Palau supports it.", "Permanent Mission of Palau")
    sealed = mail(head + binascii.b2a_base64(signed_of(whole, kind=3)).decode())
    assert any("encrypted" in sentence for sentence in sealed.told)
    broken = (HEAD + head + binascii.b2a_base64(b"\x30\x80" + signed_of(whole)[4:15] + b"words").decode()).encode()
    assert any("PKCS #7" in sentence for sentence in read_mail(broken, "x").told)
    with pytest.raises(Damaged, match="no letter in the message"):
        read_letter(broken, "x")


def test_limits_of_a_message() -> None:
    parts = multipart("mixed", "M", *(["Content-Type: text/plain\n\nx"] * 30))
    with pytest.raises(TooLarge, match="more than 20 parts"):
        read_mail((HEAD + parts).encode(), "x", Limits(parts=20))
    deep = "x"
    for at in range(60):
        deep = multipart("mixed", f"b{at}", deep)
    with pytest.raises(TooLarge, match="nested more than 50"):
        read_mail((HEAD + deep).encode(), "x")
    many = read_mail(f"From: {'=?utf-8?Q?a?= ' * 3_000}\nMIME-Version: 1.0\nX: {'; a=b' * 50_000}\n\nx".encode(), "x")
    assert many.text == "x\n"


def test_a_web_archive_is_the_page_in_it() -> None:
    head = "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org\nMIME-Version: 1.0\n"
    page = leaf("text/html; charset=utf-8", "<html><body><h1>Reply</h1><p>Sāmoa signed it.</p></body></html>")
    data = (head + multipart("related", "B", page, leaf("image/png", "x"))).encode()
    document = read_source(data, "x.mht")
    assert [node.text for node in document.nodes] == ["Reply", "Sāmoa signed it."]
