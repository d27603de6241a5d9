"""The work on uploaded files, one after the other: reading, planning, loading. It runs in a thread of its own."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from graph.errors import ConflictError, FileError, InputError, StoreError, WijkwebError
from graph.ingest.choosing import choose_mapping
from graph.ingest.documents import DOCUMENTS
from graph.ingest.own_files import own_graph
from graph.ingest.pipeline import LoadOptions, LoadReport, load_file
from graph.ingest.proposing.choices import Choices
from graph.ingest.proposing.proposal import propose
from graph.ingest.report_files import is_report
from graph.ingest.sheets import sheet_names
from graph.network.importing.keeping import Keeper
from graph.network.importing.planning import Plan, TakeIn, make_plan
from graph.network.importing.uploads import moved_on
from graph.network.importing.work import Stage, Work
from graph.store.base import Store
from graph.store.loads import Document
from graph.store.questions import Role, Viewer

LOGGER = logging.getLogger("wijkweb.imports")

MOST_PROBLEMS_KEPT = 200
"""Problems that a report keeps for its page; the file with the rows set aside has them all."""


class FileWorker:
    """Works on the uploads of one store.

    Parameters
    ----------
    store, keeper
        Where files go, and where they wait.
    lines
        Lines of a plan that are kept.
    secret, doubts, take_in
        As `graph.network.importing.imports.Imports` takes them.
    """

    def __init__(
        self,
        store: Store,
        keeper: Keeper,
        lines: int,
        *,
        secret: bytes,
        doubts: Callable[[frozenset[str]], int],
        take_in: TakeIn | None,
    ) -> None:
        self._store = store
        self._keeper = keeper
        self._lines = lines
        self._secret = secret
        self._doubts = doubts
        self._take_in = take_in
        self.closing = False

    def guarded(self, id_: str, work: Work, do: Callable[[], None]) -> None:
        """Do a piece of work; the outermost edge of the thread, so whatever goes wrong becomes a sentence."""
        try:
            do()
        except _StoppedError:
            work.move(Stage.CUT_OFF)
        except Exception as error:  # whoever asks is told, and the log has the rest
            stage = Stage.CUT_OFF if work.stage is Stage.LOADING and self._state_stage(id_) else Stage.FAILED
            work.move(stage, error=self._told(id_, error))

    def look(self, id_: str, work: Work, before: Document | None) -> None:
        """Find or propose a mapping, and make a plan."""
        path, state = self._keeper.file(id_), self._keeper.state(id_)
        work.move(Stage.READING)
        work.sheets = sheet_names(path)
        try:
            reads = self._take_in if is_report(path) else None
            if reads is None and path.suffix.lower() not in DOCUMENTS and own_graph(path) is None:
                self._map(id_, work, state, path)
            work.move(Stage.COUNTING)
            options, lines = self._options(id_, work, state), self._lines
            work.plan = make_plan(self._store, id_, path, options, most_lines=lines, take_in=reads)
        except (InputError, FileError) as error:
            if before is None:
                raise
            self._keeper.note(id_, before)
            self.look(id_, work, None)
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

    def load(self, id_: str, work: Work, viewer: Viewer, *, reason: str, is_resumed: bool) -> None:
        """Load an upload, and put its report away under the number of the load."""
        if work.plan is not None and not is_resumed and self.revision() != work.plan.revision:
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
            if self.closing:
                raise _StoppedError
            work.fraction = fraction

        return tell

    def _options(self, id_: str, work: Work, state: Document) -> LoadOptions:
        mapping = self._keeper.mapping(id_)
        given = mapping if mapping.exists() else None
        return LoadOptions(given, bool(state["adds"]), secret=self._secret, progress=self._progress(work))

    def revision(self) -> int:
        """Return the revision of the data as they are now."""
        with self._store.view(Viewer(Role.ADMIN)) as view:
            return view.revision

    def _state_stage(self, id_: str) -> str:
        try:
            return str(self._keeper.state(id_)["stage"])
        except WijkwebError:
            return ""

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


def _document(report: LoadReport, plan: Plan | None) -> Document:
    """Return what is kept of a load for its page."""
    problems = [[one.sentence("nl"), one.sentence("en")] for one in report.problems[:MOST_PROBLEMS_KEPT]]
    return {
        "file": report.file, **report.counts(), "problems": problems, "columns_used": report.columns_used,
        "columns_left_out": {header: [why.nl, why.en] for header, why in report.columns_left_out.items()},
        "useless": report.useless,
        "created": plan.created if plan else 0, "changed": plan.changed if plan else 0,
        "kinds": [list(one) for one in plan.kinds] if plan else [], "aside": list(plan.aside) if plan else [],
    }  # fmt: skip


def _yaml(document: Mapping[str, Any]) -> str:
    return yaml.safe_dump(dict(document), allow_unicode=True, sort_keys=False)
