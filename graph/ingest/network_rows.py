"""Networks that other programs drew, as one table: a row for each element, and below them one for each connection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.ingest.cells import Cell, text_of
from graph.ingest.known_tables import NETWORK_HEADERS, PREFERRED_TIES, UNSAID_TIES
from graph.ingest.proposing.header_words import roles_of
from graph.ingest.proposing.row_shapes import KIND_OF_ROLE, bare_role
from graph.ingest.proposing.value_sorts import Sort, sort_of
from graph.ingest.rows import Row, Table, text_cell
from graph.schema.model import KINDS_BY_NAME, RELATIONSHIPS_BY_NAME
from graph.schema.words import normalise


@dataclass(frozen=True, slots=True)
class Element:
    """An element of a network.

    Parameters
    ----------
    id, label, type
        How the network knows it, calls it, and what sort it says that it is.
    more
        What else is said of it.
    """

    id: str
    label: str
    type: str = ""
    more: Mapping[str, Cell] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Connection:
    """A connection between two elements, named by their id or label."""

    start: str
    end: str
    type: str = ""


_MORE = {"description": "description", "summary": "description", "tags": "tags", "url": "website", "website": "website"}


def network_table(elements: Iterable[Element], connections: Iterable[Connection]) -> Table:
    """Return a network as a table.

    Parameters
    ----------
    elements, connections
        Of the network.

    Notes
    -----
    Elements are known to connections by id, else by label; a connection to anything else becomes a row that names
    both ends and nothing to read, so that it is refused and set aside.
    """
    return Table(NETWORK_HEADERS, _rows(elements, connections))


def _rows(elements: Iterable[Element], connections: Iterable[Connection]) -> Iterator[Row]:
    known: dict[str, tuple[str, str]] = {}
    number = 0
    for number, one in enumerate(elements, 1):
        kind = kind_of(one.type, one.label)
        for name in (one.label, one.id):
            known[name] = (one.id, kind)
        cells: dict[str, Cell] = {"element": one.id, "kind": kind, "label": one.label}
        for name, cell in one.more.items():
            header = _MORE.get(normalise(name))
            if header:
                cells.setdefault(header, cell)
        yield Row(number, {header: cell for header, cell in cells.items() if text_cell(text_of(cell))})
    for tie in connections:
        number += 1
        yield Row(number, _tie(tie, known))


def _tie(one: Connection, known: Mapping[str, tuple[str, str]]) -> dict[str, Cell]:
    shown = f"{one.start} - {one.end}" + (f" ({one.type})" if one.type else "")
    if one.start not in known or one.end not in known:
        return {"connection": shown}
    (start, start_kind), (end, end_kind) = known[one.start], known[one.end]
    for type_ in (*_said(one.type), *UNSAID_TIES):
        ends = RELATIONSHIPS_BY_NAME[type_].ends
        if (start_kind, end_kind) in ends:
            return {"connection": shown, "from": start, "to": end, "relationship": type_}
        if (end_kind, start_kind) in ends:
            return {"connection": shown, "from": end, "to": start, "relationship": type_}
    return {"connection": shown}


def _said(words: str) -> list[str]:
    """Return the relationship that the words of a connection name, if any that may stand in such a table."""
    said = normalise(words)
    return [name for name in PREFERRED_TIES if said and said in map(normalise, (name, *_words(name)))]


def _words(name: str) -> tuple[str, str]:
    words = RELATIONSHIPS_BY_NAME[name].words
    return words.nl, words.en


def kind_of(type_: str, label: str) -> str:
    """Return the kind of an element: by what the network calls its sort, else by its name.

    Examples
    --------
    >>> kind_of("Organisatie", "De Kas"), kind_of("", "Stichting De Kas"), kind_of("", "De Kas")
    ('Organisation', 'Organisation', 'Initiative')
    """
    said = normalise(type_)
    for kind in KINDS_BY_NAME.values():
        if said and said in (normalise(kind.name), normalise(kind.words.nl), normalise(kind.words.en)):
            return kind.name if kind.name in _KINDS else "Initiative"
    for _, role, _ in roles_of(type_) if said else ():
        if bare_role(role) in KIND_OF_ROLE:
            return KIND_OF_ROLE[bare_role(role)]
    return "Organisation" if sort_of(label) is Sort.BODY else "Initiative"


_KINDS = frozenset(KIND_OF_ROLE.values())
