"""What became of a suggestion: the steps that the graph knows among its members, planned and real, in order of day.

Read from the graph and from no log: an agreement that a document tells stands beside what a facilitator recorded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from graph.changes import Tie
from graph.schema.values import PartialDate
from graph.schema.words import Words
from graph.store.answers import Node
from graph.store.base import View
from graph.store.questions import LONGEST_PAGE, RelationshipFilter
from graph.suggestions.lessons import split_remark


class TrailStep(StrEnum):
    """Steps from a first talk to one cooperative, or to an end."""

    TALK = "talk"
    ALLIANCE = "alliance"
    LETTER_OF_INTENT = "letter_of_intent"
    AGREEMENT = "agreement"
    COOPERATIVE = "cooperative"
    ENDED = "ended"


STEP_WORDS: Mapping[TrailStep, Words] = {
    TrailStep.TALK: Words("gesprek", "talk"),
    TrailStep.ALLIANCE: Words("alliantie", "alliance"),
    TrailStep.LETTER_OF_INTENT: Words("intentieovereenkomst", "letter of intent"),
    TrailStep.AGREEMENT: Words("overeenkomst getekend", "agreement signed"),
    TrailStep.COOPERATIVE: Words("samen één coöperatie", "one cooperative"),
    TrailStep.ENDED: Words("gestopt", "ended"),
}
"""What people call the steps."""

STEP_OF_KIND: Mapping[str, TrailStep] = {
    "alliance": TrailStep.ALLIANCE,
    "letter_of_intent": TrailStep.LETTER_OF_INTENT,
    "cooperation": TrailStep.AGREEMENT,
    "covenant": TrailStep.AGREEMENT,
    "contract": TrailStep.AGREEMENT,
    "one_cooperative": TrailStep.COOPERATIVE,
}
"""Sort of agreement -> step that it is; a grant is none."""

_WITH_MEMBERS = RelationshipFilter(types=("PARTY_TO", "ATTENDED", "CONCERNS"), other_kinds=("Agreement", "Meeting"))


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """One step.

    Parameters
    ----------
    step
        Which.
    thing
        Id of the meeting, agreement or partnership that it is.
    kind
        Kind of that thing; empty for a partnership.
    planned, on
        Day that it was or is planned for, and day on which it happened; stored form, None where nobody said.
    happened
        Whether it came about.
    lesson, note
        As written down; empty where nobody wrote, or the viewer may not read it.
    """

    step: TrailStep
    thing: str
    kind: str
    planned: str | None = None
    on: str | None = None
    happened: bool = True
    lesson: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Trail:
    """What became of a suggestion.

    Parameters
    ----------
    suggestion
        Id of the suggestion.
    members
        Who, in order of id.
    entries
        The steps, oldest first; undated ones last.
    """

    suggestion: str
    members: tuple[Node, ...]
    entries: tuple[TrailEntry, ...]


def read_trail(view: View, members: Sequence[str]) -> tuple[TrailEntry, ...]:
    """Return the steps among all of some members, oldest first.

    Parameters
    ----------
    view
        Who looks; a step that the viewer may not see is none.
    members
        Canonical ids.

    Notes
    -----
    At most four questions to the store, whatever the number of members.
    """
    shared: set[str] | None = None
    for page in view.relationships(members, _WITH_MEMBERS, first=LONGEST_PAGE).values():
        others = {end for tie in page.items for end in (tie.start, tie.end)}
        shared = others if shared is None else shared & others
    wanted = sorted((shared or set()) - set(members))
    found = [entry for node in view.nodes(wanted) if node and (entry := _entry(node))] if wanted else []
    return tuple(sorted([*found, *_endings(view, members)], key=_by_day))


def pair_ties(members: Sequence[str]) -> list[Tie]:
    """Return the partnership of every two members."""
    return [Tie.between("PARTNERS_WITH", one, other) for one, other in combinations(sorted(members), 2)]


def _entry(node: Node) -> TrailEntry | None:
    note = str(node.value("summary") or "")
    if node.kind == "Meeting":
        if node.value("meeting_kind") != "talk":
            return None
        on, planned = _date(node, "held_on"), node.value("status") == "planned"
        return TrailEntry(TrailStep.TALK, node.id, node.kind, on if planned else None, None if planned else on,
                          not planned, note=note)  # fmt: skip
    step = STEP_OF_KIND.get(str(node.value("agreement_kind")))
    if step is None:
        return None
    on = _date(node, "signed_on")
    happened = on is not None or node.value("status") in ("signed", "ended")
    return TrailEntry(step, node.id, node.kind, _date(node, "planned_for"), on, happened, note=note)


def _endings(view: View, members: Sequence[str]) -> list[TrailEntry]:
    """Return that working together ended or is to end, once for all members: the newest word between two of them."""
    ties = [one for one in view.relationships_by_id([tie.id for tie in pair_ties(members)]) if one and not one.denied]
    ended = [one for one in ties if one.value("status") == "ended"]
    planned = [one for one in ties if one.value("until") is not None]
    if not ended and not planned:
        return []
    last = max(ended or planned, key=lambda one: (str(one.value("until") or ""), one.id))
    until = None if last.value("until") is None else str(last.value("until"))
    lesson, note = split_remark(str(last.value("note") or ""))
    if ended:
        return [TrailEntry(TrailStep.ENDED, last.id, "", on=until, lesson=lesson, note=note)]
    return [TrailEntry(TrailStep.ENDED, last.id, "", planned=until, happened=False, lesson=lesson, note=note)]


def _date(node: Node, name: str) -> str | None:
    value = node.value(name)
    return None if value is None else str(value)


def _by_day(entry: TrailEntry) -> tuple[bool, str, int, str]:
    day = entry.on or entry.planned
    earliest = PartialDate.parse(day).earliest.isoformat() if day else ""
    return not day, earliest, list(TrailStep).index(entry.step), entry.thing


_UNDATED = Words("datum onbekend", "date unknown")
_PLANNED = Words("gepland: {day}", "planned: {day}")
_PLANNED_UNDATED = Words("gepland, datum onbekend", "planned, date unknown")


def when_words(entry: TrailEntry) -> Words:
    """Return when a step happened and for when it was planned, in words."""

    def to(lang: str) -> str:
        on, planned = (PartialDate.parse(day).label(lang) if day else "" for day in (entry.on, entry.planned))
        parts = [on or _UNDATED.to(lang)] if entry.happened else []
        if planned:
            parts.append(_PLANNED.to(lang).format(day=planned))
        elif not entry.happened:
            parts.append(_PLANNED_UNDATED.to(lang))
        return "; ".join(parts)

    return Words(to("nl"), to("en"))
