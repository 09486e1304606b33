"""All finders, one after the other, over the nodes of one document."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.find.citations import find_citations
from verbale.find.dates import find_dates
from verbale.find.quantities import find_quantities
from verbale.find.references import find_references
from verbale.find.setting import Setting
from verbale.find.states import find_states
from verbale.find.treaties import find_treaties
from verbale.model import Annotation, AnnotationKind, Node

_ORDER = {kind: place for place, kind in enumerate(AnnotationKind)}


def find_annotations(nodes: Sequence[Node], setting: Setting) -> tuple[Annotation, ...]:
    """Every annotation of the nodes, in reading order; of two at one place, by kind.

    Figures that are part of a citation, a date or a reference are no quantities.
    """
    places = {node.ref: place for place, node in enumerate(nodes)}
    citations = find_citations(nodes, setting)
    dates = find_dates(nodes, setting)
    references = find_references(nodes, setting)
    taken = [*citations, *dates, *references]
    found = [
        *taken,
        *find_states(nodes, setting),
        *find_treaties(nodes, setting),
        *find_quantities(nodes, setting, taken),
    ]
    return tuple(sorted(found, key=lambda one: (places[one.ref], one.start, one.end, _ORDER[one.kind])))
