"""Finds people: a first name or initials and a surname, a title and a surname, or a name in a list of who came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from graph.reports.areas import AreaMention
from graph.reports.layout import BlockKind
from graph.reports.lexicon import Lexicon
from graph.reports.tokens import Token, Words
from graph.reports.words import words

_LIST = words("names")
_PARTICLES = frozenset(word for one in _LIST["particles"] for word in one.split())
_TITLES, _SPEECH = frozenset(_LIST["titles"]), frozenset(_LIST["speech"])
_NOT_FIRST, _NOT_ENDS = frozenset(_LIST["not_first"]), tuple(_LIST["not_surname_ends"])
_ROLES = frozenset(_LIST["roles"])
_ATTENDANCE = frozenset(_LIST["attendance"])
_PRESENT = ("aanwezig", "afwezig", "deelnemers", "present", "in attendance", "apologies")
"""How the label of a list of who came begins."""
_ROLE_ENDS = tuple(_LIST["role_ends"])
_SAINTS = frozenset(("St", "St.", "Sint", "Sint."))
_CAPITALS = frozenset(words("common")["capitals"])
_KNOWN = frozenset(part for one in words("bodies")["known"] for part in one.split())
_TAILS = frozenset(words("bodies")["tails"])
_AUXILIARIES = frozenset(words("bodies")["auxiliaries"])
_VERB_ENDS = ("t", "de", "te", "ed")
_NO_VERBS = frozenset(("niet", "want", "beide", "biedt"))
"""Words that end as verbs do; and what an institution with a first name for its name does ("Florence biedt")."""
_HEADS = frozenset(
    one for name in ("initiative_heads", "organisation_heads", "describing_heads") for one in words("bodies")[name]
)


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person named in a text, from one token up to and with another.

    Parameters
    ----------
    first, last
        Numbers of its tokens, titles left out.
    given
        First names or initials; empty for a title and surname.
    surname
        With its particles; empty for a first name alone.
    certainty
        How sure it is a person.
    """

    first: int
    last: int
    given: tuple[str, ...] = field(default=())
    surname: str = ""
    certainty: float = 0.8


def find_person_mentions(found: Words, lexicon: Lexicon, areas: list[AreaMention]) -> list[PersonMention]:
    """Return the people named in a text, in its order.

    Parameters
    ----------
    found
        The words of the report.
    lexicon
        What is known of names.
    areas
        Where areas are named; those are no surnames by themselves.

    Notes
    -----
    Linear in the number of words.
    """
    search = _Search(found, lexicon, areas)
    mentions = list(search.whole_names())
    taken = {number for one in mentions for number in range(one.first, one.last + 1)}
    known_given = {one.given[0] for one in mentions if one.given and not one.given[0].endswith(".")}
    known_surnames = {one.surname.split()[-1] for one in mentions if one.surname}
    mentions += search.single_names(taken, known_given, known_surnames)
    return sorted(mentions, key=lambda one: one.first)


@lru_cache(maxsize=16_384)
def is_role(word: str) -> bool:
    """Return whether a word names a role: one of our list, or a compound that ends in one ("opbouwwerker")."""
    lower = word.lower()
    return lower in _ROLES or any(lower.endswith(end) and len(lower) > len(end) + 2 for end in _ROLE_ENDS)


def _are_roles(word: str) -> bool:
    """Return whether a word names a role, of one or of several people ("wethouders")."""
    return is_role(word) or (word.endswith("s") and is_role(word[:-1]))


class _Search:
    """One search through one text."""

    def __init__(self, found: Words, lexicon: Lexicon, areas: list[AreaMention]) -> None:
        self._found = found
        self._tokens = found.tokens
        self._lexicon = lexicon
        self._in_area = {number for one in areas for number in range(one.first, one.last + 1)}

    # ------------------------------------------------------------------------------------------------ whole names

    def whole_names(self) -> Iterator[PersonMention]:
        """Yield first names or initials with a surname, and titles or roles with a surname."""
        number = 0
        while number < len(self._tokens):
            mention = self._named_at(number) or self._titled_at(number)
            if mention is None:
                number += 1
                continue
            yield mention
            number = mention.last + 1

    def _named_at(self, number: int) -> PersonMention | None:
        token = self._tokens[number]
        initials = _is_initials(token)
        sure = initials or self._is_first_name(token)
        if not sure and not self._may_be_first_name(number):
            return None
        after = number + 1
        while after < len(self._tokens) and after - number < 4 and self._goes_on(number, after):
            after += 1
        end = self._surname_end(after, number)
        if end is None:
            return None
        weight = self._weight(number, after, end, initials)
        if weight < 0.5:
            return None
        given = tuple(one.text for one in self._tokens[number:after])
        return PersonMention(number, end, given, self._found.text(after, end), weight)

    def _goes_on(self, number: int, after: int) -> bool:
        """Return whether a token is one more first name or initial: a surname must still follow."""
        token = self._tokens[after]
        if token.block != self._tokens[number].block or token.opens:
            return False
        if _is_initials(token):
            return True
        surname_follows = self._surname_end(after + 1, number) is not None
        return self._is_first_name(token) and surname_follows and token.text.lower() not in _PARTICLES

    def _surname_end(self, number: int, first: int) -> int | None:
        """Return where a surname that may begin at a token ends: up to three particles, and a capital or two."""
        particles = 0
        while particles < 4 and self._is_particle(number + particles, first):
            particles += 1
        last = number + particles
        if not self._is_surname(last, first):
            return None
        second = last + 1
        while (
            second - last < 4
            and self._is_particle(second, first)
            and self._tokens[second].text not in ("in", "tot", "over")
        ):
            second += 1
        if second > last + 1 and self._is_surname(second, first) and second not in self._in_area:
            return second if self._known_surname(second) else last
        if (
            second == last + 1
            and self._is_surname(second, first)
            and self._known_surname(second)
            and not self._known_surname(last)
        ):
            return second
        return last

    def _is_particle(self, number: int, first: int) -> bool:
        return self._same_run(number, first) and self._tokens[number].lower.replace("’", "'") in _PARTICLES

    def _is_surname(self, number: int, first: int) -> bool:
        if not self._same_run(number, first):
            return False
        token = self._tokens[number]
        if not token.is_capital or len(token.text) < 2 or not token.text[0].isalpha() or token.opens:
            return False
        if token.text.isupper() and len(token.text) > 1 and not self._tokens[first].text.isupper():
            return False
        if token.text in _CAPITALS and token.lower not in self._lexicon.surnames:
            return False
        return not (token.lower.endswith(_NOT_ENDS) and token.lower not in self._lexicon.surnames) and not _is_head(
            token
        )

    def _same_run(self, number: int, first: int) -> bool:
        if number >= len(self._tokens) or self._tokens[number].block != self._tokens[first].block:
            return False
        return self._tokens[number].start - self._tokens[number - 1].end <= 2 and not self._tokens[number].opens

    def _known_surname(self, number: int) -> bool:
        return self._tokens[number].lower in self._lexicon.surnames

    def _is_first_name(self, token: Token) -> bool:
        text = token.text
        if not token.is_capital or len(text) < 2 or token.lower in _NOT_FIRST or (text.isupper() and len(text) > 2):
            return False
        names = self._lexicon.first_names
        return token.lower in names or (
            "-" in text and token.lower.split("-")[0] in names and text.split("-")[1][:1].isupper()
        )

    def _may_be_first_name(self, number: int) -> bool:
        """Return whether a capital that no list knows may be a first name by the words beside it."""
        token = self._tokens[number]
        if not token.is_capital or not token.text[1:].islower() or token.text in _CAPITALS:
            return False
        if token.lower in _NOT_FIRST or token.lower in _TITLES or is_role(token.text):
            return False
        role_before = _are_roles(self._found.beside(number, -1)) and not self._lexicon.is_ordinary(
            self._found.beside(number, 1)
        )
        if self._lexicon.is_ordinary(token.text) and not role_before:
            return False
        if number in self._in_area or _is_head(token) or token.lower in self._lexicon.streets or token.text in _KNOWN:
            return False
        before, after = self._found.beside(number, -1).lower(), self._found.beside(number, 3)
        listed = self._in_list(number)
        return (
            _are_roles(before)
            or before in ("volgens", "aldus", *_TITLES)
            or listed
            or (self._is_particle(number + 1, number) and self._ends_known(number))
            or after == "("
            or (before in (",", "en") and self._found.beside(number, 2) in (",", "en", ".", ""))
            or self._apposition(number)
            or (self._known_next(number) and self._found.beside(number, 2) in _SPEECH)
        )

    def _known_next(self, number: int) -> bool:
        """Return whether a capital that is a known surname follows."""
        after = self._found.beside(number, 1)
        return after[:1].isupper() and after.lower() in self._lexicon.surnames

    def _ends_known(self, number: int) -> bool:
        """Return whether particles and a known surname follow: "Liejan van Horen"."""
        end = self._surname_end(number + 1, number)
        if end is None or end in self._in_area or self._tokens[number + 1].text not in ("van", "de", "den", "der"):
            return False
        return self._known_surname(end) and not self._lexicon.is_ordinary(self._tokens[end].text)

    def _apposition(self, number: int) -> bool:
        """Return whether a name of two words is followed by a comma and a role."""
        comma = self._found.beside(number, 2) == ","
        return comma and any(is_role(self._found.beside(number, step)) for step in (3, 4))

    def _in_list(self, number: int) -> bool:
        block = self._found.block_of(number)
        section = block.section.rstrip(":").lower()
        text = self._found.layout.masked.text[block.start : block.end]
        if block.label in _ATTENDANCE or block.label.startswith(_PRESENT):
            return True
        if section.startswith(_PRESENT) and text.count(",") > 1:
            return True
        return block.kind is BlockKind.ITEM and section in _ATTENDANCE

    def _weight(self, number: int, after: int, end: int, initials: bool) -> float:
        """Return how likely first name and surname are a person."""
        surname = self._tokens[end]
        particles = end > after
        if (self._tokens[number].text in _KNOWN and surname.text in _KNOWN) or self._tokens[number].text in _SAINTS:
            return 0.0
        street = self._found.text(number, end).lower() in self._lexicon.streets
        following = self._found.beside(end, 1)
        if street and (following[:1].isdigit() or self._found.beside(number, -1).lower() in ("aan", "in", "op", "de")):
            return 0.0
        if (following[:1].isupper() and following.lower().endswith(_NOT_ENDS)) or following.lower() in (
            "straat",
            "school",
        ):
            return 0.0
        if self._known_surname(end) or initials or particles:
            before = self._found.beside(number, -1).lower()
            return 0.6 if before in _HEADS else 0.95
        if self._lexicon.is_ordinary(surname.text) or end in self._in_area:
            if self._supported(number, end):
                return 0.8
            return 0.75 if surname.lower not in _TAILS and self._among_people(number, end) else 0.3
        return 0.85

    def _supported(self, number: int, end: int) -> bool:
        """Return whether the words beside a name say that it is a person."""
        before, after = self._found.beside(number, -1), self._found.beside(end, 1)
        return (
            _are_roles(before)
            or before.lower() in ("volgens", "aldus")
            or after.lower() in _SPEECH
            or self._in_list(number)
            or (after in ("(", ",") and is_role(self._found.beside(end, 2)))
        )

    def _among_people(self, number: int, end: int) -> bool:
        """Return whether a name stands in a row with another person's."""
        if not self._is_first_name(self._tokens[number]) or self._lexicon.is_ordinary(self._tokens[number].text):
            return False
        if self._found.beside(end, 1) in (",", "en", "and", "&") and end + 2 < len(self._tokens):
            return self._is_first_name(self._tokens[end + 2]) or _is_initials(self._tokens[end + 2])
        if self._found.beside(number, -1) in (",", "en", "and", "&"):
            return any(self._is_first_name(self._tokens[one]) for one in range(max(number - 5, 0), max(number - 2, 0)))
        return False

    # ------------------------------------------------------------------------------------------------ titles

    def _titled_at(self, number: int) -> PersonMention | None:
        """Return a surname that follows a title or role: "mevrouw De Vries", "wethouder Klein"."""
        token = self._tokens[number]
        title = token.lower in _TITLES or f"{token.lower}." in _TITLES
        if not title and not (is_role(token.text) and token.lower not in ("lid", "bewoner", "eigenaar")):
            return None
        start = number + 1
        if title and self._found.at(start) == ".":
            start += 1
        end = self._surname_end(start, number) if start < len(self._tokens) else None
        if end is None or self._named_at(start) is not None:
            return None
        last = self._tokens[end]
        if not title and end > start and self._tokens[start].text.islower() and not self._known_surname(end):
            return None  # "voorzitter van Twentse Noabers"
        unknown = not self._known_surname(end) and (self._lexicon.is_ordinary(last.text) or end in self._in_area)
        if (unknown and not title) or last.text in _KNOWN or _is_head(self._tokens[start]):
            return None
        return PersonMention(
            start, end, (), self._found.text(start, end), 0.9 if title or self._known_surname(end) else 0.65
        )

    # ------------------------------------------------------------------------------------------------ one name alone

    def single_names(self, taken: set[int], given: set[str], surnames: set[str]) -> Iterator[PersonMention]:
        """Yield first names alone where they surely mean somebody, and surnames of people named in full elsewhere."""
        for number, token in enumerate(self._tokens):
            if number in taken or not token.is_capital or number in self._in_area:
                continue
            if token.text in given and not self._lexicon_word(token):
                yield PersonMention(number, number, (token.text,), "", 0.9)
            elif token.text in surnames and not token.opens and not self._continues_name(number):
                yield PersonMention(number, number, (), token.text, 0.8)
            elif self._is_first_name(token) and not self._continues_name(number) and self._acts(number):
                yield PersonMention(number, number, (token.text,), "", 0.7)

    def _lexicon_word(self, token: Token) -> bool:
        return token.opens and token.lower in self._lexicon.ordinary and token.lower not in self._lexicon.first_names

    def _continues_name(self, number: int) -> bool:
        """Return whether a capital stands directly before or behind: part of another name."""
        tokens = self._tokens
        after = (
            number + 1 < len(tokens)
            and tokens[number + 1].block == tokens[number].block
            and tokens[number + 1].is_capital
        )
        before = number > 0 and tokens[number - 1].block == tokens[number].block and tokens[number - 1].is_capital
        before = before and not tokens[number].opens and not tokens[number - 1].opens
        lower = self._found.beside(number, -1).lower()
        return after or before or _is_head(tokens[number - 1]) or lower in _PARTICLES or lower in ("het", "sint")

    def _acts(self, number: int) -> bool:
        """Return whether a first name alone is somebody: in a list of people, or before a verb of saying or doing."""
        token, block = self._tokens[number], self._found.block_of(number)
        if block.label in _ATTENDANCE or (block.kind is BlockKind.ITEM and block.section.rstrip(":") in _ATTENDANCE):
            return True
        ordinary = self._lexicon.is_ordinary(token.text)
        if block.label == token.lower or block.label.startswith(f"actie {token.lower}"):
            return True
        if ordinary:
            return False
        before, after = (self._found.beside(number, step).lower() for step in (-1, 1))
        if after in _SPEECH or after == ":" or before in _SPEECH:
            return True
        if before in ("met", "door") and after.isalpha() and self._found.beside(number, 1).islower():
            return token.text not in _KNOWN
        return token.text not in _KNOWN and (self._does(number) or (before == "actie" and after == ")"))

    def _does(self, number: int) -> bool:
        """Return whether a first name opens a sentence and a verb follows, or a role in brackets stands behind it."""
        after = self._found.beside(number, 1)
        if after in ("(", ",") and any(is_role(self._found.beside(number, step)) for step in (2, 3)):
            return True
        verb = after in _AUXILIARIES or (after.islower() and len(after) > 3 and after.endswith(_VERB_ENDS))
        return self._tokens[number].opens and verb and after not in _NO_VERBS


def _is_initials(token: Token) -> bool:
    text = token.text
    return (
        text.endswith(".")
        and text[:1].isupper()
        and len(text) <= 9
        and text.count(".") >= len(text.replace(".", "")) / 2
    )


def _is_head(token: Token) -> bool:
    return token.lower in _HEADS
