"""Words of each field in six languages, fixed beforehand, and a cycle of each programme of the package."""

from __future__ import annotations

from collections.abc import Mapping

FIELDS: Mapping[str, tuple[str, ...]] = {
    "nuclear-disarmament": (
        "disarmament", "nuclear", "désarmement", "nucléaire", "desarme", "разоружени", "ядерн", "нераспространени",
        "نزع السلاح", "نووي", "裁军", "核武", "核不扩散",
    ),
    "oceans": (
        "ocean", "law of the sea", "fisher", "océan", "droit de la mer", "maritime", "pêche", "derecho del mar",
        "pesca", "мировой океан", "вопросам океана", "морскому праву", "рыбол",
        "المحيطات", "البحار", "مصائد", "海洋", "渔业",
    ),
    "human-rights": (
        "human rights", "droits de l’homme", "derechos humanos", "прав человека", "правам человека", "حقوق الإنسان",
        "人权", "ohchr", "death penalty", "peine de mort", "pena de muerte", "смертной казни", "الإعدام", "死刑",
    ),
    "ecosoc": (
        "economic and social", "économique et social", "économiques et sociales", "económico y social",
        "económicos y sociales", "экономический и социальный", "экономического и социального",
        "экономическим и социальным", "المجلس الاقتصادي والاجتماعي", "إدارة الشؤون الاقتصادية", "经济及社会理事会",
        "经济和社会事务部", "environmental questions", "经济和环境",
    ),
}  # fmt: skip
"""What only documents of a programme may say, folded to small letters; ``general`` may say none of it."""

_WELLS = (
    'titles = { en = "Village wells", fr = "Puits de village", es = "Pozos de las aldeas", '
    'ru = "Сельские колодцы", ar = "آبار القرى", zh = "村庄水井" }'
)

MANDATES: Mapping[str, tuple[str, str]] = {
    "nuclear-disarmament": ("A/81/901", 'resolution = "A/RES/80/33"\nparagraph = "3"\ntopic = "ICJ"'),
    "oceans": ("A/81/902", 'resolution = "A/RES/80/110"\nparagraph = "387"\ntopic = "LOS"'),
    "human-rights": ("A/HRC/62/903", 'resolution = "A/HRC/RES/58/901"\nparagraph = "9"\ntopic = "DEATH-PENALTY"'),
    "ecosoc": ("E/2026/904", f'resolution = "E/RES/2025/901"\nparagraph = "9"\ntopic = "WELLS"\n{_WELLS}'),
    "general": ("A/81/905", f'resolution = "A/RES/80/905"\nparagraph = "9"\ntopic = "WELLS"\n{_WELLS}'),
}
"""The symbol of the report and the mandate of a cycle of each programme."""

SESSIONS: Mapping[str, int] = {"human-rights": 62, "ecosoc": 2026}
_GENERAL_SESSION = 81


def cycle_file(programme: str, late: str) -> str:
    """The file of a cycle of a programme, under the rule for late replies."""
    report, mandate = MANDATES[programme]
    return f"""
programme = "{programme}"
name = "2026"
session = {SESSIONS.get(programme, _GENERAL_SESSION)}
report = "{report}"
previous_report = "{report}9"
agenda_item = "{3 if programme == "human-rights" else 18} (a)"
reference = "UN/2026/1"

[[mandates]]
{mandate}
adopted = 2025-12-09
item = "a"

[addressees]
groups = ["all-states", "observers", "organisations"]

[calendar]
note = 2026-02-02
deadline = 2026-05-31
submission = 2026-07-15
observed_since = 2025-07-15

[[policy]]
since = 2015-12-03
late = "{late}"
reply_words = 60
summary_words = 30
"""


def foreign_words(text: str, programme: str) -> list[str]:
    """The words of other fields in a text."""
    folded = text.casefold()
    return [word for field, words in FIELDS.items() if field != programme for word in words if word in folded]
