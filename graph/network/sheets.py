"""Sheets: all that is known of one thing, with who says so, what differs and what nobody said. For `show` and pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from graph.schema.declaration import Property, ValueType
from graph.schema.model import KINDS_BY_NAME, RELATIONSHIPS_BY_NAME, properties_of_kind, relationship_properties
from graph.schema.values import Value
from graph.schema.wording import MODALITIES, NONE, UNKNOWN, value_label
from graph.schema.words import Words
from graph.store.answers import Node, Page, Relationship, Statement
from graph.store.base import View
from graph.store.citing import Citation, Sources
from graph.store.questions import RelationshipFilter

RELATIONSHIPS_SHOWN = 50
"""Relationships of one type that a sheet lists; the others are counted."""

_HIDDEN = ("kind", "same_as", "source_key", "name")


class State(StrEnum):
    """Whether something is known."""

    KNOWN = "known"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One statement in words, with where it stands."""

    text: str
    denied: bool
    modality: str
    counts: bool
    citation: Citation
    language: str | None = None


@dataclass(frozen=True, slots=True)
class ValueLine:
    """One property: what one reads, who says so, and whether statements differ.

    Parameters
    ----------
    property
        Name of the property.
    label
        What people call it.
    state
        Known, none, or unknown.
    text
        The value in words.
    modality
        ``voorlopig``, ``verwacht`` or ``gepland``; empty for what is simply stated.
    disputed
        True when live statements differ: show them side by side.
    statements
        Who says what, the one that counts first.
    """

    property: str
    label: str
    state: State
    text: str
    modality: str
    disputed: bool
    statements: tuple[StatementLine, ...]


@dataclass(frozen=True, slots=True)
class TieLine:
    """One relationship, seen from the thing that the sheet is about."""

    id: str
    other: Node
    details: str
    modality: str
    denied: bool
    disputed: bool
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class TieGroup:
    """Relationships of one type and direction; `total` counts those that are not listed too."""

    type: str
    outgoing: bool
    label: str
    lines: tuple[TieLine, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that is known of a node."""

    node: Node
    kind_label: str
    values: tuple[ValueLine, ...]
    ties: tuple[TieGroup, ...]
    citations: tuple[Citation, ...]

    @property
    def unknown(self) -> tuple[ValueLine, ...]:
        """Properties of which nobody said anything."""
        return tuple(line for line in self.values if line.state is State.UNKNOWN)


def make_sheet(view: View, id_: str, lang: str = "nl") -> Sheet | None:
    """Return all that is known of a node, None when it is not there for this viewer.

    Parameters
    ----------
    view
        Who looks.
    id_
        The node; a merged id gives the canonical thing.
    lang
        Language of the words.

    Notes
    -----
    A fixed number of questions to the store for each type of relationship that the node has.
    """
    node = view.nodes([id_])[0]
    if node is None:
        return None
    sources = Sources(view, lang)
    statements = view.statements([node.id])[node.id]
    sources.load({one.claim.source for one in statements})
    values = tuple(_value_lines(view, node, statements, sources, lang))
    ties = tuple(_tie_groups(view, node, sources, lang))
    cited = sources.cite_all({node.id: statements})[node.id]
    return Sheet(node, KINDS_BY_NAME[node.kind].words.to(lang), values, ties, tuple(cited))


def _value_lines(
    view: View, node: Node, statements: Iterable[Statement], sources: Sources, lang: str
) -> Iterable[ValueLine]:
    by_property: dict[str, list[Statement]] = {}
    for one in statements:
        by_property.setdefault(one.claim.property, []).append(one)
    names = _reference_names(view, node, by_property)
    for name, property_ in properties_of_kind(node.kind).items():
        if name in _HIDDEN and name not in node.reading.disputed:
            continue
        found = by_property.get(name, [])
        value = node.reading.values.get(name)
        state = State.KNOWN if value is not None else State.NONE if name in node.reading.none else State.UNKNOWN
        if name == "aliases" and state is State.UNKNOWN:
            continue  # nobody misses another name
        text = {State.NONE: NONE.to(lang), State.UNKNOWN: UNKNOWN.to(lang)}.get(state) or _text(
            property_, value, names, lang
        )
        yield ValueLine(
            name,
            property_.words.to(lang),
            state,
            text,
            MODALITIES[node.reading.modalities.get(name, "stated")].to(lang),
            name in node.reading.disputed,
            tuple(_statement_line(property_, one, names, sources, lang) for one in found),
        )


def _statement_line(
    property_: Property, one: Statement, names: Mapping[str, str], sources: Sources, lang: str
) -> StatementLine:
    value = one.claim.value
    text = NONE.to(lang) if value is None else _text(property_, value, names, lang)
    return StatementLine(
        text, one.claim.denied, MODALITIES[one.modality].to(lang), one.counts, sources.cite(one), one.claim.language
    )


def _text(property_: Property, value: Value | tuple[Value, ...] | None, names: Mapping[str, str], lang: str) -> str:
    if isinstance(value, tuple):
        return ", ".join(_text(property_, one, names, lang) for one in value)
    if value is None:
        return ""
    return (
        names.get(str(value), str(value))
        if property_.type is ValueType.REFERENCE
        else value_label(property_, value, lang)
    )


def _reference_names(view: View, node: Node, statements: Mapping[str, Iterable[Statement]]) -> dict[str, str]:
    references = [name for name, one in properties_of_kind(node.kind).items() if one.type is ValueType.REFERENCE]
    ids = sorted({str(one.claim.value) for name in references for one in statements.get(name, ()) if one.claim.value})
    return {id_: found.name for id_, found in zip(ids, view.nodes(ids), strict=True) if found} if ids else {}


def _tie_groups(view: View, node: Node, sources: Sources, lang: str) -> Iterable[TieGroup]:
    found = _ties_by_group(view, node)
    shown = [one for page in found.values() for one in page.items]
    statements = view.statements([one.id for one in shown]) if shown else {}
    cited = sources.cite_all(statements)
    ids = sorted({one.other(node.id) for one in shown})
    others = dict(zip(ids, view.nodes(ids), strict=True)) if ids else {}
    for (type_, outgoing), page in found.items():
        declared = RELATIONSHIPS_BY_NAME[type_]
        lines = [
            _tie_line(one, other, cited[one.id], lang) for one in page.items if (other := others[one.other(node.id)])
        ]
        total = len(lines)
        if page.more:
            total = view.relationship_counts([node.id], RelationshipFilter(types=(type_,), with_denied=True))[node.id]
        label = (declared.words if outgoing else declared.inverse_words).to(lang)
        yield TieGroup(type_, outgoing, label, tuple(lines), total)


def _ties_by_group(view: View, node: Node) -> dict[tuple[str, bool], Page[Relationship]]:
    """Return a page of relationships for each type and direction that the node has, in declared order."""
    groups: dict[tuple[str, bool], Page[Relationship]] = {}
    for type_ in RELATIONSHIPS_BY_NAME.values():
        if node.kind not in {kind for pair in type_.ends for kind in pair}:
            continue
        where = RelationshipFilter(types=(type_.name,), with_denied=True)
        page = view.relationships([node.id], where, first=2 * RELATIONSHIPS_SHOWN)[node.id]
        for outgoing in (True, False):
            items = tuple(one for one in page.items if type_.symmetric or (one.start == node.id) == outgoing)
            if items and not (type_.symmetric and not outgoing):
                groups[type_.name, outgoing] = Page(
                    items[:RELATIONSHIPS_SHOWN], page.more or len(items) > RELATIONSHIPS_SHOWN
                )
    return groups


def _tie_line(tie: Relationship, other: Node, citations: list[Citation], lang: str) -> TieLine:
    return TieLine(
        tie.id,
        other,
        tie_details(tie, lang),
        MODALITIES[tie.reading.modalities.get("exists", "stated")].to(lang),
        tie.denied,
        bool(tie.reading.disputed),
        tuple(citations),
    )


def tie_details(tie: Relationship, lang: str = "nl") -> str:
    """Return what is said about a relationship besides that it is there: ``in gesprek, sinds 2017``."""
    declared = {**relationship_properties(), **{one.name: one for one in RELATIONSHIPS_BY_NAME[tie.type].properties}}
    parts = []
    for name, value in tie.reading.values.items():
        if name == "exists" or name not in declared or isinstance(value, tuple):
            continue
        text = value_label(declared[name], value, lang)
        parts.append(
            (name != "note", f"{declared[name].words.to(lang)} {text}" if name in ("since", "until") else text)
        )
    return ", ".join(text for _, text in sorted(parts, key=lambda part: not part[0]))


def tie_label(tie: Relationship, lang: str = "nl") -> str:
    """Return a relationship in words, such as ``werkt samen met (in gesprek, sinds 2017)``."""
    words: Words = RELATIONSHIPS_BY_NAME[tie.type].words
    details = tie_details(tie, lang)
    return f"{words.to(lang)} ({details})" if details else words.to(lang)
