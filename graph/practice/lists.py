"""What the lists know of the city: which of them mentions whom, under which spelling, and what nobody wrote down.

The truth is one; the lists are several, of different dates, and never quite agree.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graph.practice.agreements import Grant
from graph.practice.draws import BoolArray, Draws, IntArray
from graph.practice.initiatives import ENDED, FORMS, RUNNING, STARTING
from graph.practice.names import Names, Register, other_spelling
from graph.practice.partnerships import Partnerships

DUPLICATES = 0.03  # of the initiatives stand in a second list under another spelling
_LISTED_BEFORE = 0.72  # how many initiatives of 2023 and older the inventory of 2024 mentions
_IN_THE_SCAN = 0.72  # how many partnerships the network scan of 2025 mentions
_IN_THE_TALKS = 0.45  # and the neighbourhood talks of 2024, of those that existed then
_KNOWN = {
    "form": 0.85,
    "began": 0.88,
    "members": 0.84,
    "volunteers": 0.74,
    "groups": 0.86,
    "website": 0.45,
    "neighbourhood": 0.6,
    "wishes": 0.88,
}
"""How often the list of 2025 knows a thing, and how often the neighbourhood scan heard what one needs and offers."""


@dataclass(frozen=True, slots=True)
class Lists:
    """What the lists say, beside the truth: arrays of n unless said otherwise.

    Parameters
    ----------
    known
        For each of the keys of what may be unknown, which initiatives it is known of.
    inventoried
        Which initiatives the inventory of 2024 mentions.
    members_before, members_asked
        Members according to the inventory of 2024, and according to a request for a grant.
    phases_before
        Phases according to the inventory.
    spellings
        For some initiatives another spelling; the inventory uses it for those it mentions, else the list of grants.
    updated
        When the list of 2025 last changed their row, in days after the first of March.
    scanned, talked : (m,) which partnerships the scan of 2025 and the talks of 2024 mention
    """

    known: dict[str, BoolArray]
    inventoried: BoolArray
    members_before: IntArray
    members_asked: IntArray
    phases_before: IntArray
    spellings: dict[int, str]
    updated: IntArray
    scanned: BoolArray
    talked: BoolArray


def draw_lists(
    register: Register, partnerships: Partnerships, grants: list[Grant], taken: Names, *, seed: int
) -> Lists:
    """Return what the lists say.

    Parameters
    ----------
    register, partnerships, grants
        The truth.
    taken
        The names that are taken; other spellings are added.
    seed
        Seed of the city.

    Raises
    ------
    Nothing.
    """
    initiatives = register.initiatives
    draws, count = Draws(seed, "lists"), len(initiatives)
    inventoried = (initiatives.began > 0) & (initiatives.began < 2024) & (draws.uniform(count) < _LISTED_BEFORE)
    drift = 0.6 + 0.45 * draws.uniform(count)
    asked = 0.85 + 0.4 * draws.uniform(count)
    moved = draws.uniform(count) < 0.35
    before = np.where(moved & (initiatives.phases > STARTING), initiatives.phases - 1, initiatives.phases)
    before = np.where((initiatives.phases == ENDED) & (initiatives.ended >= 2024), RUNNING, before)
    mentioned = inventoried | np.isin(np.arange(count), [grant.initiative for grant in grants])
    scanned, talked = _mentions(partnerships, draws)
    return Lists(
        known={what: draws.uniform(count) < share for what, share in _KNOWN.items()},
        inventoried=inventoried,
        members_before=np.round(initiatives.members * drift).astype(np.int64),
        members_asked=np.round(initiatives.members * asked, -1).astype(np.int64),
        phases_before=before,
        spellings=_spellings(register, np.flatnonzero(mentioned), taken, draws),
        updated=draws.integers(count, 270),
        scanned=scanned,
        talked=talked,
    )


def _mentions(partnerships: Partnerships, draws: Draws) -> tuple[BoolArray, BoolArray]:
    """Return which partnerships each list mentions: at least one of them, and neither those left out."""
    count = len(partnerships)
    talked = (partnerships.since < 2024) & (draws.uniform(count) < _IN_THE_TALKS)
    scanned = (draws.uniform(count) < _IN_THE_SCAN) | ~talked
    return scanned & ~partnerships.left_out, talked & ~partnerships.left_out


def _spellings(register: Register, mentioned: IntArray, taken: Names, draws: Draws) -> dict[int, str]:
    found: dict[int, str] = {}
    wished = round(DUPLICATES * len(register.names))
    for place in mentioned[draws.order(len(mentioned))].tolist():
        if len(found) == wished:
            break
        form = list(FORMS)[int(register.initiatives.forms[place])]
        spellings = other_spelling(register.names[place], form, register.place_of(place), draws)
        free = [each for each in spellings if taken.is_free(each)]
        if free:
            found[place] = taken.take(free[:1])
    return dict(sorted(found.items()))
