"""Dates that are only partly known, quantities with a unit, and the check of every value against its type.

A value of a claim is a string, an integer, a float or a boolean, the same in each store. A date is the string
``YYYY[-MM[-DD]]``, followed by a blank and ``mid``, ``spring``, ``summer``, ``autumn`` or ``winter`` where that is all
a source says. A quantity is ``[about |at least |at most ]NUMBER UNIT``. Both read well in a file and in Cypher.
"""

from __future__ import annotations

import math
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from graph.errors import InputError
from graph.schema.words import Words

Value = str | int | float | bool
"""What a claim can state. Vocabulary codes, dates, quantities, points and ids are strings."""


class DateQualifier(StrEnum):
    """Part of a period, where that is all a source says."""

    MID = "mid"
    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


class Bound(StrEnum):
    """How firm a number is."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"


_MONTHS = (
    Words("januari", "January"),
    Words("februari", "February"),
    Words("maart", "March"),
    Words("april", "April"),
    Words("mei", "May"),
    Words("juni", "June"),
    Words("juli", "July"),
    Words("augustus", "August"),
    Words("september", "September"),
    Words("oktober", "October"),
    Words("november", "November"),
    Words("december", "December"),
)
_QUALIFIERS = {
    DateQualifier.MID: Words("medio", "mid"),
    DateQualifier.SPRING: Words("voorjaar", "spring"),
    DateQualifier.SUMMER: Words("zomer", "summer"),
    DateQualifier.AUTUMN: Words("najaar", "autumn"),
    DateQualifier.WINTER: Words("winter", "winter"),
}
# Meteorological seasons: the first month of each. Winter runs on into the next year.
_SEASONS = {DateQualifier.SPRING: 3, DateQualifier.SUMMER: 6, DateQualifier.AUTUMN: 9, DateQualifier.WINTER: 12}
# [0-9] and not \d, which also takes digits of other scripts: those would sort and compare as other dates.
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?: (mid|spring|summer|autumn|winter))?")
_QUANTITY = re.compile(r"(?:(about|at least|at most) )?(-?[0-9]+(?:\.[0-9]+)?) (\S{1,40})")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as precise as its source.

    Parameters
    ----------
    value
        ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.
    qualifier
        Part of that period, if the source says so; a season only of a year.
    """

    value: str
    qualifier: DateQualifier | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read the stored form, such as ``2016``, ``2016-06-28``, ``2016 summer`` or ``2016-11 mid``.

        Raises
        ------
        InputError
            The text is no such date, or there is no such day (31 February).
        """
        match = _DATE.fullmatch(text)
        if match is None:
            raise _no_date(text)
        year, month, day, qualifier = match.groups()
        parsed = cls(
            "-".join(part for part in (year, month, day) if part), DateQualifier(qualifier) if qualifier else None
        )
        if (day and qualifier) or (month and qualifier in _SEASONS):
            raise _no_date(text)
        try:
            date(int(year), int(month or 1), int(day or 1))
        except ValueError:
            raise _no_date(text) from None
        return parsed

    @property
    def earliest(self) -> date:
        """First day that it can be."""
        return self._range()[0]

    @property
    def latest(self) -> date:
        """Last day that it can be."""
        return self._range()[1]

    def _range(self) -> tuple[date, date]:
        year, month, day = (*(int(part) for part in self.value.split("-")), 0, 0)[:3]
        if self.qualifier in _SEASONS:
            first = _SEASONS[self.qualifier]
            last_year, last = (year + 1, 2) if first == 12 else (year, first + 2)
            if last_year > date.max.year:
                return date(year, first, 1), date.max
            return date(year, first, 1), date(last_year, last, monthrange(last_year, last)[1])
        middle = self.qualifier is DateQualifier.MID  # the middle third of the period
        if day:
            return date(year, month, day), date(year, month, day)
        if month:
            return date(year, month, 11 if middle else 1), date(
                year, month, 20 if middle else monthrange(year, month)[1]
            )
        return date(year, 5 if middle else 1, 1), date(year, 8 if middle else 12, 31)

    def label(self, lang: str = "nl") -> str:
        """Return the date in words, such as ``28 juni 2016``, ``medio november 2016`` or ``zomer 2016``."""
        year, month, day = (*self.value.split("-"), "", "")[:3]
        words = [str(int(day))] if day else []
        words += [_MONTHS[int(month) - 1].to(lang)] if month else []
        words += [str(int(year))]
        prefix = [_QUALIFIERS[self.qualifier].to(lang)] if self.qualifier else []
        return " ".join(prefix + words)

    def __str__(self) -> str:
        """Return the stored form."""
        return f"{self.value} {self.qualifier.value}" if self.qualifier else self.value


UNITS = {
    "person": (Words("persoon", "person"), Words("personen", "people")),
    "member": (Words("lid", "member"), Words("leden", "members")),
    "volunteer": (Words("vrijwilliger", "volunteer"), Words("vrijwilligers", "volunteers")),
    "client": (Words("cliënt", "client"), Words("cliënten", "clients")),
    "inhabitant": (Words("inwoner", "inhabitant"), Words("inwoners", "inhabitants")),
    "initiative": (Words("initiatief", "initiative"), Words("initiatieven", "initiatives")),
    "cooperative": (Words("coöperatie", "cooperative"), Words("coöperaties", "cooperatives")),
    "area": (Words("gebied", "area"), Words("gebieden", "areas")),
    "EUR": (Words("euro", "euro"), Words("euro", "euros")),
    "m2": (Words("m²", "m²"), Words("m²", "m²")),
    "km2": (Words("km²", "km²"), Words("km²", "km²")),
    "hour": (Words("uur", "hour"), Words("uur", "hours")),
    "car": (Words("auto", "car"), Words("auto’s", "cars")),
    "place": (Words("plek", "place"), Words("plekken", "places")),
    "percent": (Words("procent", "percent"), Words("procent", "percent")),
}
"""Units with their words, singular and plural. A source may use another; it is then shown as it stands."""

_BOUNDS = {
    Bound.EXACT: Words("", ""),
    Bound.ABOUT: Words("ongeveer ", "about "),
    Bound.AT_LEAST: Words("minstens ", "at least "),
    Bound.AT_MOST: Words("hoogstens ", "at most "),
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and how firm it is.

    Parameters
    ----------
    value
        A finite number.
    unit
        Code of the unit, without blanks; see `UNITS`.
    bound
        Whether the source gives it as exact, about, at least or at most.
    """

    value: float
    unit: str
    bound: Bound = Bound.EXACT

    @classmethod
    def parse(cls, text: str) -> Quantity:
        """Read the stored form, such as ``about 45 person`` or ``15000 EUR``.

        Raises
        ------
        InputError
            The text is no number with a unit.
        """
        match = _QUANTITY.fullmatch(text)
        if match is None or not math.isfinite(float(match[2])):
            raise InputError(
                f"‘{_short(text)}’ is geen aantal met eenheid. Schrijf bijvoorbeeld ‘about 45 person’ of ‘15000 EUR’.",
                f"‘{_short(text)}’ is not a number with a unit. Write for example ‘about 45 person’ or ‘15000 EUR’.",
                concerning=text,
            )
        return cls(float(match[2]), match[3], Bound(match[1] or "exact"))

    def label(self, lang: str = "nl") -> str:
        """Return it in words, such as ``ongeveer 45 personen`` or ``15.000 euro``."""
        one, many = UNITS.get(self.unit, (Words(self.unit, self.unit),) * 2)
        unit = (one if self.value == 1 else many).to(lang)
        return f"{_BOUNDS[self.bound].to(lang)}{number_label(self.value, lang)} {unit}"

    def __str__(self) -> str:
        """Return the stored form."""
        prefix = "" if self.bound is Bound.EXACT else f"{self.bound.value} "
        return f"{prefix}{_plain(self.value)} {self.unit}"


def number_label(number: float, lang: str = "nl") -> str:
    """Return a number as people write it: ``15.000`` and ``0,5`` in Dutch, ``15,000`` and ``0.5`` in English."""
    text = f"{int(number):,}" if float(number).is_integer() else f"{Decimal(repr(float(number))):,f}"
    return text if lang == "en" else text.translate(str.maketrans(",.", ".,"))


def _plain(number: float) -> str:
    """Write a number without exponent or needless digits, so that one number has one stored form."""
    # By way of the shortest text that reads as the same number: ten decimals of 1234567.89 end in 8899999999.
    return str(int(number)) if float(number).is_integer() else format(Decimal(repr(float(number))), "f")


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


def _no_date(text: str) -> InputError:
    return InputError(
        f"‘{_short(text)}’ is geen datum. Schrijf een jaar, maand of dag die bestaat, bijvoorbeeld 2016, 2016-06, "
        "2016-06-28, ‘2016 summer’ of ‘2016-11 mid’.",
        f"‘{_short(text)}’ is not a date. Write a year, month or day that exists, such as 2016, 2016-06, 2016-06-28, "
        "‘2016 summer’ or ‘2016-11 mid’.",
        concerning=text,
    )
