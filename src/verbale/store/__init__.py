"""What is kept of a desk: contents, readings, cycles with their sealed entries, judgements, compiled reports.

In come sealed events and bytes, out come the same. This package alone knows SQL and the database behind it (SQLite or
PostgreSQL, through Django's ORM); it does not know readers, finders or files of the user.
"""
