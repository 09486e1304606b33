"""The register: who is bound by what, since when, by which act, and who says so.

Bundled tables of facts and a date go in; statements and a status that explains itself come out.
This package knows no document, no file format but its own tables, and never what day it is today.
"""
