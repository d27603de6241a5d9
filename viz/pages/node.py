"""The page of a node: one address for every kind, each value with who says so, and what nobody said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from graph.claims import PEOPLE
from graph.schema.model import KINDS_BY_NAME
from graph.schema.values import PartialDate
from graph.store.answers import Node
from graph.store.base import View
from viz.links import KIND_PATHS, node_url
from viz.pages.area import make_area_part, other_groups, wider_areas
from viz.pages.differences import differences_around
from viz.pages.history import summarise
from viz.pages.lines import node_lines
from viz.pages.material import Material
from viz.pages.meeting import SHOWN_APART, make_meeting_part
from viz.pages.rows import tie_row, tie_rows, unknown_rows, value_rows
from viz.pages.source import make_source_part
from viz.pages.timeline import make_timeline
from viz.pages.together import named_together
from viz.rendering import render
from viz.site import Shell

STALE_YEARS = 3
"""Years after which nobody can be sure from a source that something still exists."""

_MAY_HAVE_ENDED = ("Initiative", "Organisation")
ON_MAP = ("Initiative", "Organisation", "Person", "Area", "Meeting", "Agreement", "Programme")
"""Kinds that the map draws, so that their pages lead to it."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The page stands at another address: the id was merged, or the kind was corrected."""

    url: str


@dataclass(frozen=True, slots=True)
class Age:
    """How many sources speak of a node, and from when.

    Parameters
    ----------
    count
        Sources, corrections by people apart.
    years
        The years in which they appeared, in words: ``2016`` or ``2016–2018``; empty when none has a date.
    newest
        Day of the newest, in words; empty when none has a date.
    is_stale
        True when the newest is so old that the node may be gone.
    """

    count: int
    years: str
    newest: str
    is_stale: bool


def node_page(view: View, shell: Shell, kind: str, id_: str, *, after: str = "", over: str = "") -> str | Moved:
    """Return the page of a node, or where it stands now.

    Parameters
    ----------
    view, shell
        Who looks, and where links lead.
    kind
        Name of the kind in the address.
    id_
        The whole id.
    after
        For a source: the statement after which the page starts.
    over
        For a source: id of the node of which it speaks.

    Raises
    ------
    UnknownIdError
        There is no such node, or none that the viewer may see.
    CursorError
        ``after`` is no statement of the source.

    Notes
    -----
    A number of questions that depends on the kind and on how many types of relationship the node has, never on how
    many relationships.
    """
    sheet = shell.site.network.sheet(view, id_, shell.lang)
    node = sheet.node
    if node.id != id_ or node.kind != kind:
        return Moved(node_url(shell, node, na=after, over=over))
    material = Material(view, shell, sheet)
    part, leave_out, template = _part_of_kind(material, after, over)
    timeline = make_timeline(material)
    nearby = [event.node for event in timeline.events if event.node]
    ties = [*tie_rows(material, leave_out)]
    others = other_groups(material) if kind == "Area" else None
    return render(
        template,
        shell,
        material=material,
        node=node,
        line=node_lines(view, [node], shell.lang)[0],
        wider=wider_areas(material) if kind == "Area" else (),
        also=_also_called(node),
        plural=KINDS_BY_NAME[kind].plural_words.to(shell.lang),
        list_path=f"/{KIND_PATHS[kind][1]}",
        age=_age(material),
        values=[*value_rows(material)],
        ties=[tie_row(others, material), *ties] if others else ties,
        unknown=unknown_rows(material),
        on_map=kind in ON_MAP,
        timeline=timeline,
        together=named_together(material),
        differences=differences_around(material, nearby),
        history=summarise(view, shell, node.id),
        part=part,
    )


def _part_of_kind(material: Material, after: str, over: str) -> tuple[Any, tuple[tuple[str, bool], ...], str]:
    """Return what only this kind shows, the relationships shown there, and the template."""
    kind = material.node.kind
    if kind == "Area":
        return make_area_part(material), (("ACTIVE_IN", False),), "area.html"
    if kind == "Meeting":
        return make_meeting_part(material), SHOWN_APART, "meeting.html"
    if kind == "Source":
        return make_source_part(material, after=after, over=over), (), "source.html"
    return None, (), "node.html"


def _also_called(node: Node) -> list[str]:
    return [str(name) for name in node.list_of("aliases") if name != node.name]


def _age(material: Material) -> Age:
    sources = [id_ for id_ in material.node.reading.sources if id_ not in (PEOPLE, material.node.id)]
    material.sources.load(sources)
    found = [material.sources.node(id_) for id_ in sources]
    dates = sorted(str(one.value("published_on")) for one in found if one and one.value("published_on"))
    if not dates:
        return Age(len(sources), "", "", is_stale=False)
    first, last = PartialDate.parse(dates[0]).earliest.year, PartialDate.parse(dates[-1]).latest
    years = str(last.year) if first == last.year else f"{first}–{last.year}"
    is_stale = material.node.kind in _MAY_HAVE_ENDED and datetime.now(UTC).year - last.year >= STALE_YEARS
    newest = PartialDate.parse(dates[-1]).label(material.lang)
    return Age(len(sources), years, newest, is_stale and material.node.value("phase") != "ended")
