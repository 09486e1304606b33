"""What resolutions ask: sentences in the form of the United Nations, written for these tests."""

from __future__ import annotations

import pytest

from verbale.model.document import Coverage, Document, Facts
from verbale.model.language import Language
from verbale.model.mandate import Request
from verbale.model.node import Node, NodeKind
from verbale.model.source import MediaType, Source
from verbale.register.mandates.request_reading import read_requests

Given = dict[str, str]


def read(
    paragraphs: Given, language: str = "en", session: int | None = 76, profile: str = "resolution"
) -> list[Request]:
    """The requests of operative paragraphs by their refs; ``2.a`` is an item of ``2``."""
    nodes = tuple(
        Node(
            ref, NodeKind.ITEM if "." in ref else NodeKind.OPERATIVE, text, (), parent=ref.rpartition(".")[0]
        )
        for ref, text in paragraphs.items()
    )  # fmt: skip
    source = Source("sample", "0" * 64, MediaType.TEXT, "")
    symbol = f"A/RES/{session}/900" if session else None
    document = Document(
        source, profile, Language(language), Facts(symbol=symbol, session=session), nodes, (), Coverage(0, 0, 0, 0)
    )
    return list(read_requests(document))


def told(requests: list[Request]) -> list[tuple[str, str, str, str, tuple[int, ...]]]:
    return [(each.provision, each.verb, each.addressee, each.asked.value, each.due.sessions) for each in requests]


SIX = {
    "en": "Takes note of the report on lighthouses, invites all States to inform the Secretary-General of the measures "
    "they have taken, and requests the Secretary-General to submit to the General Assembly at its seventy-seventh "
    "session a report on lighthouses;",
    "fr": "Prend note du rapport sur les phares, invite tous les États à informer le Secrétaire général des mesures "
    "qu’ils ont prises et prie le Secrétaire général de lui présenter à sa soixante-dix-septième session un rapport "
    "sur les phares ;",
    "es": "Toma nota del informe sobre los faros, invita a todos los Estados a que informen al Secretario General de "
    "las medidas adoptadas y solicita al Secretario General que en su septuagésimo séptimo período de sesiones le "
    "presente un informe sobre los faros;",
    "ru": "принимает к сведению доклад о маяках, предлагает всем государствам информировать Генерального секретаря о "
    "принятых мерах и просит Генерального секретаря представить Генеральной Ассамблее на ее семьдесят седьмой сессии "
    "доклад о маяках;",
    "ar": "تحيط علما بالتقرير المتعلق بالمنارات، وتدعو جميع الدول إلى إبلاغ الأمين العام بالتدابير التي اتخذتها، "
    "وتطلب إلى الأمين العام أن يقدم إلى الجمعية العامة في دورتها السابعة والسبعين تقريرا عن المنارات؛",
    "zh": "表示注意到关于灯塔的报告，邀请所有国家向秘书长通报所采取的措施，"
    "并请秘书长向大会第七十七届会议提交关于灯塔的报告；",
}


@pytest.mark.parametrize("language", sorted(SIX))
def test_one_paragraph_holds_two_requests_in_each_language(language: str) -> None:
    assert told(read({"5": SIX[language]}, language)) == [
        ("5", "invites", "all_states", "views", ()),
        ("5", "requests", "secretary_general", "report", (77,)),
    ]


@pytest.mark.parametrize("language", sorted(SIX))
def test_a_clause_stands_in_its_paragraph_letter_for_letter(language: str) -> None:
    for request in read({"5": SIX[language]}, language):
        assert SIX[language][request.start : request.end] == request.text
        assert request.text


DECIDED = {
    "en": "Decides to include in the provisional agenda of its seventy-eighth session the item entitled “Lighthouses”.",
    "fr": "Décide d’inscrire à l’ordre du jour provisoire de sa soixante-dix-huitième session la question intitulée "
    "« Phares ».",
    "es": "Decide incluir en el programa provisional de su septuagésimo octavo período de sesiones el tema “Faros”.",
    "ru": "постановляет включить в предварительную повестку дня своей семьдесят восьмой сессии пункт «Маяки».",
    "ar": "تقرر أن تدرج في جدول الأعمال المؤقت لدورتها الثامنة والسبعين البند المعنون ”المنارات“.",
    "zh": "决定将题为“灯塔”的项目列入大会第七十八届会议临时议程。",
}


@pytest.mark.parametrize("language", sorted(DECIDED))
def test_an_agenda_item_is_asked_of_the_assembly_itself(language: str) -> None:
    assert told(read({"7": DECIDED[language]}, language)) == [
        ("7", "decides", "general_assembly", "agenda-item", (78,))
    ]


def test_items_take_verb_and_addressee_of_a_chapeau_that_asks_nothing() -> None:
    found = read(
        {
            "2": "Requests the Secretary-General:",
            "2.a": "To submit to the General Assembly at its seventy-ninth session a report on the lamps;",
            "2.b": "To keep the lamps clean;",
            "3": "Calls upon Member States to light them;",
        }
    )
    assert told(found) == [
        ("2.a", "requests", "secretary_general", "report", (79,)),
        ("2.b", "requests", "secretary_general", "other", ()),
        ("3", "calls upon", "member_states", "other", ()),
    ]


def test_a_chapeau_that_asks_is_a_request_and_its_items_are_parts() -> None:
    found = read(
        {
            "2": "Requests the Secretary-General to submit a report at its seventy-seventh session, containing:",
            "2.a": "An account of the lamps;",
        }
    )
    assert told(found) == [("2", "requests", "secretary_general", "report", (77,))]


def test_items_may_decide_to_request() -> None:
    found = read({"1": "Decides:", "1.a": "To request the Secretary-General to convene the keepers;"})
    assert told(found) == [("1.a", "requests", "secretary_general", "meeting", ())]


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        ("Requests the Office of the Secretary-General to keep watch;", {"other"}),
        ("Requests the Special Representative of the Secretary-General to keep watch;", {"other"}),
        (
            "Requests the Secretary-General and the Special Committee to keep watch;",
            {"secretary_general", "special_committee"},
        ),
        (
            "Invites Member States, the Secretary-General and the Secretariat to keep watch;",
            {"member_states", "secretary_general", "secretariat"},
        ),
        ("Commends the Secretary-General, and encourages him to keep watch;", {"secretary_general"}),
        (
            "Reiterates its request in paragraph 5 of its resolution 75/900 that the Secretary-General keep watch;",
            {"secretary_general"},
        ),
        ("Recalls its resolution 75/900, in which it requested the Secretary-General to keep watch;", set()),
        ("Welcomes the invitation of the Secretary-General to the keepers;", set()),
    ],
)
def test_whom_a_clause_addresses(text: str, addressees: set[str]) -> None:
    assert {each.addressee for each in read({"1": text})} == addressees


@pytest.mark.parametrize(
    ("text", "sessions", "rhythm"),
    [
        ("at its seventy-seventh and seventy-ninth sessions", (77, 79), ""),
        ("at its 77th session", (77,), ""),
        ("annually", (), "annual"),
        ("on a biennial basis as from its seventy-eighth session", (78,), "biennial"),
        ("at its next session", (), "next-session"),
        ("at the fiftieth session of the Council", (), ""),
    ],
)
def test_when_it_is_due(text: str, sessions: tuple[int, ...], rhythm: str) -> None:
    (found,) = read({"1": f"Requests the Secretary-General to report {text} on the lamps;"})
    assert (found.due.sessions, found.due.rhythm) == (sessions, rhythm)


def test_that_session_is_the_last_one_named() -> None:
    text = (
        "Decides to consider the question at its seventy-eighth session, and requests the Secretary-General to submit "
        "a report at that session;"
    )
    assert told(read({"1": text}))[-1] == ("1", "requests", "secretary_general", "report", (78,))


def test_a_session_at_which_something_was_submitted_is_not_due() -> None:
    text = (
        "Requests the Secretary-General to submit at its seventy-eighth session a report on the matters that the "
        "report submitted to it in the course of the seventy-sixth session had left out;"
    )
    assert read({"1": text})[0].due.sessions == (78,)


def test_without_a_session_of_its_own_any_session_counts() -> None:
    (found,) = read({"1": "Requests the Secretary-General to report at its fiftieth session;"}, session=None)
    assert found.due.sessions == (50,)


def test_another_kind_of_document_asks_nothing() -> None:
    assert read({"1": SIX["en"]}, profile="report") == []


@pytest.mark.parametrize("text", ["", ":", "请", "Requests", "تطلب إلى", "to", "\ud800 requests the Secretary-General"])
def test_odd_text_raises_nothing(text: str) -> None:
    for language in SIX:
        assert isinstance(read({"1": text}, language), list)


def test_a_pronoun_without_anybody_before_it_means_nobody_known() -> None:
    (found,) = read({"1": "Encourages him to keep watch;"})
    assert found.addressee == "other"


def test_a_chapeau_in_a_chapeau_hands_on_what_it_was_given() -> None:
    found = read(
        {
            "2": "Requests the Secretary-General:",
            "2.a": "In the field of lamps:",
            "2.a.i": "To submit to the General Assembly at its seventy-ninth session a report on them;",
        }
    )
    assert told(found) == [("2.a.i", "requests", "secretary_general", "report", (79,))]


def test_an_item_that_is_asked_of_somebody_is_not_put_on_the_agenda() -> None:
    (found,) = read(
        {"1": "Requests the Secretary-General to include in the provisional agenda an item entitled “Lamps”;"}
    )
    assert found.asked.value == "other"


def test_a_verb_far_from_a_known_name_begins_no_clause() -> None:
    assert read({"1": "The old keeper requests often and in vain that the Secretary-General keep watch;"}) == []


def test_an_item_that_asks_and_opens_a_list_hands_on_what_it_was_given() -> None:
    found = read(
        {
            "2": "Requests the Secretary-General:",
            "2.a": "To submit to the General Assembly at its seventy-ninth session a report on the lamps along every "
            "coast and in every harbour, on those who keep them and on what it costs to keep them clean, covering:",
            "2.a.i": "To convene the keepers;",
        }
    )
    assert told(found) == [
        ("2.a", "requests", "secretary_general", "report", (79,)),
        ("2.a.i", "requests", "secretary_general", "meeting", ()),
    ]


def test_a_report_that_is_only_mentioned_is_not_asked_for() -> None:
    (found,) = read({"1": "Requests the Secretary-General to keep the lamps mentioned in the report;"})
    assert found.asked.value == "other"
