"""Uploads as whoever takes files in sees them, who may, and why something cannot be done now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from graph.errors import ConflictError, ForbiddenError, WijkwebError
from graph.ingest.kept_mappings import KeptMapping
from graph.ingest.proposing.choices import Choices
from graph.ingest.proposing.proposal import Proposal
from graph.ingest.quarantine import is_quarantine
from graph.network.importing.planning import Plan
from graph.network.importing.work import RESTING, Stage, Work
from graph.store.loads import Document
from graph.store.questions import Role, Viewer

MAY_LOAD = (Role.STAFF, Role.FACILITATOR, Role.ADMIN)
"""Roles that may take files in, as with the command."""


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


def upload_of(id_: str, state: Document, work: Work) -> Upload:
    """Return an upload by what is kept of it and what is being done with it."""
    with work.moved:
        return Upload(
            id_, str(state.get("name", "")), int(state.get("size", 0)), datetime.fromisoformat(state["at"]),
            str(state["actor"]), work.stage, work.fraction, work.proposal, work.recalled, work.sheets, work.plan,
            work.error,
            Choices(**state["choices"]), bool(state["adds"]), int(state["number"]), bool(state.get("nothing_new")),
            int(state.get("proposed", 0)),
        )  # fmt: skip


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


def being_loaded() -> ConflictError:
    """Return the error for what cannot be done while a file is loaded."""
    return ConflictError(
        "Er wordt nu een bestand ingelezen. Wacht tot dat klaar is.",
        "A file is being loaded now. Wait until that is done.",
    )
