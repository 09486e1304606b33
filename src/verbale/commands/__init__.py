"""The verbs of the command line, one module each, named by the table in ``verbale.cli``.

In come parsed arguments, out come results and exit codes. A verb asks ``app`` for what it
does and ``render`` for how it looks, and knows nothing of parsing, rules or SQL.
"""
