"""Partnerships by a known model, so that who predicts them can be measured; a fifth of them no file mentions.

For pairs that could meet (same group, same or bordering district, a shared person or meeting, a few by chance) the odds
of working together are a sum of named terms, as in a logistic regression; the terms that hold are the reasons that
planted a partnership. Some more close a triangle, as partners introduce each other, and a few are mere chance.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graph.practice.acquaintance import TERMS, Ground, keys_of, pairs_that_could_meet
from graph.practice.draws import BoolArray, Draws, FloatArray, IntArray
from graph.practice.initiatives import ENDED, IDEA, LAST_YEAR, Initiatives

INTRODUCED = "common_partner"
"""The reason of a partnership into which a common partner introduced both."""
CHANCE = "chance"
"""The reason of a partnership that has none: some people just happen to meet."""
_INTRODUCED_BIT = len(TERMS)

PARTNERS_AN_INITIATIVE = 3.1  # in the mean; with the drive of the initiatives, most have none to three
_BY_CHANCE = 0.05  # of all partnerships
_BY_INTRODUCTION = 0.13
LEFT_OUT = 0.2
STATUSES = ("in gesprek", "voorgenomen", "loopt", "gestopt")
TALKING, INTENDED, ACTIVE, OVER = range(4)
_STATUS_WEIGHTS = (17, 9, 68, 6)


@dataclass(frozen=True, slots=True)
class Partnerships:
    """The true partnerships: arrays of m, sorted by pair.

    Parameters
    ----------
    pairs : (m, 2) indices of initiatives, the lower first
    reasons : (m,) mask over `TERMS` and then `INTRODUCED`; 0 for chance
    statuses : (m,) index into `STATUSES`
    since : (m,) year
    left_out : (m,) True where no file mentions it
    """

    pairs: IntArray
    reasons: IntArray
    statuses: IntArray
    since: IntArray
    left_out: BoolArray

    def __len__(self) -> int:
        return len(self.pairs)

    def reasons_of(self, place: int) -> list[str]:
        """Return the names of the terms that planted one partnership.

        Raises
        ------
        Nothing.
        """
        mask = int(self.reasons[place])
        return [name for bit, name in enumerate((*TERMS, INTRODUCED)) if mask >> bit & 1] or [CHANCE]

    def hidden(self) -> set[tuple[int, int]]:
        """Return the pairs that no file mentions, the lower index first.

        Raises
        ------
        Nothing.
        """
        return {(one, other) for one, other in self.pairs[self.left_out].tolist()}


def draw_partnerships(ground: Ground, seed: int) -> Partnerships:
    """Return the true partnerships.

    Parameters
    ----------
    ground
        What they grow on.
    seed
        Seed of the city.

    Raises
    ------
    Nothing.

    Notes
    -----
    Linear in the number of pairs that could meet.
    """
    draws, count = Draws(seed, "partnerships"), len(ground.initiatives)
    keys, mask = pairs_that_could_meet(ground, draws)
    keys, mask = _of_one_time(keys, mask, ground.initiatives)
    wished = PARTNERS_AN_INITIATIVE / 2 * count
    likely = _probabilities(_log_odds(keys, mask, ground.initiatives), wished * (1 - _BY_CHANCE - _BY_INTRODUCTION))
    chosen = draws.uniform(len(keys)) < likely
    lucky = _lucky(ground.initiatives, round(wished * _BY_CHANCE), draws)
    found, reasons = keys[chosen], mask[chosen]
    found, reasons = _add(found, reasons, *_of_one_time(lucky, np.zeros(len(lucky), np.int64), ground.initiatives))
    introduced = _introduced(found, count, round(wished * _BY_INTRODUCTION), draws)
    why = _mask_of(introduced, keys, mask) | 1 << _INTRODUCED_BIT
    found, reasons = _add(found, reasons, *_of_one_time(introduced, why, ground.initiatives))
    return _finish(np.column_stack(np.divmod(found, count)), reasons, ground.initiatives, draws)


def _of_one_time(keys: IntArray, mask: IntArray, initiatives: Initiatives) -> tuple[IntArray, IntArray]:
    """Return the pairs that existed in one year at least; who stopped in 2015 never met who began in 2022."""
    first, last = _years(np.column_stack(np.divmod(keys, len(initiatives))), initiatives)
    return keys[first <= last], mask[first <= last]


def _years(pairs: IntArray, initiatives: Initiatives) -> tuple[IntArray, IntArray]:
    """Return the first and the last year in which both of each pair exist; what is an idea exists now."""
    began = np.where(initiatives.phases == IDEA, LAST_YEAR, initiatives.began)
    ended = np.where(initiatives.phases == ENDED, initiatives.ended, LAST_YEAR)
    return began[pairs].max(axis=1, initial=0), ended[pairs].min(axis=1, initial=LAST_YEAR)


def _log_odds(keys: IntArray, mask: IntArray, initiatives: Initiatives) -> FloatArray:
    one, other = np.divmod(keys, len(initiatives))
    total = initiatives.drive[one] + initiatives.drive[other]
    for bit, weight in enumerate(TERMS.values()):
        total = total + weight * (mask >> bit & 1)
    return np.asarray(total)


def _probabilities(log_odds: FloatArray, wished: float) -> FloatArray:
    """Return probabilities that add up to what is wished, by moving all odds alike (bisection)."""
    low, high = -30.0, 10.0
    for _ in range(50):
        middle = (low + high) / 2
        total = float((1 / (1 + np.exp(-(log_odds + middle)))).sum())
        low, high = (middle, high) if total < wished else (low, middle)
    return np.asarray(1 / (1 + np.exp(-(log_odds + low))))


def _lucky(initiatives: Initiatives, wished: int, draws: Draws) -> IntArray:
    """Return pairs that met by chance, the driven ones more often."""
    ends = (draws.weighted(wished, np.exp(initiatives.drive)).tolist() for _ in range(2))
    return keys_of(zip(*ends, strict=True), len(initiatives))


def _introduced(keys: IntArray, count: int, wished: int, draws: Draws) -> IntArray:
    """Return pairs that a common partner brought together: two steps along the partnerships, from a random one."""
    if not len(keys):
        return keys
    one, other = np.divmod(keys, count)
    ends = np.concatenate([one, other])
    order = np.argsort(ends, kind="stable")
    partners, firsts = np.concatenate([other, one])[order], np.searchsorted(ends[order], np.arange(count))
    degrees = np.bincount(ends, minlength=count)
    middles = ends[draws.integers(wished, len(ends))]  # who has more partners introduces more often
    sides = [partners[firsts[middles] + draws.integers(wished, degrees[middles])].tolist() for _ in range(2)]
    return keys_of(zip(*sides, strict=True), count)


def _add(keys: IntArray, mask: IntArray, more: IntArray, why: IntArray) -> tuple[IntArray, IntArray]:
    """Return keys with those added that are not there yet, sorted, and the mask in that order."""
    new = ~np.isin(more, keys)
    together = np.concatenate([keys, more[new]])
    order = np.argsort(together, kind="stable")
    return together[order], np.concatenate([mask, why[new]])[order]


def _mask_of(wanted: IntArray, keys: IntArray, mask: IntArray) -> IntArray:
    """Return the mask of each wanted key; 0 for one that is not among the sorted keys."""
    places = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[places] == wanted, mask[places], 0)


def _finish(pairs: IntArray, reasons: IntArray, initiatives: Initiatives, draws: Draws) -> Partnerships:
    count = len(pairs)
    phases = initiatives.phases[pairs]
    statuses = draws.weighted(count, _STATUS_WEIGHTS)
    statuses = np.where((phases == IDEA).any(axis=1), np.minimum(statuses, INTENDED), statuses)
    statuses = np.where((phases == ENDED).any(axis=1), OVER, statuses)
    first, last = _years(pairs, initiatives)
    since = np.minimum(first + np.floor(3.5 * draws.uniform(count)).astype(np.int64), last)
    since = np.where(statuses <= INTENDED, np.maximum(since, LAST_YEAR - 1), since)
    left_out = np.zeros(count, bool)
    left_out[_unfinished(statuses, draws)[: round(LEFT_OUT * count)]] = True
    return Partnerships(pairs, reasons, statuses, since, left_out)


def _unfinished(statuses: IntArray, draws: Draws) -> IntArray:
    """Return the places of partnerships that have not ended, in a random order: what is over needs no advice."""
    places = np.flatnonzero(statuses != OVER)
    return np.asarray(places[draws.order(len(places))])
