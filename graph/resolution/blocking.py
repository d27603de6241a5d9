"""Which pairs are worth comparing: found through keys that two spellings of one name share, never by trying all.

A key is the words of a name in a fixed order. Two spellings meet when the words of one are the words of the other, or
are once a word is left out, once a mistyped word is read as one that it resembles, or once one is cut off. So each name
asks a few dozen questions, however many names there are.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz.distance import OSA

from graph.resolution.names import Name
from graph.resolution.things import Thing
from graph.resolution.vocabulary import DIRECTIONS

SHORTEST_TYPED = 4
"""Letters of the shortest word in which a typing error is looked for: in shorter ones any word resembles another."""

LONG_WORD = 8
"""Letters from which two errors in one word are one word still."""

MOST_LIKE = 12
"""Words that one word may resemble; one with more resembles nothing in particular."""

MOST_VARIANTS = 24
"""Other readings that one name is looked up under."""

MOST_ALIKE = 40
"""Things under one key that are compared with each other; where there are more, only those in one area."""

SHORTEST_CUT = 8
"""Letters of the shortest name that is taken for the beginning of another."""

MOST_CUT = 8
"""Names that one beginning may have; one with more says too little."""


def most_errors(one: str, other: str) -> int:
    """Return how many typing errors may lie between two words that are one word: none between two directions.

    Raises
    ------
    Nothing.
    """
    shorter = min(len(one), len(other))
    telling = one in DIRECTIONS and other in DIRECTIONS
    if shorter < SHORTEST_TYPED or one.isdigit() or other.isdigit() or telling:
        return 0
    return 2 if shorter >= LONG_WORD else 1


def similar_words(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return for each word those that it may be a typing error of, or that may be one of it.

    Parameters
    ----------
    words
        Every word once.

    Raises
    ------
    Nothing.

    Notes
    -----
    Two words within one edit, or two that one letter less makes equal, share a word with a letter left out: linear in
    the number of words and in the square of their length.

    Source
    ------
    Deletion neighbourhoods: Bocek, Hunt, Stiller 2007, "Fast similarity search in large dictionaries".
    """
    buckets: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        if len(word) >= SHORTEST_TYPED and not word.isdigit():
            for less in {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}:
                buckets[less].append(word)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for alike in buckets.values():
        if 1 < len(alike) <= 2 * MOST_LIKE:
            for one, other in combinations(alike, 2):
                most = most_errors(one, other)
                if most and other not in found[one] and OSA.distance(one, other, score_cutoff=most) <= most:
                    found[one].add(other)
                    found[other].add(one)
    return {word: tuple(sorted(those)) for word, those in found.items() if those and len(those) <= MOST_LIKE}


def candidate_pairs(things: Sequence[Thing]) -> list[tuple[int, int]]:
    """Return the pairs that are worth comparing, as places in ``things``, the smaller first, in order.

    Parameters
    ----------
    things
        All of one kind.

    Raises
    ------
    Nothing.

    Notes
    -----
    About linear in the number of names: each is looked up under at most some dozens of keys, and under one key at most
    `MOST_ALIKE` are paired.
    """
    found: set[tuple[int, int]] = set()
    for pairs in (_by_number(things), _by_words(things), _by_initial(things), _by_cut(things)):
        found.update((one, other) if one < other else (other, one) for one, other in pairs if one != other)
    return sorted(found)


def _by_number(things: Sequence[Thing]) -> Iterator[tuple[int, int]]:
    """Yield those that share a number or a website."""
    shared: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for place, thing in enumerate(things):
        for scheme, number in thing.numbers.items():
            shared[scheme, number].append(place)
        if thing.website:
            shared["website", thing.website].append(place)
    for places in shared.values():
        yield from combinations(places[:MOST_ALIKE], 2)


def _by_words(things: Sequence[Thing]) -> Iterator[tuple[int, int]]:
    """Yield those whose words are the same, but for order, a word more or less, and typing errors."""
    keys: defaultdict[str, list[int]] = defaultdict(list)
    runs: defaultdict[str, list[int]] = defaultdict(list)
    for place, thing in enumerate(things):
        for key in {name.key for name in thing.names}:
            keys[key].append(place)
        for run in {name.joined for name in thing.names}:
            runs[run].append(place)
    for places in (*keys.values(), *runs.values()):
        if len(places) > 1:
            yield from _alike(places, things)
    similar = similar_words({word for thing in things for name in thing.names for word in name.words})
    for place, thing in enumerate(things):
        for name in thing.names:
            for key in _readings(name, similar):
                places = keys.get(key, _NONE)
                if len(places) <= MOST_ALIKE:
                    yield from ((place, other) for other in places)


_NONE: list[int] = []


def _alike(places: Sequence[int], things: Sequence[Thing]) -> Iterator[tuple[int, int]]:
    """Yield pairs of those under one key; of too many, those that are active in one area."""
    if len(places) <= MOST_ALIKE:
        yield from combinations(places, 2)
        return
    nearby: defaultdict[str, list[int]] = defaultdict(list)
    for place in places:
        for area in things[place].areas:
            nearby[area].append(place)
    for those in nearby.values():
        yield from combinations(those[:MOST_ALIKE], 2)


def _by_initial(things: Sequence[Thing]) -> Iterator[tuple[int, int]]:
    """Yield people of whom one is known by an initial and the same other words."""
    whole: defaultdict[str, list[int]] = defaultdict(list)
    short: list[tuple[str, int]] = []
    for place, thing in enumerate(things):
        for name in thing.names if thing.kind == "Person" else ():
            first, *others = name.words
            if len(first) == 1:
                short.append((" ".join(name.words), place))
            elif others:
                whole[" ".join((first[0], *others))].append(place)
    for key, place in short:
        yield from ((place, other) for other in whole.get(key, _NONE)[:MOST_ALIKE])


def _readings(name: Name, similar: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield the keys under which a name may be known elsewhere: a mistyped word read right, a word less."""
    words = tuple(sorted(set(name.words)))
    variants = [words, *_retyped(words, similar)][:MOST_VARIANTS]
    for variant in variants:
        if variant is not words:
            yield " ".join(sorted(variant))
        for less in range(len(variant)) if len(variant) > 1 else ():
            yield " ".join(sorted(variant[:less] + variant[less + 1 :]))
    if len(words) > 3:
        for pair in combinations(range(len(words)), 2):
            yield " ".join(word for place, word in enumerate(words) if place not in pair)


def _retyped(words: tuple[str, ...], similar: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    typed = [(place, like) for place, word in enumerate(words) for like in similar.get(word, ())]
    for place, like in typed:
        yield (*words[:place], like, *words[place + 1 :])
    for (place, like), (further, other) in combinations(typed, 2):
        if place != further:
            changed = list(words)
            changed[place], changed[further] = like, other
            yield tuple(changed)


def _by_cut(things: Sequence[Thing]) -> Iterator[tuple[int, int]]:
    """Yield names with those that they are the beginning of."""
    for form in ("run", "bare_run"):
        runs = sorted({(getattr(name, form), place) for place, thing in enumerate(things) for name in thing.names})
        texts = [run for run, _ in runs]
        for run, place in runs:
            if len(run) < SHORTEST_CUT:
                continue
            begin = bisect_right(texts, run)  # equal ones have equal keys
            end = bisect_left(texts, run + "\uffff", begin, min(begin + MOST_CUT + 1, len(texts)))
            if end - begin <= MOST_CUT:
                yield from ((place, other) for _, other in runs[begin:end])
