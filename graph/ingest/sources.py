"""What a file says of itself: which source speaks, when it appeared, who may see it. Part of documents and mappings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph.claims import PEOPLE
from graph.errors import InputError, MappingError
from graph.schema.declaration import Level
from graph.schema.model import check_value, properties_of_kind
from graph.schema.values import PartialDate, Value
from graph.schema.words import slug

_DESCRIBING = ("name", "publisher", "published_on", "address", "licence", "version", "summary")


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """The source that a file is a version of.

    Parameters
    ----------
    id
        Id of the Source, declared once.
    described
        What it says of itself: name, publisher, published_on and so on, in stored form.
    level
        Who may see what it says, where it says nothing else.
    stated_on
        When it was said, where it says nothing else: a stored date.
    """

    id: str
    described: Mapping[str, Value] = field(default_factory=dict)
    level: Level = Level.PUBLIC
    stated_on: str | None = None

    @property
    def published_on(self) -> str | None:
        """When this version appeared."""
        value = self.described.get("published_on")
        return None if value is None else str(value)


def source_of_file(stem: str) -> SourceInfo:
    """Return the source that a table without a mapping is: itself."""
    return SourceInfo(f"source/{slug(stem) or 'x'}", {"name": stem})


def read_source(document: Mapping[str, Any], file: str) -> SourceInfo:
    """Read the ``source``, ``level`` and ``stated_on`` of a document or mapping.

    Parameters
    ----------
    document
        The whole document.
    file
        Its name, for errors.

    Raises
    ------
    MappingError
        The source has no id or name, or says something of itself that does not hold.
    """
    given = document.get("source")
    if not isinstance(given, Mapping) or "id" not in given or "name" not in given:
        raise MappingError(
            f"{file}: onder ‘source’ horen minstens een id (source/...) en een naam.",
            f"{file}: ‘source’ needs at least an id (source/...) and a name.",
        )
    id_ = str(given["id"])
    if not id_.startswith("source/") or id_ == PEOPLE or slug(id_[7:]).replace("-", "") == "":
        raise MappingError(
            f"{file}: ‘{id_}’ kan geen id van een bron zijn. Schrijf bijvoorbeeld source/verslag-2025.",
            f"{file}: ‘{id_}’ cannot be the id of a source. Write for example source/report-2025.",
        )
    unknown = sorted(set(given) - {"id", *_DESCRIBING})
    if unknown:
        choice = ", ".join(_DESCRIBING)
        raise MappingError(
            f"{file}: een bron heeft geen ‘{unknown[0]}’. Wel: {choice}.",
            f"{file}: a source has no ‘{unknown[0]}’. It has: {choice}.",
        )
    described = {name: _checked(name, given[name], file) for name in _DESCRIBING if given.get(name) is not None}
    level = read_level(document.get("level", "public"), file)
    stated = document.get("stated_on", described.get("published_on"))
    try:
        stated_on = None if stated is None else str(PartialDate.parse(str(plain(stated))))
    except InputError as error:
        raise MappingError(f"{file}, stated_on: {error.nl}", f"{file}, stated_on: {error.en}") from error
    return SourceInfo(id_, described, level, stated_on)


def source_with_date(
    document: Mapping[str, Any], file: str, headers: Iterable[str], stem: str
) -> tuple[SourceInfo, str | None]:
    """Return the source of a mapping, and the column that dates its rows if that is what ``stated_on`` names.

    Raises
    ------
    MappingError
        As for `read_source`.
    """
    head = dict(document)
    column = str(head.pop("stated_on")) if head.get("stated_on") in tuple(headers) else None
    return (read_source(head, file) if "source" in head else source_of_file(stem)), column


def _checked(name: str, value: object, file: str) -> Value:
    try:
        return check_value(properties_of_kind("Source")[name], plain(value))
    except InputError as error:
        raise MappingError(f"{file}, source: {error.nl}", f"{file}, source: {error.en}") from error


def read_level(value: object, file: str) -> Level:
    """Return a level by its name.

    Raises
    ------
    MappingError
        It is neither ``public`` nor ``internal``.
    """
    if value not in ("public", "internal"):
        raise MappingError(
            f"{file}: ‘level’ is public of internal, niet ‘{value}’.",
            f"{file}: ‘level’ is public or internal, not ‘{value}’.",
        )
    return Level(str(value))


def plain(value: object) -> object:
    """Return what YAML made of a date as the text that stood there, and anything else as it is."""
    return value.isoformat() if isinstance(value, date) else value
