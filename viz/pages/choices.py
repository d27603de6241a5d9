"""Choices of areas that sources report differently, such as six areas or four: one row an area, one column a source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.schema.words import Words
from graph.store.answers import Node, Relationship
from graph.store.questions import Direction, RelationshipFilter
from viz.pages.citing import Cited
from viz.pages.material import Material

_FEWEST = 2
"""Areas that a decision must name to be a choice among areas."""

_NUMBERS = {
    "nl": ("", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
    "en": ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A decision that names areas: the outcome, how many it names, and who reports it."""

    node: Node
    count: int
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """An area, and what each source calls it; empty where the source does not name it."""

    area: Node
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Decisions of one meeting that different sources report, side by side."""

    title: str
    choices: tuple[Choice, ...]
    rows: tuple[ChoiceRow, ...]


def compare_choices(material: Material, found: Mapping[str, tuple[Relationship, Node]]) -> Comparison | None:
    """Return the choices of areas that sources report differently, None where none do.

    Parameters
    ----------
    material
        The page of a meeting.
    found
        Its outcomes, as `outcome_nodes` returns them.

    Notes
    -----
    Five questions. Two choices differ when they name other areas and come from other sources.
    """
    decisions = {id_: node for id_, (_, node) in found.items() if node.value("outcome_kind") == "decision"}
    if len(decisions) < 2:
        return None
    where = RelationshipFilter(types=("CONCERNS",), direction=Direction.OUT, other_kinds=("Area",))
    areas = {id_: ends for id_, ends in material.view.adjacency(list(decisions), where).items() if len(ends) >= _FEWEST}
    sources = {id_: decisions[id_].reading.sources for id_ in areas}
    if len({tuple(ends) for ends in areas.values()}) < 2 or len({tuple(found) for found in sources.values()}) < 2:
        return None
    # In the order in which their sources appeared.
    order = sorted(areas, key=lambda id_: [_published(material, one) for one in sources[id_]])
    cited = material.sources.cite_all(material.view.statements([found[id_][0].id for id_ in order]))
    choices = tuple(
        Choice(decisions[id_], len(areas[id_]), material.cite(cited[found[id_][0].id], id_)) for id_ in order
    )
    rows = _rows(material, [areas[id_] for id_ in order], [sources[id_] for id_ in order])
    return Comparison(_title([one.count for one in choices], material.lang), choices, rows)


def _published(material: Material, source: str) -> str:
    node = material.sources.node(source)
    return str(node.value("published_on") or "") if node else ""


def _title(counts: Sequence[int], lang: str) -> str:
    words = [_NUMBERS[lang][count] if count < len(_NUMBERS[lang]) else str(count) for count in counts]
    first, *others = words
    joined = Words(" of ", " or ").to(lang).join(others)
    title = Words("{0} gebieden of {1}?", "{0} areas or {1}?").to(lang).format(first, joined)
    return title[:1].upper() + title[1:]


def _rows(
    material: Material, areas: Sequence[Sequence[str]], sources: Sequence[Sequence[str]]
) -> tuple[ChoiceRow, ...]:
    """Return one row an area; an area that is part of one in another column shares its row."""
    ids = sorted({id_ for column in areas for id_ in column})
    wider = material.view.adjacency(ids, RelationshipFilter(types=("PART_OF",), direction=Direction.OUT))
    home = {id_: next((other for other in wider[id_] if other in ids), id_) for id_ in ids}
    nodes = {id_: node for id_, node in zip(ids, material.view.nodes(ids), strict=True) if node}
    statements = material.view.statements(ids)
    rows = []
    for id_ in sorted(nodes, key=lambda one: nodes[one].name):
        if home[id_] != id_:
            continue
        members = [one for one in ids if home[one] == id_ and one in nodes]
        cells = tuple(
            ", ".join(_called(nodes[one], statements[one], told) for one in members if one in column)
            for column, told in zip(areas, sources, strict=True)
        )
        rows.append(ChoiceRow(nodes[id_], cells))
    # What every source names first, then what the first names: the reader sees where they part.
    return tuple(sorted(rows, key=lambda row: [not cell for cell in row.cells]))


def _called(node: Node, statements: Sequence[object], sources: Sequence[str]) -> str:
    """Return what one of some sources calls an area, its own name where they give none."""
    names = [str(one.claim.value) for one in statements  # type: ignore[attr-defined]
             if one.claim.source in sources and one.claim.property in ("name", "aliases")]  # type: ignore[attr-defined]  # fmt: skip
    return names[0] if names else node.name
