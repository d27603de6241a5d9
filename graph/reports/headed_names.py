"""Finds bodies by the word before their name: "gemeente", "stichting", "buurtkamer"."""

from __future__ import annotations

import re

from graph.reports.body_names import BodyMention, head_kind, is_civic_head, kind_of_name
from graph.reports.gazetteer import load_gazetteer
from graph.reports.name_spans import NameSpans
from graph.reports.words import words

_LIST = words("bodies")
_VENUE_LABELS, _COUNCILS = frozenset(_LIST["venue_labels"]), frozenset(_LIST["councils"])
_WEEKDAYS = frozenset(words("time")["weekdays"])
_OF_MEETINGS = frozenset((*words("time")["meeting_nouns"], "update", "report", "discussion"))
_TOWNS = frozenset(("gemeente", "municipality"))
_AUTHORITIES = frozenset(("ministerie", "provincie", "waterschap", "hoogheemraadschap"))


class HeadedNames:
    """Finds names behind a head in one text."""

    def __init__(self, spans: NameSpans) -> None:
        self._spans = spans
        self._found = spans.found
        self._tokens = spans.tokens

    def at(self, number: int) -> BodyMention | None:
        """Return the body whose name begins with the head at a token, or None."""
        return self._town(number) or self._authority(number) or self._headed(number)

    def _town(self, number: int) -> BodyMention | None:
        """Return a municipality or its council."""
        lower, after = self._tokens[number].lower, number + 1
        of = self._found.beside(number, 1) in ("van", "of")
        if lower not in _TOWNS and not (of and lower in ("gemeenteraad", "raad")):
            return None
        area = self._spans.areas.get(after + of)
        if area is None or area.first != after + of or not self._spans.is_one_block(number, after + of):
            return None
        title = "Gemeente" if lower in _TOWNS else "Gemeenteraad"
        name = f"{title} {self._found.text(after + of, area.last)}"
        return BodyMention(number, area.last, name, "organisation", 0.9)

    def _authority(self, number: int) -> BodyMention | None:
        """Return a ministry, province or water board."""
        lower = self._tokens[number].lower
        after = number + 1 + (self._found.beside(number, 1) == "van")
        last = self._spans.capitals_from(after, number) if lower in _AUTHORITIES else None
        if last is None:
            return None
        others = (self._found.text(after, last),) if lower == "ministerie" else ()
        return BodyMention(number, last, _capital(self._found.text(number, last)), "organisation", 0.9, others)

    def _headed(self, number: int) -> BodyMention | None:
        kind, size = self._head_at(number)
        if not kind or self._found.block_of(number).label in _VENUE_LABELS:
            return None
        after = number + size
        if self._tokens[number].lower.endswith("initiatieven") and self._found.beside(after - 1, 1) in ("als", "zoals"):
            after += 1
        quoted = self._spans.quoted(after, number)
        if quoted:
            return self._named(number, quoted[1] + 1, kind, self._found.text(*quoted))
        if self._tokens[number].is_capital:
            after = self._spans.behind_head(after, number)
        last = self._spans.end_behind_head(after, number)
        if last is not None and self._tokens[last].lower in _OF_MEETINGS:
            return None  # "Association Meeting Minutes"
        return None if last is None else self._named(number, last, kind, self._found.text(after, last))

    def _head_at(self, number: int) -> tuple[str, int]:
        """Return the kind of the head at a token, and of how many tokens it is."""
        text = self._tokens[number].text
        if self._spans.is_one_block(number, number + 1):
            pair = head_kind(f"{text} {self._tokens[number + 1].text}")
            if pair:
                return pair, 2
        return head_kind(text) or ("initiative" if is_civic_head(text) else ""), 1

    def _named(self, first: int, last: int, kind: str, rest: str) -> BodyMention | None:
        """Return the body of a head and the rest of its name."""
        head, whole = self._tokens[first].lower, _capital(self._found.text(first, last))
        if kind == "describing":
            if self._spans.is_area(last - len(rest.split()) + 1, last):
                return None  # "zorgcoöperaties Den Haag"
            real = "initiative" if "initiatie" in head or "coöperatie" in head else kind_of_name(rest)
            return BodyMention(first, last, rest, real, 0.85, (whole,))
        if head in _COUNCILS and self._is_meeting(first, last):
            return None
        if head in ("stichting", "vereniging") and kind_of_name(rest) == "initiative":
            kind = "initiative"
        alone = len(rest) > 2 and not self._spans.is_area(first + 1, last) and not load_gazetteer().named(rest)
        name = re.sub(r"[‘’“”\"](?!t |s )", "", whole) if alone else whole
        return BodyMention(first, last, name, kind, 0.9, (rest,) if alone else ())

    def _is_meeting(self, first: int, last: int) -> bool:
        """Return whether a council's name stands for one of its meetings: behind "verslag", or with a date."""
        before = {self._found.beside(first, -step).lower() for step in (1, 2)}
        after = [self._found.beside(last, step) for step in (1, 2, 3)]
        dated = after[0] in (",", "van", "op", "-", "–") and any(one.isdigit() or one in _WEEKDAYS for one in after[1:])
        return dated or bool(before & {"verslag", "notulen", "vergadering", "agenda"})


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
