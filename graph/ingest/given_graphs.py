"""Graphs that files hold whole: things and relationships that refer to each other, as records to load.

Exports of Wijkweb itself (`graph.ingest.own_files`) are such files, and tables of Open Referral. Each has its reader;
what they share is here. An export is a source of its own: which source said what is not loaded again.
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
class GivenThing:
    """A node.

    Parameters
    ----------
    id, kind
        How relationships refer to it, and its kind.
    values
        What it says by name of the property; a list for several.
    levels
        Who may see a property, where that is not the level of the whole export.
    is_ours
        Whether its id is one of Wijkweb; else it is a number of the source.
    """

    id: str
    kind: str
    values: Mapping[str, Any]
    levels: Mapping[str, Level] = field(default_factory=dict)
    is_ours: bool = True


@dataclass(slots=True)
class GivenTie:
    """A relationship between the ids of two nodes; as `GivenThing`."""

    type: str
    start: str
    end: str
    values: Mapping[str, Any]
    levels: Mapping[str, Level] = field(default_factory=dict)


@dataclass(slots=True)
class GivenGraph:
    """What a file holds.

    Parameters
    ----------
    level
        Who may see what says nothing of that itself: who the export was made for.
    things, ties
        Read as they are asked for.
    read
        Makes values of what stands in the file.
    is_export
        Whether Wijkweb wrote it: then it is a source with that for a name.
    name
        What the source is called; as the file unless given.
    headers, left_out
        Columns that it has, and those that are not read with the reason; none where it has no columns.
    digest
        Hash of all its files in hexadecimal, where it stands in more than one.
    """

    level: Level
    things: Iterable[GivenThing]
    ties: Iterable[GivenTie]
    read: ValueReader
    is_export: bool = True
    name: str = ""
    headers: tuple[str, ...] = ()
    left_out: dict[str, Words] = field(default_factory=dict)
    digest: str = ""


def graph_document(graph: GivenGraph, path: Path) -> Document:
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
    name = graph.name or bare_name(path)
    title, lead = (f"Wijkweb export: {name}", "wijkweb-export-") if graph.is_export else (name, "")
    source = SourceInfo(f"source/{lead}{slug(name) or 'x'}", {"name": title[:300]}, graph.level)
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

    def __init__(self, graph: GivenGraph, file: str) -> None:
        self._graph = graph
        self._file = file
        self._sections: dict[str, str] = {}

    def records(self) -> Iterator[Record]:
        number = 0
        for number, thing in enumerate(self._graph.things, 1):
            record = Record(number, place(key=_line(thing.id)), raw=self._entry(thing))
            with self._guarded(record):
                record.drafts.append(self._draft(record, thing))
            yield record
        for tie in self._graph.ties:
            number += 1
            key = f"{tie.type} {tie.start} {tie.end}"
            record = Record(number, place(key=_line(key)), raw=self._tie_entry(tie))
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

    def _entry(self, thing: GivenThing) -> dict[str, Any]:
        """Return a thing as a document says it, for the quarantine."""
        kind = KINDS_BY_NAME.get(thing.kind)
        self._sections[thing.id] = kind.plural if kind is not None else "initiatives"
        known = {"id": thing.id} if thing.is_ours else {}
        values = {name: value for name, value in thing.values.items() if name not in NOT_LOADED}
        return {self._sections[thing.id]: {thing.id: {**known, **values}}}

    def _tie_entry(self, tie: GivenTie) -> dict[str, Any]:
        section = self._sections.get(tie.start, "initiatives")
        return {section: {tie.start: {tie.type.lower(): [{"to": tie.end, **tie.values}]}}}

    def _draft(self, record: Record, thing: GivenThing) -> Draft:
        if thing.is_ours and not ID_FORM.fullmatch(thing.id):
            raise no_id(thing.id)
        if thing.kind not in KINDS_BY_NAME:
            raise _unknown(thing.kind, KINDS_BY_NAME)
        ours = thing.is_ours
        draft = Draft(thing.id, (thing.kind,), record.place, thing.id if ours else None, None if ours else thing.id,
                      own_key=not ours, level=self._graph.level if self._graph.is_export else None)  # fmt: skip
        draft.said = list(self._said(record, thing, properties_of_kind(thing.kind)))
        return draft

    def _tie(self, record: Record, tie: GivenTie) -> DraftTie:
        if tie.type not in RELATIONSHIPS_BY_NAME:
            raise _unknown(tie.type, RELATIONSHIPS_BY_NAME)
        said = list(self._said(record, tie, properties_of_relationship(tie.type)))
        names = RELATIONSHIPS_BY_NAME[tie.type].key
        made = DraftTie(tie.type, tie.start, tie.end, record.place,
                        level=self._graph.level if self._graph.is_export else None)  # fmt: skip
        made.key = {one.property: str(one.value) for one in said if one.property in names}
        made.said = [one for one in said if one.property not in names]
        return made

    def _said(self, record: Record, thing: GivenThing | GivenTie, declared: Mapping[str, Property]) -> Iterator[Said]:
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


def _line(text: str) -> str:
    """Return a text as a place can show it: on one line, and not too long."""
    return " ".join(text.split())[:200]


def _unknown(name: str, known: Iterable[str]) -> WijkwebError:
    choice = ", ".join(known)
    return WijkwebError(
        f"‘{name[:60]}’ is onbekend. Bekend zijn: {choice}.", f"‘{name[:60]}’ is unknown. Known are: {choice}."
    )
