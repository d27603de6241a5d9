"""Tables whose headers are those of a template need no mapping: it follows from the headers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.errors import MappingError
from graph.ingest.mapping import SIDECAR, Cells, NodeMapping, TableMapping, TieMapping, not_here
from graph.ingest.sources import source_with_date
from graph.schema.declaration import Kind
from graph.schema.model import KINDS_BY_NAME, KINDS_BY_PLURAL, properties_of_kind
from graph.schema.templates import template_columns
from graph.schema.words import normalise


def template_mapping(document: Mapping[str, Any], file: str, headers: tuple[str, ...], stem: str) -> TableMapping:
    """Return the mapping of a table whose headers are those of a template, in Dutch, English or as declared.

    Parameters
    ----------
    document
        The rest of a mapping: its source, level, left out columns; empty for a table without any.
    file, headers, stem
        As for `graph.ingest.mapping_check.check_mapping`.

    Raises
    ------
    MappingError
        The headers are those of no template.
    """
    kind = _template_kind(document, file, headers)
    columns = {normalise(word): column for column in template_columns(kind) for word in column.headers()}
    left_out = {str(column): str(reason or "") for column, reason in (document.get("leave_out") or {}).items()}
    unknown = [header for header in headers if header and header not in left_out and normalise(header) not in columns]
    if unknown:
        choice = ", ".join(column.words.nl for column in template_columns(kind))
        english = ", ".join(column.words.en for column in template_columns(kind))
        raise MappingError(
            f"{file}: de kolom ‘{unknown[0]}’ is onbekend. Bekend zijn: {choice}. Of schrijf een mapping.",
            f"{file}: the column ‘{unknown[0]}’ is unknown. Known are: {english}. Or write a mapping.",
            concerning=unknown,
        )
    source, stated_column = source_with_date(document, file, headers, stem)
    declared = properties_of_kind(kind.name)
    own: list[Cells] = []
    nodes: list[NodeMapping] = []
    ties: list[TieMapping] = []
    key = None
    for header in headers:
        column = columns.get(normalise(header))
        if column is None or header in left_out:
            continue
        if column.property is not None:
            own.append(Cells(declared[column.property], header, split=";" if declared[column.property].many else None))
        elif column.tie is None:
            key = header
        else:
            called = Cells(properties_of_kind(column.ends[0])["aliases"], header, split=";")
            nodes.append(NodeMapping(column.tie, column.ends, (called,)))
            ties.append(TieMapping(column.tie, "row", column.tie, ()))
    nodes.insert(0, NodeMapping("row", (kind.name,), tuple(own), key))
    table = document.get("table") or {}
    return TableMapping(
        source, tuple(nodes), tuple(ties), stated_column, table.get("sheet"), table.get("header_row"), left_out
    )


def _template_kind(document: Mapping[str, Any], file: str, headers: tuple[str, ...]) -> Kind:
    """Return the kind whose template a table follows: the one named, or the one that knows most of its headers."""
    if "template" in document:
        if document["template"] not in KINDS_BY_PLURAL:
            raise not_here(file, str(document["template"]), KINDS_BY_PLURAL)
        return KINDS_BY_PLURAL[document["template"]]
    found = {normalise(header) for header in headers if header}

    def known(kind: Kind) -> int:
        return len(found & {normalise(word) for column in template_columns(kind) for word in column.headers()})

    best = max(KINDS_BY_NAME.values(), key=known)
    if not found or known(best) < len(found) / 2:
        shown = ", ".join(headers[:8])
        raise MappingError(
            f"{file}: bij deze kolommen hoort een mapping ({shown}). Zet er {SIDECAR} naast, of geef --mapping.",
            f"{file}: these columns need a mapping ({shown}). Put {SIDECAR} beside it, or give --mapping.",
        )
    return best
