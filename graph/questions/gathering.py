"""Who fits a meeting: who is named with it, who works where it is about, and who is about what it is about."""

from __future__ import annotations

from graph.questions.ground import MEMBERS, Ground


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
