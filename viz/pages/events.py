"""Events with a date: of a node, of what has to do with it, of what was decided about its area. For the timeline."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from graph.claims import Modality
from graph.schema.model import RELATIONSHIPS_BY_NAME, properties_of_kind
from graph.schema.values import PartialDate
from graph.schema.words import Words
from graph.store.answers import Node, Relationship, Statement
from graph.store.citing import Citation
from graph.store.questions import Direction, NodeFilter, RelationshipFilter
from viz.pages.citing import Cited
from viz.pages.material import Material
from viz.rendering import upper_first

MOST_NEARBY = 60
"""Nodes about an area that are looked at for dates."""

DATES = {
    "Initiative": ("started_on", "ended_on"),
    "Programme": ("started_on", "ended_on"),
    "Meeting": ("held_on",),
    "Agreement": ("planned_for", "signed_on"),
    "Outcome": ("due_on",),
    "Source": ("published_on",),
}
"""By kind, the properties that say when something happened."""

_AHEAD = (Modality.EXPECTED, Modality.PLANNED)
_PLANS = ("planned_for", "due_on")
_LASTING = ("PARTNERS_WITH", "SUPPORTS", "SUCCEEDS")
"""Relationships whose beginning and end are worth a mark."""

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_SIGNED = Words("getekend", "signed")
_PLANNED = Words("ondertekening gepland", "signing planned")
_BEGAN = Words("begin", "start")
_ENDED = Words("einde", "end")


class Mark(StrEnum):
    """What an event is about."""

    OWN = "own"
    NEARBY = "nearby"
    EXPECTED = "expected"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or that was expected to.

    Parameters
    ----------
    date
        As a stored date.
    when, what
        In words.
    node
        What it leads to; None for a date of the node itself.
    mark
        What it is about.
    cited
        Who says so.
    told_on
        Day on which it was first said, as a stored date; empty when that is not known.
    """

    date: str
    when: str
    what: str
    node: Node | None
    mark: Mark
    cited: tuple[Cited, ...]
    told_on: str = ""

    @property
    def order(self) -> tuple[datetime.date, str, str]:
        """Where it stands in a timeline: by the middle of what its date can be, then by when it was told."""
        when = PartialDate.parse(self.date)
        return when.earliest + (when.latest - when.earliest) / 2, self.told_on, self.what


def date_events(material: Material, node: Node, statements: Sequence[Statement], mark: Mark) -> Iterator[Event]:
    """Yield an event for each date that is said of a node and not denied.

    Parameters
    ----------
    material
        The page.
    node
        The page's own node, or another.
    statements
        What is said of it.
    mark
        What the event is about when it is no plan.
    """
    for name in DATES[node.kind]:
        said: dict[tuple[str, bool], list[Statement]] = {}
        for one in statements:
            if one.claim.property == name and not one.claim.denied:
                said.setdefault((str(one.claim.value), one.modality in _AHEAD), []).append(one)
        firm = {date for date, ahead in said if not ahead}
        for (date, ahead), found in said.items():
            if ahead and date in firm:
                continue  # what was expected and then came is one event
            citations = [material.sources.cite(one) for one in found]
            is_own = node.id == material.node.id
            what = _own_words(node, name, material.lang) if is_own else _other_words(node, name, material.lang)
            is_plan = ahead or name in _PLANS
            about = Mark.EXPECTED if is_plan else mark
            yield _event(material, date, what, node=None if is_own else node, mark=about, citations=citations)


def _event(
    material: Material, date: str, what: str, *, node: Node | None, mark: Mark, citations: Iterable[Citation]
) -> Event:
    found = tuple(citations)
    when = PartialDate.parse(date).label(material.lang)
    told = min((one.stated_on or "" for one in found), default="")
    return Event(date, when, what, node, mark, material.cite(found, node.id if node else ""), told)


def _own_words(node: Node, name: str, lang: str) -> str:
    return node.name if name == "held_on" else upper_first(properties_of_kind(node.kind)[name].words.to(lang))


def _other_words(node: Node, name: str, lang: str) -> str:
    # Of what has no name the first sentence of its summary says what it is.
    text = node.name if node.named else _SENTENCE_END.split(str(node.value("summary") or node.name))[0]
    mark = {"signed_on": _SIGNED, "planned_for": _PLANNED}.get(name)
    return f"{text.removesuffix('.')} ({mark.to(lang)})" if mark else text


def tie_events(material: Material) -> Iterator[Event]:
    """Yield when the node's lasting relationships began and ended."""
    cited = {tie.id: tie.citations for group in material.sheet.ties if group.type in _LASTING for tie in group.lines}
    for tie in material.view.relationships_by_id(list(cited)) if cited else ():
        if tie is not None and not tie.denied:
            yield from _ends_of(material, tie, cited[tie.id])


def _ends_of(material: Material, tie: Relationship, citations: Sequence[Citation]) -> Iterator[Event]:
    other = material.others[tie.other(material.node.id)]
    declared = RELATIONSHIPS_BY_NAME[tie.type]
    words = (declared.words if tie.start == material.node.id else declared.inverse_words).to(material.lang)
    for name, end in (("since", _BEGAN), ("until", _ENDED)):
        date = tie.value(name)
        if date:
            mark = Mark.EXPECTED if tie.reading.modalities.get(name, "stated") in _AHEAD else Mark.OWN
            what = f"{upper_first(words)} {other.name}: {end.to(material.lang)}"
            yield _event(material, str(date), what, node=other, mark=mark, citations=citations)


def decision_events(material: Material, areas: tuple[str, ...], mark: Mark) -> Iterator[Event]:
    """Yield what meetings decided about areas, on the day of the meeting.

    Parameters
    ----------
    material
        The page.
    areas
        Ids; without any there is nothing to ask.
    mark
        What the events are about.
    """
    about = RelationshipFilter(types=("CONCERNS",), direction=Direction.OUT, others=areas)
    where = NodeFilter(kinds=("Outcome",), codes={"outcome_kind": ("decision",)}, related=(about,))
    decided = material.view.find(where, first=MOST_NEARBY).items if areas else ()
    if not decided:
        return
    came_from = RelationshipFilter(types=("RESULTED_IN",), direction=Direction.IN, other_kinds=("Meeting",))
    pages = material.view.relationships([node.id for node in decided], came_from, first=1)
    ties = [tie for page in pages.values() for tie in page.items]
    ids = sorted({tie.start for tie in ties})
    meetings = {node.id: node for node in (material.view.nodes(ids) if ids else ()) if node}
    cited = material.sources.cite_all(material.view.statements([tie.id for tie in ties])) if ties else {}
    for node in decided:
        for tie in pages[node.id].items:
            date = meetings[tie.start].value("held_on") if tie.start in meetings else None
            if date:
                text = str(node.value("text") or node.name)
                yield _event(material, str(date), text, node=node, mark=mark, citations=cited[tie.id])
