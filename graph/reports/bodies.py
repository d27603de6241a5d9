"""Finds initiatives and organisations: by the word before their name, by how it ends, by its letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.reports.areas import AreaMention
from graph.reports.body_names import BodyMention, without_article
from graph.reports.capital_runs import CapitalRuns
from graph.reports.common_bodies import find_common_bodies
from graph.reports.headed_names import HeadedNames
from graph.reports.lexicon import Lexicon
from graph.reports.limits import LONGEST_NAME
from graph.reports.name_spans import NameSpans
from graph.reports.people import PersonMention
from graph.reports.tokens import Words, fold
from graph.reports.words import words

_GENERIC = frozenset(words("bodies")["generic"])


def find_body_mentions(
    found: Words, lexicon: Lexicon, areas: list[AreaMention], people: list[PersonMention]
) -> list[BodyMention]:
    """Return the initiatives and organisations named in a text, in its order.

    Parameters
    ----------
    found
        The words of the report.
    lexicon
        What is known of words.
    areas, people
        What was found before; a name may hold an area, never a person.

    Notes
    -----
    Linear in the number of words.
    """
    spans = NameSpans(found, lexicon, areas, people)
    headed, runs = HeadedNames(spans), CapitalRuns(spans)
    mentions: list[BodyMention] = []
    number = 0
    while number < len(found.tokens):
        mention = None
        if found.tokens[number].is_word and number not in spans.people:
            mention = headed.at(number) or runs.at(number) or _generic(found, number)
        if mention is None or len(mention.name) > LONGEST_NAME:
            number += 1
            continue
        mentions.append(_with_acronym(found, mention))
        number = mentions[-1].last + 1
    mentions = [one for one in mentions if without_article(one.name) not in runs.things]
    mentions += _opening(spans, mentions)
    return sorted([*mentions, *find_common_bodies(spans, mentions)], key=lambda one: one.first)


def _opening(spans: NameSpans, mentions: list[BodyMention]) -> Iterator[BodyMention]:
    """Yield names found elsewhere that also open a sentence, where a capital alone said too little."""
    kinds = {fold(name): one.kind for one in mentions for name in (one.name, *one.others)}
    taken = {number for one in mentions for number in range(one.first, one.last + 1)}
    for number, token in enumerate(spans.tokens):
        if number in taken or not token.opens or not token.is_capital or number in spans.people:
            continue
        for last in range(min(number + 4, len(spans.tokens) - 1), number - 1, -1):
            name = spans.found.text(number, last)
            if fold(name) in kinds and spans.is_one_block(number, last):
                yield BodyMention(number, last, name, kinds[fold(name)], 0.7)
                break


def _generic(found: Words, number: int) -> BodyMention | None:
    """Return the police and the like, which one report speaks of as one body."""
    lower, before = found.tokens[number].lower, found.beside(number, -1).lower()
    if lower not in _GENERIC:
        return None
    acting = before == "de" and found.beside(number, -2).lower() in ("namens", "met", "door")
    if before != "(" and not acting:
        return None
    return BodyMention(number, number, lower.capitalize(), "organisation", 0.5)


def _with_acronym(found: Words, mention: BodyMention) -> BodyMention:
    """Add an acronym that stands in brackets directly behind a name."""
    last = mention.last
    inside = found.beside(last, 2)
    if found.beside(last, 1) != "(" or found.beside(last, 3) != ")" or not inside.isupper():
        return mention
    initials = "".join(word[0] for word in re.findall(r"\w+", mention.name)).upper()
    if (inside[0] == initials[0] or inside in initials) and 1 < len(inside) < 9:
        return replace(mention, last=last + 3, others=(*mention.others, inside))
    return mention
