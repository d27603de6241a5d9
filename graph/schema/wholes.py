"""What something is part of, step by step up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def with_wholes(start: str, wholes: Mapping[str, Sequence[str]]) -> set[str]:
    """Return something with all that it is part of; circles end where they began.

    Parameters
    ----------
    start
        Its id.
    wholes
        For each id those of what it is directly part of; one that is not there is part of nothing.
    """
    reached, frontier = {start}, [start]
    while frontier:
        frontier = [whole for one in frontier for whole in wholes.get(one, ()) if whole not in reached]
        reached.update(frontier)
    return reached
