"""A zip of CSV tables with a mapping beside each: ``wijkweb load`` of the unzipped folder makes the graph again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from graph.network.exports.cells import BYTE_ORDER_MARK, csv_row
from graph.network.exports.statements import export_csv
from graph.network.exports.tables import ThingTable, iter_tables
from graph.network.exports.zipping import zipped
from graph.schema.declaration import ValueType
from graph.schema.model import RELATIONSHIPS_BY_NAME
from graph.store.base import View

CLAIMS = "claims/claims.csv"
"""The table of statements with their sources. In a folder of its own: loading a folder does not look into others."""

_NOT_LOADED = ("same_as", "source_key")  # what a table may not say of a thing: decisions, and numbers of other sources


def export_bundle(view: View, lang: str = "nl") -> Iterator[bytes]:
    """Yield a zip of the graph as tables.

    Parameters
    ----------
    view
        Who looks. What it may see beyond the public is loaded again as internal, all of it.
    lang
        Language of words in the table of statements.

    Notes
    -----
    Names begin so that nodes come before the relationships between them, whoever loads the folder.
    """
    return zipped(_files(view, lang))


def _files(view: View, lang: str) -> Iterator[tuple[str, Iterable[bytes]]]:
    level = view.viewer.level.value
    for table in iter_tables(view):
        name = f"{'nodes' if table.is_of_nodes else 'relationships'}-{table.name.lower()}"
        yield f"{name}.csv", _csv(table)
        text = yaml.safe_dump(_mapping(table, name, level), allow_unicode=True, sort_keys=False, width=120)
        yield f"{name}.mapping.yaml", [text.encode()]
    yield CLAIMS, export_csv(view, lang)


def _csv(table: ThingTable) -> Iterator[bytes]:
    yield BYTE_ORDER_MARK
    yield csv_row(table.headers)
    for row in table.rows:
        yield csv_row(row)


def _mapping(table: ThingTable, name: str, level: str) -> dict[str, Any]:
    """Return the mapping that reads a table back."""
    left_out = {
        header: "refers to another thing, or is bookkeeping of another source; a table cannot say that"
        for header, one in table.properties.items()
        if one.type is ValueType.REFERENCE or header in _NOT_LOADED
    }
    document: dict[str, Any] = {
        "wijkweb": "mapping",
        "source": {"id": f"source/wijkweb-export-{name.replace('_', '-')}", "name": f"Wijkweb export: {name}"},
        "level": level,
        "table": {"header_row": 1},
    }
    read = {header: _cells(table, header) for header in table.properties if header not in left_out}
    document |= _node(table, level, read) if table.is_of_nodes else _tie(table, read)
    return document | ({"leave_out": left_out} if left_out else {})


def _cells(table: ThingTable, header: str) -> dict[str, str]:
    split = table.separators.get(header)
    return {"column": header} | ({"split": split} if split else {})


def _node(table: ThingTable, level: str, read: dict[str, dict[str, str]]) -> dict[str, Any]:
    # Names of people are internal unless it is said outright; a table without a role may not say it.
    says_level = table.of == "Person" and "public_role" in read and "level" not in table.properties
    return {"nodes": {"thing": {"kind": table.of, "id": "id", **({"level": level} if says_level else {}), **read}}}


def _tie(table: ThingTable, read: dict[str, dict[str, str]]) -> dict[str, Any]:
    starts, ends = table.end_kinds
    if RELATIONSHIPS_BY_NAME[table.of].symmetric:
        starts = ends = tuple(sorted({*starts, *ends}))
    nodes = {"start": {"kind": list(starts), "id": "from"}, "end": {"kind": list(ends), "id": "to"}}
    return {"nodes": nodes, "relationships": [{"type": table.of, "from": "start", "to": "end", **read}]}
