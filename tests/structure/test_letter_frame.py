"""What frames a letter: whose it is, of what day, where its text begins and ends."""

from __future__ import annotations

import pytest

from verbale.lexicon.naming import state_name
from verbale.lexicon.tables import read_words
from verbale.model.language import Language
from verbale.structure.letter_frame import dates_of, find_senders, is_dateline, is_greeting

_OPEN = {row["id"] for row in read_words("states") if not row["ended"]}


def _of(name: str, language: Language) -> str:
    """A name after "of", as a letterhead joins the two."""
    if language is Language.AR:
        return "لل" + name.removeprefix("ال") if name.startswith("ال") else "ل" + name
    if language is Language.FR:
        return f"d’{name}" if name[0] in "AEÉIOUY" else f"de {name}"
    return name


LETTERHEADS = {
    Language.AR: "البعثة الدائمة {} لدى الأمم المتحدة",
    Language.EN: "Permanent Mission of {} to the United Nations",
    Language.ES: "Misión Permanente de {} ante las Naciones Unidas",
    Language.FR: "Mission permanente {} auprès de l’Organisation des Nations Unies",
    Language.RU: "Постоянное представительство {} при Организации Объединенных Наций",
    Language.ZH: "{}常驻联合国代表团向裁军事务厅致意，谨答复如下。",
}


@pytest.mark.parametrize("language", list(Language))
def test_every_state_is_known_by_its_letterhead(language: Language) -> None:
    wrong = {
        state: found
        for state in sorted(_OPEN)
        if (found := find_senders(LETTERHEADS[language].format(_of(state_name(state, language), language)), language))
        != [state]
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("Iceland’s reply to the note verbale", "ISL"),
        ("Views of Chile", "CHL"),
        ("Chile has replied to the views of Peru.", None),
        ("United States Mission to the United Nations", "USA"),
        ("Permanent Representative of Türkiye to the United Nations", "TUR"),
        ("The Permanent Mission has the honour", None),
    ],
)
def test_a_sender_in_a_line(line: str, state: str | None) -> None:
    assert find_senders(line, Language.EN) == ([state] if state else [])


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("٢٤ أيار/مايو ٢٠٢٢", ["2022-05-24"]),
        ("24/05/2022", ["2022-05-24"]),
        ("05/24/2022", ["2022-05-24"]),
        ("г. Ташкент, «17» мая 2022 г.", ["2022-05-17"]),
        ("Guatemala, diecisiete de mayo de dos mil veintidós", ["2022-05-17"]),
        ("٢١ شوال ١٤٤٣ هـ الموافق ٢٢ مايو ٢٠٢٢ م", ["2022-05-22"]),
        ("Kyiv, 16.05.2022", ["2022-05-16"]),
        ("2022/5/24", ["2022-05-24"]),
        ("05/06/2022", []),
        ("31.02.2022", []),
        ("DI/3/071-5512", []),
    ],
)
def test_a_day_in_figures(line: str, days: list[str]) -> None:
    assert dates_of(line) == days
    assert is_dateline(line) == bool(days)


@pytest.mark.parametrize(
    ("line", "dated"),
    [
        ("Нью-Йорк, 26 мая 2022 года.", True),
        ("Done at Vienna on 24 May 2022.", True),
        ("It was ratified on 3 May 2022.", False),
        ("In reply to your note verbale, 28 January 2022", False),
        ("Заявление лидеров пяти государств от 3 января 2022 года сохраняет силу.", False),
    ],
)
def test_a_sentence_with_a_day_is_no_dateline(line: str, dated: bool) -> None:
    assert is_dateline(line) is dated


def test_a_greeting_says_nothing_else() -> None:
    assert all(is_greeting(text) for text in ("Excellency,", "Señora Alta Representante:", "尊敬的高级代表女士："))
    assert not any(is_greeting(text) for text in ("Señora", "Dear friends have told us of it.", "Sirs"))
