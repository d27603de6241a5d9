"""What is posted from the page of proposals: one is accepted, rejected or put back; all sure ones are accepted."""

from __future__ import annotations

from collections.abc import Mapping

from graph.errors import ConflictError, InputError, UnknownIdError
from graph.network.proposals.desk import ProposalState
from graph.store.loads import LoadState
from viz.pages.judging import check_form
from viz.pages.proposals import LISTS, Asked, check_may_accept, in_reading_order, page_url, read_number
from viz.site import Shell
from viz.tokens import FormTokens


def take_proposal(shell: Shell, form: Mapping[str, str], tokens: FormTokens) -> str:
    """Keep a decision on a proposal, and return the address to go on to.

    Parameters
    ----------
    shell
        Who decides, and where links lead.
    form
        ``nummer``, ``stand`` (what it is to be), ``zag`` (how it stood when the page was made), ``is`` (id of what it
        is, where it may be more than one thing), ``merk`` and the list of the page.
    tokens
        Checks the mark.

    Raises
    ------
    ForbiddenError
        The mark does not fit, or the role may not decide.
    UnknownIdError
        There is no such proposal any more.
    InputError
        The decision is none, or what is accepted can be more than one thing.
    ConflictError
        Somebody decided on it since the page was made.
    """
    check_may_accept(shell)
    check_form(shell, tokens, "propose", form.get("nummer", ""), form.get("merk", ""))
    if form.get("stand") not in {state.value for state in ProposalState}:
        raise InputError("Kies overnemen of afwijzen.", "Choose accept or reject.")
    asked, state, number = Asked.read(form), ProposalState(form["stand"]), read_number(form.get("nummer", ""))
    desk = shell.site.network.desk(shell.viewer)
    one = desk.one(number)
    if form.get("zag", one.kept.state.value) != one.kept.state.value:
        raise ConflictError(
            "Een ander heeft intussen over dit voorstel beslist. Ga terug en kijk hoe het nu staat.",
            "Somebody else has decided on this proposal since. Go back and see how it stands now.",
            concerning=number,
        )
    report = one.report.source
    following = _after(shell, asked, report, number)
    if state is ProposalState.ACCEPTED:
        desk.accept([number], same_as={number: form["is"]} if form.get("is") else None)
    else:
        (desk.reject if state is ProposalState.REJECTED else desk.reopen)([number])
    # What an accepted one is about goes with it, so that the next may be decided too by now.
    left = {one.number for one in desk.list(states=(LISTS[asked.show],), report=report)}
    target = next((number for number in following if number in left), 0)
    return page_url(shell, asked, report, target, anchor=f"voorstel-{target}" if target else "klaar", klaar=number)


def _after(shell: Shell, asked: Asked, report: str, number: int) -> list[int]:
    """Return the proposals to go on to: those after one in the list, then those before it, the nearest first."""
    found = shell.site.network.desk(shell.viewer).list(states=(LISTS[asked.show],), report=report)
    numbers = [one.number for one in in_reading_order(found)]
    place = numbers.index(number) if number in numbers else -1
    return [*numbers[place + 1 :], *reversed(numbers[: max(place, 0)])]


def accept_what_is_sure(shell: Shell, form: Mapping[str, str], tokens: FormTokens) -> str:
    """Accept all that is sure of a report, in one load, and return the address to go on to.

    Parameters
    ----------
    shell
        Who decides, and where links lead.
    form
        ``verslag`` and ``merk``.
    tokens
        Checks the mark.

    Raises
    ------
    ForbiddenError
        The mark does not fit, or the role may not decide.
    UnknownIdError
        There is no such report.
    """
    check_may_accept(shell)
    report = form.get("verslag", "")
    check_form(shell, tokens, "propose-sure", report, form.get("merk", ""))
    decided = shell.site.network.desk(shell.viewer).accept_sure(report=report)
    load = decided.loads[0].number if decided.loads else ""
    return page_url(shell, Asked(), report, anchor="klaar", inlezing=load)


def take_sure_back(shell: Shell, form: Mapping[str, str], tokens: FormTokens) -> str:
    """Take back a load of accepted proposals: they are open again. Returns the address to go on to.

    Parameters
    ----------
    shell
        Who decides, and where links lead.
    form
        ``inlezing`` (number of the load), ``verslag`` and ``merk``.
    tokens
        Checks the mark.

    Raises
    ------
    ForbiddenError
        The mark does not fit, or the role may not decide.
    UnknownIdError
        There is no such load of proposals, or it was taken back.
    """
    check_may_accept(shell)
    number, report = read_number(form.get("inlezing", "")), form.get("verslag", "")
    check_form(shell, tokens, "unpropose", str(number), form.get("merk", ""))
    network = shell.site.network
    made = next((load for load in network.store.loads() if load.number == number), None)
    if made is None or made.state is not LoadState.COMPLETE or not made.order.scope.startswith("proposals:"):
        raise UnknownIdError("Dit is er niet meer.", "This is no longer there.", concerning=number)
    network.undo(number, shell.viewer, shell.say("voorstellen weer open", "proposals open again"))
    return page_url(shell, Asked(), report)
