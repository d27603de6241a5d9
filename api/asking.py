"""Questions to the advice and along the network: what a page of them holds, and how much there is in all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from api.request import Request
from graph.errors import UnknownIdError
from graph.network import Network
from graph.questions.alliance_types import Alliance
from graph.store.base import View
from graph.store.questions import LONGEST_PAGE, NodeFilter, RelationshipFilter
from graph.suggestions.advice_types import Community, Suggestion

TOPIC_TIES = ("ABOUT", "SERVES", "NEEDS", "OFFERS")
"""Relationships that say what an initiative has to do with a topic."""


@dataclass(frozen=True, slots=True)
class SuggestionsAsked:
    """Which suggestions; all that is given must hold, and what is left empty holds for all.

    Parameters
    ----------
    within, members, topics
        Ids, any of which a member is active in, is, or has to do with.
    meeting
        A coming meeting that a member fits; None for any.
    forms, likelihoods
        Any of these codes.
    judged
        Only those that somebody judged, or that nobody did; None for both.
    """

    within: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    meeting: str | None = None
    forms: tuple[str, ...] = ()
    likelihoods: tuple[str, ...] = ()
    judged: bool | None = None


def matching(view: View, ids: Iterable[str], where: NodeFilter) -> set[str]:
    """Return which nodes match a filter.

    Notes
    -----
    One question for each thousand ids.
    """
    asked = tuple(dict.fromkeys(ids))
    found: set[str] = set()
    for start in range(0, len(asked), LONGEST_PAGE):
        part = NodeFilter(ids=asked[start : start + LONGEST_PAGE], any_of=(where,))
        found |= {node.id for node in view.find(part, first=LONGEST_PAGE).items}
    return found


def count_neighbours(network: Network, view: View, start: str, where: RelationshipFilter, steps: int) -> int:
    """Return how many things lie within some steps.

    Notes
    -----
    The walk is made again for each thousand: a city has that many within three steps, hardly ever more.
    """
    total, after = 0, None
    while True:
        page = network.neighbours(view, start, where, steps=steps, first=LONGEST_PAGE, after=after)
        total += len(page.items)
        if not page.more:
            return total
        after = page.items[-1].node.id


def find_suggestions(request: Request, asked: SuggestionsAsked) -> list[Suggestion]:
    """Return suggestions, best first.

    Raises
    ------
    AdviceNotReadyError
        Advice is being computed.
    """
    view = request.view()
    request.desk.advice(view)
    try:
        found = request.site.network.suggestions(
            view,
            within=asked.within,
            members=asked.members,
            topics=asked.topics,
            meeting=asked.meeting,
            judged=asked.judged,
        )
    except UnknownIdError:  # a filter on what one may not see finds nothing
        return []
    return [one for one in found if _is_asked(one, asked)]


def find_alliances(request: Request, asked: SuggestionsAsked) -> list[Alliance]:
    """Return groups of three or more, best first.

    Raises
    ------
    AdviceNotReadyError
        They are being computed.
    """
    view = request.view()
    answers = request.desk.alliances(view)
    try:
        found = answers.alliances(
            view,
            within=asked.within,
            members=asked.members,
            topics=asked.topics,
            meeting=asked.meeting,
            judged=asked.judged,
        )
    except UnknownIdError:  # as above
        return []
    return [one for one in found if _is_asked(one.suggestion, asked)]


def _is_asked(one: Suggestion, asked: SuggestionsAsked) -> bool:
    return (not asked.forms or one.form in asked.forms) and (
        not asked.likelihoods or one.likelihood.value in asked.likelihoods
    )


def find_communities(request: Request, within: Sequence[str] = ()) -> list[Community]:
    """Return what hangs together, largest first; with areas, only where a member is active in one of them.

    Raises
    ------
    AdviceNotReadyError
        Advice is being computed.
    """
    view = request.view()
    found = list(request.desk.advice(view).communities)
    if not within:
        return found
    here = matching(view, (id_ for one in found for id_ in one.members), NodeFilter(within=tuple(within)))
    return [one for one in found if here & set(one.members)]
