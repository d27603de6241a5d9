"""The page of what is missing: in an area, for an initiative, or for a group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.questions.gap_types import GAP_WORDS, Gap, GapKind
from graph.questions.ground import MEMBERS, Ground
from graph.schema.words import Words
from graph.store.base import View
from viz.pages.fact_links import FactLinks
from viz.pages.little_known import Help, tell_little
from viz.pages.questions.asking import GAPS, AreaField, choose_area, home, more_url, read_number
from viz.pages.questions.gap_cards import GapCard, facts_of, gap_card
from viz.pages.questions.names import NameFields, Names
from viz.pages.questions.page import render_question
from viz.site import Shell

FIRST = 5
"""Of each sort, as the page opens."""
MOST = 50

SORTS = {"wat": GapKind.NEED, "wie": GapKind.TARGET_GROUP, "vraag": GapKind.QUESTION}
"""Sorts by their word in the address."""

_LABEL = Words("Of voor een initiatief of organisatie", "Or for an initiative or organisation")
_ANOTHER = Words("En voor wie nog meer? Dan kijken we naar de groep", "And for whom else? Then we look at the group")


@dataclass(frozen=True, slots=True)
class Section:
    """Gaps of one sort.

    Parameters
    ----------
    title
        In words.
    cards
        What is missing.
    has_more
        Whether there are more than these.
    """

    title: str
    cards: tuple[GapCard, ...]
    has_more: bool


def gaps_page(view: View, shell: Shell, given: Mapping[str, str]) -> str:
    """Return the page of what is missing.

    Parameters
    ----------
    view, shell
        Who looks, and where links lead.
    given
        ``gebied``, ``voor`` (more than once for a group), ``soort`` and ``aantal``.

    Raises
    ------
    InputError
        There is no such area, or the number is none.
    """
    ground = shell.site.network.answers.ground(view)
    area = choose_area(view, shell, ground, given.get("gebied", ""))
    names = Names(view, shell, ground, ground.living, MEMBERS)
    members = names.fields("voor", _LABEL, _ANOTHER, list_="wie")
    first = read_number(given, "aantal", Words("Het aantal", "The number"), most=MOST) or FIRST
    sort = given.get("soort", "")
    of = _about(view, shell, ground, area, members)
    kinds = [SORTS[sort]] if sort in SORTS else list(GapKind)
    found = shell.site.network.answers.gaps(view, of, kinds=kinds, first=first + 1) if of else ()
    return render_question(
        "gaps.html",
        shell,
        GAPS,
        area=area.id,
        field=area,
        members=members,
        options=names.options,
        sort=sort,
        sorts={word: GAP_WORDS[kind].to(shell.lang) for word, kind in SORTS.items()},
        about=[ground.member(one) for one in of],
        sections=_sections(view, shell, found, first),
        more_url=more_url(shell, min(first + 15, MOST)),
        helps=() if found else _helps(view, shell, ground, of),
    )


def _about(view: View, shell: Shell, ground: Ground, area: AreaField, members: NameFields) -> list[str]:
    """Return whom the question is about: who was chosen, else the whole city; nobody where a name is wrong."""
    if members.is_wrong:
        return []
    chosen = [*([area.id] if area.id else []), *members.ids]
    return chosen or [one for one in [home(view, shell, ground)] if one]


def _sections(view: View, shell: Shell, found: Sequence[Gap], first: int) -> list[Section]:
    links = FactLinks(view, shell, facts_of(found))
    by_kind = {kind: [gap for gap in found if gap.kind is kind] for kind in GapKind}
    shell.site.network.turns.show_helpers(gap for gaps in by_kind.values() for gap in gaps[:first])
    return [
        Section(GAP_WORDS[kind].to(shell.lang), tuple(gap_card(shell, links, gap) for gap in gaps[:first]),
                len(gaps) > first)
        for kind, gaps in by_kind.items() if gaps
    ]  # fmt: skip


def _helps(view: View, shell: Shell, ground: Ground, of: Sequence[str]) -> tuple[Help, ...]:
    """Return what would help where nothing is known to be missing: to say what those it is about need."""
    where = [one for one in of if ground.kind(one) == "Area"]
    needy = [one for one in of if ground.kind(one) in MEMBERS and not ground.bonds(one, "NEEDS")]
    if not needy:
        return tell_little(view, shell, view.nodes(where[:1])[0] if where else None).helps
    say = shell.say
    return tuple(
        Help(
            say(f"Wat {ground.name(one)} nodig heeft", f"What {ground.name(one)} needs"),
            say("Ruimte, vrijwilligers, kennis? Onbekend.", "Space, volunteers, knowledge? Unknown."),
            say("Vul aan", "Add it"),
            shell.url("/vul-aan", id=one, wat="NEEDS"),
        )
        for one in needy[:3]
        if shell.may_correct
    )
