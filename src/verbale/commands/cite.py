"""``verbale cite``: what a person types, as the symbol of a document."""

from __future__ import annotations

import click

from verbale.app.citation_lookup import resolve_citation
from verbale.app.encoding import encode
from verbale.commands.forms import form_option, put
from verbale.commands.messages import say
from verbale.model.language import Language
from verbale.render.csv_table import csv_rows


@click.command("cite")
@click.argument("text", nargs=-1, required=True, metavar="TEXT")
@form_option("table", "json", "csv")
@click.option(
    "--language",
    type=click.Choice([language.value for language in Language]),
    default=Language.EN.value,
    show_default=True,
    help="Link to the document in this language.",
)
def command(text: tuple[str, ...], form: str, language: str) -> None:
    """Look up the symbol of a document from what a person types.

    TEXT is a symbol or a number, as 64/55, a/77/123, 第64/55号决议, "resolution 1887 (2009)". One line for each
    document that may be meant, the likeliest first: its symbol, a tab, its address.
    """
    typed = " ".join(text)
    found = resolve_citation(typed)
    rows = [(str(symbol), symbol.link(Language(language))) for symbol in found]
    if form == "json":
        put(encode([{"symbol": symbol, "address": link or None} for symbol, link in rows]))
    elif form == "csv":
        put(csv_rows(("symbol", "address"), rows))
    else:
        put("".join(f"{symbol}\t{link}\n" if link else f"{symbol}\n" for symbol, link in rows))
    if not found:
        say(f"verbale: {typed}: no symbol or number of a document")
        click.get_current_context().exit(1)
    if len(found) > 1:
        say(f"verbale: {typed}: {len(found)} documents match, the likeliest first")
