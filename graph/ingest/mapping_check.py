"""Checks a mapping against the model and the table, whole, before the first row is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph.claims import Modality
from graph.errors import InputError, MappingError
from graph.ingest.cells import read_cell
from graph.ingest.mapping import CALLED, Cells, NodeMapping, TableMapping, TieMapping, not_here
from graph.ingest.sources import plain, read_level, source_with_date
from graph.ingest.template_mapping import template_mapping
from graph.schema.declaration import Property, ValueType
from graph.schema.model import check_value, properties_of_kind, properties_of_relationship
from graph.schema.words import normalise


def check_mapping(document: Mapping[str, Any] | None, file: str, headers: Iterable[str], stem: str) -> TableMapping:
    """Return a mapping that fits the model and the table.

    Parameters
    ----------
    document
        What `read_mapping` gave; None for a table whose headers are those of a template.
    file
        Name of the mapping, or of the table where it has none; for errors.
    headers
        Headers of the table.
    stem
        Name of the table without its ending: the source where the mapping names none.

    Raises
    ------
    MappingError
        It names no column, or a column, kind, property or relationship that is not there; or a column of the table
        is neither mapped nor left out.
    """
    headers = tuple(headers)
    document = document or {}
    if "nodes" not in document:
        return template_mapping(document, file, headers, stem)
    mapping = _Checker(document, file, headers, stem).check()
    _check_columns(mapping, file, headers)
    return mapping


def _check_columns(mapping: TableMapping, file: str, headers: tuple[str, ...]) -> None:
    read = mapping.columns()
    if not read:
        raise MappingError(f"{file} noemt geen enkele kolom.", f"{file} names no column at all.")
    missing = sorted((read | mapping.left_out.keys()) - set(headers))
    if missing:
        raise MappingError(
            f"{file} noemt de kolom ‘{missing[0]}’, maar de tabel heeft die niet. Wel: {', '.join(headers)}.",
            f"{file} names the column ‘{missing[0]}’, but the table lacks it. It has: {', '.join(headers)}.",
            concerning=missing,
        )
    forgotten = [header for header in headers if header and header not in read and header not in mapping.left_out]
    if forgotten:
        raise MappingError(
            f"{file} zegt niets over de kolom ‘{forgotten[0]}’. Geef haar een eigenschap of een reden.",
            f"{file} says nothing about the column ‘{forgotten[0]}’. Map it, or give a reason in ‘leave_out’.",
            concerning=forgotten,
        )


class _Checker:
    """Holds the mapping that is being checked."""

    def __init__(self, document: Mapping[str, Any], file: str, headers: tuple[str, ...], stem: str) -> None:
        self._document = document
        self._file = file
        self._headers = headers
        self._stem = stem

    def check(self) -> TableMapping:
        nodes = tuple(self._node(str(name), given) for name, given in self._section("nodes").items())
        names = {node.name for node in nodes}
        ties = tuple(self._tie(given, names) for given in self._document.get("relationships") or ())
        source, stated_column = source_with_date(self._document, self._file, self._headers, self._stem)
        table = self._section("table")
        left_out = {str(column): str(reason or "") for column, reason in self._section("leave_out").items()}
        return TableMapping(source, nodes, ties, stated_column, table.get("sheet"), table.get("header_row"), left_out)

    def _section(self, name: str) -> Mapping[str, Any]:
        section = self._document.get(name) or {}
        if not isinstance(section, Mapping):
            raise MappingError(
                f"{self._file}: onder ‘{name}’ horen namen met eigenschappen.",
                f"{self._file}: ‘{name}’ needs names with properties.",
            )
        return section

    def _node(self, name: str, given: object) -> NodeMapping:
        if not isinstance(given, Mapping) or "kind" not in given:
            raise MappingError(f"{self._file}: ‘{name}’ heeft geen ‘kind’.", f"{self._file}: ‘{name}’ has no ‘kind’.")
        kinds = tuple(given["kind"]) if isinstance(given["kind"], list) else (str(given["kind"]),)
        for kind in kinds:
            self._guard(properties_of_kind, kind)
        declared = {**properties_of_kind(kinds[0]), CALLED: properties_of_kind(kinds[0])["aliases"]}
        cells = [self._cells(declared, name_, spec, name) for name_, spec in given.items()
                 if name_ not in _OF_NODE or _is_property_level(name_, spec, declared)]  # fmt: skip
        refer = given.get("refer")
        return NodeMapping(
            name,
            kinds,
            tuple(cells),
            None if given.get("key") is None else str(given["key"]),
            (str(refer["column"]), str(refer["to"])) if isinstance(refer, Mapping) else None,
            read_level(given["level"], self._file) if given.get("level") in ("public", "internal") else None,
        )

    def _tie(self, given: object, names: set[str]) -> TieMapping:
        if not isinstance(given, Mapping) or not {"type", "from", "to"} <= set(given):
            raise MappingError(
                f"{self._file}: een relatie heeft ‘type’, ‘from’ en ‘to’.",
                f"{self._file}: a relationship has ‘type’, ‘from’ and ‘to’.",
            )
        type_ = str(given["type"])
        self._guard(properties_of_relationship, type_)
        for end in (given["from"], given["to"]):
            if end not in names:
                raise not_here(self._file, str(end), names)
        declared = properties_of_relationship(type_)
        cells = tuple(self._cells(declared, name, spec, type_) for name, spec in given.items() if name not in _OF_TIE)
        modality = Modality(given.get("modality", "stated"))
        level = read_level(given["level"], self._file) if "level" in given else None
        return TieMapping(type_, str(given["from"]), str(given["to"]), cells, level, modality)

    def _cells(self, declared: Mapping[str, Property], name: object, given: object, owner: str) -> Cells:
        bare, _, language = str(name).partition("@")
        if bare not in declared or bare in ("kind", "same_as", "source_key", "exists"):
            raise not_here(f"{self._file}, {owner}", str(name), declared)
        property_ = declared[bare]
        spec: Mapping[str, Any] = given if isinstance(given, Mapping) else {"column": given}
        unknown = sorted(set(spec) - _OF_CELLS)
        if unknown:
            raise not_here(f"{self._file}, {owner}, {name}", unknown[0], _OF_CELLS)
        codes = {normalise(str(word)): str(code) for word, code in (spec.get("codes") or {}).items()}
        if property_.type is ValueType.CODE:
            for code in codes.values():
                self._guard(check_value, property_, code)
        value = None if spec.get("value") is None else self._guard(read_cell, property_, plain(spec["value"]))
        column = None if value is not None else str(spec.get("column"))
        modality = self._guard(Modality, spec.get("modality", "stated"))
        level = read_level(spec["level"], self._file) if "level" in spec else None
        return Cells(property_, column, value, codes, spec.get("unit"), spec.get("split"), modality, level,
                     spec.get("language", language or None))  # fmt: skip

    def _guard(self, function: Any, *arguments: Any) -> Any:
        """Call a function of the model and say in which file it refused."""
        try:
            return function(*arguments)
        except InputError as error:
            raise MappingError(f"{self._file}: {error.nl}", f"{self._file}: {error.en}") from error
        except ValueError as error:
            choice = ", ".join(Modality)
            raise MappingError(
                f"{self._file}: ‘modality’ is één van {choice}.", f"{self._file}: ‘modality’ is one of {choice}."
            ) from error


_OF_NODE = frozenset(("kind", "key", "refer", "level"))
_OF_TIE = frozenset(("type", "from", "to", "level", "modality"))
_OF_CELLS = frozenset(("column", "value", "codes", "unit", "split", "modality", "level", "language"))


def _is_property_level(name: object, given: object, declared: Mapping[str, Property]) -> bool:
    """Whether ``level`` is the property of an area, and not who may see a node."""
    return name == "level" and "level" in declared and given not in ("public", "internal")
