"""What is asked of the register about a State or a period, and what is refused."""

from __future__ import annotations

import json

import pytest

from verbale.app.encoding import encode
from verbale.app.register_answers import get_dossier, get_timeline
from verbale.errors import BadReference

TODAY = "2026-11-25"


@pytest.mark.parametrize("name", ["CUB", "cub", "Cuba", "古巴", "كوبا", "Куба"])
def test_a_state_is_known_by_any_of_its_names(name: str) -> None:
    dossier = get_dossier(name, "2010-12-31", TODAY)
    assert (dossier.state, dossier.as_of, dossier.known) == ("CUB", "2010-12-31", "")


def test_an_unknown_state_or_day_is_refused_with_advice() -> None:
    with pytest.raises(BadReference, match=r"no State of the register; nearest: Cuba \(CUB\)"):
        get_dossier("Cubba", None, TODAY)
    with pytest.raises(BadReference, match="2022-06-21"):
        get_dossier("CUB", "2022-02-30", TODAY)
    with pytest.raises(BadReference, match="no day"):
        get_dossier("CUB", None, TODAY, known="2022-13-01")


def test_a_dossier_as_json() -> None:
    told = json.loads(encode(get_dossier("MEX", "2022-06-30", TODAY, known="2022-05-31")))
    assert list(told) == ["state", "as_of", "known", "standings", "lines"]
    assert (told["state"], told["as_of"], told["known"]) == ("MEX", "2022-06-30", "2022-05-31")
    tpnw = next(each for each in told["standings"] if each["treaty"] == "TPNW")
    assert (tpnw["label"], tpnw["consent"], tpnw["by"]) == ("PARTY", "ratification", "2018-01-16")
    sponsor = next(each for each in told["lines"] if each["place"] == "III.MEX.9.a")
    assert (sponsor["kind"], sponsor["source"], sponsor["subject"]) == ("sponsorships", "A/77/123", "A/RES/76/30")
    assert all(each["source"] for each in told["lines"])


def test_without_a_wish_the_last_year_is_told() -> None:
    timeline = get_timeline(None, "2021-12-31", TODAY)
    assert str(timeline.period) == "2020-12-31/2021-12-31"
    assert get_timeline(None, None, TODAY).period.end == TODAY


def test_a_treaty_or_a_state_is_told_for_all_time() -> None:
    timeline = get_timeline(None, "2022", TODAY, treaty="Treaty on the Prohibition of Nuclear Weapons")
    assert timeline.period.start is None
    assert timeline.period.end == "2022-12-31"
    assert all("TPNW" in line.treaties for line in timeline.lines)
    assert any(line.kind == "entry_into_force" for line in timeline.lines)
    mine = get_timeline(None, None, TODAY, state="Cuba", treaty="CTBT")
    assert [line.starts for line in mine.lines if line.kind == "acts"] == ["2021-02-04", "2021-02-04"]


def test_days_of_reduced_precision_open_and_close_their_period() -> None:
    assert str(get_timeline("2021-02", "2021-02", TODAY).period) == "2021-02-01/2021-02-28"
    assert str(get_timeline("2021", "2021-03-04", TODAY).period) == "2021-01-01/2021-03-04"
    for first, last in [("2023", "2022"), ("2022-13", None), ("soon", None)]:
        with pytest.raises(BadReference):
            get_timeline(first, last, TODAY)


def test_all_adds_how_things_were_seen() -> None:
    plain, every = (get_timeline("2010", "2010", TODAY, every=each) for each in (False, True))
    assert {line.kind for line in every.lines} > {line.kind for line in plain.lines}
    told = json.loads(encode(get_timeline("2010", "2010", TODAY, known="2010-06-30")))
    assert (told["from"], told["to"], told["known"]) == ("2010-01-01", "2010-12-31", "2010-06-30")
    assert told["lines"]
