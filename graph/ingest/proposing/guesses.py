"""Guesses what a column holds, with how sure that is and why: its header and its cells each have a say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph.ingest.proposing.header_words import EXACT, NAMING, roles_of
from graph.ingest.proposing.profiles import Profile
from graph.ingest.proposing.value_sorts import CONTACTS, Sort
from graph.schema.words import Words


class Certainty(StrEnum):
    """How sure a guess is."""

    SURE = "sure"
    LIKELY = "likely"
    GUESS = "guess"

    @property
    def words(self) -> Words:
        """It in Dutch and English."""
        return {"sure": Words("zeker", "sure"), "likely": Words("waarschijnlijk", "likely"),
                "guess": Words("gok", "guess")}[self.value]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Guess:
    """What a column is taken for.

    Parameters
    ----------
    profile
        What its cells look like.
    role
        What it holds; empty where nothing is known of it.
    certainty
        How sure that is.
    why
        What tells so.
    kept_out
        Whether the column is left out whatever the rest of the table is.
    decided
        Whether a person said what it holds.
    """

    profile: Profile
    role: str
    certainty: Certainty
    why: Words
    kept_out: bool = False
    decided: bool = False

    @property
    def header(self) -> str:
        """Header of the column."""
        return self.profile.header

    @property
    def names(self) -> bool:
        """Whether its cells name things."""
        return self.role in NAMING or self.role == "name"


_MOSTLY = 0.7
"""Part of the cells that is to look alike before the cells say what a column is."""

_NUMBERS = (Sort.WHOLE, Sort.NUMBER, Sort.YEAR, Sort.MONEY, Sort.CBS_BARE)
_WORDS = (Sort.TEXT, Sort.BODY, Sort.LONG)

# What cells are to look like under a header, for the header to be believed.
_FITTING: dict[str, tuple[Sort, ...]] = {
    "amount": _NUMBERS, "population": _NUMBERS, "members": _NUMBERS, "volunteers": _NUMBERS, "attendance": _NUMBERS,
    "year": (Sort.YEAR, Sort.DATE), "date": (Sort.DATE, Sort.YEAR), "started_on": (Sort.DATE, Sort.YEAR),
    "ended_on": (Sort.DATE, Sort.YEAR), "stated_on": (Sort.DATE, Sort.YEAR), "website": (Sort.WEB,),
    "cbs_code": (Sort.CBS, Sort.CBS_BARE, Sort.YEAR, Sort.WHOLE),
    "kvk_number": (Sort.WHOLE, Sort.CBS_BARE, Sort.CITIZEN), "rsin": (Sort.WHOLE, Sort.CITIZEN, Sort.PHONE),
    "phase": _WORDS, "legal_form": _WORDS, "sector": _WORDS, "role": _WORDS, "summary": (*_WORDS, Sort.WEB),
    "currency": _WORDS, "venue": (*_WORDS, Sort.POSTCODE),
    **dict.fromkeys((*NAMING, "name"), (*_WORDS, Sort.DATE)),
}  # fmt: skip
_BY_CELLS = (
    (Sort.WEB, "website"), (Sort.CBS, "cbs_code"), (Sort.MONEY, "amount"), (Sort.YEAR, "year"), (Sort.DATE, "date"),
    (Sort.BODY, "organisation"),
)  # fmt: skip

CONTACT_WORDS = {
    Sort.EMAIL: Words("e-mailadressen", "e-mail addresses"),
    Sort.PHONE: Words("telefoonnummers", "telephone numbers"),
    Sort.IBAN: Words("bankrekeningen", "bank accounts"),
    Sort.CITIZEN: Words("burgerservicenummers (elfproef)", "citizen numbers (check of eleven)"),
}
"""What is kept out, in words."""
_KEPT_OUT = {
    "email": CONTACT_WORDS[Sort.EMAIL], "phone": CONTACT_WORDS[Sort.PHONE], "iban": CONTACT_WORDS[Sort.IBAN],
    "citizen": Words("gegevens van burgers", "data of citizens"), "address": Words("adressen", "addresses"),
}  # fmt: skip
_OF_BODIES = ("kvk_number", "rsin", "charity_number", "key", "cbs_code", "amount")


def guess(profile: Profile) -> Guess:
    """Return what a column is taken for."""
    if not profile.filled:
        return Guess(profile, "", Certainty.SURE, Words("de kolom is leeg", "the column is empty"), kept_out=True)
    found = roles_of(profile.header)
    best = found[0] if found else None
    contact = _contact(profile, best[1] if best else "")
    if contact is not None:
        return contact
    for fit, role, word in found:
        share = profile.share(*_FITTING[role]) if role in _FITTING else 1.0
        if share >= 0.5:
            return Guess(profile, role, _certainty(fit, share), _because(profile, word, share))
    by_cells = _by_cells(profile)
    if by_cells is not None:
        return by_cells
    return Guess(profile, "", Certainty.GUESS, _looks(profile))


def _contact(profile: Profile, role: str) -> Guess | None:
    """Return the guess that a column holds what is kept out: because its header or most of its cells say so."""
    for sort in CONTACTS:
        needed = 0.95 if sort is Sort.CITIZEN else 0.5
        of_body = sort in (Sort.CITIZEN, Sort.PHONE) and role in _OF_BODIES
        if profile.share(sort) >= needed and not of_body:
            return _kept(profile, CONTACT_WORDS[sort], profile.sorts[sort], Certainty.SURE)
    if role in _KEPT_OUT:
        return _kept(profile, _KEPT_OUT[role], profile.filled, Certainty.SURE)
    return None


def _kept(profile: Profile, what: Words, count: int, certainty: Certainty) -> Guess:
    why = Words(
        f"{count} cellen met {what.nl}: contact- en persoonsgegevens horen niet in Wijkweb",
        f"{count} cells with {what.en}: contact details and personal data do not belong in Wijkweb",
    )
    return Guess(profile, "contact", certainty, why, kept_out=True)


def _certainty(fit: int, share: float) -> Certainty:
    if fit == EXACT and share >= _MOSTLY:
        return Certainty.SURE
    return Certainty.LIKELY if fit >= EXACT - 1 or share >= 0.95 else Certainty.GUESS


def _because(profile: Profile, word: str, share: float) -> Words:
    looks = _looks(profile)
    part = "" if share >= 0.995 else f" ({share:.0%})"
    return Words(f"kop: ‘{word}’; {looks.nl}{part}", f"header: ‘{word}’; {looks.en}{part}")


def _by_cells(profile: Profile) -> Guess | None:
    for sort, role in _BY_CELLS:
        share = profile.share(sort)
        if share >= (0.3 if sort is Sort.BODY else _MOSTLY):
            certainty = Certainty.LIKELY if share >= 0.9 and sort is not Sort.YEAR else Certainty.GUESS
            looks = _looks(profile)
            why = Words(f"de kop zegt het niet; {looks.nl}", f"the header does not tell; {looks.en}")
            return Guess(profile, role, certainty, why)
    return None


_LOOKS = {
    Sort.WEB: Words("webadressen", "web addresses"), Sort.CBS: Words("CBS-codes", "CBS codes"),
    Sort.CBS_BARE: Words("codes met een nul vooraan", "codes that begin with a nought"),
    Sort.DATE: Words("datums", "dates"), Sort.YEAR: Words("jaartallen", "years"), Sort.MONEY: Words("geld", "money"),
    Sort.WHOLE: Words("hele getallen", "whole numbers"), Sort.NUMBER: Words("getallen", "numbers"),
    Sort.YES_NO: Words("ja of nee", "yes or no"), Sort.BODY: Words("namen van instellingen", "names of institutions"),
    Sort.LONG: Words("lange teksten", "long texts"), Sort.TEXT: Words("korte teksten", "short texts"),
    Sort.POSTCODE: Words("postcodes", "postcodes"), Sort.NOBODY: Words("niets", "nothing"), **CONTACT_WORDS,
}  # fmt: skip


def _looks(profile: Profile) -> Words:
    (sort, count), *_ = profile.sorts.most_common(1)
    what, different = _LOOKS[sort], len(profile.values)
    share = "" if count == profile.filled else f"{count / profile.filled:.0%} "
    return Words(
        f"{profile.filled} van {profile.rows} gevuld, {different} verschillend, {share}{what.nl}",
        f"{profile.filled} of {profile.rows} filled, {different} different, {share}{what.en}",
    )
