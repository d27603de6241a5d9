"""Decides what one row of a table becomes: which column names the thing itself, and of which kind that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.ingest.proposing.guesses import Certainty, Guess
from graph.ingest.proposing.value_sorts import Sort
from graph.schema.words import Words

KIND_OF_ROLE = {
    "initiative": "Initiative", "organisation": "Organisation", "partner": "Organisation", "funder": "Organisation",
    "recipient": "Organisation", "programme": "Programme", "meeting": "Meeting", "person": "Person", "area": "Area",
    "theme": "Topic", "activity": "Topic", "target_group": "Topic", "needs": "Topic", "offers": "Topic",
}  # fmt: skip
"""Kind of what a column of some role names."""

_WEIGHTS = {"initiative": 0.4, "name": 0.45, "meeting": 0.3, "organisation": 0.25, "programme": 0.1, "person": 0.05,
            "area": 0.1}  # fmt: skip
_OF_INITIATIVES = ("phase", "members", "volunteers", "needs", "offers", "partner")
_NAMES_ENOUGH = 0.5  # of fewer, a word in each name says which it is: see `mixtures`


@dataclass(frozen=True, slots=True)
class Shape:
    """What a row becomes.

    Parameters
    ----------
    kind
        Kind of the thing itself.
    main
        The column that names it; None where several columns together do, as for a grant.
    certainty
        How sure that is.
    why
        What tells so.
    told
        Whether columns tell the kind, and not the names alone.
    decided
        Whether a person said so: then all rows are of that kind.
    """

    kind: str
    main: Guess | None
    certainty: Certainty
    why: Words
    told: bool = False
    decided: bool = False


def bare_role(role: str) -> str:
    """Return a role without what it says of the level of an area."""
    return role.partition(":")[0]


def shape_of(guesses: Sequence[Guess]) -> Shape | None:
    """Return what a row becomes; None where no column names anything.

    Parameters
    ----------
    guesses
        What each column is taken for, in the order of the table.
    """
    roles = {bare_role(one.role): one for one in reversed(guesses) if not one.kept_out}
    if "amount" in roles and ("recipient" in roles or {"funder", "organisation"} <= roles.keys()):
        title = roles.get("name")
        return Shape("Agreement", title, Certainty.LIKELY, Words(
            "een rij noemt wie geld geeft of krijgt en een bedrag: een subsidie",
            "a row names who gives or receives money and an amount: a grant"))  # fmt: skip
    naming = [one for one in guesses if bare_role(one.role) in _WEIGHTS and not one.kept_out]
    if not naming:
        return _nameless(guesses)
    main = max(naming, key=lambda one: _weight(one, naming))
    told = any(bare_role(one.role) in _OF_INITIATIVES for one in guesses)
    return Shape(*_kind(main, roles, guesses), told=told)


def _weight(one: Guess, naming: Sequence[Guess]) -> float:
    first = 0.3 if one is naming[0] else 0.0
    sure = {Certainty.SURE: 0.2, Certainty.LIKELY: 0.1, Certainty.GUESS: 0.0}[one.certainty]
    filled = one.profile.filled / max(one.profile.rows, 1)
    return one.profile.distinct * filled + first + sure + _WEIGHTS[bare_role(one.role)]


def _kind(main: Guess, roles: dict[str, Guess], guesses: Sequence[Guess]) -> tuple[str, Guess, Certainty, Words]:
    role, header = bare_role(main.role), main.header
    if role != "name":
        why = Words(f"‘{header}’ verschilt per rij", f"‘{header}’ differs by row")
        return KIND_OF_ROLE[role], main, main.certainty, why
    if "cbs_code" in roles or "population" in roles:
        return (
            "Area",
            main,
            Certainty.LIKELY,
            Words("er staan codes of inwoners bij", "codes or inhabitants go with it"),
        )
    if ("date" in roles and ("venue" in roles or "attendance" in roles)) or "meeting" in roles:
        return "Meeting", main, Certainty.LIKELY, Words("datum en plaats staan erbij", "a date and venue go with it")
    telling = [one.header for one in guesses if bare_role(one.role) in _OF_INITIATIVES]
    if telling:
        shown = ", ".join(f"‘{one}’" for one in telling[:3])
        why = Words(f"{shown} horen bij initiatieven", f"{shown} go with initiatives")
        return "Initiative", main, Certainty.LIKELY, why
    reached = any(one.kept_out and one.role == "contact" for one in guesses)
    if "role" in roles and ("organisation" in roles or reached):
        return "Person", main, Certainty.LIKELY, Words("functie en organisatie staan erbij", "a role goes with it")
    if main.profile.share(Sort.BODY) > _NAMES_ENOUGH or "sector" in roles or "kvk_number" in roles:
        why = Words("de namen zijn die van instellingen", "the names are those of institutions")
        return "Organisation", main, Certainty.LIKELY, why
    return "Initiative", main, Certainty.GUESS, Words("niets wijst op iets anders", "nothing tells otherwise")


def _nameless(guesses: Sequence[Guess]) -> Shape | None:
    """Take the column of short texts that differ most for the name, where no header says what names the row."""
    short = [one for one in guesses if not one.kept_out and one.profile.share(Sort.TEXT, Sort.BODY) > 0.5]
    if not short:
        return None
    main = max(short, key=lambda one: (one.profile.distinct * one.profile.filled, -one.profile.place))
    body = main.profile.share(Sort.BODY) > _NAMES_ENOUGH
    return Shape("Organisation" if body else "Initiative", main, Certainty.GUESS, Words(
        f"‘{main.header}’ verschilt het meest per rij", f"‘{main.header}’ differs most by row"))  # fmt: skip
