"""Tables whose headers are those of a template need no mapping: it follows from the headers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.errors import MappingError
from graph.ingest.mapping import (
    SIDECAR,
    Cells,
    NodeMapping,
    TableMapping,
    TieMapping,
    check_names,
    left_out_columns,
    nobody_words,
    not_here,
    word,
)
from graph.ingest.sources import source_with_date
from graph.schema.declaration import Kind
from graph.schema.model import KINDS_BY_NAME, KINDS_BY_PLURAL, properties_of_kind
from graph.schema.templates import Column, template_columns
from graph.schema.words import normalise

ROW = "row"
"""Name of the node that each row of a template is."""

_SCHEMES = {"SERVES": "target_group"}
"""Sort of topic that a relationship leads to, where it leads to one sort only."""

_HEAD = ("wijkweb", "source", "level", "stated_on", "table", "leave_out", "template", "nothing")


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
        The headers are those of no template, or of more than one.
    """
    check_names(document, file, _HEAD)
    left_out = left_out_columns(document, file)
    source, stated_column = source_with_date(document, file, headers, stem)
    shown = tuple(header for header in headers if header and header not in left_out and header != stated_column)
    kind = _template_kind(document, file, shown, stem)
    columns = _columns(kind, file, shown)
    nodes = [_row(kind, columns), *_ends(columns)]
    ties = tuple(TieMapping(name, ROW, name, ()) for name in (node.name for node in nodes[1:]))
    return TableMapping(source, tuple(nodes), ties, stated_column, left_out, nobody_words(document, file))


def _columns(kind: Kind, file: str, headers: tuple[str, ...]) -> dict[str, Column]:
    """Return the column of the template that each header stands for."""
    known = {normalise(words): column for column in template_columns(kind) for words in column.headers()}
    unknown = [header for header in headers if normalise(header) not in known]
    if unknown:
        choice = ", ".join(column.words.nl for column in template_columns(kind))
        english = ", ".join(column.words.en for column in template_columns(kind))
        raise MappingError(
            f"{file}: de kolom ‘{unknown[0][:60]}’ is onbekend. Bekend zijn: {choice}. Of schrijf een mapping.",
            f"{file}: the column ‘{unknown[0][:60]}’ is unknown. Known are: {english}. Or write a mapping.",
            concerning=unknown,
        )
    found = {header: known[normalise(header)] for header in headers}
    twice = [header for header in found if [*found.values()].count(found[header]) > 1]
    if twice:
        raise MappingError(
            f"{file}: de kolommen ‘{twice[0][:60]}’ en ‘{twice[1][:60]}’ zeggen hetzelfde. Laat er één weg.",
            f"{file}: the columns ‘{twice[0][:60]}’ and ‘{twice[1][:60]}’ say the same. Leave one out.",
            concerning=twice,
        )
    return found


def _row(kind: Kind, columns: Mapping[str, Column]) -> NodeMapping:
    declared = properties_of_kind(kind.name)
    cells = [
        Cells(declared[column.property], header, split=(";",) if declared[column.property].many else ())
        for header, column in columns.items()
        if column.property is not None
    ]
    key = next((header for header, column in columns.items() if column.is_key), None)
    return NodeMapping(ROW, (kind.name,), tuple(cells), key)


def _ends(columns: Mapping[str, Column]) -> list[NodeMapping]:
    """Return the nodes that relationships of the row lead to, each under the name of its type."""
    nodes = []
    for header, column in columns.items():
        if column.tie is not None:
            declared = properties_of_kind(column.ends[0])
            called = Cells(declared["aliases"], header, split=(";",), several=True)
            sort = [Cells(declared["scheme"], value=_SCHEMES[column.tie])] if column.tie in _SCHEMES else []
            nodes.append(NodeMapping(column.tie, column.ends, (called, *sort)))
    return nodes


# ---------------------------------------------------------------------------------------------------- which kind


def _template_kind(document: Mapping[str, Any], file: str, headers: tuple[str, ...], stem: str) -> Kind:
    """Return the kind whose template a table follows: the one named, else the one that its headers belong to."""
    if "template" in document:
        plural = word(document["template"], f"{file}, template")
        if plural not in KINDS_BY_PLURAL:
            raise not_here(file, plural, KINDS_BY_PLURAL)
        return KINDS_BY_PLURAL[plural]
    found = {normalise(header) for header in headers}
    known = {kind.name: len(found & _words(kind)) for kind in KINDS_BY_NAME.values()}
    most = max(known.values())
    if not found or most < len(found) / 2:
        shown = ", ".join(header[:40] for header in headers[:8])
        raise MappingError(
            f"{file}: bij deze kolommen hoort een mapping ({shown}). Zet {stem}{SIDECAR} ernaast, of geef --mapping.",
            f"{file}: these columns need a mapping ({shown}). Put {stem}{SIDECAR} beside it, or give --mapping.",
        )
    best = [kind for kind in KINDS_BY_NAME.values() if known[kind.name] == most]
    return best[0] if len(best) == 1 else _by_name(best, file, headers, stem)


def _by_name(kinds: list[Kind], file: str, headers: tuple[str, ...], stem: str) -> Kind:
    """Return the one of several kinds that the file is named for, or whose whole template it has."""
    named = [kind for kind in kinds if any(normalise(words) in normalise(stem) for words in
             (kind.plural, kind.plural_words.nl, kind.plural_words.en))]  # fmt: skip
    if len(named) == 1:
        return named[0]
    whole = [kind for kind in kinds if len(template_columns(kind)) == len(headers)]
    if len(whole) == 1:
        return whole[0]
    dutch, english = (", ".join(kind.plural_words.to(lang) for kind in kinds) for lang in ("nl", "en"))
    plurals = ", ".join(kind.plural for kind in kinds)
    raise MappingError(
        f"{file}: dit kunnen {dutch} zijn. Noem het bestand daarnaar, of zet in een mapping ‘template:’ met één van "
        f"{plurals}.",
        f"{file}: these can be {english}. Name the file for it, or write in a mapping ‘template:’ with one of "
        f"{plurals}.",
    )


def _words(kind: Kind) -> frozenset[str]:
    return frozenset(normalise(words) for column in template_columns(kind) for words in column.headers())
