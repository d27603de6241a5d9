"""The page of double names: pairs that may be one, side by side, and how it would be if they were one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.errors import ForbiddenError, InputError, UnknownIdError
from graph.network.merge_desk import Case, MatchState, MergeDesk
from graph.network.pair_names import own_names
from graph.network.resolving import MACHINE, Pair
from graph.resolution.reasons import likelihood
from graph.schema.model import KINDS_BY_NAME
from graph.schema.values import PartialDate
from graph.schema.words import Words
from graph.store.base import View
from graph.store.loads import Load, LoadState
from viz.pages.pair_shown import show_pair
from viz.pages.who_with_whom import form_parts
from viz.rendering import render
from viz.site import MAY_CORRECT, Shell, actor_label
from viz.tokens import FormTokens

PATH = "/dubbele-namen"
"""Address of the page."""

ON_PAGE = 20
"""Pairs that the list shows at once."""

LISTS = {
    "": (MatchState.OPEN,),
    "later": (MatchState.LATER,),
    "beslist": (MatchState.SAME, MatchState.DIFFERENT),
}
"""What the list can show, by its word in the address."""

_ASK = {
    "Initiative": Words("Is dit hetzelfde initiatief?", "Is this the same initiative?"),
    "Organisation": Words("Is dit dezelfde organisatie?", "Is this the same organisation?"),
    "Person": Words("Is dit dezelfde persoon?", "Is this the same person?"),
    "Area": Words("Is dit hetzelfde gebied?", "Is this the same area?"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked of the page, as the address gives it.

    Parameters
    ----------
    show
        A key of `LISTS`.
    case
        Id of the pair to show; empty for the first.
    done
        Id of the pair that was decided just now.
    merged
        Number of the load in which what is sure was merged just now.
    """

    show: str = ""
    case: str = ""
    done: str = ""
    merged: str = ""

    @classmethod
    def read(cls, given: Mapping[str, str]) -> Asked:
        """Read it from an address or a form.

        Raises
        ------
        InputError
            There is no such list.
        """
        show = given.get("toon", "")
        if show not in LISTS:
            raise InputError("Deze lijst is er niet. Kies wacht op u, later of beslist.",
                             "There is no such list. Choose waiting for you, later or decided.")  # fmt: skip
        return cls(show, given.get("paar", ""), given.get("klaar", ""), given.get("samen", ""))


@dataclass(frozen=True, slots=True)
class Refused:
    """A reason that was not kept: why, and what was typed."""

    sentence: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A pair in the list: its names, how it stands in words, and where it is shown."""

    case: Case
    names: Pair
    words: str
    url: str
    current: bool


def check_may_decide(shell: Shell) -> None:
    """Refuse who may not decide: the page names what not everybody may see.

    Raises
    ------
    ForbiddenError
        The viewer's role may not.
    """
    if shell.viewer.role not in MAY_CORRECT:
        raise ForbiddenError(
            "Dubbele namen bekijken en samenvoegen doet een medewerker of de beheerder.",
            "Double names are looked at and merged by staff or the administrator.",
            concerning=shell.viewer.role,
        )


def double_names_page(
    view: View, shell: Shell, asked: Asked, tokens: FormTokens, refused: Refused | None = None
) -> str:
    """Return the page of double names.

    Parameters
    ----------
    view, shell
        Who looks, and where links lead.
    asked
        What somebody asked of it.
    tokens
        Makes the marks of its forms.
    refused
        A reason that was not kept a moment ago.

    Raises
    ------
    ForbiddenError
        The viewer's role may not decide.
    UnknownIdError
        There is no such pair (any more).
    """
    check_may_decide(shell)
    desk = shell.site.network.merge_desk(shell.viewer)
    listed = desk.of(LISTS[asked.show])
    case = _chosen(desk, listed, asked)
    place = next((number for number, one in enumerate(listed) if case and one.id == case.id), 0)
    start = place - place % ON_PAGE
    return render(
        "double_names.html",
        shell,
        asked=asked,
        desk=desk,
        counts={name: len(desk.of(states)) for name, states in LISTS.items()},
        sure=sum(one.is_sure for one in desk.of([MatchState.OPEN])),
        total=len(listed),
        place=place,
        start=start,
        on_page=ON_PAGE,
        entries=_entries(view, shell, listed[start : start + ON_PAGE], case, asked),
        around=_around(shell, listed, place, start, asked),
        shown=show_pair(view, shell, case) if case else None,
        ask=_ASK,
        decided_on=_decided_on(case, shell),
        state_words=lambda one: state_words(one, shell),
        refused=refused,
        done=_entry_of(view, shell, desk, asked.done),
        merges=_merges(shell),
        merged=asked.merged,
        plural=lambda kind: KINDS_BY_NAME[kind].plural_words.to(shell.lang),
        token=lambda what, subject: tokens.make(*form_parts(shell, what, subject)),
    )


def page_url(shell: Shell, asked: Asked, case: str = "", *, anchor: str = "", **more: object) -> str:
    """Return the address of the page with a pair, in the list that was asked for."""
    return shell.url(PATH, anchor=anchor, **{"toon": asked.show, "paar": case, **more})


def _chosen(desk: MergeDesk, listed: Sequence[Case], asked: Asked) -> Case | None:
    if asked.case:
        return desk.case(asked.case)
    return listed[0] if listed else None


def _entries(view: View, shell: Shell, cases: Sequence[Case], chosen: Case | None, asked: Asked) -> list[Entry]:
    return [
        Entry(case, names, state_words(case, shell), page_url(shell, asked, case.id),
              chosen is not None and case.id == chosen.id)
        for case, names in zip(cases, own_names(view, cases), strict=True)
    ]  # fmt: skip


def state_words(case: Case, shell: Shell) -> str:
    """Return in words how a pair stands: how likely it is while it is open, else what was decided and by whom."""
    if case.state is MatchState.OPEN and case.match is not None:
        return likelihood(case.match.outcome, case.match.probability).to(shell.lang)
    if case.state is MatchState.LATER:
        return shell.say("later", "later")
    if case.decision is not None and case.decision.by_machine:
        return shell.say("samengevoegd door Wijkweb", "merged by Wijkweb")
    kinds = KINDS_BY_NAME[case.kind].plural_words.to(shell.lang)
    said = shell.say("hetzelfde", "the same") if case.state is MatchState.SAME else shell.say(
        f"twee {kinds}", f"two {kinds}")  # fmt: skip
    actor = case.decision.actor if case.decision else ""
    return f"{said}, {shell.say('door', 'by')} {actor_label(actor, shell.lang)}" if actor else said


def _decided_on(case: Case | None, shell: Shell) -> str:
    on = case.decision.on if case is not None and case.decision is not None else ""
    return PartialDate.parse(on).label(shell.lang) if on else ""


def _around(shell: Shell, listed: Sequence[Case], place: int, start: int, asked: Asked) -> dict[str, str]:
    """Return the addresses of what lies before and after: of the pair, and of the page of the list."""
    steps = {"previous": place - 1, "next": place + 1, "earlier": start - ON_PAGE, "further": start + ON_PAGE}
    return {name: page_url(shell, asked, listed[number].id) if 0 <= number < len(listed) else ""
            for name, number in steps.items()}  # fmt: skip


def _entry_of(view: View, shell: Shell, desk: MergeDesk, id_: str) -> Entry | None:
    """Return the pair that was decided just now, None where it does not stand on the desk any more."""
    try:
        cases = [desk.case(id_)] if id_ else []
    except UnknownIdError:
        return None
    found = _entries(view, shell, cases, None, Asked())
    return found[0] if found else None


def _merges(shell: Shell) -> list[Load]:
    """Return the loads in which the program merged what was sure, the newest first."""
    loads = shell.site.network.store.loads()
    return [one for one in loads if one.order.source == MACHINE and one.state is LoadState.COMPLETE]
