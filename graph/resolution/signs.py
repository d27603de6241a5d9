"""The signs of a pair: what speaks for and against its two being one, each with its strength and its words."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from graph.resolution.catalogue import BASE
from graph.resolution.circumstances import signs_of_facts
from graph.resolution.damage import is_damaged
from graph.resolution.lexicon import Lexicon
from graph.resolution.likeness import Likeness, compare_names
from graph.resolution.names import Name
from graph.resolution.sign import Sign
from graph.resolution.things import Thing
from graph.resolution.vocabulary import DIRECTIONS, PARTS, UNFINISHED

SHORT_WORD = 6
"""Letters of the longest word that is short: in it one letter more or less easily makes another word."""

SELDOM = 4
"""How many times rarer a spelling is at least that is a common error, and not a word of its own."""

SOUNDS = frozenset(frozenset(pair) for pair in ("ck", "sz", "fv", "dt", "gh", "iy", "ei", "sc"))
"""Letters that sound alike, so that people write either."""

ENDINGS = ("s", "n", "en", "e", "je")
"""What makes two words of one: more than one of it, or a small one."""

EVEN_RARITY = 8.0
"""Rarity at which shared words say neither that two are one nor that they are two."""


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
        (*signs, *signs_of_facts(first, second)),
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
        if _is_open(short):
            signs.append(Sign("open_end", 1.0, short.text))
    elif likeness.is_whole and not likeness.cut and (_is_open(mine) or _is_open(theirs)):
        signs.append(Sign("unfinished", 1.0, mine.text if _is_open(mine) else theirs.text))
    return signs


def _matches(likeness: Likeness, mine: Name, theirs: Name, lexicon: Lexicon) -> Iterator[Sign]:
    """Yield the signs of words that match."""
    matched = [*likeness.same, *(max(pair, key=lambda word: lexicon.counts.get(word, 0)) for pair in likeness.typed)]
    if likeness.cut:
        short, long = (mine, theirs) if likeness.cut == 1 else (theirs, mine)
        matched = list(short.words)
        yield Sign("cut", 1.0, short.text, long.text)
        if any(short.bare_run + ending == long.bare_run for ending in ENDINGS):
            yield Sign("typing_ending", 1.0, short.bare[-1], long.bare[-1])
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


def _is_open(name: Name) -> bool:
    """Return whether a name ends where something must follow; an article behind a comma belongs before it."""
    closed = "," in name.text or "(" in name.text
    return (name.every[-1] in UNFINISHED and not closed) or name.text.rstrip().endswith(("-", ",", "/", "("))


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
    if {one, other} & {short + ending for short in (one, other) for ending in ENDINGS}:
        yield Sign("typing_ending", 1.0, one, other)
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
