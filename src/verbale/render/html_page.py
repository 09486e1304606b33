"""The frame of a self-contained page: nothing is fetched, and the policy says so."""

from __future__ import annotations

from verbale.render.assets import asset, policy
from verbale.render.inline_html import escaped

_FIRST_SHEET = "tokens.css"  # colours and type, which every other style sheet uses


def html_page(
    title: str, body: str, *sheets: str, language: str = "en", direction: str = "", script: str = "", head: str = ""
) -> str:
    """A whole page in HTML 5 around the markup of its body, with the bundled style sheets named.

    ``title`` is plain text; ``language`` a code, empty where unknown; ``direction`` is ``ltr``, ``rtl`` or empty;
    ``script`` the name of a bundled script; ``head`` is markup that goes with the title.
    """
    styles = "".join(asset(name) for name in (_FIRST_SHEET, *sheets))
    code = asset(script) if script else ""
    attributes = (f' lang="{language}"' if language else "") + (f' dir="{direction}"' if direction else "")
    return (
        f'<!doctype html>\n<html{attributes}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(styles=styles, script=code)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(title)}</title>\n{head}<style>{styles}</style>\n</head>\n<body>\n{body}"
        f"{f'<script>{code}</script>{chr(10)}' if code else ''}</body>\n</html>\n"
    )


def results_page(title: str, body: str, *sheets: str) -> str:
    """A page of results in English: ``body`` is what its main part holds."""
    return html_page(title, f"<main>\n{body}</main>\n", *sheets)
