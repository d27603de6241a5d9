"""Writes about files: applying a plan, and taking a load back."""

from __future__ import annotations

from typing import Annotated

import strawberry
from strawberry.types import Info

from api.bounds import checked_text, given
from api.errors import problem_of
from api.load_ids import PLAN_ID, check_may_upload, load_number
from api.replaying import Replays
from api.request import Request
from api.types.describing import meaning, resolver
from api.types.loads import Load, Plan, plan_of
from api.types.writing import ConflictRefusal, InputRefusal, Refusal, WritePayload
from graph.errors import ConflictError, InputError, UnknownIdError, WijkwebError
from graph.network.importing.uploads import Upload
from graph.network.importing.work import Stage
from graph.store.loads import Document

_PARTS = ("idempotencyKey", "planId", "loadId", "reason", "expectedRevision")
"""Parts of the input that an error may be about."""


@strawberry.input(description="A plan to load.")
class ApplyPlanInput:
    """A plan to load."""

    idempotency_key: str = strawberry.field(description="Your own unique text for this write, 1 to 200 characters.")
    plan_id: strawberry.ID = strawberry.field(description="The plan.")
    expected_revision: str | None = strawberry.field(
        default=strawberry.UNSET, description="The plan's `revision`; refused when the data moved on."
    )


@strawberry.input(description="A load to undo.")
class UndoLoadInput:
    """A load to undo."""

    idempotency_key: str = strawberry.field(description="Your own unique text for this write, 1 to 200 characters.")
    load_id: strawberry.ID = strawberry.field(description="The load.")
    reason: str = strawberry.field(description="Why.")


@strawberry.type
class LoadWrites:
    """Writes about files; no type of the schema by itself."""

    @resolver(
        "Load what a plan shows (staff, admin). A long load is still RUNNING in the answer: ask for it again by its id."
    )
    def apply_plan(
        self,
        info: Info[Request, None],
        input: Annotated[ApplyPlanInput, meaning("Input.")],  # noqa: A002 - the name that every mutation's argument has
    ) -> WritePayload | None:
        """Load what a plan shows."""
        request = info.context
        check_may_upload(request.viewer)
        try:
            number, replayed = _applied(request, input)
        except ConflictError as error:
            plan = plan_of(request, str(input.plan_id))
            current = Plan.of(request, plan) if plan is not None else None
            return _refused(ConflictRefusal(
                request=request, words=problem_of(error).words, code=problem_of(error).code,
                path=["expectedRevision"], current=current,
            ))  # fmt: skip
        except InputError as error:
            return _refused(_input_refusal(request, error))
        return _written(request, number, replayed=replayed)

    @resolver("Undo a load; what other loads say stays (staff, admin).")
    def undo_load(
        self,
        info: Info[Request, None],
        input: Annotated[UndoLoadInput, meaning("Input.")],  # noqa: A002 - as above
    ) -> WritePayload | None:
        """Take a load back."""
        request = info.context
        check_may_upload(request.viewer)
        try:
            number, replayed = _undone(request, input)
        except ConflictError as error:
            problem = problem_of(error)
            return _refused(ConflictRefusal(
                request=request, words=problem.words, code=problem.code, path=["loadId"], current=None
            ))  # fmt: skip
        except InputError as error:
            return _refused(_input_refusal(request, error))
        return _written(request, number, replayed=replayed)


def _applied(request: Request, asked: ApplyPlanInput) -> tuple[int, bool]:
    """Load what a plan shows; return the number of the load, and whether that was done before."""
    expected = given(asked.expected_revision, None)
    words = ("plan", str(asked.plan_id), expected)
    replays, note = _earlier(request, asked.idempotency_key, words)
    if note is not None:
        return int(note["load"]), True
    imports, id_ = request.site.network.imports, str(asked.plan_id).removeprefix(PLAN_ID)
    if not str(asked.plan_id).startswith(PLAN_ID):
        raise UnknownIdError("Dit plan is er niet.", "There is no such plan.", concerning="planId")
    request.renew()  # a store may let nobody write while somebody reads, and that would be ourselves
    try:
        imports.upload(id_, request.viewer, wait=request.limits.advice_seconds)
        imports.apply(id_, request.viewer, revision=_revision(expected))
        upload = imports.upload(id_, request.viewer, wait=request.limits.advice_seconds)
    except UnknownIdError as error:
        raise UnknownIdError(error.nl, error.en, concerning="planId") from error
    number = _number(request, upload)
    if upload.stage is Stage.LOADED:
        replays.put(asked.idempotency_key, words, request.viewer, load=number)
    return number, False


def _number(request: Request, upload: Upload) -> int:
    """Return the number of the load of an upload, also while it runs."""
    if upload.error is not None:
        raise upload.error
    if upload.number or upload.stage is Stage.LOADED:
        return upload.number  # none for a report of a meeting: what it says waits on the desk of proposals
    running = request.site.network.imports.earlier(upload, request.viewer)
    if running is None:
        raise ConflictError(
            "Er wordt nog een ander bestand ingelezen. Vraag het straks opnieuw, met dezelfde sleutel.",
            "Another file is being loaded. Ask again later, with the same key.",
        )
    return running.number


def _revision(expected: str | None) -> int | None:
    """Return a revision that was expected; one that is none is no revision of ours."""
    if expected is None:
        return None
    return int(expected) if expected.isascii() and expected.isdecimal() and len(expected) < 19 else -1


def _undone(request: Request, asked: UndoLoadInput) -> tuple[int, bool]:
    """Take a load back; return its number, and whether that was done before."""
    reason = checked_text(asked.reason, "reason", request.limits.text)
    words = ("undo", str(asked.load_id), reason)
    replays, note = _earlier(request, asked.idempotency_key, words)
    if note is not None:
        return int(note["load"]), True
    request.renew()  # as above
    try:
        load = request.site.network.imports.undo(load_number(str(asked.load_id)), request.viewer, reason)
    except UnknownIdError as error:
        raise UnknownIdError(error.nl, error.en, concerning="loadId") from error
    replays.put(asked.idempotency_key, words, request.viewer, load=load.number)
    return load.number, False


def _earlier(request: Request, key: str, words: object) -> tuple[Replays, Document | None]:
    """Return the notes of writes, and that of an equal one."""
    if not checked_text(key, "idempotencyKey", request.limits.key).strip():
        raise InputError("Een sleutel heeft tekens.", "A key has characters.", concerning="idempotencyKey")
    replays = Replays(request.site.network.store.records, days=request.limits.replay_days)
    return replays, replays.find(key, words, request.viewer)


def _input_refusal(request: Request, error: WijkwebError) -> Refusal:
    problem = problem_of(error)
    path = [str(error.concerning)] if error.concerning in _PARTS else []
    return InputRefusal(request=request, words=problem.words, code=problem.code, path=path)


def _refused(refusal: Refusal) -> WritePayload:
    return WritePayload(revision=None, replayed=False, errors=[refusal], node=None)


def _written(request: Request, number: int, *, replayed: bool) -> WritePayload:
    request.renew()  # what is read from here on has heard the write
    node = Load.of(request, request.site.network.imports.load(number, request.viewer)) if number else None
    return WritePayload(revision=str(request.reading.revision), replayed=replayed, errors=[], node=node)
