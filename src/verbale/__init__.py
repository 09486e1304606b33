"""Verbale: mandated multilateral reporting, from the letter received to the report published.

Every sentence of a report traces to its source, every count explains itself, six languages
say the same. The house is described on one page, ``docs/architecture.md``.
"""

__version__ = "0.1.0"
