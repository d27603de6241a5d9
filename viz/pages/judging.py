"""Verdicts on suggestions, and taking them back. A person decides; nothing is overwritten."""

from __future__ import annotations

from collections.abc import Mapping

from graph.errors import ForbiddenError, InputError, UnknownIdError
from graph.network.deciding import Judgement, check_may_be_judged
from graph.network.private_text import check_typed
from graph.schema.model import VOCABULARIES_BY_NAME
from graph.store.base import View
from graph.store.loads import LoadKind
from viz.pages.kept_choice import FIELD, KeptChoice
from viz.pages.who_with_whom import PATH, Refused, form_parts
from viz.site import Shell
from viz.tokens import FormTokens

_VERDICTS = VOCABULARIES_BY_NAME["Verdict"].codes


def check_form(shell: Shell, tokens: FormTokens, what: str, subject: str, token: str) -> None:
    """Refuse a form that is not one of ours, or that was made for somebody else.

    Raises
    ------
    ForbiddenError
        The mark does not fit.
    """
    if not tokens.is_valid(token, *form_parts(shell, what, subject)):
        raise ForbiddenError(
            "Deze pagina is verouderd. Ga terug, laad haar opnieuw en probeer het nog eens.",
            "This page is out of date. Go back, load it again and try once more.",
        )


def take_verdict(
    view: View, shell: Shell, form: Mapping[str, str], tokens: FormTokens, *, page: str = PATH
) -> str | Refused:
    """Keep a verdict, and return the address to go on to; or say why the reason was not kept.

    Parameters
    ----------
    view, shell
        Who decides, and where links lead.
    form
        ``suggestie``, ``oordeel``, ``waarom``, ``merk`` and the choice of the page.
    tokens
        Checks the mark.
    page
        Path of the page that it was posted from.

    Raises
    ------
    ForbiddenError
        The mark does not fit, or the role may not judge.
    UnknownIdError
        There is no such suggestion any more.
    InputError
        The verdict is none, or the suggestion is only about learning.
    """
    id_, verdict, reason = form.get("suggestie", ""), form.get("oordeel", ""), form.get("waarom", "").strip()
    check_form(shell, tokens, "judge", id_, form.get("merk", ""))
    network = shell.site.network
    suggestion = network.answers.suggestion(view, id_, at_hand=True)
    check_may_be_judged(suggestion)
    if verdict not in _VERDICTS:
        raise InputError("Kies goed idee, nu niet of later.", "Choose good idea, not now or later.")
    if sentence := why_not(reason, shell):
        return Refused(id_, sentence, reason)
    judgement = Judgement(verdict, suggestion.form, reason or None)
    _, made = network.judge(suggestion.ids, judgement, shell.viewer)
    return KeptChoice.read(page, form.get(FIELD, "")).url(shell, "beoordeeld", oordeel=made)


def why_not(reason: str, shell: Shell) -> str:
    """Return why a reason is not kept; empty when it is.

    Parameters
    ----------
    reason
        As a person typed it.
    shell
        The language to say it in.
    """
    try:
        check_typed(reason, "reason")
    except InputError as error:
        return error.sentence(shell.lang)
    return ""


def take_back(view: View, shell: Shell, form: Mapping[str, str], tokens: FormTokens, *, page: str = PATH) -> str:
    """Take a verdict back, and return the address to go on to.

    Parameters
    ----------
    view, shell
        Who decides, and where links lead.
    form
        ``oordeel`` (its id), ``merk`` and the choice of the page.
    tokens
        Checks the mark.
    page
        Path of the page that it was posted from.

    Raises
    ------
    ForbiddenError
        The mark does not fit, or the role may not undo.
    UnknownIdError
        There is no such judgement (any more).
    InputError
        It came with a file, which would go as a whole.
    """
    id_ = form.get("oordeel", "")
    check_form(shell, tokens, "undo", id_, form.get("merk", ""))
    node = view.nodes([id_])[0]
    if node is None or node.kind != "Judgement" or not shell.may_judge:
        raise UnknownIdError("Dit oordeel is er niet meer.", "This judgement is no longer there.", concerning=id_)
    for number in _decisions(view, shell, node.id):
        shell.site.network.undo(number, shell.viewer, shell.say("oordeel ongedaan gemaakt", "judgement undone"))
    return KeptChoice.read(page, form.get(FIELD, "")).url(shell)


def _decisions(view: View, shell: Shell, id_: str) -> list[int]:
    """Return the numbers of the decisions behind a judgement."""
    numbers = {load for one in view.statements([id_])[id_] for load in one.loads}
    loads = [load for load in shell.site.network.store.loads() if load.number in numbers]
    if any(load.order.kind is not LoadKind.DECISION for load in loads):
        raise InputError(
            "Dit oordeel kwam mee met een bestand. De beheerder kan die inlezing terugdraaien.",
            "This judgement came with a file. The administrator can undo that import.",
        )
    return sorted(numbers)
