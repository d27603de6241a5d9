"""Reads networks: Kumu (JSON), GraphML and GEXF. They are held in memory whole, so their size is bounded."""

from __future__ import annotations

import xml.sax
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from xml.sax.handler import ContentHandler

import defusedxml.sax
from defusedxml.common import DefusedXmlException

from graph.errors import FileError
from graph.ingest.cells import Cell
from graph.ingest.json_files import flattened, iter_objects
from graph.ingest.json_survey import Survey
from graph.ingest.limits import MOST_NETWORK_BYTES, MOST_NETWORK_PARTS, MOST_XML_NESTING
from graph.ingest.network_rows import Connection, Element, network_table
from graph.ingest.rows import Progress, Table, check_readable

_ELEMENTS, _CONNECTIONS = ("elements",), ("connections",)


def is_kumu(found: Survey) -> bool:
    """Whether a JSON file is a map of Kumu."""
    return _ELEMENTS in found.parts and set(found.parts) <= {_ELEMENTS, _CONNECTIONS, ("loops",), ("maps",)}


@contextmanager
def kumu_table(path: Path, progress: Progress) -> Iterator[Table]:
    """Open a map of Kumu as a table.

    Raises
    ------
    FileError
        It is too large.
    """
    check_readable(path, MOST_NETWORK_BYTES)
    elements = (_element(one) for one in iter_objects(path, _ELEMENTS, progress) if isinstance(one, dict))
    ties = (_connection(one) for one in iter_objects(path, _CONNECTIONS) if isinstance(one, dict))
    yield network_table(elements, ties)


def _element(given: Mapping[str, Any]) -> Element:
    said = _attributes(given)
    label = str(said.get("label", ""))
    type_ = str(said.get("element type") or said.get("type") or "")
    return Element(str(said.get("_id") or said.get("id") or label), label, type_, said)


def _connection(given: Mapping[str, Any]) -> Connection:
    said = _attributes(given)
    return Connection(str(said.get("from", "")), str(said.get("to", "")),
                      str(said.get("connection type") or said.get("type") or said.get("label") or ""))  # fmt: skip


def _attributes(given: Mapping[str, Any]) -> dict[str, Cell]:
    inner = given.get("attributes")
    outer = {name: value for name, value in given.items() if name != "attributes"}
    return {**(flattened(inner) if isinstance(inner, dict) else {}), **flattened(outer)}


# ---------------------------------------------------------------------------------------------------- XML


@contextmanager
def xml_network_table(path: Path, progress: Progress) -> Iterator[Table]:
    """Open a network in GraphML or GEXF as a table.

    Raises
    ------
    FileError
        It is too large, no XML, or holds no nodes.
    """
    network = read_network(path)
    if not network.nodes:
        raise FileError(f"{path.name} heeft geen knopen.", f"{path.name} has no nodes.", concerning=path)
    progress(1.0)
    yield network_table((_node(one) for one in network.nodes), (_edge(one) for one in network.edges))


def read_network(path: Path) -> NetworkParts:
    """Return the nodes and edges of GraphML or GEXF, with their attributes under the names that the file declares.

    Raises
    ------
    FileError
        It is too large or no XML.
    """
    check_readable(path, MOST_NETWORK_BYTES)
    network = NetworkParts(path)
    try:
        with path.open("rb") as file:
            defusedxml.sax.parse(file, network, forbid_dtd=True)
    except (xml.sax.SAXException, DefusedXmlException, ValueError, OSError) as error:
        raise FileError(
            f"{path.name} is geen geldige GraphML of GEXF, of is beschadigd. Schrijf het netwerk opnieuw weg.",
            f"{path.name} is no valid GraphML or GEXF, or is damaged. Export the network again.",
            concerning=path,
        ) from error
    return network


def _node(said: Mapping[str, str]) -> Element:
    label = said.get("label") or said.get("name") or said.get("naam") or said["id"]
    type_ = said.get("kind") or said.get("type") or said.get("soort") or ""
    return Element(said["id"], label, type_, {name: value for name, value in said.items() if name != "id"})


def _edge(said: Mapping[str, str]) -> Connection:
    type_ = said.get("relationship") or said.get("type of tie") or said.get("label") or said.get("type") or ""
    return Connection(said.get("source", ""), said.get("target", ""), type_)


class NetworkParts(ContentHandler):
    """Gathers the nodes and edges of GraphML or GEXF, with their attributes under the names that the file declares."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.nodes: list[dict[str, str]] = []
        self.edges: list[dict[str, str]] = []
        self._path = path
        self._titles: dict[tuple[str, str], str] = {}
        self._sort = ""  # of the attributes that are being declared in GEXF
        self._open: list[dict[str, str]] = []
        self._key: str | None = None
        self._text: list[str] = []
        self._depth = 0

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: D102, N802 - named by the library
        self._depth += 1
        if self._depth > MOST_XML_NESTING:
            raise ValueError("nested too deep")
        given = {key.rpartition(":")[2]: attrs[key] for key in attrs.getNames()}
        bare = name.rpartition(":")[2]
        if bare in ("node", "edge"):
            self._begin(bare, given)
        elif bare == "attributes":
            self._sort = given.get("class", "")
        elif bare in ("key", "attribute"):
            title = given.get("attr.name") or given.get("title") or given.get("id", "")
            self._titles[given.get("for") or self._sort, given.get("id", "")] = title.lower()
        elif bare == "attvalue" and self._open:
            self._say(given.get("for", ""), given.get("value", ""))
        elif bare == "data":
            self._key, self._text = given.get("key", ""), []

    def characters(self, content: str) -> None:  # noqa: D102 - as above
        if self._key is not None:
            self._text.append(content)

    def endElement(self, name: str) -> None:  # noqa: D102, N802 - named by the library
        self._depth -= 1
        bare = name.rpartition(":")[2]
        if bare == "data":
            if self._open and self._key is not None:
                self._say(self._key, "".join(self._text))
            self._key = None
        elif bare in ("node", "edge") and self._open:
            self._open.pop()

    def _begin(self, sort: str, given: dict[str, str]) -> None:
        made = {"": sort, **given}
        if sort == "node" and "id" not in made:
            raise ValueError("a node without an id")
        (self.nodes if sort == "node" else self.edges).append(made)
        self._open.append(made)
        if len(self.nodes) + len(self.edges) > MOST_NETWORK_PARTS:
            raise FileError(
                f"{self._path.name} heeft meer dan {MOST_NETWORK_PARTS} knopen en lijnen. Knip het netwerk in stukken.",
                f"{self._path.name} has more than {MOST_NETWORK_PARTS} nodes and edges. Cut the network into parts.",
            )

    def _say(self, key: str, value: str) -> None:
        sort = self._open[-1][""]
        title = self._titles.get((sort, key)) or self._titles.get(("all", key)) or key.lower()
        if title != "id":
            self._open[-1][title] = value
