"""The graph as JSON-LD 1.1, with its whole context inside: who reads it fetches nothing.

Source
------
W3C, JSON-LD 1.1, https://www.w3.org/TR/json-ld11/, sections 4.1 (context) and 4.8 (reverse properties).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson

from graph.network.exports.linked import Link, Literal, Resource, iter_resources
from graph.schema.linked_terms import PREFIXES, terms
from graph.store.base import View


def export_jsonld(view: View) -> Iterator[bytes]:
    """Yield the graph as JSON-LD, in parts that together are one document.

    Parameters
    ----------
    view
        Who looks, and as of which day.
    """
    yield b'{"@context":' + orjson.dumps(context(), option=orjson.OPT_SORT_KEYS) + b',\n"@graph":['
    for number, resource in enumerate(iter_resources(view)):
        yield (b",\n" if number else b"\n") + orjson.dumps(_document(resource), option=orjson.OPT_SORT_KEYS)
    yield b"]}\n"


def context() -> dict[str, Any]:
    """Return the context: what every name in the document means."""
    found: dict[str, Any] = {"@version": 1.1, **PREFIXES}
    for name, term in terms().items():
        meaning: dict[str, str] = {"@reverse" if term.reversed else "@id": term.iri}
        found[name] = meaning | ({"@type": "@id"} if term.links else {})
    return found


def _document(resource: Resource) -> dict[str, Any]:
    document: dict[str, Any] = {"@id": resource.iri}
    if resource.types:
        document["@type"] = list(resource.types)
    for name, value in resource.values:
        document.setdefault(name, []).append(_value(value))
    return {name: value[0] if isinstance(value, list) and len(value) == 1 else value
            for name, value in document.items()}  # fmt: skip


def _value(value: Link | Literal) -> dict[str, str] | str:
    if isinstance(value, Link):
        return {"@id": value.iri}
    if value.datatype:
        return {"@value": value.text, "@type": value.datatype}
    return {"@value": value.text, "@language": value.language} if value.language else value.text
