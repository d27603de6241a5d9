"""The page of one load: what became of every row and column, what was set aside, and taking it back."""

from __future__ import annotations

from graph.store.loads import LoadState
from viz.links import node_path
from viz.pages.importing.first_rows import Known
from viz.pages.importing.start import import_parts, state_words
from viz.pages.importing.totals import totals_of_load
from viz.rendering import render
from viz.site import Shell, actor_label
from viz.tokens import FormTokens

_UNTOLD: dict[str, object] = {"useless": False, "doubts": None, "columns_used": (), "columns_left_out": {}}
"""What a load that was loaded elsewhere does not tell of itself."""


def load_page(shell: Shell, tokens: FormTokens, number: int, *, again: bool = False, refused: str = "") -> str:
    """Return the page of a load.

    Parameters
    ----------
    shell, tokens
        Who looks, where links lead, and what marks the form.
    number
        Of the load.
    again
        Whether the same file has just been loaded once more, which changed nothing.
    refused
        Why it was not taken back just now; empty where nobody tried.

    Raises
    ------
    UnknownIdError
        There is no such load.
    """
    imports, viewer = shell.site.network.imports, shell.viewer
    load = imports.load(number, viewer)
    report = imports.report(number, viewer) or {}
    figures = {**report, **load.report}
    return render(
        "import_load.html",
        shell,
        load=load,
        told={**_UNTOLD, **report},
        again=again,
        refused=refused,
        at=load.started_at.astimezone(),
        actor=actor_label(load.order.actor, shell.lang),
        state=state_words(load, shell.lang),
        is_undone=load.state in (LoadState.UNDONE, LoadState.UNDOING),
        totals=totals_of_load(figures, shell),
        withdrawn=int(figures.get("claims_withdrawn", 0)),
        problems=[one[shell.lang == "en"] for one in report.get("problems", ())],
        problem_count=int(figures.get("problem_count", 0)),
        quarantine=imports.has_quarantine(number),
        source_url=shell.url(node_path(Known(load.order.source, "Source"))),
        token=tokens.make(*import_parts(shell, "undo", str(number))),
    )
