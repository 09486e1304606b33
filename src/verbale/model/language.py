"""The six official languages of the United Nations."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """An official language, by its two-letter code (ISO 639-1)."""

    AR = "ar"
    ZH = "zh"
    EN = "en"
    FR = "fr"
    RU = "ru"
    ES = "es"

    @property
    def direction(self) -> str:
        """``rtl`` for Arabic, ``ltr`` for the others: the values of HTML's ``dir``."""
        return "rtl" if self is Language.AR else "ltr"

    @property
    def spaced(self) -> bool:
        """Whether words are parted by spaces, and so wrapped lines are joined with one."""
        # The name of a member is looked up slowly, and every text is asked this many times.
        return self._value_ != "zh"
