"""What a letter says that it is, in six languages, and sentences that only look like it."""

from __future__ import annotations

import pytest

from verbale.lexicon.languages import find_language
from verbale.lexicon.letter_signs import find_behalf, find_letter_signs
from verbale.lexicon.organisations import find_named_organisation, find_organisation, organisation_name
from verbale.lexicon.other_languages import find_any_language, language_name
from verbale.model.language import Language


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Mission wishes to withdraw its reply of 3 May 2022.", "withdrawal"),
        ("La Mission prie le Bureau de considérer comme retirée sa réponse du 3 mai 2022.", "withdrawal"),
        ("La Misión retira su respuesta de 3 de mayo de 2022.", "withdrawal"),
        ("Представительство отзывает свой ответ от 3 мая 2022 года.", "withdrawal"),
        ("تود البعثة سحب ردها المؤرخ 3 أيار/مايو 2022.", "withdrawal"),
        ("代表团撤回其2022年5月3日的答复。", "withdrawal"),
        ("The present note supersedes our note of 3 May.", "corrected"),
        ("La présente note remplace sa réponse du 3 mai.", "corrected"),
        ("Esta nota sustituye a nuestra carta de 3 de mayo.", "corrected"),
        ("Настоящая нота заменяет нашу ноту от 3 мая.", "corrected"),
        ("تحل هذه المذكرة محل ردها المؤرخ 3 أيار/مايو.", None),
        ("يحل هذا النص محل الرد السابق.", None),
        ("以此更正其5月3日的答复。", "corrected"),
        ("In addition to its reply of 3 May, the Mission adds one paragraph.", "supplement"),
        ("En complément de sa réponse du 3 mai, la Mission ajoute ceci.", "supplement"),
        ("The Government has no comments to submit.", "nil"),
        ("Le Gouvernement n’a aucune observation à formuler.", "nil"),
        ("El Gobierno no tiene información que comunicar.", "nil"),
        ("Правительство не располагает дополнительными сведениями; информации не имеется.", "nil"),
        ("ليست لدى الحكومة معلومات؛ لا توجد معلومات.", "nil"),
        ("我国政府没有资料可以提供。", "nil"),
        ("The Mission requests that the deadline be extended.", "more-time"),
        ("Просим продлить срок представления ответа.", "more-time"),
        ("请求延长提交期限。", "more-time"),
    ],
)
def test_a_letter_says_what_it_is(text: str, kind: str | None) -> None:
    found = {sign.kind for sign in find_letter_signs(text)}
    assert kind is None or kind in found


@pytest.mark.parametrize(
    "text",
    [
        "Ghana regrets that a State has withdrawn from the Treaty.",
        "This letter does not replace our letter of 3 May.",
        "Ghana has no nuclear weapons and no reactors.",
        "Le Togo a retiré ses troupes de la zone.",
        "La Argentina sustituyó el combustible de su reactor.",
        "Беларусь вывела ядерное оружие со своей территории.",
        "我国没有核武器。",
        "Ghana replaced the fuel of its reactor in 2014.",
    ],
)
def test_what_a_state_did_is_not_what_its_letter_does(text: str) -> None:
    assert find_letter_signs(text) == ()


def test_a_group_is_what_a_letter_speaks_for() -> None:
    assert find_behalf("Cuba, on behalf of the Group of 77 and China, replies. It thanks.") == (
        " the Group of 77 and China, replies"
    )
    assert find_named_organisation(find_behalf("от имени Движения неприсоединившихся стран")) is None
    assert find_named_organisation("on behalf of the Non-Aligned Movement") == "NAM"


@pytest.mark.parametrize("name", ["ICRC", "Comité international de la Croix-Rouge", "红十字国际委员会", "МККК"])
def test_an_organisation_has_a_code_and_names(name: str) -> None:
    assert find_organisation(name) == "ICRC"
    assert organisation_name("ICRC", Language.ES) == "Comité Internacional de la Cruz Roja"
    assert find_organisation("The Committee") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("A Missão Permanente de Moçambique tem a honra de responder à nota verbal relativa à resolução.", "pt"),
        (
            "Die Bundesregierung ist der Auffassung, dass die Abrüstung nicht ohne Vertrauen möglich ist.",
            "de",
        ),
        ("Il Governo italiano è convinto che la pace non possa essere raggiunta per mezzo delle armi.", "it"),
        ("Постійне представництво України має честь надіслати її відповідь.", "uk"),
        ("日本政府は核兵器のない世界を目指しています。", "ja"),
        ("대한민국 정부는 결의에 대한 답변을 제출한다.", "ko"),
        ("The Permanent Mission of Ghana has the honour to reply to the note verbale.", "en"),
        ("La Mission permanente a l’honneur de répondre à la note verbale du 3 mai.", "fr"),
        ("La Misión Permanente tiene el honor de responder a la nota verbal de 3 de mayo.", "es"),
    ],
)
def test_a_language_beyond_the_six_is_told_and_named(text: str, code: str) -> None:
    assert find_any_language(text) == code
    assert code in {language.value for language in Language} or find_language(text) != code
    assert language_name("pt", Language.RU) == "португальском"
