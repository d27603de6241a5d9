"""Reads cells as Dutch and English people write them, into the stored form of a value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cache

from graph.errors import InputError
from graph.schema.declaration import Property, ValueType
from graph.schema.model import VOCABULARIES_BY_NAME, check_value
from graph.schema.values import UNITS, Bound, Quantity, Value
from graph.schema.words import Words, normalise

Cell = str | int | float | bool | date | datetime

LONGEST_SMALL = 1_000
"""Characters of a cell that is no text: what is longer is no number or date, and is not looked at further."""

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("januari jan january", "februari feb february", "maart mrt mar march", "april apr", "mei may", "juni jun june",
         "juli jul july", "augustus aug august", "september sep sept", "oktober okt oct october", "november nov",
         "december dec"), 1)
    for name in names.split()
}  # fmt: skip
_WEEKDAYS = frozenset(("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "monday",
                       "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))  # fmt: skip
_QUALIFIERS = {"medio": "mid", "half": "mid", "mid": "mid", "voorjaar": "spring", "lente": "spring", "spring": "spring",
               "zomer": "summer", "summer": "summer", "najaar": "autumn", "herfst": "autumn", "autumn": "autumn",
               "winter": "winter"}  # fmt: skip
_BOUNDS = {
    word: bound
    for bound, words in (
        (Bound.ABOUT, ("ongeveer", "circa", "ca.", "ca", "zo'n", "±", "~", "about")),
        (Bound.AT_LEAST, ("minstens", "minimaal", "ten minste", "at least", "≥")),
        (Bound.AT_MOST, ("hoogstens", "maximaal", "ten hoogste", "at most", "≤")),
    )
    for word in words
}
_CURRENCIES = {"€": "EUR", "euro": "EUR", "eur": "EUR"}  # the longer word first: one is the beginning of the other
_BELOW_ZERO = ("EUR", "percent")  # of nothing else can there be less than none
_SCALES = {"duizend": 1e3, "thousand": 1e3, "miljoen": 1e6, "mln": 1e6, "million": 1e6}
_YES = frozenset(("ja", "j", "yes", "y", "true", "waar", "x", "1"))
_NO = frozenset(("nee", "n", "no", "false", "onwaar", "0"))
# What spreadsheets show for a formula that failed, in English and Dutch.
_FAULTS = frozenset(("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!",
                     "#VERW!", "#N/B", "#WAARDE!", "#DEEL/0!", "#NAAM?", "#LEEG!", "#GETAL!"))  # fmt: skip

_ISO = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?(?:[t ]\d{1,2}:\d{2}.*)?")
_DAY_FIRST = re.compile(r"(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})(?: \d{1,2}:\d{2}.*)?")
_IN_WORDS = re.compile(r"(?:(\d{1,2}) )?([a-z]+) (\d{4})")
_DAY_ZERO = date(1899, 12, 30)  # spreadsheets count days from here

_BLANK = " \u00a0\u2009\u202f"  # typesetters divide thousands by blanks that are narrow or do not break
_THOUSANDS_NL = re.compile(rf"-?[1-9]\d{{0,2}}(?:[.{_BLANK}]\d{{3}})+(?:,\d+)?")
_THOUSANDS_EN = re.compile(r"-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_PLAIN_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_NUMBER = re.compile(f"(?:{_THOUSANDS_NL.pattern}|{_THOUSANDS_EN.pattern}|{_PLAIN_NUMBER.pattern})(?![\\d.,]*\\d)")
_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:[/?#].*)?", re.IGNORECASE)


def read_cell(
    property_: Property, cell: Cell, *, unit: str | None = None, codes: Mapping[str, str] | None = None
) -> Value:
    """Return the stored form of what a cell says.

    Parameters
    ----------
    property_
        What the column is for.
    cell
        As the file has it: text, number, yes or no, date.
    unit
        Unit of a bare number; the property's own unless given.
    codes
        What words of this file mean, by normalised word.

    Raises
    ------
    InputError
        It cannot be read as such a value; the sentence says what would be right.
    """
    if isinstance(cell, str):
        _refuse_formula(property_, cell)
        if len(cell) > LONGEST_SMALL and property_.type not in (ValueType.TEXT, ValueType.SHAPE):
            return _checked(property_, None, cell)
    if property_.type is ValueType.CODE:
        return _code(property_, text_of(cell), codes)
    if codes and normalise(text_of(cell)) in codes:
        cell = codes[normalise(text_of(cell))]
    if property_.type is ValueType.QUANTITY:
        return _checked(property_, _quantity(cell, unit or property_.unit or "person"), cell)
    if property_.type is ValueType.DATE:
        return _checked(property_, _date(cell), cell)
    reader = _READERS.get(property_.type)
    return check_value(property_, reader(cell) if reader else text_of(cell))


_EXAMPLES = {
    ValueType.DATE: Words(
        "28-06-2016, 28 juni 2016, juni 2016, zomer 2016 of 2016", "28-06-2016, June 2016, summer 2016 or 2016"
    ),
    ValueType.QUANTITY: Words("45, ongeveer 45, minstens 600 of € 15.000", "45, about 45, at least 600 or € 15,000"),
}
_SHORTER = Words("iets van een paar woorden", "something of a few words")


def _checked(property_: Property, value: str | None, cell: Cell) -> Value:
    """Return a value if it holds, else say what would be right in the words of who filled in the cell."""
    try:
        if value is not None:
            return check_value(property_, value)
    except InputError:
        pass
    example = _EXAMPLES.get(property_.type, _SHORTER)
    raise InputError(
        f"‘{shown(cell)}’ past niet bij {property_.words.nl}. Goed zou zijn: {example.nl}.",
        f"‘{shown(cell)}’ does not fit {property_.words.en}. Right would be: {example.en}.",
        concerning=cell,
    )


def _refuse_formula(property_: Property, cell: str) -> None:
    """Refuse a formula that has no outcome, or whose outcome is a fault."""
    if is_formula(cell):
        raise InputError(
            f"‘{shown(cell)}’ is een formule zonder uitkomst. Vul bij {property_.words.nl} de uitkomst zelf in.",
            f"‘{shown(cell)}’ is a formula without an outcome. Fill in the outcome itself for {property_.words.en}.",
            concerning=cell,
        )


def is_formula(cell: str) -> bool:
    """Whether a cell holds a formula that has no outcome, or whose outcome is a fault."""
    return cell.startswith("=") or cell in _FAULTS


def shown(cell: Cell) -> str:
    """Return the beginning of a cell, on one line, to show what is wrong with it."""
    text = " ".join(text_of(cell)[:200].split())
    return text if len(text) <= 60 else f"{text[:59]}…"


def text_of(cell: Cell) -> str:
    """Return what a cell says as text: a whole number without decimals, a day without a time."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))  # spreadsheets keep 12 as 12.0
    if isinstance(cell, datetime):
        whole_day = (cell.hour, cell.minute, cell.second) == (0, 0, 0)
        return cell.date().isoformat() if whole_day else cell.isoformat(" ", "minutes")
    return cell.isoformat() if isinstance(cell, date) else str(cell).strip()


def _code(property_: Property, cell: str, codes: Mapping[str, str] | None) -> str:
    word = normalise(cell)
    if codes and word in codes:
        return str(check_value(property_, codes[word]))
    known = _code_words(property_.vocabulary or "")
    if word not in known:
        terms = VOCABULARIES_BY_NAME[property_.vocabulary or ""].terms
        dutch, english = (", ".join(term.words.to(lang) for term in terms) for lang in ("nl", "en"))
        of_a_table = codes is not None  # only there a mapping says what words mean
        raise InputError(
            f"‘{shown(cell)}’ past niet bij {property_.words.nl}. Goed zou zijn: {dutch}"
            f"{'; of leg uit onder ‘codes’' if of_a_table else ''}.",
            f"‘{shown(cell)}’ does not fit {property_.words.en}. Right would be: {english}"
            f"{'; or explain in ‘codes’' if of_a_table else ''}.",
            concerning=cell,
        )
    return known[word]


@cache
def _code_words(vocabulary: str) -> Mapping[str, str]:
    words: dict[str, str] = {}
    for term in VOCABULARIES_BY_NAME[vocabulary].terms:
        for word in (term.code, term.code.replace("_", " "), term.words.nl, term.words.en):
            words.setdefault(normalise(word), term.code)
    return words


# ---------------------------------------------------------------------------------------------------- dates


def _date(cell: Cell) -> str | None:
    if isinstance(cell, date):
        return cell.date().isoformat() if isinstance(cell, datetime) else cell.isoformat()
    if isinstance(cell, int | float) and 18_264 <= cell < 91_314:  # 1950 to 2149; what is lower may be a year
        return (_DAY_ZERO + timedelta(days=int(cell))).isoformat()  # a date whose cell lost its format
    words = text_of(cell).lower().split()
    qualifiers = [_QUALIFIERS[word] for word in words if word in _QUALIFIERS]
    found = _plain_date(" ".join(word for word in words if word not in _QUALIFIERS and word not in _WEEKDAYS))
    return " ".join((found, *qualifiers)) if found and len(qualifiers) < 2 else None


def _plain_date(text: str) -> str | None:
    if match := _ISO.fullmatch(text):
        return "-".join([match[1], *(part.zfill(2) for part in (match[3], match[4]) if part)])
    if match := _DAY_FIRST.fullmatch(text):
        return "-".join([match[3], match[2].zfill(2), *([match[1].zfill(2)] if match[1] else [])])
    match = _IN_WORDS.fullmatch(text.replace(".", ""))
    if match and match[2] in _MONTHS:
        day = f"-{match[1].zfill(2)}" if match[1] else ""
        return f"{match[3]}-{_MONTHS[match[2]]:02d}{day}"
    return None


# ---------------------------------------------------------------------------------------------------- numbers


def _quantity(cell: Cell, unit: str) -> str | None:
    """Return a quantity in its stored form; None where it is no number in words that we know."""
    if isinstance(cell, bool | date):
        return None
    if isinstance(cell, int | float):
        return str(Quantity(float(cell), unit)) if (0 if unit not in _BELOW_ZERO else -1e15) <= cell < 1e15 else None
    text = cell.strip().lower().replace("’", "'")
    word = next((word for word in sorted(_BOUNDS, key=len, reverse=True) if text.startswith(word)), None)
    rest = text[len(word or "") :].lstrip(" .:=")
    for sign, currency in _CURRENCIES.items():
        if rest.startswith(sign) or rest.endswith(sign):
            rest, unit = rest.removeprefix(sign).removesuffix(sign).strip(), currency
    match = _NUMBER.match(rest)
    if match is None:
        return None
    scale, tail = _scale(rest[match.end() :].strip(" ,-="))
    if tail and find_unit(tail) is None:
        return None
    unit, value = find_unit(tail) or unit, parse_number(match[0]) * scale
    if value < 0 and unit not in _BELOW_ZERO:
        return None
    return str(Quantity(value, unit, _BOUNDS[word] if word else Bound.EXACT))


def _scale(tail: str) -> tuple[float, str]:
    """Divide what follows a number into how many times it counts (miljoen), and a unit."""
    first, _, rest = tail.partition(" ")
    factor = _SCALES.get(first.rstrip("."))
    return (1.0, tail) if factor is None else (factor, rest.strip())


@cache
def find_unit(word: str) -> str | None:
    """Return the code of the unit that a word (in lower case) stands for; None for an unknown word, or for none."""
    word = "percent" if word == "%" else word.replace("'", "’")
    for code, (one, many) in UNITS.items():
        if word in (code.lower(), one.nl.lower(), many.nl.lower(), one.en.lower(), many.en.lower()):
            return code
    return None


def parse_number(text: str) -> float:
    """Read a number with Dutch or English marks: ``1.250``, ``12,5``, ``1,250.5``; ``0.125`` is less than one.

    Raises
    ------
    ValueError
        It is no number.
    """
    text = text.strip()
    if _THOUSANDS_NL.fullmatch(text):
        text = re.sub(rf"[.{_BLANK}]", "", text).replace(",", ".")
    elif _THOUSANDS_EN.fullmatch(text):
        text = text.replace(",", "")
    elif _PLAIN_NUMBER.fullmatch(text):
        text = text.replace(",", ".")
    else:
        raise ValueError(text[:60])
    return float(text)


def _number(cell: Cell) -> Value:
    if isinstance(cell, bool | date):
        return str(cell)
    if isinstance(cell, int | float):
        return cell
    try:
        return parse_number(cell)
    except ValueError:
        return cell  # the check says what would be right


def _yes_no(cell: Cell) -> Value:
    word = normalise(text_of(cell))
    return True if word in _YES else False if word in _NO else text_of(cell)


def _address(cell: Cell) -> Value:
    text = text_of(cell)
    return f"https://{text}" if _DOMAIN.fullmatch(text) else text


_READERS = {
    ValueType.NUMBER: _number,
    ValueType.INTEGER: _number,
    ValueType.YES_NO: _yes_no,
    ValueType.WEB_ADDRESS: _address,
}
