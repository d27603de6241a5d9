"""Checks of what arguments ask for: how many, how long, how much."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import strawberry

from graph.errors import InputError

T = TypeVar("T")


def given(value: T | None, default: T) -> T:
    """Return what an argument says, else the default: null and nothing mean the same."""
    return default if value is None or value is strawberry.UNSET else value


def checked_first(first: int | None, default: int, most: int, *, name: str = "first", least: int = 1) -> int:
    """Return how many rows (or what else ``name`` counts) are asked for.

    Raises
    ------
    InputError
        Fewer, or more, than there may be.
    """
    asked = given(first, default)
    if not least <= asked <= most:
        raise InputError(
            f"‘{name}’ is {least} tot {most}, niet {asked}.",
            f"‘{name}’ is {least} to {most}, not {asked}.",
            concerning=asked,
        )
    return asked


def checked_list(items: Sequence[T] | None, name: str, most: int) -> tuple[T, ...]:
    """Return the items of an argument, none where it is left out.

    Raises
    ------
    InputError
        There are more than there may be.
    """
    found = tuple(given(items, ()))
    if len(found) > most:
        raise InputError(
            f"‘{name}’ heeft {len(found)} delen; hoogstens {most} kunnen.",
            f"‘{name}’ has {len(found)} items; at most {most} can be.",
            concerning=name,
        )
    return found


def checked_text(text: str | None, name: str, most: int) -> str:
    """Return a text that is given, empty where it is left out.

    Raises
    ------
    InputError
        It is longer than it may be.
    """
    found = given(text, "")
    if len(found) > most:
        raise InputError(
            f"‘{name}’ is {len(found)} tekens lang; hoogstens {most} kan.",
            f"‘{name}’ is {len(found)} characters long; at most {most} can be.",
            concerning=name,
        )
    return found
