"""What things are: the values that every other package passes on and none may change.

In comes nothing but plain data; out come frozen values with spans into a text that was fixed
once, at reading. This package knows no file format, no vocabulary and no third-party package.
"""
