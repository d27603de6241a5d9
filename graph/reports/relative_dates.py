"""Finds days that are told from the day of the report: "gisteravond", "vorige week donderdag", "next Tuesday"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from graph.reports.date_found import DateFound
from graph.reports.words import words

_LIST = words("time")
_WEEKDAYS: dict[str, int] = dict(_LIST["weekdays"])
_AWAY: dict[str, int] = dict(_LIST["days_away"])
_DAY = "|".join(_WEEKDAYS)
_BACK, _ON = ("|".join(re.escape(one) for one in _LIST[name]) for name in ("last_words", "next_words"))
_WEEK_BACK, _WEEK_ON = r"(?:vorige|afgelopen) week|last week", r"volgende week|komende week|next week"
_WEEKDAY = re.compile(
    rf"\b(?:(?P<weekback>{_WEEK_BACK})|(?P<weekon>{_WEEK_ON})|(?P<back>{_BACK})|(?P<on>{_ON}))\s{{1,3}}(?P<day>{_DAY})"
    r"(?:avond|middag|ochtend|morgen)?\b(?!\s{1,3}\d)",
    re.IGNORECASE,
)
_OFFSET = re.compile(rf"\b(?P<word>{'|'.join(_AWAY)})(?:avond|middag|ochtend)?\b(?! de dag)", re.IGNORECASE)


def relative_dates(text: str, own: date) -> Iterator[DateFound]:
    """Yield the days that a text tells from its own.

    Parameters
    ----------
    text
        The report.
    own
        The day of the report itself; a report that does not tell it has no such days.

    Notes
    -----
    Linear in the length of the text.
    """
    for found in _WEEKDAY.finditer(text):
        weekday = _WEEKDAYS[found["day"].lower()]
        yield DateFound(*found.span(), (own + _distance(found, weekday - own.weekday())).isoformat(), True)
    for found in _OFFSET.finditer(text):
        day = own + timedelta(days=_AWAY[found["word"].lower()])
        yield DateFound(*found.span(), day.isoformat(), True)


def _distance(found: re.Match[str], ahead: int) -> timedelta:
    """Return how far a weekday lies from the report's own day; ``ahead`` is how far it lies in the same week."""
    if found["weekback"] or found["weekon"]:
        return timedelta(days=ahead + (-7 if found["weekback"] else 7))
    if found["back"]:
        return timedelta(days=ahead if ahead < 0 else ahead - 7)
    return timedelta(days=ahead if ahead > 0 else ahead + 7)
