"""Style sheets and scripts, kept as files beside this module and put into the page."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources


@cache
def asset(name: str) -> str:
    """The text of a bundled file, by its path below ``assets``."""
    return (resources.files("verbale.render").joinpath("assets", *name.split("/"))).read_text(encoding="utf-8")


def policy(*, styles: str, script: str = "") -> str:
    """A content security policy under which the page loads nothing and runs only its own script."""
    rules = ["default-src 'none'", f"style-src '{_digest(styles)}'"]
    if script:
        rules.append(f"script-src '{_digest(script)}'")
    return "; ".join([*rules, "base-uri 'none'", "form-action 'none'"])


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
