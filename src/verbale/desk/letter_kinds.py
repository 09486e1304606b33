"""What kinds of letter come to a desk, and what each of them does to a cycle."""

from __future__ import annotations

from enum import StrEnum


class LetterKind(StrEnum):
    """What a letter is. It is proposed with evidence, and decided by a person.

    ``NONE`` is a letter that is no reply: an invitation, a covering note, what came to the wrong desk.
    """

    REPLY = "reply"
    CORRECTED = "corrected"
    SUPPLEMENT = "supplement"
    SIGNED_COPY = "signed-copy"
    TRANSLATION = "translation"
    NIL = "nil"
    WITHDRAWAL = "withdrawal"
    MORE_TIME = "more-time"
    ACKNOWLEDGEMENT = "acknowledgement"
    NONE = "none"

    @property
    def is_printed(self) -> bool:
        """Whether its words stand in the report."""
        return self in (LetterKind.REPLY, LetterKind.CORRECTED, LetterKind.SUPPLEMENT)

    @property
    def is_answer(self) -> bool:
        """Whether its author has replied by it: with words that are printed, or with the word that there are none."""
        return self.is_printed or self is LetterKind.NIL

    @property
    def is_set_aside(self) -> bool:
        """Whether the letter itself goes nowhere once it is confirmed: what it asks for is done elsewhere."""
        return not self.is_answer and self is not LetterKind.SIGNED_COPY

    @property
    def needs_another(self) -> bool:
        """Whether it says nothing without a reply that is held: one that it copies, translates or ends."""
        return self in (LetterKind.SIGNED_COPY, LetterKind.TRANSLATION, LetterKind.WITHDRAWAL)
