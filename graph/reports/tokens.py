"""The words of a report, each with its place and what its shape tells."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import combining, normalize

from graph.reports.layout import Block, BlockKind, Layout

_TOKEN = re.compile(
    r"['’‘`]s-(?=[A-Z])[^\W_]+(?:-[^\W_]+)*"  # 's-Gravenhage
    r"|['’‘`](?:[stnrkdSTN]|ns)(?=[\s-])"  # 't, 's, 'n
    r"|(?:[A-Z]\.-?){1,6}(?:(?:Th|Ch|Ph|Chr|Fr)\.(?:[A-Z]\.){0,4})?(?![^\W\d_]{2})"
    r"|(?:IJ|Th|Ch|Ph|St)\.(?=\s?[A-Z])"  # initials
    r"|[^\W_]+(?:(?:[-'’.@](?=[^\W_]))[^\W_]+)*-?"  # words, with a hyphen at the end in "Geuzen- en"
    r"|\.{2,}|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign.

    Parameters
    ----------
    text
        As it is written.
    start, end
        Its place.
    block
        Number of its block.
    opens
        Whether it opens a sentence, a block or what stands behind a colon, where a capital says nothing.
    lower
        It in small letters.
    is_capital
        Whether its first letter is a capital, an apostrophe before it left out.
    is_word
        Whether it has letters.
    """

    text: str
    start: int
    end: int
    block: int
    opens: bool
    lower: str
    is_capital: bool
    is_word: bool


@dataclass(frozen=True, slots=True)
class Words:
    """All tokens of a report, and the layout they stand in."""

    layout: Layout
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]

    def between(self, start: int, end: int) -> range:
        """Return the numbers of the tokens from one place to another."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def block_of(self, number: int) -> Block:
        """Return the block that a token stands in."""
        return self.layout.blocks[self.tokens[number].block]

    def in_heading(self, number: int) -> bool:
        """Return whether a token stands in a heading."""
        return self.block_of(number).kind is BlockKind.HEADING

    def text(self, first: int, last: int) -> str:
        """Return the text from one token up to and with another, on one line, broken words joined."""
        raw = self.layout.masked.text[self.tokens[first].start : self.tokens[last].end]
        return " ".join(re.sub(r"(?<=\w)-\n\s*(?=[a-z])", "", raw).split())

    def at(self, number: int) -> str:
        """Return the text of a token, or nothing beyond the ends of the report."""
        return self.tokens[number].text if 0 <= number < len(self.tokens) else ""

    def beside(self, number: int, step: int) -> str:
        """Return the text of the token a step further in the same block, else nothing."""
        other = number + step
        if not 0 <= other < len(self.tokens) or self.tokens[other].block != self.tokens[number].block:
            return ""
        return self.tokens[other].text


def find_words(layout: Layout) -> Words:
    """Return the words of a report.

    Notes
    -----
    Linear in the length of the text.
    """
    openings = {one.start for one in layout.sentences}
    tokens: list[Token] = []
    for number, block in enumerate(layout.blocks):
        opens = True
        for found in _TOKEN.finditer(layout.masked.text, block.start, block.end):
            text = found.group()
            opens = opens or found.start() in openings
            shape = (text.lower(), _is_capital(text), any(map(str.isalpha, text)))
            tokens.append(Token(text, found.start(), found.end(), number, opens, *shape))
            opens = text == ":" or (opens and not any(one.isalnum() for one in text))
    return Words(layout, tuple(tokens), tuple(one.start for one in tokens))


def _is_capital(text: str) -> bool:
    return text.lstrip("'’‘`")[:1].isupper() or text[:3] in ("'s-", "’s-")


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Return a text in small letters, without accents, apostrophes straight, hyphens and blanks as one blank."""
    plain = "".join(one for one in normalize("NFD", text.casefold()) if not combining(one))
    return " ".join(re.sub(r"[’‘`]", "'", plain).replace("-", " ").split())
