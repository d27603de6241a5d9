"""Takes passages out of a report: the text's own words, without mark-up at their ends and without contact details."""

from __future__ import annotations

from bisect import bisect_left

from graph.reports.layout import Layout
from graph.reports.limits import LONGEST_PASSAGE
from graph.reports.proposals import Where

_EDGE = " \t\n*_#`>|~\\"


def passage(layout: Layout, start: int, end: int) -> Where:
    """Return the words of the text from one place to another.

    Parameters
    ----------
    layout
        The report.
    start, end
        Places in its text, in characters.

    Notes
    -----
    A contact detail cuts the passage: its longest piece is kept, so that it stays a slice of the text.
    """
    start, end = max(_longest_piece(layout, start, end), key=lambda piece: piece[1] - piece[0])
    text = layout.original
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    if end - start > LONGEST_PASSAGE:
        end = start + len(text[start : start + LONGEST_PASSAGE].rsplit(" ", 1)[0])
    return Where(text[start:end], layout.line_of(start), start, end)


def around(layout: Layout, start: int, end: int) -> Where:
    """Return the sentence round a name, or the name alone where it stands in none."""
    sentence = layout.sentence_at(start)
    if sentence is None or sentence.end - sentence.start > LONGEST_PASSAGE:
        return passage(layout, start, end)
    return passage(layout, sentence.start, max(sentence.end, end))


def _longest_piece(layout: Layout, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    private = layout.masked.private
    for begin, stop in private[bisect_left(private, start, key=lambda one: one[1]) :]:
        if begin >= end:
            break
        pieces.append((start, max(begin, start)))
        start = min(stop, end)
    return [*pieces, (start, end)]
