"""Reads what a property in a mapping says of its cells: columns, separators, digits, units."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.errors import MappingError
from graph.ingest.cells import find_unit
from graph.ingest.kinds_by_word import KindsByWord
from graph.ingest.mapping import check_names, column, word
from graph.schema.words import normalise

_MOST_DIGITS = 20

OTHERWISE = "otherwise"
"""Says what a name is that holds none of the words by which kinds are told."""


def columns_of(spec: Mapping[str, Any], where: str) -> tuple[str, ...]:
    """Return the columns that cells come from: none where they have a fixed value.

    Raises
    ------
    MappingError
        It is none.
    """
    given = [spec["column"]] if "column" in spec else []
    if "columns" in spec:
        given += listed(spec["columns"])
    return tuple(column(one, where) for one in given)


def separator(given: object, where: str) -> str:
    """Return what divides a list; a word does so between blanks, which YAML takes away unless it is quoted.

    Raises
    ------
    MappingError
        It is none.
    """
    given_word = word(given, where)
    return f" {given_word.strip()} " if given_word.strip().isalpha() else given_word


def digits_of(given: object, where: str) -> int:
    """Return how many digits a code has.

    Raises
    ------
    MappingError
        It is no such number.
    """
    if isinstance(given, bool) or not isinstance(given, int) or not 0 <= given <= _MOST_DIGITS:
        raise MappingError(
            f"{where}: een getal van 0 tot en met {_MOST_DIGITS}.", f"{where}: a number from 0 to {_MOST_DIGITS}."
        )
    return given


def unit_of(given: object, where: str) -> tuple[str | None, str | None]:
    """Return the unit of cells, or the column that holds it.

    Raises
    ------
    MappingError
        It is none.
    """
    if isinstance(given, Mapping):
        check_names(given, where, ("column",))
        return None, column(given.get("column", ""), where)
    return (None if given is None else _unit(given, where)), None


def _unit(given: object, where: str) -> str:
    """Return a unit by its code or word; one that we do not know is kept as it stands."""
    unit = word(given, where)
    if len(unit.split()) != 1 or len(unit) > 40:
        raise MappingError(f"{where}: een eenheid is één woord.", f"{where}: a unit is one word.")
    return find_unit(unit.lower()) or unit


def kinds_by_word(given: object, where: str) -> KindsByWord | None:
    """Return the kinds that words in a name tell; None where a node is of one kind, or of several by what is known.

    Raises
    ------
    MappingError
        It does not say what names without such words are, or one word tells two kinds.
    """
    if not isinstance(given, Mapping):
        return None
    if OTHERWISE not in given or len(given) < 2:
        raise MappingError(
            f"{where}: geef soorten met woorden, en bij ‘{OTHERWISE}’ wat een naam zonder die woorden is.",
            f"{where}: give kinds with words, and at ‘{OTHERWISE}’ what a name without those words is.",
        )
    words: dict[str, str] = {}
    for kind, told in given.items():
        for one in () if kind == OTHERWISE else listed(told):
            known = normalise(word(one, where))
            if not known or words.setdefault(known, str(kind)) != str(kind):
                raise MappingError(
                    f"{where}: ‘{str(one)[:60]}’ kan maar bij één soort staan.",
                    f"{where}: ‘{str(one)[:60]}’ can stand with one kind only.",
                )
    return KindsByWord(word(given[OTHERWISE], where), words)


def listed(value: object) -> list[object]:
    """Return what may be one or a list as a list."""
    return value if isinstance(value, list) else [value]


def constant(value: object, where: str) -> str | bool:
    """Return a fixed value of a mapping: yes or no, or a word.

    Raises
    ------
    MappingError
        It is neither.
    """
    return value if isinstance(value, bool) else word(value, where)
