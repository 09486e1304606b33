"""What document a number with a session, a year or nothing names, by its clause and its date."""

from __future__ import annotations

import pytest

from verbale.lexicon.document_numbers import DocumentNumber
from verbale.lexicon.mentions import Certainty, Meaning, Mention, contradicts, meaning_of

ASSEMBLY, COUNCIL, COMMISSION = "general_assembly", "human_rights_council", "commission_on_human_rights"
SECURITY, ECONOMIC, ENVIRONMENT = "security_council", "economic_and_social_council", "environment_assembly"
OPEN, FAINT, LIKELY, SURE = Certainty.OPEN, Certainty.FAINT, Certainty.LIKELY, Certainty.SURE
OF_ASSEMBLY, OF_COUNCIL = "A/RES/46/17", "A/HRC/RES/46/17"


def mention(
    printed: str,
    organ: str = "",
    date: str | None = None,
    *,
    decision: bool = False,
    subject: str = "",
    distant: str = "",
    shared: bool = False,
    bodies: tuple[str, ...] = (),
) -> Mention:
    """``session 46/17``, ``special 10/2``, ``yearly 2021/5``, ``plain 1540``, with letters after a second space."""
    shape, number, *letters = printed.split(" ")
    head, _, tail = number.partition("/")
    made = DocumentNumber(0, 0, shape, int(head), tail, *letters)
    return Mention(
        made,
        decision,
        organ,
        bool(organ),
        subject=subject,
        distant=distant,
        date=date,
        shared=shared,
        bodies=frozenset(bodies),
    )


def sure(*symbols: str) -> Meaning:
    return symbols, SURE


def test_the_body_named_as_its_own_decides() -> None:
    assert meaning_of(mention("session 46/17")) == ((OF_ASSEMBLY, OF_COUNCIL), LIKELY)
    assert meaning_of(mention("session 46/17", ASSEMBLY)) == sure(OF_ASSEMBLY)
    for council in (COUNCIL, "council"):
        assert meaning_of(mention("session 46/17", council)) == sure(OF_COUNCIL)
    for other in ("other", "commission", SECURITY):
        assert meaning_of(mention("session 46/17", other)) == ((OF_ASSEMBLY, OF_COUNCIL), OPEN)


@pytest.mark.parametrize("subject", [ASSEMBLY, COUNCIL])
def test_the_body_that_calls_it_its_own_decides_unless_the_date_is_another_s(subject: str) -> None:
    own = OF_ASSEMBLY if subject == ASSEMBLY else OF_COUNCIL
    assert meaning_of(mention("session 46/17", subject=subject)) == sure(own)


def test_a_date_decides_between_bodies() -> None:
    assert meaning_of(mention("session 46/17", date="2021-03-23")) == sure(OF_COUNCIL)
    assert meaning_of(mention("session 46/36", date="1991-12-06")) == sure("A/RES/46/36")
    both = meaning_of(mention("session 46/17", ASSEMBLY, "2021-03-23"))
    assert both == ((OF_ASSEMBLY, OF_COUNCIL), OPEN)


def test_a_date_before_the_council_was_there_leaves_the_assembly() -> None:
    assert meaning_of(mention("session 46/17", date="2005-01-01")) == sure(OF_ASSEMBLY)
    assert meaning_of(mention("session 46/17", subject=COUNCIL, date="1991-12-06")) == sure(OF_ASSEMBLY)


def test_sessions_that_one_body_alone_had() -> None:
    assert meaning_of(mention("session 76/53")) == sure("A/RES/76/53")
    assert meaning_of(mention("session 30/5")) == (("A/HRC/RES/30/5",), FAINT)
    assert meaning_of(mention("session 30/5", bodies=(COUNCIL,))) == sure("A/HRC/RES/30/5")
    assert meaning_of(mention("session 31/5")) == (("A/RES/31/5", "A/HRC/RES/31/5"), LIKELY)


def test_letters_and_high_numbers_are_the_assembly_s() -> None:
    assert meaning_of(mention("session 49/75 K")) == sure("A/RES/49/75[K]")
    assert meaning_of(mention("session 46/101")) == sure("A/RES/46/101")


def test_decisions_have_numbers_of_their_own() -> None:
    assert meaning_of(mention("session 46/101", decision=True)) == (("A/HRC/DEC/46/101",), FAINT)
    assert meaning_of(mention("session 46/401", decision=True)) == sure("A/DEC/46/401")
    assert meaning_of(mention("session 46/17", decision=True)) == (("A/DEC/46/17", "A/HRC/DEC/46/17"), OPEN)


def test_special_sessions() -> None:
    assert meaning_of(mention("special 10/2")) == (("A/RES/S-10/2", "A/HRC/RES/S-10/2"), LIKELY)
    assert meaning_of(mention("special 10/2", COUNCIL)) == sure("A/HRC/RES/S-10/2")
    assert meaning_of(mention("special 10/2", ASSEMBLY, decision=True)) == sure("A/DEC/S-10/2")
    assert meaning_of(mention("special 18/1", date="2011-12-02")) == sure("A/HRC/RES/S-18/1")
    assert meaning_of(mention("emergency 11/1")) == sure("A/RES/ES-11/1")
    assert meaning_of(mention("emergency 11/1", decision=True)) == sure("A/DEC/ES-11/1")


def test_the_environment_assembly_has_its_own_form() -> None:
    assert meaning_of(mention("session 5/1", ENVIRONMENT)) == sure("UNEP/EA.5/Res.1")
    assert meaning_of(mention("session 5/1", ENVIRONMENT, decision=True)) == sure("UNEP/EA.5/Dec.1")


def test_a_number_by_year_is_the_economic_and_social_council_s() -> None:
    economic = "E/RES/2021/5"
    assert meaning_of(mention("yearly 2021/5")) == sure(economic)
    assert meaning_of(mention("yearly 2021/5", COUNCIL)) == sure(economic)
    assert meaning_of(mention("yearly 2021/5", decision=True)) == sure("E/DEC/2021/5")
    assert meaning_of(mention("yearly 2021/5", bodies=("other", ECONOMIC))) == sure(economic)
    assert meaning_of(mention("yearly 2021/5", bodies=("other",))) == ((economic,), OPEN)
    for other in ("other", "commission", ENVIRONMENT):
        assert meaning_of(mention("yearly 2021/5", other)) == ((economic,), OPEN)


def test_or_before_2006_the_commission_s_where_it_is_named() -> None:
    assert meaning_of(mention("yearly 2005/5", COMMISSION)) == sure("E/CN.4/RES/2005/5")
    assert meaning_of(mention("yearly 2005/5", distant=COMMISSION)) == sure("E/CN.4/RES/2005/5")
    assert meaning_of(mention("yearly 2005/5", COUNCIL, distant=COMMISSION)) == sure("E/CN.4/RES/2005/5")
    assert meaning_of(mention("yearly 2006/5", COMMISSION)) == sure("E/RES/2006/5")
    assert meaning_of(mention("yearly 2005/5")) == sure("E/RES/2005/5")


NUCLEAR = "S/RES/1540(2004)"


def test_a_plain_number_is_the_security_council_s_where_something_says_so() -> None:
    assert meaning_of(mention("plain 1540")) == ((NUCLEAR,), FAINT)
    assert meaning_of(mention("plain 1540", SECURITY)) == sure(NUCLEAR)
    assert meaning_of(mention("plain 1540", distant=SECURITY)) == sure(NUCLEAR)
    assert meaning_of(mention("plain 1540", date="2004-04-28")) == sure(NUCLEAR)
    assert meaning_of(mention("plain 1540", bodies=(SECURITY,))) == sure(NUCLEAR)
    assert meaning_of(mention("plain 50", bodies=(SECURITY,))) == (("S/RES/50(1948)",), FAINT)


def test_a_plain_number_with_a_date_of_an_old_session_is_the_assembly_s() -> None:
    assert meaning_of(mention("plain 1514", date="1960-12-14")) == sure("A/RES/1514(XV)")


def test_a_plain_number_that_nothing_fits_is_open() -> None:
    nothing: Meaning = ((), OPEN)
    assert meaning_of(mention("plain 1540", decision=True)) == nothing
    assert meaning_of(mention("plain 1540", ASSEMBLY)) == nothing
    assert meaning_of(mention("plain 1540", date="1990-01-01")) == nothing
    assert meaning_of(mention("plain 1540", SECURITY, "1990-01-01")) == ((NUCLEAR,), OPEN)
    assert meaning_of(mention("plain 99999")) == ((), FAINT)


def test_a_number_with_its_year() -> None:
    assert meaning_of(mention("year 1540/2004")) == sure(NUCLEAR)
    assert meaning_of(mention("year 1540/2004", decision=True)) == ((), OPEN)


def test_whether_a_date_contradicts_a_body() -> None:
    dated = mention("session 46/17", date="2021-03-23")
    assert contradicts(dated, ASSEMBLY)
    assert not contradicts(dated, COUNCIL)
    assert not contradicts(dated, "council")
    assert not contradicts(mention("session 46/17"), ASSEMBLY)
    assert not contradicts(mention("session 46/17", date="2021-03-23", shared=True), ASSEMBLY)
    assert not contradicts(mention("yearly 2021/5", date="1990"), ECONOMIC)
    assert contradicts(mention("special 18/1", date="1990-01-01"), COUNCIL)
