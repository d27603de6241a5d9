"""What the page of an area shows besides its rows: names that vary, and who works here for sure or maybe."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.network.sheets import TieGroup
from graph.store.citing import Citation
from graph.store.questions import Direction, NodeFilter, RelationshipFilter
from viz.pages.citing import Cited
from viz.pages.lines import NodeLine, node_lines
from viz.pages.material import Material
from viz.pages.rows import TieEntry, tie_row

MOST_IN_PARTS = 30
"""Initiatives in parts of the area that the page lists; the list of initiatives has the others."""


@dataclass(frozen=True, slots=True)
class NameBox:
    """A name that sources use for the area."""

    name: str
    counts: bool
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class AreaPart:
    """What stands on the page of an area.

    Parameters
    ----------
    names
        The names that vary, the one in use first; empty when there is one.
    here
        Initiatives that work in this very area, the sure ones first.
    in_parts
        Initiatives that work in a part of it, and where.
    total
        Initiatives in the area and its parts.
    """

    names: tuple[NameBox, ...]
    here: tuple[TieEntry, ...]
    in_parts: tuple[NodeLine, ...]
    total: int

    @property
    def explains(self) -> bool:
        """Whether of any initiative more than yes is said, which takes room."""
        return any(entry.details or entry.modality or not entry.other.named for entry in self.here)


def make_area_part(material: Material) -> AreaPart:
    """Return what the page of an area shows besides its rows."""
    group = next((one for one in material.sheet.ties if one.type == "ACTIVE_IN" and not one.outgoing), None)
    entries = tie_row(group, material).entries if group else ()
    here = [entry for entry in entries if entry.other.kind == "Initiative"]
    here.sort(key=lambda entry: (entry.denied, bool(entry.modality), not entry.other.named))
    where = NodeFilter(kinds=("Initiative",), within=(material.node.id,))
    found = material.view.find(where, first=MOST_IN_PARTS + len(here)).items
    direct = {entry.other.id for entry in here}
    in_parts = [node for node in found if node.id not in direct]
    lines = node_lines(material.view, in_parts, material.lang)
    return AreaPart(tuple(_names(material)), tuple(here), tuple(lines), material.view.count(where))


def _names(material: Material) -> Iterator[NameBox]:
    """Yield the names that sources use, when several sources use more than one."""
    statements = material.view.statements([material.node.id])[material.node.id]
    named = [one for one in statements if one.claim.property in ("name", "aliases") and not one.claim.denied]
    said: dict[str, list[Citation]] = {}
    # The name in use first; then the newest source that uses another.
    for one in sorted(named, key=lambda one: (one.claim.property != "name", not one.counts)):
        said.setdefault(str(one.claim.value), []).append(material.sources.cite(one))
    # One source that gives several names settles which is in use; there is nothing to ask then.
    if len(said) > 1 and len({one.source for citations in said.values() for one in citations}) > 1:
        for name, citations in said.items():
            yield NameBox(name, name == material.node.name, material.cite(citations))


def other_groups(material: Material) -> TieGroup | None:
    """Return who works here besides initiatives, None when nobody does."""
    group = next((one for one in material.sheet.ties if one.type == "ACTIVE_IN" and not one.outgoing), None)
    lines = tuple(tie for tie in group.lines if tie.other.kind != "Initiative") if group else ()
    return TieGroup(group.type, group.outgoing, group.label, lines, len(lines)) if group and lines else None


def wider_areas(material: Material) -> list[str]:
    """Return the names of the areas that this one is part of."""
    where = RelationshipFilter(types=("PART_OF",), direction=Direction.OUT)
    ids = material.view.adjacency([material.node.id], where)[material.node.id]
    return [node.name for node in material.view.nodes(ids) if node] if ids else []
