"""Bodies, laws and principles of a State; facilities by host and kind; members of zones."""

from __future__ import annotations

from collections import Counter

from verbale.register.figures_and_limits import Figure
from verbale.register.holding import held
from verbale.register.national import Facility, NationalMeasure, ZoneMember


def test_bodies_and_laws_that_the_replies_name() -> None:
    bodies = [each for each in held(NationalMeasure) if each.states == ("BFA",) and each.kind == "body"]
    assert len(bodies) == 3
    assert next(each for each in bodies if each.treaties == ("CTBT",)).in_words() == (
        "body: national authority for the CTBT (carrying out of the CTBT)"
    )
    law = next(each for each in held(NationalMeasure) if each.kind == "law")
    assert (law.states, law.provenance.place) == (("SRB",), "III.SRB.1")
    principle = next(each for each in held(NationalMeasure) if each.label == "end of the arms race")
    assert principle.in_words() == "principle: end of the arms race"


def test_facilities_of_the_monitoring_system_by_kind_beside_what_the_treaty_names() -> None:
    """The list at hand lacks the sites whose host the treaty left open: one of each of three kinds."""
    held_here = Counter(each.kind for each in held(Facility) if each.network == "IMS")
    named = {each.rule: each.value for each in held(Figure) if each.measure == "sites"}
    assert {kind: (named[kind] or 0) - held_here[kind] for kind in named} == {
        "primary seismic station": 0,
        "auxiliary seismic station": 1,
        "radionuclide station": 1,
        "radionuclide laboratory": 0,
        "hydroacoustic station": 0,
        "infrasound station": 1,
    }


def test_facilities_by_host() -> None:
    hosts = Counter(state for each in held(Facility) if each.network == "IMS" for state in each.states)
    assert hosts["JPN"] == 10
    assert hosts["CUB"] == 0
    shared = [each for each in held(Facility) if len(each.states) > 1]
    assert ["DEU", "ZAF"] in [sorted(each.states) for each in shared], "one station of two hosts"


def test_every_site_is_on_the_globe() -> None:
    for each in held(Facility):
        assert -90 <= (each.latitude or 0) <= 90, each
        assert -180 <= (each.longitude or 0) <= 180, each
        assert each.in_words()
    array = next(each for each in held(Facility) if each.site == "Warramunga, NT" and each.equipment)
    assert array.in_words() == "IMS primary seismic station: Warramunga, NT (Array)"
    assert (array.latitude, array.longitude) == (-19.9, 134.3)


def test_members_of_zones() -> None:
    members = Counter(each.zone for each in held(ZoneMember))
    assert (members["BANGKOK"], members["SEMIPALATINSK"], members["TLATELOLCO"]) == (10, 5, 33)
    assert {each.status for each in held(ZoneMember) if each.zone == "ME_WMDFZ"} == {"proposed"}
    assert held(ZoneMember)[0].in_words().startswith("zone ")
