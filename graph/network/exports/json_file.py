"""The whole graph as JSON, in Wijkweb's own form: every thing with its values and every claim behind them.

No revision, number of a load or moment is in it: only what sources say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import orjson

from graph.network.exports.things import iter_nodes, iter_ties
from graph.store.answers import Node, Relationship, Statement
from graph.store.base import View

FORMAT = "wijkweb-export"


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
    yield f'{{"format":"{FORMAT}","version":1,"level":"{view.viewer.level.value}","nodes":['.encode()
    yield from join_documents(_node_document(node, said) for node, said in iter_nodes(view))
    yield b'],"relationships":['
    yield from join_documents(_tie_document(tie, said) for tie, said in iter_ties(view))
    yield b"]}\n"


def join_documents(documents: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    """Yield JSON documents as the items of a list, a line each."""
    for number, document in enumerate(documents):
        yield (b",\n" if number else b"\n") + orjson.dumps(document, option=orjson.OPT_SORT_KEYS)


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
