"""Uploads of one store: kept, looked at, decided on, planned, loaded and taken back. It knows nothing of HTTP.

One thread works on files, one after the other, because a store takes one writer; those who ask read how far it is.
What is uploaded changes nothing until somebody applies its plan, and then only if the data are as the plan found them.
The file is long because it is the one door to all of that; each method is a few lines.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Lock

from graph.errors import InputError, UnknownIdError
from graph.ingest.proposing.choices import Choices
from graph.ingest.proposing.value_sorts import contact_in
from graph.ingest.quarantine import is_quarantine
from graph.network.importing.keeping import Keeper
from graph.network.importing.limits import ImportLimits
from graph.network.importing.planning import TakeIn
from graph.network.importing.uploads import Upload, being_loaded, check_may_load, moved_on, upload_of
from graph.network.importing.work import RESTING, Stage, Work
from graph.network.importing.working import FileWorker
from graph.schema.model import check_characters
from graph.store.base import Store
from graph.store.loads import Document, Load, LoadKind
from graph.store.questions import Viewer


class Imports:
    """Takes files in.

    Parameters
    ----------
    store
        Where they go.
    secret
        Key of this installation, for the ids of people.
    folder
        Where uploads are kept, beside the store; a folder that goes when this closes where None.
    limits
        How much is kept, and how long.
    doubts
        Tells how many doubtful pairs some things are part of, once they have been loaded.
    take_in
        Reads reports of meetings; without it they are refused as tables that they are not.
    """

    def __init__(
        self,
        store: Store,
        *,
        secret: bytes = b"",
        folder: Path | None = None,
        limits: ImportLimits = ImportLimits(),  # noqa: B008 - frozen
        doubts: Callable[[frozenset[str]], int] = len,
        take_in: TakeIn | None = None,
    ) -> None:
        self._store = store
        self.limits = limits
        self._own = tempfile.TemporaryDirectory(prefix="wijkweb-") if folder is None else None
        self._keeper = Keeper(folder or Path(self._own.name if self._own else ""), limits)
        self._files = FileWorker(store, self._keeper, limits.lines, secret=secret, doubts=doubts, take_in=take_in)
        self._work: dict[str, Work] = {}
        self._lock = Lock()
        self._worker = ThreadPoolExecutor(1, "wijkweb-import")

    # ------------------------------------------------------------------------------------------------ uploads

    def receive(self, name: str, pieces: Iterable[bytes], viewer: Viewer) -> str:
        """Keep a file and begin to look at it; return the id of the upload.

        Raises
        ------
        ForbiddenError
            The viewer's role may not load.
        InputError
            It is empty, too large, or too many wait.
        """
        check_may_load(viewer)
        self._sweep()
        at = datetime.now(UTC).isoformat()
        state: Document = {"actor": viewer.role.value, "at": at, "choices": asdict(Choices()),
                           "adds": False, "afresh": False, "number": 0, "stage": ""}  # fmt: skip
        id_ = self._keeper.keep(name, pieces, state)
        path = self._keeper.file(id_)
        if path.stat().st_size == 0:
            self._keeper.remove(id_)
            raise InputError(f"{path.name} is leeg.", f"{path.name} is empty.", concerning=path.name)
        told = {"name": path.name, "size": path.stat().st_size, "adds": is_quarantine(path)}
        self._keeper.note(id_, {**state, **told})
        self._begin(id_)
        return id_

    def upload(self, id_: str, viewer: Viewer, *, wait: float = 0.0) -> Upload:
        """Return an upload as it stands, after waiting a while for what moves.

        Raises
        ------
        UnknownIdError
            There is no such upload (any more).
        """
        check_may_load(viewer)
        state = self._keeper.state(id_)
        work = self._work.get(id_)
        if work is None and not state["stage"]:
            work = self._begin(id_)
        if work is not None and wait:
            work.wait(wait)
            state = self._keeper.state(id_)
        return upload_of(id_, state, work or Work(Stage(state["stage"])))

    def uploads(self, viewer: Viewer) -> list[Upload]:
        """Return the uploads that wait for somebody to decide, newest first."""
        check_may_load(viewer)
        self._sweep()
        found = []
        for id_ in self._keeper.ids():
            state = self._keeper.state(id_)
            if state["stage"] != Stage.LOADED and "name" in state:
                found.append(upload_of(id_, state, self._work.get(id_) or Work(Stage(state["stage"] or Stage.READY))))
        return sorted(found, key=lambda one: one.at, reverse=True)

    def choose(
        self,
        id_: str,
        choices: Choices,
        viewer: Viewer,
        *,
        adds: bool | None = None,
        afresh: bool = False,
        wait: float = 20.0,
    ) -> Upload:
        """Decide what columns are; what does not fit is refused and the choices before it stay.

        Parameters
        ----------
        id_
            Of the upload.
        choices
            What columns hold, and who speaks.
        viewer
            Who decides.
        adds
            Whether it adds to what its source said before; as it was where None.
        afresh
            Do not read it with the mapping that is kept for its shape.
        wait
            Seconds to wait for what the choices amount to.

        Raises
        ------
        InputError
            The choices do not fit each other or the file.
        ConflictError
            The file is being loaded.
        """
        check_may_load(viewer)
        state = self._settled(id_)
        if state["stage"]:
            raise being_loaded()
        adds = bool(state["adds"]) if adds is None else adds
        afresh = afresh or bool(state["afresh"])
        self._keeper.note(id_, {**state, "choices": asdict(choices), "adds": adds, "afresh": afresh})
        work = self._begin(id_, before=state)
        work.wait(wait)
        if work.error is not None and work.stage is Stage.READY:
            raise work.error
        return self.upload(id_, viewer)

    def abandon(self, id_: str, viewer: Viewer) -> None:
        """Throw an upload away.

        Raises
        ------
        ConflictError
            It is being loaded.
        """
        check_may_load(viewer)
        work = self._work.get(id_)
        if work is not None and work.stage is Stage.LOADING:
            raise being_loaded()
        self._work.pop(id_, None)
        self._keeper.remove(id_)

    # ------------------------------------------------------------------------------------------------ loads

    def apply(self, id_: str, viewer: Viewer, *, revision: int | None = None, reason: str = "") -> None:
        """Begin to load what a plan shows; `upload` tells how far it is.

        Parameters
        ----------
        id_
            Of the upload.
        viewer
            Who loads it.
        revision
            Of the plan as somebody read it; that of the newest plan unless given.
        reason
            Why.

        Raises
        ------
        ConflictError
            The data moved on since the plan was made; a new plan is being made.
        InputError
            There is no plan that can be loaded.
        """
        check_may_load(viewer)
        upload = self.upload(id_, viewer)
        if upload.stage in (Stage.LOADING, Stage.LOADED):
            return
        if upload.stage is not Stage.CUT_OFF:
            self._check_plan(upload, revision)
        work = Work(Stage.LOADING, plan=upload.plan, proposal=upload.proposal)
        with self._lock:
            if self._work.get(id_) is not None and self._work[id_].stage is Stage.LOADING:
                return
            self._work[id_] = work
        load = partial(self._files.load, id_, work, viewer, reason=reason, is_resumed=upload.stage is Stage.CUT_OFF)
        self._worker.submit(self._files.guarded, id_, work, load)

    def undo(self, number: int, viewer: Viewer, reason: str = "") -> Load:
        """Take a load back.

        Raises
        ------
        UnknownIdError
            There is no such load of a file.
        ConflictError
            It is running in this program.
        InputError
            The reason is no text, or holds contact details.
        """
        check_may_load(viewer)
        check_characters(reason)
        if contact_in(reason) is not None:
            raise InputError(
                "Telefoon en e-mail horen niet in Wijkweb. Haal ze weg uit de reden.",
                "Phone and e-mail do not belong in Wijkweb. Take them out of the reason.",
                concerning="reason",
            )
        self.load(number, viewer)
        if any(work.stage is Stage.LOADING for work in list(self._work.values())):
            raise being_loaded()
        return self._store.undo(number, actor=viewer.role.value, reason=reason)

    def loads(self, viewer: Viewer) -> list[Load]:
        """Return the loads of files, newest first."""
        check_may_load(viewer)
        return [one for one in self._store.loads() if one.order.kind is LoadKind.FILE]

    def load(self, number: int, viewer: Viewer) -> Load:
        """Return one load of a file.

        Raises
        ------
        UnknownIdError
            There is none.
        """
        found = next((one for one in self.loads(viewer) if one.number == number), None)
        if found is None:
            raise UnknownIdError(f"Er is geen inlezing {number}.", f"There is no load {number}.", concerning=number)
        return found

    def report(self, number: int, viewer: Viewer) -> Document | None:
        """Return what a load said of itself, None where it was loaded elsewhere or too long ago."""
        check_may_load(viewer)
        return self._keeper.report(number)

    def quarantine(self, number: int, viewer: Viewer) -> Path:
        """Return the file with the rows of a load that were set aside.

        Raises
        ------
        UnknownIdError
            There is none, or it was thrown away.
        """
        check_may_load(viewer)
        found = self._keeper.quarantine(number)
        if found is None:
            raise UnknownIdError(
                "Van deze inlezing staan hier geen rijen apart (meer).",
                "No rows of this load are set aside here (any more).",
                concerning=number,
            )
        return found

    def has_quarantine(self, number: int) -> bool:
        """Return whether rows of a load are set aside here."""
        return self._keeper.quarantine(number) is not None

    def earlier(self, upload: Upload, viewer: Viewer) -> Load | None:
        """Return the newest load that counts of the source that an upload would speak for, None where it is new."""
        if upload.plan is None:
            return None
        source = upload.plan.source
        return next((one for one in self.loads(viewer) if one.order.source == source and one.state != "undone"), None)

    def close(self) -> None:
        """Stop: what is being loaded is cut off where it is, and can be completed later."""
        self._files.closing = True
        self._worker.shutdown(wait=True, cancel_futures=True)
        if self._own is not None:
            self._own.cleanup()

    # ------------------------------------------------------------------------------------------------ the worker

    def _begin(self, id_: str, before: Document | None = None) -> Work:
        """Begin to look at an upload; ``before`` is the state to go back to when its choices do not fit."""
        with self._lock:
            known = self._work.get(id_)
            if known is not None and known.stage not in RESTING:
                return known
            work = self._work[id_] = Work(proposal=known.proposal if known else None)
        self._worker.submit(self._files.guarded, id_, work, lambda: self._files.look(id_, work, before))
        return work

    # ------------------------------------------------------------------------------------------------ small steps

    def _check_plan(self, upload: Upload, revision: int | None) -> None:
        if upload.plan is None or upload.stage is not Stage.READY:
            raise InputError(
                "Dit bestand is nog niet nagekeken, of kan niet worden ingelezen.",
                "This file has not been looked at yet, or cannot be loaded.",
                concerning=upload.id,
            )
        if upload.plan.revision != self._files.revision() or (
            revision is not None and revision != upload.plan.revision
        ):
            self._begin(upload.id)
            raise moved_on()

    def _settled(self, id_: str) -> Document:
        """Return the state of an upload once nothing is being done with it."""
        work = self._work.get(id_)
        if work is not None and not work.wait(60.0):
            raise being_loaded()
        return self._keeper.state(id_)

    def _sweep(self) -> None:
        """Throw away what waited too long, and forget the work on what has been loaded or thrown away."""
        works = list(self._work.items())
        self._keeper.sweep(datetime.now(UTC), [id_ for id_, work in works if work.stage not in RESTING])
        there = frozenset(self._keeper.ids())
        for id_, work in works:
            if work.stage is Stage.LOADED or (id_ not in there and work.stage in RESTING):
                self._work.pop(id_, None)
