"""Who fits a meeting, or one that is not planned yet: who is named with it, works there, has to do with its topics."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.questions.ground import MEMBERS, Ground

LEADING = ("host", "organiser", "chair", "leader", "speaker")
"""Roles in which somebody must not be missing."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """What people are brought together for: one of these at least.

    Parameters
    ----------
    meeting
        Id of a meeting; empty where none is planned yet.
    within
        Areas to invite from, beside those that the meeting is about.
    topics
        Only who has to do with one of these; empty for all.
    """

    meeting: str = ""
    within: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()

    def pool(self, ground: Ground, home: Iterable[str]) -> set[str]:
        """Return who can be invited: living initiatives and organisations with a name.

        Parameters
        ----------
        ground
            What is known.
        home
            The city, for a gathering of which only topics are known; empty for anywhere.
        """
        found = set(ground.active_within(self.within)) | (fitting(ground, self.meeting) if self.meeting else set())
        if self.topics:
            tied = {one for topic in self.topics for one in ground.tied_to(topic)}
            found = tied & (found if found or self.within else _at_home(ground, home))
        return (found | self.leading(ground)) & ground.living

    def leading(self, ground: Ground) -> set[str]:
        """Return who hosts, leads or speaks at the meeting, or whom it is about: things of any kind."""
        if not self.meeting:
            return set()
        attended = ground.bonds(self.meeting, "ATTENDED", out=False)
        found = {bond.other for bond in attended if bond.values.get("role") in LEADING}
        return found.union(ground.others(self.meeting, "CONCERNS"))

    def areas(self, ground: Ground) -> list[str]:
        """Return where it is about."""
        concerned = ground.others(self.meeting, "CONCERNS") if self.meeting else []
        return [*self.within, *(one for one in concerned if ground.kind(one) == "Area")]

    def about(self, ground: Ground) -> list[str]:
        """Return the topics that it is about."""
        return [*self.topics, *(ground.others(self.meeting, "ABOUT") if self.meeting else ())]


def _at_home(ground: Ground, home: Iterable[str]) -> set[str]:
    """Return who works in the city, with those of whom nobody says where: elsewhere is to learn from."""
    here = set(ground.active_within(home))
    return {one for one in ground.living if not here or one in here or not ground.areas_of(one)}


def fitting(ground: Ground, meeting: str) -> set[str]:
    """Return the initiatives and organisations that fit a meeting.

    Parameters
    ----------
    ground
        What is known.
    meeting
        Id of the meeting.

    Notes
    -----
    A meeting that says where it is about is for who works there; one that does not, for who has to do with its topics.
    """
    concerned = ground.others(meeting, "CONCERNS")
    named = {*concerned, *ground.others(meeting, "ATTENDED", out=False)}
    areas = [one for one in concerned if ground.kind(one) == "Area"]
    found = {one for one in named if ground.kind(one) in MEMBERS}
    found.update(ground.active_within(areas))
    if not areas:
        found.update(who for topic in ground.others(meeting, "ABOUT") for who in ground.tied_to(topic))
    return {one for one in found if ground.kind(one) in MEMBERS}
