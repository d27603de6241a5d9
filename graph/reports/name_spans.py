"""Where a name in capitals ends: which tokens beside a capital belong to the same name."""

from __future__ import annotations

from collections.abc import Mapping

from graph.reports.areas import AreaMention
from graph.reports.lexicon import Lexicon
from graph.reports.people import PersonMention, is_role
from graph.reports.tokens import Words
from graph.reports.words import words

_LIST = words("bodies")
_TAILS, _EVENTS = frozenset(_LIST["tails"]), frozenset(_LIST["event_words"])
_LINKS, _SHORT_LINKS = frozenset(_LIST["links"]), frozenset(_LIST["short_links"])
_NO_LINK_FIRST = frozenset(("in", "op", "uit", "bij", "te", "aan", "en"))
_ARTICLES = frozenset(("de", "het", "een", "'t", "’t", "d'", "'s", "’s", "'n"))
_OPENING, _CLOSING = "‘“\"'„«", "’”\"'”»"
_LONGEST_QUOTE = 9
"""Tokens between quotation marks that may be a name; more is somebody's words."""


class NameSpans:
    """Knows which tokens of a text may form one name.

    Parameters
    ----------
    found
        The words of the report.
    lexicon
        What is known of words.
    areas, people
        What was found before.
    """

    def __init__(self, found: Words, lexicon: Lexicon, areas: list[AreaMention], people: list[PersonMention]) -> None:
        self.found = found
        self.tokens = found.tokens
        self.lexicon = lexicon
        self.areas: Mapping[int, AreaMention] = {
            number: one for one in areas for number in range(one.first, one.last + 1)
        }
        self.people = {number for one in people for number in range(one.first, one.last + 1)}

    def is_one_block(self, number: int, other: int) -> bool:
        """Return whether two tokens stand in one block; the second may lie beyond the end."""
        return other < len(self.tokens) and self.tokens[other].block == self.tokens[number].block

    def is_plain(self, number: int) -> bool:
        """Return whether a token is an ordinary word and in no area."""
        return self.lexicon.is_ordinary(self.tokens[number].text) and number not in self.areas

    def is_area(self, first: int, last: int) -> bool:
        """Return whether all words from one token to another are areas."""
        return all(one in self.areas or not self.tokens[one].is_word for one in range(first, last + 1))

    # ------------------------------------------------------------------------------------------------ capitals

    def capitals_from(self, number: int, head: int) -> int | None:
        """Return the last of the capitals from a token on, in the block of the head; None where there is none."""
        last = None
        current = number
        while self.is_one_block(head, current) and not self._ends_name(current, head):
            token = self.tokens[current]
            if "." in token.text[1:-1] and token.text[-1].islower():
                break  # the name of a website
            if token.is_capital or (last is not None and token.text[0].isdigit() and len(token.text) < 4):
                last = current
            elif not self._binds(current, last, headed=number != head):
                break
            current += 1
        return last

    def _binds(self, number: int, last: int | None, *, headed: bool) -> bool:
        """Return whether a token that is no capital may stand inside a name."""
        text, after = self.tokens[number].text, self.found.beside(number, 1)
        if not after[:1].isupper() and after not in _ARTICLES:
            return False
        if text in _ARTICLES and last is None:
            return text[0] in "'’"
        if text in ("&", "+"):
            return True
        if text not in ("en", "-") or last is None or not headed or after in ("De", "Het"):
            return False
        two_areas = last in self.areas and number + 1 in self.areas and not self.found.beside(number, 2)[:1].isupper()
        return two_areas or (self.is_plain(last) and self.is_plain(number + 1))

    def _ends_name(self, number: int, head: int) -> bool:
        """Return whether a token cannot be part of a name that began before it."""
        token = self.tokens[number]
        if number == head:
            return number in self.people
        gap = self.found.layout.masked.text[self.tokens[number - 1].end : token.start]
        role = is_role(token.text) and number > head + 1
        return number in self.people or token.opens or "\n\n" in gap or len(gap) > 3 or role

    # ------------------------------------------------------------------------------------------------ small words

    def with_tail(self, last: int) -> int:
        """Return where a name ends that goes on with "voor Elkaar" or the like."""
        for size in (3, 2):
            tail = self.found.text(last + 1, last + size) if self.is_one_block(last, last + size) else ""
            if tail.lower() in _TAILS and tail.split()[-1][0].isupper():
                return last + size
        return last

    def continued(self, last: int) -> int:
        """Return where a name ends that goes on behind small words: "Huis van de Wijk", "Moeders voor Moeders"."""
        step = 1
        while step < 4 and self.found.beside(last, step) in _SHORT_LINKS:
            step += 1
        number, link = last + step, self.found.beside(last, 1)
        if step == 1 or link not in ("van", "voor", "in", "veur") or not self.is_one_block(last, number):
            return last
        capital = self.tokens[number].is_capital and number not in self.people
        if not capital or not self.is_plain(last) or self.tokens[last].lower in _EVENTS:
            return last
        return number if link != "in" or number not in self.areas else last

    def behind_head(self, number: int, head: int) -> int:
        """Return where the capitals behind a head begin, small words left out: "Buurthuis van de Toekomst"."""
        target = number
        while target < number + 3 and self.found.beside(head, target - head) in ("van", "de", "het", "voor", "der"):
            target += 1
        capital = target > number and self.is_one_block(head, target) and self.tokens[target].is_capital
        return target if capital and target not in self.areas and target not in self.people else number

    def end_behind_head(self, number: int, head: int) -> int | None:
        """Return where the name behind a head ends: capitals, and small links where the head is a capital too."""
        last = self.capitals_from(number, head)
        if last is None:
            return None
        last = self.with_tail(last)
        while self.tokens[head].is_capital and (link := self._linked(last, head)) is not None:
            last = link
        area = self.areas.get(number)
        if area is not None and area.last + 1 in self.areas:
            return min(last, area.last)  # two areas side by side: "wijkvereniging Linde Amersfoort"
        return last

    def _linked(self, last: int, head: int) -> int | None:
        """Return where a name goes on behind small words: "Kenniscentrum Instituties voor de Open Samenleving"."""
        step = 1
        while step < 4 and self.found.beside(last, step) in _LINKS:
            step += 1
        if step == 1 or not self.is_one_block(head, last + step) or self.found.beside(last, 1) in _NO_LINK_FIRST:
            return None
        return self.capitals_from(last + step, head) if last + step not in self.areas else None

    def quoted(self, number: int, head: int) -> tuple[int, int] | None:
        """Return the tokens inside quotation marks that begin at a token."""
        if not self.is_one_block(head, number) or self.tokens[number].text not in _OPENING:
            return None
        for last in range(number + 1, min(number + _LONGEST_QUOTE, len(self.tokens))):
            if self.tokens[last].text in _CLOSING and self.is_one_block(head, last):
                return (number + 1, last - 1) if last > number + 1 else None
        return None
