"""A date as it is found in a report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date in a text.

    Parameters
    ----------
    start, end
        Its place.
    value
        ``YYYY[-MM[-DD]]``, with a season behind it where that is all there is.
    sure
        Whether its year stands there, or follows from the weekday and a year nearby.
    """

    start: int
    end: int
    value: str
    sure: bool

    @property
    def is_day(self) -> bool:
        """Whether it names a day."""
        return len(self.value) == 10 and self.value[7] == "-"
