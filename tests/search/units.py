"""Small documents of our own for the index."""

from __future__ import annotations

from verbale.model.language import Language
from verbale.search.records import DOCUMENT, PARAGRAPH, REPLY, IndexedDocument, IndexedUnit

CUBAN = "Cuba reiterates its support for the elimination of nuclear weapons."
TEXTS = {
    Language.EN: "The Conference calls for a ban on nuclear weapons and on all explosive tests.",
    Language.ES: "La Conferencia pide que se prohíban las armas nucleares; el desarme nuclear es urgente.",
    Language.FR: "La Conférence demande l’interdiction des armes nucléaires et des essais.",
    Language.RU: "Конференция призывает запретить ядерное оружие; ядерного оружия много.",
    Language.ZH: "会议呼吁禁止核武器和一切核试验。古巴支持核裁军。",
    Language.AR: "ويدعو المؤتمر إلى حظر الأسلحة النووية وللأسلحة خطرها.",
}


def paragraph(text: str, language: Language, ref: str = "1", **values: tuple[str, ...]) -> IndexedUnit:
    """A paragraph with what is said to be in it."""
    return IndexedUnit(ref, PARAGRAPH, text, "1.", language, "", **values)


def a_document(key: str, *units: IndexedUnit, symbol: str = "A/77/123", year: int = 2022) -> IndexedDocument:
    """A report with a title and the units given."""
    language = units[0].language if units else Language.EN
    title = IndexedUnit("", DOCUMENT, f"{symbol} Follow-up to the advisory opinion", "", language)
    date = f"{year}-07-01"
    return IndexedDocument(key, symbol, language, "Follow-up", date, "77", year, "report", (title, *units))


def six_languages() -> list[IndexedDocument]:
    """A document in each language, all naming Cuba and the treaty, and a reply of Cuba in English."""
    found = [
        a_document(
            f"six-{language}",
            paragraph(text, language, states=("CUB",), treaties=("NPT",), symbols=("A/RES/76/53",)),
            symbol=f"A/{70 + place}/1",
            year=2015 + place,
        )
        for place, (language, text) in enumerate(TEXTS.items())
    ]
    reply = IndexedUnit("III.CUB", REPLY, CUBAN, "", Language.EN, "CUB", ("CUB", "USA"), dates=("2022-06-21",))
    return [*found, a_document("reply", reply, symbol="A/77/9")]
