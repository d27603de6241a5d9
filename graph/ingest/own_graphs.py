"""Graphs that Wijkweb itself wrote, in whatever format: things and relationships with their ids, as records to load.

Each format has its reader (`graph.ingest.own_files`); what they share is here. An export is a source of its own: which
source said what is not loaded again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.claims import place, place_label
from graph.errors import WijkwebError
from graph.ingest.documents import Document
from graph.ingest.entries import ID_FORM, no_id
from graph.ingest.mapping import bare_name
from graph.ingest.records import Draft, DraftTie, Problem, Record, Said, words_of
from graph.ingest.rows import readable
from graph.ingest.sources import SourceInfo
from graph.schema.declaration import Level, Property, ValueType
from graph.schema.model import (
    KINDS_BY_NAME,
    RELATIONSHIPS_BY_NAME,
    check_value,
    properties_of_kind,
    properties_of_relationship,
)
from graph.schema.values import Value
from graph.schema.words import Words, slug

NOT_LOADED = frozenset(("kind", "exists", "same_as", "source_key"))
"""What is said by the form, or is a decision or bookkeeping of the store that the graph came from."""

ValueReader = Callable[[Property, Any], Value]
"""Makes the stored form of what stands in a file."""


@dataclass(slots=True)
class OwnThing:
    """A node of an export.

    Parameters
    ----------
    id, kind
        As they were.
    values
        What it says by name of the property; a list for several.
    levels
        Who may see a property, where that is not the level of the whole export.
    """

    id: str
    kind: str
    values: Mapping[str, Any]
    levels: Mapping[str, Level] = field(default_factory=dict)


@dataclass(slots=True)
class OwnTie:
    """A relationship of an export, between the ids of two nodes; as `OwnThing`."""

    type: str
    start: str
    end: str
    values: Mapping[str, Any]
    levels: Mapping[str, Level] = field(default_factory=dict)


@dataclass(slots=True)
class OwnGraph:
    """What an export holds.

    Parameters
    ----------
    level
        Who may see what says nothing of that itself: who the export was made for.
    things, ties
        Read as they are asked for.
    read
        Makes values of what stands in the file.
    """

    level: Level
    things: Iterable[OwnThing]
    ties: Iterable[OwnTie]
    read: ValueReader


def own_document(graph: OwnGraph, path: Path) -> Document:
    """Return the records of an export: one for each thing and each relationship.

    Parameters
    ----------
    graph
        What the file holds.
    path
        The file, of which the source is named.

    Notes
    -----
    Linear; all records are in memory, because they refer to each other.
    """
    name = bare_name(path)
    described: dict[str, Value] = {"name": f"Wijkweb export: {name}"[:300]}
    source = SourceInfo(f"source/wijkweb-export-{slug(name) or 'x'}", described, graph.level)
    return Document(source, tuple(_Maker(graph, readable(path.name)).records()))


def stored(property_: Property, value: Any) -> Value:
    """Return a value that stands in its stored form; the reader of formats that keep it.

    Raises
    ------
    InputError
        It is no such value.
    """
    if property_.type is ValueType.REFERENCE:
        return str(value)
    return check_value(property_, value)


def typed(property_: Property, value: Any) -> Value:
    """Return a value that stands in its stored form as text, as XML and RDF keep it.

    Raises
    ------
    InputError
        It is no such value.
    """
    text = str(value)
    if property_.type is ValueType.YES_NO and text.lower() in ("true", "false"):
        return stored(property_, text.lower() == "true")
    if property_.type in (ValueType.INTEGER, ValueType.NUMBER):
        try:
            number = float(text)
        except ValueError:
            return stored(property_, text)
        return stored(property_, int(number) if property_.type is ValueType.INTEGER and number.is_integer() else number)
    return stored(property_, text)


class _Maker:
    """Makes records of things and relationships; what cannot be is a problem of its record."""

    def __init__(self, graph: OwnGraph, file: str) -> None:
        self._graph = graph
        self._file = file

    def records(self) -> Iterator[Record]:
        number = 0
        for number, thing in enumerate(self._graph.things, 1):
            record = Record(number, place(key=thing.id[:200]), raw={"id": thing.id})
            with self._guarded(record):
                record.drafts.append(self._draft(record, thing))
            yield record
        for tie in self._graph.ties:
            number += 1
            key = f"{tie.type} {tie.start} {tie.end}"
            record = Record(number, place(key=key[:200]), raw={"relationship": key})
            with self._guarded(record):
                record.ties.append(self._tie(record, tie))
            yield record

    @contextmanager
    def _guarded(self, record: Record) -> Iterator[None]:
        """Turn what is refused inside into the problem that a record is lost by."""
        try:
            yield
        except WijkwebError as error:
            self._report(record, words_of(error), lost=True)

    def _report(self, record: Record, what: Words, *, lost: bool = False) -> None:
        where = Words(place_label(record.place, "nl"), place_label(record.place, "en"))
        record.problems.append(Problem(self._file, where, what, lost))

    def _draft(self, record: Record, thing: OwnThing) -> Draft:
        if not ID_FORM.fullmatch(thing.id):
            raise no_id(thing.id)
        if thing.kind not in KINDS_BY_NAME:
            raise _unknown(thing.kind, KINDS_BY_NAME)
        draft = Draft(thing.id, (thing.kind,), record.place, thing.id, level=self._graph.level)
        draft.said = list(self._said(record, thing, properties_of_kind(thing.kind)))
        return draft

    def _tie(self, record: Record, tie: OwnTie) -> DraftTie:
        if tie.type not in RELATIONSHIPS_BY_NAME:
            raise _unknown(tie.type, RELATIONSHIPS_BY_NAME)
        said = list(self._said(record, tie, properties_of_relationship(tie.type)))
        names = RELATIONSHIPS_BY_NAME[tie.type].key
        made = DraftTie(tie.type, tie.start, tie.end, record.place, level=self._graph.level)
        made.key = {one.property: str(one.value) for one in said if one.property in names}
        made.said = [one for one in said if one.property not in names]
        return made

    def _said(self, record: Record, thing: OwnThing | OwnTie, declared: Mapping[str, Property]) -> Iterator[Said]:
        for name, given in thing.values.items():
            property_ = declared.get(name)
            if property_ is None or name in NOT_LOADED:
                continue
            for one in given if isinstance(given, list) else [given]:
                try:
                    value = self._graph.read(property_, one)
                except WijkwebError as error:
                    self._report(record, words_of(error))
                    continue
                yield Said(name, value, record.place, level=thing.levels.get(name))


def _unknown(name: str, known: Iterable[str]) -> WijkwebError:
    choice = ", ".join(known)
    return WijkwebError(
        f"‘{name[:60]}’ is onbekend. Bekend zijn: {choice}.", f"‘{name[:60]}’ is unknown. Known are: {choice}."
    )
