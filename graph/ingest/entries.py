"""Reads the entries of a document, each on its own: what is wrong in one is reported and does not stop the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

from graph.claims import Modality, place, place_label
from graph.errors import InputError, MappingError, WijkwebError
from graph.ingest.cells import read_cell
from graph.ingest.records import Draft, DraftTie, Problem, Record, Said, words_of
from graph.ingest.sources import read_date, read_language, read_level
from graph.schema.declaration import Level, Property, ValueType
from graph.schema.model import (
    KINDS_BY_PLURAL,
    RELATIONSHIPS_BY_NAME,
    check_value,
    properties_of_kind,
    properties_of_relationship,
)
from graph.schema.values import Value
from graph.schema.words import Words

_OF_ENTRY = ("at", "id", "stated_on")  # what stands in an entry besides properties, relationships, level and called
_OF_VALUE = frozenset(("value", "at", "modality", "stated_on", "level", "language", "denied"))
_LEVELS = tuple(level.value for level in Level)
ID_FORM = re.compile(r"[a-z_]+/[^\s\x00-\x1f\ud800-\udfff]{1,200}")
"""What an id that is given outright looks like."""

_BY_TIE_NAME = {type_.name.lower(): (type_.name, False) for type_ in RELATIONSHIPS_BY_NAME.values()} | {
    type_.inverse: (type_.name, True) for type_ in RELATIONSHIPS_BY_NAME.values() if type_.inverse
}


class EntryReader:
    """Makes the record of an entry.

    Parameters
    ----------
    file
        Name of the document, for problems.
    unit
        What ``at`` counts.
    source
        Id of the source that speaks.
    """

    def __init__(self, file: str, unit: str, source: str) -> None:
        self._file = file
        self._unit = unit
        self._source = source

    def read(self, record: Record, section: str, key: str, entry: object, *, itself: bool = False) -> None:
        """Read what an entry says into its record.

        Parameters
        ----------
        record
            What is to hold it; problems go there too.
        section, key, entry
            The plural of its kind, its key, and what stands there.
        itself
            Whether the entry is about the source that speaks.
        """
        if not isinstance(entry, Mapping):
            self.report(record, "", _no_entry(key), lost=True)
            return
        with self._reported(record, "", lost=True):
            draft = self._draft(KINDS_BY_PLURAL[section].name, key, entry)
            if itself:
                draft.id, draft.key = self._source, None
            record.drafts.append(draft)
            for name, content in entry.items():
                if name not in _OF_ENTRY and not (name == "level" and content in _LEVELS):
                    self._add(record, draft, name, content)

    def report(self, record: Record, name: str, what: Words, *, lost: bool = False) -> None:
        """Add a problem to a record: of the property or relationship with a name, or (empty) of the entry."""
        where = Words(place_label(record.place, "nl"), place_label(record.place, "en"))
        if name:
            where = Words(f"{where.nl}, bij {name[:60]}", f"{where.en}, at {name[:60]}")
        record.problems.append(Problem(self._file, where, what, lost))

    @contextmanager
    def _reported(self, record: Record, name: str, *, lost: bool = False) -> Iterator[None]:
        """Turn what is refused inside into a problem of the record."""
        try:
            yield
        except WijkwebError as error:
            self.report(record, name, words_of(error), lost=lost)

    # ------------------------------------------------------------------------------------------------ entry

    def _draft(self, kind: str, key: str, entry: Mapping[str, Any]) -> Draft:
        id_ = entry.get("id")
        if id_ is not None and not (isinstance(id_, str) and ID_FORM.fullmatch(id_)):
            raise no_id(id_)
        # A level that is no level hides nothing, so nothing is read; that of an area may be the sort of area.
        of_area = "level" in properties_of_kind(kind) and entry.get("level") not in _LEVELS
        level = None if "level" not in entry or of_area else read_level(entry["level"], key)
        where = self._place(entry.get("at"), key)
        stated_on = read_date(entry.get("stated_on"), key)
        return Draft(key, (kind,), where, id_, key, own_key=True, level=level, stated_on=stated_on)

    def _add(self, record: Record, draft: Draft, name: str, content: Any) -> None:
        declared = properties_of_kind(draft.kinds[0])
        bare, _, language = name.partition("@")
        items = content if isinstance(content, list) else [content]
        if name in _BY_TIE_NAME:
            for item in items:
                with self._reported(record, name):
                    self._add_tie(record, draft, name, item)
            return
        property_ = declared["aliases"] if name == "called" else declared.get(bare)
        if property_ is None or bare in ("kind", "same_as", "source_key"):
            self.report(record, name, _unknown_name(name, draft.kinds[0]))
            return
        for item in items:
            with self._reported(record, name):
                draft.said.append(self._said(property_, item, draft, language))

    # ------------------------------------------------------------------------------------------------ values

    def _said(self, property_: Property, item: object, draft: Draft, language: str) -> Said:
        given = item if isinstance(item, Mapping) else {"value": item}
        _check_names(given, _OF_VALUE)
        denied = _denied(given)
        value = None if given.get("value") is None else _stored(property_, given["value"])
        if value is None and not denied:
            raise _no_value(property_)
        where = self._place(given["at"], draft.reference) if "at" in given else draft.place
        stated_on = read_date(given.get("stated_on"), "stated_on") or draft.stated_on
        tongue = read_language(given.get("language", language or None), "language")
        return Said(property_.name, value, where, _modality(given), stated_on, _level(given), tongue, denied)

    def _place(self, at: object, key: str) -> str:
        if at is None:
            return place(key=key)
        numbers = at if isinstance(at, list) else [at]
        if not numbers or any(isinstance(one, bool) or not isinstance(one, int | str) for one in numbers):
            raise MappingError(
                f"‘at’ is een getal of een rij getallen, niet ‘{str(at)[:60]}’.",
                f"‘at’ is a number or numbers, not ‘{str(at)[:60]}’.",
            )
        return "&".join(f"{self._unit}={quote(str(number), safe=' ')}" for number in numbers)

    # ------------------------------------------------------------------------------------------------ relationships

    def _add_tie(self, record: Record, draft: Draft, name: str, item: object) -> None:
        type_, inverse = _BY_TIE_NAME[name]
        ends = {pair[inverse] for pair in RELATIONSHIPS_BY_NAME[type_].ends}
        if draft.kinds[0] not in ends:
            unknown = _unknown_name(name, draft.kinds[0])
            raise MappingError(unknown.nl, unknown.en)
        given = item if isinstance(item, Mapping) else {"to": item}
        if "to" not in given and _denied(given):
            _check_names(given, _OF_VALUE - {"value"})
            where = self._place(given["at"], draft.reference) if "at" in given else draft.place
            stated_on = read_date(given.get("stated_on"), "stated_on") or draft.stated_on
            draft.said.append(Said(type_, None, where, _modality(given), stated_on, _level(given), denied=True))
            return
        self._add_named_tie(record, draft, given, (type_, inverse))

    def _add_named_tie(self, record: Record, draft: Draft, given: Mapping[str, Any], named: tuple[str, bool]) -> None:
        type_, inverse = named
        declared = {name: one for name, one in properties_of_relationship(type_).items() if name != "exists"}
        _check_names(given, {"to", *_OF_VALUE, *declared} - {"value", "language"})
        other = given.get("to")
        if isinstance(other, bool) or not isinstance(other, str | int):
            raise MappingError(
                "Een relatie verwijst met ‘to’ naar een sleutel.", "A relationship refers to a key by ‘to’."
            )
        start, end = (str(other), draft.reference) if inverse else (draft.reference, str(other))
        tie = DraftTie(
            type_, start, end, self._place(given["at"], draft.reference) if "at" in given else draft.place,
            level=_level(given) or draft.level, modality=_modality(given),
            stated_on=read_date(given.get("stated_on"), "stated_on") or draft.stated_on, denied=_denied(given),
        )  # fmt: skip
        key_names = RELATIONSHIPS_BY_NAME[type_].key
        tie.key = {name: str(_stored(declared[name], given[name])) for name in key_names if given.get(name) is not None}
        for name, property_ in declared.items():
            if name in given and name not in key_names:
                with self._reported(record, f"{type_.lower()}, {name}"):
                    value = _stored(property_, given[name])
                    tie.said.append(Said(name, value, tie.place, tie.modality, tie.stated_on, tie.level))
        record.ties.append(tie)


def _stored(property_: Property, value: object) -> Value:
    if not isinstance(value, str | int | float | bool):
        raise _no_value(property_)
    try:
        return read_cell(property_, value)
    except InputError:
        if property_.type is not ValueType.QUANTITY:
            raise
        try:
            return check_value(property_, value)  # a source may count in a unit that we have no word for
        except InputError:
            pass
        raise


def _modality(given: Mapping[str, Any]) -> Modality:
    value = given.get("modality", Modality.STATED.value)
    if value not in tuple(Modality):
        choice = ", ".join(Modality)
        raise MappingError(
            f"‘modality’ is één van {choice}, niet ‘{str(value)[:60]}’.",
            f"‘modality’ is one of {choice}, not ‘{str(value)[:60]}’.",
        )
    return Modality(value)


def _level(given: Mapping[str, Any]) -> Level | None:
    return None if given.get("level") is None else read_level(given["level"], "level")


def _denied(given: Mapping[str, Any]) -> bool:
    value = given.get("denied", False)
    if not isinstance(value, bool):
        raise MappingError("‘denied’ is true of false.", "‘denied’ is true or false.")
    return value


def _check_names(given: Mapping[str, Any], allowed: set[str] | frozenset[str]) -> None:
    unknown = sorted(name for name in given if name not in allowed)
    if unknown:
        choice = ", ".join(sorted(allowed))
        raise MappingError(
            f"‘{unknown[0]}’ hoort hier niet. Wel: {choice}.", f"‘{unknown[0]}’ does not belong here. Right: {choice}."
        )


def _unknown_name(name: str, kind: str) -> Words:
    ties = [tie for tie, (type_, inverse) in _BY_TIE_NAME.items()
            if kind in {pair[inverse] for pair in RELATIONSHIPS_BY_NAME[type_].ends}]  # fmt: skip
    declared = (one for one in properties_of_kind(kind) if one not in ("kind", "same_as", "source_key"))
    choice = ", ".join(("called", *declared, *ties))
    return Words(
        f"‘{name[:60]}’ is geen eigenschap of relatie van {kind}. Kies uit: {choice}.",
        f"‘{name[:60]}’ is no property or relationship of {kind}. Choose from: {choice}.",
    )


def no_id(id_: object) -> MappingError:
    """Return the error for what cannot be an id."""
    return MappingError(
        f"‘{str(id_)[:60]}’ kan geen id zijn. Schrijf bijvoorbeeld area/wk051838, of laat het weg.",
        f"‘{str(id_)[:60]}’ cannot be an id. Write for example area/wk051838, or leave it out.",
    )


def _no_value(property_: Property) -> InputError:
    return InputError(
        f"{property_.words.nl} heeft hier geen bruikbare waarde.", f"{property_.words.en} has no usable value here."
    )


def _no_entry(key: str) -> Words:
    return Words(
        f"onder ‘{key[:60]}’ staan geen eigenschappen. Haal het weg, of zeg er iets over.",
        f"‘{key[:60]}’ has no properties below it. Take it out, or say something of it.",
    )
