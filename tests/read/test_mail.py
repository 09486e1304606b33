"""Saved e-mails: sender, day, words and enclosures, in any encoding."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.errors import NotADocument, ReadFailed, TooLarge
from verbale.read.limits import Limits
from verbale.read.mail import read_mail
from verbale.read.mail_signs import is_mail


def message(text: str = "Adjunto la respuesta del Gobierno.\n") -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Misión Permanente de Cuba <cuba@example.org>"
    mail["To"] = "desk@example.org"
    mail["Subject"] = "Respuesta a la nota verbal ODA/2022-00991"
    mail["Date"] = "Tue, 10 May 2022 17:30:00 -0400"
    mail.set_content(text)
    return mail


def test_a_mail_with_a_letter() -> None:
    mail = message()
    mail.add_attachment(b"%PDF-1.7 words", maintype="application", subtype="pdf", filename="réponse.pdf")
    mail.add_attachment(b"second", maintype="application", subtype="octet-stream")
    read = read_mail(mail.as_bytes(), "letter.eml")
    assert (read.person, read.address) == ("Misión Permanente de Cuba", "cuba@example.org")
    assert read.subject == "Respuesta a la nota verbal ODA/2022-00991"
    assert read.sent == "2022-05-10T21:30:00+00:00"
    assert (read.text, read.text_type) == ("Adjunto la respuesta del Gobierno.\n", "text/plain")
    assert [(one.name, one.media_type, one.data) for one in read.enclosures] == [
        ("réponse.pdf", "application/pdf", b"%PDF-1.7 words"),
        ("enclosure-2", "application/octet-stream", b"second"),
    ]


@pytest.mark.parametrize("text", ["答复如下。\n", "الرد أدناه.\n", "Ответ прилагается.\n"])
def test_words_in_any_script(text: str) -> None:
    assert read_mail(message(text).as_bytes(), "letter.eml").text == text


def test_a_mail_of_html_alone_and_one_forwarded() -> None:
    mail = message()
    mail.set_content("<p>Réponse</p>", subtype="html")
    mail.add_attachment(message("the letter itself\n"))
    read = read_mail(mail.as_bytes(), "letter.eml")
    assert (read.text.strip(), read.text_type) == ("<p>Réponse</p>", "text/html")
    assert read_mail(read.enclosures[0].data, "inner").text == "the letter itself\n"


def test_without_a_date_or_a_sender() -> None:
    mail = EmailMessage()
    mail["Subject"] = "x"
    mail["Message-ID"] = "<1@example.org>"
    mail["Date"] = "some day in May"
    mail.set_content("words")
    read = read_mail(mail.as_bytes(), "letter.eml")
    assert (read.sent, read.person, read.address) == ("", "", "")


def test_what_is_no_mail_is_refused() -> None:
    for data in (b"", b"%PDF-1.7", b"Reference: ODA/1\nSubject: disarmament\n\nThe Mission presents its compliments."):
        assert not is_mail(data)
        with pytest.raises(NotADocument):
            read_mail(data, "letter.eml")
    with pytest.raises(TooLarge):
        read_mail(message().as_bytes(), "letter.eml", Limits(bytes=10))


def test_an_unknown_encoding_is_told() -> None:
    data = message().as_bytes().replace(b"utf-8", b"klingon")
    read = read_mail(data, "letter.eml")
    assert read.text == "Adjunto la respuesta del Gobierno.\n"
    assert read.told == ("the words of the message: the encoding 'klingon' is not known",)


@given(st.binary(max_size=200), st.integers(0, 400))
def test_any_damage_gives_a_mail_or_a_clear_error(noise: bytes, at: int) -> None:
    data = message().as_bytes()
    told = "letter.eml"
    try:
        read_mail(data[:at] + noise + data[at + len(noise) :], "letter.eml")
    except ReadFailed as error:
        told = str(error)
    assert "letter.eml" in told
