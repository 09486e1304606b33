"""Mandates: what resolutions ask for, and the chain of the three that recur.

The nodes of a resolution or the register's own tables come in; requests and chains come out, each with its place.
"""

from verbale.register.mandates.chain import find_mandates, mandate_chain

__all__ = ["find_mandates", "mandate_chain"]
