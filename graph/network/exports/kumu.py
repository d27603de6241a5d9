"""The graph for Kumu: its JSON of elements and connections.

Source
------
Kumu, "JSON / Blueprints", https://docs.kumu.io/guides/import/blueprints.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from graph.network.exports.json_file import join_documents
from graph.network.exports.things import iter_nodes, iter_ties, sources_of
from graph.schema.declaration import Property
from graph.schema.model import KINDS_BY_NAME, RELATIONSHIPS_BY_NAME, properties_of_kind, properties_of_relationship
from graph.schema.values import Value
from graph.schema.wording import value_label
from graph.store.answers import Statement
from graph.store.base import View
from graph.store.citing import Sources

_LEFT_OUT = ("kind", "exists", "name", "aliases", "summary", "boundary", "same_as")


def export_kumu(view: View, lang: str = "nl") -> Iterator[bytes]:
    """Yield the graph as a Kumu blueprint, in parts that together are one document.

    Parameters
    ----------
    view
        Who looks, and as of which day.
    lang
        Language of types, of attributes and of their values.

    Notes
    -----
    Connections name elements by their id, so that two things may bear one name. Descriptions are Markdown to Kumu, so
    that signs of HTML in them are written as signs.
    """
    sources = Sources(view, lang)
    yield f'{{"format":"wijkweb-kumu","level":"{view.viewer.level.value}","elements":['.encode()
    yield from join_documents(
        {"label": node.name, "type": KINDS_BY_NAME[node.kind].words.to(lang), "id": node.id}
        | ({} if "name" in node.reading.values else {"named": False})
        | _described(node.reading.values)
        | _attributes(node.reading.values, properties_of_kind(node.kind), lang)
        | _sources(said, sources)
        for node, said in iter_nodes(view)
    )
    yield b'],"connections":['
    yield from join_documents(
        {"from": tie.start, "to": tie.end, "id": tie.id}
        | {"direction": "mutual" if RELATIONSHIPS_BY_NAME[tie.type].symmetric else "directed"}
        | {"type": RELATIONSHIPS_BY_NAME[tie.type].words.to(lang)}
        | _attributes(tie.reading.values, properties_of_relationship(tie.type), lang)
        | _sources(said, sources)
        for tie, said in iter_ties(view)
    )
    yield b"]}\n"


def _described(values: Mapping[str, Value | tuple[Value, ...]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if "summary" in values:
        found["description"] = escape(str(values["summary"]), quote=False)
    if aliases := values.get("aliases"):
        found["aliases"] = list(aliases) if isinstance(aliases, tuple) else [aliases]
    return found


def _attributes(
    values: Mapping[str, Value | tuple[Value, ...]], declared: Mapping[str, Property], lang: str
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, property_ in declared.items():
        value = values.get(name)
        if value is None or value == () or name in _LEFT_OUT:
            continue
        words = property_.words.to(lang)
        header = words if words not in ("label", "type", "id", "from", "to", "direction", "description") else name
        parts = [value_label(property_, one, lang) for one in (value if isinstance(value, tuple) else (value,))]
        found[header] = parts if isinstance(value, tuple) else parts[0]
    return found


def _sources(said: list[Statement], sources: Sources) -> dict[str, Any]:
    ids = sources_of(said)
    sources.load(ids)
    return {"sources": sorted({sources.label(id_) for id_ in ids})} if ids else {}
