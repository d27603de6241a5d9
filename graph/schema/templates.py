"""Import templates: the columns of a table to fill in, derived from the declared model."""

from __future__ import annotations

import builtins
import csv
import io
from dataclasses import dataclass
from functools import cache

from graph.schema.declaration import Kind, ValueType
from graph.schema.kinds import COMMON
from graph.schema.model import KINDS_BY_PLURAL
from graph.schema.relationships import RELATIONSHIPS
from graph.schema.words import Words

_LEFT_OUT = ("kind", "same_as", "source_key")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a template.

    Parameters
    ----------
    name
        As declared: of the property or, in lower case, of the relationship.
    words
        Header in Dutch and English.
    property
        The property that it holds; None for a key or relationship.
    tie
        The type of relationship that starts at the row; None for a key or property.
    ends
        Kinds of what a cell names, the first being what a new one becomes.
    """

    name: str
    words: Words
    property: str | None = None
    tie: str | None = None
    ends: tuple[str, ...] = ()

    @builtins.property  # the field of that name hides it here
    def is_key(self) -> bool:
        """Whether it holds the number by which the table itself knows the row."""
        return self.property is None and self.tie is None

    def headers(self) -> tuple[str, ...]:
        """Return every header by which the column is known."""
        return (self.name, self.words.nl, self.words.en)


@cache
def template_columns(kind: Kind) -> tuple[Column, ...]:
    """Return the columns for a kind: its number, its properties, and the relationships that start at it.

    Parameters
    ----------
    kind
        The kind that each row is.
    """
    columns = [Column("key", Words("nummer", "number"))]
    fillable = [property_ for property_ in (*COMMON, *kind.properties)
                if property_.name not in _LEFT_OUT and property_.type is not ValueType.REFERENCE]  # fmt: skip
    columns += [Column(property_.name, property_.words, property=property_.name) for property_ in fillable]
    for type_ in RELATIONSHIPS:
        ends = [end for start, end in sorted(type_.ends) if start == kind.name]
        if ends:
            ends.sort(key=lambda end: (end != kind.name, end))  # a new partner of an initiative is an initiative
            columns.append(Column(type_.name.lower(), type_.words, tie=type_.name, ends=tuple(ends)))
    return tuple(_unambiguous(columns))


def _unambiguous(columns: list[Column]) -> list[Column]:
    """Tell columns with the same words apart by their declared name."""
    seen: set[str] = set()
    result = []
    for column in columns:
        words = column.words
        if words.nl in seen or words.en in seen:
            words = Words(f"{words.nl} ({column.name})", f"{words.en} ({column.name})")
        seen |= {words.nl, words.en}
        result.append(Column(column.name, words, column.property, column.tie, column.ends))
    return result


def template_csv(plural: str, lang: str = "nl") -> str:
    """Return the template of a kind as CSV: one row of headers, semicolons between them.

    Parameters
    ----------
    plural
        Plural of the kind, such as ``initiatives``.
    lang
        Language of the headers; each is understood on import in either.

    Raises
    ------
    KeyError
        There is no such kind.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.words.to(lang) for column in template_columns(KINDS_BY_PLURAL[plural])])
    return text.getvalue()
