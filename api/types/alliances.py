"""Alliances: what a group has that a pair has not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import strawberry

from api.bounds import checked_first
from api.levels import Level
from api.request import Request
from api.types.advice import Advised, Suggestion
from api.types.common import InLang
from api.types.describing import meaning, resolver
from api.types.entity import Entity
from api.types.gaps import MOST_FACTS, Gap, Told
from api.types.making import sure, thing
from api.types.relationship import Relationship
from graph.errors import UnknownIdError
from graph.questions import alliance_types


class Allied:
    """Alliances of one answer, with the levels of what they name.

    Parameters
    ----------
    request
        What they are part of.
    groups
        Those that are shown.
    """

    def __init__(self, request: Request, groups: Sequence[alliance_types.Alliance]) -> None:
        self.request = request
        roles = [role for one in groups for role in (*one.roles, *one.beside)]
        self.told = Told(request, [gap for one in groups for gap in one.gaps])
        self.things = Level(request, (one.id for role in roles for one in (role.member, *role.brings)))
        self.ties = Level(request, (one.weakest.relationship for one in groups if one.weakest.relationship))


@strawberry.type(description="What one member brings.")
class AllianceRole:
    """What one member brings."""

    allied: strawberry.Private[Allied]
    made: strawberry.Private[alliance_types.AllianceRole]

    @resolver("The member.")
    def member(self) -> Entity:
        """Return the member."""
        return sure(self.allied.things, self.made.member.id)

    @resolver("Topics that it brings.")
    def brings(self) -> list[Entity]:
        """Return what it brings."""
        found = (thing(self.allied.things, one.id) for one in self.made.brings)
        return [one for one in found if one is not None]

    @resolver("In a sentence.")
    def text(self, lang: InLang = strawberry.UNSET) -> str:
        """Return what it brings, in a sentence."""
        return self.made.text.to(self.allied.request.said(lang))


@strawberry.type(description="What a group has that a pair has not.")
class Alliance:
    """What a group has that a pair has not."""

    allied: strawberry.Private[Allied]
    made: strawberry.Private[alliance_types.Alliance]

    @resolver("Named by what sets it apart.")
    def name(self, lang: InLang = strawberry.UNSET) -> str:
        """Return its name."""
        return self.made.name.to(self.allied.request.said(lang))

    @resolver("Who brings what.")
    def roles(self, first: Annotated[int | None, meaning("At most, 1 to 50.")] = 20) -> list[AllianceRole]:
        """Return who brings what."""
        shown = self.made.roles[: checked_first(first, 20, MOST_FACTS)]
        return [AllianceRole(allied=self.allied, made=one) for one in shown]

    @resolver("Organisations that know one of it already, and have what the group lacks.")
    def beside(self, first: Annotated[int | None, meaning("At most, 1 to 50.")] = 5) -> list[AllianceRole]:
        """Return who stands beside it."""
        shown = self.made.beside[: checked_first(first, 5, MOST_FACTS)]
        return [AllianceRole(allied=self.allied, made=one) for one in shown]

    @resolver("What it needs and nobody in it offers.")
    def gaps(self, first: Annotated[int | None, meaning("At most, 1 to 50.")] = 10) -> list[Gap]:
        """Return what it lacks."""
        shown = self.made.gaps[: checked_first(first, 10, MOST_FACTS)]
        return [Gap(told=self.allied.told, made=one) for one in shown]

    @resolver("Its weakest tie; null where no relationship ties those two.")
    def weakest_tie(self) -> Relationship | None:
        """Return its weakest tie."""
        id_ = self.made.weakest.relationship
        tie = self.allied.ties.tie(id_) if id_ else None
        return None if tie is None else Relationship.of(self.allied.ties, tie)

    @resolver("Between whom it is weakest, in a sentence.")
    def weakest_text(self, lang: InLang = strawberry.UNSET) -> str:
        """Return its weakest tie in words."""
        return self.made.weakest.text.to(self.allied.request.said(lang))

    @resolver("What would break it, in a sentence.")
    def breaks_when(self, lang: InLang = strawberry.UNSET) -> str:
        """Return what would break it."""
        return self.made.breaks_when.to(self.allied.request.said(lang))


def suggested_groups(request: Request, groups: Sequence[alliance_types.Alliance]) -> list[Suggestion]:
    """Return alliances as suggestions, which share their levels."""
    advised = Advised(request, request.desk.advice(request.view()), suggestions=[one.suggestion for one in groups])
    allied = Allied(request, groups)
    return [Suggestion.of(advised, one.suggestion, Alliance(allied=allied, made=one)) for one in groups]


def find_suggestion(request: Request, id_: str) -> Suggestion | None:
    """Return a suggestion of a pair or a group as it stands now, None where there is none.

    Raises
    ------
    AdviceNotReadyError
        Advice is being computed.
    """
    advice = request.desk.advice(request.view())
    try:
        made = advice.suggestion(id_)
    except UnknownIdError:
        groups = request.desk.alliances(request.view()).alliances(request.view())
        found = [one for one in groups if one.suggestion.id == id_]
        return next(iter(suggested_groups(request, found)), None)
    return Suggestion.of(Advised(request, advice, [made]), made)
