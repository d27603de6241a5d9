"""How two names are alike and where they differ: word by word, each difference by its sort."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container
from dataclasses import dataclass, field
from itertools import pairwise

from rapidfuzz.distance import OSA

from graph.resolution.blocking import SHORTEST_CUT, most_errors
from graph.resolution.names import Name
from graph.resolution.vocabulary import ARTICLES, DIRECTIONS


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two names compare.

    Parameters
    ----------
    same
        Words that both have.
    typed
        Pairs of words that are one but for a typing error: that of the first name, that of the second.
    cut
        Which name is the beginning of the other: 1 or 2; 0 for neither.
    initials
        Pairs of words of which one is the initial of the other.
    mine, theirs
        Words of the first and the second name that the other lacks.
    spaced
        True when they differ in blanks and hyphens only.
    """

    same: tuple[str, ...]
    typed: tuple[tuple[str, str], ...] = ()
    cut: int = 0
    initials: tuple[tuple[str, str], ...] = ()
    mine: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()
    spaced: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether every word of each has its match in the other."""
        return not (self.mine or self.theirs)


@dataclass(slots=True)
class _Rest:
    """The words of both names that have no match yet, in order."""

    mine: list[str]
    theirs: list[str]
    typed: list[tuple[str, str]] = field(default_factory=list)
    initials: list[tuple[str, str]] = field(default_factory=list)


def compare_names(one: Name, other: Name, *, person: bool = False) -> Likeness:
    """Return how two names compare.

    Parameters
    ----------
    one, other
        The names.
    person
        Whether a letter may stand for a first name.

    Raises
    ------
    Nothing.

    Notes
    -----
    In the product of their numbers of words, at worst.
    """
    mine, theirs = Counter(one.words), Counter(other.words)
    same = mine & theirs
    rest = _Rest(_left(one.words, same), _left(other.words, same))
    shared = tuple(same.elements())
    if not rest.mine and not rest.theirs:
        return Likeness(shared)
    if one.joined == other.joined and _small(one) == _small(other):
        return Likeness((*shared, *rest.mine), spaced=True)
    cut = _cut(one, other)
    if cut:
        return Likeness(shared, cut=cut)
    _match_compounds(rest, {*pairwise(one.bare), *pairwise(other.bare)})
    _match_typed(rest)
    if person:
        _match_initials(rest)
    return Likeness(shared, tuple(rest.typed), 0, tuple(rest.initials), tuple(rest.mine), tuple(rest.theirs))


def _left(words: tuple[str, ...], same: Counter[str]) -> list[str]:
    """Return the words that are not among those that both have, in order."""
    taken = Counter(same)
    left = []
    for word in words:
        if taken[word]:
            taken[word] -= 1
        else:
            left.append(word)
    return left


def _cut(one: Name, other: Name) -> int:
    """Return which name was cut off within a word; a name that ends at a word may as well be whole."""
    for number, (short, long) in enumerate(((one, other), (other, one)), 1):
        if short.every[-1].isdigit() or short.every[-1] in DIRECTIONS:
            continue  # table 1 is not the beginning of table 11
        for beginning, whole in ((short.every, long.every), (short.bare, long.bare)):
            letters = "".join(beginning)
            if len(letters) >= SHORTEST_CUT and "".join(whole).startswith(letters):
                return 0 if whole[: len(beginning)] == beginning else number
    return 0


def _match_typed(rest: _Rest) -> None:
    """Match the words that are nearest to each other, nearest first."""
    found = []
    for one in rest.mine:
        for other in rest.theirs:
            most = most_errors(one, other)
            distance = OSA.distance(one, other, score_cutoff=most) if most else 9
            if distance <= most:
                found.append((distance, one, other))
    for _, one, other in sorted(found):
        if one in rest.mine and other in rest.theirs:
            rest.mine.remove(one)
            rest.theirs.remove(other)
            rest.typed.append((one, other))


def _small(name: Name) -> list[str]:
    """Return the small words of a name, articles left out: ``zorg voor mensen`` is not ``zorgmensen``."""
    return [word for word in name.bare if word not in name.words and word not in ARTICLES]


def _match_compounds(rest: _Rest, beside: Container[tuple[str, str]]) -> None:
    """Match a word with two beside each other that make it up: ``zorg cooperatie`` and ``zorgcooperatie``."""
    for whole, parts in ((rest.mine, rest.theirs), (rest.theirs, rest.mine)):
        for word in list(whole):
            for place in range(len(parts) - 1):
                if (parts[place], parts[place + 1]) not in beside:
                    continue
                both = parts[place] + parts[place + 1]
                if both == word or (len(word) > 6 and OSA.distance(both, word, score_cutoff=1) <= 1):
                    whole.remove(word)
                    del parts[place : place + 2]
                    if both != word:
                        rest.typed.append((word, both) if whole is rest.mine else (both, word))
                    break


def _match_initials(rest: _Rest) -> None:
    for one in list(rest.mine):
        for other in list(rest.theirs):
            if one[0] == other[0] and 1 in (len(one), len(other)):
                rest.mine.remove(one)
                rest.theirs.remove(other)
                rest.initials.append((one, other))
                break
