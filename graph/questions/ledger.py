"""Are we fair? How often each initiative was shown, suggested, invited and accepted, and how unevenly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.algorithms.skew import measure_skew
from graph.questions.ground import Ground
from graph.questions.ledger_catalogue import GROUPINGS, NOTES, SIZES, UNKNOWN
from graph.questions.ledger_types import Counts, Grouping, Ledger, LedgerGroup, LedgerRow, Turn
from graph.schema.model import VOCABULARIES_BY_NAME
from graph.schema.values import Quantity
from graph.schema.words import Words
from graph.suggestions.catalogue import fill

UNEVEN_AT, SKEWED_AT = 0.3, 0.6
"""Skew from which the words "uneven" and "very uneven" hold: that of incomes in the Netherlands is about 0.3."""

_PHASES = VOCABULARIES_BY_NAME["Phase"]


def keep_ledger(ground: Ground, counts: Mapping[str, Counts], *, within: Sequence[str], home: Sequence[str]) -> Ledger:
    """Return how turns are shared out over initiatives that have a name and have not ended.

    Parameters
    ----------
    ground
        What the viewer may see; what is not in it is not counted either.
    counts
        Id of an initiative -> how often it had its turn.
    within
        Only those that work in one of these areas or a part of it; empty for all of the city.
    home
        The city, so that who is only learned from elsewhere does not count as passed over; empty where not known.

    Raises
    ------
    Nothing.

    Notes
    -----
    Linear in the initiatives, and n log n for their order.
    """
    ids = _asked(ground, within, home)
    rows = [LedgerRow(ground.member(id_), {turn: counts.get(id_, {}).get(turn, 0) for turn in Turn}) for id_ in ids]
    rows.sort(key=lambda row: (row.counts[Turn.SHOWN], row.counts[Turn.SUGGESTED], row.member.name, row.member.id))
    groups = {by: _groups(ground, rows, by) for by in Grouping}
    skew = {turn: measure_skew([row.counts[turn] for row in rows]) for turn in Turn}
    group_skew = {
        by: measure_skew([one.counts[Turn.SHOWN] for one in found], [one.initiatives for one in found])
        for by, found in groups.items()
    }
    notes = tuple(_notes(rows, skew[Turn.SHOWN], groups, group_skew))
    return Ledger(tuple(rows), tuple(one for found in groups.values() for one in found), skew, group_skew, notes)


def _asked(ground: Ground, within: Sequence[str], home: Sequence[str]) -> list[str]:
    living = [id_ for id_ in ground.of_kind("Initiative") if id_ in ground.living]
    if within:
        inside = set(ground.active_within(within))
        return [id_ for id_ in living if id_ in inside]
    here = set(ground.active_within(home)) if home else set(living)
    return [id_ for id_ in living if id_ in here or not ground.areas_of(id_)]


# ---------------------------------------------------------------------------------------------------- groups


def _groups(ground: Ground, rows: Iterable[LedgerRow], by: Grouping) -> list[LedgerGroup]:
    """Return initiatives by what they have in common, largest group first, what is not known last."""
    found: dict[Words, list[LedgerRow]] = {}
    for row in rows:
        found.setdefault(_group(ground, row.member.id, by), []).append(row)
    made = [
        LedgerGroup(by, name, len(held), {turn: sum(row.counts[turn] for row in held) for turn in Turn})
        for name, held in found.items()
    ]
    return sorted(made, key=lambda one: (one.name == UNKNOWN, -one.initiatives, one.name.nl))


def _group(ground: Ground, id_: str, by: Grouping) -> Words:
    if by is Grouping.AREA:
        districts = sorted(one for area in ground.areas_of(id_)[:1] for one in ground.places.districts(area))
        return Words(*(2 * [ground.name(districts[0])])) if districts else UNKNOWN
    if by is Grouping.PHASE:
        phase = ground.value(id_, "phase")
        return _PHASES.words(str(phase)) if phase else UNKNOWN
    members = ground.value(id_, "members")
    return next(name for most, name in SIZES if Quantity.parse(members).value < most) if members else UNKNOWN


# ---------------------------------------------------------------------------------------------------- words


def _notes(
    rows: Sequence[LedgerRow],
    skew: float,
    groups: Mapping[Grouping, Sequence[LedgerGroup]],
    group_skew: Mapping[Grouping, float],
) -> Iterator[Words]:
    if not rows:
        yield NOTES["nobody"]
        return
    never = sum(not row.counts[Turn.SHOWN] for row in rows)
    if never == len(rows):
        yield NOTES["not_listed" if any(any(row.counts.values()) for row in rows) else "nothing"]
        return
    yield NOTES["even" if skew < UNEVEN_AT else "uneven" if skew < SKEWED_AT else "skewed"]
    if never:
        yield fill(NOTES["never_one" if never == 1 else "never"], n=str(never), all=str(len(rows)))
    for by, found in groups.items():
        known = [one for one in found if one.name != UNKNOWN]
        if group_skew[by] >= UNEVEN_AT and len(known) > 1:
            least = min(known, key=lambda one: (one.counts[Turn.SHOWN] / one.initiatives, -one.initiatives))
            yield fill(NOTES["group"], by=GROUPINGS[by], what=least.name)
