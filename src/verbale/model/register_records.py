"""The JSON of what the register answers: status, changes, dossiers and timelines, keys in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable

from verbale.model.contract import Record
from verbale.model.register_line import Dossier, RegisterLine, Timeline
from verbale.model.status import Changes, Status

_COUNTS = ("signatures", "ratifications", "accessions", "deposited", "in_force_for")


def status_record(status: Status, texts: Iterable[str]) -> Record:
    """The status as the JSON contract lays it down; ``texts`` are the sentences of its steps, in any language."""
    counts = status.counts
    return {
        "treaty": status.treaty,
        "as_of": status.as_of,
        "in_force": status.in_force,
        "in_force_since": status.in_force_since,
        "in_force_until": status.in_force_until,
        "suspended_by": list(status.suspended_by),
        "counts": {name: getattr(counts, name) for name in _COUNTS},
        "outstanding": list(status.outstanding),
        "disputed": list(status.disputed),
        "disputed_counts": dict(status.disputed_counts),
        "acts_held": status.acts_held,
        "why": [
            {
                "step": step.key,
                "text": text,
                "values": dict(step.values),
                "source": step.source,
                "place": step.place,
                "note": step.note,
            }
            for step, text in zip(status.why, texts, strict=True)
        ],
    }


def changes_record(found: Changes) -> Record:
    """What changed, with the days it lies between."""
    records = [
        {
            "treaty": each.treaty,
            "what": each.what,
            "state": each.state or None,
            "before": each.before or None,
            "after": each.after or None,
            "date": each.date or None,
        }
        for each in found.changes
    ]
    return {"from": found.first, "to": found.last, "changes": records}


def line_record(line: RegisterLine) -> Record:
    """A line as a record, its period as two dates that may be null."""
    said = line.statement
    return {
        "kind": line.kind,
        "states": list(line.states),
        "treaties": list(line.treaties),
        "label": line.label,
        "subject": said.subject,
        "property": said.property,
        "value": said.value,
        "text": said.text,
        "start": said.valid.start,
        "end": said.valid.end,
        "source": said.provenance.source,
        "place": said.provenance.place,
        "rule": said.provenance.rule,
        "recorded": said.recorded,
    }


def dossier_record(dossier: Dossier) -> Record:
    """A dossier as a record: State, days, standings by treaty, lines in order of time."""
    standings = [
        {
            "treaty": treaty,
            "label": each.label.value,
            "since": each.since or None,
            "signed": each.signed,
            "consent": each.consent.value if each.consent else None,
            "by": each.by or None,
            "in_force": each.in_force or None,
            "ends": each.ends or None,
        }
        for treaty, each in dossier.standings
    ]
    return {
        "state": dossier.state,
        "as_of": dossier.as_of,
        "known": dossier.known or None,
        "standings": standings,
        "lines": [line_record(line) for line in dossier.lines],
    }


def timeline_record(timeline: Timeline) -> Record:
    """A timeline as a record: the days it lies between, lines in order of time."""
    return {
        "from": timeline.period.start,
        "to": timeline.period.end,
        "known": timeline.known or None,
        "lines": [line_record(line) for line in timeline.lines],
    }
