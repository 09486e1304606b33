"""Akoma Ntoso, the exchange format of parliaments and of the United Nations (AKN4UN), in and out.

In come the bytes of a file, or a document tree; out comes a tree, or a laid-out page with its metadata, or bytes.
This package knows no other format, no profile of a document and no file; it joins nothing, ``app`` does.
"""
