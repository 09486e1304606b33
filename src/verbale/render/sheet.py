"""The frame of a self-contained page of results: nothing is fetched, and the policy says so."""

from __future__ import annotations

from verbale.render.assets import asset, policy
from verbale.render.inline import escaped


def sheet(title: str, body: str, *sheets: str) -> str:
    """A page with the bundled style sheets named, behind that of colours and type."""
    styles = "".join(asset(name) for name in ("tokens.css", *sheets))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(styles=styles)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(title)}</title>\n<style>{styles}</style>\n</head>\n"
        f"<body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )
