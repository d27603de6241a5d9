"""Mappings: what the columns of a table mean (``docs/mapping-format.md``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.claims import Modality
from graph.errors import MappingError
from graph.ingest.cell_parts import Condition
from graph.ingest.kinds_by_word import KindsByWord
from graph.ingest.sources import SourceInfo
from graph.ingest.yaml_files import read_yaml
from graph.schema.declaration import Level, Property
from graph.schema.keys import NAMES
from graph.schema.values import Value
from graph.schema.words import Words, normalise

SIDECAR = ".mapping.yaml"
"""Ending of the mapping that stands beside a table under the same name."""

MARK = ".quarantine"
"""Stands before the ending of a file with rows set aside: ``lijst.quarantine.csv``."""

CALLED = "called"
"""How a file names something that bears another name of its own; it becomes one of the other names."""


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
    joined
        Columns whose cells follow that of the first in one text.
    unit, split, modality, level, language
        How to read and to mean them.
    unit_column
        Column that holds the unit of each row.
    prefix, digits
        What a code lacks: what stands before it, and how many digits it has.
    several
        Whether each part of a divided cell names a node of its own; otherwise all are said of one node.
    """

    property: Property
    column: str | None = None
    value: Value | None = None
    codes: Mapping[str, str] = field(default_factory=dict)
    unit: str | None = None
    split: tuple[str, ...] = ()
    modality: Modality = Modality.STATED
    level: Level | None = None
    language: str | None = None
    several: bool = False
    joined: tuple[str, ...] = ()
    unit_column: str | None = None
    prefix: str = ""
    digits: int = 0

    def columns(self) -> tuple[str, ...]:
        """Return the headers that it reads."""
        first = (self.column, *self.joined) if self.column else ()
        return (*first, self.unit_column) if self.unit_column else first


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
        Column that holds the key of another row, and the node that this row becomes; no node where the number is that
        of something that many rows name.
    level
        Level of what is said of it, where a property says nothing else.
    id
        Column that says outright which thing it is.
    when
        Of which rows it is a part; of all where there is no condition.
    by_word
        Which of the kinds it is by the words of its name; None where they do not say.
    """

    name: str
    kinds: tuple[str, ...]
    cells: tuple[Cells, ...]
    key: str | None = None
    refer: tuple[str, str] | None = None
    level: Level | None = None
    id: str | None = None
    when: tuple[Condition, ...] = ()
    by_word: KindsByWord | None = None

    @property
    def listing(self) -> Cells | None:
        """The cells that hold a list of names, so that one row becomes several of these; None where it is one."""
        if any(one.property.name == NAMES and not one.split for one in self.cells):
            return None  # it has a name of its own; what is divided are other names of it
        return next((one for one in self.cells if one.split and one.several), None)


@dataclass(frozen=True, slots=True)
class TieMapping:
    """What relationships one row becomes."""

    type: str
    start: str
    end: str
    cells: tuple[Cells, ...]
    level: Level | None = None
    modality: Modality = Modality.STATED
    when: tuple[Condition, ...] = ()


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
    left_out
        Columns that are not read, with the reason.
    nobody
        Normalised words that stand where a name should be, and name nobody.
    """

    source: SourceInfo
    nodes: tuple[NodeMapping, ...]
    ties: tuple[TieMapping, ...]
    stated_column: str | None = None
    left_out: Mapping[str, Words] = field(default_factory=dict)
    nobody: frozenset[str] = frozenset()

    def columns(self) -> frozenset[str]:
        """Return the headers that the mapping reads."""
        cells = [one for node in self.nodes for one in node.cells] + [one for tie in self.ties for one in tie.cells]
        found = {header for one in cells for header in one.columns()}
        found |= {one.column for node in self.nodes for one in node.when}
        found |= {one.column for tie in self.ties for one in tie.when}
        found |= {one for node in self.nodes for one in (node.key, node.id) if one}
        found |= {node.refer[0] for node in self.nodes if node.refer}
        return frozenset(found | ({self.stated_column} if self.stated_column else set()))


def find_mapping(table: Path, given: Path | None = None) -> Path | None:
    """Return the mapping file of a table or of its quarantine: the one given, or the one that stands beside it."""
    if given is not None:
        return given
    beside = table.with_name(bare_name(table) + SIDECAR)
    return beside if beside.exists() else None


def bare_name(path: Path) -> str:
    """Return the name of a file without its ending and without the mark of a quarantine."""
    return path.name.removesuffix(path.suffix).removesuffix(MARK)


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
    check_names(document, path.name, _HEAD)
    return document


_HEAD = frozenset(
    ("wijkweb", "source", "level", "stated_on", "table", "nodes", "relationships", "leave_out", "template", "nothing")
)


def check_names(given: Mapping[str, Any], where: str, allowed: Iterable[str]) -> None:
    """Refuse names that do not belong where they stand.

    Raises
    ------
    MappingError
        There is one.
    """
    allowed = frozenset(allowed)
    unknown = sorted(name for name in given if name not in allowed)
    if unknown:
        raise not_here(where, unknown[0], allowed)


def not_here(where: str, name: str, allowed: Iterable[str]) -> MappingError:
    """Return the error for a name that does not belong where it stands."""
    choice = ", ".join(sorted(map(str, allowed)))
    return MappingError(
        f"{where}: ‘{name[:60]}’ hoort hier niet. Wel: {choice}.",
        f"{where}: ‘{name[:60]}’ does not belong here. Right: {choice}.",
        concerning=name,
    )


def section(document: Mapping[str, Any], name: str, file: str) -> Mapping[str, Any]:
    """Return a part of a mapping that holds names; empty where it is left out.

    Raises
    ------
    MappingError
        Something else stands there.
    """
    content = document.get(name)
    if content is None:
        return {}
    if not isinstance(content, Mapping):
        raise MappingError(
            f"{file}: onder ‘{name}’ horen namen, elk met een waarde.",
            f"{file}: ‘{name}’ needs names, each with a value.",
        )
    return content


def word(value: object, where: str) -> str:
    """Return a word or number of a mapping as text.

    Raises
    ------
    MappingError
        It is none.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float) or value == "":
        raise MappingError(f"{where}: hier hoort één woord of getal.", f"{where}: one word or number belongs here.")
    return str(value)


def column(value: object, where: str) -> str:
    """Return the header of a column as tables are read: blanks and line breaks in it count as one blank.

    Raises
    ------
    MappingError
        It is no word or number.
    """
    return " ".join(word(value, where).split())


def left_out_columns(document: Mapping[str, Any], file: str) -> dict[str, Words]:
    """Return the columns that a mapping leaves out, with the reason.

    Raises
    ------
    MappingError
        It gives them otherwise.
    """
    given = section(document, "leave_out", file)
    return {column(header, file): _reason(reason) for header, reason in given.items()}


def _reason(given: object) -> Words:
    """Return a reason that stands there in one language, or as ``nl`` and ``en``."""
    if isinstance(given, Mapping):
        return Words(str(given.get("nl", "")), str(given.get("en", "")))
    text = "" if given is None else str(given)
    return Words(text, text)


def nobody_words(document: Mapping[str, Any], file: str) -> frozenset[str]:
    """Return the words that a mapping says name nobody, normalised.

    Raises
    ------
    MappingError
        It gives something else than words.
    """
    given = document.get("nothing") or []
    words = given if isinstance(given, list) else [given]
    return frozenset(normalise(word(one, f"{file}, nothing")) for one in words)


def conditions(given: object, where: str) -> tuple[Condition, ...]:
    """Return what ``when`` says: of which rows something holds.

    Raises
    ------
    MappingError
        It is no list of columns with words.
    """
    if given is None:
        return ()
    if not isinstance(given, Mapping):
        raise MappingError(
            f"{where}: ‘when’ noemt kolommen, elk met woorden.", f"{where}: ‘when’ names columns, each with words."
        )
    return tuple(Condition(column(header, where), _words(words, where)) for header, words in given.items())


def _words(given: object, where: str) -> frozenset[str]:
    return frozenset(normalise(word(one, where)) for one in (given if isinstance(given, list) else [given]))


def table_place(document: Mapping[str, Any], file: str) -> tuple[str | None, int | None]:
    """Return on which sheet and in which row the headers stand, as far as the mapping says.

    Raises
    ------
    MappingError
        It says something else.
    """
    given = section(document, "table", file)
    check_names(given, f"{file}, table", ("sheet", "header_row"))
    sheet = None if given.get("sheet") is None else word(given["sheet"], f"{file}, sheet")
    row = given.get("header_row")
    if row is not None and (isinstance(row, bool) or not isinstance(row, int) or row < 1):
        raise MappingError(f"{file}: ‘header_row’ is een getal vanaf 1.", f"{file}: ‘header_row’ is a number from 1.")
    return sheet, row
