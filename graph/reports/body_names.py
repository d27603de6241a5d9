"""What the words of a name tell by themselves: whether it is an initiative's or an organisation's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.reports.tokens import fold
from graph.reports.words import words

_LIST = words("bodies")
_HEADS: tuple[tuple[str, frozenset[str]], ...] = (
    ("initiative", frozenset(_LIST["initiative_heads"])),
    ("organisation", frozenset(_LIST["organisation_heads"])),
    ("describing", frozenset(_LIST["describing_heads"])),
)
_SUFFIXES: dict[str, tuple[str, ...]] = {kind: tuple(ends) for kind, ends in _LIST["suffixes"].items()}
_TAILS = frozenset(_LIST["tails"])
_CIVIC_WORDS, _PLURALS = frozenset(_LIST["civic_words"]), tuple(_LIST["plurals"])
_CIVIC = re.compile(r"(?:buurt|wijk|bewoner|dorp)(?!team)(?:\w{3,}|s?$)")
_CIVIC_HEAD = re.compile(
    r"(?:buurt|wijk|dorps|bewoners)"
    r"(?!team|bewoner|agent|zuster|verpleeg|centr|huis$|coach|genoot|genoten|gericht|en$|s$)[a-zëï]{4,}"
)
_HAPPENINGS = (*_LIST["event_ends"], *_LIST["meeting_ends"], "krant", "plan", "schouw", "markt", "dag", "budget")
_ARTICLE = re.compile(r"^(?:de|het|the) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A body named in a text, from one token up to and with another.

    Parameters
    ----------
    first, last
        Numbers of its tokens.
    name
        What it is called.
    kind
        ``initiative`` or ``organisation``.
    certainty
        How sure it is.
    others
        Other spellings that stand there: with the word that describes it, an acronym in brackets.
    """

    first: int
    last: int
    name: str
    kind: str
    certainty: float
    others: tuple[str, ...] = ()


def head_kind(word: str) -> str:
    """Return what a word makes of the name behind it: ``initiative``, ``organisation``, ``describing``, or nothing.

    Parameters
    ----------
    word
        One word, or two that belong together ("repair café").
    """
    lower = word.lower()
    for kind, heads in _HEADS:
        if lower in heads:
            return kind
    if " " in lower or len(lower) <= 7:
        return ""
    return next((kind for kind, ends in _SUFFIXES.items() if lower.endswith(ends)), "")


def is_civic_head(word: str) -> bool:
    """Return whether a small word like "buurtbatterij" makes an initiative of the name behind it.

    A word like "wijkoverleg" or "buurtmarkt" does not: what is named so is a meeting or an event.
    """
    return word[:1].islower() and bool(_CIVIC_HEAD.fullmatch(word)) and not word.endswith(_HAPPENINGS)


def is_head(word: str) -> bool:
    """Return whether a word by itself is such a head, or the plural of one, and so no name."""
    lower = word.lower()
    return any(lower in heads for _, heads in _HEADS) or lower.endswith(_PLURALS)


def kind_of_name(name: str) -> str:
    """Return ``initiative`` or ``organisation``, by the words of a name."""
    lowers = fold(name).split()
    civic = any(_CIVIC.match(one) or one in _CIVIC_WORDS for one in lowers)
    civic = civic or (len(lowers) > 1 and lowers[-1] in _TAILS)
    return "initiative" if civic or any(head_kind(one) == "initiative" for one in name.split()) else "organisation"


def without_article(name: str) -> str:
    """Return a name folded, without the article before it."""
    return fold(_ARTICLE.sub("", name))


def merge_names(mentions: Iterable[BodyMention]) -> list[list[BodyMention]]:
    """Return the mentions of each body together: those that share a name, a name without its head, or initials.

    Notes
    -----
    About linear in the number of mentions.
    """
    groups: list[list[BodyMention]] = []
    by_name: dict[str, list[BodyMention]] = {}
    for mention in mentions:
        keys = [without_article(name) for name in (mention.name, *mention.others)] + _initials(mention.name)
        group = next((by_name[key] for key in keys if key in by_name), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(mention)
        by_name.update(dict.fromkeys(keys, group))
    return groups


def _initials(name: str) -> list[str]:
    """Return the acronym of a name of three capitals or more: "Stonefield Community Association" is the SCA."""
    letters = [one[0] for one in name.split() if one[0].isupper()]
    return ["".join(letters).lower()] if len(letters) > 2 else []
