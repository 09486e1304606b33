"""What every page of a cycle has around it: its name, its stage, and the way to its other pages."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from verbale.app.cycles import CycleFolder
from verbale.desk.cases import CycleStage
from verbale.web.desk.desk_words import stage_names


def sections_of(name: str) -> list[tuple[str, str, str]]:
    """The pages of a cycle: the key of each, its address and its name."""
    return [
        ("overview", reverse("desk-cycle", args=[name]), _("Overview")),
        ("inbox", reverse("desk-inbox", args=[name]), _("Inbox")),
        ("outbox", reverse("desk-outbox", args=[name]), _("Outbox")),
        ("translations", reverse("desk-translations", args=[name]), _("Translations")),
        ("report", reverse("desk-report", args=[name]), _("Report")),
        ("publication", reverse("desk-publication", args=[name]), _("Publication")),
        ("reconciliation", reverse("desk-reconciliation", args=[name]), _("Reconciliation")),
        ("timeline", reverse("desk-timeline", args=[name]), _("Timeline")),
        ("links", reverse("desk-links", args=[name]), _("Missions")),
        ("terms", reverse("desk-terms", args=[name]), _("Terms")),
    ]


def frame_of(folder: CycleFolder, section: str, *crumbs: tuple[str, str]) -> dict[str, object]:
    """The context of a page of a cycle; ``crumbs`` are names and addresses of what stands above it."""
    name = folder.address.name
    above = [{"label": _("Desk"), "url": reverse("desk")}, {"label": name, "url": reverse("desk-cycle", args=[name])}]
    return {
        "section": "desk",
        "cycle_name": name,
        "cycle": folder.cycle,
        "case": folder.case,
        "stage": stage_names()[folder.case.stage],
        "sections": [{"url": url, "name": words, "current": key == section} for key, url, words in sections_of(name)],
        "crumbs": [*above, *({"label": label, "url": url} for label, url in crumbs)],
    }


def steps_of(folder: CycleFolder) -> list[dict[str, object]]:
    """The stages of the cycle in their order, with those that were reached."""
    stage = folder.case.stage
    last = CycleStage.LAPSED if stage is CycleStage.LAPSED else CycleStage.RENEWED
    ends = (CycleStage.PLANNED, CycleStage.RENEWED, CycleStage.LAPSED)
    order: list[CycleStage] = [*(one for one in CycleStage if one not in ends), last]
    reached = order.index(stage) if stage in order else -1
    names = stage_names()
    return [
        {"name": names[one], "done": place < reached, "current": place == reached} for place, one in enumerate(order)
    ]
