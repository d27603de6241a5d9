"""Finds bodies by their letters: well-known names, acronyms, and runs of capitals that nothing else accounts for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.reports.body_names import BodyMention, head_kind, is_head, kind_of_name, without_article
from graph.reports.name_spans import NameSpans
from graph.reports.people import is_role
from graph.reports.tokens import Token, fold
from graph.reports.words import words

_LIST = words("bodies")
_TAILS, _STARTS = frozenset(_LIST["tails"]), frozenset(_LIST["starts"])
_OF_ORGANISATIONS, _EVENTS = frozenset(_LIST["organisation_words"]), frozenset(_LIST["event_words"])
_KNOWN = frozenset(fold(one) for one in _LIST["known"])
_LONGEST_KNOWN = 5
"""Words of the longest well-known name."""
_NOT_ACRONYMS = frozenset(_LIST["acronyms_not"])
_PLACES_BEFORE, _BODIES_BEFORE = frozenset(_LIST["places_before"]), frozenset(_LIST["bodies_before"])
_CAPITALS = frozenset(words("common")["capitals"])
_CAPITALS_SMALL = frozenset(one.lower() for one in _CAPITALS)
_NOT_FIRST = frozenset(words("names")["not_first"])
_OPENERS, _PREPOSITIONS = _NOT_FIRST | frozenset(_LIST["openers"]), frozenset(_LIST["prepositions"])
_TITLE_NOUNS = frozenset(_LIST["title_nouns"])
_MEETINGS = frozenset((*words("time")["meeting_nouns"], *_LIST["meeting_ends"]))
_RECORDS = frozenset(("update", "report", "discussion"))
_STREET_ENDS, _EVENT_ENDS, _PLURALS = (tuple(_LIST[name]) for name in ("street_ends", "event_ends", "plurals"))
_VERBS = frozenset((*_LIST["auxiliaries"], *words("names")["speech"]))
_TITLES = frozenset(words("names")["titles"])
_LABELS = frozenset(("actie", "action", "actiepunt", "besluit", "decision"))
_ENGLISH = frozenset(words("common")["lower_en"])
_NAME_ARTICLES = frozenset(("De", "Het", "'t", "’t", "Ons", "Onze"))
_SMALL_ENGLISH = frozenset(("the", "of", "and", "to", "for", "with", "that", "this", "were", "are"))
_SMALL_DUTCH = frozenset(("de", "het", "een", "van", "en", "dat", "te", "voor", "met", "zijn"))
_CAMEL = re.compile(r"[A-Z]?[a-zà-ÿ]+[A-Z][A-Za-zà-ÿ0-9]+|[A-Z]{2,}[a-z]{3,}\w*")
_ACRONYM = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ0-9*&]{1,7}")


def _is_english(tokens: Sequence[Token]) -> bool:
    """Return whether a text is English: no list tells which of its words are ordinary, and titles are all capitals."""
    return sum(one.lower in _SMALL_ENGLISH for one in tokens) > sum(one.lower in _SMALL_DUTCH for one in tokens)


class CapitalRuns:
    """Finds and judges runs of capitals in one text.

    Parameters
    ----------
    spans
        Which tokens may form one name.

    Notes
    -----
    ``things`` gathers names that turned out to be events, texts or places; elsewhere they are no bodies either.
    """

    def __init__(self, spans: NameSpans) -> None:
        self._spans = spans
        self._found = spans.found
        self._tokens = spans.tokens
        self._lexicon = spans.lexicon
        self.things: set[str] = set()
        self._english = _is_english(spans.tokens)

    def at(self, number: int) -> BodyMention | None:
        """Return the body whose name begins at a token, or None."""
        known = self._known_at(number)
        if known is not None:
            return known
        if not self._may_begin(number):
            return None
        last = self._spans.capitals_from(number, number)
        if last is None or (last == number and self._tokens[number].text in _NAME_ARTICLES):
            return None
        last = self._trimmed(number, last)
        return None if last is None else self._judge(number, last)

    def _may_begin(self, number: int) -> bool:
        """Return whether a name may begin at a token: a capital, no word of grammar, and inside no other name."""
        token = self._tokens[number]
        if not token.is_capital or (number > 0 and self._is_inside(number)):
            return False
        if token.opens and token.lower in _TITLE_NOUNS:
            return False
        article = token.text in _NAME_ARTICLES and not token.opens
        return article or not (token.lower in _OPENERS and (token.opens or token.lower in _PREPOSITIONS))

    def _is_inside(self, number: int) -> bool:
        """Return whether the capital before a token belongs to it, so that a run has been judged already."""
        before = self._tokens[number - 1]
        if before.block != self._tokens[number].block or not before.is_capital or not before.is_word:
            return False
        opener = before.opens and (before.lower in _OPENERS or before.lower in _TITLE_NOUNS)
        return not opener and number - 1 not in self._spans.people and number - 1 not in self._spans.areas

    def _trimmed(self, first: int, last: int) -> int | None:
        """Take signs and numbers off the end of a run, and add what goes on; None where only areas are left."""
        while last > first and (not self._tokens[last].is_word or self._tokens[last].text[0].isdigit()):
            last -= 1
        last = self._spans.with_tail(last)
        opening = self._tokens[first]
        if not opening.opens and not is_role(opening.text) and first not in self._spans.areas:
            last = self._spans.continued(last)
        return None if all(one in self._spans.areas for one in range(first, last + 1)) else last

    # ------------------------------------------------------------------------------------------------ well known

    def _known_at(self, number: int) -> BodyMention | None:
        for length in range(min(_LONGEST_KNOWN, len(self._tokens) - number), 0, -1):
            last = number + length - 1
            if not self._spans.is_one_block(number, last) or last in self._spans.people:
                continue
            name = self._found.text(number, last)
            capital = name[0].isupper() or name[0] in "'’"
            if capital and fold(name) in _KNOWN and self._is_known_here(number, last, name):
                return BodyMention(number, last, name, kind_of_name(name), 0.95)
        return None

    def _is_known_here(self, first: int, last: int, name: str) -> bool:
        """Return whether a well-known name stands for the body, and is no part of another name or an ordinary word."""
        after = self._found.beside(last, 1)
        if after[:1].isupper() and last + 1 not in self._spans.people and not self._tokens[last + 1].opens:
            return last > first
        if last > first or not self._lexicon.is_ordinary(name) or (name.isupper() and len(name) > 1):
            return True
        return not self._tokens[first].opens and self._found.beside(first, -1).lower() in _BODIES_BEFORE

    # ------------------------------------------------------------------------------------------------ judging

    def _judge(self, first: int, last: int) -> BodyMention | None:
        """Return what a run of capitals is, or None where it is no body."""
        name = self._found.text(first, last)
        lowers = [one.lower for one in self._tokens[first : last + 1] if one.is_word]
        if self._is_no_name(name, lowers):
            return None
        if self._is_initiative(first, last, lowers):
            return BodyMention(first, last, name, "initiative", 0.85)
        if self._is_other_thing(first, last):
            self.things.add(without_article(name))
            return None
        certainty = self._judge_one(first, name) if last == first else self._judge_many(first, last, lowers)
        return BodyMention(first, last, name, kind_of_name(name), certainty) if certainty else None

    def _is_no_name(self, name: str, lowers: list[str]) -> bool:
        """Return whether words by themselves show that they name no body."""
        if name.isupper() and len(lowers) > 1 and max(map(len, lowers)) > 3:
            return True  # a heading, or somebody shouting
        if any(one.isdigit() for one in lowers[1:-1]):
            return True  # an address
        if lowers[0] in _TITLES or lowers[0] in _LABELS or _ENGLISH.issuperset(lowers):
            return True  # "Mrs J Pettitt", "Actie Randy", "Village Hall"
        if (
            lowers[-1] in _RECORDS
            or {lowers[0], lowers[-1]} & _MEETINGS
            or (len(lowers) > 1 and lowers[0].endswith(_PLURALS))
        ):
            return True
        end = name.rsplit("-", 1)[-1]
        compound = "-" in name and end.islower() and end in self._lexicon.ordinary  # "MKBA-methodiek"
        return compound or ("en" in lowers and all(self._lexicon.is_ordinary(one) for one in lowers))

    def _is_initiative(self, first: int, last: int, lowers: list[str]) -> bool:
        """Return whether a name ends in "Zorgt" or the like, or begins with "Samen" or the like before an area."""
        if len(lowers) < 2 or not self._tokens[last].is_capital:
            return False
        areas = self._spans.areas
        tails = {" ".join(lowers[-size:]) for size in (1, 2, 3) if len(lowers) > size}
        named = not self._lexicon.is_ordinary(lowers[0]) or first in areas or last in areas
        if tails & _TAILS and (named or not self._tokens[first].opens):
            return True
        return lowers[0] in _STARTS and last in areas and first not in areas

    def _is_other_thing(self, first: int, last: int) -> bool:
        """Return whether a run names an event, text, programme or place, or a portfolio of an alderman."""
        before, earlier = (self._found.beside(first, -step).lower() for step in (1, 2))
        inside = [one for one in self._tokens[first : last + 1] if one.is_word]
        if before in _EVENTS or (earlier in _EVENTS and before in ("‘", "'", "“", '"', "van", ":")):
            return True
        bodily = any(head_kind(one.text) or one.lower in _OF_ORGANISATIONS for one in inside)
        if before in ("de", "het") and earlier in ("in", "op", "langs", "naast", "naar") and not bodily:
            return True
        local = any(one in self._spans.areas for one in range(first, last + 1))
        if before in _PLACES_BEFORE and not local:
            return last == first or before != "aan"
        if len(inside) > 1 and inside[0].text in _NAME_ARTICLES and not inside[0].opens:
            return False  # "met Ons Welzijn"
        return all(one.text in _CAPITALS or one.lower in _NOT_FIRST for one in inside)

    # ------------------------------------------------------------------------------------------------ one capital

    def _judge_one(self, number: int, name: str) -> float:
        """Return how sure one capital by itself is a body; 0 where it is none."""
        if _ACRONYM.fullmatch(name) and name not in _NOT_ACRONYMS and not name.isdigit() and not self._shouted(number):
            return 0.7
        if name.isupper() or is_head(name) or is_role(name) or name.lower().endswith(_EVENT_ENDS):
            return 0
        if _CAMEL.fullmatch(name) and name not in _NOT_ACRONYMS:
            return 0.75
        if number in self._spans.areas or len(name) < 3 or not name.replace("-", "").isalpha() or name.endswith("-"):
            return 0
        token = self._tokens[number]
        if self._english and not self._is_met(number):
            return 0
        if self._is_listed(name) or (token.opens and (self._lexicon.is_compound(name) or not self._acts(number))):
            return 0
        return 0.5 if token.opens else 0.65

    def _is_met(self, number: int) -> bool:
        """Return whether a preposition after which bodies stand comes before a name, an article left out."""
        before, earlier = (self._found.beside(number, -step).lower() for step in (1, 2))
        return (earlier if before == "the" else before) in _BODIES_BEFORE

    def _is_listed(self, name: str) -> bool:
        """Return whether a list accounts for a word: ordinary, a person's, a street or a place."""
        lower, lexicon = name.lower(), self._lexicon
        if name in _CAPITALS or lexicon.is_ordinary(name) or lower.endswith(_STREET_ENDS):
            return True
        if lower in lexicon.first_names or lower in lexicon.surnames or lower in lexicon.streets:
            return True
        return lower in lexicon.proper or lower[:-1] in lexicon.proper or lower.rstrip("s") in lexicon.places

    def _acts(self, number: int) -> bool:
        """Return whether a word that may be a verb, or an "en" or comma, follows a name that opens a sentence."""
        after = self._found.beside(number, 1)
        if after in ("en", ",", "&", "and", "(", ":") or after in _VERBS:
            return True
        return after.islower() and after.endswith(("t", "de", "te", "den", "ten", "ed")) and len(after) > 3

    def _shouted(self, number: int) -> bool:
        """Return whether capitals are a heading or emphasis, and no abbreviation."""
        text = self._tokens[number].text
        beside = (self._found.beside(number, -1), self._found.beside(number, 1))
        around = any(one.isupper() and len(one) > 2 and one.isalpha() for one in beside)
        return around or (self._lexicon.is_ordinary(text) and len(text) > 3)

    # ------------------------------------------------------------------------------------------------ more capitals

    def _judge_many(self, first: int, last: int, lowers: list[str]) -> float:
        """Return how sure several capitals are a body; 0 where they are none."""
        street = self._found.text(first, last).lower() in self._lexicon.streets
        if lowers[-1].endswith(_STREET_ENDS) or street:
            return 0
        bodily = head_kind(lowers[-1]) in ("initiative", "organisation")
        if bodily or any(one in _OF_ORGANISATIONS for one in lowers):
            return 0.8
        tokens = [one for one in self._tokens[first : last + 1] if one.is_word]
        local = any(one in self._spans.areas for one in range(first, last + 1))
        if self._english and not local and not self._is_met(first):
            return 0
        if self._opens_plainly(first, tokens) or is_role(tokens[0].text) or tokens[0].text in _CAPITALS:
            return 0
        before = self._found.beside(first, -1).lower()
        return 0.7 if before in _BODIES_BEFORE or before in ("de", "het", "(") else 0.55

    def _opens_plainly(self, first: int, tokens: list[Token]) -> bool:
        """Return whether capitals only open a sentence, or fill a heading with ordinary words."""
        if tokens[0].opens and self._spans.is_plain(first):
            return True
        titled = first > 0 and self._tokens[first - 1].lower in _TITLE_NOUNS
        unknown = any(not self._lexicon.is_ordinary(one.text) and one.lower not in _CAPITALS_SMALL for one in tokens)
        return self._found.in_heading(first) and not unknown and not titled
