"""What ended and what was learned from it: a reason for care between the same two, and told where one takes part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.claims import PEOPLE, RECORDED
from graph.projection.projection import Projection
from graph.schema.words import Words
from graph.store.answers import Statement
from graph.store.base import View
from graph.suggestions.catalogue import REASONS, fill
from graph.suggestions.reasoning import Draft, Stated

LONGEST_LESSON = 240
"""Characters of a lesson that a reason quotes; the rest is where it was written down."""

MOST_LESSONS = 1
"""Lessons of each member that are told: more would be a file on somebody, and no advice."""

_AT_ONCE = 500

_TOGETHER = Words("{a} werkte samen met {b}; dat is gestopt.", "{a} worked together with {b}; that ended.")


@dataclass(frozen=True, slots=True)
class Ended:
    """A partnership that ended.

    Parameters
    ----------
    tie
        Id of the relationship.
    other
        Row of the other member.
    until
        When, stored form; empty where nobody said.
    lesson
        In the words of who wrote it; empty where nobody did.
    """

    tie: str
    other: int
    until: str
    lesson: str


class Lessons:
    """Answers what ended, as one viewer may see it.

    Parameters
    ----------
    view
        Who looks.
    projection
        The network.

    Notes
    -----
    One question for each five hundred partnerships that ended.
    """

    def __init__(self, view: View, projection: Projection) -> None:
        self._names = projection.names
        self._of = _read(view, projection)

    def reasons(self, members: Sequence[int]) -> list[Draft]:
        """Return what ended between any two of some members, and of each the newest lesson with somebody else."""
        found = []
        for one, other in combinations(members, 2):
            ended = self._of.get(one, {}).get(other)
            if ended:
                found.append(self._draft(_CODES[len(members) > 2, bool(ended.lesson)], one, ended))
        return found + [self._draft("lesson_of_member", one, ended) for one in members
                        for ended in self._lessons(one, besides=members)]  # fmt: skip

    def _lessons(self, member: int, *, besides: Sequence[int]) -> list[Ended]:
        """Return the newest lessons of a member with somebody who is not among some."""
        lessons = [one for one in self._of.get(member, {}).values() if one.lesson and one.other not in besides]
        return sorted(lessons, key=lambda one: (one.until, one.tie), reverse=True)[:MOST_LESSONS]

    def _draft(self, code: str, member: int, ended: Ended) -> Draft:
        names = {"a": self._names[member], "b": self._names[ended.other]}
        text = fill(REASONS[code].words, what=ended.lesson, **names)
        fact = Stated(fill(_TOGETHER, **names), ended.tie, "note" if ended.lesson else "status")
        return Draft(code, text, 0.0, (fact,))


_CODES = {(False, False): "ended_before", (False, True): "ended_with_lesson",
          (True, False): "ended_between", (True, True): "lesson_of_member"}  # fmt: skip
"""Code of the reason that two worked together, by whether they are part of a group and left a lesson."""


_LESSON = "Les: "
"""What the first line of a remark begins with where it is a lesson; people read the remark as it stands, in Dutch."""


def join_remark(lesson: str, note: str) -> str:
    """Return a lesson and a note, either of which may be empty, as one remark."""
    return "\n".join(filter(None, (_LESSON + " ".join(lesson.split()) if lesson else "", note)))


def split_remark(remark: str) -> tuple[str, str]:
    """Return the lesson and the note of a remark; empty where it holds none."""
    if not remark.startswith(_LESSON):
        return "", remark
    lesson, _, note = remark.removeprefix(_LESSON).partition("\n")
    return lesson, note


def lesson_of(statements: Iterable[Statement]) -> str:
    """Return the lesson that a person wrote down of a partnership; empty where nobody did.

    A remark of a file is none: it tells what the partnership was about, and a lesson is only what somebody calls one.
    """
    for one in statements:
        if one.counts and one.claim.property == "note" and one.claim.source in (PEOPLE, RECORDED):
            return split_remark(str(one.claim.value))[0]
    return ""


def _read(view: View, projection: Projection) -> Mapping[int, dict[int, Ended]]:
    ids = projection.ended_ids
    said: dict[str, list[Statement]] = {}
    for start in range(0, len(ids), _AT_ONCE):
        said.update(view.statements(ids[start : start + _AT_ONCE]))
    found: dict[int, dict[int, Ended]] = {}
    for (one, other), id_ in zip(projection.ended.tolist(), ids, strict=True):
        until = next((str(it.claim.value) for it in said[id_] if it.counts and it.claim.property == "until"), "")
        lesson = shortened(lesson_of(said[id_]))
        found.setdefault(one, {})[other] = Ended(id_, other, until, lesson)
        found.setdefault(other, {})[one] = Ended(id_, one, until, lesson)
    return found


def shortened(text: str) -> str:
    """Return a text on one line, cut after a word where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_LESSON else line[:LONGEST_LESSON].rpartition(" ")[0] + " …"
