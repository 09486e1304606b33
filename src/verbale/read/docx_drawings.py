"""What a drawing of a DOCX shows: pictures, charts, diagrams, embedded objects, words set as a drawing, watermarks.

A picture that is small on both sides is an emblem or a rule; text boxes are read as text, and lines show nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from verbale.read.docx_package import R_ID, W

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATE = _MC + "AlternateContent"
_TEXT_BOX = W + "txbxContent"
_EMU_PER_CM = 360_000  # English Metric Units
_POINTS_PER_CM = 28.35  # 72 to the inch
_EMBLEM = 3.0  # centimetres
_PICTURES = {
    "pic": "picture",
    "imagedata": "picture",
    "chart": "chart",
    "relIds": "diagram",
    "contentPart": "drawing by hand",
    "control": "control of a form",
    "OLEObject": "embedded object",
}
_RANKS = {kind: rank for rank, kind in enumerate(dict.fromkeys(_PICTURES.values()))}
_UNNAMED = "a {kind}"
_SCHEME = R_ID.removesuffix("id")
_LETTERED = {"shape", "docPr", "cNvPr"}
_DEEPEST = 50  # levels of a diagram


class Drawn(NamedTuple):
    """What a drawing shows besides text boxes.

    ``kind`` is in words for a person, empty for nothing of weight; ``said`` is its alternative text, ``words`` are
    set as a drawing, ``diagram`` is the relationship of the words of a diagram.
    """

    kind: str = ""
    said: str = ""
    words: tuple[str, ...] = ()
    diagram: str = ""
    watermark: bool = False

    @property
    def named(self) -> str:
        """The kind with its alternative text."""
        named = _UNNAMED.format(kind=self.kind) if self.kind[0] not in "aeiou" else f"an {self.kind}"
        return f"{named} (“{self.said}”)" if self.said else named


def find_drawn(element: etree._Element) -> Drawn:
    """What a drawing or object shows besides text boxes."""
    kind = diagram = said = ""
    words: list[str] = []
    watermark = False
    for child in element.iter():
        name = _local(child)
        found = _PICTURES.get(name, "")
        if found and (not kind or _RANKS[found] > _RANKS[kind]):
            kind = found
        if name == "relIds":
            diagram = child.get(_SCHEME + "dm", "")
        elif name == "textpath":
            words.append(child.get("string", ""))
        elif name in _LETTERED:
            said = said or child.get("descr") or child.get("alt") or child.get("title") or ""
            watermark = watermark or "watermark" in (child.get("name") or child.get("id") or "").casefold()
    if kind == "picture" and _is_emblem(element):
        kind = ""
    return Drawn(kind, " ".join(said.split()), tuple(filter(str.strip, words)), diagram, watermark)


def chosen_branch(element: etree._Element) -> etree._Element | None:
    """One of the alternatives that a newer format offers: the first that holds anything, else the fallback."""
    for child in element.iterchildren(_MC + "Choice", _MC + "Fallback"):
        if len(child):
            return child
    return None


def outer_boxes(element: etree._Element) -> list[etree._Element]:
    """Text boxes that stand in no other."""
    found: list[etree._Element] = []
    for child in element:
        if child.tag == _TEXT_BOX:
            found.append(child)
        elif child.tag == ALTERNATE:
            chosen = chosen_branch(child)
            found += outer_boxes(chosen) if chosen is not None else []
        elif len(child):
            found += outer_boxes(child)
    return found


def diagram_words(root: etree._Element) -> Iterator[str]:
    """The words of a diagram, in the order in which it sets them out."""
    points: dict[str, str] = {}
    for point in root.iter("{*}pt"):
        if point.get("type", "node") in ("node", "asst", "doc"):
            lines = ("".join(map(str, line.itertext("{*}t"))).strip() for line in point.iterfind("{*}t/{*}p"))
            points[point.get("modelId", "")] = " ".join(filter(None, lines))
    below: dict[str, list[tuple[int, str]]] = {}
    for joint in root.iter("{*}cxn"):
        if joint.get("type", "parOf") == "parOf" and joint.get("destId", "") in points:
            order = joint.get("srcOrd", "0")
            at = int(order) if order.isdecimal() and len(order) < 9 else 0
            below.setdefault(joint.get("srcId", ""), []).append((at, joint.get("destId", "")))
    under = {key for joints in below.values() for _, key in joints}
    seen: set[str] = set()
    for key in points:
        if key not in under:
            yield from _walk(key, points, below, seen, 0)
    for key in points:
        yield from _walk(key, points, below, seen, 0)


def _walk(
    key: str, points: dict[str, str], below: dict[str, list[tuple[int, str]]], seen: set[str], depth: int
) -> Iterator[str]:
    if key in seen or depth > _DEEPEST:
        return
    seen.add(key)
    if points[key]:
        yield points[key]
    for _, child in sorted(below.get(key, ())):
        yield from _walk(child, points, below, seen, depth + 1)


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _is_emblem(element: etree._Element) -> bool:
    """Whether a picture says its size, and is small on both sides."""
    for child in element.iter():
        if _local(child) == "extent":
            sides = [_number(child.get(side)) / _EMU_PER_CM for side in ("cx", "cy")]
            return 0 < max(sides) <= _EMBLEM
        if style := child.get("style"):
            parts = dict(part.partition(":")[::2] for part in style.split(";"))
            sides = [_number(parts.get(side, "").strip().removesuffix("pt")) for side in ("width", "height")]
            if all(sides):
                return max(sides) / _POINTS_PER_CM <= _EMBLEM
    return False


def _number(text: str | None) -> float:
    try:
        return float(text or "")
    except ValueError:
        return 0.0
