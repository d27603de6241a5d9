"""Pages of suggestions, and which of them are asked for."""

from __future__ import annotations

import strawberry

from api.asking import SuggestionsAsked
from api.bounds import checked_list, given
from api.types.advice import Likelihood, Suggestion
from api.types.common import PageInfo
from api.types.describing import resolver
from api.types.vocabularies import CooperationForm


@strawberry.type(description="One suggestion in a page.")
class SuggestionEdge:
    """One suggestion in a page."""

    cursor: str = strawberry.field(description="Its cursor.")
    node: Suggestion = strawberry.field(description="The suggestion.")


@strawberry.type(description="A page of suggestions.")
class SuggestionConnection:
    """A page of suggestions."""

    count: strawberry.Private[int]
    edges: list[SuggestionEdge] = strawberry.field(description="The page.")
    page_info: PageInfo = strawberry.field(description="Where it lies.")

    @resolver("How many.", weight=10)
    def total_count(self) -> int:
        """Return how many there are."""
        return self.count


@strawberry.input(description="Which suggestions; all that is given must hold.")
class SuggestionFilter:
    """Which suggestions; all that is given must hold."""

    within: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET, description="A member is active in one of these areas or a part of it."
    )
    members: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET, description="With one of these members."
    )
    topics: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET, description="A member is about, serves, needs or offers one of these topics."
    )
    meeting: strawberry.ID | None = strawberry.field(default=strawberry.UNSET, description="For this coming meeting.")
    form: list[CooperationForm] | None = strawberry.field(default=strawberry.UNSET, description="Of this form.")
    likelihood: list[Likelihood] | None = strawberry.field(default=strawberry.UNSET, description="So likely.")
    judged: bool | None = strawberry.field(default=strawberry.UNSET, description="Judged or not.")

    def asked(self, most: int) -> SuggestionsAsked:
        """Return the same as a question.

        Parameters
        ----------
        most
            Items that each list may hold.

        Raises
        ------
        InputError
            A list is too long.
        """
        return SuggestionsAsked(
            within=tuple(map(str, checked_list(self.within, "within", most))),
            members=tuple(map(str, checked_list(self.members, "members", most))),
            topics=tuple(map(str, checked_list(self.topics, "topics", most))),
            meeting=None if (meeting := given(self.meeting, None)) is None else str(meeting),
            forms=tuple(one.value for one in checked_list(self.form, "form", most)),
            likelihoods=tuple(one.value for one in checked_list(self.likelihood, "likelihood", most)),
            judged=given(self.judged, None),
        )
