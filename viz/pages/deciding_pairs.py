"""What is posted from the page of double names: a decision on a pair, and the merging of what is sure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.errors import ConflictError, InputError, UnknownIdError
from graph.network.merge_desk import Case, MatchState
from graph.network.resolving import MACHINE
from graph.store.loads import LoadState
from viz.pages.double_names import LISTS, Asked, Refused, check_may_decide, page_url
from viz.pages.judging import check_form, why_not
from viz.site import Shell
from viz.tokens import FormTokens


def take_decision(shell: Shell, form: Mapping[str, str], tokens: FormTokens) -> str | Refused:
    """Keep a decision on a pair, and return the address to go on to; or say why the reason was not kept.

    Parameters
    ----------
    shell
        Who decides, and where links lead.
    form
        ``paar``, ``stand`` (what it is to be), ``zag`` (how it stood when the page was made), ``waarom``, ``merk``
        and the list of the page.
    tokens
        Checks the mark.

    Raises
    ------
    ForbiddenError
        The mark does not fit, or the role may not decide.
    UnknownIdError
        There is no such pair any more.
    InputError
        The decision is none, or the two cannot become one, or two.
    ConflictError
        Somebody decided on the pair since the page was made.
    """
    check_may_decide(shell)
    id_, reason = form.get("paar", ""), form.get("waarom", "").strip()
    check_form(shell, tokens, "decide", id_, form.get("merk", ""))
    if form.get("stand") not in {state.value for state in MatchState}:
        raise InputError("Kies ja, nee of later.", "Choose yes, no or later.")
    if sentence := why_not(reason, shell):
        return Refused(sentence, reason)
    asked, state, network = Asked.read(form), MatchState(form["stand"]), shell.site.network
    desk = network.merge_desk(shell.viewer)
    case = desk.case(id_)
    if form.get("zag", case.state.value) != case.state.value:
        raise ConflictError(
            "Een ander heeft intussen over deze twee namen beslist. Ga terug en kijk wat er nu staat.",
            "Somebody else has decided on these two names since. Go back and see how they stand now.",
            concerning=id_,
        )
    listed = desk.of(LISTS[asked.show])
    network.decide_match(id_, state, shell.viewer, reason)
    return page_url(shell, asked, _after(listed, case), anchor="paar", klaar=id_)


def _after(listed: Sequence[Case], case: Case) -> str:
    """Return the pair to go on to: the one after this in the list, else the one before it."""
    place = next((number for number, one in enumerate(listed) if one.id == case.id), None)
    if place is None or len(listed) == 1:
        return ""
    return listed[place + 1 if place + 1 < len(listed) else place - 1].id


def merge_what_is_sure(shell: Shell, form: Mapping[str, str], tokens: FormTokens) -> str:
    """Merge what is sure in one load, and return the address to go on to.

    Parameters
    ----------
    shell
        Who decides, and where links lead.
    form
        ``merk``.
    tokens
        Checks the mark.

    Raises
    ------
    ForbiddenError
        The mark does not fit, or the role may not decide.
    """
    check_may_decide(shell)
    check_form(shell, tokens, "merge", "sure", form.get("merk", ""))
    load = shell.site.network.merge_sure(shell.viewer)
    return page_url(shell, Asked(), anchor="paar", samen=load.number if load else "")


def take_merge_back(shell: Shell, form: Mapping[str, str], tokens: FormTokens) -> str:
    """Take back one merging of what was sure, and return the address to go on to.

    Parameters
    ----------
    shell
        Who decides, and where links lead.
    form
        ``inlezing`` (number of the load) and ``merk``.
    tokens
        Checks the mark.

    Raises
    ------
    ForbiddenError
        The mark does not fit, or the role may not decide.
    UnknownIdError
        There is no such merging, or it was taken back.
    """
    check_may_decide(shell)
    number = form.get("inlezing", "")
    check_form(shell, tokens, "unmerge", number, form.get("merk", ""))
    network = shell.site.network
    made = {str(load.number): load for load in network.store.loads() if load.order.source == MACHINE}
    if number not in made or made[number].state is not LoadState.COMPLETE:
        raise UnknownIdError("Deze samenvoeging is er niet meer.", "This merge is no longer there.", concerning=number)
    network.undo(made[number].number, shell.viewer, shell.say("samenvoeging teruggedraaid", "merge taken back"))
    return page_url(shell, Asked(), anchor="paar")
