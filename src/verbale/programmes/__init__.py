"""Folders of data that say what an office reports on: in go their texts, out come frozen ``Programme`` values.

Every key is checked for itself, and a misspelt one is answered with the nearest. The package holds the programmes that
come with the program (``data``). It reads no folder of a user's: ``app`` does and gives the texts. It may not know the
desk, documents, or how sentences are composed.
"""
