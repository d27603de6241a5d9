"""Exports: all that a viewer may see, in formats that others read.

One file a format; `formats` names them, `making` leads to what makes each. Every format keeps the same promises: equal
graphs give equal bytes, from either store and on any day; nothing is in it that the viewer may not see; what is not
known is left out rather than written as empty; and no name, however hostile, does anything where it is opened.
"""
