"""Tells whether a file is an export of Wijkweb itself, and reads it, in each of the formats that it writes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import Any

from graph.ingest.cells import read_cell
from graph.ingest.given_graphs import GivenGraph, GivenThing, GivenTie, stored, typed
from graph.ingest.json_files import iter_objects
from graph.ingest.json_survey import survey
from graph.ingest.limits import MOST_NETWORK_BYTES
from graph.ingest.network_files import read_network
from graph.ingest.rows import check_readable
from graph.schema.declaration import Level, Property, ValueType
from graph.schema.model import KINDS_BY_NAME, RELATIONSHIPS_BY_NAME, properties_of_kind, properties_of_relationship
from graph.schema.values import Value
from graph.schema.words import normalise

_MARK = re.compile(
    rb'\A\s*\{\s*"format"\s*:\s*"(wijkweb-export|wijkweb-kumu)"'
    rb'|\A(?:<\?xml[^>]{0,100}\?>)?\s{0,20}<!-- (Wijkweb export); level: (public|internal) -->'
)  # fmt: skip
_MARK_BYTES = 400
_PARTS = re.compile(r"((?:[^\\;]|\\.)*?)(?:; |\Z)", re.DOTALL)
LINKED = (".jsonld", ".ttl")
"""Endings of linked data; only our own is read."""


def own_graph(path: Path) -> GivenGraph | None:
    """Return what a file holds if Wijkweb wrote it, None where it did not.

    Raises
    ------
    FileError
        It is one of ours, and too large or damaged.
    """
    ending = path.suffix.lower()
    if ending in LINKED:
        from graph.ingest.own_linked import read_jsonld, read_turtle  # noqa: PLC0415 - few need it

        return read_jsonld(path) if ending == ".jsonld" else read_turtle(path)
    if ending == ".xlsx":
        from graph.ingest.own_sheets import read_sheets  # noqa: PLC0415 - slow to import

        return read_sheets(path)
    if ending not in (".json", ".graphml", ".gexf"):
        return None
    return _marked(path)


def _marked(path: Path) -> GivenGraph | None:
    """Read a file that says at its beginning that it is ours."""
    check_readable(path)
    with path.open("rb") as file:
        found = _MARK.match(file.read(_MARK_BYTES))
    if found is None:
        return None
    check_readable(path, MOST_NETWORK_BYTES)
    if found[2]:
        return _read_xml(path, Level(found[3].decode()))
    level = survey(path).words.get("level", "")  # the survey checks the whole file, so that it can be read at once
    if level not in tuple(Level):
        return None
    return _read_json(path, Level(level)) if found[1] == b"wijkweb-export" else _read_kumu(path, Level(level))


# ------------------------------------------------------------------------------------------------------ JSON


def _read_json(path: Path, level: Level) -> GivenGraph:
    nodes = (one for one in iter_objects(path, ("nodes",)) if isinstance(one, dict))
    ties = (one for one in iter_objects(path, ("relationships",)) if isinstance(one, dict))
    return GivenGraph(
        level,
        (GivenThing(_text(one, "id"), _text(one, "kind"), _mapping(one, "values"), _levels(one)) for one in nodes),
        (GivenTie(_text(one, "type"), _text(one, "from"), _text(one, "to"), _mapping(one, "values"), _levels(one))
         for one in ties),
        _plain,
    )  # fmt: skip


def _text(given: Mapping[str, Any], name: str) -> str:
    return str(given.get(name, ""))


def _mapping(given: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    inner = given.get(name)
    return inner if isinstance(inner, dict) else {}


def _levels(given: Mapping[str, Any]) -> dict[str, Level]:
    """Return who may see each value that counts: everybody where one claim of it is public."""
    found: dict[str, Level] = {}
    claims = given.get("claims")
    for one in claims if isinstance(claims, list) else []:
        if isinstance(one, dict) and one.get("counts") is True:
            name = _text(one, "property")
            public = one.get("level") == Level.PUBLIC or found.get(name) is Level.PUBLIC
            found[name] = Level.PUBLIC if public else Level.INTERNAL
    return found


def _plain(property_: Property, value: Any) -> Value:
    # The reader of JSON gives a number with a point as a decimal one.
    return stored(property_, float(value) if property_.type is ValueType.NUMBER and _is_number(value) else value)


def _is_number(value: Any) -> bool:
    return not isinstance(value, bool | str | list | dict) and value is not None


# ------------------------------------------------------------------------------------------------------ Kumu


def _read_kumu(path: Path, level: Level) -> GivenGraph:
    elements = (one for one in iter_objects(path, ("elements",)) if isinstance(one, dict))
    ties = (one for one in iter_objects(path, ("connections",)) if isinstance(one, dict))
    return GivenGraph(level, _elements(elements), _connections(ties), _worded)


def _elements(elements: Iterable[Mapping[str, Any]]) -> Iterator[GivenThing]:
    kinds = {word: kind.name for kind in KINDS_BY_NAME.values() for word in (kind.words.nl, kind.words.en)}
    for one in elements:
        kind = kinds.get(_text(one, "type"), _text(one, "type"))
        declared = properties_of_kind(kind) if kind in KINDS_BY_NAME else {}
        values = _by_name(one, declared)
        if one.get("named") is not False and "label" in one:
            values["name"] = one["label"]
        if "description" in one:
            values["summary"] = unescape(_text(one, "description"))
        yield GivenThing(_text(one, "id"), kind, values)


def _connections(ties: Iterable[Mapping[str, Any]]) -> Iterator[GivenTie]:
    types = {word: type_.name for type_ in RELATIONSHIPS_BY_NAME.values() for word in (type_.words.nl, type_.words.en)}
    for one in ties:
        type_ = types.get(_text(one, "type"), _text(one, "type"))
        declared = properties_of_relationship(type_) if type_ in RELATIONSHIPS_BY_NAME else {}
        yield GivenTie(type_, _text(one, "from"), _text(one, "to"), _by_name(one, declared))


_OF_KUMU = frozenset(("label", "type", "id", "from", "to", "direction", "description", "sources", "named", "tags"))


def _by_name(given: Mapping[str, Any], declared: Mapping[str, Property]) -> dict[str, Any]:
    """Return values under the names of their properties, which stand there as words or as the name itself."""
    names = {normalise(word): name for name, one in declared.items() for word in (one.words.nl, one.words.en, name)}
    return {names[normalise(header)]: value for header, value in given.items()
            if header not in _OF_KUMU and normalise(header) in names}  # fmt: skip


def _worded(property_: Property, value: Any) -> Value:
    """Return the stored form of a value in words."""
    given = value if isinstance(value, bool | int | float | str) else str(value)
    return str(given) if property_.type is ValueType.REFERENCE else read_cell(property_, given)


# ------------------------------------------------------------------------------------------------------ XML


def _read_xml(path: Path, level: Level) -> GivenGraph:
    network = read_network(path)
    return GivenGraph(
        level,
        (GivenThing(one["id"], one.get("kind", ""), _lists(one, properties_of_kind)) for one in network.nodes),
        (GivenTie(one.get("relationship", ""), one.get("source", ""), one.get("target", ""),
                _lists(one, properties_of_relationship)) for one in network.edges),
        typed,
    )  # fmt: skip


def _lists(said: Mapping[str, str], declared_by: Any) -> dict[str, Any]:
    """Return the values of a node or edge, with lists taken apart."""
    of = said.get("relationship", "") if declared_by is properties_of_relationship else said.get("kind", "")
    known = RELATIONSHIPS_BY_NAME if declared_by is properties_of_relationship else KINDS_BY_NAME
    declared: Mapping[str, Property] = declared_by(of) if of in known else {}
    return {name: _parts(value) if declared[name].many else value
            for name, value in said.items() if name in declared}  # fmt: skip


def _parts(text: str) -> list[str]:
    """Return the parts of a list in one text; a backslash keeps a sign from dividing."""
    return [re.sub(r"\\(.)", r"\1", one, flags=re.DOTALL) for one in _PARTS.findall(text) if one]
