"""Next year's cycle: what asks again, what does not, and what has to be looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.desk.conftest import CYCLE
from tests.programmes.fields import cycle_file

from verbale.app.reading import read_source
from verbale.app.renewing import renew_cycle
from verbale.cli import main
from verbale.desk.cycle import Cycle
from verbale.desk.cycle_file import parse_cycle
from verbale.errors import CycleBroken

SAMPLE = (Path(__file__).parent.parent / "samples" / "resolution" / "en.txt").read_text(encoding="utf-8")
TITLE = "Reporting by States on the implementation of resolutions on nuclear disarmament"


def cycle() -> Cycle:
    return parse_cycle(CYCLE)


def test_what_the_register_knows_to_ask_again_is_taken_up() -> None:
    renewal = renew_cycle(cycle())
    assert [(one.resolution, one.paragraph) for one in renewal.cycle.mandates] == [
        ("A/RES/77/57", "3"),
        ("A/RES/77/65", "22"),
    ]
    assert (renewal.cycle.session, renewal.cycle.previous_report) == (78, "A/77/9901")
    assert [one.called for one in renewal.cycle.mandates] == [True, False]
    assert all("asks again" in told for told in renewal.differences)


def test_the_days_are_a_year_on_and_what_falls_on_a_weekend_is_told() -> None:
    renewal = renew_cycle(cycle())
    assert (renewal.cycle.calendar.note, renewal.cycle.calendar.deadline) == (date(2023, 1, 28), date(2023, 5, 31))
    assert "2023-01-28 is a Saturday" in renewal.assumed
    leap = replace(cycle().calendar, note=date(2024, 2, 29))
    assert renew_cycle(replace(cycle(), calendar=leap)).cycle.calendar.note == date(2025, 2, 28)


def test_what_is_drafted_is_a_cycle() -> None:
    renewal = renew_cycle(cycle())
    assert parse_cycle(renewal.text) == renewal.cycle


def test_what_asks_no_more_is_left_out_and_told() -> None:
    one = cycle()
    other = replace(one.mandates[0], topic="reporting", titles={"en": TITLE})
    renewal = renew_cycle(replace(one, mandates=(other, *one.mandates[1:])))
    assert len(renewal.cycle.mandates) == 1
    assert "no resolution of session 77 that asks again is known; left out" in renewal.differences[0]


def resolution(words: str) -> str:
    """The sample as one of session 77, its third paragraph asking for what ``words`` say."""
    text = SAMPLE.replace("76/901", "77/901").replace("Seventy-sixth", "Seventy-seventh")
    text = text.replace("6 December\n           2021", "7 December\n           2022")
    head, _, rest = text.partition("3.    Requests")
    assert rest
    return f"{head}3.    {words}\n                 4.    Requests{rest.partition('4.    ')[2]}"


@pytest.mark.parametrize("known", [True, False])
def test_a_resolution_given_as_a_file_is_read_for_what_it_asks(known: bool) -> None:
    asks = "Requests the Secretary-General to submit a report to the General Assembly at its seventy-eighth session;"
    document = read_source(resolution(asks).encode(), "A-RES-77-901.txt")
    mandate = replace(cycle().mandates[0], topic="reporting", titles={"en": TITLE if known else "Another matter"})
    renewal = renew_cycle(replace(cycle(), mandates=(mandate,)), [document])
    if known:
        (found,) = renewal.cycle.mandates
        assert (found.resolution, found.paragraph, found.adopted) == ("A/RES/77/901", "3", date(2022, 12, 7))
    else:
        assert renewal.blanks == ("mandates[1].resolution", "mandates[1].adopted")
        with pytest.raises(CycleBroken, match=r"mandates\[1\]\.resolution: is empty"):
            parse_cycle(renewal.text)
        assert any("A/RES/77/901 para. 3 asks for a report too" in told for told in renewal.differences)


def test_a_resolution_that_asks_for_no_report_is_none_of_the_cycle() -> None:
    document = read_source(SAMPLE.encode(), "A-RES-76-901.txt")
    renewal = renew_cycle(cycle(), [document])
    assert not any("76/901" in told for told in renewal.differences)


def test_the_next_cycle_is_written(tmp_path: Path) -> None:
    (tmp_path / "cycle.toml").write_text(CYCLE, encoding="utf-8")
    output = tmp_path / "next.toml"
    asked = ["renew", str(tmp_path / "cycle.toml"), "-o", str(output)]
    written = CliRunner().invoke(main, asked)
    assert (written.exit_code, "2 mandates for session 78" in written.stderr) == (0, True), written.stderr
    assert parse_cycle(output.read_text(encoding="utf-8")).session == 78
    started = CliRunner().invoke(main, ["start", str(output), "--into", str(tmp_path / "c"), "--at", "2023-01-20"])
    assert started.exit_code == 0, started.stderr
    assert "--force" in CliRunner().invoke(main, asked).stderr


@pytest.mark.parametrize(
    ("programme", "session"), [("oceans", 82), ("general", 82), ("human-rights", 65), ("ecosoc", 2027)]
)
def test_the_next_cycle_of_another_field_takes_nothing_of_the_chains_of_the_register(
    programme: str, session: int
) -> None:
    before = parse_cycle(cycle_file(programme, "web"))
    renewal = renew_cycle(before)
    assert (renewal.cycle.session, renewal.cycle.programme.id) == (session, programme)
    assert renewal.cycle.report == ""
    assert renewal.cycle.agenda_item == before.agenda_item
    assert renewal.blanks == ("mandates[1].resolution", "mandates[1].adopted")
    filled = renewal.text.replace('resolution = ""', 'resolution = "A/RES/81/901"')
    filled = filled.replace('adopted = ""', "adopted = 2026-12-09")
    assert parse_cycle(filled).mandates[0].topic == before.mandates[0].topic


def test_the_item_and_the_report_of_disarmament_are_not_those_of_another_cycle() -> None:
    other = parse_cycle(cycle_file("oceans", "web").replace("session = 81", "session = 77"))
    renewal = renew_cycle(other)
    assert (renewal.cycle.report, renewal.cycle.agenda_item) == ("", other.agenda_item)
    assert renew_cycle(cycle()).cycle.report
