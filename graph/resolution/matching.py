"""Matching: every pair of a store that may be one thing, with its signs, and what is to be done with it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from graph.collecting import without_collecting
from graph.resolution.blocking import candidate_pairs
from graph.resolution.lexicon import build_lexicon
from graph.resolution.sign import Sign
from graph.resolution.signs import Comparison, compare
from graph.resolution.things import Thing, Things

SURE = 0.985
"""Chance from which two are merged without asking: of what scored so where the truth was known, 0.999 was right."""

DOUBTFUL = 0.1
"""Chance from which a person is asked."""

RIVAL_MARGIN = 1.5
"""Log-odds by which a rival may be less likely and still be one."""


class Outcome(StrEnum):
    """What is to be done with a pair."""

    SURE = "sure"
    DOUBTFUL = "doubtful"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Match:
    """Two things that may be one.

    Parameters
    ----------
    one, other
        The things, in order of id.
    comparison
        The signs for and against, and the score that they add up to.
    outcome
        Sure, doubtful, or a part and its whole.
    """

    one: Thing
    other: Thing
    comparison: Comparison
    outcome: Outcome

    @property
    def ids(self) -> tuple[str, str]:
        """Ids of both, in order."""
        return self.one.id, self.other.id

    @property
    def probability(self) -> float:
        """The chance that they are one, 0..1."""
        return self.comparison.probability


def find_matches(things: Things) -> list[Match]:
    """Return the pairs that may be one, the surest first.

    Parameters
    ----------
    things
        What is compared; each kind with itself.

    Raises
    ------
    Nothing.

    Notes
    -----
    About linear in the number of names.
    """
    with without_collecting():  # a million small values and no cycle among them
        found = [match for those in things.of_kind.values() for match in _of_kind(those, things.places)]
    return sorted(found, key=lambda match: (-match.comparison.log_odds, match.ids))


def compare_all(things: Sequence[Thing], places: Mapping[str, frozenset[str]]) -> Iterator[Comparison]:
    """Yield every pair that is worth comparing, with all its signs.

    Parameters
    ----------
    things
        All of one kind.
    places
        Word -> ids of areas called so.

    Raises
    ------
    Nothing.
    """
    lexicon = build_lexicon((thing.names for thing in things), places)
    pairs = [compare(things, one, other, lexicon) for one, other in candidate_pairs(things)]
    yield from _with_rivals(pairs, things)


def _of_kind(things: Sequence[Thing], places: Mapping[str, frozenset[str]]) -> Iterator[Match]:
    for each in compare_all(things, places):
        outcome = _outcome(each)
        if outcome is not None:
            yield Match(things[each.one], things[each.other], each, outcome)


def _outcome(pair: Comparison) -> Outcome | None:
    if pair.part:
        return Outcome.PART
    if pair.probability >= SURE:
        return Outcome.SURE
    return Outcome.DOUBTFUL if pair.probability >= DOUBTFUL else None


def _with_rivals(pairs: Sequence[Comparison], things: Sequence[Thing]) -> Iterator[Comparison]:
    """Yield pairs with the sign that one of the two resembles others as much, which are clearly not the same."""
    likely = [pair for pair in pairs if pair.probability >= DOUBTFUL]
    beside: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for pair in likely:
        beside[pair.one].append((pair.log_odds, pair.other))
        beside[pair.other].append((pair.log_odds, pair.one))
    alike = {(pair.one, pair.other) for pair in likely}
    for pair in pairs:
        rivals = _rivals(pair, beside, alike)
        if not rivals:
            yield pair
            continue
        names = ", ".join(things[each].names[0].text for each in sorted(rivals)[:3])
        sign = Sign("rivals", round(math.log(1 + len(rivals)), 3), names)
        yield replace(pair, signs=(*pair.signs, sign))


def _rivals(
    pair: Comparison, beside: Mapping[int, Sequence[tuple[float, int]]], alike: Container[tuple[int, int]]
) -> set[int]:
    """Return the others that the name in question fits about as well, and that differ from its match."""
    rivals = set()
    for side in pair.open:
        mine, theirs = (pair.one, pair.other) if side == 1 else (pair.other, pair.one)
        for log_odds, third in beside.get(mine, ()):
            together = (min(third, theirs), max(third, theirs))
            if third != theirs and log_odds >= pair.log_odds - RIVAL_MARGIN and together not in alike:
                rivals.add(third)
    return rivals
