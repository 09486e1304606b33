"""Language of a text, on sentences and on real documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale.lexicon.languages import find_language
from verbale.model.language import Language

SHARED = Path(__file__).parents[3] / "shared"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The Government has the honour to submit its reply.", "en"),
        ("Le Gouvernement a l’honneur de présenter sa réponse.", "fr"),
        ("El Gobierno tiene el honor de presentar su respuesta.", "es"),
        ("Правительство имеет честь представить свой ответ.", "ru"),
        ("تتشرف الحكومة بتقديم ردها.", "ar"),
        ("政府谨提交答复如下。", "zh"),
        ("La situación en Malta", "es"),
        ("Recordando sus textos 2/7 L, de 3 de mayo de 1990, 3/8 D, de 4 de junio, y 4/9 L, de 5 de julio", "es"),
        ("L’Assemblée", "fr"),
        ("根据《不扩散条约》(NPT) 第六条", "zh"),
        ("Die Regierung ist der Auffassung, dass das nicht genug ist.", None),
        ("O Governo tem a honra de apresentar a sua resposta.", None),
        ("Уряд має честь подати свою відповідь щодо її змісту.", None),
        ("日本政府は次のとおり回答する。", None),
        ("A/65/137", None),
        ("12345", None),
        ("", None),
    ],
)
def test_find_language(text: str, code: str | None) -> None:
    assert find_language(text) == code


def shared_folder(name: str) -> Path:
    folder = SHARED / name
    if not folder.is_dir():
        pytest.skip(f"{name} is not at hand beside the project")
    return folder


@pytest.mark.shared
def test_every_resolution_is_in_its_language() -> None:
    files = sorted(shared_folder("corpus/resolutions").glob("*/*.txt"))
    assert files
    assert [file for file in files if find_language(file.read_text("utf-8", "replace")) != file.stem] == []


@pytest.mark.shared
@pytest.mark.parametrize("language", Language)
def test_aligned_sentences(language: Language) -> None:
    """At least 98% of the sentences of more than forty characters; the rest are lists of names, mostly undecided."""
    lines = (shared_folder("corpus/parallel/unpc") / f"devset.{language}").read_text("utf-8").splitlines()
    sentences = [line for line in lines if len(line) > 40]
    right = sum(find_language(sentence) == language for sentence in sentences)
    assert right / len(sentences) > 0.98
