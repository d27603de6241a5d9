"""The whole graph as a viewer may see it, written so that equal graphs give equal bytes, from either store.

No revision, number of a load or moment is in it: only what sources say.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

import orjson

from graph.schema.model import node_properties, relationship_properties
from graph.schema.wording import value_label
from graph.store.answers import Node, Relationship, Statement
from graph.store.base import View
from graph.store.citing import Sources

FORMAT = "wijkweb-export"
THINGS_AT_ONCE = 500
"""Things whose claims are read in one question."""

CSV_COLUMNS = ("thing", "kind", "name", "property", "value", "in_words", "to", "to_name", "denied", "modality",
               "stated_on", "level", "counts", "source", "source_label", "places")  # fmt: skip


def export_json(view: View) -> Iterator[bytes]:
    """Yield the graph as JSON, in parts that together are one document.

    Parameters
    ----------
    view
        Who looks, and as of which day.

    Notes
    -----
    Memory is bounded by the snapshot, not by the claims.
    """
    yield b'{"format":"' + FORMAT.encode() + b'","version":1,"nodes":['
    yield from _joined(_node_document(node, said) for node, said in _nodes(view))
    yield b'],"relationships":['
    yield from _joined(_tie_document(tie, said) for tie, said in _ties(view))
    yield b"]}\n"


def _joined(documents: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    for number, document in enumerate(documents):
        yield (b",\n" if number else b"\n") + orjson.dumps(document, option=orjson.OPT_SORT_KEYS)


def _nodes(view: View) -> Iterator[tuple[Node, list[Statement]]]:
    ids = view.snapshot(types=()).nodes.ids
    for start in range(0, len(ids), THINGS_AT_ONCE):
        part = ids[start : start + THINGS_AT_ONCE]
        statements = view.statements(part)
        for node in view.nodes(part):
            if node is not None:
                yield node, statements[node.id]


def _ties(view: View) -> Iterator[tuple[Relationship, list[Statement]]]:
    ids = view.snapshot().relationships.ids
    for start in range(0, len(ids), THINGS_AT_ONCE):
        part = ids[start : start + THINGS_AT_ONCE]
        statements = view.statements(part)
        for tie in view.relationships_by_id(part):
            if tie is not None:
                yield tie, statements[tie.id]


def _node_document(node: Node, said: Iterable[Statement]) -> dict[str, Any]:
    return {
        "id": node.id,
        "kind": node.kind,
        "name": node.name,
        "named": node.named,
        "former_ids": node.former_ids,
        "values": {name: value for name, value in node.reading.values.items() if name != "kind"},
        "none": node.reading.none,
        "disputed": node.reading.disputed,
        "modalities": node.reading.modalities,
        "claims": [_claim_document(one) for one in said],
    }


def _tie_document(tie: Relationship, said: Iterable[Statement]) -> dict[str, Any]:
    return {
        "id": tie.id,
        "type": tie.type,
        "from": tie.start,
        "to": tie.end,
        "values": {name: value for name, value in tie.reading.values.items() if name != "exists"},
        "disputed": tie.reading.disputed,
        "modalities": tie.reading.modalities,
        "claims": [_claim_document(one) for one in said],
    }


def _claim_document(one: Statement) -> dict[str, Any]:
    claim = one.claim
    document = {
        "property": claim.property,
        "value": claim.value,
        "source": claim.source,
        "level": claim.level,
        "modality": one.modality,
        "places": one.places,
        "place_count": one.total,
        "counts": one.counts,
    }
    document |= {"stated_on": claim.stated_on} if claim.stated_on else {}
    document |= {"language": claim.language} if claim.language else {}
    document |= {"denied": True} if claim.denied else {}
    return document


def export_csv(view: View, lang: str = "nl") -> Iterator[bytes]:
    """Yield the graph as one table: a row for every statement, of nodes and then of relationships.

    Parameters
    ----------
    view
        Who looks, and as of which day.
    lang
        Language of the column ``in_words`` and of the sources' labels.
    """
    sources = Sources(view, lang)
    yield b"\xef\xbb\xbf"  # lets spreadsheets see that it is UTF-8
    yield _row(CSV_COLUMNS)
    names: dict[str, str] = {}
    for node, said in _nodes(view):
        names[node.id] = node.name
        for one in said:
            yield _row([node.id, node.kind, node.name, *_cells(one, lang), *_source_cells(one, sources)])
    for tie, said in _ties(view):
        subject = [tie.start, tie.type, names.get(tie.start, "")]
        for one in said:
            to = (tie.end, names.get(tie.end, ""))
            yield _row([*subject, *_cells(one, lang, to), *_source_cells(one, sources)])


def _cells(one: Statement, lang: str, to: tuple[str, str] = ("", "")) -> list[object]:
    claim = one.claim
    property_ = node_properties().get(claim.property) or relationship_properties().get(claim.property)
    value = "" if claim.value is None else claim.value
    words = "" if claim.value is None or property_ is None else value_label(property_, claim.value, lang)
    return [claim.property, value, words, *to, "yes" if claim.denied else "", one.modality, claim.stated_on or "",
            claim.level, "yes" if one.counts else ""]  # fmt: skip


def _source_cells(one: Statement, sources: Sources) -> list[object]:
    return [one.claim.source, sources.label(one.claim.source), " / ".join(one.places)]


def _row(cells: Iterable[object]) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerow([_harmless(cell) for cell in cells])
    return text.getvalue().encode("utf-8", "replace")


def _harmless(cell: object) -> object:
    """Keep a spreadsheet from running a cell as a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
