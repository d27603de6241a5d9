"""What the page of a source shows besides its rows: what it says, statement by statement, in pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.claims import place_label
from graph.schema.declaration import ValueType
from graph.schema.model import RELATIONSHIPS_BY_NAME, properties_of_kind, properties_of_relationship
from graph.schema.wording import MODALITIES, NONE, value_label
from graph.schema.words import Words
from graph.store.answers import Node, Page, Relationship, Statement
from graph.store.questions import LONGEST_PAGE, RelationshipFilter
from viz.pages.lines import NodeLine, node_lines
from viz.pages.material import Material
from viz.pages.rows import readable
from viz.rendering import upper_first

ON_PAGE = 100
"""Statements of one page."""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a source says: of what, in words, and where it stands."""

    label: str
    text: str
    is_data: bool
    other: NodeLine | None
    marks: tuple[str, ...]
    places: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class SaidOf:
    """All that a source says of one node, on this page."""

    line: NodeLine
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class SourcePart:
    """What stands on the page of a source.

    Parameters
    ----------
    said
        What it says, by the node of which it speaks.
    count
        Statements on this page.
    next
        Where the next page starts; empty on the last.
    over
        The one node that the page is limited to, None for all.
    """

    said: tuple[SaidOf, ...]
    count: int
    next: str
    over: NodeLine | None


def make_source_part(material: Material, *, after: str = "", over: str = "") -> SourcePart:
    """Return what the page of a source shows besides its rows.

    Parameters
    ----------
    material
        The page.
    after
        Id of the thing after which the page starts.
    over
        Only what it says of this node.

    Raises
    ------
    CursorError
        ``after`` is no thing of which the source speaks.
    """
    view, source = material.view, material.node.id
    node = view.nodes([over])[0] if over else None
    if node:
        page = Page(tuple(_about(material, node)))
    else:
        page = view.statements_of_source(source, first=ON_PAGE, after=after or None)
    shown = [one for one in page.items if one.claim.property not in ("kind", "source_key", "same_as")]
    following = page.items[-1].claim.thing if page.more else ""
    line = node_lines(view, [node], material.lang)[0] if node else None
    return SourcePart(tuple(_grouped(material, shown, node)), len(shown), following, line)


def _about(material: Material, node: Node) -> Iterable[Statement]:
    """Yield what the source says of a node and of its relationships."""
    ties = material.view.relationships([node.id], RelationshipFilter(with_denied=True), first=LONGEST_PAGE)[node.id]
    things = [node.id, *(tie.id for tie in ties.items)]
    statements = material.view.statements(things)
    return [one for thing in things for one in statements[thing] if one.claim.source == material.node.id]


def _grouped(material: Material, statements: Sequence[Statement], of: Node | None) -> Iterable[SaidOf]:
    """Yield statements by the node that they are about; of a relationship that is its start, or the node asked for."""
    view = material.view
    things = list(dict.fromkeys(one.claim.thing for one in statements))
    nodes = dict(zip(things, view.nodes(things), strict=True)) if things else {}
    rest = [id_ for id_ in things if nodes[id_] is None]
    ties = dict(zip(rest, view.relationships_by_id(rest), strict=True)) if rest else {}
    ends = sorted({end for tie in ties.values() if tie for end in (tie.start, tie.end)})
    found = {node.id: node for node in (*nodes.values(), *(view.nodes(ends) if ends else ())) if node}
    lines = {line.id: line for line in node_lines(view, list(found.values()), material.lang)}
    groups: dict[str, list[Said]] = {}
    for one in statements:
        node, tie = nodes[one.claim.thing], ties.get(one.claim.thing)
        if node:
            groups.setdefault(node.id, []).append(_said_of_node(one, node, material.lang))
        elif tie and tie.start in lines and tie.end in lines:
            home = of.id if of else tie.start
            groups.setdefault(home, []).append(_said_of_tie(one, tie, lines[tie.other(home)], material.lang))
    return [SaidOf(lines[id_], tuple(said)) for id_, said in groups.items()]


def _said_of_node(one: Statement, node: Node, lang: str) -> Said:
    property_ = properties_of_kind(node.kind).get(one.claim.property)
    if property_ is None:  # that there is no such relationship
        declared = RELATIONSHIPS_BY_NAME.get(one.claim.property)
        label = declared.words.to(lang) if declared else one.claim.property
        return _said(one, label, lang, text=NONE.to(lang))
    value = one.claim.value
    text = NONE.to(lang) if value is None else readable(property_, value_label(property_, value, lang), lang)
    is_data = property_.type is ValueType.TEXT and value is not None
    return _said(one, property_.words.to(lang), lang, text=text, is_data=is_data)


def _said_of_tie(one: Statement, tie: Relationship, other: NodeLine, lang: str) -> Said:
    declared = RELATIONSHIPS_BY_NAME[tie.type]
    words = declared.inverse_words if other.id == tie.start and not declared.symmetric else declared.words
    if one.claim.property == "exists":
        return _said(one, words.to(lang), lang, other=other)
    property_ = properties_of_relationship(tie.type)[one.claim.property]
    value = NONE.to(lang) if one.claim.value is None else value_label(property_, one.claim.value, lang)
    return _said(one, words.to(lang), lang, text=f"{property_.words.to(lang)}: {value}", other=other)


_DENIED = Words("bron zegt van niet", "the source says not")


def _said(
    one: Statement, label: str, lang: str, *, text: str = "", is_data: bool = False, other: NodeLine | None = None
) -> Said:
    modality = MODALITIES[one.modality].to(lang)
    marks = [modality] if modality else []
    marks += [_DENIED.to(lang)] if one.claim.denied and one.claim.value is not None else []
    places = tuple(place_label(place, lang) for place in one.places)
    return Said(upper_first(label), text, is_data, other, tuple(marks), places, max(one.total - len(places), 0))
