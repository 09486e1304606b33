"""What resolutions ask, of whom and how, and the steps of a mandate, in the words of the interface."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from verbale.model.mandate import Asked, Due


def asked_names() -> dict[str, str]:
    """What is asked for, by its name in the register."""
    return {
        Asked.REPORT.value: _("a report"),
        Asked.VIEWS.value: _("views"),
        Asked.MEETING.value: _("a meeting"),
        Asked.STUDY.value: _("a study"),
        Asked.AGENDA_ITEM.value: _("an item on the agenda"),
        Asked.OTHER.value: _("something else"),
    }


def addressee_names() -> dict[str, str]:
    """Of whom it is asked, by the names of ``request_addressees.csv``."""
    return {
        "administering_power": _("administering Powers"),
        "all_states": _("all States"),
        "conference_on_disarmament": _("Conference on Disarmament"),
        "disarmament_commission": _("Disarmament Commission"),
        "economic_and_social_council": _("Economic and Social Council"),
        "general_assembly": _("General Assembly"),
        "high_commissioner_for_human_rights": _("United Nations High Commissioner for Human Rights"),
        "human_rights_council": _("Human Rights Council"),
        "member_states": _("Member States"),
        "office_for_disarmament_affairs": _("Office for Disarmament Affairs"),
        "other": _("others"),
        "president_of_the_general_assembly": _("President of the General Assembly"),
        "secretariat": _("Secretariat"),
        "secretary_general": _("Secretary-General"),
        "security_council": _("Security Council"),
        "special_committee": _("a special committee"),
        "special_rapporteur": _("a special rapporteur"),
        "specialized_agencies": _("specialized agencies"),
        "states": _("States"),
        "states_parties": _("States parties"),
        "united_nations_system": _("United Nations system"),
    }


def verb_names() -> dict[str, str]:
    """How it is asked, by the names of ``request_verbs.csv``."""
    return {
        "requests": _("requests"),
        "decides": _("decides"),
        "encourages": _("encourages"),
        "invites": _("invites"),
        "calls upon": _("calls upon"),
        "urges": _("urges"),
        "recommends": _("recommends"),
        "demands": _("demands"),
    }


def rhythm_names() -> dict[str, str]:
    """How often something is due, by the names of ``request_rhythms.csv``."""
    return {
        "annual": _("every year"),
        "biennial": _("every two years"),
        "triennial": _("every three years"),
        "quarterly": _("every three months"),
        "next-session": _("next session"),
    }


def due_words(due: Due, rhythms: Mapping[str, str]) -> str:
    """When it is due: sessions of the General Assembly, or how often; empty where the clause does not say."""
    sessions = _("session %(numbers)s") % {"numbers": ", ".join(map(str, due.sessions))} if due.sessions else ""
    return "; ".join(part for part in (sessions, rhythms.get(due.rhythm, due.rhythm)) if part)


def step_names() -> dict[str, str]:
    """The steps of a mandate, in the order in which they come about."""
    return {
        "resolution": _("Resolution"),
        "meeting": _("Meeting of adoption"),
        "vote": _("Vote"),
        "item": _("Agenda item"),
        "paragraph": _("Paragraph that asks"),
        "due": _("Due at session"),
        "call": _("Note verbale"),
        "report": _("Report"),
        "noted": _("Taken note of in"),
    }
