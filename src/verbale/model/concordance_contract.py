"""The JSON of a concordance, schema ``verbale-concordance/1``: the certificate for programs."""

from __future__ import annotations

from verbale.model.concordance import Concordance, Difference, Side
from verbale.model.contract import Record

CONCORDANCE_SCHEMA = "verbale-concordance/1"


def concordance_record(concordance: Concordance) -> Record:
    """What was compared, what was not, and every difference, keys in a fixed order."""
    return {
        "schema": CONCORDANCE_SCHEMA,
        "symbol": concordance.symbol or None,
        "title": concordance.title or None,
        "versions": [
            {
                "language": version.language.value,
                "source": version.source,
                "sha256": version.sha256,
                "paragraphs": version.paragraphs,
                "values": version.values,
            }
            for version in concordance.versions
        ],
        "rows": concordance.rows,
        "compared": {aspect.value: count for aspect, count in concordance.compared},
        "left_out": list(concordance.left_out),
        "differences": [_difference_record(one) for one in concordance.differences],
    }


def _difference_record(one: Difference) -> Record:
    return {
        "class": one.kind.value,
        "aspect": one.aspect.value,
        "severity": one.severity.value,
        "place": one.place,
        "apart": [language.value for language in one.apart],
        "printed": list(one.printed),
        "others": list(one.others),
        "message": one.message,
        "sides": [_side_record(side) for side in one.sides],
    }


def _side_record(side: Side) -> Record:
    return {
        "language": side.language.value,
        "ref": side.ref or None,
        "label": side.label or None,
        "text": side.text,
        "lit": [[span.start, span.end] for span in side.highlighted],
    }
