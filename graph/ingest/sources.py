"""What a file says of itself: which source speaks, when it appeared, who may see it. Part of documents and mappings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph.claims import PEOPLE, RECORDED
from graph.errors import InputError, MappingError
from graph.schema.declaration import Level
from graph.schema.model import check_value, properties_of_kind
from graph.schema.values import PartialDate, Value
from graph.schema.words import slug

_DESCRIBING = ("name", "publisher", "published_on", "address", "licence", "version", "summary")
_ID = re.compile(r"source/[a-z0-9](?:[a-z0-9._~-]{0,198}[a-z0-9])?")
# As in RFC 5646: nl, en, or a longer tag such as nl-BE.
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?")


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


def read_source(document: Mapping[str, Any], file: str, stem: str = "") -> SourceInfo:
    """Read the ``source``, ``level`` and ``stated_on`` of a document or mapping.

    Parameters
    ----------
    document
        The whole document.
    file
        Its name, for errors.
    stem
        Name of the source where the document names none: the table is then its own source. Empty where one must be
        named.

    Raises
    ------
    MappingError
        The source has no id or name, or says something of itself that does not hold.
    """
    level = read_level(document.get("level", "public"), file)
    if stem and "source" not in document:
        id_, described = f"source/{slug(stem) or 'x'}", dict[str, Value](name=stem[:300])
    else:
        id_, described = _described(document.get("source"), file)
    stated_on = read_date(document.get("stated_on", described.get("published_on")), f"{file}, stated_on")
    return SourceInfo(id_, described, level, stated_on)


def _described(given: object, file: str) -> tuple[str, dict[str, Value]]:
    """Return the id of a source, and what it says of itself."""
    if not isinstance(given, Mapping) or given.get("id") is None or given.get("name") is None:
        raise MappingError(
            f"{file}: onder ‘source’ horen minstens een id (source/...) en een naam.",
            f"{file}: ‘source’ needs at least an id (source/...) and a name.",
        )
    id_ = str(given["id"])
    if not _ID.fullmatch(id_) or id_ in (PEOPLE, RECORDED):
        raise MappingError(
            f"{file}: ‘{id_[:60]}’ kan geen id van een bron zijn. Schrijf bijvoorbeeld source/verslag-2025, met kleine "
            "letters, cijfers en streepjes.",
            f"{file}: ‘{id_[:60]}’ cannot be the id of a source. Write for example source/report-2025, in small "
            "letters, digits and hyphens.",
        )
    unknown = sorted(str(name) for name in given if name not in ("id", *_DESCRIBING))
    if unknown:
        choice = ", ".join(("id", *_DESCRIBING))
        raise MappingError(
            f"{file}: een bron heeft geen ‘{unknown[0]}’. Wel: {choice}.",
            f"{file}: a source has no ‘{unknown[0]}’. It has: {choice}.",
        )
    return id_, {name: _checked(name, given[name], file) for name in _DESCRIBING if given.get(name) is not None}


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
    column = " ".join(str(head.get("stated_on")).split())
    if column not in tuple(headers):
        return read_source(head, file, stem), None
    del head["stated_on"]
    return read_source(head, file, stem), column


def _checked(name: str, value: object, file: str) -> Value:
    try:
        return check_value(properties_of_kind("Source")[name], as_text(value))
    except InputError as error:
        raise MappingError(f"{file}, source: {error.nl}", f"{file}, source: {error.en}") from error


def read_level(value: object, where: str) -> Level:
    """Return a level by its name.

    Raises
    ------
    MappingError
        It is neither ``public`` nor ``internal``.
    """
    if value not in ("public", "internal"):
        raise MappingError(
            f"{where}: ‘level’ is public of internal, niet ‘{str(value)[:60]}’.",
            f"{where}: ‘level’ is public or internal, not ‘{str(value)[:60]}’.",
        )
    return Level(str(value))


def read_date(value: object, where: str) -> str | None:
    """Return a date on which something was said, in its stored form; None where there is none.

    Raises
    ------
    MappingError
        It is no such date.
    """
    if value is None:
        return None
    try:
        return str(PartialDate.parse(str(as_text(value))))
    except InputError as error:
        raise MappingError(f"{where}: {error.nl}", f"{where}: {error.en}") from error


def read_language(value: object, where: str) -> str | None:
    """Return the code of a language; None where there is none.

    Raises
    ------
    MappingError
        It is no such code.
    """
    if value is not None and not (isinstance(value, str) and _LANGUAGE.fullmatch(value)):
        raise MappingError(
            f"{where}: een taal is een code zoals nl of en, niet ‘{str(value)[:60]}’.",
            f"{where}: a language is a code such as nl or en, not ‘{str(value)[:60]}’.",
        )
    return value


def as_text(value: object) -> object:
    """Return a number that stands where text is wanted as the text that it is, and anything else as it is."""
    if isinstance(value, bool | str):
        return value
    return str(value) if isinstance(value, int | float | date) else value
