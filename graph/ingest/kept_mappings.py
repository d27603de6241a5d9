"""Mappings that are kept in the store, and found again by the shape of a file: the words of its headers.

A mapping that somebody loaded with, or had written, is kept as it is understood, without comments: those may show
rows. A file of the same shape under another name is another source; only one of the same name is a newer version.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from graph.ingest.rows import Row, Table
from graph.schema.words import normalise
from graph.store.base import Records, all_records

COLLECTION = "mapping"
"""Collection of the records part that holds kept mappings, by shape."""

Place = tuple[str | None, int | None]
"""Sheet and row in which headers stand; None where they are found by themselves."""

_TELLS_COLUMNS = frozenset(("nodes", "template", "leave_out"))


@dataclass(frozen=True, slots=True)
class KeptMapping:
    """A mapping, and of which file.

    Parameters
    ----------
    document
        The mapping, as `graph.ingest.mapping.read_mapping` gives it.
    stem
        Name without its ending of the file that it was made for.
    headers
        Headers that it was made for.
    digest
        Hash of the mapping file as it stood, in hexadecimal: a load with it is known again.
    kept_on
        Day on which it was kept, as a stored date.
    actor
        Role of who kept it.
    """

    document: Mapping[str, Any]
    stem: str
    headers: tuple[str, ...]
    digest: str
    kept_on: str = ""
    actor: str = ""

    @property
    def shape(self) -> str:
        """The shape of the files that it is for."""
        return shape_of(self.headers)

    @property
    def place(self) -> Place:
        """Sheet and row of the headers, where the mapping tells them."""
        table = self.document.get("table") or {}
        return table.get("sheet"), table.get("header_row")


def shape_of(headers: Iterable[str]) -> str:
    """Return the shape of a table: a hash of the words of its headers, whatever their order, capitals and accents.

    Parameters
    ----------
    headers
        Headers as they stand; two that differ in capitals alone are told apart.
    """
    named = [header for header in headers if header]
    words = sorted(normalise(header) or header for header in named)
    if len(set(words)) < len(words):
        words = sorted(named)
    return hashlib.sha256("\n".join(words).encode("utf-8", "replace")).hexdigest()[:32]


def remember(records: Records, kept: KeptMapping) -> None:
    """Keep a mapping for files of its shape; one that was kept for that shape is replaced.

    Parameters
    ----------
    records
        Records part of the store.
    kept
        The mapping. One that says nothing of columns is not kept.
    """
    if not kept.document.keys() & _TELLS_COLUMNS:
        return
    known = recall(records, kept.headers)
    if known is not None and (known.digest, known.stem) == (kept.digest, kept.stem):
        return
    day = kept.kept_on or datetime.now(UTC).date().isoformat()
    document = {"mapping": dict(kept.document), "stem": kept.stem, "headers": list(kept.headers),
                "digest": kept.digest, "kept_on": day, "actor": kept.actor}  # fmt: skip
    records.put(COLLECTION, {kept.shape: document})


def recall(records: Records, headers: Iterable[str]) -> KeptMapping | None:
    """Return the mapping that is kept for tables with such headers; None where there is none."""
    document = records.get(COLLECTION, [shape_of(headers)])[0]
    return None if document is None else _decoded(document)


def kept_mappings(records: Records) -> Iterator[KeptMapping]:
    """Yield every mapping that is kept, in order of shape."""
    for _, document in all_records(records, COLLECTION):
        yield _decoded(document)


def forget_mapping(records: Records, shape: str) -> None:
    """Keep the mapping of a shape no longer; what was loaded with it stays."""
    records.delete(COLLECTION, [shape])


def document_for(kept: KeptMapping, stem: str, headers: Iterable[str]) -> dict[str, Any]:
    """Return a kept mapping as it holds for a file: of another name, without what its own file said of itself.

    Parameters
    ----------
    kept
        The mapping.
    stem
        Name of the file without its ending.
    headers
        Headers of the file, as the mapping calls them: a date of all rows is of the other file, a column of dates is
        not.
    """
    if stem == kept.stem:
        return dict(kept.document)
    own = {name: value for name, value in kept.document.items() if name != "source"}
    if " ".join(str(own.get("stated_on")).split()) not in tuple(headers):
        own.pop("stated_on", None)
    return own


def renamed(table: Table, kept: KeptMapping) -> Table:
    """Return a table under the headers that a kept mapping knows, where its own are spelled otherwise."""
    known = _by_words(kept.headers)
    names = {header: known.get(words, header) for words, header in _by_words(table.headers).items()}
    if all(header == name for header, name in names.items()):
        return table
    return Table(tuple(names.get(header, header) for header in table.headers), _renamed(table.rows, names))


def _renamed(rows: Iterable[Row], names: Mapping[str, str]) -> Iterator[Row]:
    for row in rows:
        cells = {names.get(header, header): cell for header, cell in row.cells.items()}
        yield replace(row, cells=cells, damaged={names.get(name, name): was for name, was in row.damaged.items()})


def _by_words(headers: Iterable[str]) -> dict[str, str]:
    """Return headers by their words; those that others share by themselves."""
    named = [header for header in headers if header]
    count = Counter(map(normalise, named))
    return {normalise(header) if count[normalise(header)] == 1 else header: header for header in named}


def _decoded(document: Mapping[str, Any]) -> KeptMapping:
    return KeptMapping(document["mapping"], document["stem"], tuple(document["headers"]), document["digest"],
                       document["kept_on"], document["actor"])  # fmt: skip
