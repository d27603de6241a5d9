"""Finds dates, with as much precision as the text gives; a missing year comes from the text or from the weekday."""

from __future__ import annotations

import calendar
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from graph.reports.date_found import DateFound
from graph.reports.layout import Layout
from graph.reports.relative_dates import relative_dates
from graph.reports.words import words

_LIST = words("time")
_MONTHS: dict[str, int] = dict(_LIST["months"])
_WEEKDAYS: dict[str, int] = dict(_LIST["weekdays"])
_SEASONS: dict[str, str] = dict(_LIST["seasons"])
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = "|".join(_WEEKDAYS)
_YEAR = r"(?:\s{0,3},?\s{0,3}|\s{1,3}van\s{1,3})(?P<year>(?:19|20)\d{2})(?!\d)"
_WRITTEN = re.compile(
    rf"(?:(?P<weekday>{_DAY})(?:avond|middag|ochtend)?,?\s{{1,3}})?(?<![\d€.,])(?P<day>\d{{1,2}})(?:e|ste|de|th|st|nd|rd)?"
    rf"(?P<more>(?:\s{{0,3}}(?:,|en|and|&)\s{{0,3}}\d{{1,2}}){{0,8}})\s{{1,3}}(?P<month>{_MONTH})\b\.?(?:{_YEAR})?",
    re.IGNORECASE,
)
_FULL_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_ENGLISH = re.compile(
    rf"(?:(?P<weekday>{_DAY}),?\s{{1,3}})?(?P<month>{_FULL_MONTH})\s{{1,3}}"
    rf"(?P<day>\d{{1,2}})(?:th|st|nd|rd)?\b(?:{_YEAR})?(?P<more>)",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(?<![\d-])(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>(?:19|20)\d{2}|\d{2})(?![\d-])")
_THIS_YEAR = re.compile(r"\s{1,3}(?:(?:van|of)\s{1,3})?(?:dit jaar|this year)\b", re.IGNORECASE)
_ISO = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
_VAGUE = re.compile(
    rf"(?:\b(?P<part>begin|half|medio|mid|eind|einde|early|late)\s{{1,3}})?(?<!\d\s)\b(?P<month>{_MONTH})\b"
    rf"\s{{1,3}}(?:van\s{{1,3}})?(?P<year>(?:19|20)\d{{2}})",
    re.IGNORECASE,
)
_SEASON = re.compile(
    rf"\b(?P<season>{'|'.join(_SEASONS)})(?:\s{{1,3}}van)?\s{{1,3}}(?P<year>(?:19|20)\d{{2}})\b", re.IGNORECASE
)
_SHORT = re.compile(r"\b(?:op|per|d\.d\.|dd\.?)\s{1,3}(?P<day>\d{1,2})[-/](?P<month>\d{1,2})(?![-/\d])", re.IGNORECASE)
_BARE_YEAR = re.compile(r"(?<![\d€.,-])((?:19|20)\d{2})(?![\d.,]\d|\d|-\d)")


_NEAR = 30
"""Years on either side that a date without one may take over."""
_CLOSE = 120
"""Characters within which a year before a date goes above that of the report itself."""
_BESIDE = 40
"""Characters within which a year further on belongs to a date without one."""


_TOP = 4
"""Blocks at the top in which a report says of which day it is."""


def find_dates(layout: Layout, today: date | None = None) -> list[DateFound]:
    """Return the dates of a report, in its order.

    Parameters
    ----------
    layout
        The report.
    today
        For a weekday without any year: the last such day before it, a year back at most. The day of reading unless
        given.

    Notes
    -----
    Linear in the length of the text.
    """
    text = layout.masked.text
    years = [(found.start(), int(found.group(1))) for found in _BARE_YEAR.finditer(text)]
    matches = _matches(text)
    whole = [one for found in matches if found.groupdict().get("year") for one in _made(found, _Near(years, None))]
    own = _own_date(layout, whole)
    near = _Near(years, own, today or date.today())
    dates = [one for found in matches for one in _made(found, near)]
    if own is not None:
        taken = {place for found in matches for place in range(*found.span())}
        dates += (one for one in relative_dates(text, own) if one.start not in taken)
    return sorted(dates, key=lambda one: (one.start, one.value))


def _own_date(layout: Layout, dates: list[DateFound]) -> date | None:
    """Return the day of the report itself: the first day at its top whose year is known."""
    top = layout.blocks[min(len(layout.blocks), _TOP) - 1].end if layout.blocks else 0
    days = sorted((one.start, one.value) for one in dates if one.is_day and one.sure and one.start < top)
    return date.fromisoformat(days[0][1]) if days else None


def _matches(text: str) -> list[re.Match[str]]:
    """Return what looks like a date, each part of the text once, the surest forms first."""
    matches: list[re.Match[str]] = []
    taken: set[int] = set()
    for pattern in (_ISO, _NUMERIC, _WRITTEN, _ENGLISH, _SEASON, _VAGUE, _SHORT):
        for found in pattern.finditer(text):
            if found.start() not in taken and found.end() - 1 not in taken and _is_date(found):
                taken.update(range(*found.span()))
                matches.append(found)
    return matches


def _is_date(found: re.Match[str]) -> bool:
    parts = found.groupdict()
    return bool(parts.get("season")) or 1 <= _month(parts["month"]) <= 12


def _made(found: re.Match[str], near: _Near) -> Iterator[DateFound]:
    parts = found.groupdict()
    if parts.get("season"):
        yield DateFound(found.start(), found.end(), f"{parts['year']} {_SEASONS[parts['season'].lower()]}", True)
        return
    month = _month(parts["month"])
    if "day" not in parts:
        middle = " mid" if (parts.get("part") or "").lower() in ("half", "medio", "mid") else ""
        yield DateFound(found.start(), found.end(), f"{parts['year']}-{month:02d}{middle}", True)
        return
    days = [int(parts["day"]), *(int(one) for one in re.findall(r"\d+", parts.get("more") or ""))]
    weekday = _WEEKDAYS.get((parts.get("weekday") or "").lower())
    year, sure = _year(parts.get("year"), found.start(), (month, days[0], weekday), near)
    if near.own is not None and _THIS_YEAR.match(found.string, found.end()):
        year, sure = near.own.year, True
    for day in days:
        if year and 1 <= day <= calendar.monthrange(year, month)[1]:
            yield DateFound(found.start(), found.end(), f"{year}-{month:02d}-{day:02d}", sure)


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTHS[text.lower()]


@dataclass(frozen=True, slots=True)
class _Near:
    """What a date without a year may take its year from.

    Parameters
    ----------
    years
        Years that the text names, with their places.
    own
        The day of the report itself, where it tells it.
    today
        The day of reading.
    """

    years: list[tuple[int, int]]
    own: date | None
    today: date = date.max


def _year(given: str | None, place: int, when: tuple[int, int, int | None], around: _Near) -> tuple[int | None, bool]:
    """Return the year of a date: its own, else one close by that fits its weekday, the report's own, another."""
    if given:
        return (int(given), True) if len(given) == 4 else (2000 + int(given), True)
    years, own, today = around.years, around.own, around.today
    here = bisect_left(years, (place, 0))
    before = [year for _, year in years[max(0, here - _NEAR) : here]][::-1]
    after = years[here : here + _NEAR]
    beside = [year for start, year in after[:1] if start - place < _BESIDE]  # "27 september en 22 november 2018"
    close = [year for start, year in years[max(0, here - 1) : here] if place - start < _CLOSE]
    near = [*beside, *close, *([own.year] if own else []), *before, *(year for _, year in after)]
    month, day, weekday = when
    for year in dict.fromkeys([*near, *(one + 1 for one in near[:1])]):
        if _fits(year, month, day, weekday):
            return year, True
    if weekday is not None:
        fitting = [year for year in (today.year, today.year - 1) if _fits(year, month, day, weekday)]
        past = [year for year in fitting if (year, month, day) <= (today.year, today.month, today.day)]
        return (past[0] if past else None), False  # of an older report nobody can tell the year
    return (near[0] if near else None), False


def _fits(year: int, month: int, day: int, weekday: int | None) -> bool:
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return False
    return weekday is None or date(year, month, day).weekday() == weekday
