"""The signs of a pair: what speaks for and against its two being one, each with its strength and its words."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import OSA

from graph.resolution.catalogue import BASE, SIGNS
from graph.resolution.damage import is_damaged
from graph.resolution.lexicon import Lexicon
from graph.resolution.likeness import Likeness, compare_names
from graph.resolution.names import Name
from graph.resolution.things import Thing
from graph.resolution.vocabulary import DIRECTIONS, PARTS, UNFINISHED

SHORT_WORD = 6
"""Letters of the longest word that is short: in it one letter more or less easily makes another word."""

SELDOM = 4
"""How many times rarer a spelling is at least that is a common error, and not a word of its own."""

SOUNDS = frozenset(frozenset(pair) for pair in ("ck", "sz", "fv", "dt", "gh", "iy", "ei", "sc"))
"""Letters that sound alike, so that people write either."""

EVEN_RARITY = 8.0
"""Rarity at which shared words say neither that two are one nor that they are two."""

MOST_TIES = 3.0
"""What shared ties add at most: who deals with the same three is known to."""


class Sign(NamedTuple):
    """One sign: its code in the catalogue, how strong it is, and what fills its sentence."""

    code: str
    strength: float = 1.0
    what: str = ""
    other: str = ""

    @property
    def weight(self) -> float:
        """What it adds to the log-odds."""
        return SIGNS[self.code].weight * self.strength


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two things beside each other.

    Parameters
    ----------
    one, other
        Places of the things, the smaller first.
    names
        The names that were compared: of all of theirs the two that are most alike.
    signs
        What speaks for and against.
    part
        Which of the two is a part of the other: 1 or 2; 0 for neither.
    open
        Which of the two bears the name that is in question, because it is mistyped, cut or lacks a word; both where
        neither is.
    """

    one: int
    other: int
    names: tuple[Name, Name]
    signs: tuple[Sign, ...]
    part: int = 0
    open: tuple[int, ...] = (1, 2)

    @property
    def log_odds(self) -> float:
        """The sum of the base and what each sign adds."""
        return BASE + math.fsum(sign.weight for sign in self.signs)

    @property
    def probability(self) -> float:
        """The chance that they are one, 0..1."""
        return 1.0 / (1.0 + math.exp(-self.log_odds))


def compare(things: Sequence[Thing], one: int, other: int, lexicon: Lexicon) -> Comparison:
    """Return two things beside each other.

    Parameters
    ----------
    things
        All of one kind.
    one, other
        Places in ``things``.
    lexicon
        The words of their names.

    Raises
    ------
    Nothing.
    """
    first, second = things[one], things[other]
    found = [
        (_of_names(likeness, (mine, theirs), (first, second), lexicon), likeness, mine, theirs)
        for mine in first.names
        for theirs in second.names
        for likeness in [compare_names(mine, theirs, person=first.kind == "Person")]
    ]
    signs, likeness, mine, theirs = max(found, key=lambda each: sum(sign.weight for sign in each[0]))
    return Comparison(
        one,
        other,
        (mine, theirs),
        (*signs, *_of_facts(first, second)),
        _part(likeness, first.kind),
        _in_question(likeness, lexicon),
    )


def _in_question(likeness: Likeness, lexicon: Lexicon) -> tuple[int, ...]:
    """Return which name is mistyped, cut or lacks a word: 1, 2 or both."""
    if likeness.cut:
        return (likeness.cut,)
    unknown = {side for pair in likeness.typed for side, word in enumerate(pair, 1) if not lexicon.is_known(word)}
    if bool(likeness.mine) != bool(likeness.theirs):
        unknown.add(2 if likeness.mine else 1)
    return tuple(sorted(unknown)) or (1, 2)


def _of_names(
    likeness: Likeness, names: tuple[Name, Name], things: tuple[Thing, Thing], lexicon: Lexicon
) -> list[Sign]:
    (mine, theirs), (first, second) = names, things
    signs = [*_matches(likeness, mine, theirs, lexicon), *_differences(likeness, first, second, lexicon)]
    if mine.numbers != theirs.numbers and not likeness.cut:
        signs.append(_numbers(mine, theirs))
    if mine.form and theirs.form and mine.form != theirs.form:
        signs.append(Sign("other_form", 1.0, mine.text, theirs.text))
    if is_damaged(mine.text) != is_damaged(theirs.text):
        signs.append(Sign("damaged"))
    short, long = sorted((mine, theirs), key=lambda name: len(name.run))
    if bool(likeness.mine) != bool(likeness.theirs) and not likeness.typed and long.run.startswith(short.run):
        signs.append(Sign("beginning", 1.0, short.text, long.text))
        if short.every[-1] in UNFINISHED or short.text.rstrip().endswith(("-", ",", "/", "(")):
            signs.append(Sign("open_end", 1.0, short.text))
    return signs


def _matches(likeness: Likeness, mine: Name, theirs: Name, lexicon: Lexicon) -> Iterator[Sign]:
    """Yield the signs of words that match."""
    matched = [*likeness.same, *(max(pair, key=lexicon.is_known) for pair in likeness.typed)]
    if likeness.cut:
        short, long = (mine, theirs) if likeness.cut == 1 else (theirs, mine)
        matched = list(short.words)
        yield Sign("cut", 1.0, short.text, long.text)
    elif likeness.spaced:
        yield Sign("spacing")
    elif likeness.is_whole and not likeness.typed and not likeness.initials:
        yield Sign("same_words")
    yield from _all_typed(likeness.typed, lexicon, damaged=is_damaged(mine.text) or is_damaged(theirs.text))
    for one, other in likeness.initials:
        yield Sign("initial", 1.0, min(one, other, key=len).upper())
    rarity = sum(lexicon.rarity(word) for word in matched)
    strength = max(-1.0, min(1.0, rarity / EVEN_RARITY - 1.0))
    yield Sign("rarity", round(strength, 3), " ".join(sorted(matched, key=lexicon.rarity, reverse=True)[:3]))


def _all_typed(pairs: Sequence[tuple[str, str]], lexicon: Lexicon, *, damaged: bool) -> Iterator[Sign]:
    """Yield the signs of typing errors: the doubtful one counts, and each further one counts against."""
    found = sorted((list(_typed(*pair, lexicon, damaged=damaged)) for pair in pairs), key=lambda signs: signs[0].weight)
    for number, signs in enumerate(found):
        first, *others = signs
        yield Sign("typing_more", 1.0, first.what, first.other) if number and first.weight > 0 else first
        yield from others


def _typed(one: str, other: str, lexicon: Lexicon, *, damaged: bool) -> Iterator[Sign]:
    counts = lexicon.counts
    wrong, right = sorted((one, other), key=lambda word: (lexicon.is_place(word), counts.get(word, 0), word))
    often, seldom = counts.get(right, 0), counts.get(wrong, 0)
    if lexicon.is_place(wrong) or (seldom > 1 and often < SELDOM * seldom):
        yield Sign("typing_known", 1.0, wrong, right)
    else:
        yield Sign("typing_unknown" if lexicon.is_known(right) else "typing_new", 1.0, wrong, right)
    if OSA.distance(one, other) > 1:
        yield Sign("typing_twice")
    elif not damaged:
        yield from _manner(one, other)


def _manner(one: str, other: str) -> Iterator[Sign]:
    """Yield the signs of what sort of error it would be: some happen seldom, or make another word easily."""
    if len(one) == len(other) and sorted(one) != sorted(other):
        changed = next((a, b) for a, b in zip(one, other, strict=True) if a != b)
        if frozenset(changed) in SOUNDS:
            yield Sign("typing_sound", 1.0, one, other)
            return
        yield Sign("typing_other_letter", 1.0, one, other)
    if one[0] != other[0]:
        yield Sign("typing_begin")
    if min(len(one), len(other)) < SHORT_WORD:
        yield Sign("typing_short", 1.0, min(one, other, key=len))


def _differences(likeness: Likeness, first: Thing, second: Thing, lexicon: Lexicon) -> Iterator[Sign]:
    """Yield the signs of words that only one name has."""
    mine = [word for word in likeness.mine if not word.isdigit()]
    theirs = [word for word in likeness.theirs if not word.isdigit()]
    holder = second if mine else first
    if mine and theirs:
        yield Sign("other_words", 1.0, " ".join(mine), " ".join(theirs))
    elif lexicon.is_place(together := " ".join(sorted(mine or theirs))):
        yield _extra(together, holder, lexicon)
        return
    telling = next((word for word in (*mine, *theirs) if word in DIRECTIONS), "")
    if telling:
        yield Sign("telling_word", 1.0, telling)
    if not (mine and theirs):
        yield from (_extra(word, holder, lexicon) for word in mine or theirs if word != telling)


def _extra(word: str, holder: Thing, lexicon: Lexicon) -> Sign:
    """Return the sign of a word that the name of ``holder`` lacks."""
    if lexicon.is_place(word):
        if not holder.around:
            return Sign("extra_place", 1.0, word)
        here = bool(lexicon.places[word] & holder.around)
        return Sign("extra_place_here" if here else "extra_place_elsewhere", 1.0, word)
    return Sign("extra_common" if lexicon.is_known(word) else "extra_rare", 1.0, word)


def _numbers(mine: Name, theirs: Name) -> Sign:
    if mine.numbers and theirs.numbers:
        return Sign("other_number", 1.0, " ".join(mine.numbers), " ".join(theirs.numbers))
    return Sign("one_number", 1.0, " ".join(mine.numbers or theirs.numbers))


def _part(likeness: Likeness, kind: str) -> int:
    """Return which of the two is a part of the other, by a word that says so; 0 for neither."""
    if kind not in ("Organisation", "Initiative") or not likeness.same or likeness.typed:
        return 0
    if not likeness.mine and any(word in PARTS for word in likeness.theirs):
        return 2
    return 1 if not likeness.theirs and any(word in PARTS for word in likeness.mine) else 0


# ------------------------------------------------------------------------------------------------ beside the names


def _of_facts(first: Thing, second: Thing) -> Iterator[Sign]:
    """Yield the signs of what is known of both beside their names."""
    yield from _of_numbers(first, second)
    yield from _of_places(first, second)
    if first.level and second.level and first.level != second.level:
        yield Sign("other_sort", 1.0, first.level, second.level)
    if second.id in first.direct or first.id in second.direct:
        yield Sign("own_partner")
    shared = first.ties & second.ties
    if shared:
        yield Sign("shared_ties", min(float(len(shared)), MOST_TIES), " ".join(sorted(shared)))
    if first.topics and second.topics:
        both = first.topics & second.topics
        if both:
            yield Sign("same_topics", 1.0, " ".join(sorted(both)))
        else:
            yield Sign("other_topics", 1.0, min(first.topics), min(second.topics))
    if first.started and second.started and abs(int(first.started) - int(second.started)) > 1:
        yield Sign("other_start", 1.0, first.started, second.started)
    if first.kind == "Person":
        yield Sign("namesakes")


def _of_numbers(first: Thing, second: Thing) -> Iterator[Sign]:
    both = sorted(first.numbers.keys() & second.numbers.keys())
    same = [scheme for scheme in both if first.numbers[scheme] == second.numbers[scheme]]
    if same:
        yield Sign("same_identity", 1.0, same[0], first.numbers[same[0]])
    elif both:
        yield Sign("other_identity", 1.0, both[0], f"{first.numbers[both[0]]} / {second.numbers[both[0]]}")
    if first.website and second.website:
        if first.website == second.website:
            yield Sign("same_website", 1.0, first.website)
        else:
            yield Sign("other_website", 1.0, first.website, second.website)


def _of_places(first: Thing, second: Thing) -> Iterator[Sign]:
    if not first.areas or not second.areas:
        return
    shared = (first.areas & second.around) | (second.areas & first.around)
    if shared:
        yield Sign("same_place", 1.0, min(shared))
    elif first.cities and second.cities and not first.cities & second.cities:
        yield Sign("other_city", 1.0, min(first.cities), min(second.cities))
    else:
        yield Sign("other_place", 1.0, min(first.areas), min(second.areas))
