"""Mandates: what resolutions ask for, and the chain of the three that recur.

The nodes of a resolution or the register's own tables come in; requests and chains come out, each with its place.
What a text looked like, and what day it is, this room does not know.
"""

from typing import TYPE_CHECKING

from verbale.doors import open_door

if TYPE_CHECKING:
    from verbale.register.mandates.chain import find_mandates, mandate_chain
    from verbale.register.mandates.reading import read_requests
    from verbale.register.mandates.sessions import find_listed, held_sessions

__all__ = ["find_listed", "find_mandates", "held_sessions", "mandate_chain", "read_requests"]

open_door(
    __name__,
    {
        "find_listed": "sessions",
        "find_mandates": "chain",
        "held_sessions": "sessions",
        "mandate_chain": "chain",
        "read_requests": "reading",
    },
)
