"""The graph as tables, for sheets and bundles: one for each kind of node and type of relationship that there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.network.exports.cells import cell_text
from graph.network.exports.things import iter_bare, node_ids, tie_ids
from graph.schema.declaration import Property
from graph.schema.kinds import KINDS
from graph.schema.model import properties_of_kind, properties_of_relationship
from graph.schema.relationships import RELATIONSHIPS
from graph.schema.values import Value
from graph.store.base import View

_SEPARATORS = ("|", ";", "¦", "‖", "␞")
_WITHOUT_COLUMN = ("kind", "exists")  # that a row stands in its table says it


@dataclass(frozen=True, slots=True)
class ThingTable:
    """A table of all that one kind or type has.

    Parameters
    ----------
    name
        ``initiatives`` for a kind, ``ACTIVE_IN`` for a type.
    of
        The kind or type.
    is_of_nodes
        Whether it is a kind.
    lead
        Headers before those of the properties: ``id``, or ``from`` and ``to``.
    properties
        Properties that some row has, by header.
    separators
        What divides the values of a list, by header; it stands in none of them.
    rows
        Cells in the order of the headers; empty where nothing is known.
    end_kinds
        Kinds of both ends, for a type.
    """

    name: str
    of: str
    is_of_nodes: bool
    lead: tuple[str, ...]
    properties: Mapping[str, Property]
    separators: Mapping[str, str]
    rows: list[list[str]]
    end_kinds: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())

    @property
    def headers(self) -> list[str]:
        """All headers, in order."""
        return [*self.lead, *self.properties]


Valued = tuple[tuple[str, ...], Mapping[str, Value | tuple[Value, ...]]]


def iter_tables(view: View) -> Iterator[ThingTable]:
    """Yield the tables that have rows: kinds and then types, each as declared; rows in order of id.

    Notes
    -----
    One table is in memory at a time. The values are those that the viewer reads; names that stand in for a missing
    one are left out.
    """
    nodes, ties = node_ids(view), tie_ids(view)
    kinds = {id_: kind for kind, ids in nodes.items() for id_ in ids}
    for kind in KINDS:
        if kind.name in nodes:
            found = iter_bare(nodes[kind.name], view.nodes)
            things: list[Valued] = [((node.id,), node.reading.values) for node in found]
            yield _table((kind.plural, kind.name), ("id",), properties_of_kind(kind.name), things)
    for type_ in RELATIONSHIPS:
        if type_.name in ties:
            between = iter_bare(ties[type_.name], view.relationships_by_id)
            things = [((tie.start, tie.end), tie.reading.values) for tie in between]
            ends = (_kinds_of(kinds, (one[0] for one, _ in things)), _kinds_of(kinds, (one[1] for one, _ in things)))
            names = (type_.name, type_.name)
            yield _table(names, ("from", "to"), properties_of_relationship(type_.name), things, ends)


def _kinds_of(kinds: Mapping[str, str], ids: Iterable[str]) -> tuple[str, ...]:
    # An end that came while another client wrote is in no kind yet; its row is read as one of the others is.
    return tuple(sorted({kinds[id_] for id_ in ids if id_ in kinds}))


def _table(
    names: tuple[str, str],
    lead: tuple[str, ...],
    declared: Mapping[str, Property],
    things: list[Valued],
    ends: tuple[tuple[str, ...], tuple[str, ...]] = ((), ()),
) -> ThingTable:
    used = {name for _, values in things for name, value in values.items() if value not in (None, ())}
    properties = {name: one for name, one in declared.items() if name in used and name not in _WITHOUT_COLUMN}
    separators = {name: _separator(name, things) for name, one in properties.items() if one.many}
    rows = [
        [*known, *(_cell(one, values.get(name), separators.get(name, "")) for name, one in properties.items())]
        for known, values in things
    ]
    return ThingTable(names[0], names[1], len(lead) == 1, lead, properties, separators, rows, ends)


def _cell(property_: Property, value: Value | tuple[Value, ...] | None, separator: str) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return f" {separator} ".join(cell_text(property_, one) for one in value)
    return cell_text(property_, value)


def _separator(name: str, things: list[Valued]) -> str:
    """Return a mark that stands in no value of a list."""
    texts = [str(one) for _, values in things for one in _listed(values.get(name))]
    return next((mark for mark in _SEPARATORS if not any(mark in text for text in texts)), _SEPARATORS[-1])


def _listed(value: Value | tuple[Value, ...] | None) -> tuple[Value, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)
