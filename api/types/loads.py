"""Loads of files, and plans of what a file would do: for staff and administrators."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import Enum
from typing import Annotated, Any

import strawberry
from strawberry.types import Info

from api.bounds import checked_first, checked_list, given
from api.cursors import Cursors
from api.levels import Level
from api.load_ids import LOAD_ID, MAY_UPLOAD, PLAN_ID, load_number
from api.request import Request
from api.types.common import InLang, PageInfo, Paging
from api.types.describing import After, First, meaning, member, resolver
from api.types.kinds import Source
from api.types.making import thing
from api.types.node import Node
from graph.errors import UnknownIdError
from graph.network.importing import planning
from graph.schema.words import Words
from graph.store import loads as stored

MOST_ROWS = 100
"""Refused rows that are listed; all of them stand in the file."""
MOST_LINES = 1_000
"""Lines of a plan that are listed."""

_STATES = {stored.LoadState.COMPLETE: "complete", stored.LoadState.UNDONE: "undone"}


@strawberry.enum(description="States of a load.")
class LoadState(Enum):
    """How far a load is."""

    RUNNING = member("running", "Running or to resume.")
    COMPLETE = member("complete", "Complete.")
    UNDONE = member("undone", "Undone.")


def state_of(load: stored.Load) -> LoadState:
    """Return how far a load is, as it is told."""
    return LoadState(_STATES.get(load.state, "running"))


@strawberry.type(description="A refused row.")
class QuarantinedRow:
    """A refused row."""

    request: strawberry.Private[Request]
    told: strawberry.Private[Mapping[str, Any]]
    row: int = strawberry.field(description="Row number.")
    column: str | None = strawberry.field(description="Column.")
    value: str | None = strawberry.field(description="What stands there; contact details are not shown.")

    @resolver("What is wrong.")
    def problem(self, lang: InLang = strawberry.UNSET) -> str:
        """Return what is wrong."""
        return Words(*self.told["problem"]).to(self.request.said(lang))

    @resolver("What would be right.")
    def remedy(self, lang: InLang = strawberry.UNSET) -> str:
        """Return what would be right."""
        return Words(*self.told["remedy"]).to(self.request.said(lang))


@strawberry.type(
    description="A file or batch taken in; POST /uploads takes a file and answers with the id of a Plan (staff, admin)."
)
class Load(Node):
    """A file that was taken in."""

    request: strawberry.Private[Request]
    kept: strawberry.Private[stored.Load]

    @classmethod
    def of(cls, request: Request, load: stored.Load) -> Load:
        """Return a load as it is told."""
        return cls(id=strawberry.ID(f"{LOAD_ID}{load.number}"), request=request, kept=load)

    @resolver("State.")
    def state(self) -> LoadState:
        """Return how far it is."""
        return state_of(self.kept)

    @resolver("What it is called: the name of the file.")
    def title(self) -> str:
        """Return the name of the file."""
        return self.kept.order.title

    @resolver("The source; null once nothing is left of what it said.")
    def source(self) -> Source | None:
        """Return the source that speaks."""
        id_ = self.kept.order.source
        found = thing(Level(self.request, [id_]), id_)
        return found if isinstance(found, Source) else None

    @resolver("When it began.")
    def started_at(self) -> datetime:
        """Return when it began."""
        return self.kept.started_at

    @resolver("Rows used.")
    def used(self) -> int:
        """Return how many rows were used."""
        return self._count("used")

    @resolver("Rows that said nothing new.")
    def unchanged(self) -> int:
        """Return how many rows said nothing new."""
        return self._count("unchanged")

    @resolver("Rows in doubt.")
    def in_doubt(self) -> int:
        """Return how many rows are in doubt."""
        return self._count("doubtful")

    @resolver("Rows refused; the four add up to the rows read.")
    def refused(self) -> int:
        """Return how many rows were refused."""
        return self._count("refused")

    @resolver(
        "Rows to repair, as far as they were kept; all of them as a file from /loads/ID/quarantine.",
        weight=2,
        times="first",
    )
    def quarantine(self, first: Annotated[int | None, meaning("At most, 1 to 100.")] = 20) -> list[QuarantinedRow]:
        """Return rows to repair."""
        report = self.request.site.network.imports.report(self.kept.number, self.request.viewer) or {}
        rows = report.get("aside", [])[: checked_first(first, 20, MOST_ROWS)]
        return [
            QuarantinedRow(request=self.request, told=one, row=one["row"], column=one["column"], value=one["value"])
            for one in rows
        ]

    def _count(self, name: str) -> int:
        return int(self.kept.report.get(name, 0))


@strawberry.type(description="What a load would do, before anything is written (staff, admin).")
class Plan(Node):
    """What a load would do."""

    request: strawberry.Private[Request]
    made: strawberry.Private[planning.Plan]
    revision: str = strawberry.field(description="Revision of the data that it was made for.")
    created: int = strawberry.field(description="Things new.")
    changed: int = strawberry.field(description="Things changed.")
    merged: int = strawberry.field(description="Things merged.")
    used: int = strawberry.field(description="Rows that would be used.")
    unchanged: int = strawberry.field(description="Rows that say nothing new.")
    in_doubt: int = strawberry.field(description="Rows in doubt.")
    refused: int = strawberry.field(description="Rows refused; the four add up to the rows read.")
    proposed: int = strawberry.field(
        description="What minutes would put on the desk of proposals; such a file has no rows and no load."
    )

    @classmethod
    def of(cls, request: Request, plan: planning.Plan) -> Plan:
        """Return a plan as it is told."""
        return cls(
            id=strawberry.ID(f"{PLAN_ID}{plan.id}"), request=request, made=plan, revision=str(plan.revision),
            created=plan.created, changed=plan.changed, merged=plan.merged, used=plan.used,
            unchanged=plan.unchanged, in_doubt=plan.doubtful, refused=plan.refused,
            proposed=plan.proposed,
        )  # fmt: skip

    @resolver("In readable lines.")
    def lines(
        self, lang: InLang = strawberry.UNSET, first: Annotated[int | None, meaning("At most, 1 to 1000.")] = 100
    ) -> list[str]:
        """Return what it would do, line by line."""
        said = self.request.said(lang)
        return [one.to(said) for one in self.made.lines[: checked_first(first, 100, MOST_LINES)]]


@strawberry.type(description="One load in a page.")
class LoadEdge:
    """One load in a page."""

    cursor: str = strawberry.field(description="Its cursor.")
    node: Load = strawberry.field(description="The load.")


@strawberry.type(description="A page of loads.")
class LoadConnection:
    """A page of loads."""

    edges: list[LoadEdge] = strawberry.field(description="The page.")
    page_info: PageInfo = strawberry.field(description="Where it lies.")
    total_count: int = strawberry.field(description="How many; cheap.")


@strawberry.type
class LoadQueries:
    """Questions about loads; no type of the schema by itself."""

    @resolver("Loads of files, newest first (staff, admin; null for others).", weight=2, times="first")
    def loads(
        self,
        info: Info[Request, None],
        *,
        state: Annotated[list[LoadState] | None, meaning("In one of these states; in any unless told.")] = (
            strawberry.UNSET
        ),
        first: First = 20,
        after: After = strawberry.UNSET,
    ) -> LoadConnection | None:
        """Return a page of loads."""
        request = info.context
        if request.viewer.role not in MAY_UPLOAD:
            return None
        states = sorted(one.value for one in checked_list(given(state, list(LoadState)), "state", request.limits.ids))
        cursors = Cursors("loads", states)
        paging = Paging(cursors, first=first, after=after, default=20, most=request.limits.page)
        found = [one for one in request.site.network.imports.loads(request.viewer) if state_of(one).value in states]
        shown, info_ = paging.of(found, lambda one: str(one.number))
        edges = [LoadEdge(cursor=cursors.of(str(one.number)), node=Load.of(request, one)) for one in shown]
        return LoadConnection(edges=edges, page_info=info_, total_count=len(found))

    @resolver("One load by id; null when there is none that you may see (staff, admin).")
    def load(
        self,
        info: Info[Request, None],
        id: Annotated[strawberry.ID, meaning("Its id.")],  # noqa: A002 - the name in the schema
    ) -> Load | None:
        """Return one load."""
        found = loads_by_id(info.context, [id]).get(id)
        return found if isinstance(found, Load) else None

    @resolver(
        "One plan by the id that POST /uploads gave; null when there is none that you may see, or when it is still "
        "being made (staff, admin).",
        weight=50,
    )
    def plan(
        self,
        info: Info[Request, None],
        id: Annotated[strawberry.ID, meaning("Its id.")],  # noqa: A002 - the name in the schema
    ) -> Plan | None:
        """Return one plan."""
        found = loads_by_id(info.context, [id]).get(id)
        return found if isinstance(found, Plan) else None


def loads_by_id(request: Request, ids: Sequence[str]) -> dict[str, Node]:
    """Return loads and plans by id, without what is none, and nothing for who may not load.

    Parameters
    ----------
    request
        Who asks.
    ids
        Of anything: those of loads and plans tell by their beginning.
    """
    if request.viewer.role not in MAY_UPLOAD:
        return {}
    found: dict[str, Node] = {}
    wanted = [id_ for id_ in ids if id_.startswith(LOAD_ID)]
    loads = {one.number: one for one in request.site.network.imports.loads(request.viewer)} if wanted else {}
    for id_ in wanted:
        load = loads.get(_number(id_))
        if load is not None:
            found[id_] = Load.of(request, load)
    for id_ in ids:
        plan = plan_of(request, id_) if id_.startswith(PLAN_ID) else None
        if plan is not None:
            found[id_] = Plan.of(request, plan)
    return found


def _number(id_: str) -> int:
    try:
        return load_number(id_)
    except UnknownIdError:
        return 0


def plan_of(request: Request, id_: str) -> planning.Plan | None:
    """Return the plan of an upload by its global id, after waiting a while for it; None where there is none."""
    try:
        upload = request.site.network.imports.upload(
            id_.removeprefix(PLAN_ID), request.viewer, wait=request.limits.advice_seconds
        )
    except UnknownIdError:
        return None
    return upload.plan
