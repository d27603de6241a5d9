"""Reads a document: what one source says, in YAML (``docs/document-format.md``). Yields a record for each entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from graph.claims import Modality, place, place_label
from graph.errors import InputError, MappingError, WijkwebError
from graph.ingest.cells import read_cell
from graph.ingest.records import Draft, DraftTie, Problem, Record, Said, words_of
from graph.ingest.sources import SourceInfo, plain, read_level, read_source
from graph.ingest.yaml_files import read_yaml
from graph.schema.declaration import Level, Property
from graph.schema.model import KINDS_BY_PLURAL, RELATIONSHIPS_BY_NAME, properties_of_kind, properties_of_relationship
from graph.schema.values import PartialDate
from graph.schema.words import Words

_HEAD = frozenset(("wijkweb", "source", "unit", "level", "stated_on"))
_OF_ENTRY = frozenset(("at", "id", "level", "called", "stated_on"))
_OF_VALUE = frozenset(("value", "at", "modality", "stated_on", "level", "language", "denied"))
_UNITS = ("paragraph", "page", "row", "line")
OWN_SOURCE = "source"
"""Key by which a document refers to the source that it is itself."""

_BY_TIE_NAME = {type_.name.lower(): (type_.name, False) for type_ in RELATIONSHIPS_BY_NAME.values()} | {
    type_.inverse: (type_.name, True) for type_ in RELATIONSHIPS_BY_NAME.values() if type_.inverse
}


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


def is_document(path: Path) -> bool:
    """Return whether a file is in the document format, by its ending and its first key."""
    if path.suffix.lower() not in (".yaml", ".yml"):
        return False
    return read_yaml(path).get("wijkweb") == "document"


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
    if document.get("wijkweb") != "document":
        raise MappingError(
            f"{path.name} begint niet met ‘wijkweb: document’.", f"{path.name} does not begin with ‘wijkweb: document’."
        )
    source = read_source(document, path.name)
    unit = document.get("unit", "paragraph")
    if unit not in _UNITS:
        raise MappingError(
            f"{path.name}: ‘unit’ is één van {', '.join(_UNITS)}, niet ‘{unit}’.",
            f"{path.name}: ‘unit’ is one of {', '.join(_UNITS)}, not ‘{unit}’.",
        )
    sections = {name: content for name, content in document.items() if name not in _HEAD}
    for name, content in sections.items():
        if name not in KINDS_BY_PLURAL or not isinstance(content, Mapping):
            choice = ", ".join(KINDS_BY_PLURAL)
            raise MappingError(
                f"{path.name}: ‘{name}’ is geen onderdeel. Kies uit: {choice}, met entries eronder.",
                f"{path.name}: ‘{name}’ is no section. Choose from: {choice}, with entries below it.",
            )
    reader = _EntryReader(path.name, source, unit)
    return Document(source, tuple(reader.records(sections)))


class _EntryReader:
    """Reads entries, each on its own: what is wrong in one is reported and does not stop the others."""

    def __init__(self, file: str, source: SourceInfo, unit: str) -> None:
        self._file = file
        self._source = source
        self._unit = unit

    def records(self, sections: Mapping[str, Mapping[str, Any]]) -> Iterator[Record]:
        keys: dict[str, str] = {OWN_SOURCE: "sources"}
        number = 0
        for section, entries in sections.items():
            for key, entry in entries.items():
                number += 1
                record = Record(number, place(key=str(key)), raw={section: {key: entry}})
                if keys.get(str(key), section) != section:
                    record.problems.append(self._problem(record.place, _double_key(str(key)), lost=True))
                else:
                    keys[str(key)] = section
                    self._read(record, section, str(key), entry)
                yield record

    def _read(self, record: Record, section: str, key: str, entry: object) -> None:
        if not isinstance(entry, Mapping):
            record.problems.append(self._problem(record.place, _no_entry(key), lost=True))
            return
        kind = KINDS_BY_PLURAL[section].name
        try:
            draft = Draft(
                key, (kind,), self._place(entry.get("at"), key), entry.get("id"), key, level=self._level(entry)
            )
        except WijkwebError as error:
            record.problems.append(self._problem(record.place, words_of(error), lost=True))
            return
        if section == "sources" and key == OWN_SOURCE:
            draft.id, draft.key = self._source.id, None
        record.drafts.append(draft)
        declared = properties_of_kind(kind)
        for name, content in entry.items():
            try:
                if name in _OF_ENTRY - {"level", "called"} or (name == "level" and "level" not in declared):
                    continue
                self._add(record, draft, name, content)
            except WijkwebError as error:
                where = f"{record.place}&column={name}"
                record.problems.append(self._problem(where, words_of(error)))

    def _level(self, entry: Mapping[str, Any]) -> Level | None:
        """Return the level of an entry; an area's own property of that name is told from it by its codes."""
        level = entry.get("level")
        return read_level(level, self._file) if level in ("public", "internal") else None

    def _add(self, record: Record, draft: Draft, name: str, content: Any) -> None:
        declared = properties_of_kind(draft.kinds[0])
        if name == "level" and content in ("public", "internal"):
            return
        bare, _, language = name.partition("@")
        if name == "called":
            draft.said += self._values(declared["aliases"], content, draft)
        elif bare in declared and bare not in ("kind", "same_as", "source_key"):
            draft.said += self._values(declared[bare], content, draft, language or None)
        elif name in _BY_TIE_NAME:
            self._add_ties(record, draft, name, content)
        else:
            raise _unknown_name(name, draft.kinds[0])

    # ------------------------------------------------------------------------------------------------ values

    def _values(self, property_: Property, content: Any, draft: Draft, language: str | None = None) -> Iterator[Said]:
        for item in content if isinstance(content, list) else [content]:
            given = item if isinstance(item, Mapping) else {"value": item}
            _check_names(given, _OF_VALUE)
            value = plain(given.get("value"))
            denied = bool(given.get("denied", False))
            stored = None if value is None else self._stored(property_, value)
            if stored is None and not denied:
                raise _no_value(property_)
            yield Said(
                property_.name,
                stored,
                self._place(given["at"], draft.reference) if "at" in given else draft.place,
                _modality(given),
                _date(given),
                self._level(given),
                given.get("language", language),
                denied,
            )

    def _stored(self, property_: Property, value: object) -> Any:
        if not isinstance(value, str | int | float | bool):
            raise _no_value(property_)
        return read_cell(property_, value)

    def _place(self, at: object, key: str) -> str:
        if at is None:
            return place(key=key)
        numbers = at if isinstance(at, list) else [at]
        if not all(isinstance(number, int | str) and not isinstance(number, bool) for number in numbers):
            raise MappingError(
                f"‘at’ is een getal of een rij getallen, niet ‘{at}’.", f"‘at’ is a number or numbers, not ‘{at}’."
            )
        return "&".join(f"{self._unit}={quote(str(number), safe=' ')}" for number in numbers)

    # ------------------------------------------------------------------------------------------------ relationships

    def _add_ties(self, record: Record, draft: Draft, name: str, content: Any) -> None:
        type_, inverse = _BY_TIE_NAME[name]
        for item in content if isinstance(content, list) else [content]:
            given = item if isinstance(item, Mapping) else {"to": item}
            if "to" not in given and given.get("denied"):
                stated = Said(type_, None, draft.place, _modality(given), _date(given), self._level(given), denied=True)
                draft.said.append(stated)
                continue
            record.ties.append(self._tie(type_, draft, given, inverse))

    def _tie(self, type_: str, draft: Draft, given: Mapping[str, Any], inverse: bool) -> DraftTie:
        declared = properties_of_relationship(type_)
        _check_names(given, {"to", *_OF_VALUE, *declared} - {"value", "exists"})
        if not isinstance(given.get("to"), str):
            raise MappingError(
                "Een relatie verwijst met ‘to’ naar een sleutel.", "A relationship refers to a key by ‘to’."
            )
        where = self._place(given["at"], draft.reference) if "at" in given else draft.place
        start, end = (given["to"], draft.reference) if inverse else (draft.reference, given["to"])
        key_names = RELATIONSHIPS_BY_NAME[type_].key
        tie = DraftTie(type_, start, end, where, level=self._level(given) or draft.level, modality=_modality(given),
                       stated_on=_date(given), denied=bool(given.get("denied", False)))  # fmt: skip
        key = {}
        for name in declared:
            if name in given and name != "exists":
                value = self._stored(declared[name], plain(given[name]))
                if name in key_names:
                    key[name] = str(value)
                else:
                    tie.said.append(Said(name, value, where, tie.modality, tie.stated_on, tie.level))
        tie.key = key
        return tie

    def _problem(self, where: str, what: Words, *, lost: bool = False) -> Problem:
        return Problem(self._file, Words(place_label(where, "nl"), place_label(where, "en")), what, lost)


def _modality(given: Mapping[str, Any]) -> Modality:
    value = given.get("modality", Modality.STATED.value)
    if value not in tuple(Modality):
        choice = ", ".join(Modality)
        raise MappingError(
            f"‘modality’ is één van {choice}, niet ‘{value}’.", f"‘modality’ is one of {choice}, not ‘{value}’."
        )
    return Modality(value)


def _date(given: Mapping[str, Any]) -> str | None:
    value = plain(given.get("stated_on"))
    return None if value is None else str(PartialDate.parse(str(value)))


def _check_names(given: Mapping[str, Any], allowed: set[str] | frozenset[str]) -> None:
    unknown = sorted(str(name) for name in given if name not in allowed)
    if unknown:
        choice = ", ".join(sorted(allowed))
        raise MappingError(
            f"‘{unknown[0]}’ hoort hier niet. Wel: {choice}.", f"‘{unknown[0]}’ does not belong here. Right: {choice}."
        )


def _unknown_name(name: str, kind: str) -> MappingError:
    choice = ", ".join([*properties_of_kind(kind), *(tie for tie in _BY_TIE_NAME)])
    return MappingError(
        f"‘{name}’ is geen eigenschap of relatie van {kind}. Kies uit: {choice}.",
        f"‘{name}’ is no property or relationship of {kind}. Choose from: {choice}.",
        concerning=name,
    )


def _no_value(property_: Property) -> InputError:
    return InputError(
        f"{property_.words.nl} heeft hier geen bruikbare waarde.", f"{property_.words.en} has no usable value here."
    )


def _double_key(key: str) -> Words:
    return Words(
        f"de sleutel ‘{key}’ staat ook in een ander onderdeel. Geef elk een eigen sleutel.",
        f"the key ‘{key}’ stands in another section too. Give each a key of its own.",
    )


def _no_entry(key: str) -> Words:
    return Words(f"onder ‘{key}’ staan geen eigenschappen.", f"‘{key}’ has no properties below it.")
