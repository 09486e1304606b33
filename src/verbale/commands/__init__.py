"""The verbs of the command line, one module each, named by the table in ``verbale.cli``.

In come parsed arguments, out come results and exit codes. A verb asks ``app`` for what it
does and ``render`` for how it looks, and knows nothing of parsing, rules or SQL.
"""

from typing import TYPE_CHECKING

from verbale.doors import open_door

if TYPE_CHECKING:
    from verbale.commands.mandate_sources import read_listed

__all__ = ["read_listed"]

open_door(__name__, {"read_listed": "mandate_sources"})
