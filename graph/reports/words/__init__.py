"""Our own lists of words that reports are read with, in YAML; each file says at its top what it is for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where the library was built with it


@cache
def words(name: str) -> Mapping[str, Any]:
    """Return the lists of a file, by their names; lines of words with commas between become tuples.

    Parameters
    ----------
    name
        Name of the file without its ending.
    """
    text = files("graph.reports.words").joinpath(f"{name}.yaml").read_text("utf-8")
    content = yaml.load(text, Loader=_LOADER)  # noqa: S506 - a safe loader, see above
    return {key: _split(value) for key, value in content.items()}


def _split(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _split(one) for key, one in value.items()}
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(_unique(part.strip() for line in value for part in line.split(", ")))
    return value


def _unique(parts: Iterable[str]) -> Iterable[str]:
    return (part for part in dict.fromkeys(parts) if part)
