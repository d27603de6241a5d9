"""The page on which a person looks over what loading would do, and the one that shows how far it is."""

from __future__ import annotations

from graph.errors import InputError, WijkwebError
from graph.network.importing.uploads import Upload
from graph.network.importing.work import Stage
from graph.schema.words import Words
from viz.pages.importing.start import import_parts
from viz.pages.importing.totals import totals_of
from viz.rendering import render
from viz.site import Shell
from viz.tokens import FormTokens

FIRST_LINES = 50
"""Lines of a plan that stand open; the others unfold."""

_STAGES = {
    Stage.WAITING: Words("Wacht op een ander bestand", "Waits for another file"),
    Stage.READING: Words("Het bestand wordt gelezen", "The file is being read"),
    Stage.COUNTING: Words("Alle rijen worden nagekeken", "All rows are being looked at"),
    Stage.LOADING: Words("Het bestand wordt ingelezen", "The file is being loaded"),
}


def check_page(shell: Shell, tokens: FormTokens, upload: Upload, refused: str = "") -> str:
    """Return the page with the plan of an upload.

    Parameters
    ----------
    shell, tokens
        Who looks, where links lead, and what marks the forms.
    upload
        Looked at.
    refused
        Why it was not loaded just now; empty where nobody tried.

    Raises
    ------
    InputError
        There is no plan.
    """
    if upload.plan is None:
        raise InputError("Dit bestand is nog niet nagekeken.", "This file has not been looked at yet.")
    return render(
        "import_check.html",
        shell,
        upload=upload,
        plan=upload.plan,
        refused=refused,
        totals=totals_of(upload.plan, shell),
        lines=[one.to(shell.lang) for one in upload.plan.lines],
        first_lines=FIRST_LINES,
        earlier=shell.site.network.imports.earlier(upload, shell.viewer),
        token=tokens.make(*import_parts(shell, "apply", upload.id)),
        drop_token=tokens.make(*import_parts(shell, "drop", upload.id)),
    )


def busy_page(shell: Shell, upload: Upload) -> str:
    """Return the page that shows how far the work on an upload is."""
    return render("import_busy.html", shell, upload=upload, what=stage_words(upload, shell.lang))


def stage_words(upload: Upload, lang: str) -> str:
    """Return what is being done with an upload; empty where nothing is."""
    return _STAGES[upload.stage].to(lang) if upload.stage in _STAGES else ""


def stuck_page(shell: Shell, tokens: FormTokens, upload: Upload) -> str:
    """Return the page of an upload that cannot be read, or whose loading was cut off, with what can be done."""
    return render(
        "import_stuck.html",
        shell,
        upload=upload,
        is_cut_off=upload.stage is Stage.CUT_OFF,
        sentence=_sentence(upload.error, shell.lang),
        sheets=upload.sheets if len(upload.sheets) > 1 else (),
        token=tokens.make(*import_parts(shell, "apply", upload.id)),
        column_token=tokens.make(*import_parts(shell, "columns", upload.id)),
        drop_token=tokens.make(*import_parts(shell, "drop", upload.id)),
    )


def _sentence(error: WijkwebError | None, lang: str) -> str:
    return error.sentence(lang) if error else ""
