"""``python -m verbale``: the command line."""

from verbale.cli import main

main(prog_name="verbale")
