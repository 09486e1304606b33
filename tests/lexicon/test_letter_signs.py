"""What a letter says that it is, in six languages, and sentences that only look like it."""

from __future__ import annotations

import pytest

from verbale.lexicon.languages import find_language
from verbale.lexicon.letter_signs import find_behalf, find_head_signs, find_letter_signs
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
        ("The Mission regrets to note that a typographical error crept into its reply of 3 May.", "corrected"),
        (
            "Une erreur matérielle s’étant glissée dans sa réponse du 3 mai, la Mission en donne le texte exact.",
            "corrected",
        ),
        ("La Misión advierte que en su respuesta de 3 de mayo se deslizó un error.", "corrected"),
        ("В ответе от 3 мая допущена опечатка.", "corrected"),
        ("وقع خطأ مطبعي في ردها المؤرخ 3 أيار/مايو.", "corrected"),
        ("代表团5月3日的答复中有一处笔误。", "corrected"),
        ("The Mission asks that its reply of 3 May not be published.", "withdrawal"),
        ("La Mission prie le Bureau de ne pas faire figurer sa réponse dans le rapport.", "withdrawal"),
        ("Se ruega no incluir la citada respuesta en el informe.", "withdrawal"),
        ("Представительство просит не включать указанный ответ в доклад.", "withdrawal"),
        ("ترجو البعثة عدم نشر ردها المؤرخ 3 أيار/مايو.", "withdrawal"),
        ("请勿将上述答复列入报告。", "withdrawal"),
        ("Togo will not be making a submission this year.", "nil"),
        ("Le Togo ne transmettra pas de contribution cette année.", "nil"),
        ("El Paraguay no presentará observaciones este año.", "nil"),
        ("Республика не будет представлять материалы для доклада.", "nil"),
        ("لن تقدم الحكومة معلومات هذا العام.", "nil"),
        ("我国政府今年不拟提交材料。", "nil"),
        ("The reply is being prepared and will be submitted no later than 20 June.", "more-time"),
        ("La réponse est en cours d’élaboration et sera transmise au plus tard le 20 juin.", "more-time"),
        ("La respuesta está en preparación y será remitida a más tardar el 20 de junio.", "more-time"),
        ("Ответ находится на согласовании и будет направлен не позднее 20 июня.", "more-time"),
        ("الرد قيد الإعداد وسيقدم في موعد أقصاه 20 حزيران/يونيه.", "more-time"),
        ("答复仍在会商，将于6月20日前提交。", "more-time"),
        ("В дополнение к своей ноте от 3 мая Представительство сообщает следующее.", "supplement"),
        ("In addition to our note of 3 May we add one paragraph.", "supplement"),
        ("En complément de notre note du 3 mai, nous ajoutons ceci.", "supplement"),
        ("الرد السابق يظل ساريا، وتضيف البعثة إلى ردها ما يلي.", "supplement"),
        ("现补充提供以下情况。", "supplement"),
        ("La Misión recibió su nota y la transmitió a la capital.", "acknowledgement"),
        ("La Mission a reçu sa note et l’a transmise à la capitale.", "acknowledgement"),
        ("Нота получена и направлена в столицу.", "acknowledgement"),
        ("تلقت البعثة مذكرته وأحالتها إلى العاصمة.", "acknowledgement"),
        ("来照已收到，已转国内主管部门。", "acknowledgement"),
        ("The Mission is pleased to invite the Office to a concert.", "none"),
        ("La Mission a le plaisir de convier le Bureau à une réception.", "none"),
        ("La Misión se complace en invitar a la Oficina a un acto.", "none"),
        ("Представительство имеет удовольствие пригласить Управление на прием.", "none"),
        ("يسر البعثة أن تدعو المكتب إلى حفل استقبال.", "none"),
        ("代表团诚邀裁军事务厅出席招待会。", "none"),
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
        "In addition to its note verbale of 28 January the Office held a meeting.",
        "Ghana will submit a draft resolution no later than October.",
        "The treaty remains in force.",
        "Le Togo ne souhaite pas acquérir d’armes et présente ses vues.",
        "Bolivia no publicará el mapa de los yacimientos.",
        "Договор остается в силе.",
        "中国将不首先使用核武器。",
        "يظل الاتفاق ساريا.",
        "Kenya returned the sources to the supplier.",
        "Signed by the chargé d’affaires of the Mission.",
    ],
)
def test_what_a_state_did_is_not_what_its_letter_does(text: str) -> None:
    assert find_letter_signs(text) == ()


@pytest.mark.parametrize(
    "line",
    [
        "Translation from Spanish",
        "Traduction établie par les services de la Mission",
        "Traducción del original en inglés",
        "Перевод с английского",
        "ترجمة عن الإنكليزية",
        "译自英文",
    ],
)
def test_one_word_above_the_text_says_that_it_is_a_translation(line: str) -> None:
    assert [sign.kind for sign in find_head_signs(line)] == ["translation"]
    assert find_head_signs("Permanent Mission of Ghana to the United Nations") == ()


def test_a_note_is_the_senders_own_where_the_possessive_can_only_be_his() -> None:
    assert [sign.kind for sign in find_letter_signs("In addition to our note of 3 May we say this.")] == ["supplement"]
    assert find_letter_signs("In addition to its note of 28 January the Office held a meeting.") == ()


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
