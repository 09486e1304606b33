"""One function for each thing a user asks for, the same for a terminal, a page or a program.

In come paths, bytes and options; out come documents, and files at the path that was named.
This package joins the layers below it and knows no arguments of a command line, no HTTP, no templates.
"""
