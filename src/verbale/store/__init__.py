"""What is kept: the chain of events of a cycle and every byte received, in one file that survives a crash.

In come sealed events and bytes, out come the same. This package alone knows SQL and the disk behind it; it does not
know readers, finders or the rules of the desk.
"""
