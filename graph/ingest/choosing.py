"""Chooses the mapping of a table: the one given, the one beside it, or the one that is kept for its shape."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import FileError
from graph.ingest.kept_mappings import KeptMapping, Place, kept_mappings, recall
from graph.ingest.mapping import bare_name, find_mapping, read_mapping, table_place
from graph.ingest.quarantine import is_quarantine
from graph.ingest.row_mapper import PROBLEM_COLUMN, ROW_COLUMN
from graph.ingest.tables import open_table
from graph.store.base import Records


@dataclass(frozen=True, slots=True)
class Choice:
    """The mapping that a table is read with.

    Parameters
    ----------
    document
        The mapping, unchecked; None where a file has none, and its headers must tell.
    file
        Name of the file that it stands in, for errors; that of the table where there is none.
    digest
        Hash of that file, in hexadecimal; empty where there is none.
    place
        Where the headers stand.
    kept
        The kept mapping that this is; None for one that stands in a file.
    """

    document: Mapping[str, Any] | None
    file: str
    digest: str = ""
    place: Place = (None, None)
    kept: KeptMapping | None = None

    def to_keep(self, path: Path, headers: Iterable[str], actor: str) -> KeptMapping | None:
        """Return what is to be kept of it once the table has been loaded; None where it has no mapping file."""
        if self.document is None or self.kept is not None:
            return None
        return KeptMapping(self.document, bare_name(path), tuple(headers), self.digest, actor=actor)


def choose_mapping(path: Path, given: Path | None, records: Records | None) -> Choice:
    """Return the mapping of a table.

    Parameters
    ----------
    path
        The table.
    given
        The mapping file that somebody names.
    records
        Where mappings are kept; None to look beside the table only.

    Raises
    ------
    MappingError
        The mapping file is none.
    """
    file = find_mapping(path, given)
    if file is not None:
        document = read_mapping(file)
        # A quarantine has its headers at the top of its first sheet, wherever those of its table stood.
        place = (None, None) if is_quarantine(path) else table_place(document, file.name)
        return Choice(document, file.name, hashlib.sha256(file.read_bytes()).hexdigest(), place)
    found = _recalled(path, records) if records is not None else None
    if found is None:
        return Choice(None, path.name)
    kept, place = found
    return Choice(kept.document, path.name, kept.digest, place, kept)


def mapping_to_keep(path: Path, mapping: Path, actor: str) -> KeptMapping:
    """Return the mapping of a file as it is to be kept for others of its shape.

    Parameters
    ----------
    path
        The table.
    mapping
        Its mapping file.
    actor
        Role of who keeps it.

    Raises
    ------
    FileError
        The table or the mapping cannot be read.
    """
    choice = choose_mapping(path, mapping, None)
    with open_table(path, sheet=choice.place[0], header_row=choice.place[1], checked=False) as table:
        headers = own_headers(path, table.headers)
    return KeptMapping(choice.document or {}, bare_name(path), headers, choice.digest, actor=actor)


def own_headers(path: Path, headers: Iterable[str]) -> tuple[str, ...]:
    """Return headers without the two that a quarantine adds."""
    added = (PROBLEM_COLUMN, ROW_COLUMN) if is_quarantine(path) else ()
    return tuple(header for header in headers if header not in added)


def _recalled(path: Path, records: Records) -> tuple[KeptMapping, Place] | None:
    """Return the mapping kept for a table as it opens by itself, or where a kept mapping says that one stands."""
    kept = _kept_at(path, (None, None), records)
    if kept is not None:
        return kept, (None, None)
    places = {one.place for one in kept_mappings(records)} - {(None, None)}
    for place in sorted(places, key=str):
        kept = _kept_at(path, place, records)
        if kept is not None and kept.place == place:
            return kept, place
    return None


def _kept_at(path: Path, place: Place, records: Records) -> KeptMapping | None:
    try:
        with open_table(path, sheet=place[0], header_row=place[1], checked=False) as table:
            return recall(records, own_headers(path, table.headers))
    except FileError:  # what is wrong with the file is said when it is read
        return None
