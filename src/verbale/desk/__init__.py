"""The reporting cycle: a case, a command, who gives it and when become events, or a clear refusal.

In come values: a cycle read from its file, cases folded from their events, commands. Out come events, and the place of
each reply with its reason. This package does not know files, layout, SQL, HTTP, today's date or who is logged in.
"""
