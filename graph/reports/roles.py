"""Makes people of the names found: each once, with the role and organisation that the words beside the name give."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.reports.areas import AreaMention
from graph.reports.body_names import BodyMention, head_kind
from graph.reports.lexicon import Lexicon
from graph.reports.passages import around
from graph.reports.people import PersonMention, is_role
from graph.reports.proposals import Person
from graph.reports.tokens import Words, fold
from graph.reports.words import words

_PUBLIC = frozenset(words("names")["public"])
_MODIFIERS = frozenset(words("bonds")["modifiers"])
_CAPITALS = frozenset(words("common")["capitals"])
_PORTFOLIO = ("wethouder", "minister", "staatssecretaris", "gedeputeerde", "burgemeester", "alderman")
_LINKS = frozenset(
    ("van", "bij", "de", "het", "namens", "voor", "uit", "of", "at", "for", "the", "from", "'t", "onze", "in")
)
_TITLES = frozenset(words("names")["titles"])
_BEFORE_ROLE = frozenset(("die", "de", "het", "een", "onze", "als", "tevens", "ook", "the", "a")) | _MODIFIERS
_ADDED = 0.75
"""How sure a body is that stands in brackets behind a person."""


@dataclass(slots=True)
class _Told:
    """What the words beside one mention tell."""

    role: str = ""
    organisation: str = ""


@dataclass(slots=True)
class PeopleFound:
    """The people, which mentions are whose, and what else their brackets name.

    Parameters
    ----------
    people
        In the order of the text.
    owner_of
        The person of each mention, by the number of its first token.
    added
        Bodies that only stand in brackets behind a person.
    struck
        First tokens of bodies that are portfolios of a politician after all.
    """

    people: list[Person] = field(default_factory=list)
    owner_of: dict[int, Person] = field(default_factory=dict)
    added: list[BodyMention] = field(default_factory=list)
    struck: set[int] = field(default_factory=set)


class PeopleCollector:
    """Joins the mentions of people in one text.

    Parameters
    ----------
    found
        The words of the report.
    lexicon
        What is known of words.
    areas, bodies
        What was found before.
    """

    def __init__(self, found: Words, lexicon: Lexicon, areas: list[AreaMention], bodies: list[BodyMention]) -> None:
        self._found = found
        self._lexicon = lexicon
        self._areas = {number for one in areas for number in range(one.first, one.last + 1)}
        self._starts = {one.first: one for one in bodies}
        self._ends = {one.last: one for one in bodies}
        self._result = PeopleFound()

    def collect(self, mentions: Iterable[PersonMention]) -> PeopleFound:
        """Return each person once.

        Parameters
        ----------
        mentions
            What `find_person_mentions` gave.

        Notes
        -----
        Linear in the number of mentions times that of people with one surname or first name.
        """
        groups = _Groups()
        for mention in sorted(mentions, key=_rank):
            groups.add(mention)
        for group in sorted(groups.all, key=lambda one: min(mention.first for mention in one)):
            self._add(group)
        return self._result

    def _add(self, group: list[PersonMention]) -> None:
        names = list(dict.fromkeys(self._found.text(one.first, one.last) for one in group))
        first = min(group, key=lambda one: one.first)
        token = self._found.tokens[first.first]
        where = around(self._found.layout, token.start, self._found.tokens[first.last].end)
        person = Person(where, max(one.certainty for one in group), names[0], aliases=names[1:])
        for mention in sorted(group, key=lambda one: one.first):
            told = self._told(mention)
            person.role = person.role or told.role
            person.organisation = person.organisation or told.organisation
            self._result.owner_of[mention.first] = person
        last_word = person.role.lower().split()[-1] if person.role else ""
        person.public = last_word in _PUBLIC or last_word.endswith("wethouder")
        self._result.people.append(person)

    # ------------------------------------------------------------------------------------------------ beside a name

    def _told(self, mention: PersonMention) -> _Told:
        told = self._before(mention.first)
        after = self._bracketed(mention.last, told.role) or self._behind(mention.last)
        told.role = told.role or after.role
        told.organisation = told.organisation or after.organisation
        if not told.role:
            told.role = self._label_role(mention.first)
        return told

    def _before(self, first: int) -> _Told:
        """Return what stands before a name: "projectleider", "voorzitter van X", "namens X"."""
        number = first - 1
        while self._beside(first, number).lower() in _TITLES or self._beside(first, number) in (".", ","):
            number -= 1
        if is_role(self._beside(first, number)) and not (number < first - 1 and self._beside(first, first - 1) == "."):
            return _Told(self._role_text(number), "")
        body = self._ends.get(number)
        if body is None or self._found.tokens[number].block != self._found.tokens[first].block:
            return _Told()
        number = body.first - 1
        while self._beside(first, number).lower() in _LINKS:
            if self._beside(first, number).lower() == "namens":
                return _Told("", body.name)
            number -= 1
        return _Told(self._role_text(number), body.name) if is_role(self._beside(first, number)) else _Told()

    def _beside(self, first: int, number: int) -> str:
        return self._found.beside(first, number - first)

    def _role_text(self, number: int) -> str:
        """Return a role with what qualifies it before."""
        start = number
        while self._found.beside(start, -1).lower() in _MODIFIERS and start > 0:
            start -= 1
        text = self._found.text(start, number)
        return text[0].lower() + text[1:]

    def _label_role(self, first: int) -> str:
        label = self._found.block_of(first).label
        single = re.sub(r"(?<=[a-z]{4})s$", "", label)
        return next((one for one in (label, single) if is_role(one)), "")

    def _bracketed(self, last: int, role: str) -> _Told | None:
        """Return what stands in brackets behind a name: role, organisation, or both."""
        if self._found.beside(last, 1) != "(":
            return None
        end = next((step for step in range(2, 16) if self._found.beside(last, step) == ")"), None)
        if end is None:
            return None
        told, start = _Told(), last + 2
        portfolio = role.lower().endswith(_PORTFOLIO)
        for number in range(last + 2, last + end + 1):
            text = self._found.tokens[number].text
            conjunction = text == "en" and number not in self._inside_body(last + 2, last + end)
            if text in (",", ";", ")") or conjunction:
                if number > start:
                    self._segment(start, number - 1, told, portfolio)
                start = number + 1
        return told

    def _inside_body(self, first: int, last: int) -> set[int]:
        bodies = [self._starts[number] for number in range(first, last + 1) if number in self._starts]
        return {number for body in bodies for number in range(body.first, body.last + 1)}

    def _segment(self, first: int, last: int, told: _Told, portfolio: bool) -> None:
        """Read one part of what stands in brackets."""
        if portfolio:
            self._result.struck |= {number for number in range(first, last + 1) if number in self._starts}
            return
        role_end = next((number for number in range(first, last + 1) if is_role(self._found.tokens[number].text)), None)
        if role_end is not None:
            told.role = told.role or self._found.text(first, role_end)
            first = role_end + 1
            while first <= last and self._found.tokens[first].lower in _LINKS:
                first += 1
            if first > last:
                return
        body = next((self._starts[number] for number in range(first, last + 1) if number in self._starts), None)
        if body is not None:
            told.organisation = told.organisation or body.name
            return
        self._unlisted(first, last, told)

    def _unlisted(self, first: int, last: int, told: _Told) -> None:
        """Take a name in brackets that was not seen as a body by itself."""
        tokens = self._found.tokens[first : last + 1]
        name = self._found.text(first, last)
        if all(number in self._areas for number in range(first, last + 1)) or any(one.text.isdigit() for one in tokens):
            return
        if all(one.text in _CAPITALS or one.lower in _LINKS for one in tokens) or len(tokens) > 5:
            return
        if not tokens[0].is_capital:
            body_word = tokens[0].lower in (
                "gemeente",
                "politie",
                "welzijn",
                "stadsdeel",
                "wijkteam",
                "school",
                "bibliotheek",
            ) or head_kind(tokens[0].text)
            told.organisation = told.organisation or (name if body_word else "")
            return
        told.organisation = told.organisation or name
        if len(tokens) > 1 or len(name) > 3:
            self._result.added.append(BodyMention(first, last, name, "organisation", _ADDED))

    def _behind(self, last: int) -> _Told:
        """Return what follows a name: ", directeur van X,", "van X", "is voorzitter van X"."""
        step = 1
        comma = self._found.beside(last, 1) in (",", "–", "-")
        if comma or self._found.beside(last, 1).lower() in ("is", "werd", "wordt", "was"):
            step = 2
        elif self._found.beside(last, 1).lower() in ("van", "bij", "namens", "of", "from"):
            return _Told("", self._body_after(last + 1))
        else:
            return _Told()
        start = step
        while self._found.beside(last, step).lower() in _BEFORE_ROLE and step < 6:
            start = step + 1 if self._found.beside(last, step).lower() not in _MODIFIERS else start
            step += 1
        if is_role(self._found.beside(last, step)):
            return _Told(self._found.text(last + start, last + step), self._body_after(last + step + 1))
        return _Told()

    def _body_after(self, number: int) -> str:
        """Return the body that begins at a token, links and one ordinary word left out."""
        for step in range(5):
            if number + step in self._starts:
                return self._starts[number + step].name
            word = self._found.beside(number, step).lower()
            if word not in _LINKS and not (step and word.islower() and len(word) > 3 and word.isalpha()):
                return ""
        return ""


class _Groups:
    """Gathers the mentions of each person; whole names come first, so that parts find the whole they belong to."""

    def __init__(self) -> None:
        self.all: list[list[PersonMention]] = []
        self._by_surname: dict[str, list[list[PersonMention]]] = defaultdict(list)
        self._by_given: dict[str, list[list[PersonMention]]] = defaultdict(list)

    def add(self, mention: PersonMention) -> None:
        """Add a mention to the one person it may be, or as somebody new."""
        surname, given = _surname(mention), fold(mention.given[0]) if mention.given else ""
        if surname and given:
            near = [one for one in self._by_surname[surname] if _is_same_given(one[0], given)]
        else:
            near = self._by_surname[surname] if surname else self._by_given[given]
        if near and (len(near) == 1 or (surname and given)):
            near[0].append(mention)
            return
        group = [mention]
        self.all.append(group)
        if surname:
            self._by_surname[surname].append(group)
        if given:
            self._by_given[given].append(group)


def _rank(mention: PersonMention) -> tuple[bool, bool, int]:
    """Order mentions: whole names, first names before initials, then parts; each in the order of the text."""
    return (
        not (mention.given and mention.surname),
        bool(mention.given) and mention.given[0].endswith("."),
        mention.first,
    )


def _surname(mention: PersonMention) -> str:
    return fold(mention.surname).split()[-1] if mention.surname else ""


def _is_same_given(one: PersonMention, given: str) -> bool:
    """Return whether two first names are one person's: the same, or the initial of it."""
    first = fold(one.given[0]) if one.given else ""
    return first == given or (first[:1] == given[:1] and (first.endswith(".") or given.endswith(".")))
