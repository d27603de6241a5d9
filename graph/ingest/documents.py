"""Reads a document: what one source says, in YAML (``docs/document-format.md``). Yields a record for each entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.claims import place
from graph.errors import MappingError
from graph.ingest.entries import EntryReader
from graph.ingest.records import OWN_SOURCE, Record
from graph.ingest.sources import SourceInfo, read_source
from graph.ingest.yaml_files import read_yaml
from graph.schema.model import KINDS_BY_PLURAL
from graph.schema.words import Words

DOCUMENTS = (".yaml", ".yml")
"""Endings of documents."""

_HEAD = ("wijkweb", "source", "unit", "level", "stated_on")
_UNITS = ("paragraph", "page", "row", "line")


@dataclass(frozen=True, slots=True)
class Document:
    """A document that has been read.

    Parameters
    ----------
    source
        Who speaks.
    records
        One for each entry, in the order of the file.
    """

    source: SourceInfo
    records: tuple[Record, ...]


def read_document(path: Path) -> Document:
    """Read a document.

    Raises
    ------
    FileError
        It is no YAML.
    MappingError
        Its head or a section is not what the format says; nothing has been read then.
    """
    document = read_yaml(path)
    if document.get("wijkweb") == "mapping":
        raise MappingError(
            f"{path.name} is een mapping: lees de tabel in waar die bij hoort.",
            f"{path.name} is a mapping: load the table that it belongs to.",
        )
    if document.get("wijkweb") != "document":
        raise MappingError(
            f"{path.name} begint niet met ‘wijkweb: document’.", f"{path.name} does not begin with ‘wijkweb: document’."
        )
    source = read_source(document, path.name)
    reader = EntryReader(path.name, _unit(document, path.name), source.id)
    return Document(source, tuple(_records(reader, _sections(document, path.name))))


def _unit(document: Mapping[str, Any], file: str) -> str:
    unit = document.get("unit", "paragraph")
    if unit not in _UNITS:
        raise MappingError(
            f"{file}: ‘unit’ is één van {', '.join(_UNITS)}, niet ‘{str(unit)[:60]}’.",
            f"{file}: ‘unit’ is one of {', '.join(_UNITS)}, not ‘{str(unit)[:60]}’.",
        )
    return str(unit)


def _sections(document: Mapping[str, Any], file: str) -> dict[str, Mapping[str, Any]]:
    sections = {name: content for name, content in document.items() if name not in _HEAD}
    for name, content in sections.items():
        if name not in KINDS_BY_PLURAL or not isinstance(content, Mapping):
            choice = ", ".join(KINDS_BY_PLURAL)
            raise MappingError(
                f"{file}: ‘{name[:60]}’ is geen onderdeel. Kies uit: {choice}, met eronder wat er is.",
                f"{file}: ‘{name[:60]}’ is no section. Choose from: {choice}, with what there is below.",
            )
    return sections


def _records(reader: EntryReader, sections: Mapping[str, Mapping[str, Any]]) -> Iterator[Record]:
    keys: dict[str, str] = {OWN_SOURCE: "sources"}
    number = 0
    for section, entries in sections.items():
        for key, entry in entries.items():
            number += 1
            record = Record(number, place(key=key), raw={section: {key: entry}})
            if keys.setdefault(key, section) == section:
                reader.read(record, section, key, entry, itself=key == OWN_SOURCE)
            else:
                reader.report(record, "", _double_key(key), lost=True)
            yield record


def _double_key(key: str) -> Words:
    return Words(
        f"de sleutel ‘{key}’ staat ook in een ander onderdeel. Geef elk een eigen sleutel.",
        f"the key ‘{key}’ stands in another section too. Give each a key of its own.",
    )
