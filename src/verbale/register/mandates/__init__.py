"""Mandates: what resolutions ask for, and the chain of the three that recur.

The nodes of a resolution or the register's own tables come in; requests and chains come out, each with its place.
What a text looked like, and what day it is, this package does not know.
"""
