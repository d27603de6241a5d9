"""The page of the ledger: how often each initiative had its turn, how even that is, and what the setting does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.questions.ledger import SKEWED_AT, UNEVEN_AT
from graph.questions.ledger_catalogue import GROUPINGS, TURNS
from graph.questions.ledger_types import Counts, Grouping, Ledger, Turn
from graph.schema.values import number_label
from graph.schema.words import Words
from graph.store.base import View
from viz.pages.questions.asking import LEDGER, check_prepares, choose_area, more_url, read_number
from viz.pages.questions.page import render_question
from viz.site import Shell

FIRST = 10
"""Initiatives that the page opens with."""
MOST = 1000

OPEN = 8
"""Groups of one sort that stand open; the others unfold."""

_WHO_SEES = Words(
    "Wie er aan bod kwam, zien begeleiders en de beheerder.",
    "Who had a turn is seen by facilitators and the administrator.",
)
_EVEN, _UNEVEN = Words("redelijk gelijk", "fairly even"), Words("ongelijk", "uneven")
_SKEWED = Words("heel ongelijk", "very uneven")
_NOT_COUNTED = Words("nog niet geteld", "not counted yet")


@dataclass(frozen=True, slots=True)
class Evenness:
    """How even something is shared out: of what, the figure from 0 to 1, and in a word."""

    name: str
    figure: str
    words: str


@dataclass(frozen=True, slots=True)
class GroupRow:
    """Initiatives of one sort: what they have in common, how many, how often in all, and how often each was shown."""

    name: str
    initiatives: int
    counts: tuple[int, ...]
    each: str


@dataclass(frozen=True, slots=True)
class GroupTable:
    """Groups of one sort, with how evenly being shown is shared out over them."""

    title: str
    head: str
    rows: tuple[GroupRow, ...]
    evenness: Evenness


def ledger_page(view: View, shell: Shell, given: Mapping[str, str]) -> str:
    """Return the page of who had a turn.

    Parameters
    ----------
    view, shell
        Who looks, and where links lead.
    given
        ``gebied`` and ``aantal``.

    Raises
    ------
    ForbiddenError
        The viewer's role may not see it.
    InputError
        There is no such area, or the number is none.
    """
    check_prepares(shell, _WHO_SEES)
    network, lang = shell.site.network, shell.lang
    field = choose_area(view, shell, network.answers.ground(view), given.get("gebied", ""))
    first = read_number(given, "aantal", Words("Het aantal", "The number"), most=MOST) or FIRST
    found = network.ledger(view, within=(field.id,) if field.id else ())
    counted = [turn for turn in Turn if any(row.counts[turn] for row in found.rows)]
    return render_question(
        "ledger.html",
        shell,
        LEDGER,
        area=field.id,
        field=field,
        notes=[note.to(lang) for note in found.notes],
        heads=[TURNS[turn].to(lang) for turn in Turn],
        evenness=[_evenness(TURNS[turn].to(lang), found.skew[turn], lang, counted=turn in counted) for turn in Turn]
        if counted
        else (),
        rows=[(row.member, _numbers(row.counts)) for row in found.rows[:first]] if counted else (),
        total=len(found.rows),
        tables=[_table(found, by, lang) for by in Grouping] if counted else (),
        open=OPEN,
        more_url=more_url(shell, min(first + 100, MOST)) if len(found.rows) > first and first < MOST else "",
        fairness=number_label(round(network.fairness, 2), lang) if network.fairness else "",
    )


def _numbers(counts: Counts) -> tuple[int, ...]:
    return tuple(counts[turn] for turn in Turn)


def _evenness(name: str, skew: float, lang: str, *, counted: bool) -> Evenness:
    if not counted:
        return Evenness(name, "", _NOT_COUNTED.to(lang))
    words = _EVEN if skew < UNEVEN_AT else _UNEVEN if skew < SKEWED_AT else _SKEWED
    return Evenness(name, number_label(round(skew, 2), lang), words.to(lang))


def _table(found: Ledger, by: Grouping, lang: str) -> GroupTable:
    head = GROUPINGS[by].to(lang)
    rows = tuple(
        GroupRow(one.name.to(lang), one.initiatives, _numbers(one.counts),
                 number_label(round(one.counts[Turn.SHOWN] / one.initiatives, 1), lang))
        for one in found.groups if one.grouping is by
    )  # fmt: skip
    counted = any(row.counts[0] for row in rows)
    title = Words(f"Per {head}", f"By {head}").to(lang)
    return GroupTable(title, head, rows, _evenness(title, found.group_skew[by], lang, counted=counted))
