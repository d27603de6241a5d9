"""Uploads of one store: kept, looked at, decided on, planned, loaded and taken back. It knows nothing of HTTP.

One thread works on files, one after the other, because a store takes one writer; those who ask read how far it is.
What is uploaded changes nothing until somebody applies its plan, and then only if the data are as the plan found them.
"""

from __future__ import annotations

import logging
import secrets
import tempfile
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any

import yaml

from graph.errors import ConflictError, FileError, ForbiddenError, InputError, StoreError, UnknownIdError, WijkwebError
from graph.ingest.choosing import choose_mapping
from graph.ingest.documents import DOCUMENTS
from graph.ingest.kept_mappings import KeptMapping
from graph.ingest.own_files import own_graph
from graph.ingest.pipeline import LoadOptions, LoadReport, load_file
from graph.ingest.proposing.choices import Choices
from graph.ingest.proposing.proposal import Proposal, propose
from graph.ingest.proposing.value_sorts import contact_in
from graph.ingest.quarantine import is_quarantine
from graph.ingest.report_files import is_report
from graph.ingest.sheets import sheet_names
from graph.network.importing.keeping import Keeper
from graph.network.importing.limits import ImportLimits
from graph.network.importing.planning import Plan, TakeIn, make_plan
from graph.network.importing.work import RESTING, Stage, Work
from graph.schema.model import check_characters
from graph.store.base import Store
from graph.store.loads import Document, Load, LoadKind
from graph.store.questions import Role, Viewer

LOGGER = logging.getLogger("wijkweb.imports")

MAY_LOAD = (Role.STAFF, Role.FACILITATOR, Role.ADMIN)
"""Roles that may take files in, as with the command."""

MOST_PROBLEMS_KEPT = 200
"""Problems that a report keeps for its page; the file with the rows set aside has them all."""


@dataclass(frozen=True, slots=True)
class Upload:
    """An upload as it stands now.

    Parameters
    ----------
    id, name, size, at, actor
        Its id, the name of the file, its bytes, when it came, and from whom by role.
    stage, fraction
        How far it is.
    proposal, recalled, sheets, plan, error
        As in `Work`.
    choices
        What was decided about its columns.
    adds
        Whether it adds to what its source said before, instead of replacing it.
    number
        Of its load; 0 until there is one.
    nothing_new
        Whether it had been loaded before, unchanged.
    proposed
        What it put on the desk of proposals, once it was taken in as a report of a meeting.
    """

    id: str
    name: str
    size: int
    at: datetime
    actor: str
    stage: Stage
    fraction: float
    proposal: Proposal | None
    recalled: KeptMapping | None
    sheets: tuple[str, ...]
    plan: Plan | None
    error: WijkwebError | None
    choices: Choices
    adds: bool
    number: int
    nothing_new: bool
    proposed: int

    @property
    def is_repair(self) -> bool:
        """Whether it holds rows that were set aside, so that it adds to the load that they come from."""
        return is_quarantine(Path(self.name))

    @property
    def is_resting(self) -> bool:
        """Whether nothing moves until somebody does something."""
        return self.stage in RESTING


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
        self._secret = secret
        self.limits = limits
        self._doubts = doubts
        self._take_in = take_in
        self._own = tempfile.TemporaryDirectory(prefix="wijkweb-") if folder is None else None
        self._keeper = Keeper(folder or Path(self._own.name if self._own else ""), limits)
        self._work: dict[str, Work] = {}
        self._lock = Lock()
        self._worker = ThreadPoolExecutor(1, "wijkweb-import")
        self._closing = False

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
        now = datetime.now(UTC)
        self._keeper.sweep(now, self._work_in_hand())
        state: Document = {"actor": viewer.role.value, "at": now.isoformat(), "choices": asdict(Choices()),
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
        return _upload(id_, state, work or Work(Stage(state["stage"])))

    def uploads(self, viewer: Viewer) -> list[Upload]:
        """Return the uploads that wait for somebody to decide, newest first."""
        check_may_load(viewer)
        self._keeper.sweep(datetime.now(UTC), self._work_in_hand())
        found = []
        for id_ in self._keeper.ids():
            state = self._keeper.state(id_)
            if state["stage"] != Stage.LOADED and "name" in state:
                found.append(_upload(id_, state, self._work.get(id_) or Work(Stage(state["stage"] or Stage.READY))))
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
            raise _being_loaded()
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
            raise _being_loaded()
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
        is_resumed = upload.stage is Stage.CUT_OFF
        self._worker.submit(self._guarded, id_, work, lambda: self._load(id_, work, viewer, reason, is_resumed))

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
            raise _being_loaded()
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
        self._closing = True
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
        self._worker.submit(self._guarded, id_, work, lambda: self._look(id_, work, before))
        return work

    def _guarded(self, id_: str, work: Work, do: Callable[[], None]) -> None:
        """Do a piece of work; the outermost edge of the thread, so whatever goes wrong becomes a sentence."""
        try:
            do()
        except _StoppedError:
            work.move(Stage.CUT_OFF)
        except Exception as error:  # whoever asks is told, and the log has the rest
            stage = Stage.CUT_OFF if work.stage is Stage.LOADING and self._state_stage(id_) else Stage.FAILED
            work.move(stage, error=self._told(id_, error))

    def _look(self, id_: str, work: Work, before: Document | None) -> None:
        """Find or propose a mapping, and make a plan."""
        path, state = self._keeper.file(id_), self._keeper.state(id_)
        work.move(Stage.READING)
        work.sheets = sheet_names(path)
        try:
            reads = self._take_in if is_report(path) else None
            if reads is None and path.suffix.lower() not in DOCUMENTS and own_graph(path) is None:
                self._map(id_, work, state, path)
            work.move(Stage.COUNTING)
            options, lines = self._options(id_, work, state), self.limits.lines
            work.plan = make_plan(self._store, id_, path, options, most_lines=lines, take_in=reads)
        except (InputError, FileError) as error:
            if before is None:
                raise
            self._keeper.note(id_, before)
            self._look(id_, work, None)
            work.move(Stage.READY, error=self._told(id_, error))
            return
        work.move(Stage.READY)

    def _map(self, id_: str, work: Work, state: Document, path: Path) -> None:
        """Take the mapping that is kept for files of this shape, else propose one with what was decided."""
        choices, mapping = Choices(**state["choices"]), self._keeper.mapping(id_)
        untouched = choices == Choices() and not state["afresh"]
        work.recalled = choose_mapping(path, None, self._store.records).kept if untouched else None
        if work.recalled is not None:
            work.proposal = None
            mapping.unlink(missing_ok=True)
            return
        work.proposal = propose(path, progress=self._progress(work), choices=choices)
        mapping.write_text(_yaml(work.proposal.document), "utf-8")

    def _load(self, id_: str, work: Work, viewer: Viewer, reason: str, is_resumed: bool) -> None:
        """Load an upload, and put its report away under the number of the load."""
        if work.plan is not None and not is_resumed and self._revision() != work.plan.revision:
            raise moved_on()
        path, state = self._keeper.file(id_), self._keeper.state(id_)
        self._keeper.note(id_, {**state, "stage": Stage.CUT_OFF})  # until it is done: a process may end at any moment
        aside = self._keeper.aside(id_)
        options = replace(self._options(id_, work, state), actor=viewer.role.value, reason=reason, quarantine=aside)
        reads = self._take_in if is_report(path) else None
        report = reads(path, options) if reads else load_file(self._store, path, options)
        document = _document(report, work.plan)
        if reads:
            self._keeper.drop_file(id_)
        elif not report.nothing_new:
            self._keeper.file_away(id_, report.number, document)
            self._note_doubts(id_, report, document, work.plan)
        done = {"stage": Stage.LOADED, "number": report.number, "nothing_new": report.nothing_new,
                "proposed": report.proposed}  # fmt: skip
        self._keeper.note(id_, {**state, **done})
        work.move(Stage.LOADED)
        self._work.pop(id_, None)

    def _note_doubts(self, id_: str, report: LoadReport, document: Document, plan: Plan | None) -> None:
        """Add to a report how many of its things may be double; that they cannot be told is no failure of the load."""
        try:
            doubts = self._doubts(plan.things) if plan is not None else None
        except Exception as error:
            LOGGER.warning("doubts of load %s cannot be told", report.number, exc_info=error)
            doubts = None
        self._keeper.file_away(id_, report.number, {**document, "doubts": doubts})

    def _progress(self, work: Work) -> Callable[[float], None]:
        def tell(fraction: float) -> None:
            if self._closing:
                raise _StoppedError
            work.fraction = fraction

        return tell

    def _options(self, id_: str, work: Work, state: Document) -> LoadOptions:
        mapping = self._keeper.mapping(id_)
        given = mapping if mapping.exists() else None
        return LoadOptions(given, bool(state["adds"]), secret=self._secret, progress=self._progress(work))

    # ------------------------------------------------------------------------------------------------ small steps

    def _check_plan(self, upload: Upload, revision: int | None) -> None:
        if upload.plan is None or upload.stage is not Stage.READY:
            raise InputError(
                "Dit bestand is nog niet nagekeken, of kan niet worden ingelezen.",
                "This file has not been looked at yet, or cannot be loaded.",
                concerning=upload.id,
            )
        if upload.plan.revision != self._revision() or (revision is not None and revision != upload.plan.revision):
            self._begin(upload.id)
            raise moved_on()

    def _settled(self, id_: str) -> Document:
        """Return the state of an upload once nothing is being done with it."""
        work = self._work.get(id_)
        if work is not None and not work.wait(60.0):
            raise _being_loaded()
        return self._keeper.state(id_)

    def _revision(self) -> int:
        with self._store.view(Viewer(Role.ADMIN)) as view:
            return view.revision

    def _state_stage(self, id_: str) -> str:
        try:
            return str(self._keeper.state(id_)["stage"])
        except WijkwebError:
            return ""

    def _work_in_hand(self) -> list[str]:
        return [id_ for id_, work in list(self._work.items()) if work.stage not in RESTING]

    def _told(self, id_: str, error: Exception) -> WijkwebError:
        """Return an error as it is told: without the folder that uploads lie in, or the words of an engine."""
        if isinstance(error, StoreError):
            LOGGER.warning("the store does not answer: %s", error.en)
            return ConflictError(
                "De opslag is bezet of niet bereikbaar. Probeer het zo nog eens.",
                "The store is busy or cannot be reached. Try again in a moment.",
            )
        if isinstance(error, WijkwebError):
            kind = InputError if isinstance(error, FileError) else type(error)
            folder = f"{self._keeper.place(id_)}/"
            return kind(error.nl.replace(folder, ""), error.en.replace(folder, ""), concerning=error.concerning)
        number = secrets.token_hex(4)
        LOGGER.error("error %s", number, exc_info=error)
        return WijkwebError(
            f"Er ging bij ons iets mis. Meld het met nummer {number}.",
            f"Something went wrong on our side. Report it with number {number}.",
        )


class _StoppedError(Exception):
    """The program ends while it works on a file."""


def check_may_load(viewer: Viewer) -> None:
    """Refuse who may not take files in.

    Raises
    ------
    ForbiddenError
        The viewer's role may not.
    """
    if viewer.role not in MAY_LOAD:
        raise ForbiddenError(
            "Alleen wie voor het programma werkt, mag bestanden inlezen.",
            "Only those who work for the programme may load files.",
            concerning=viewer.role,
        )


def moved_on() -> ConflictError:
    """Return the error for a plan that was made for data as they no longer are."""
    return ConflictError(
        "De gegevens zijn veranderd sinds dit bestand is nagekeken. Kijk het opnieuw na en lees het dan in.",
        "The data have changed since this file was looked at. Look at it again and then load it.",
    )


def _being_loaded() -> ConflictError:
    return ConflictError(
        "Er wordt nu een bestand ingelezen. Wacht tot dat klaar is.",
        "A file is being loaded now. Wait until that is done.",
    )


def _upload(id_: str, state: Document, work: Work) -> Upload:
    with work.moved:
        return Upload(
            id_, str(state.get("name", "")), int(state.get("size", 0)), datetime.fromisoformat(state["at"]),
            str(state["actor"]), work.stage, work.fraction, work.proposal, work.recalled, work.sheets, work.plan,
            work.error,
            Choices(**state["choices"]), bool(state["adds"]), int(state["number"]), bool(state.get("nothing_new")),
            int(state.get("proposed", 0)),
        )  # fmt: skip


def _document(report: LoadReport, plan: Plan | None) -> Document:
    """Return what is kept of a load for its page."""
    problems = [[one.sentence("nl"), one.sentence("en")] for one in report.problems[:MOST_PROBLEMS_KEPT]]
    return {
        "file": report.file, **report.counts(), "problems": problems, "columns_used": report.columns_used,
        "columns_left_out": report.columns_left_out, "useless": report.useless,
        "created": plan.created if plan else 0, "changed": plan.changed if plan else 0,
        "kinds": [list(one) for one in plan.kinds] if plan else [], "aside": list(plan.aside) if plan else [],
    }  # fmt: skip


def _yaml(document: Mapping[str, Any]) -> str:
    return yaml.safe_dump(dict(document), allow_unicode=True, sort_keys=False)
