"""Who together make it: the smallest sets of initiatives that reach a goal, and what each brings.

Only what a source says counts. "About" and "at least" count as the number said; "at most" and silence count nothing,
and the answer tells who is silent.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from graph.algorithms.composition import Selection, smallest_sets
from graph.errors import InputError
from graph.questions.candidates import Candidates
from graph.questions.citing import Citer, Saying
from graph.questions.composition_catalogue import (
    BRING,
    CHOSEN,
    HAVE,
    KNOWN_TIES,
    NOBODY,
    PART_FACTS,
    SHORT,
    STEPS,
    TOGETHER,
    TOO_FEW,
    TWICE,
    UNCOUNTED,
    WHERE,
)
from graph.questions.composition_types import MOST_MEMBERS, Composition, Goal, Part
from graph.questions.gap_types import Gap
from graph.questions.gaps import topic_gaps
from graph.questions.ground import Ground
from graph.questions.helping import saying
from graph.questions.scope import make_scope
from graph.questions.wording import MOST_NAMED, enumerate_words, joined, name_all
from graph.schema.values import Bound, Quantity, number_label
from graph.schema.words import Words
from graph.suggestions.catalogue import fill

MOST_SETS = 5
"""Sets that are told: more choices help nobody choose."""

MOST_TOPICS = 20
"""Topics that a goal may name."""

_FIRMNESS = {
    Bound.EXACT: Words("", ""),
    Bound.ABOUT: Words("ongeveer ", "about "),
    Bound.AT_LEAST: Words("minstens ", "at least "),
}

MOST_PAIRS = 3
"""Pairs that work together already and are named."""


def compose(
    citer: Citer, ground: Ground, goal: Goal, *, areas: Sequence[str], first: int = 3
) -> tuple[Composition, ...]:
    """Return the smallest sets that reach a goal, differing ones; where there is none, what comes nearest.

    Parameters
    ----------
    citer
        Cites facts as the viewer may see them.
    ground
        What that viewer may see.
    goal
        What is to be reached.
    areas
        Where to choose from when the goal names no area: the city.
    first
        How many sets at most, up to ``MOST_SETS``.

    Raises
    ------
    InputError
        Nothing is demanded, or the demands contradict each other.

    Notes
    -----
    One integer programme a set; see `graph.algorithms.composition`.
    """
    _check(goal)
    where = tuple(goal.within or areas)
    among = Candidates(ground, goal, where)
    sets = smallest_sets(among.amounts, among.goals, among.covers, required=among.required, costs=among.costs,
                         most=goal.at_most, count=min(first, MOST_SETS))  # fmt: skip
    composer = _Composer(citer, ground, among, where)
    return tuple(composer.compose(one, goal) for one in sets)


def _check(goal: Goal) -> None:
    if not goal.members and not goal.clients and not goal.topics:
        raise InputError(
            "Zeg wat nodig is: een aantal leden, een aantal cliënten of een onderwerp.",
            "Say what is needed: a number of members, a number of clients or a topic.",
        )
    if not 1 <= goal.at_most <= MOST_MEMBERS:
        raise InputError(
            f"Kies hoogstens 1 tot {MOST_MEMBERS} initiatieven.", f"Choose at most 1 to {MOST_MEMBERS} initiatives."
        )
    if min(goal.members or 1, goal.clients or 1) < 1 or len(goal.topics) > MOST_TOPICS:
        raise InputError(
            f"Vraag aantallen van 1 of meer, en hoogstens {MOST_TOPICS} onderwerpen.",
            f"Ask for numbers of 1 or more, and at most {MOST_TOPICS} topics.",
        )
    if set(goal.include) & set(goal.exclude):
        raise InputError(
            "Hetzelfde initiatief kan niet wel en niet meedoen.", "One initiative cannot be both in and out of it."
        )


class _Composer:
    """Puts sets in words."""

    def __init__(self, citer: Citer, ground: Ground, among: Candidates, areas: tuple[str, ...]) -> None:
        self._citer = citer
        self._ground = ground
        self._from = among
        self._areas = areas

    def compose(self, selection: Selection, goal: Goal) -> Composition:
        """Return a set in words."""
        ids = [self._from.rows[row] for row in selection.rows.tolist()]
        ids.sort(key=lambda id_: (-self._weight(id_), self._ground.name(id_), id_))
        topics = [topic for topic, lacks in zip(goal.topics, selection.uncovered.tolist(), strict=True) if lacks]
        sayings = {id_: self._sayings(id_) for id_ in ids}
        self._citer.read(one for found in sayings.values() for one in found)
        parts = tuple(self._part(id_, sayings[id_]) for id_ in ids)
        short = tuple(self._shortages(selection, goal))
        missing = (
            topic_gaps(self._citer, self._ground, make_scope(self._ground, list(self._areas)), topics) if topics else ()
        )
        return Composition(
            parts,
            selection.is_complete,
            self._text(ids),
            short,
            missing,
            self._known_ties(ids),
            tuple(self._unknown(ids)),
            self._step(ids, selection, missing),
        )

    def _weight(self, id_: str) -> float:
        row = self._from.rows.index(id_)
        shares = self._from.amounts[row] / np.array(self._from.goals) if self._from.goals else np.zeros(0)
        return float(shares.sum() + self._from.covers[row].sum())

    def _sayings(self, id_: str) -> list[Saying]:
        name = self._ground.name(id_)
        found = []
        for sort, amounts in self._from.brought.items():
            if amount := amounts.get(id_):
                text = fill(PART_FACTS, who=name, what=_label(amount.quantity, sort))
                found.append(Saying(text, amount.thing, amount.property))
        for topic, providers in self._from.providers.items():
            if tie := providers.get(id_):
                found.append(saying(self._ground, *self._exactly(topic, id_, tie), tie))
        return found

    def _exactly(self, topic: str, id_: str, tie: str) -> tuple[str, str, str]:
        type_, exact = self._ground.provision(topic, id_, tie)
        return type_, id_, exact

    def _part(self, id_: str, sayings: Sequence[Saying]) -> Part:
        text = joined(*(one.text for one in sayings)) if sayings else fill(CHOSEN, who=self._ground.name(id_))
        return Part(self._ground.member(id_), self._citer.hedged(text, sayings), self._citer.facts(sayings))

    def _text(self, ids: Sequence[str]) -> Words:
        if not self._from.rows:
            return fill(NOBODY, where=self._where())
        many = len(ids) > 1
        said = []
        for sort, amounts in self._from.brought.items():
            found = [amounts[id_].quantity for id_ in ids if id_ in amounts]
            if found:
                said.append(_filled(HAVE[sort][many], number=_total(found)))
        topics = [
            self._ground.name(topic) for topic, providers in self._from.providers.items() if providers.keys() & set(ids)
        ]
        if topics:
            said.append(_filled(BRING[many], what=enumerate_words([Words(name, name) for name in topics])))
        if not said:
            return Words("", "")
        text = fill(TOGETHER[many], what=enumerate_words(said), n=str(len(ids)), who=self._ground.name(ids[0]))
        counted = sum(any(id_ in amounts for amounts in self._from.brought.values()) for id_ in ids)
        return joined(text, TWICE) if counted > 1 else text

    def _shortages(self, selection: Selection, goal: Goal) -> list[Words]:
        found = []
        for (sort, wanted), lacks in zip(self._from.wanted.items(), selection.short.tolist(), strict=True):
            if lacks:
                found.append(_filled(SHORT[sort], n=_number(lacks), goal=_number(wanted)))
        if len(selection.rows) == goal.at_most and not selection.is_complete:
            found.append(_filled(TOO_FEW, n=Words(*(2 * [str(goal.at_most)]))))
        return found

    def _known_ties(self, ids: Sequence[str]) -> Words:
        pairs = [pair for pair in combinations(ids, 2) if pair[1] in self._ground.partners(pair[0])]
        if len(ids) < 2:
            return KNOWN_TIES["alone"]
        if not pairs:
            return KNOWN_TIES["none"]
        named = [
            fill(KNOWN_TIES["pair"], a=self._ground.name(a), b=self._ground.name(b)) for a, b in pairs[:MOST_PAIRS]
        ]
        return fill(KNOWN_TIES["some"], who=enumerate_words(named))

    def _silent(self, sort: str, ids: Sequence[str]) -> list[str]:
        """Return of whom nobody says how much they bring of an amount, those of a set first."""
        silent = [id_ for id_ in self._from.rows if id_ not in self._from.brought[sort]]
        return sorted(silent, key=lambda id_: (id_ not in ids, self._ground.name(id_), id_))

    def _unknown(self, ids: Sequence[str]) -> list[Words]:
        """Return, for each amount, whose number nobody says."""
        found = []
        for sort in self._from.brought:
            silent = self._silent(sort, ids)
            if silent:
                who, n = name_all(self._ground, silent[:MOST_NAMED]), _number(len(silent))
                many = len(silent) > MOST_NAMED
                found.append(_filled(UNCOUNTED[sort][many], n=n, who=who, where=self._where()))
        return found

    def _where(self) -> Words:
        return _filled(WHERE[bool(self._areas)], area=name_all(self._ground, self._areas))

    def _step(self, ids: Sequence[str], selection: Selection, missing: Sequence[Gap]) -> Words:
        if selection.is_complete:
            return fill(STEPS["meet" if len(ids) > 1 else "alone"], n=str(len(ids)), who=self._ground.name(ids[0]))
        for sort, lacks in zip(self._from.wanted, selection.short.tolist(), strict=True):
            silent = self._silent(sort, ids)
            if lacks and silent:
                return fill(STEPS[sort], who=name_all(self._ground, silent[:2]))
        return missing[0].step if missing else STEPS["enlarge"]


def _label(quantity: Quantity, sort: str) -> Words:
    unit = {"members": "member", "clients": "client"}[sort]
    return Words(*(Quantity(quantity.value, unit, quantity.bound).label(lang) for lang in ("nl", "en")))


def _total(found: Sequence[Quantity]) -> Words:
    """Return a sum as firm as its least firm part."""
    bounds = {one.bound for one in found}
    firmness = next((bound for bound in (Bound.ABOUT, Bound.AT_LEAST) if bound in bounds), Bound.EXACT)
    prefix, number = _FIRMNESS[firmness], _number(sum(one.value for one in found))
    return Words(prefix.nl + number.nl, prefix.en + number.en)


def _number(value: float) -> Words:
    return Words(number_label(value, "nl"), number_label(value, "en"))


def _filled(words: Words, **parts: Words) -> Words:
    """Return a wording filled in, that may stand inside a sentence."""
    return Words(
        *(words.to(lang).format(**{name: part.to(lang) for name, part in parts.items()}) for lang in ("nl", "en"))
    )
