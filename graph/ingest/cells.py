"""Reads cells as Dutch and English people write them, into the stored form of a value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache

from graph.errors import InputError
from graph.schema.declaration import Property, ValueType
from graph.schema.model import VOCABULARIES_BY_NAME, check_value
from graph.schema.values import UNITS, Value
from graph.schema.words import Words, normalise

Cell = str | int | float | bool | date | datetime

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("januari jan january", "februari feb february", "maart mrt mar march", "april apr", "mei may", "juni jun june",
         "juli jul july", "augustus aug august", "september sep sept", "oktober okt oct october", "november nov",
         "december dec"), 1)
    for name in names.split()
}  # fmt: skip
_QUALIFIERS = {"medio": "mid", "half": "mid", "mid": "mid", "voorjaar": "spring", "lente": "spring", "spring": "spring",
               "zomer": "summer", "summer": "summer", "najaar": "autumn", "herfst": "autumn", "autumn": "autumn",
               "winter": "winter"}  # fmt: skip
_BOUNDS = {
    word: bound
    for bound, words in (
        ("about", ("ongeveer", "circa", "ca", "zo'n", "zo’n", "±", "~", "about")),
        ("at least", ("minstens", "minimaal", "ten minste", "at least", "≥")),
        ("at most", ("hoogstens", "maximaal", "ten hoogste", "at most", "≤")),
    )
    for word in words
}
_CURRENCIES = {"€": "EUR", "eur": "EUR", "euro": "EUR"}
_YES = frozenset(("ja", "j", "yes", "y", "true", "waar", "x", "1"))
_NO = frozenset(("nee", "n", "no", "false", "onwaar", "0"))

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_IN_WORDS = re.compile(r"(?:(\d{1,2}) )?([a-z]+) (\d{4})")
_NUMBER = re.compile(r"-?\d{1,3}(?:[.\s  ]\d{3})+(?:,\d+)?|-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:[.,]\d+)?")


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
    if property_.type is ValueType.CODE:
        return _code(property_, str(cell), codes or {})
    if codes and normalise(str(cell)) in codes:
        cell = codes[normalise(str(cell))]
    if property_.type is ValueType.QUANTITY:
        return _checked(property_, _quantity(cell, unit or property_.unit or "person"), cell)
    if property_.type is ValueType.DATE:
        return _checked(property_, _date(cell), cell)
    reader = _READERS.get(property_.type)
    return check_value(property_, reader(cell) if reader else _text(cell))


_EXAMPLES = {
    ValueType.DATE: Words(
        "28-06-2016, 28 juni 2016, juni 2016, zomer 2016 of 2016", "28-06-2016, June 2016, summer 2016 or 2016"
    ),
    ValueType.QUANTITY: Words("45, ongeveer 45, minstens 600 of € 15.000", "45, about 45, at least 600 or € 15,000"),
}


def _checked(property_: Property, value: str | None, cell: Cell) -> Value:
    """Return a value if it holds, else say what would be right in the words of who filled in the cell."""
    try:
        if value is not None:
            return check_value(property_, value)
    except InputError:
        pass
    shown, example = _shown(cell), _EXAMPLES[property_.type]
    raise InputError(
        f"‘{shown}’ past niet bij {property_.words.nl}. Goed zou zijn: {example.nl}.",
        f"‘{shown}’ does not fit {property_.words.en}. Right would be: {example.en}.",
        concerning=cell,
    )


def _shown(cell: Cell) -> str:
    text = _text(cell)
    return text if len(text) <= 60 else f"{text[:59]}…"


def _text(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))  # spreadsheets keep 12 as 12.0
    return cell.isoformat() if isinstance(cell, date) else str(cell).strip()


def _code(property_: Property, cell: str, codes: Mapping[str, str]) -> str:
    word = normalise(cell)
    if word in codes:
        return str(check_value(property_, codes[word]))
    known = _code_words(property_.vocabulary or "")
    if word not in known:
        terms = VOCABULARIES_BY_NAME[property_.vocabulary or ""].terms
        dutch, english = (", ".join(term.words.to(lang) for term in terms) for lang in ("nl", "en"))
        raise InputError(
            f"‘{_shown(cell)}’ past niet bij {property_.words.nl}. Goed zou zijn: {dutch}; of leg uit onder ‘codes’.",
            f"‘{_shown(cell)}’ does not fit {property_.words.en}. Right would be: {english}; or explain in ‘codes’.",
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


def _date(cell: Cell) -> str | None:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    words = _text(cell).lower().replace("’", "'").split()
    qualifier = next((_QUALIFIERS[word] for word in words if word in _QUALIFIERS), "")
    found = _plain_date(" ".join(word for word in words if word not in _QUALIFIERS))
    return f"{found} {qualifier}" if found and qualifier else found


def _plain_date(text: str) -> str | None:
    if match := _ISO.fullmatch(text):
        return "-".join([match[1], *(part.zfill(2) for part in match.groups()[1:] if part)])
    if match := _DAY_FIRST.fullmatch(text):
        return f"{match[3]}-{match[2].zfill(2)}-{match[1].zfill(2)}"
    match = _IN_WORDS.fullmatch(text.replace(".", ""))
    if match and match[2] in _MONTHS:
        day = f"-{match[1].zfill(2)}" if match[1] else ""
        return f"{match[3]}-{_MONTHS[match[2]]:02d}{day}"
    return None


def _quantity(cell: Cell, unit: str) -> str | None:
    """Return a quantity in its stored form; None where it is no number in words that we know."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return f"{_plain(float(cell))} {unit}"
    text = str(cell).strip().lower()
    bound = next((word for word in sorted(_BOUNDS, key=len, reverse=True) if text.startswith(word)), "")
    rest = text[len(bound) :].strip(" .:=")
    for sign, currency in _CURRENCIES.items():
        if rest.startswith(sign) or rest.endswith(sign):
            rest, unit = rest.removeprefix(sign).removesuffix(sign).strip(" ,-"), currency
    match = _NUMBER.match(rest)
    if match is None:
        return None
    tail = rest[match.end() :].strip(" ,-")
    number = _plain(parse_number(match[0]))
    prefix = f"{_BOUNDS[bound]} " if bound else ""
    return f"{prefix}{number} {_unit(tail) or unit}" if not tail or _unit(tail) else None


@cache
def _unit(word: str) -> str | None:
    """Return the unit that a word stands for, None for no or an unknown word."""
    word = word.replace("'", "’")
    for code, (one, many) in UNITS.items():
        if word in (code.lower(), one.nl.lower(), many.nl.lower(), one.en.lower(), many.en.lower()):
            return code
    return None


def parse_number(text: str) -> float:
    """Read a number with Dutch or English marks: ``1.250``, ``12,5``, ``1,250.5``.

    Raises
    ------
    ValueError
        It is no number.
    """
    text = re.sub(r"[\s  ]", "", text)
    if re.fullmatch(r"-?\d{1,3}(\.\d{3})+(,\d+)?", text):
        text = text.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", text):
        text = text.replace(",", "")
    else:
        text = text.replace(",", ".")
    return float(text)


def _plain(number: float) -> str:
    return str(int(number)) if number.is_integer() else format(number, ".10f").rstrip("0")


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
    word = normalise(str(cell))
    return True if word in _YES else False if word in _NO else _text(cell)


def _address(cell: Cell) -> Value:
    text = _text(cell)
    return f"https://{text}" if text.lower().startswith("www.") else text


_READERS = {
    ValueType.NUMBER: _number,
    ValueType.INTEGER: _number,
    ValueType.YES_NO: _yes_no,
    ValueType.WEB_ADDRESS: _address,
}
