"""Which groups could work together: cut from communities by place, size and what each has that another lacks.

Only whose place is known can be near; who was told "not now" together is in no group together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from graph.algorithms.alliances import Assets, Group, choose_groups, grow_groups
from graph.algorithms.edge_array import BoolArray, FloatArray, IntArray
from graph.projection.projection import Projection
from graph.questions.alliance_ties import STRENGTH, known_tie
from graph.questions.ground import Ground
from graph.suggestions.advice_types import Community
from graph.suggestions.judging import Judged
from graph.suggestions.need_sorts import is_joint
from graph.suggestions.reasoning import FAR_METRES

MOST_ALLIANCES = 40
"""Groups that are worded: more than a facilitator reads, and enough for every area to have one."""

LARGEST = 6
"""Members of a group: as many as fit round one table."""

LARGEST_BUCKET = 1_500
"""Members of a community among whom groups are sought at once, so that a giant one costs no more memory."""

Score = Callable[[IntArray], FloatArray]
"""Gives the chance of each pair of rows of the projection."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A group before it is put in words.

    Parameters
    ----------
    ids
        Its members, in order.
    bonds
        (k, k) how well each two are bound: by what sources tell, else by the chance.
    worth
        What it is worth.
    chances
        Chance of each pair that does not work together yet, by their ids.
    """

    ids: tuple[str, ...]
    bonds: FloatArray
    worth: float
    chances: dict[tuple[str, str], float] = field(default_factory=dict)


def cut_alliances(
    ground: Ground, projection: Projection, score: Score, *, candidates: BoolArray,
    communities: Sequence[Community], judged: Judged,
) -> list[Cut]:  # fmt: skip
    """Return groups that could work together, best first.

    Parameters
    ----------
    ground, projection
        What the viewer may see, by id and as arrays.
    score
        The model's chance of pairs.
    candidates
        (n,) rows of the projection that may be proposed.
    communities
        What hangs together; who is in none is looked at with others of the same district.
    judged
        What people made of pairs and groups.

    Notes
    -----
    Quadratic in the members of each community, not in those of the city.
    """
    cutter = _Cutter(ground, projection, score, judged)
    found: list[Group] = []
    for rows in _buckets(ground, projection, candidates, communities):
        for start in range(0, len(rows), LARGEST_BUCKET):
            found += cutter.grow(np.array(rows[start : start + LARGEST_BUCKET], dtype=np.int64))
    fresh = [group for group in found if not cutter.is_known(group)]
    return [cutter.cut(group) for group in choose_groups(fresh, count=MOST_ALLIANCES)]


def _buckets(
    ground: Ground, projection: Projection, candidates: BoolArray, communities: Iterable[Community]
) -> list[list[int]]:
    """Return the rows among which groups are sought: communities, and for who is in none the districts."""
    row_of = {projection.ids[row]: row for row in np.flatnonzero(candidates).tolist()}
    found = [sorted(row_of[id_] for id_ in one.members if id_ in row_of) for one in communities]
    left = row_of.keys() - {projection.ids[row] for rows in found for row in rows}
    districts: dict[str, list[int]] = {}
    for id_ in sorted(left):
        for area in ground.areas_of(id_)[:1]:
            districts.setdefault(min(ground.places.districts(area)), []).append(row_of[id_])
    return [rows for rows in (*found, *(districts[one] for one in sorted(districts))) if len(rows) > 1]


class _Cutter:
    def __init__(self, ground: Ground, projection: Projection, score: Score, judged: Judged) -> None:
        self._ground = ground
        self._projection = projection
        self._score = score
        self._judged = judged
        topics = sorted({*projection.ties["needs"].others, *projection.ties["offers"].others})
        self._topics = {topic: column for column, topic in enumerate(topics)}
        self._joint = {column: self._topics[topic] for column, topic in enumerate(projection.ties["needs"].others)
                       if is_joint(projection.others[topic])}  # fmt: skip

    def grow(self, rows: IntArray) -> list[Group]:
        """Return the groups that grow among some rows of the projection."""
        bonds = self._bonds(rows)
        assets = Assets(self._table("needs", rows), self._table("offers", rows), self._reach(rows))
        grown = grow_groups(assets, bonds, self._allowed(rows), most=LARGEST)
        return [Group(rows[group.rows], group.worth) for group in grown]

    def is_known(self, group: Group) -> bool:
        """Whether each of a group works together with each other already: then there is nothing to bring together."""
        ids = [self._projection.ids[row] for row in group.rows.tolist()]
        return all(set(ids) - {one} <= self._ground.partners(one).keys() for one in ids)

    def cut(self, group: Group) -> Cut:
        """Return a group with its bonds and chances."""
        ids = tuple(self._projection.ids[row] for row in group.rows.tolist())
        chances = self._chances(group.rows)
        pairs = {(ids[one], ids[other]): float(chances[one, other]) for one in range(len(ids)) for other in range(one)
                 if ids[other] not in self._ground.partners(ids[one])}  # fmt: skip
        return Cut(ids, self._bonds(group.rows), group.worth, pairs)

    # ------------------------------------------------------------------------------------------------ tables

    def _table(self, sort: str, rows: IntArray) -> FloatArray:
        """Return what rows need or offer; with what is broader than an offer, and what can only be done together.

        Who seeks one cooperative offers the other who does what it seeks.
        """
        found = np.zeros((len(rows), len(self._topics)))
        ties = self._projection.ties[sort]
        for place, row in enumerate(rows.tolist()):
            if sort == "offers":
                joint = [self._joint[one] for one in self._projection.ties["needs"].of(row) if one in self._joint]
                found[place, joint] = 1.0
            for column in ties.of(row):
                topic: str | None = ties.others[column]
                for _ in range(len(self._topics)):  # no longer than there are topics, should they run in a circle
                    if topic in self._topics:
                        found[place, self._topics[topic]] = 1.0
                    broader = self._ground.value(topic, "broader") if topic and sort == "offers" else None
                    if broader is None or broader not in self._ground:
                        break
                    topic = str(broader)
        return found

    def _reach(self, rows: IntArray) -> FloatArray:
        found: FloatArray = self._projection.ties["serves"].matrix[rows].toarray()
        return found

    def _chances(self, rows: IntArray) -> FloatArray:
        found = np.zeros((len(rows), len(rows)))
        one, other = np.triu_indices(len(rows), 1)
        if len(one):
            found[one, other] = self._score(np.column_stack([rows[one], rows[other]]))
        chances: FloatArray = found + found.T
        return chances

    def _bonds(self, rows: IntArray) -> FloatArray:
        bonds = self._chances(rows)
        ids = [self._projection.ids[row] for row in rows.tolist()]
        for one, id_ in enumerate(ids):
            for other in range(one):
                tie = known_tie(self._ground, id_, ids[other])
                if tie is not None:
                    bonds[one, other] = bonds[other, one] = max(STRENGTH[tie.sort], bonds[one, other])
        return bonds

    def _allowed(self, rows: IntArray) -> BoolArray:
        """Return who may go with whom: near each other, or partners whose place is not known; never "not now"."""
        points = self._projection.coordinates[rows]
        ids = [self._projection.ids[row] for row in rows.tolist()]
        with np.errstate(invalid="ignore"):
            metres = np.hypot(*(points[:, None, :] - points[None, :, :]).transpose(2, 0, 1))
            may: BoolArray = metres <= FAR_METRES
        districts = [{one for area in self._ground.areas_of(id_) for one in self._ground.places.districts(area)}
                     for id_ in ids]  # fmt: skip
        for one, id_ in enumerate(ids):
            unplaced = {
                other for other in self._ground.partners(id_) if not (districts[one] and self._ground.areas_of(other))
            }
            for other in range(one):
                near = bool(may[one, other]) or bool(districts[one] & districts[other]) or ids[other] in unplaced
                may[one, other] = may[other, one] = near and not self._judged.rejected((id_, ids[other]))
        return may
