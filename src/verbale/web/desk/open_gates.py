"""What is open of the letters of a cycle and keeps its report back, for a page."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse

from verbale.app.cycles import CycleFolder
from verbale.app.gates import find_open_matters
from verbale.model.language import Language
from verbale.web.desk.desk_words import gate_names, names_of_authors


def gates_of(folder: CycleFolder, languages: Sequence[Language] = ()) -> list[dict[str, object]]:
    """Everything that is open, with its waiver where there is one; for a report in these languages."""
    names, added = gate_names(), folder.case.added_authors
    return [
        {
            "matter": one,
            "gate": names[one.gate],
            "authors": names_of_authors(one.authors, added),
            "url": reverse("desk-letter", args=[folder.address.name, one.case]),
        }
        for one in find_open_matters(folder, languages)
    ]
