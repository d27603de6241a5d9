"""Groups: what merging pairs comes to, so that nothing is joined by way of a third against what speaks for two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from graph.resolution.damage import is_damaged
from graph.resolution.lexicon import Lexicon, build_lexicon
from graph.resolution.matching import DOUBTFUL, Match, Outcome
from graph.resolution.signs import compare
from graph.resolution.things import Thing, Things

Pair = tuple[str, str]

MOST_TOGETHER = 12
"""Things that one group may come to without asking: more spellings than this of one thing are something else."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What is to be done with matches, once they are looked at together.

    Parameters
    ----------
    groups
        Ids that are one without asking: the one to keep first, then the others.
    matches
        The matches as they then stand: a sure one that would join what is apart is doubtful.
    """

    groups: tuple[tuple[str, ...], ...]
    matches: tuple[Match, ...]


def settle(matches: Sequence[Match], things: Things, apart: Collection[Pair] = ()) -> Settled:
    """Return which things are merged without asking, and which pairs a person is asked about.

    Parameters
    ----------
    matches
        Surest first.
    things
        What was compared.
    apart
        Pairs of ids, each in order, of which a person said that they are two: they are no match, and no group holds
        both.

    Raises
    ------
    Nothing.

    Notes
    -----
    Two groups are joined only where no thing of one differs clearly from one of the other. Linear in the matches, as
    groups are small.
    """
    known = {thing.id: thing for those in things.of_kind.values() for thing in those}
    judge = _Judge(things, frozenset(apart))
    together: dict[str, list[str]] = {}
    stand = []
    for match in matches:
        if match.ids in judge.apart:
            continue
        mine, theirs = (together.get(id_, [id_]) for id_ in match.ids)
        if match.outcome is not Outcome.SURE or mine is theirs:
            stand.append(match)
        elif judge.may_join([known[id_] for id_ in mine], [known[id_] for id_ in theirs]):
            joined = [*mine, *theirs]
            together.update(dict.fromkeys(joined, joined))
            stand.append(match)
        else:
            stand.append(replace(match, outcome=Outcome.DOUBTFUL))
    groups = {id(group): group for group in together.values()}.values()
    return Settled(tuple(sorted(judge.ordered([known[id_] for id_ in group]) for group in groups)), tuple(stand))


def in_order_to_keep(things: Things, groups: Iterable[Sequence[str]]) -> list[tuple[str, ...]]:
    """Return the ids of each group, first the one to read the others under: best known, and best spelled.

    Parameters
    ----------
    things
        What was compared.
    groups
        Ids of things among them, all of a group of one kind.

    Raises
    ------
    KeyError
        There is no such thing.
    """
    known = {thing.id: thing for those in things.of_kind.values() for thing in those}
    judge = _Judge(things, frozenset())
    return [judge.ordered([known[id_] for id_ in group]) for group in groups]


class _Judge:
    """Says whether groups may be joined.

    Parameters
    ----------
    things
        What was compared.
    apart
        Pairs that a person keeps apart.
    """

    def __init__(self, things: Things, apart: frozenset[Pair]) -> None:
        self.apart = apart
        self._things = things
        self._lexicons: dict[str, Lexicon] = {}

    def may_join(self, mine: Sequence[Thing], theirs: Sequence[Thing]) -> bool:
        """Return whether all of these can be one thing."""
        if len(mine) + len(theirs) > MOST_TOGETHER:
            return False
        return all(self._can_be_one(one, other) for one in mine for other in theirs)

    def ordered(self, group: Sequence[Thing]) -> tuple[str, ...]:
        """Return ids, first the one to read the others under: of which most is known, and which is spelled best."""

        def rank(thing: Thing) -> tuple[int, int, int, str]:
            told = len(thing.areas) + len(thing.topics) + 2 * len(thing.numbers)
            told += 2 * (bool(thing.website) + bool(thing.started) + bool(thing.level))
            name, lexicon = thing.names[0], self._lexicon(thing.kind)
            mistaken = sum(not lexicon.is_known(word) for word in name.words) + 2 * is_damaged(name.text)
            return -told, mistaken, -len(thing.ties), thing.id

        return tuple(thing.id for thing in sorted(group, key=rank))

    def _can_be_one(self, one: Thing, other: Thing) -> bool:
        pair = (min(one.id, other.id), max(one.id, other.id))
        if pair in self.apart:
            return False
        found = compare((one, other), 0, 1, self._lexicon(one.kind))
        return not found.part and found.probability >= DOUBTFUL

    def _lexicon(self, kind: str) -> Lexicon:
        if kind not in self._lexicons:
            names = (thing.names for thing in self._things.of_kind[kind])
            self._lexicons[kind] = build_lexicon(names, self._things.places)
        return self._lexicons[kind]


def components(pairs: Iterable[Pair]) -> list[list[str]]:
    """Return the ids that pairs join, directly or by way of others, each group in order.

    Raises
    ------
    Nothing.
    """
    above: dict[str, str] = {}

    def top(id_: str) -> str:
        above.setdefault(id_, id_)
        while above[id_] != id_:
            above[id_] = above[above[id_]]
            id_ = above[id_]
        return id_

    for one, other in pairs:
        above[top(one)] = top(other)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for id_ in sorted(above):
        groups[top(id_)].append(id_)
    return list(groups.values())
