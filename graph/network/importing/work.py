"""What is being done with one upload, by the one thread that works on files; others read it and may wait for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from threading import Condition

from graph.errors import WijkwebError
from graph.ingest.kept_mappings import KeptMapping
from graph.ingest.proposing.proposal import Proposal
from graph.network.importing.planning import Plan


class Stage(StrEnum):
    """How far an upload is."""

    WAITING = "waiting"  # another file is being worked on
    READING = "reading"  # its columns are looked at
    COUNTING = "counting"  # what loading would do is worked out
    READY = "ready"
    LOADING = "loading"
    CUT_OFF = "cut off"  # loading began and did not end; doing it again completes it
    LOADED = "loaded"
    FAILED = "failed"


RESTING = (Stage.READY, Stage.CUT_OFF, Stage.LOADED, Stage.FAILED)
"""Stages in which nothing moves until somebody does something."""


@dataclass(slots=True)
class Work:
    """The state of one upload; read and changed under its condition.

    Parameters
    ----------
    stage
        How far it is.
    fraction
        Part of the file that this stage has read, from 0 to 1.
    proposal
        What its columns are; None for a document, and until that is known.
    recalled
        The mapping kept for files of this shape, where it is read with that.
    sheets
        Sheets of a workbook to choose from.
    plan
        What loading would do; None until that is known.
    error
        What went wrong; with `Stage.READY` it is about the last choice, which was not taken.
    """

    stage: Stage = Stage.WAITING
    fraction: float = 0.0
    proposal: Proposal | None = None
    recalled: KeptMapping | None = None
    sheets: tuple[str, ...] = ()
    plan: Plan | None = None
    error: WijkwebError | None = None
    moved: Condition = field(default_factory=Condition)

    def move(self, stage: Stage, *, error: WijkwebError | None = None) -> None:
        """Enter a stage, and wake who waits."""
        with self.moved:
            self.stage, self.fraction, self.error = stage, 0.0, error
            self.moved.notify_all()

    def wait(self, seconds: float) -> bool:
        """Wait until nothing moves; return whether that is so."""
        with self.moved:
            return self.moved.wait_for(lambda: self.stage in RESTING, seconds)
