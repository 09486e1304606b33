"""The language versions of one document compared: their paragraphs aligned, then what each prints.

In come documents that were read, one a language; out comes a concordance, and findings made of it. Differences are
shown without judgement. This package knows no layout, no file, no register and not today's date.
"""
