"""What the desk sends out, composed as trees in six languages: the note verbale, the report, the draft of a reply.

In come a cycle and what it holds, out come documents like those that are read, with refs and spans. This package does
not know file formats, where facts are kept, or what day it is.
"""
