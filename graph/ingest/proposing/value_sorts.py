"""Recognises what a single cell looks like: a date, money, a code, an address, somebody's number, nobody at all."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from graph.errors import InputError
from graph.ingest.cells import LONGEST_SMALL, Cell, parse_number, read_cell, text_of
from graph.private_numbers import IBAN, is_citizen_number, is_iban
from graph.schema.model import node_properties
from graph.schema.words import normalise


class Sort(StrEnum):
    """What a cell looks like."""

    EMAIL = "email"
    PHONE = "phone"
    IBAN = "iban"
    CITIZEN = "citizen number"
    POSTCODE = "postcode"
    WEB = "web address"
    CBS = "CBS code"
    CBS_BARE = "CBS code without letters"
    DATE = "date"
    YEAR = "year"
    MONEY = "money"
    WHOLE = "whole number"
    NUMBER = "number"
    YES_NO = "yes or no"
    NOBODY = "nobody"
    BODY = "name of an institution"
    LONG = "long text"
    TEXT = "text"


CONTACTS = (Sort.EMAIL, Sort.PHONE, Sort.IBAN, Sort.CITIZEN)
"""What is kept out, wherever it stands."""

NOBODY_WORDS = ("(Particulier)", "particulieren", "n.v.t.", "nvt", "niet van toepassing", "diversen",
                "divers", "X", "XX", "onbekend", "geen", "anoniem", "n/a", "none", "unknown", "various", "?", "nihil",
                "leeg", "overige",
                "(leeg)", "not applicable", "anonymous")  # fmt: skip
"""What people write where a name should be and there is none."""
_NOBODY = frozenset(map(normalise, NOBODY_WORDS))

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w.,-])(?:\+\d{2}|0031|0)[\s().-]*\d(?:[\s().-]?\d){7,9}(?![\w,-])")
_DIGITS = re.compile(r"(?<![\w.,-])\d{8,9}(?![\w,-])")
_POSTCODE = re.compile(r"[1-9]\d{3} ?[A-Z]{2}", re.IGNORECASE)
_WEB = re.compile(
    r"(?:https?://|www\.)\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:nl|com|org|net|eu|info|be|nu)(?:/\S*)?", re.I
)
_CBS = re.compile(r"(?:GM\d{4}|WK\d{6}|BU\d{8})", re.IGNORECASE)
_CBS_BARE = re.compile(r"\d{4}|\d{6}|\d{8}")
_MONEY = re.compile(r"(?:€|eur\b|euro\b|£|gbp\b|\$)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d{2}")
_YES_NO = frozenset(("ja", "nee", "j", "n", "yes", "no", "y", "true", "false", "waar", "onwaar"))
_BODY = re.compile(
    r"\b(?:stg|stichting|st|vereniging|ver|bv|b v|nv|n v|vof|cooperatie|cooperatief|u a|maatschap|gemeente|ministerie|"
    r"provincie|ggd|ggz|fonds|universiteit|hogeschool|ziekenhuis|woningcorporatie|corporatie|wooncorporatie|bank|"
    r"zorgverzekeraar|foundation|association|trust|ltd|limited|council|charity|fund|instituut|institute|dienst|"
    r"bibliotheek|school|college|thuiszorg|zorggroep|welzijn|centrum|holding|federatie|bond|raad|kerk)\b"
)
_FORMS = ((_CBS, Sort.CBS), (_WEB, Sort.WEB), (_POSTCODE, Sort.POSTCODE))
_LONG = 120
_LONGEST_AMOUNT = 40


def sort_of(cell: Cell) -> Sort:
    """Return what a cell looks like, the surest first.

    Examples
    --------
    >>> [sort_of(cell).value for cell in ("GM0518", "EUR 15.000", "juni 2016", "n.v.t.", "Stichting De Kas", 2015)]
    ['CBS code', 'money', 'date', 'nobody', 'name of an institution', 'year']
    """
    if isinstance(cell, bool):
        return Sort.YES_NO
    if isinstance(cell, date):
        return Sort.DATE
    text = text_of(cell)
    if isinstance(cell, int | float):
        return _sort_of_number(text)
    if len(text) > LONGEST_SMALL:
        return Sort.LONG
    return _sort_of_small(text)


def _sort_of_small(text: str) -> Sort:
    contact = contact_in(text, whole=True)
    by_form = next((sort for pattern, sort in _FORMS if pattern.fullmatch(text)), None)
    word = normalise(text)
    if contact or by_form:
        return contact or by_form or Sort.TEXT
    if word in _NOBODY:
        return Sort.NOBODY
    if word in _YES_NO:
        return Sort.YES_NO
    amount = _sort_of_amount(text)
    if amount is not None:
        return amount
    if _BODY.search(word):
        return Sort.BODY
    return Sort.LONG if len(text) > _LONG else Sort.TEXT


def _sort_of_amount(text: str) -> Sort | None:
    """Return which number, sum or date a text says; None where it says none."""
    if _is_number(text):
        return _sort_of_number(text)
    if len(text) > _LONGEST_AMOUNT:
        return None
    if _MONEY.search(text) and (_reads("amount", text) or _is_number(_MONEY.sub("", text))):
        return Sort.MONEY
    if _reads("started_on", text):
        return Sort.DATE
    return Sort.NUMBER if _reads("members", text) else None


def _sort_of_number(text: str) -> Sort:
    if _YEAR.fullmatch(text):
        return Sort.YEAR
    if _CBS_BARE.fullmatch(text) and text.startswith("0"):
        return Sort.CBS_BARE
    return Sort.WHOLE if re.fullmatch(r"-?\d+", text) else Sort.NUMBER


def _is_number(text: str) -> bool:
    try:
        parse_number(text)
    except ValueError:
        return False
    return True


def _reads(name: str, text: str) -> bool:
    try:
        read_cell(node_properties()[name], text)
    except InputError:
        return False
    return True


def contact_in(text: str, *, whole: bool = False) -> Sort | None:
    """Return which contact detail or number of somebody a text holds; None where it holds none.

    Parameters
    ----------
    text
        Any text.
    whole
        Whether the text is to be nothing else.
    """
    for pattern, sort, holds in _CONTACTS:
        found = pattern.fullmatch(text) if whole else pattern.search(text)
        if found and holds(found[0]):
            return sort
    return None


_CONTACTS = (
    (_EMAIL, Sort.EMAIL, bool),
    (IBAN, Sort.IBAN, is_iban),
    (_DIGITS, Sort.CITIZEN, is_citizen_number),
    (_PHONE, Sort.PHONE, bool),
)
