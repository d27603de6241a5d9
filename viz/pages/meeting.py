"""What the page of a meeting shows besides its rows: outcomes, who was there, who was only quoted, before and after."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.network.sheets import TieGroup
from graph.store.answers import Node
from graph.store.questions import Direction, NodeFilter, Order, RelationshipFilter
from viz.pages.choices import Comparison, compare_choices
from viz.pages.counting import CountedList, counted_lists
from viz.pages.lines import NodeLine, node_lines
from viz.pages.material import Material
from viz.pages.outcomes import OutcomeGroup, group_outcomes, outcome_nodes
from viz.pages.rows import TieEntry, TieRow, tie_row
from viz.pages.totals import outcome_totals

_MOST_QUOTED = 50
_MOST_THERE = 60

SHOWN_APART = (
    ("RESULTED_IN", True),
    ("ATTENDED", False),
    ("FOLLOWS", True),
    ("FOLLOWS", False),
    ("PART_OF", False),
)
"""Relationships that the page of a meeting shows in their own way."""


@dataclass(frozen=True, slots=True)
class Table:
    """A part of a meeting, such as a table, and how many outcomes it had."""

    line: NodeLine
    outcomes: int


@dataclass(frozen=True, slots=True)
class MeetingPart:
    """What stands on the page of a meeting.

    Parameters
    ----------
    outcomes
        By kind.
    comparison
        Choices that sources report differently, if any.
    tables
        Its parts.
    attended
        Who was there, None when nobody said.
    quoted
        Who is quoted in its sources without being said to have been there.
    before, after
        The meetings that it follows and that follow it.
    lists
        Lists that it speaks of and that are only counted.
    count_in_all
        How many different outcomes it and its parts had.
    there
        Who was at its parts, apart from who was at the whole; at most `_MOST_THERE`.
    """

    outcomes: tuple[OutcomeGroup, ...]
    comparison: Comparison | None
    tables: tuple[Table, ...]
    attended: TieRow | None
    quoted: tuple[NodeLine, ...]
    before: tuple[TieEntry, ...]
    after: tuple[TieEntry, ...]
    lists: tuple[CountedList, ...]
    count_in_all: int = 0
    there: tuple[NodeLine, ...] = ()

    @property
    def count(self) -> int:
        """How many outcomes are listed."""
        return sum(len(group.entries) for group in self.outcomes)

    @property
    def count_of_rows(self) -> int:
        """How many outcomes it and its parts had, where one that two of them had counts twice."""
        return self.count + sum(table.outcomes for table in self.tables)


def make_meeting_part(material: Material) -> MeetingPart:
    """Return what the page of a meeting shows besides its rows."""
    found = outcome_nodes(material)
    tables = _parts(material)
    attended = _group(material, "ATTENDED", outgoing=False)
    concerned = [node.id for node in material.others.values() if node.kind == "Source"]
    return MeetingPart(
        tuple(group_outcomes(material, found)),
        compare_choices(material, found),
        tables,
        tie_row(attended, material) if attended else None,
        tuple(_quoted(material, [table.line.id for table in tables])),
        _others(material, "FOLLOWS", outgoing=True),
        _others(material, "FOLLOWS", outgoing=False),
        tuple(counted_lists(material.view, concerned)) if concerned else (),
        outcome_totals(material.view, [material.node.id])[material.node.id] if tables else len(found),
        () if attended else tuple(_at_parts(material, [table.line.id for table in tables])),
    )


def _group(material: Material, type_: str, *, outgoing: bool) -> TieGroup | None:
    return next((one for one in material.sheet.ties if one.type == type_ and one.outgoing == outgoing), None)


def _others(material: Material, type_: str, *, outgoing: bool) -> tuple[TieEntry, ...]:
    group = _group(material, type_, outgoing=outgoing)
    return tie_row(group, material).entries if group else ()


def _parts(material: Material) -> tuple[Table, ...]:
    where = RelationshipFilter(types=("PART_OF",), direction=Direction.OUT, others=(material.node.id,))
    parts = material.view.find(NodeFilter(kinds=("Meeting",), related=(where,)), (Order(),), first=100).items
    if not parts:
        return ()
    parts = tuple(sorted(parts, key=lambda node: _by_number(node.name)))
    counts = outcome_totals(material.view, [node.id for node in parts])
    lines = node_lines(material.view, parts, material.lang)
    return tuple(Table(line, counts[line.id]) for line in lines)


def _at_parts(material: Material, parts: list[str]) -> list[NodeLine]:
    """Return who was at the parts of a meeting, people after those they came for."""
    if not parts:
        return []
    ends = material.view.adjacency(parts, RelationshipFilter(types=("ATTENDED",), direction=Direction.IN))
    ids = sorted({id_ for found in ends.values() for id_ in found})[:_MOST_THERE]
    nodes = [node for node in (material.view.nodes(ids) if ids else ()) if node]
    nodes.sort(key=lambda node: (node.kind == "Person", node.kind, node.name))
    return node_lines(material.view, nodes, material.lang)


def _by_number(name: str) -> list[tuple[int, str]]:
    """Return a key that puts table 2 before table 10."""
    return [(int(piece), "") if piece.isdecimal() else (0, piece) for piece in re.split(r"(\d+)", name) if piece]


def _quoted(material: Material, tables: list[str]) -> list[NodeLine]:
    """Return people whose words stand in the sources of the meeting, and of whom nobody says that they were there."""
    sources = material.node.reading.sources
    said = RelationshipFilter(types=("SAID",), direction=Direction.OUT)
    there = RelationshipFilter(types=("ATTENDED",), direction=Direction.OUT, others=(material.node.id, *tables))
    where = NodeFilter(kinds=("Person",), sources=sources, related=(said,), unrelated=(there,))
    people: tuple[Node, ...] = material.view.find(where, first=_MOST_QUOTED).items if sources else ()
    # Of who attended another meeting that these sources speak of, the words were said there.
    elsewhere = (
        material.view.adjacency([one.id for one in people], RelationshipFilter(types=("ATTENDED",))) if people else {}
    )
    return node_lines(material.view, [one for one in people if not elsewhere[one.id]], material.lang)
