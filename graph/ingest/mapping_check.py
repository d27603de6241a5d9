"""Checks a mapping against the model and the table, whole, before the first row is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph.claims import Modality
from graph.errors import InputError, MappingError
from graph.ingest.cells import read_cell
from graph.ingest.mapping import (
    CALLED,
    Cells,
    NodeMapping,
    TableMapping,
    TieMapping,
    check_names,
    column,
    conditions,
    left_out_columns,
    nobody_words,
    not_here,
    section,
    word,
)
from graph.ingest.mapping_specs import columns_of, constant, digits_of, kinds_by_word, listed, separator, unit_of
from graph.ingest.sources import read_language, read_level, source_with_date
from graph.ingest.template_mapping import template_mapping
from graph.schema.declaration import Level, Property, ValueType
from graph.schema.keys import NAMES
from graph.schema.model import (
    RELATIONSHIPS_BY_NAME,
    check_ends,
    check_value,
    properties_of_kind,
    properties_of_relationship,
)
from graph.schema.words import normalise

_LEVELS = tuple(level.value for level in Level)


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
        there = ", ".join(header for header in headers if header)
        raise MappingError(
            f"{file} noemt de kolom ‘{missing[0]}’, maar de tabel heeft die niet. Wel: {there}.",
            f"{file} names the column ‘{missing[0]}’, but the table lacks it. It has: {there}.",
            concerning=missing,
        )
    forgotten = [header for header in headers if header and header not in read and header not in mapping.left_out]
    if forgotten:
        raise MappingError(
            f"{file} zegt niets over kolom ‘{forgotten[0]}’. Geef haar een eigenschap, of bij ‘leave_out’ een reden.",
            f"{file} says nothing about column ‘{forgotten[0]}’. Map it, or give a reason in ‘leave_out’.",
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
        check_names(self._document, self._file, (one for one in _HEAD if one != "template"))
        nodes = {name: self._node(name, given) for name, given in section(self._document, "nodes", self._file).items()}
        self._check_references(nodes)
        ties = self._document.get("relationships") or []
        if not isinstance(ties, list):
            raise _no_tie(self._file)
        made = tuple(self._tie(given, nodes) for given in ties)
        source, stated_column = source_with_date(self._document, self._file, self._headers, self._stem)
        left_out = left_out_columns(self._document, self._file)
        return TableMapping(
            source, tuple(nodes.values()), made, stated_column, left_out, nobody_words(self._document, self._file)
        )

    # ------------------------------------------------------------------------------------------------ nodes

    def _node(self, name: str, given: object) -> NodeMapping:
        if not isinstance(given, Mapping) or not given.get("kind"):
            raise MappingError(f"{self._file}: ‘{name}’ heeft geen ‘kind’.", f"{self._file}: ‘{name}’ has no ‘kind’.")
        where = f"{self._file}, {name}"
        by_word = kinds_by_word(given["kind"], f"{where}, kind")
        kinds = by_word.kinds if by_word else tuple(word(kind, f"{where}, kind") for kind in listed(given["kind"]))
        for kind in kinds:
            self._guard(properties_of_kind, kind)
        of_others = (
            {name: one for kind in kinds[1:] for name, one in properties_of_kind(kind).items()} if by_word else {}
        )
        declared = {**of_others, **properties_of_kind(kinds[0]), CALLED: properties_of_kind(kinds[0])["aliases"]}
        of_area = "level" in declared and given.get("level") not in _LEVELS
        cells = [self._cells(declared, name_, spec, where) for name_, spec in given.items()
                 if name_ not in _OF_NODE or (name_ == "level" and of_area)]  # fmt: skip
        level = None if "level" not in given or of_area else read_level(given["level"], where)
        if (
            kinds[0] == "Person"
            and level is Level.PUBLIC
            and not any(one.property.name == "public_role" for one in cells)
        ):
            raise _public_without_role(where)
        key = None if given.get("key") is None else column(given["key"], f"{where}, key")
        id_ = None if given.get("id") is None else column(given["id"], f"{where}, id")
        return NodeMapping(name, kinds, tuple(cells), key, self._reference(given, where), level, id_,
                           conditions(given.get("when"), where), by_word)  # fmt: skip

    def _reference(self, given: Mapping[str, Any], where: str) -> tuple[str, str] | None:
        refer = given.get("refer")
        if refer is None and given.get("number") is not None:
            return column(given["number"], f"{where}, number"), ""
        if refer is None:
            return None
        if not isinstance(refer, Mapping) or set(refer) != {"column", "to"}:
            raise MappingError(f"{where}: ‘refer’ heeft ‘column’ en ‘to’.", f"{where}: ‘refer’ has ‘column’ and ‘to’.")
        return column(refer["column"], f"{where}, refer"), word(refer["to"], f"{where}, refer")

    def _check_references(self, nodes: Mapping[str, NodeMapping]) -> None:
        for node in nodes.values():
            if (
                node.refer is not None
                and node.refer[1]
                and (node.refer[1] not in nodes or nodes[node.refer[1]].key is None)
            ):
                keyed = ", ".join(one.name for one in nodes.values() if one.key)
                raise MappingError(
                    f"{self._file}, {node.name}: ‘refer’ verwijst naar ‘{node.refer[1]}’, maar een ‘key’ staat er bij: "
                    f"{keyed or '-'}.",
                    f"{self._file}, {node.name}: ‘refer’ refers to ‘{node.refer[1]}’, but a ‘key’ stands at: "
                    f"{keyed or '-'}.",
                )

    # ------------------------------------------------------------------------------------------------ relationships

    def _tie(self, given: object, nodes: Mapping[str, NodeMapping]) -> TieMapping:
        if not isinstance(given, Mapping) or not {"type", "from", "to"} <= set(given):
            raise _no_tie(self._file)
        type_, start, end = (word(given[name], f"{self._file}, {name}") for name in ("type", "from", "to"))
        self._guard(properties_of_relationship, type_)
        for name in (start, end):
            if name not in nodes:
                raise not_here(f"{self._file}, {type_}", name, nodes)
        joined = RELATIONSHIPS_BY_NAME[type_].ends
        if not any((one, other) in joined for one in nodes[start].kinds for other in nodes[end].kinds):
            self._guard(check_ends, type_, nodes[start].kinds[0], nodes[end].kinds[0])
        where = f"{self._file}, {type_}"
        declared = {name: one for name, one in properties_of_relationship(type_).items() if name != "exists"}
        cells = tuple(self._cells(declared, name, spec, where) for name, spec in given.items() if name not in _OF_TIE)
        level = read_level(given["level"], where) if "level" in given else None
        return TieMapping(
            type_, start, end, cells, level, self._modality(given, where), conditions(given.get("when"), where)
        )

    # ------------------------------------------------------------------------------------------------ cells

    def _cells(self, declared: Mapping[str, Property], name: str, given: object, owner: str) -> Cells:
        bare, _, language = name.partition("@")
        if bare not in declared or bare in ("kind", "same_as", "source_key"):
            raise not_here(owner, name, (one for one in declared if one not in ("kind", "same_as", "source_key")))
        where, property_ = f"{owner}, {name}", declared[bare]
        if property_.type is ValueType.REFERENCE:
            raise _no_reference(where)
        spec: Mapping[str, Any] = given if isinstance(given, Mapping) else {"column": given}
        check_names(spec, where, _OF_CELLS)
        columns = columns_of(spec, where)
        if bool(columns) == ("value" in spec):
            raise MappingError(f"{where}: geef een ‘column’ of een ‘value’.", f"{where}: give a ‘column’ or a ‘value’.")
        split = tuple(separator(one, f"{where}, split") for one in listed(spec.get("split")) if one is not None)
        unit, unit_column = unit_of(spec.get("unit"), f"{where}, unit")
        return Cells(
            property_,
            columns[0] if columns else None,
            self._guard(read_cell, property_, constant(spec["value"], where), unit=unit) if "value" in spec else None,
            self._codes(property_, spec, where),
            unit,
            split,
            self._modality(spec, where),
            None if spec.get("level") is None else read_level(spec["level"], where),
            read_language(spec.get("language", language or None), where),
            several=bool(split) and bare in (NAMES, CALLED),
            joined=columns[1:],
            unit_column=unit_column,
            prefix=word(spec.get("prefix", "-"), f"{where}, prefix") if "prefix" in spec else "",
            digits=digits_of(spec.get("digits", 0), f"{where}, digits"),
        )

    def _codes(self, property_: Property, spec: Mapping[str, Any], where: str) -> dict[str, str]:
        given = section(spec, "codes", where)
        codes = {normalise(one): word(code, f"{where}, codes") for one, code in given.items()}
        if property_.type is ValueType.CODE:
            for code in codes.values():
                self._guard(check_value, property_, code)
        return codes

    def _modality(self, given: Mapping[str, Any], where: str) -> Modality:
        value = given.get("modality", Modality.STATED.value)
        if value not in tuple(Modality):
            choice = ", ".join(Modality)
            raise MappingError(f"{where}: ‘modality’ is één van {choice}.", f"{where}: ‘modality’ is one of {choice}.")
        return Modality(value)

    def _guard(self, function: Any, *arguments: Any, **options: Any) -> Any:
        """Call a function of the model and say in which file it refused."""
        try:
            return function(*arguments, **options)
        except InputError as error:
            raise MappingError(f"{self._file}: {error.nl}", f"{self._file}: {error.en}") from error


_HEAD = (
    "wijkweb",
    "source",
    "level",
    "stated_on",
    "table",
    "nodes",
    "relationships",
    "leave_out",
    "template",
    "nothing",
)
_OF_NODE = frozenset(("kind", "id", "key", "number", "refer", "level", "when"))
_OF_TIE = frozenset(("type", "from", "to", "level", "modality", "when"))
_OF_CELLS = frozenset(
    ("column", "columns", "value", "codes", "unit", "split", "modality", "level", "language", "prefix", "digits")
)


def _no_tie(file: str) -> MappingError:
    return MappingError(
        f"{file}: onder ‘relationships’ hoort een lijst; een relatie heeft ‘type’, ‘from’ en ‘to’.",
        f"{file}: ‘relationships’ needs a list; a relationship has ‘type’, ‘from’ and ‘to’.",
    )


def _public_without_role(where: str) -> MappingError:
    return MappingError(
        f"{where}: een openbare naam van een persoon vraagt om een ‘public_role’.",
        f"{where}: a public name of a person asks for a ‘public_role’.",
    )


def _no_reference(where: str) -> MappingError:
    return MappingError(
        f"{where}: dit verwijst naar iets anders, en dat kan alleen in een document.",
        f"{where}: this refers to another thing, which only a document can do.",
    )
