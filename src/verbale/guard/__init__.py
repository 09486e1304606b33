"""Work on a stranger's file in a process of its own: a function and its arguments go in, a value or an error comes out.

The one place that starts processes and bounds their processor time, memory and output. It knows no format and no
reader: what it runs is named by the layer above.
"""
