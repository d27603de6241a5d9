"""The first page of importing: choose a file, go on with one that waits, and see what was loaded before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graph.ingest.contents import ENDINGS
from graph.network.importing.uploads import Upload
from graph.network.importing.work import Stage
from graph.reports.texts import FORMS
from graph.schema.words import Words
from graph.store.loads import Load, LoadState
from viz.rendering import render
from viz.site import Shell, actor_label
from viz.tokens import FormTokens

MOST_LOADS = 50
"""Loads that the page lists; the command lists all."""

OFFERED = ",".join(dict.fromkeys((*ENDINGS, *FORMS)))
"""What a browser offers to choose from; whatever is sent is looked at all the same."""

_STATES = {
    LoadState.RUNNING: Words("bezig of afgebroken", "running or cut off"),
    LoadState.WITHDRAWING: Words("bezig of afgebroken", "running or cut off"),
    LoadState.COMPLETE: Words("ingelezen", "loaded"),
    LoadState.UNDOING: Words("wordt teruggedraaid", "being undone"),
    LoadState.UNDONE: Words("teruggedraaid", "undone"),
}
_STAGES = {
    Stage.CUT_OFF: Words("inlezen is onderbroken", "loading was interrupted"),
    Stage.LOADING: Words("wordt ingelezen", "being loaded"),
    Stage.FAILED: Words("kan niet worden ingelezen", "cannot be loaded"),
}
_WAITS = Words("wacht op u", "waits for you")


@dataclass(frozen=True, slots=True)
class LoadLine:
    """One load as the list shows it.

    Parameters
    ----------
    number, title, at, actor
        Its number, what it is called, when it began, and who loaded it.
    state
        How far it is, in words.
    used, refused
        Rows by what became of them; None where it keeps no figures.
    """

    number: int
    title: str
    at: datetime
    actor: str
    state: str
    used: int | None
    refused: int | None


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """One upload that waits: its id, the name of the file, when it came, and how far it is in words."""

    id: str
    name: str
    at: datetime
    state: str


def import_page(shell: Shell, tokens: FormTokens, refused: str = "", proposed: int | None = None) -> str:
    """Return the first page of importing.

    Parameters
    ----------
    shell, tokens
        Who looks, where links lead, and what marks the form.
    refused
        Why the file that was just chosen cannot be used; empty where none was.
    proposed
        How many proposals the report that was just taken in put ready; None where none was.
    """
    imports = shell.site.network.imports
    loads = imports.loads(shell.viewer)
    return render(
        "import_start.html",
        shell,
        refused=refused,
        proposed=proposed,
        endings=OFFERED,
        token=tokens.make(*import_parts(shell, "upload", "")),
        megabytes=imports.limits.upload_bytes // 1_000_000,
        hours=imports.limits.upload_hours,
        waiting=[_waiting(one, shell.lang) for one in imports.uploads(shell.viewer)],
        loads=[_line(one, shell.lang) for one in loads[:MOST_LOADS]],
        more=max(len(loads) - MOST_LOADS, 0),
    )


def import_parts(shell: Shell, what: str, subject: str) -> tuple[str, ...]:
    """Return for what a form is: its site, the role it acts in, what it does and to what."""
    return shell.site.path, shell.viewer.role.value, f"import {what}", subject


def state_words(load: Load, lang: str) -> str:
    """Return how far a load is, in words."""
    return _STATES[load.state].to(lang)


def _line(load: Load, lang: str) -> LoadLine:
    report = load.report
    counts = (int(report["used"]), int(report["refused"]) + int(report["doubtful"])) if "refused" in report else None
    return LoadLine(
        load.number, load.order.title, load.started_at.astimezone(), actor_label(load.order.actor, lang),
        state_words(load, lang), *(counts or (None, None)),
    )  # fmt: skip


def _waiting(upload: Upload, lang: str) -> WaitingLine:
    return WaitingLine(upload.id, upload.name, upload.at.astimezone(), _STAGES.get(upload.stage, _WAITS).to(lang))
