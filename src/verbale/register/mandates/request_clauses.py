"""A paragraph taken apart into clauses: which verb asks, whom it addresses, and where the words begin that say what."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verbale.lexicon.requesting import RequestWords, request_words
from verbale.model.language import Language
from verbale.register.mandates.openings import goes_on, opener_in, recalls_the_past

ASKS = "asks"
AGAIN = "asks-again"  # the addressee may stand further away: ``its request in paragraph 5 ... that the ...``
DECIDES = "decides"
INFINITIVE = "asks-infinitive"  # counts only where it opens a paragraph, or stands after ``decides``
PRONOUN = "asks-pronoun"
_BLOCKS = "blocks"  # no verb: a noun or another word of the same letters
_ASKING = frozenset({ASKS, AGAIN, DECIDES, INFINITIVE, PRONOUN})
_BEFORE = 120  # characters looked at before a verb
_ZONE = 280  # characters in which addressees are looked for
_HAN_ZONE = 60  # the same in Chinese, which takes about a quarter of the characters
_CONJUNCTIONS = "وف"  # Arabic, written together with the name they join
_COMMA = re.compile(r"\s?[,،、]\s?")
_PARENTHESIS = re.compile(r"\s?[,،、][^;؛]{1,160}[,،]\s?")
# Those whom no pronoun of the third person singular means.
_NEVER_MEANT = frozenset(
    {
        "all_states",
        "general_assembly",
        "member_states",
        "secretariat",
        "specialized_agencies",
        "states",
        "states_parties",
    }
)


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a clause addresses: a name of ``request_addressees.csv`` or ``other``, and the words."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class RequestClause:
    """One verb, whom it addresses, and where the clause and the words that say what is asked stand.

    ``start`` and ``end`` bound the clause in the folded text, ``body`` begins what is asked.
    """

    verb: str
    force: str
    addressees: tuple[Addressee, ...]
    start: int
    body: int
    end: int


@dataclass(frozen=True, slots=True)
class _Verb:
    name: str
    force: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _VerbMatch:
    addressee: Addressee
    start: int
    end: int


def find_clauses(folded: str, language: Language) -> list[RequestClause]:
    """The clauses of a folded paragraph that ask or decide, in order; each ends where the next begins."""
    return _Paragraph(folded, language, request_words(language)).clauses()


@dataclass(frozen=True, slots=True)
class _Paragraph:
    folded: str
    language: Language
    words: RequestWords

    def clauses(self) -> list[RequestClause]:
        verbs = self._verbs()
        ends = [verb.start for verb in verbs[1:]] + [len(self.folded)]
        return [self._clause(verb, end) for verb, end in zip(verbs, ends, strict=False) if verb.force in _ASKING]

    def _verbs(self) -> list[_Verb]:
        """The verbs that begin a clause of their own."""
        found: list[_Verb] = []
        for match in self.words.verbs.finditer(self.folded):
            name, force = self.words.verb_of[match["verb"]]
            verb = _Verb(name, force, match.start(), match.end())
            if (
                force != _BLOCKS
                and not recalls_the_past(self.folded, self.language, match.start())
                and self._opens(verb, match.start("verb") > match.start(), found)
            ):
                found.append(verb)
        return found

    def _opens(self, verb: _Verb, prefixed: bool, found: list[_Verb]) -> bool:
        """Whether a verb begins a clause: something parts it from what stands before, or it addresses a known name."""
        if verb.force == INFINITIVE:
            after = self.folded[found[-1].end : verb.start] if found else ""
            decided = bool(found) and found[-1].force == DECIDES and self.words.between.fullmatch(after) is not None
            return verb.start == 0 or decided
        if prefixed or self.words.left.search(self.folded[max(0, verb.start - _BEFORE) : verb.start]):
            return True
        if self.language is Language.ZH or verb.force not in (ASKS, AGAIN):
            return False
        return bool(self._addressees(verb, min(len(self.folded), verb.end + _ZONE), near=True))

    def _clause(self, verb: _Verb, end: int) -> RequestClause:
        if verb.force == PRONOUN:
            return RequestClause(verb.name, verb.force, (self._antecedent(verb.start),), verb.start, verb.end, end)
        if verb.force == DECIDES:
            return RequestClause(verb.name, verb.force, (Addressee("general_assembly", ""),), verb.start, verb.end, end)
        if found := self._addressees(verb, end):
            addressees = tuple(dict.fromkeys(each.addressee for each in found))
            return RequestClause(verb.name, verb.force, addressees, verb.start, found[-1].end, end)
        zone = min(end, verb.end + (_HAN_ZONE if self.language is Language.ZH else _ZONE))
        opener = opener_in(self.folded, self.language, verb.end, zone)
        body = zone if opener is None else opener
        addressee = Addressee("other", self.folded[verb.end : body].strip(" ,،:"))
        return RequestClause(verb.name, verb.force, (addressee,), verb.start, body, end)

    def _addressees(self, verb: _Verb, end: int, *, near: bool = False) -> list[_VerbMatch]:
        """Whom the verb addresses: names right after it, and names joined to what stands there."""
        zone = min(end, verb.end + (_HAN_ZONE if self.language is Language.ZH and verb.force != AGAIN else _ZONE))
        found: list[_VerbMatch] = []
        for match in self.words.addressees.finditer(self.folded, verb.end, zone):
            if goes_on(self.folded, self.language, match.end()):
                continue
            if self._fits(match, found, verb, near=near):
                addressee = Addressee(self.words.addressee_of[match["who"]], match["who"])
                found.append(_VerbMatch(addressee, match.start(), match.end()))
            elif verb.force != AGAIN and opener_in(self.folded, self.language, verb.end, match.start()) is not None:
                break
        return found

    def _fits(self, match: re.Match[str], found: list[_VerbMatch], verb: _Verb, *, near: bool) -> bool:
        """Whether a name stands where an addressee stands."""
        gap = self.folded[verb.end : match.start()]
        joined = match.start("who") > match.start() and match.group()[0] in _CONJUNCTIONS
        if not joined and self.words.between.fullmatch(gap):
            return True
        if near:
            return False
        if verb.force == AGAIN and not found:
            return True
        listed = bool(found) and _COMMA.fullmatch(self.folded, found[-1].end, match.start()) is not None
        joined = joined or listed or self.words.joint.search(gap) is not None or _PARENTHESIS.fullmatch(gap) is not None
        return joined and opener_in(gap, self.language, 0, len(gap)) is None

    def _antecedent(self, before: int) -> Addressee:
        """Whom a pronoun means: the last who was named before it."""
        named = [
            match
            for match in self.words.addressees.finditer(self.folded, 0, before)
            if self.words.addressee_of[match["who"]] not in _NEVER_MEANT
        ]
        if not named:
            return Addressee("other", "")
        return Addressee(self.words.addressee_of[named[-1]["who"]], named[-1]["who"])
