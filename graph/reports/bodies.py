"""Finds initiatives and organisations: by the word that heads their name, by how it ends, by its letters, and by elimination."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.reports.areas import AreaMention
from graph.reports.gazetteer import load_gazetteer
from graph.reports.lexicon import Lexicon
from graph.reports.limits import LONGEST_NAME
from graph.reports.people import PersonMention, is_role
from graph.reports.tokens import Token, Words, fold
from graph.reports.words import words

_LIST = words("bodies")
_INITIATIVE, _ORGANISATION = frozenset(_LIST["initiative_heads"]), frozenset(_LIST["organisation_heads"])
_DESCRIBING = frozenset(_LIST["describing_heads"])
_SUFFIXES = {kind: tuple(ends) for kind, ends in _LIST["suffixes"].items()}
_TAILS = frozenset(_LIST["tails"])
_STARTS, _OF_ORGANISATIONS = frozenset(_LIST["starts"]), frozenset(_LIST["organisation_words"])
_KNOWN = {fold(one): one for one in _LIST["known"]}
_LONGEST_KNOWN = 5
_GENERIC = frozenset(_LIST["generic"])
_NOT_ACRONYMS = frozenset(_LIST["acronyms_not"])
_EVENTS = frozenset(_LIST["event_words"])
_PLACES_BEFORE, _BODIES_BEFORE = frozenset(_LIST["places_before"]), frozenset(_LIST["bodies_before"])
_CAPITALS = frozenset(words("common")["capitals"])
_CAPITALS_SMALL = frozenset(one.lower() for one in _CAPITALS)
_MONTHS = frozenset(one for one in words("names")["not_first"])
_STREETS = ("straat", "weg", "laan", "plein", "kade", "gracht", "steeg", "singel", "dreef", "plantsoen", "park", "pad")
_PREPOSITIONS = frozenset(("in", "op", "aan", "bij", "van", "voor", "te", "uit", "tot", "of", "en", "the"))
_LINKED_OPENERS = frozenset(("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "een", "voor", "met", "namens", "volgens", "tijdens", "naast", "tussen", "vanuit", "via", "tegen", "als", "en", "of", "omdat",
                             "daarnaast", "bovendien", "volgend", "vorige", "beste", "lieve", "dank", "dankzij", "ondanks"))  # fmt: skip
_CIVIC_HEAD = re.compile(
    r"(?:buurt|wijk|dorps|bewoners)(?!team|bewoner|agent|zuster|verpleeg|centr|huis$|coach|genoot|genoten|gericht|en$|s$)[a-zëï]{4,}"
)
_CIVIC_WORDS = frozenset(
    (
        "tuin",
        "moeders",
        "buren",
        "vaders",
        "buurvrouwen",
        "keuken",
        "soep",
        "naobers",
        "noabers",
        "mekare",
        "mekaar",
        "burenhulp",
        "sterk",
    )
)
_TITLE_NOUNS = frozenset(
    (
        "overleg",
        "verslag",
        "notulen",
        "nieuwsbrief",
        "vergadering",
        "bijeenkomst",
        "jaarverslag",
        "minutes",
        "steering",
        "group",
    )
)
_VENUE_LABELS = frozenset(("plaats", "locatie", "waar", "place", "venue", "where"))
_MEETINGS = frozenset(words("time")["meeting_nouns"])
_COUNCILS = frozenset(("wijkberaad", "buurtberaad", "dorpsberaad", "bewonersberaad"))
_DAYS = frozenset(("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"))
_OPENERS = frozenset(words("names")["not_first"]) | _LINKED_OPENERS
_PLURALS = ("coöperaties", "initiatieven", "organisaties", "verenigingen", "stichtingen", "corporaties")
_EVENT_ENDS = (
    "bijeenkomst",
    "middag",
    "avond",
    "overleg",
    "vergadering",
    "festival",
    "feest",
    "conferentie",
    "verslag",
)
_LINKS = frozenset(
    (
        "van",
        "de",
        "der",
        "den",
        "het",
        "voor",
        "in",
        "op",
        "aan",
        "te",
        "bij",
        "of",
        "for",
        "the",
        "and",
        "en",
        "uit",
        "tot",
    )
)
_AUXILIARIES = frozenset(
    ("is", "was", "heeft", "had", "gaat", "wil", "kan", "zal", "moet", "wordt", "werd", "has", "will", "zijn")
)
_SPEECH = frozenset(words("names")["speech"])
_NAME_ARTICLES = frozenset(("De", "Het", "'t", "’t", "Ons", "Onze"))
_ARTICLES = frozenset(("de", "het", "een", "'t", "’t", "d'", "'s", "’s", "'n"))
_OPENING, _CLOSING = "‘“\"'„«", "’”\"'”»"
_CAMEL = re.compile(r"[A-Z]?[a-zà-ÿ]+[A-Z][A-Za-zà-ÿ0-9]+|[A-Z]{2,}[a-z]{3,}\w*")
_ACRONYM = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ0-9*&]{1,7}")


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
    search = _Search(found, lexicon, areas, people)
    mentions = search.first_pass()
    names = {fold(name) for one in mentions for name in (one.name, *one.others)}
    return sorted([*mentions, *search.again(mentions, names)], key=lambda one: one.first)


def head_kind(word: str) -> str:
    """Return what a word makes of the name behind it: ``initiative``, ``organisation``, ``describing``, or nothing."""
    lower = word.lower()
    for kind, heads in (("initiative", _INITIATIVE), ("organisation", _ORGANISATION), ("describing", _DESCRIBING)):
        if lower in heads:
            return kind
    for kind, ends in _SUFFIXES.items():
        if lower.endswith(ends) and len(lower) > 7:
            return kind
    return ""


def _is_head(name: str) -> bool:
    lower = name.lower()
    return lower in _INITIATIVE or lower in _ORGANISATION or lower in _DESCRIBING or lower.endswith(_PLURALS)


class _Search:
    """One search through one text."""

    def __init__(self, found: Words, lexicon: Lexicon, areas: list[AreaMention], people: list[PersonMention]) -> None:
        self._found = found
        self._tokens = found.tokens
        self._lexicon = lexicon
        self._things: set[str] = set()
        self._areas = {number: one for one in areas for number in range(one.first, one.last + 1)}
        self._people = {number: one for one in people for number in range(one.first, one.last + 1)}

    def first_pass(self) -> list[BodyMention]:
        """Return what is found in one walk over the text."""
        mentions, number = [], 0
        while number < len(self._tokens):
            mention = self._at(number)
            if mention is None or len(mention.name) > LONGEST_NAME:
                number += 1
                continue
            mention = self._with_acronym(mention)
            mentions.append(mention)
            number = mention.last + 1
        return [one for one in mentions if fold(re.sub(r"^(?:De|Het) ", "", one.name)) not in self._things]

    def again(self, mentions: list[BodyMention], names: set[str]) -> Iterator[BodyMention]:
        """Yield names found elsewhere that also open a sentence, where a capital alone said too little."""
        taken = {number for one in mentions for number in range(one.first, one.last + 1)}
        for number, token in enumerate(self._tokens):
            if number in taken or not token.opens or not token.is_capital or number in self._people:
                continue
            for last in range(min(number + 4, len(self._tokens) - 1), number - 1, -1):
                name = self._found.text(number, last)
                if fold(name) in names and self._tokens[last].block == token.block:
                    kind = next(one.kind for one in mentions if fold(name) in map(fold, (one.name, *one.others)))
                    yield BodyMention(number, last, name, kind, 0.7)
                    break

    def _at(self, number: int) -> BodyMention | None:
        token = self._tokens[number]
        if not token.is_word or number in self._people:
            return None
        return self._public_body(number) or self._headed(number) or self._run(number) or self._generic(number)

    # ------------------------------------------------------------------------------------------------ by their head

    def _public_body(self, number: int) -> BodyMention | None:
        """Return a municipality, its council, a province or a ministry by name."""
        word, lower = self._tokens[number].text, self._tokens[number].lower
        after = number + 1
        if lower in ("gemeente", "municipality") or (
            lower in ("gemeenteraad", "raad") and self._found.beside(number, 1) == "van"
        ):
            if self._found.beside(number, 1) in ("van", "of"):
                after += 1
            area = self._areas.get(after)
            if area is None or area.first != after or not self._same_block(number, after):
                return None
            name = self._found.text(after, area.last)
            title = "Gemeente" if lower in ("gemeente", "municipality") else "Gemeenteraad"
            return BodyMention(number, area.last, f"{title} {name}", "organisation", 0.9)
        if lower in ("ministerie", "provincie", "waterschap", "hoogheemraadschap"):
            if self._found.beside(number, 1) == "van":
                after += 1
            last = self._capitals_from(after, number)
            if last is None:
                return None
            others = (self._found.text(after, last),) if lower == "ministerie" else ()
            name = word.capitalize() + self._found.text(number, last)[len(word) :]
            return BodyMention(number, last, name, "organisation", 0.9, others)
        return None

    def _headed(self, number: int) -> BodyMention | None:
        """Return a name that begins with a word like "stichting" or "buurtkamer"."""
        kind, size = self._head_at(number)
        if not kind and self._tokens[number].text[0].islower() and _CIVIC_HEAD.fullmatch(self._tokens[number].text):
            kind = "initiative"
        if not kind or self._found.block_of(number).label in _VENUE_LABELS:
            return None
        after = number + size
        if self._tokens[number].lower.endswith("initiatieven") and self._found.beside(after - 1, 1) in (
            "als",
            "zoals",
            "van",
        ):
            after += 1
        quoted = self._quoted(after, number)
        if not quoted and self._tokens[number].is_capital:
            after = self._behind_links(after, number)
        last = quoted[1] if quoted else self._tail_end(after, number)
        if last is None:
            return None
        if not quoted:
            last = self._one_area(after, last)
        rest = self._found.text(*quoted) if quoted else self._found.text(after, last)
        if quoted:
            last += 1
        return self._named(number, last, kind, rest)

    def _one_area(self, first: int, last: int) -> int:
        """Return where a name ends that would be two areas side by side: "wijkvereniging Linde Amersfoort"."""
        area = self._areas.get(first)
        return area.last if area is not None and area.last + 1 in self._areas and area.last < last else last

    def _behind_links(self, number: int, head: int) -> int:
        """Return where the capitals behind a head begin: "Buurthuis van de Toekomst"."""
        step = 0
        while (
            step < 3
            and self._same_block(head, number + step)
            and self._tokens[number + step].text in ("van", "de", "het", "voor", "der")
        ):
            step += 1
        target = number + step
        plain = step and self._same_block(head, target) and self._tokens[target].is_capital
        return target if plain and target not in self._areas and target not in self._people else number

    def _head_at(self, number: int) -> tuple[str, int]:
        if self._same_block(number, number + 1):
            pair = f"{self._tokens[number].lower} {self._tokens[number + 1].lower}"
            for kind, heads in (
                ("initiative", _INITIATIVE),
                ("organisation", _ORGANISATION),
                ("describing", _DESCRIBING),
            ):
                if pair in heads:
                    return kind, 2
        return head_kind(self._tokens[number].text), 1

    def _named(self, first: int, last: int, kind: str, rest: str) -> BodyMention | None:
        head = self._tokens[first]
        whole = self._found.text(first, last)
        whole = whole[0].upper() + whole[1:]
        if kind == "describing":
            if all(
                one in self._areas or not self._tokens[one].is_word
                for one in range(last, first, -1)[: len(rest.split())]
            ):
                return None
            real = "initiative" if "initiatie" in head.lower or "coöperatie" in head.lower else self._kind_of(rest)
            return BodyMention(first, last, rest, real, 0.85, (whole,))
        if head.lower in _COUNCILS and self._is_meeting(first, last):
            return None
        only_area = all(one in self._areas or not self._tokens[one].is_word for one in range(first + 1, last + 1))
        if kind == "organisation" and head.lower in ("stichting", "vereniging") and self._kind_of(rest) == "initiative":
            kind = "initiative"
        others = () if only_area or len(rest) < 3 or load_gazetteer().named(rest) else (rest,)
        return BodyMention(first, last, re.sub(r"[‘’“”\"]", "", whole) if others else whole, kind, 0.9, others)

    def _is_meeting(self, first: int, last: int) -> bool:
        """Return whether a council's name stands for one of its meetings: behind "verslag", or with a date."""
        before = {self._found.beside(first, -step).lower() for step in (1, 2)}
        after = [self._found.beside(last, step) for step in (1, 2, 3)]
        dated = after[0] in (",", "van", "op", "-", "–") and any(one.isdigit() or one in _DAYS for one in after[1:])
        return dated or bool(before & {"verslag", "notulen", "vergadering", "agenda"})

    def _quoted(self, number: int, head: int) -> tuple[int, int] | None:
        """Return the tokens inside quotation marks that follow a head."""
        if not self._same_block(head, number) or self._tokens[number].text not in _OPENING:
            return None
        for last in range(number + 1, min(number + 9, len(self._tokens))):
            if self._tokens[last].text in _CLOSING and self._same_block(head, last):
                return (number + 1, last - 1) if last > number + 1 else None
        return None

    def _tail_end(self, number: int, head: int) -> int | None:
        """Return where the name behind a head ends: capitals, and small links between them."""
        last = self._capitals_from(number, head)
        if last is None:
            return None
        last = self._with_tail(last)
        if not self._tokens[head].is_capital:
            return last
        while (link := self._linked(last, head)) is not None:
            last = link
        return last

    def _linked(self, last: int, head: int) -> int | None:
        """Return where a name goes on behind small words: "Kenniscentrum Instituties voor de Open Samenleving"."""
        step = 1
        while step < 4 and self._found.beside(last, step) in _LINKS:
            step += 1
        word = self._found.beside(last, 1)
        if (
            step == 1
            or not self._same_block(head, last + step)
            or word in ("in", "op", "uit", "bij", "te", "aan", "en")
        ):
            return None
        return self._capitals_from(last + step, head) if last + step not in self._areas else None

    def _capitals_from(self, number: int, head: int) -> int | None:
        """Return the last of the capitals from a token on, within the block of the head; None where there is none."""
        last = None
        current = number
        while self._same_block(head, current) and not self._ends_name(current, head):
            token = self._tokens[current]
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
        text = self._tokens[number].text
        if not self._found.beside(number, 1)[:1].isupper() and self._found.beside(number, 1) not in _ARTICLES:
            return False
        if text in _ARTICLES and last is None:
            return text[0] in "'’"
        if text in ("&", "+"):
            return True
        if text in ("en", "-") and last is not None:
            if not headed or self._tokens[number + 1].text in ("De", "Het"):
                return False
            both_areas = (
                last in self._areas and number + 1 in self._areas and not self._found.beside(number, 2)[:1].isupper()
            )
            return both_areas or (self._is_plain(last) and self._is_plain(number + 1))
        return False

    def _is_plain(self, number: int) -> bool:
        return self._lexicon.is_ordinary(self._tokens[number].text) and number not in self._areas

    def _ends_name(self, number: int, head: int) -> bool:
        """Return whether a token cannot be part of a name that began before it."""
        token = self._tokens[number]
        if number == head:
            return number in self._people
        gap = self._found.layout.masked.text[self._tokens[number - 1].end : token.start] if number else ""
        role = is_role(token.text) and number > head + 1
        return number in self._people or (token.opens and number > head) or "\n\n" in gap or len(gap) > 3 or role

    # ------------------------------------------------------------------------------------------------ by their letters

    def _run(self, number: int) -> BodyMention | None:
        """Return a run of capitals that no list of ordinary words, people or areas accounts for."""
        known = self._known_at(number)
        if known is not None:
            return known
        token = self._tokens[number]
        article = token.text in _NAME_ARTICLES and not token.opens
        if not token.is_capital or (number > 0 and self._is_inside(number)):
            return None
        start = number
        if token.opens and token.lower in _TITLE_NOUNS:
            return None
        if token.lower in _OPENERS and not article and (token.opens or token.lower in _PREPOSITIONS):
            return None
        last = self._capitals_from(start, start)
        if last is None or (article and last == start):
            return None
        last = self._trim(start, last)
        if last is None:
            return None
        return self._judge(start, last)

    def _is_inside(self, number: int) -> bool:
        """Return whether the capital before a token belongs to it, so that a run has been judged already."""
        before = self._tokens[number - 1]
        function_word = before.opens and (before.lower in _OPENERS or before.lower in _TITLE_NOUNS)
        return (
            before.block == self._tokens[number].block
            and before.is_capital
            and not function_word
            and (number - 1 not in self._people and number - 1 not in self._areas and before.is_word)
        )

    def _trim(self, first: int, last: int) -> int | None:
        """Take areas, signs and numbers off the end of a run; None where nothing is left."""
        while last > first and (not self._tokens[last].is_word or self._tokens[last].text[0].isdigit()):
            last -= 1
        last = self._with_tail(last)
        if not self._tokens[first].opens and not is_role(self._tokens[first].text) and first not in self._areas:
            last = self._continued(last)
        return None if all(one in self._areas for one in range(first, last + 1)) else last

    def _with_tail(self, last: int) -> int:
        """Return where a name ends that goes on with "voor Elkaar" or the like."""
        for size in (3, 2):
            tail = self._found.text(last + 1, last + size) if self._same_block(last, last + size) else ""
            if tail.lower() in _TAILS and tail.split()[-1][0].isupper():
                return last + size
        return last

    def _continued(self, last: int) -> int:
        """Return where a name ends that goes on behind small words: "Huis van de Wijk", "Moeders voor Moeders"."""
        step = 1
        while step < 4 and self._found.beside(last, step) in ("van", "de", "het", "den", "der", "voor", "in", "veur"):
            step += 1
        number = last + step
        first_link = self._found.beside(last, 1)
        if (
            step == 1
            or not self._same_block(last, number)
            or not self._tokens[number].is_capital
            or number in self._people
        ):
            return last
        if self._tokens[last].lower in _EVENTS:
            return last
        plain = self._is_plain(last)
        fits = number not in self._areas if first_link == "in" else plain
        return number if plain and fits and first_link in ("van", "voor", "in", "veur") else last

    def _known_at(self, number: int) -> BodyMention | None:
        for length in range(min(_LONGEST_KNOWN, len(self._tokens) - number), 0, -1):
            last = number + length - 1
            if not self._same_block(number, last) or last in self._people:
                continue
            name = self._found.text(number, last)
            if (
                fold(name) in _KNOWN
                and name[:1].isupper() | (name[0] in "'’")
                and self._is_known_here(number, last, name)
            ):
                return BodyMention(number, last, name, self._kind_of(name), 0.95)
        return None

    def _is_known_here(self, first: int, last: int, name: str) -> bool:
        """Return whether a well-known name stands for the body: an ordinary word at the start of a sentence does not."""
        if (
            self._found.beside(last, 1)[:1].isupper()
            and last + 1 not in self._people
            and not self._tokens[last + 1].opens
        ):
            return self._found.beside(last, 1).lower() in _OF_ORGANISATIONS and False or last > first
        ordinary = first == last and self._lexicon.is_ordinary(name)
        if ordinary and name.isupper() and len(name) > 1:
            return True
        return not ordinary or (
            not self._tokens[first].opens and self._found.beside(first, -1).lower() in _BODIES_BEFORE
        )

    def _judge(self, first: int, last: int) -> BodyMention | None:
        """Return what a run of capitals is, or None where it is no body."""
        name = self._found.text(first, last)
        tokens = self._tokens[first : last + 1]
        lowers = [one.lower for one in tokens if one.is_word]
        if name.isupper() and len(lowers) > 1 and max(map(len, lowers)) > 3:
            return None  # a heading, or somebody shouting
        if (
            {lowers[0], lowers[-1]} & _MEETINGS
            or lowers[0].endswith(("top", "gesprek"))
            and lowers[0].startswith(("wijk", "buurt", "dorps", "stads"))
        ):
            return None
        if (
            "-" in name
            and lowers[-1].rsplit("-", 1)[-1] in self._lexicon.ordinary
            and name.rsplit("-", 1)[-1].islower()
        ):
            return None  # "MKBA-methodiek"
        if self._is_initiative_name(first, last, lowers):
            return BodyMention(first, last, name, "initiative", 0.85)
        if self._is_other_thing(first, last):
            self._things.add(fold(re.sub(r"^(?:De|Het) ", "", name)))
            return None
        if "en" in lowers and all(self._lexicon.is_ordinary(one) for one in lowers):
            return None
        if len(tokens) == 1:
            return self._judge_one(first, name)
        if lowers[-1].endswith(_STREETS) or self._found.text(first, last).lower() in self._lexicon.streets:
            return None
        if lowers[0].endswith(_PLURALS):
            return None
        if head_kind(lowers[-1]) in ("initiative", "organisation") or any(one in _OF_ORGANISATIONS for one in lowers):
            if (
                tokens[0].opens
                and self._is_plain(first)
                and len(lowers) == 2
                and not tokens[1].opens
                and not tokens[1].is_capital
            ):
                return None
            return BodyMention(first, last, name, self._kind_of(name), 0.8)
        return self._judge_many(first, last, name)

    def _is_initiative_name(self, first: int, last: int, lowers: list[str]) -> bool:
        """Return whether a name ends in "Zorgt" or the like, or begins with "Samen" or the like before an area."""
        if len(lowers) < 2 or not self._tokens[last].is_capital:
            return False
        tails = {" ".join(lowers[-size:]) for size in (1, 2, 3) if len(lowers) > size}
        area = first in self._areas or last in self._areas
        name_first = not self._lexicon.is_ordinary(lowers[0]) or area or not self._tokens[first].opens
        if tails & _TAILS and name_first:
            return True
        return lowers[0] in _STARTS and last in self._areas and first not in self._areas

    def _is_other_thing(self, first: int, last: int) -> bool:
        """Return whether a run names an event, text, programme or place, or a portfolio of an alderman."""
        before = self._found.beside(first, -1).lower()
        if (
            before in _EVENTS
            or self._found.beside(first, -2).lower() in _EVENTS
            and before in ("‘", "'", "“", '"', "van", ":")
        ):
            return True
        if (
            before in ("de", "het")
            and self._found.beside(first, -2).lower() in ("in", "op", "langs", "naast", "naar")
            and not (
                any(head_kind(one.text) or one.lower in _OF_ORGANISATIONS for one in self._tokens[first : last + 1])
            )
        ):
            return True
        if before in _PLACES_BEFORE and not any(one in self._areas for one in range(first, last + 1)):
            return last == first or before != "aan"
        inside = [one for one in self._tokens[first : last + 1] if one.is_word]
        return all(one.text in _CAPITALS or one.lower in _MONTHS for one in inside)

    def _judge_one(self, number: int, name: str) -> BodyMention | None:
        """Return what one capital by itself is."""
        token = self._tokens[number]
        if _ACRONYM.fullmatch(name) and name not in _NOT_ACRONYMS and not name.isdigit() and not self._shouted(number):
            return BodyMention(number, number, name, "organisation", 0.7)
        if name.isupper() or _is_head(name) or is_role(name) or name.lower().endswith(_EVENT_ENDS):
            return None
        if _CAMEL.fullmatch(name) and name not in _NOT_ACRONYMS and not name.isupper():
            return BodyMention(number, number, name, "organisation", 0.75)
        if number in self._areas or name in _CAPITALS or len(name) < 3 or not name[0].isalpha():
            return None
        lower = token.lower
        if token.opens and self._lexicon.is_compound(name):
            return None
        if (
            self._lexicon.is_ordinary(name)
            or lower in self._lexicon.proper
            or lower.endswith(_STREETS)
            or lower in self._lexicon.streets
        ):
            return None
        if lower in self._lexicon.first_names or lower in self._lexicon.surnames or name.endswith("-"):
            return None
        if lower[:-1] in self._lexicon.proper or lower.rstrip("s") in self._lexicon.places:
            return None
        if self._found.beside(number, 1) == "-" or "." in name or any(one.isdigit() for one in name):
            return None
        if token.opens and not self._acts(number):
            return None
        return BodyMention(number, number, name, self._kind_of(name), 0.5 if token.opens else 0.65)

    def _acts(self, number: int) -> bool:
        """Return whether a word that may be a verb, or an "en" or comma, follows a name that opens a sentence."""
        after = self._found.beside(number, 1)
        if after in ("en", ",", "&", "and", "(", ":") or after in _AUXILIARIES or after in _SPEECH:
            return True
        return after.islower() and after.endswith(("t", "de", "te", "den", "ten", "ed")) and len(after) > 3

    def _judge_many(self, first: int, last: int, name: str) -> BodyMention | None:
        """Return what several capitals are, none of which says so by itself."""
        tokens = [one for one in self._tokens[first : last + 1] if one.is_word]
        before = self._found.beside(first, -1).lower()
        unknown = [
            one for one in tokens if not self._lexicon.is_ordinary(one.text) and one.lower not in _CAPITALS_SMALL
        ]
        if tokens[0].opens and (self._is_plain(first) or tokens[0].text in _CAPITALS):
            return None
        titled = first > 0 and self._tokens[first - 1].lower in _TITLE_NOUNS
        if self._found.in_heading(first) and not unknown and not titled:
            return None
        if is_role(tokens[0].text) or tokens[0].text in _CAPITALS:
            return None
        certainty = 0.7 if before in _BODIES_BEFORE or before in ("de", "het", "(") else 0.55
        return BodyMention(first, last, name, self._kind_of(name), certainty)

    def _shouted(self, number: int) -> bool:
        """Return whether capitals are a heading or emphasis, and no abbreviation."""
        text = self._tokens[number].text
        ordinary = self._lexicon.is_ordinary(text) and len(text) > 3
        beside = (self._found.beside(number, -1), self._found.beside(number, 1))
        return ordinary or any(one.isupper() and len(one) > 2 and one.isalpha() for one in beside)

    def _kind_of(self, name: str) -> str:
        """Return whether a name by its words is that of an initiative or an organisation."""
        lowers = fold(name).split()
        heads = {head_kind(one) for one in name.split()}
        civic = any(
            re.match(r"(?:buurt|wijk|bewoner|dorp)(?!team)(?:\w{3,}|s?$)", one) or one in _CIVIC_WORDS for one in lowers
        )
        civic = civic or (len(lowers) > 1 and lowers[-1] in _TAILS)
        return "initiative" if "initiative" in heads or civic else "organisation"

    # ------------------------------------------------------------------------------------------------ the rest

    def _generic(self, number: int) -> BodyMention | None:
        """Return the police and the like, which one report speaks of as one body."""
        token = self._tokens[number]
        before = self._found.beside(number, -1).lower()
        named = before == "(" or (
            before == "de" and self._found.beside(number, -2).lower() in ("namens", "met", "door")
        )
        if token.lower in _GENERIC and named:
            return BodyMention(number, number, token.lower.capitalize(), "organisation", 0.5)
        return None

    def _with_acronym(self, mention: BodyMention) -> BodyMention:
        """Add an acronym, or a full name, that stands in brackets directly behind."""
        last = mention.last
        inside = self._found.beside(last, 2)
        if self._found.beside(last, 1) != "(" or self._found.beside(last, 3) != ")":
            return mention
        initials = "".join(word[0] for word in re.findall(r"\w+", mention.name)).upper()
        if inside.isupper() and (inside[0] == initials[0] or inside in initials) and 1 < len(inside) < 9:
            return replace(mention, last=last + 3, others=(*mention.others, inside))
        return mention

    def _same_block(self, number: int, other: int) -> bool:
        return other < len(self._tokens) and self._tokens[other].block == self._tokens[number].block


def merge_names(mentions: Iterable[BodyMention]) -> list[list[BodyMention]]:
    """Return the mentions of each body together: those that share a name, or a name without its head."""
    groups: list[list[BodyMention]] = []
    by_name: dict[str, list[BodyMention]] = {}
    for mention in mentions:
        keys = {
            fold(re.sub(r"^(?:de|het|the) ", "", name, flags=re.IGNORECASE)) for name in (mention.name, *mention.others)
        }
        group = next((by_name[key] for key in keys if key in by_name), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(mention)
        by_name.update(dict.fromkeys(keys, group))
    return groups
