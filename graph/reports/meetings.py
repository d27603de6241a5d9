"""Finds meetings: dates on which something was held or will be, and the tables of a conference with their leaders."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from graph.reports.date_found import DateFound
from graph.reports.layout import Block, BlockKind, Layout
from graph.reports.passages import around, passage
from graph.reports.proposals import MeetingFound
from graph.reports.words import words

_LIST = words("time")


def _pattern(*lists: str, ends: bool = False) -> re.Pattern[str]:
    chosen = sorted((one for name in lists for one in _LIST[name]), key=len, reverse=True)
    before = r"\b\w*" if ends else r"\b"
    after = r"(?:en|s)?\b" if ends else r"\b"
    return re.compile(rf"{before}(?:{'|'.join(map(re.escape, chosen))}){after}", re.IGNORECASE)


_NOUN, _HELD = _pattern("meeting_nouns", ends=True), _pattern("held_verbs")
_NOT, _PLANNED = _pattern("not_meetings"), _pattern("planned")
_CUES = {
    "noun": _NOUN,
    "held": _HELD,
    "strong": _pattern("strongly_held"),
    "not": _NOT,
    "published": re.compile(r"\b(?:verscheen|verschenen|gepubliceerd|geboren|artikel|published)\b", re.IGNORECASE),
}
"""What near a date speaks for or against a meeting."""
_STAMP = _pattern("stamps")
_DATE_LABELS = frozenset(("datum", "date", "wanneer", "datum en tijd", "datum bijeenkomst", "when", "dag"))
_PLACE_LABELS = frozenset(("plaats", "locatie", "waar", "place", "venue", "where"))
_LEADERS = re.compile(
    r"^(?:gespreksleider|tafelleider|workshopleider|tafelheer|tafeldame|facilitator|table leader)s?\b", re.IGNORECASE
)
_DEADLINES = frozenset(
    ("wanneer", "deadline", "klaar", "gereed", "voor wanneer", "termijn", "when", "due", "einddatum", "datum")
)
_FOUND_AT = re.compile(r"(?:bron|source)\b", re.IGNORECASE)
_RECORDS = frozenset(("verslag", "kort verslag", "notulen", "minutes"))
"""What is written of a meeting, and no name of it."""
_QUOTED = re.compile(r"[‘“\"']([A-ZÀ-Þ][^’”\"'\n]{3,80})[’”\"']")
_TITLE_BLOCKS = 6
"""Blocks at the top in which a report says which meeting it is of."""
_WINDOW = 200
"""Characters on either side of a date that are weighed; nobody writes longer sentences about one day."""
_LEAST = 1.5
"""Weight from which a date is one of a meeting; seen on our own texts."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A date with the words round it, and which cues are among these."""

    date: DateFound
    block: Block
    number: int
    sentence: str
    before: str
    text: str
    titled: bool
    cues: frozenset[str]


class _Cues:
    """Where each cue stands in a text: looked for once, however many dates there are."""

    def __init__(self, text: str) -> None:
        self._spans = {name: [found.span() for found in pattern.finditer(text)] for name, pattern in _CUES.items()}

    def between(self, first: int, last: int, label: str) -> frozenset[str]:
        """Return the cues that stand between two places, or in the label before them."""
        return frozenset(name for name, spans in self._spans.items()
                         if self._inside(spans, first, last) or (label and _CUES[name].search(label)))  # fmt: skip

    @staticmethod
    def _inside(spans: list[tuple[int, int]], first: int, last: int) -> bool:
        here = bisect_left(spans, (first, 0))
        return here < len(spans) and spans[here][1] <= last


def find_meetings(layout: Layout, dates: list[DateFound]) -> list[MeetingFound]:
    """Return the meetings that a report tells of, each day once.

    Parameters
    ----------
    layout
        The report.
    dates
        What `find_dates` gave.

    Notes
    -----
    About linear in the number of dates and blocks. A title that speaks of a meeting, in a report without any date,
    gives a meeting without a date.
    """
    meetings: dict[str, MeetingFound] = {}
    weights: dict[str, float] = {}
    for seen in _seen(layout, dates):
        weight = _weight(seen)
        if weight < _LEAST or not (seen.date.is_day or weight >= _LEAST + 1):
            continue
        if seen.date.value not in meetings or weight > weights[seen.date.value]:
            weights[seen.date.value] = weight
            meetings[seen.date.value] = _meeting(layout, seen, weight)
    found = list(meetings.values()) or list(_undated(layout))
    main = next((one for one in found if one.status == "held"), None)
    if main is not None and not main.venue:
        main.venue = _labelled(layout, _PLACE_LABELS)
    return [*found, *_tables(layout, main.name if main else "")]


def _seen(layout: Layout, dates: list[DateFound]) -> Iterator[_Seen]:
    titled = bool(layout.blocks) and bool(_NOUN.search(_lower_title(layout)))
    numbers = {block.start: number for number, block in enumerate(layout.blocks)}
    cues = _Cues(layout.masked.text)
    for one in dates:
        sentence = layout.sentence_at(one.start)
        if sentence is not None:
            text = layout.masked.text
            before = text[max(sentence.start, one.start - 25) : one.start]
            first, last = max(sentence.start, one.start - _WINDOW), min(sentence.end, one.end + _WINDOW)
            label = sentence.block.label
            yield _Seen(
                one, sentence.block, numbers[sentence.block.start], f"{label}: {text[first:last]}", before,
                text[one.start : one.end], titled, cues.between(first, last, label),
            )  # fmt: skip


def _weight(seen: _Seen) -> float:
    """Return how likely a date is that of a meeting: a sum of cues."""
    rest = seen.sentence
    top = seen.number < _TITLE_BLOCKS
    noun, held = "noun" in seen.cues, "held" in seen.cues
    weight = 1.5 * noun + 1.0 * held + 0.5 * seen.date.is_day
    if "strong" in seen.cues:
        weight += 0.5 if seen.date.is_day else 1.5  # what opened in July 2024 was an opening, whatever the day
    if top and (seen.block.label in _DATE_LABELS or (noun and seen.block.kind is BlockKind.HEADING)):
        weight += 3
    if (
        seen.number in (1, 2)
        and seen.titled
        and not noun
        and re.match(r"[^:]*: (?:[A-Z][\w' -]+, )?\W*$", rest.partition(seen.text)[0])
    ):
        weight += 3  # "Utrecht, 8 juni 2023" below a title that speaks of a meeting
    if seen.block.kind is BlockKind.CELL or seen.block.label.startswith(("actie", "besluit", "wie", "deadline")):
        weight -= 3 if not noun or seen.block.label in _DEADLINES else 1
    if _NOT.search(seen.before):
        weight -= 3
    elif "not" in seen.cues and not held:
        weight -= 1.5
    if not held and not noun and seen.number == 0:
        weight -= 3
    if "published" in seen.cues:
        weight -= 2
    if seen.block.kind is BlockKind.HEADING and re.search(r"\d{1,2}-\d{1,2}-\d{4}\s*$", rest):
        weight -= 3  # the stamp that a page puts behind its title
    return weight if not _is_stamp(seen) else weight - 4


def _is_stamp(seen: _Seen) -> bool:
    """Return whether a date says when a page was put up."""
    before, _, after = seen.sentence.partition(": ")[2].partition(seen.text)
    dateline = seen.number == 0 and re.fullmatch(r"[A-ZÀ-Þ][\w' -]{1,40},\s?", before) and re.match(r"\s?[–—-]", after)
    stamped = _STAMP.search(seen.before) or _STAMP.match(seen.block.label)
    return bool(dateline or (stamped and seen.block.label not in ("datum", "date")))


def _meeting(layout: Layout, seen: _Seen, weight: float) -> MeetingFound:
    sentence = seen.sentence.partition(": ")[2]
    later = bool(_PLANNED.search(seen.sentence) or "volgende" in seen.block.section) and not (
        re.search(r"\b(?:vond|kwam|kwamen|werd|werden|was|waren|heeft|hebben|zijn|took|was)\b", sentence)
    )
    name = _name(layout, seen, sentence)
    where = around(layout, seen.date.start, seen.date.end)
    certainty = min(0.95, 0.45 + weight / 8) - (0 if seen.date.sure else 0.2)
    return MeetingFound(where, certainty, name, held_on=seen.date.value, status="planned" if later else "held")


def _name(layout: Layout, seen: _Seen, sentence: str) -> str:
    """Return what a meeting is called: what is quoted, else the title it stands in, else its noun."""
    quoted = _QUOTED.search(sentence)
    if quoted:
        return quoted.group(1).strip()
    if seen.number < _TITLE_BLOCKS and (title := _title(layout)) and not _PLANNED.search(seen.sentence):
        below = seen.number in (1, 2) and not _NOUN.search(sentence)
        if below or seen.block.kind is BlockKind.HEADING or seen.block.label in _DATE_LABELS:
            return title
    nouns = [*_NOUN.finditer(sentence)]
    noun = next((one for one in nouns if one.group().lower() not in _RECORDS), nouns[0] if nouns else None)
    noun = noun or _NOUN.search(seen.block.label) or _NOUN.search(seen.block.section)
    named = (
        re.match(
            rf"{re.escape(noun.group())}(?:\s+(?:van|in|over|van de|in de|&)?\s*[A-ZÀ-Þ’'][\w&’'-]*){{1,4}}",
            sentence[noun.start() :],
        )
        if (noun and noun.group() in sentence)
        else None
    )
    if named:
        return named.group()[0].upper() + named.group()[1:]
    word = noun.group().lower() if noun else ""
    if word in _RECORDS:
        return "Meeting" if word == "minutes" else "Vergadering"
    return word.capitalize() if word else "Bijeenkomst"


def _title(layout: Layout) -> str:
    """Return the title of a report without its date."""
    block = _title_block(layout)
    if block is None:
        return ""
    text = " ".join(layout.masked.text[block.start : block.end].split())
    months = "|".join(_LIST["months"])
    days = "|".join(_LIST["weekdays"])
    text = re.sub(
        rf"[\s,(–-]*(?:van\s+|op\s+|d\.?d\.?:?\s+)?(?:(?:{days})\s+)?"
        rf"\d{{1,2}}[\s-](?:{months}|\d{{1,2}})[\s-]*(?:\d{{4}})?\)?",
        "",
        text,
        flags=re.IGNORECASE,
    )
    text = text.strip(" -–,:")
    bare = re.sub(
        r"^(?:kort |openbaar )?(?:verslag|notulen|minutes|summary)\s*(?:(?:van|of) (?:de |het |the )?|[-–:]\s*)?",
        "",
        text,
        flags=re.IGNORECASE,
    )
    return bare[0].upper() + bare[1:] if bare else text


def _title_block(layout: Layout) -> Block | None:
    """Return the heading that names a report; a line at the top that says where it was found is none."""
    headings = (one for one in layout.blocks[:3] if one.kind is BlockKind.HEADING)
    return next((one for one in headings if not _FOUND_AT.match(_whole(layout, one))), None)


def _whole(layout: Layout, block: Block) -> str:
    return f"{block.label} {layout.masked.text[block.start : block.end]}".strip()


def _lower_title(layout: Layout) -> str:
    block = _title_block(layout)
    return _whole(layout, block) if block is not None else ""


def _labelled(layout: Layout, labels: frozenset[str]) -> str:
    for block in layout.blocks[:12]:
        if block.label in labels:
            return " ".join(layout.masked.text[block.start : block.end].split()).split(". ")[0].rstrip(".")
    return ""


def _undated(layout: Layout) -> Iterator[MeetingFound]:
    """Yield the meeting that a title speaks of in a report without a date."""
    title = _title(layout)
    block = _title_block(layout)
    if block is not None and _NOUN.search(title):
        yield MeetingFound(passage(layout, block.start, block.end), 0.5, title)


def _tables(layout: Layout, conference: str) -> Iterator[MeetingFound]:
    """Yield the tables of a conference: a heading, and who led the talk below it."""
    for number, block in enumerate(layout.blocks):
        text = layout.masked.text[block.start : block.end]
        leads = _LEADERS.match(block.label) or _LEADERS.match(text.lstrip())
        before = layout.blocks[number - 1] if number else None
        if leads and before is not None and before.kind is not BlockKind.CELL and before.end - before.start < 400:
            name = " ".join(layout.masked.text[before.start : before.end].split())
            name = name.split(". ")[0].split("? ")[0][:90]
            where = passage(layout, before.start, before.end)
            yield MeetingFound(where, 0.7, name, part_of=conference)
