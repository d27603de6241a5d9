"""The page of who holds it together: whom others are connected through, and what happens when they leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.questions.broker_types import Connector
from graph.schema.words import Words
from graph.store.base import View
from graph.suggestions.advice_types import Member
from viz.pages.fact_links import FactLinks
from viz.pages.little_known import tell_little
from viz.pages.questions.asking import CONNECTORS, Line, choose_area, line, more_url, read_number
from viz.pages.questions.page import render_question
from viz.site import Shell

FIRST = 10
"""Connectors that the page opens with."""
MOST = 50

MUCH = 3
"""Who comes loose without one, from which on much is said to depend on it."""


@dataclass(frozen=True, slots=True)
class ConnectorCard:
    """Somebody who connects.

    Parameters
    ----------
    number
        Its place.
    member
        Who; a person by role for who may not see names.
    said
        What it connects.
    when_gone, step
        What happens when it leaves, and the smallest next step.
    much
        Whether much depends on it.
    """

    number: int
    member: Member
    said: Line
    when_gone: str
    step: str
    much: bool


def connectors_page(view: View, shell: Shell, given: Mapping[str, str]) -> str:
    """Return the page of who holds it together.

    Parameters
    ----------
    view, shell
        Who looks, and where links lead.
    given
        ``gebied`` and ``aantal``.

    Raises
    ------
    InputError
        There is no such area, or the number is none.
    """
    answers = shell.site.network.answers
    field = choose_area(view, shell, answers.ground(view), given.get("gebied", ""))
    first = read_number(given, "aantal", Words("Het aantal", "The number"), most=MOST) or FIRST
    found = answers.brokers(view, within=(field.id,) if field.id else (), first=first + 1)
    shown = found[:first]
    links = FactLinks(view, shell, (fact for one in shown for fact in one.facts))
    return render_question(
        "connectors.html",
        shell,
        CONNECTORS,
        area=field.id,
        field=field,
        cards=[_card(shell, links, number, one) for number, one in enumerate(shown, 1)],
        more_url=more_url(shell, min(first + 10, MOST)) if len(found) > first and first < MOST else "",
        helps=() if found else tell_little(view, shell, view.nodes([field.id])[0] if field.id else None).helps,
    )


def _card(shell: Shell, links: FactLinks, number: int, one: Connector) -> ConnectorCard:
    lang = shell.lang
    said = line(shell, links, one.text, one.facts, (one.member.id,))
    return ConnectorCard(
        number, one.member, said, one.when_gone.to(lang), one.step.to(lang), len(one.cut_off) >= MUCH
    )  # fmt: skip
