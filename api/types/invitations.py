"""Whom to invite to a meeting, at which table, and why: for who prepares meetings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import strawberry
from strawberry.types import Info

from api.bounds import checked_first, checked_list, given
from api.errors import problem_of
from api.judging import check_may_judge
from api.levels import Level
from api.recording import record_invitation
from api.request import Request
from api.types.behind import Citation
from api.types.common import InLang
from api.types.describing import meaning, resolver
from api.types.entity import Entity
from api.types.gaps import MOST_FACTS, Cited
from api.types.making import sure
from api.types.pages import Within
from api.types.writing import InputRefusal, Payload, checked_key
from graph.errors import InputError
from graph.questions import invitation_types
from graph.questions.gathering import Gathering
from graph.questions.tables import MOST_SEATS, MOST_TABLES, Tables
from viz.site import MAY_JUDGE

MOST_GUESTS = MOST_TABLES * MOST_SEATS
"""Guests of one meeting: all seats of all tables."""


class Invited:
    """An invitation list of one answer, with the levels of what it names.

    Parameters
    ----------
    request
        What it is part of.
    found
        The list.
    """

    def __init__(self, request: Request, found: invitation_types.Invitation) -> None:
        self.request = request
        named = [found.meeting] if found.meeting else []
        self.things = Level(request, (one.id for one in (*named, *(guest.member for guest in found.guests))))
        self.cited = Cited(request, (fact for guest in found.guests for fact in guest.facts))


@strawberry.type(description="Somebody to invite.")
class Guest:
    """Somebody to invite."""

    invited: strawberry.Private[Invited]
    made: strawberry.Private[invitation_types.Guest]

    @resolver("Who.")
    def thing(self) -> Entity:
        """Return who."""
        return sure(self.invited.things, self.made.member.id)

    @resolver("As what.")
    def role(self, lang: InLang = strawberry.UNSET) -> str:
        """Return as what."""
        return self.made.role.to(self.invited.request.said(lang))

    @resolver("True when the meeting makes no sense without.")
    def needed(self) -> bool:
        """Return whether it must not be missing."""
        return self.made.needed

    @resolver("Table number.")
    def table(self) -> int:
        """Return the number of the table."""
        return self.made.table

    @resolver("Why.")
    def why(self, lang: InLang = strawberry.UNSET) -> str:
        """Return why."""
        return self.made.why.to(self.invited.request.said(lang))

    @resolver("The facts.")
    def facts(self, first: Annotated[int | None, meaning("At most, 1 to 50.")] = 5) -> list[Citation]:
        """Return what it rests on."""
        return self.invited.cited.citations(self.made.facts[: checked_first(first, 5, MOST_FACTS)])


@strawberry.type(description="An invitation list.")
class Invitation:
    """An invitation list."""

    invited: strawberry.Private[Invited]
    made: strawberry.Private[invitation_types.Invitation]

    @resolver("The meeting; null where none is planned yet.")
    def meeting(self) -> Entity | None:
        """Return the meeting."""
        return sure(self.invited.things, self.made.meeting.id) if self.made.meeting else None

    @resolver("Who, those who must not be missing first.")
    def guests(self, first: Annotated[int | None, meaning("At most, 1 to 144.")] = 100) -> list[Guest]:
        """Return who is to be invited."""
        shown = self.made.guests[: checked_first(first, 100, MOST_GUESTS)]
        return [Guest(invited=self.invited, made=one) for one in shown]

    @resolver("What the tables lack.")
    def text(self, lang: InLang = strawberry.UNSET) -> str:
        """Return what is to be known of the tables."""
        return " ".join(note.to(self.invited.request.said(lang)) for note in self.made.notes)


@strawberry.input(description="A list by which somebody invites: what `invitation` was asked, and that it is so.")
class RecordInvitationInput:
    """A list by which somebody invites."""

    idempotency_key: str = strawberry.field(description="Your own unique text for this write, 1 to 200 characters.")
    meeting: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="The meeting; without one, areas or topics."
    )
    tables: int | None = strawberry.field(default=1, description="Number of tables, 1 to 12.")
    within: list[strawberry.ID] | None = strawberry.field(default=strawberry.UNSET, description="In these areas.")
    topics: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET, description="Only who has to do with one."
    )
    seats: int | None = strawberry.field(default=8, description="Seats at each table, 2 to 12.")
    mixed: bool | None = strawberry.field(
        default=True, description="Areas spread over the tables, or else kept together."
    )
    invited: bool | None = strawberry.field(default=True, description="False takes it back.")

    def asked(self, most: int) -> tuple[Gathering, Tables]:
        """Return for what gathering, and at which tables; ids at most so many."""
        return (
            _gathering(self.meeting, self.within, self.topics, most),
            _tables(self.tables, self.seats, mixed=self.mixed),
        )


@strawberry.type(description="Answer to `recordInvitation`.")
class RecordInvitationPayload(Payload):
    """Answer to a list that was recorded."""

    invitation: Invitation | None = strawberry.field(description="The list; null when nothing was written.")


@strawberry.type
class InvitationWrites:
    """Saying that one invites by a list; no type of the schema by itself."""

    @resolver("Say that you invite by a list; each initiative on it counts once (facilitator, admin).", weight=50)
    def record_invitation(
        self,
        info: Info[Request, None],
        input: Annotated[RecordInvitationInput, meaning("Input.")],  # noqa: A002 - the name that every mutation's argument has
    ) -> RecordInvitationPayload | None:
        """Count a list as invited, or take that back."""
        request = info.context
        check_may_judge(request.viewer)
        try:
            key = checked_key(request, input.idempotency_key)
            gathering, tables = input.asked(request.limits.ids)
            found = request.site.network.answers.invitation(request.view(), gathering, tables=tables)
            done = record_invitation(
                request.site.network, key, gathering, found, request.viewer,
                invited=bool(given(input.invited, True)), days=request.limits.replay_days,
            )  # fmt: skip
        except InputError as error:
            problem = problem_of(error)
            path = ["idempotencyKey"] if error.concerning == "idempotencyKey" else []
            refusal = InputRefusal(request=request, words=problem.words, code=problem.code, path=path)
            return RecordInvitationPayload(revision=None, replayed=False, errors=[refusal], invitation=None)
        made = Invitation(invited=Invited(request, found), made=found)
        return RecordInvitationPayload(revision=str(done.revision), replayed=done.replayed, errors=[], invitation=made)


@strawberry.type
class InvitationQueries:
    """The question whom to invite; no type of the schema by itself."""

    @resolver(
        "Whom to invite to a meeting and how to seat them (facilitator, admin); null for others. A proposal: only "
        "`recordInvitation` counts anybody as invited.",
        weight=50,
    )
    def invitation(
        self,
        info: Info[Request, None],
        *,
        meeting: Annotated[
            strawberry.ID | None, meaning("The meeting; without one, areas or topics.")
        ] = strawberry.UNSET,
        tables: Annotated[int | None, meaning("Number of tables, 1 to 12.")] = 1,
        within: Within = strawberry.UNSET,
        topics: Annotated[list[strawberry.ID] | None, meaning("Only who has to do with one.")] = strawberry.UNSET,
        seats: Annotated[int | None, meaning("Seats at each table, 2 to 12.")] = 8,
        mixed: Annotated[bool | None, meaning("Areas spread over the tables, or else kept together.")] = True,
    ) -> Invitation | None:
        """Return an invitation list, None for who prepares no meetings."""
        request = info.context
        if request.viewer.role not in MAY_JUDGE:
            return None
        gathering = _gathering(meeting, within, topics, request.limits.ids)
        asked = _tables(tables, seats, mixed=mixed)
        found = request.site.network.answers.invitation(request.view(), gathering, tables=asked)
        return Invitation(invited=Invited(request, found), made=found)


def _gathering(meeting: str | None, within: Sequence[str] | None, topics: Sequence[str] | None, most: int) -> Gathering:
    """Return for what one invites; ids at most so many."""
    return Gathering(
        str(given(meeting, "") or ""),
        tuple(map(str, checked_list(within, "within", most))),
        tuple(map(str, checked_list(topics, "topics", most))),
    )


def _tables(count: int | None, seats: int | None, *, mixed: bool | None) -> Tables:
    return Tables(
        checked_first(count, 1, MOST_TABLES, name="tables"),
        checked_first(seats, 8, MOST_SEATS, name="seats", least=2),
        bool(given(mixed, True)),
    )
