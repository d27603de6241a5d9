"""What is missing in an area or a group, and sets of initiatives that reach a goal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from functools import partial
from itertools import chain
from typing import Annotated

import strawberry

from api.bounds import checked_first, checked_list, given
from api.levels import Level
from api.request import Request
from api.types.advice import place_of
from api.types.behind import Citation
from api.types.common import InLang
from api.types.describing import meaning, member, resolver
from api.types.entity import Entity
from api.types.making import sure, thing
from graph.questions import composition_types, gap_types
from graph.suggestions.advice_types import Fact

MOST_FACTS = 50
"""Facts or gaps of one answer that are listed."""


@strawberry.enum(description="Sorts of gap.")
class GapKind(Enum):
    """Sorts of gap."""

    NEED = member("need", "A need that nobody meets.")
    TARGET_GROUP = member("target_group", "A target group that nobody reaches.")
    QUESTION = member("question", "A question without an answer.")


class Cited:
    """Facts of one answer, with the level of their sources.

    Parameters
    ----------
    request
        What they are part of.
    facts
        All of them.
    """

    def __init__(self, request: Request, facts: Iterable[Fact]) -> None:
        self._sources = Level(request, (one.citation.source for one in facts if one.citation.source is not None))

    def citations(self, facts: Sequence[Fact]) -> list[Citation]:
        """Return facts with the places that show them."""
        return [
            Citation(
                level=self._sources, words=fact.text.to, source_id=fact.citation.source, where=partial(place_of, fact)
            )
            for fact in facts
        ]


class Told:
    """Gaps and sets of one answer, with the levels of what they name.

    Parameters
    ----------
    request
        What they are part of.
    gaps
        Those that are shown, also within sets.
    parts
        What members bring to a set.
    """

    def __init__(
        self, request: Request, gaps: Sequence[gap_types.Gap], parts: Sequence[composition_types.Part] = ()
    ) -> None:
        self.request = request
        helpers = [helper for gap in gaps for helper in (*gap.nearby, *gap.elsewhere)]
        bringing: list[gap_types.Helper | composition_types.Part] = [*helpers, *parts]
        named = [*(gap.topic for gap in gaps), *(one.member for one in bringing)]
        self.things = Level(request, (one.id for one in named))
        of_bringing = chain.from_iterable(one.facts for one in bringing)
        self.cited = Cited(request, (*chain.from_iterable(gap.facts for gap in gaps), *of_bringing))

    def members(self, found: Iterable[gap_types.Helper | composition_types.Part]) -> list[Entity]:
        """Return who is named, as things."""
        things = (thing(self.things, one.member.id) for one in found)
        return [one for one in things if one is not None]


@strawberry.type(description="Who may help, and why it is named.")
class Helper:
    """Who may help, and why it is named."""

    told: strawberry.Private[Told]
    made: strawberry.Private[gap_types.Helper]

    @resolver("Who.")
    def member(self) -> Entity:
        """Return who may help."""
        return sure(self.told.things, self.made.member.id)

    @resolver("What it has and where it works, in a sentence.")
    def text(self, lang: InLang = strawberry.UNSET) -> str:
        """Return why it is named."""
        return self.made.text.to(self.told.request.said(lang))

    @resolver("The facts.")
    def facts(self, first: Annotated[int | None, meaning("At most, 1 to 50.")] = 5) -> list[Citation]:
        """Return what that rests on."""
        return self.told.cited.citations(self.made.facts[: checked_first(first, 5, MOST_FACTS)])


@strawberry.type(description="What is missing.")
class Gap:
    """What is missing."""

    told: strawberry.Private[Told]
    made: strawberry.Private[gap_types.Gap]

    @resolver("Sort.")
    def kind(self) -> GapKind:
        """Return the sort."""
        return GapKind(self.made.kind.value)

    @resolver("The need, target group or question.")
    def topic(self) -> Entity:
        """Return what is missing."""
        return sure(self.told.things, self.made.topic.id)

    @resolver("One sentence.")
    def text(self, lang: InLang = strawberry.UNSET) -> str:
        """Return what is missing, in a sentence."""
        return self.made.text.to(self.told.request.said(lang))

    @resolver("Who nearby offers it.")
    def nearby(self) -> list[Entity]:
        """Return who near has it."""
        return self.told.members(self.made.nearby)

    @resolver("Who elsewhere solved it: to learn from.")
    def elsewhere(self) -> list[Entity]:
        """Return who further off solved it."""
        return self.told.members(self.made.elsewhere)

    @resolver("Those of `nearby` and `elsewhere` with the reason why each is named.")
    def helpers(self) -> list[Helper]:
        """Return who may help, with the reasons."""
        return [Helper(told=self.told, made=one) for one in (*self.made.nearby, *self.made.elsewhere)]

    @resolver("The smallest next step.")
    def next_step(self, lang: InLang = strawberry.UNSET) -> str:
        """Return the smallest next step."""
        return self.made.step.to(self.told.request.said(lang))

    @resolver("The facts.")
    def facts(self, first: Annotated[int | None, meaning("At most, 1 to 50.")] = 5) -> list[Citation]:
        """Return what it rests on."""
        return self.told.cited.citations(self.made.facts[: checked_first(first, 5, MOST_FACTS)])


@strawberry.input(description="A goal to reach together; all that is given must be reached.")
class GoalInput:
    """A goal to reach together."""

    members: int | None = strawberry.field(default=strawberry.UNSET, description="So many members.")
    clients: int | None = strawberry.field(default=strawberry.UNSET, description="So many clients.")
    topics: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="These capabilities.")
    within: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="From these areas.")
    include: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="With these.")
    exclude: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="Without these.")
    at_most: int | None = strawberry.field(default=10, description="Most initiatives, 1 to 30.")

    def goal(self, most_ids: int) -> composition_types.Goal:
        """Return the goal as the network knows it.

        Raises
        ------
        InputError
            A list is longer than it may be, or a number is out of range.
        """

        def ids(items: list[strawberry.ID] | None, name: str) -> tuple[str, ...]:
            return tuple(map(str, checked_list(items, name, most_ids)))

        return composition_types.Goal(
            given(self.members, None),
            given(self.clients, None),
            ids(self.topics, "topics"),
            ids(self.within, "within"),
            ids(self.include, "include"),
            ids(self.exclude, "exclude"),
            checked_first(self.at_most, 10, composition_types.MOST_MEMBERS),
        )


@strawberry.type(description="What one member brings to a goal.")
class CompositionPart:
    """What one member brings to a goal."""

    told: strawberry.Private[Told]
    made: strawberry.Private[composition_types.Part]

    @resolver("Who.")
    def member(self) -> Entity:
        """Return who brings it."""
        return sure(self.told.things, self.made.member.id)

    @resolver("What it brings, in a sentence.")
    def text(self, lang: InLang = strawberry.UNSET) -> str:
        """Return what it brings."""
        return self.made.text.to(self.told.request.said(lang))

    @resolver("The facts.")
    def facts(self, first: Annotated[int | None, meaning("At most, 1 to 50.")] = 5) -> list[Citation]:
        """Return what that rests on."""
        return self.told.cited.citations(self.made.facts[: checked_first(first, 5, MOST_FACTS)])


@strawberry.type(description="A set of initiatives for a goal.")
class Composition:
    """A set of initiatives for a goal."""

    told: strawberry.Private[Told]
    made: strawberry.Private[composition_types.Composition]

    @resolver("Who, who brings most first.")
    def members(self) -> list[Entity]:
        """Return who is in it."""
        return self.told.members(self.made.parts)

    @resolver("The same with what each brings.")
    def parts(self) -> list[CompositionPart]:
        """Return who is in it, with what each brings."""
        return [CompositionPart(told=self.told, made=one) for one in self.made.parts]

    @resolver("True when it reaches the goal.")
    def complete(self) -> bool:
        """Return whether it reaches the goal."""
        return self.made.complete

    @resolver("The least that is still missing of what somebody must bring.")
    def missing(self, first: Annotated[int | None, meaning("At most, 1 to 50.")] = 10) -> list[Gap]:
        """Return what nobody brings."""
        shown = self.made.missing[: checked_first(first, 10, MOST_FACTS)]
        return [Gap(told=self.told, made=one) for one in shown]

    @resolver("In a sentence.")
    def text(self, lang: InLang = strawberry.UNSET) -> str:
        """Return what they reach together."""
        return self.made.text.to(self.told.request.said(lang))

    @resolver("What is still missing of an amount, one sentence each.")
    def short(self, lang: InLang = strawberry.UNSET) -> list[str]:
        """Return what is missing of an amount."""
        return [one.to(self.told.request.said(lang)) for one in self.made.short]

    @resolver("Who might bring more and would have to be asked; it never counts.")
    def unknown(self, lang: InLang = strawberry.UNSET) -> list[str]:
        """Return what is not known."""
        return [one.to(self.told.request.said(lang)) for one in self.made.unknown]

    @resolver("The smallest next step.")
    def next_step(self, lang: InLang = strawberry.UNSET) -> str:
        """Return the smallest next step."""
        return self.made.step.to(self.told.request.said(lang))
