"""Make the letters of the demo that are no plain text out of their words in scripts/words/letters.

python scripts/build_demo_letters.py    writes src/verbale/app/demo_cycle/*.docx, *.pdf and *.eml, the same every time
"""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from verbale.app.converting import convert_document
from verbale.app.reading import read_tree

ROOT = Path(__file__).resolve().parent.parent
WORDS = ROOT / "scripts" / "words" / "letters"
LETTERS = ROOT / "src" / "verbale" / "app" / "demo_cycle"


def build_mail(letter: bytes) -> bytes:
    """An e-mail with the letter enclosed."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = "Mission permanente du Sénégal <senegal@missions.example>"
    mail["To"] = "desk@un.example"
    mail["Subject"] = "Réponse à la note verbale ODA/2022-00991"
    mail["Date"] = "Tue, 31 May 2022 22:09:00 -0400"
    mail["Message-ID"] = "<20220531.1@missions.example>"
    mail.set_content("Veuillez trouver ci-joint la réponse du Gouvernement sénégalais.\n", cte="quoted-printable")
    mail.add_attachment(letter, maintype="text", subtype="html", filename="note-verbale.html", cte="base64")
    mail.set_boundary("=-verbale-demo-=")
    return mail.as_bytes()


def main() -> None:
    """Write the three files."""
    for name, form in (("kazakhstan.ru", "docx"), ("philippines.en", "pdf")):
        tree = read_tree((WORDS / f"{name}.html").read_bytes(), name)
        (LETTERS / f"{name}.{form}").write_bytes(convert_document(tree, form).content)
    (LETTERS / "senegal.fr.eml").write_bytes(build_mail((WORDS / "senegal.fr.html").read_bytes()))


if __name__ == "__main__":
    main()
