"""The page of whom to invite: tables with a reason for each guest, on paper too, and the word that one invites so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from graph.errors import InputError
from graph.questions.gathering import Gathering
from graph.questions.ground import Ground
from graph.questions.invitation_catalogue import ROLES
from graph.questions.invitation_types import Guest, Invitation
from graph.questions.tables import MOST_SEATS, MOST_TABLES, Tables
from graph.schema.values import PartialDate
from graph.schema.words import Words
from graph.store.answers import Node
from graph.store.base import View
from graph.store.questions import NodeFilter, Order
from graph.suggestions.advice_types import Member
from viz.pages.citing import Cited
from viz.pages.fact_links import FactLinks
from viz.pages.judging import check_form
from viz.pages.little_known import tell_little
from viz.pages.questions.asking import (
    INVITATION,
    LEDGER,
    AreaField,
    Line,
    check_prepares,
    choose_area,
    line,
    read_number,
)
from viz.pages.questions.names import NameFields, Names, provided_or_needed
from viz.pages.questions.page import render_question
from viz.pages.who_with_whom import form_parts
from viz.site import Shell
from viz.tokens import FormTokens

COUNT, TAKE_BACK = f"{INVITATION}/zo", f"{INVITATION}/toch-niet"
"""Where one says to invite by a list, and that one does not after all."""

MOST_MEETINGS = 200
"""Planned meetings that can be chosen."""

FEW = 6
"""Guests: where there are fewer, the page says what would help to know more."""

_TOGETHER = "samen"
"""Word in the address for areas that are kept together."""

_WHO_INVITES = Words(
    "Een uitnodigingslijst maken begeleiders en de beheerder.",
    "Invitation lists are made by facilitators and the administrator.",
)
_ABOUT = Words("Met dit onderwerp", "With this topic")


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen: its id, and how it is called."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The form as it was filled in.

    Parameters
    ----------
    meeting
        The meeting that was chosen; None for none.
    meetings
        Those that can be chosen: what is planned, and what was chosen.
    area, topic
        The other fields.
    tables
        How the tables are to be.
    """

    meeting: Node | None
    meetings: tuple[Choice, ...]
    area: AreaField
    topic: NameFields
    tables: Tables

    @property
    def gathering(self) -> Gathering:
        """To what is invited."""
        within = (self.area.id,) if self.area.id else ()
        return Gathering(self.meeting.id if self.meeting else "", within, self.topic.ids)

    @property
    def state(self) -> dict[str, str]:
        """The choice as parameters of an address."""
        return {
            "bijeenkomst": self.meeting.id if self.meeting else "",
            "gebied": self.area.id,
            "onderwerp": "".join(self.topic.ids),
            "tafels": str(self.tables.count),
            "plaatsen": str(self.tables.seats),
            "gebieden": "" if self.tables.mixed else _TOGETHER,
        }


@dataclass(frozen=True, slots=True)
class GuestCard:
    """Somebody to invite.

    Parameters
    ----------
    member, role, needed
        Who, as what, and whether the meeting makes no sense without.
    said
        Why.
    notes
        Numbers of the sources at the foot of the paper.
    """

    member: Member
    role: str
    needed: bool
    said: Line
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """Whether a list counts as invited, and the forms that change that.

    Parameters
    ----------
    on
        Day in words on which it was counted; empty while it was not.
    initiatives
        How many of the guests are counted.
    action, mark
        Where its form is posted, and the mark in it.
    """

    on: str
    initiatives: int
    action: str
    mark: str


def invitation_page(view: View, shell: Shell, given: Mapping[str, str], tokens: FormTokens) -> str:
    """Return the page of whom to invite.

    Parameters
    ----------
    view, shell
        Who looks, and where links lead.
    given
        ``bijeenkomst``, ``gebied``, ``onderwerp``, ``tafels``, ``plaatsen`` and ``gebieden``.
    tokens
        Makes the marks of its forms.

    Raises
    ------
    ForbiddenError
        The viewer's role prepares no meetings.
    InputError
        There is no such meeting or area, or a number is none.
    """
    check_prepares(shell, _WHO_INVITES)
    ground = shell.site.network.answers.ground(view)
    names = Names(view, shell, ground, provided_or_needed(ground), ("Topic",))
    asked = _read(view, shell, ground, names, given)
    found, problem = _find(view, shell, asked)
    cards = _cards(view, shell, found)
    return render_question(
        "invitation.html",
        shell,
        INVITATION,
        area=asked.area.id,
        asked=asked,
        options=names.options,
        most_tables=MOST_TABLES,
        most_seats=MOST_SEATS,
        problem=problem,
        when=_when(asked.meeting, shell.lang),
        today=_day(datetime.now(UTC).astimezone().date(), shell.lang),
        where=_where(ground, asked),
        found=found,
        notes=[note.to(shell.lang) for note in found.notes] if found else (),
        needed=[card for table in cards.tables for card in table if card.needed],
        tables=cards.tables,
        plain_role=ROLES["initiative"].to(shell.lang),
        sources=cards.sources,
        counted=_counted(shell, asked, found, tokens) if found and found.guests else None,
        ledger_url=shell.url(LEDGER, gebied=asked.area.id),
        helps=tell_little(view, shell, _area(view, asked)).helps if found and len(found.guests) < FEW else (),
    )


def count_invited(view: View, shell: Shell, form: Mapping[str, str], tokens: FormTokens) -> str:
    """Count a list as invited, and return the address to go on to.

    Parameters
    ----------
    view, shell
        Who invites, and where links lead.
    form
        The choice of the page, and ``merk``.
    tokens
        Checks the mark: it is of this very list, so that nobody is counted whom the facilitator did not see.

    Raises
    ------
    ForbiddenError
        The mark does not fit, or the role prepares no meetings.
    InputError
        The choice is none.
    """
    asked, found, mark = _posted(view, shell, form, tokens, "invite")
    shell.site.network.invited.count(mark, found, shell.viewer)
    return shell.url(INVITATION, anchor="geteld", **asked.state)


def take_invited_back(view: View, shell: Shell, form: Mapping[str, str], tokens: FormTokens) -> str:
    """Count a list as not invited after all, and return the address to go on to; all else as `count_invited`."""
    asked, found, mark = _posted(view, shell, form, tokens, "invite-back")
    shell.site.network.invited.take_back(mark, found, shell.viewer)
    return shell.url(INVITATION, anchor="geteld", **asked.state)


# ---------------------------------------------------------------------------------------------------- what is asked


def _read(view: View, shell: Shell, ground: Ground, names: Names, given: Mapping[str, str]) -> Asked:
    id_ = given.get("bijeenkomst", "")
    meeting = view.nodes([id_])[0] if id_ else None
    if id_ and (meeting is None or meeting.kind != "Meeting"):
        raise InputError("Deze bijeenkomst kennen wij niet. Kies er een uit de lijst.",
                         "We do not know this meeting. Choose one from the list.", concerning=id_)  # fmt: skip
    planned = NodeFilter(kinds=("Meeting",), known=("name",), codes={"status": ("planned",)})
    nodes = {node.id: node for node in view.find(planned, [Order("held_on")], first=MOST_MEETINGS).items}
    nodes |= {meeting.id: meeting} if meeting else {}
    topic = names.fields("onderwerp", _ABOUT, _ABOUT, list_="onderwerpen")
    return Asked(
        meeting,
        tuple(Choice(node.id, _label(node, shell.lang)) for node in nodes.values()),
        choose_area(view, shell, ground, given.get("gebied", "")),
        replace(topic, entries=topic.entries[:1]),
        Tables(
            read_number(given, "tafels", Words("Het aantal tafels", "The number of tables"), most=MOST_TABLES) or 1,
            read_number(
                given, "plaatsen", Words("Het aantal plaatsen", "The number of seats"), least=2, most=MOST_SEATS
            )
            or Tables().seats,
            given.get("gebieden", "") != _TOGETHER,
        ),
    )


def _label(node: Node, lang: str) -> str:
    """Return how a meeting is called, with its day where its name does not tell the year."""
    on = _when(node, lang)
    return node.name if not on or on[-4:] in node.name else f"{node.name}, {on}"


def _when(node: Node | None, lang: str) -> str:
    on = node.value("held_on") if node else None
    return PartialDate.parse(str(on)).label(lang) if on else ""


def _day(day: date, lang: str) -> str:
    return PartialDate.parse(day.isoformat()).label(lang)


def _where(ground: Ground, asked: Asked) -> list[Member]:
    """Return the areas and topics that it is about."""
    gathering = asked.gathering
    return [ground.member(one) for one in dict.fromkeys([*gathering.areas(ground), *gathering.about(ground)])]


def _area(view: View, asked: Asked) -> Node | None:
    return view.nodes([asked.area.id])[0] if asked.area.id else None


def _find(view: View, shell: Shell, asked: Asked) -> tuple[Invitation | None, str]:
    """Return the list; none where nothing is asked yet, and none with the problem where that makes no sense."""
    if asked.topic.is_wrong or asked.gathering == Gathering():
        return None, ""
    try:
        return shell.site.network.answers.invitation(view, asked.gathering, tables=asked.tables), ""
    except InputError as error:  # more tables than guests
        return None, error.sentence(shell.lang)


# ---------------------------------------------------------------------------------------------------- what is shown


@dataclass(frozen=True, slots=True)
class _Cards:
    tables: tuple[tuple[GuestCard, ...], ...]
    sources: tuple[Cited, ...]


def _cards(view: View, shell: Shell, found: Invitation | None) -> _Cards:
    """Return the guests by table, and every source once in the order in which it is first named."""
    guests = found.guests if found else ()
    links = FactLinks(view, shell, (fact for guest in guests for fact in guest.facts))
    numbers: dict[tuple[str, str], int] = {}
    sources: list[Cited] = []

    def card(guest: Guest) -> GuestCard:
        said = line(shell, links, guest.why, guest.facts, (guest.member.id,))
        for one in said.cited:
            if (one.label, one.place) not in numbers:
                sources.append(one)
                numbers[one.label, one.place] = len(sources)
        notes = tuple(numbers[one.label, one.place] for one in said.cited)
        return GuestCard(guest.member, guest.role.to(shell.lang), guest.needed, said, notes)

    tables = tuple(
        tuple(card(guest) for guest in guests if guest.table == table)
        for table in range(1, found.tables + 1 if found else 1)
    )
    return _Cards(tables, tuple(sources))


# ---------------------------------------------------------------------------------------------------- what is counted


def _counted(shell: Shell, asked: Asked, found: Invitation, tokens: FormTokens) -> Counted:
    invited = shell.site.network.invited
    mark = invited.mark(asked.gathering, found)
    on = invited.counted_on(mark)
    what, action = ("invite-back", TAKE_BACK) if on else ("invite", COUNT)
    return Counted(
        _day(on, shell.lang) if on else "",
        sum(guest.member.kind == "Initiative" for guest in found.guests),
        action,
        tokens.make(*form_parts(shell, what, mark)),
    )


def _posted(
    view: View, shell: Shell, form: Mapping[str, str], tokens: FormTokens, what: str
) -> tuple[Asked, Invitation, str]:
    """Return what a form is about: the choice, its list as it is now, and the mark of that list."""
    check_prepares(shell, _WHO_INVITES)
    shell = replace(shell, query=tuple(form.items()))
    ground = shell.site.network.answers.ground(view)
    asked = _read(view, shell, ground, Names(view, shell, ground, provided_or_needed(ground), ("Topic",)), form)
    found, problem = _find(view, shell, asked)
    if found is None:
        raise InputError(problem or "Kies eerst voor wie de lijst is.", problem or "First choose whom the list is for.")
    mark = shell.site.network.invited.mark(asked.gathering, found)
    check_form(shell, tokens, what, mark, form.get("merk", ""))
    return asked, found, mark
