"""How loads and commits are written down in Neo4j: as nodes, with what nobody reads by eye packed."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Any

import orjson

from graph.store.committed import commit_document
from graph.store.engine import WritePlan
from graph.store.loads import Document, Load, encode_load

Properties = dict[str, Any]

COMMIT = ("revision", "load", "at", "structural", "things", "delta")
"""Properties that `read_commit_document` takes, in order."""


def pack(value: Any) -> bytes:
    """Return a JSON value as bytes, a tenth as long as its text."""
    return zlib.compress(orjson.dumps(value), 1)


def unpack(packed: bytes) -> Any:
    """Read back what `pack` wrote."""
    return orjson.loads(zlib.decompress(packed))


def commit_properties(document: Document) -> Properties:
    """Return the properties of a commit as `commit_document` gave it."""
    return {**document, "things": pack(document["things"]), "delta": pack(document["delta"])}


def planned_properties(plan: WritePlan) -> Properties | None:
    """Return the properties of the commit that a plan makes, None where it makes none.

    Notes
    -----
    Among them, as ``reread``, the ids whose readings it writes, by the type of relationship and ``""`` for nodes: what
    changed since a revision is sought there and nowhere else.
    """
    if plan.commit is None:
        return None
    reread: dict[str, list[str]] = {"": list({row.id: None for row in plan.nodes})}
    for id_, type_ in {row.id: row.type for row in plan.relationships}.items():
        reread.setdefault(type_, []).append(id_)
    return {**commit_properties(commit_document(plan, plan.commit)), "reread": pack(reread)}


def read_commit_document(row: Sequence[Any]) -> Document:
    """Return the properties of `COMMIT` as the document that was written."""
    document = dict(zip(COMMIT, row, strict=True))
    return {**document, "things": unpack(document["things"]), "delta": unpack(document["delta"])}


def load_properties(load: Load) -> Properties:
    """Return the properties of a load: some to read by eye, and all of it in one document."""
    document = encode_load(load)
    return {"number": load.number, "title": load.order.title, "source": load.order.source, "state": load.state.value,
            "started_at": document["started_at"], "document": orjson.dumps(document).decode()}  # fmt: skip
