"""The page of proposals: what reports of meetings propose, passage by passage, waiting for a person to accept it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.errors import ForbiddenError, InputError
from graph.network.proposals.desk import ProposalDesk, ProposalState, ShownProposal, ShownReport
from graph.reports.wording import SURE
from graph.schema.wording import short_date
from graph.store.answers import Node
from graph.store.base import View
from viz.links import node_url
from viz.pages.who_with_whom import form_parts
from viz.rendering import render
from viz.site import Shell, actor_label
from viz.tokens import FormTokens

PATH = "/voorstellen"
"""Address of the page."""

ON_PAGE = 12
"""Passages that the page shows at once."""

LISTS = {"": ProposalState.OPEN, "overgenomen": ProposalState.ACCEPTED, "afgewezen": ProposalState.REJECTED}
"""What the page can show, by its word in the address."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked of the page, as the address gives it.

    Parameters
    ----------
    report
        Id of the source of one report; empty for the newest with something to show.
    show
        A key of `LISTS`.
    number
        The proposal to show the page of; 0 for the first.
    done
        The proposal that was decided just now; 0 for none.
    taken
        Number of the load in which all sure ones were accepted just now; 0 for none.
    """

    report: str = ""
    show: str = ""
    number: int = 0
    done: int = 0
    taken: int = 0

    @classmethod
    def read(cls, given: Mapping[str, str]) -> Asked:
        """Read it from an address or a form.

        Raises
        ------
        InputError
            There is no such list, or a number is none.
        """
        show = given.get("toon", "")
        if show not in LISTS:
            raise InputError("Deze lijst is er niet. Kies wacht op u, overgenomen of afgewezen.",
                             "There is no such list. Choose waiting for you, accepted or rejected.")  # fmt: skip
        numbers = [read_number(given.get(name, "")) for name in ("voorstel", "klaar", "inlezing")]
        return cls(given.get("verslag", ""), show, *numbers)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the things that a proposed name may be."""

    id: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Line:
    """A proposal as the page shows it.

    Parameters
    ----------
    number
        Its number.
    state
        What a person made of it.
    kind, text, certainty
        In words.
    bars
        How many of three bars stand beside the certainty.
    known
        What the graph knows of it; None where it knows nothing, or for what is no thing.
    is_alike
        True where only a very like name says so.
    is_new
        True for a thing that the graph does not know.
    may_be
        What it may be, where there is more than one: a person says which.
    decided
        Who decided and why, in words; empty while it is open.
    """

    number: int
    state: ProposalState
    kind: str
    text: str
    certainty: str
    bars: int
    known: Choice | None
    is_alike: bool
    is_new: bool
    may_be: tuple[Choice, ...]
    decided: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the report with all that is proposed of them, in the order of the text."""

    text: str
    where: str
    lines: tuple[Line, ...]


def check_may_accept(shell: Shell) -> None:
    """Refuse who may not: reports name people who are not for everybody to see.

    Raises
    ------
    ForbiddenError
        The viewer's role may not.
    """
    if not shell.is_signed_in:
        raise ForbiddenError(
            "Voorstellen uit verslagen bekijkt en beslist wie in Wijkweb werkt.",
            "Proposals from reports are looked at and decided by who works in Wijkweb.",
            concerning=shell.viewer.role,
        )


def read_number(text: str) -> int:
    """Return a number of an address or a form, 0 for none.

    Raises
    ------
    InputError
        It is none.
    """
    if not text:
        return 0
    if not (text.isascii() and text.isdecimal() and len(text) <= 9):
        raise InputError("Dit nummer klopt niet.", "This number is not right.")
    return int(text)


def proposals_page(view: View, shell: Shell, asked: Asked, tokens: FormTokens) -> str:
    """Return the page of proposals.

    Parameters
    ----------
    view, shell
        Who looks, and where links lead.
    asked
        What somebody asked of it.
    tokens
        Makes the marks of its forms.

    Raises
    ------
    ForbiddenError
        The viewer's role may not see what reports say of people.
    UnknownIdError
        There is no such report.

    Notes
    -----
    Some three questions to the store for the report that is shown, whatever it proposes.
    """
    check_may_accept(shell)
    desk = shell.site.network.desk(shell.viewer)
    reports = desk.reports()
    report = asked.report or _first_with(reports, LISTS[asked.show])
    found = in_reading_order(desk.list(states=(LISTS[asked.show],), report=report)) if report else []
    passages = _passages(view, shell, found)
    place = _place(passages, asked.number)
    return render(
        "proposals.html",
        shell,
        asked=asked,
        report=report,
        reports=[(one, page_url(shell, Asked(show=asked.show), one.report.source), _day(one)) for one in reports],
        counts={name: sum(one.counts.get(state, 0) for one in reports) for name, state in LISTS.items()},
        counted={one.report.source: one.counts.get(LISTS[asked.show], 0) for one in reports},
        states=ProposalState,
        title=next((one.report.title for one in reports if one.report.source == report), ""),
        total=len(found),
        sure=sum(one.certainty[0] >= SURE for one in found) if not asked.show else 0,
        passages=passages[place : place + ON_PAGE],
        start=place,
        all_passages=len(passages),
        around=_around(shell, asked, report, passages, place),
        done=_done(view, shell, desk, asked.done),
        token=lambda what, subject: tokens.make(*form_parts(shell, what, subject)),
    )


def page_url(shell: Shell, asked: Asked, report: str, number: int = 0, *, anchor: str = "", **more: object) -> str:
    """Return the address of the page of a report, in the list that was asked for."""
    given = {"toon": asked.show, "verslag": report, "voorstel": number or "", **more}
    return shell.url(PATH, anchor=anchor, **given)


def in_reading_order(found: Iterable[ShownProposal]) -> list[ShownProposal]:
    """Return proposals of one report in the order of its text."""
    return sorted(found, key=lambda one: (one.kept.proposal.where.start, one.number))


def _first_with(reports: Sequence[ShownReport], state: ProposalState) -> str:
    """Return the newest report that has something in a state, else the newest; empty where there is none."""
    having = [one.report.source for one in reports if one.counts.get(state)]
    return (having or [one.report.source for one in reports] or [""])[0]


def _passages(view: View, shell: Shell, found: Sequence[ShownProposal]) -> list[Passage]:
    """Return proposals by the words that they are read from."""
    ids = sorted({id_ for one in found for id_ in one.names})
    nodes = {id_: node for id_, node in zip(ids, view.nodes(ids), strict=True) if node} if ids else {}
    grouped: dict[str, list[ShownProposal]] = {}
    for one in found:
        grouped.setdefault(" ".join(one.passage.split()), []).append(one)
    return [
        Passage(text, mine[0].where.to(shell.lang), tuple(_line(one, nodes, shell) for one in mine))
        for text, mine in grouped.items()
    ]


def _line(one: ShownProposal, nodes: Mapping[str, Node], shell: Shell) -> Line:
    link, lang = one.link, shell.lang

    def choice(id_: str) -> Choice:
        node = nodes.get(id_)
        return Choice(id_, one.names.get(id_, id_), node_url(shell, node) if node else "")

    share = one.certainty[0]
    return Line(
        one.number,
        one.kept.state,
        one.kind.words.to(lang),
        _short(one.text.to(lang), one.passage),
        one.certainty[1].to(lang),
        3 if share >= SURE else 2 if one.certainty[1].en == "likely" else 1,
        choice(link.id) if link and link.id else None,
        bool(link and link.alike),
        bool(link and not link.id and not link.doubts),
        tuple(choice(id_) for id_ in link.doubts) if link else (),
        _decided(one, shell),
    )


def _short(text: str, passage: str) -> str:
    """Return a text without the passage that stands above it already."""
    words = " ".join(passage.split())
    return text.replace(words, "").strip(' :“”"') or text


def _decided(one: ShownProposal, shell: Shell) -> str:
    if one.kept.state is ProposalState.OPEN:
        return ""
    said = shell.say("overgenomen", "accepted") if one.kept.state is ProposalState.ACCEPTED else shell.say(
        "afgewezen", "rejected")  # fmt: skip
    actor = actor_label(one.kept.actor, shell.lang)
    return f"{said} {shell.say('door', 'by')} {actor}" if actor else said


def _place(passages: Sequence[Passage], number: int) -> int:
    """Return at which passage the page starts on which a proposal stands."""
    at = next((place for place, one in enumerate(passages) if number in {line.number for line in one.lines}), 0)
    return at - at % ON_PAGE


def _around(shell: Shell, asked: Asked, report: str, passages: Sequence[Passage], place: int) -> dict[str, str]:
    """Return the addresses of the page before and after."""
    return {name: page_url(shell, asked, report, passages[at].lines[0].number) if 0 <= at < len(passages) else ""
            for name, at in (("earlier", place - ON_PAGE), ("further", place + ON_PAGE))}  # fmt: skip


def _done(view: View, shell: Shell, desk: ProposalDesk, number: int) -> Line | None:
    """Return the proposal that was decided just now."""
    if not number:
        return None
    one = desk.one(number)
    return None if one.kept.state is ProposalState.OPEN else _passages(view, shell, [one])[0].lines[0]


def _day(one: ShownReport) -> str:
    return short_date(one.report.published_on) if one.report.published_on else ""
