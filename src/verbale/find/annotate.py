"""All finders, one after the other, over the nodes of one document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from operator import attrgetter

from verbale.find.abbreviations import Mentions, find_defined
from verbale.find.citations import find_citations
from verbale.find.dates import find_dates
from verbale.find.passage import Passage, read_passages, read_unknown
from verbale.find.prefilter import Prefilter, Seed, select_passages
from verbale.find.quantities import find_quantities
from verbale.find.references import find_references
from verbale.find.setting import DocumentContext
from verbale.find.states import find_states
from verbale.find.treaties import find_treaties
from verbale.find.unknown import find_in_any_language
from verbale.model.annotation import Annotation
from verbale.model.node import Node

_STRETCH = attrgetter("start", "end")


def find_annotations(
    nodes: Sequence[Node], setting: DocumentContext, *, prefilter: Prefilter = select_passages
) -> tuple[Annotation, ...]:
    """Every annotation of the nodes, in reading order; of two at one place, by kind.

    Figures that are part of a citation, a date or a reference are no quantities. ``prefilter`` says which passages a
    finder reads; it changes nothing but the time that finding takes.
    """
    passages = read_passages(nodes, setting)
    selected = prefilter(passages)
    defined = find_defined(passages)
    citations = find_citations(selected[Seed.CITATION])
    dates = find_dates(selected[Seed.DATE_WORD], setting, figures=selected[Seed.DATE_FIGURE])
    unknown = find_in_any_language(read_unknown(nodes, setting), setting)
    references = find_references(selected[Seed.REFERENCE], nodes)
    taken = [*citations, *dates, *references]
    by_node: dict[str, list[Annotation]] = defaultdict(list)
    # By kind, as kinds are ordered, for the sort leaves equals as they are.
    for one in (
        *unknown,
        *citations,
        *dates,
        *find_states(_with_defined(selected[Seed.STATE], passages, defined), defined),
        *find_treaties(selected[Seed.TREATY], defined),
        *find_quantities(selected[Seed.NUMBER_WORD], taken, figures=selected[Seed.NUMBER_FIGURE]),
        *references,
    ):
        by_node[one.ref].append(one)
    found: list[Annotation] = []
    for node in nodes:
        if (its := by_node.pop(node.ref, None)) is not None:
            found += sorted(its, key=_STRETCH) if len(its) > 1 else its
    return tuple(found)


def _with_defined(selected: Sequence[Passage], passages: Sequence[Passage], defined: Mentions) -> Sequence[Passage]:
    """The passages that may name a State, those with an abbreviation that the document defines among them."""
    if not defined:
        return selected
    wanted = {passage.node.ref for passage in selected} | defined.keys()
    return [passage for passage in passages if passage.node.ref in wanted]
