"""What a drawing of a DOCX shows that no reader turns into words: pictures, charts, diagrams, embedded objects.

A picture that is small on both sides is an emblem or a rule; text boxes are read as text, and lines show nothing.
"""

from __future__ import annotations

from lxml import etree

_EMU_PER_CM = 360_000  # English Metric Units
_POINTS_PER_CM = 28.35  # 72 to the inch
_EMBLEM = 3.0  # centimetres
_PICTURES = {
    "pic": "picture",
    "chart": "chart",
    "relIds": "diagram",
    "OLEObject": "embedded object",
    "imagedata": "picture",
}
_UNNAMED = "a {kind}"


def find_drawn(element: etree._Element) -> str:
    """What a drawing or object shows besides text boxes, in words for a person; empty for nothing of weight."""
    kind = next((_PICTURES[name] for child in element.iter() if (name := _local(child)) in _PICTURES), "")
    if not kind or (kind == "picture" and _is_emblem(element)):
        return ""
    said = next((text for child in element.iter() if (text := _described(child))), "")
    named = _UNNAMED.format(kind=kind) if kind[0] not in "aeiou" else f"an {kind}"
    return f"{named} (“{said}”)" if said else named


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _described(element: etree._Element) -> str:
    """The words that describe a drawing for those who do not see it."""
    return (element.get("descr") or element.get("title") or "") if _local(element) == "docPr" else ""


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
