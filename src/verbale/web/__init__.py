"""The website: Django's settings, addresses, views and templates over what ``app`` offers.

In come requests, out go pages, feeds, JSON and CSV. It may know ``app`` and ``render``; it may not know how a document
is read, found in or kept, and no rule of the desk is decided here.
"""
