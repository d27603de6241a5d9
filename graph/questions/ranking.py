"""Which areas have the best soil, which initiatives stand out: by criteria of sources, else by what can be counted.

What is not known of one counts as the mean of the others, and is told. A place is given with how far it moves when
weights do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from graph.algorithms.edge_array import FloatArray
from graph.algorithms.ranking import Places, order_weights, rank_firmly
from graph.errors import InputError
from graph.questions.citing import Citer, Saying
from graph.questions.counting import AREA_COUNTS, INITIATIVE_COUNTS, count_area, count_initiatives
from graph.questions.ground import Ground
from graph.questions.ranking_catalogue import COUNTED, FIRM, MARKS, NOTES, WHY
from graph.questions.ranking_types import Mark, Ranked, Ranking, Yardstick
from graph.questions.wording import enumerate_words, joined, name_all
from graph.schema.words import Words
from graph.suggestions.catalogue import fill

MOST_JOINED = 5
"""Areas that may be taken as one: an enlarged area, not a city."""


@dataclass(frozen=True, slots=True)
class RankingQuestion:
    """What is to be ranked.

    Parameters
    ----------
    kind
        ``Area`` or ``Initiative``.
    within
        Only in these areas; empty for all.
    level
        For areas: which level.
    weights
        Weights to try, by id of a yardstick.
    together
        Areas to take as one.
    """

    kind: str
    within: tuple[str, ...] = ()
    level: str = "district"
    weights: Mapping[str, float] | None = None
    together: tuple[str, ...] = ()


def rank(citer: Citer, ground: Ground, question: RankingQuestion, *, first: int = 20) -> Ranking:
    """Return a ranking of areas or initiatives, best first.

    Parameters
    ----------
    citer
        Cites facts as the viewer may see them.
    ground
        What that viewer may see.
    question
        What is to be ranked.
    first
        How many places at most; areas taken as one are always among them.

    Raises
    ------
    InputError
        A weight is for no yardstick, all weights are nought, or too many areas are taken as one.
    """
    question = replace(question, together=tuple(dict.fromkeys(question.together)))
    if len(question.together) > MOST_JOINED or len(question.together) == 1:
        raise InputError(
            f"Neem 2 tot {MOST_JOINED} gebieden samen.", f"Take 2 to {MOST_JOINED} areas together.",
            concerning=question.together,
        )  # fmt: skip
    return _Ranker(citer, ground, question).ranking(first)


@dataclass(frozen=True, slots=True)
class _Marked:
    """How one does by one yardstick, before facts are cited."""

    score: float
    text: Words
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    """Rows of which something is known, how they do by yardstick, their places, and of how many nothing is known."""

    rows: list[tuple[str, ...]]
    marks: list[dict[str, _Marked]]
    places: Places
    silent: int


class _Ranker:
    def __init__(self, citer: Citer, ground: Ground, question: RankingQuestion) -> None:
        self._citer = citer
        self._ground = ground
        self._question = question
        scope = question.kind.lower()
        applying = [one for one in ground.of_kind("Criterion") if ground.value(one, "applies_to") == scope]
        self._criteria = [one for one in applying if ground.bonds(one, "SCORED", out=False)]
        self._unscored = [one for one in applying if one not in self._criteria]

    # ------------------------------------------------------------------------------------------------ what and by what

    @cached_property
    def _rows(self) -> list[tuple[str, ...]]:
        """What is ranked: each alone, and areas that are taken as one."""
        ground, kind = self._ground, self._question.kind
        inside = ground.parts(self._question.within) if self._question.within else None
        if kind == "Area":
            level = self._question.level
            scored = {bond.other for one in self._criteria for bond in ground.bonds(one, "SCORED", out=False)}
            found = [one for one in ground.of_kind("Area") if inside is None or one in inside]
            found = [one for one in found if one in scored or (not scored and ground.value(one, "level") == level)]
            found += [one for one in self._question.together if one not in found]
        else:
            here = set(ground.active_within(inside)) if inside is not None else ground.living
            found = [one for one in ground.of_kind(kind) if one in here and one in ground.living]
        return [(one,) for one in found]

    @cached_property
    def yardsticks(self) -> list[Yardstick]:
        """What is looked at: criteria that sources score, else what can be counted."""
        given = self._question.weights or {}
        ids = self._criteria or list(AREA_COUNTS if self._question.kind == "Area" else INITIATIVE_COUNTS)
        unknown = sorted(given.keys() - set(ids))
        if unknown:
            names = ", ".join(f"‘{self._name(one).nl}’ ({one})" for one in ids)
            raise InputError(
                f"‘{unknown[0]}’ is hier geen criterium. Kies uit: {names}.",
                f"‘{unknown[0]}’ is no criterion here. Choose from: {names}.",
                concerning=unknown[0],
            )
        weights, why = self._weights(ids)
        weights = np.array([given.get(one, weight) for one, weight in zip(ids, weights.tolist(), strict=True)])
        if not weights.sum() > 0:
            raise InputError("Minstens één gewicht moet meer dan 0 zijn.", "At least one weight must be more than 0.")
        shares = weights / weights.sum()
        return [
            Yardstick(one, self._name(one), float(share), WHY["given"] if one in given else reason)
            for one, share, reason in zip(ids, shares.tolist(), why, strict=True)
        ]

    def _name(self, id_: str) -> Words:
        return COUNTED[id_] if id_ in COUNTED else Words(*(2 * [self._ground.name(id_)]))

    def _weights(self, ids: Sequence[str]) -> tuple[FloatArray, list[Words]]:
        """Return weights as sources give them, else by the order of importance, with why; counts weigh the same."""
        if not self._criteria:
            return np.full(len(ids), 1 / len(ids)), [WHY["equal"]] * len(ids)
        stated = [self._ground.value(one, "weight") for one in ids]
        if all(weight is not None for weight in stated):
            return np.array(stated, dtype=float), [WHY["weight"]] * len(ids)
        places = [self._ground.value(one, "importance") for one in ids]
        why = [WHY["unplaced"] if place is None else fill(WHY["placed"], n=str(place)) for place in places]
        return order_weights([np.nan if place is None else float(place) for place in places]), why

    # ------------------------------------------------------------------------------------------------ marks

    def _table(self, rows: Sequence[tuple[str, ...]]) -> _Table:
        """Return how rows do, and their places, without those of which nothing is known."""
        marks = [self._scored(row) for row in rows] if self._criteria else self._counted(rows)
        known = [number for number, found in enumerate(marks) if found]
        kept = [marks[number] for number in known]
        scores = np.array(
            [[found[one.id].score if one.id in found else np.nan for one in self.yardsticks] for found in kept]
        )
        scores = scores.reshape(len(known), len(self.yardsticks))
        places = rank_firmly(scores, [one.weight for one in self.yardsticks])
        return _Table([rows[number] for number in known], kept, places, len(rows) - len(known))

    def _scored(self, row: Sequence[str]) -> dict[str, _Marked]:
        """Return how sources score a row; areas taken as one have the mean of those that are scored."""
        found = {}
        for criterion in self._criteria:
            bonds = self._ground.bonds(criterion, "SCORED", out=False)
            scores = {bond.other: (float(bond.values["score"]), bond.id) for bond in bonds
                      if bond.other in row and "score" in bond.values}  # fmt: skip
            if scores:
                sayings = tuple(Saying(self._points("scored", [one], criterion, score), tie, "score")
                                for one, (score, tie) in scores.items())  # fmt: skip
                mean = float(np.mean([score for score, _ in scores.values()]))
                text = sayings[0].text if len(row) == 1 else self._points("joined", row, criterion, mean)
                found[criterion] = _Marked(mean, text, sayings)
        return found

    def _points(self, code: str, row: Sequence[str], criterion: str, score: float) -> Words:
        parts: dict[str, Words | str] = {"who": name_all(self._ground, row), "what": self._name(criterion)}
        return fill(MARKS[code], score=str(round(100 * score)), **parts)

    def _counted(self, rows: Sequence[tuple[str, ...]]) -> list[dict[str, _Marked]]:
        """Return what can be counted of rows: a share as it is, a number beside the most of all."""
        area = self._question.kind == "Area"
        counts = (
            [count_area(self._ground, row) for row in rows]
            if area
            else count_initiatives(self._ground, [one for (one,) in rows])
        )
        most: dict[str, float] = {}
        for count in counts:
            for id_, found in count.items():
                if found and not found.share:
                    most[id_] = max(found.number, most.get(id_, 0.0), 1.0)
        return [
            {id_: _Marked(found.number / (1.0 if found.share else most[id_]), found.text, ())
             for id_, found in count.items() if found}
            for count in counts
        ]  # fmt: skip

    # ------------------------------------------------------------------------------------------------ the answer

    def ranking(self, first: int) -> Ranking:
        """Return the ranking; areas taken as one stand in it instead of their parts."""
        together = self._question.together
        rows = [row for row in self._rows if row[0] not in together] + ([together] if together else [])
        table = self._table(rows)
        order = np.argsort(table.places.rank, kind="stable").tolist()
        shown = [place for number, place in enumerate(order) if number < first or len(table.rows[place]) > 1]
        self._citer.read(one for place in shown for mark in table.marks[place].values() for one in mark.sayings)
        ranked = tuple(self._ranked(table, place) for place in shown)
        yardsticks = tuple(sorted(self.yardsticks, key=lambda one: -one.weight))
        return Ranking(yardsticks if ranked else (), ranked, tuple(self._notes(table)))

    def _ranked(self, table: _Table, place: int) -> Ranked:
        marks, places = table.marks[place], table.places
        turned = int(places.turned_by[place])
        told = tuple(self._mark(one.id, marks.get(one.id)) for one in self.yardsticks)
        return Ranked(
            tuple(map(self._ground.member, table.rows[place])),
            int(places.rank[place]),
            int(places.best[place]),
            int(places.worst[place]),
            float(places.scores[place]),
            self.yardsticks[turned].id if turned >= 0 else "",
            told,
            self._firm(places, place),
        )

    def _mark(self, yardstick: str, marked: _Marked | None) -> Mark:
        if marked is None:
            return Mark(yardstick, None, MARKS["unknown"], ())
        text, facts = self._citer.hedged(marked.text, marked.sayings), self._citer.facts(marked.sayings)
        return Mark(yardstick, marked.score, text, facts)

    def _firm(self, places: Places, place: int) -> Words:
        rank, best, worst = (int(column[place]) for column in (places.rank, places.best, places.worst))
        turned = int(places.turned_by[place])
        shared = fill(FIRM["shared"], rank=str(rank)) if int((places.rank == rank).sum()) > 1 else Words("", "")
        if len(places.rank) == 1:
            return FIRM["only"]
        if best == worst:
            return joined(shared, fill(FIRM["firm"], rank=str(rank)))
        what = self.yardsticks[turned].name if turned >= 0 else Words("", "")
        return joined(shared, fill(FIRM["moves"], best=str(best), worst=str(worst), what=what))

    def _notes(self, table: _Table) -> Iterator[Words]:
        if not table.rows:
            yield NOTES["none"]
        elif not self._criteria:
            yield NOTES["counted"]
        elif any(len(found) < len(self.yardsticks) for found in table.marks):
            yield NOTES["mean"]
        if self._unscored and not self._criteria:
            yield fill(NOTES["criteria"], what=self._in_order(self._unscored))
        if table.silent and table.rows:
            yield fill(NOTES["silent"], n=str(table.silent))
        together = self._question.together
        if together in table.rows:
            alone = self._table(self._rows)
            place = {one: str(number) for (one,), number in zip(alone.rows, alone.places.rank.tolist(), strict=True)}
            named = [one for one in together if one in place]
            ranks = [fill(NOTES["alone"], who=self._ground.name(one), rank=place[one]) for one in named]
            rank = str(table.places.rank[table.rows.index(together)])
            yield fill(NOTES["joined"], who=name_all(self._ground, together, 5), rank=rank, what=enumerate_words(ranks))
            if not self._criteria:
                yield NOTES["larger"]

    def _in_order(self, criteria: Sequence[str]) -> Words:
        place = {one: self._ground.value(one, "importance") or np.inf for one in criteria}
        return enumerate_words([self._placed(one) for one in sorted(criteria, key=lambda one: (place[one], one))])

    def _placed(self, criterion: str) -> Words:
        place = self._ground.value(criterion, "importance")
        name = self._name(criterion)
        return name if place is None else fill(NOTES["placed"], who=name, n=str(place))
