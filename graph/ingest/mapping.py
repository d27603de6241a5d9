"""Mappings: what the columns of a table mean (``docs/mapping-format.md``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.claims import Modality
from graph.errors import MappingError
from graph.ingest.sources import SourceInfo
from graph.ingest.yaml_files import read_yaml
from graph.schema.declaration import Level, Property
from graph.schema.keys import NAMES
from graph.schema.values import Value

SIDECAR = ".mapping.yaml"
"""Ending of the mapping that stands beside a table under the same name."""

CALLED = "called"


@dataclass(frozen=True, slots=True)
class Cells:
    """Where the values of one property come from.

    Parameters
    ----------
    property
        What they are for.
    column
        Header of the column; None where every row has the same value.
    value
        That value, in stored form.
    codes
        What words of this table mean, by normalised word.
    unit, split, modality, level, language
        How to read and to mean them.
    """

    property: Property
    column: str | None = None
    value: Value | None = None
    codes: Mapping[str, str] = field(default_factory=dict)
    unit: str | None = None
    split: str | None = None
    modality: Modality = Modality.STATED
    level: Level | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class NodeMapping:
    """What nodes one row becomes under one name.

    Parameters
    ----------
    name
        The name that the mapping gives it.
    kinds
        Kinds that it may be; a new one is the first.
    cells
        Its properties.
    key
        Column of the number by which the source knows it.
    refer
        Column that holds the key of another row, and the node that this row becomes.
    level
        Level of what is said of it, where a property says nothing else.
    """

    name: str
    kinds: tuple[str, ...]
    cells: tuple[Cells, ...]
    key: str | None = None
    refer: tuple[str, str] | None = None
    level: Level | None = None

    @property
    def split(self) -> Cells | None:
        """The cells that hold a list, so that one row becomes several of these."""
        return next((one for one in self.cells if one.split and one.property.name in (NAMES, "aliases")), None)


@dataclass(frozen=True, slots=True)
class TieMapping:
    """What relationships one row becomes."""

    type: str
    start: str
    end: str
    cells: tuple[Cells, ...]
    level: Level | None = None
    modality: Modality = Modality.STATED


@dataclass(frozen=True, slots=True)
class TableMapping:
    """A checked mapping.

    Parameters
    ----------
    source
        Who speaks.
    nodes, ties
        What one row becomes.
    stated_column
        Column that holds the date of each row.
    sheet, header_row
        Where the table is.
    left_out
        Columns that are not read, with the reason.
    """

    source: SourceInfo
    nodes: tuple[NodeMapping, ...]
    ties: tuple[TieMapping, ...]
    stated_column: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    left_out: Mapping[str, str] = field(default_factory=dict)

    def columns(self) -> frozenset[str]:
        """Return the headers that the mapping reads."""
        cells = [one for node in self.nodes for one in node.cells] + [one for tie in self.ties for one in tie.cells]
        found = {one.column for one in cells if one.column}
        found |= {node.key for node in self.nodes if node.key} | {node.refer[0] for node in self.nodes if node.refer}
        return frozenset(found | ({self.stated_column} if self.stated_column else set()))


def find_mapping(table: Path, given: Path | None = None) -> Path | None:
    """Return the mapping file of a table: the one given, or the one that stands beside it."""
    if given is not None:
        return given
    beside = table.with_name(table.name.removesuffix(table.suffix).removesuffix(".quarantine") + SIDECAR)
    return beside if beside.exists() else None


def read_mapping(path: Path) -> Mapping[str, Any]:
    """Read a mapping file, unchecked.

    Raises
    ------
    MappingError
        It is no mapping.
    """
    document = read_yaml(path)
    if document.get("wijkweb") != "mapping":
        raise MappingError(
            f"{path.name} begint niet met ‘wijkweb: mapping’.", f"{path.name} does not begin with ‘wijkweb: mapping’."
        )
    unknown = sorted(set(document) - _HEAD)
    if unknown:
        raise not_here(path.name, unknown[0], _HEAD)
    return document


_HEAD = frozenset(
    ("wijkweb", "source", "level", "stated_on", "table", "nodes", "relationships", "leave_out", "template")
)


def not_here(where: str, name: str, allowed: Iterable[str]) -> MappingError:
    """Return the error for a name that does not belong where it stands."""
    choice = ", ".join(sorted(map(str, allowed)))
    return MappingError(
        f"{where}: ‘{name}’ hoort hier niet. Wel: {choice}.",
        f"{where}: ‘{name}’ does not belong here. Right: {choice}.",
        concerning=name,
    )
