"""Where too little is known for a suggestion: what we do know, why that is too little, and what would help."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.schema.values import PartialDate
from graph.schema.wording import short_date
from graph.schema.words import Words
from graph.store.answers import Node
from graph.store.base import View
from graph.store.questions import Direction, NodeFilter, RelationshipFilter
from viz.links import node_url
from viz.pages.counting import counted_lists
from viz.site import Shell

NAMED = 5
"""Initiatives that are named; of more the page says how many."""
_MOST_HELP = 3
"""Things that would help: one can be done on a morning, a list of ten is left."""

_PARTNERS = RelationshipFilter(types=("PARTNERS_WITH",))
_NEEDS = RelationshipFilter(types=("NEEDS",))
_PARTY = RelationshipFilter(types=("PARTY_TO",), direction=Direction.IN, other_kinds=("Initiative",))


@dataclass(frozen=True, slots=True)
class Help:
    """Something that would help, and where one can begin."""

    title: str
    text: str
    action: str
    url: str


@dataclass(frozen=True, slots=True)
class LittleKnown:
    """What is known where it is too little.

    Parameters
    ----------
    place
        Where.
    initiatives
        Those with a name, at most `NAMED`.
    count
        How many have a name.
    without_partners, without_needs
        Whether no source says with whom any of them works, or what any needs.
    year
        Year of the newest source about them; empty when none has a date.
    helps
        What would help.
    """

    place: str
    initiatives: tuple[Node, ...]
    count: int
    without_partners: bool
    without_needs: bool
    year: str
    helps: tuple[Help, ...]


def tell_little(view: View, shell: Shell, area: Node | None) -> LittleKnown:
    """Return what is known of a place of which it is too little.

    Parameters
    ----------
    view, shell
        Who looks, and where links lead.
    area
        The place; None for the whole city.

    Notes
    -----
    Some ten questions, whatever is known.
    """
    named = NodeFilter(kinds=("Initiative",), known=("name",), within=(area.id,) if area else ())
    found = view.find(named, first=NAMED).items
    ids = [node.id for node in found]
    partners = view.relationship_counts(ids, _PARTNERS) if ids else {}
    needs = view.relationship_counts(ids, _NEEDS) if ids else {}
    return LittleKnown(
        area.name if area else shell.site.city,
        found,
        view.count(named),
        not any(partners.values()),
        not any(needs.values()),
        _newest_year(view, found),
        tuple(_helps(view, shell, [node for node in found if not needs[node.id]]))[:_MOST_HELP],
    )


def _newest_year(view: View, nodes: tuple[Node, ...]) -> str:
    ids = sorted({source for node in nodes for source in node.reading.sources})
    dates = [str(node.value("published_on")) for node in (view.nodes(ids) if ids else ()) if node]
    return max((str(PartialDate.parse(date).latest.year) for date in dates if date != "None"), default="")


def _helps(view: View, shell: Shell, needy: list[Node]) -> Iterator[Help]:
    """Yield what would help most: names that are only counted, who signed, what somebody needs."""
    say, look = shell.say, Words("Bekijk", "Look").to(shell.lang)
    for one in counted_lists(view):
        yield Help(
            say(f"De lijst van {one.counted} initiatieven", f"The list of {one.counted} initiatives"),
            say("Geteld in een bron. De lijst zelf hebben we niet.", "Counted in a source. We do not have the list."),
            say("Inlezen", "Read in") if shell.may_correct else look,
            shell.url("/vul-aan", anchor="lijst") if shell.may_correct else node_url(shell, one.node),
        )
    signed = NodeFilter(kinds=("Agreement",), codes={"status": ("signed",)}, unrelated=(_PARTY,))
    count = view.count(signed)
    if count:
        first = view.find(signed, first=1).items[0]
        on = first.value("signed_on")
        yield Help(
            say(f"Wie tekende op {short_date(str(on))}?", f"Who signed on {short_date(str(on))}?") if on
            else say("Wie tekende?", "Who signed?"),
            say(f"{count} getekend. Welke initiatieven tekenden, staat er niet.",
                f"{count} signed. Which initiatives signed is not stated."),
            say("Vul aan", "Add it") if shell.may_correct else look,
            shell.url("/vul-aan", id=first.id, wat="PARTY_TO") if shell.may_correct
            else shell.url("/afspraken"),
        )  # fmt: skip
    for node in needy[:1]:
        yield Help(
            say(f"Wat {node.name} nodig heeft", f"What {node.name} needs"),
            say("Ruimte, vrijwilligers, kennis? Onbekend.", "Space, volunteers, knowledge? Unknown."),
            say("Vul aan", "Add it") if shell.may_correct else look,
            shell.url("/vul-aan", id=node.id, wat="NEEDS")
            if shell.may_correct
            else node_url(shell, node, place="NEEDS"),
        )
