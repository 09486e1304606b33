"""What a page weighs as it comes over the wire."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from playwright.sync_api import Page


def weigh(page: Page, address: str) -> Mapping[str, int]:
    """Go to a page in a window that has seen nothing yet: bytes with their headers by kind, ``Document``, ``Font`` …"""
    wire = page.context.new_cdp_session(page)
    kinds: dict[str, str] = {}
    sizes: dict[str, float] = {}
    wire.on("Network.responseReceived", lambda one: kinds.update({one["requestId"]: one["type"]}))
    wire.on("Network.loadingFinished", lambda one: sizes.update({one["requestId"]: one["encodedDataLength"]}))
    wire.send("Network.enable")
    page.goto(address)
    page.wait_for_load_state("networkidle")
    weights: Counter[str] = Counter()
    for request, size in sizes.items():
        weights[kinds[request]] += round(size)
    return weights
