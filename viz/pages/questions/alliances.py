"""The page of groups that could work together: why, who brings what, what is missing, and what would break them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.questions.alliance_types import Alliance
from graph.questions.ground import MEMBERS
from graph.schema.words import Words
from graph.store.base import View
from graph.suggestions.advice_types import Fact, Member
from viz.links import node_url
from viz.pages.fact_links import FactLinks
from viz.pages.kept_choice import KeptChoice
from viz.pages.little_known import LittleKnown, tell_little
from viz.pages.questions.asking import ALLIANCES, GAPS, Line, choose_area, line, more_url, read_number
from viz.pages.questions.gap_cards import facts_of
from viz.pages.questions.names import NameFields, Names, provided_or_needed
from viz.pages.questions.page import render_question
from viz.pages.suggesting import Card, CardMaker
from viz.pages.who_with_whom import SHOWN, Refused, form_parts, judged_now, read_show
from viz.site import Shell
from viz.tokens import FormTokens

FIRST = 5
"""Groups that the page opens with."""
MOST = 40

_WITH = (Words("Met dit initiatief", "With this initiative"), Words("Of met", "Or with"))
_ABOUT = (Words("Over dit onderwerp", "About this topic"), Words("Of over", "Or about"))


@dataclass(frozen=True, slots=True)
class AllianceCard:
    """A group as a card.

    Parameters
    ----------
    card
        What a pair has too: likelihood, reasons, what is unknown, form and step.
    name
        What sets it apart.
    roles, beside
        Who brings what, and which organisations stand beside it.
    gaps
        What it lacks, each with who near has it.
    weakest, tie_url, breaks_when
        Its weakest tie, where that stands, and what would break it.
    gaps_url
        Where all that it lacks is told.
    """

    card: Card
    name: str
    roles: tuple[tuple[Member, Line], ...]
    beside: tuple[tuple[Member, Line], ...]
    gaps: tuple[tuple[Line, tuple[Line, ...]], ...]
    weakest: str
    tie_url: str
    breaks_when: str
    gaps_url: str


def alliances_page(
    view: View, shell: Shell, given: Mapping[str, str], tokens: FormTokens, refused: Refused | None = None
) -> str:
    """Return the page of groups that could work together.

    Parameters
    ----------
    view, shell
        Who looks, and where links lead.
    given
        ``gebied``, ``toon`` and ``aantal``; ``met`` and ``onderwerp`` more than once; ``suggestie`` for one only;
        ``reden`` (the group whose reason field is open) and ``oordeel`` (what was judged just now).
    tokens
        Makes the marks of its forms.
    refused
        A reason that was not kept a moment ago.

    Raises
    ------
    InputError
        There is no such area, what is to be shown is no choice, or the number is none.
    """
    ground = shell.site.network.answers.ground(view)
    field = choose_area(view, shell, ground, given.get("gebied", ""))
    names = Names(view, shell, ground, ground.living, MEMBERS)
    about = Names(view, shell, ground, provided_or_needed(ground), ("Topic",))
    members, topics = names.fields("met", *_WITH, list_="wie"), about.fields("onderwerp", *_ABOUT, list_="onderwerpen")
    first = read_number(given, "aantal", Words("Het aantal", "The number"), most=MOST) or FIRST
    is_wrong = members.is_wrong or topics.is_wrong
    show, only = read_show(given), given.get("suggestie", "")
    judged = None if only else SHOWN[show]
    found = [] if is_wrong else _find(view, shell, field.id, judged, members=members, topics=topics)
    found = [one for one in found if only in ("", one.suggestion.id)]
    shown = found[:first]
    if not given.get("reden") and not given.get("oordeel"):
        shell.site.network.turns.show(one.suggestion for one in shown)
    return render_question(
        "alliances.html",
        shell,
        ALLIANCES,
        area=field.id,
        field=field,
        members=members,
        topics=topics,
        member_options=names.options,
        topic_options=about.options,
        is_wrong=is_wrong,
        cards=_cards(view, shell, shown),
        total=len(found),
        more_url=more_url(shell, min(first + 10, MOST)) if len(found) > first and first < MOST else "",
        little=None if found or is_wrong or show or only else _little(view, shell, field.id),
        show=show,
        choice=KeptChoice.of(ALLIANCES, shell.query),
        open=refused.suggestion if refused else given.get("reden", ""),
        refused=refused,
        judged_now=judged_now(view, shell, given.get("oordeel", "")),
        token=lambda what, subject: tokens.make(*form_parts(shell, what, subject)),
    )


def _find(
    view: View, shell: Shell, area: str, judged: bool | None, *, members: NameFields, topics: NameFields
) -> list[Alliance]:
    within = (area,) if area else ()
    return shell.site.network.answers.alliances(
        view, within=within, members=members.ids, topics=topics.ids, judged=judged, at_hand=True
    )


def _little(view: View, shell: Shell, area: str) -> LittleKnown:
    return tell_little(view, shell, view.nodes([area])[0] if area else None)


def _cards(view: View, shell: Shell, found: Sequence[Alliance]) -> list[AllianceCard]:
    maker = CardMaker(view, shell, [one.suggestion for one in found])
    links = FactLinks(view, shell, _facts(found))
    return [_card(shell, links, maker.card(number, one.suggestion), one) for number, one in enumerate(found, 1)]


def _facts(found: Sequence[Alliance]) -> Iterator[Fact]:
    for one in found:
        for role in (*one.roles, *one.beside):
            yield from role.facts
        yield from facts_of(one.gaps)


def _card(shell: Shell, links: FactLinks, card: Card, one: Alliance) -> AllianceCard:
    lang = shell.lang
    roles, beside = (
        tuple((role.member, line(shell, links, role.text, role.facts, (role.member.id,))) for role in some)
        for some in (one.roles, one.beside)
    )
    gaps = tuple(
        (line(shell, links, gap.text, gap.facts),
         tuple(line(shell, links, helper.text, helper.facts, (helper.member.id,)) for helper in gap.nearby[:1]))
        for gap in one.gaps
    )  # fmt: skip
    tie = one.weakest.relationship
    members = "&".join(f"voor={member.id}" for member in one.suggestion.members)
    plain = shell.url(GAPS)
    return AllianceCard(
        card,
        one.name.to(lang),
        roles,
        beside,
        gaps,
        one.weakest.text.to(lang),
        node_url(shell, one.weakest.members[0], place=tie) if tie else "",
        one.breaks_when.to(lang),
        f"{plain}{'&' if '?' in plain else '?'}{members}",
    )
