"""Surveys a JSON file before it is read: which lists of objects it holds, with which headers."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.errors import FileError
from graph.ingest.json_events import json_events
from graph.ingest.limits import MOST_COLUMNS, MOST_JSON_VALUES, MOST_ROWS
from graph.ingest.rows import too_many_rows

KeyPath = tuple[str, ...]


@dataclass(slots=True)
class Part:
    """A list of objects in a JSON file.

    Parameters
    ----------
    path
        Keys that lead to it.
    columns
        Dotted headers in order of appearance.
    rows
        How many objects it holds.
    """

    path: KeyPath
    columns: dict[str, None] = field(default_factory=dict)
    rows: int = 0


@dataclass(slots=True)
class Survey:
    """What a JSON file holds.

    Parameters
    ----------
    top
        Its values themselves as a list of objects: JSON lines, or one object.
    parts
        Lists of objects that do not stand within another list.
    words
        Texts directly in the outermost object, such as the ``type`` of GeoJSON.
    """

    top: Part
    parts: dict[KeyPath, Part] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)


def survey(path: Path) -> Survey:
    """Go over a whole JSON file, and return which lists of objects it holds with their columns.

    Raises
    ------
    FileError
        It is no JSON, has too many rows, or an object that holds too much or says a key twice.
    """
    surveyor = _Surveyor(path)
    for event, value in json_events(path):
        surveyor.see(event, value)
    found = surveyor.found
    found.parts = {keys: one for keys, one in found.parts.items() if one.rows}
    return found


class _Surveyor:
    """Follows the events of a file, and notes what it holds."""

    def __init__(self, path: Path) -> None:
        self.found = Survey(Part(()))
        self._path = path
        self._keys: list[str] = []  # of the objects that are open
        self._seen: list[set[str]] = []  # every key of those objects
        self._lists: list[bool] = []  # what is open: whether it is a list
        self._outermost: Part | None = None
        self._values = 0  # since the last row began

    def see(self, event: str, value: Any) -> None:
        if event == "map_key":
            self._name(str(value))
        elif event == "start_map":
            self._begin_object()
        elif event == "start_array":
            self._begin_list()
        elif event == "end_map":
            self._lists.pop(), self._keys.pop(), self._seen.pop()
        elif event == "end_array":
            self._lists.pop()
            self._outermost = self._outermost if any(self._lists) else None
        else:
            self._note(event, value)

    def _name(self, key: str) -> None:
        if key in self._seen[-1]:
            raise _twice(self._path, key)
        self._keys[-1] = key
        if any(self._lists) or len(self._seen) > 1:  # the keys of the file itself may be many: they are not kept
            self._seen[-1].add(key)

    def _begin_object(self) -> None:
        if not self._lists or (self._lists[-1] and sum(self._lists) == 1):
            part = self._outermost or self.found.top
            part.rows += 1
            self._values = 0
            if part.rows > MOST_ROWS:
                raise too_many_rows(self._path)
        self._count()
        self._lists.append(False)
        self._keys.append("")
        self._seen.append(set())

    def _begin_list(self) -> None:
        self._count()
        if not any(self._lists):
            keys = tuple(self._keys)
            self._outermost = self.found.parts.setdefault(keys, Part(keys))
        self._lists.append(True)

    def _count(self) -> None:
        self._values += 1
        if self._values > MOST_JSON_VALUES and (any(self._lists) or len(self._lists) > 1):
            raise _too_much(self._path)

    def _note(self, event: str, value: Any) -> None:
        """Note the header of a value: for the list that it stands in, and for the file as a list of objects itself."""
        self._count()
        keys = tuple(self._keys)
        for part in (self.found.top, self._outermost):
            within = part is not None and len(keys) > len(part.path) and len(part.columns) <= MOST_COLUMNS
            if part is not None and within:
                part.columns.setdefault(dotted(keys[len(part.path) :]))
        if self._lists == [False] and event == "string":
            self.found.words[keys[0]] = str(value)


def dotted(keys: KeyPath) -> str:
    """Return keys as one header, with dots between them."""
    return ".".join(" ".join(key.split()) for key in keys)


def _too_much(path: Path) -> FileError:
    return FileError(
        f"{path.name} heeft een object met meer dan {MOST_JSON_VALUES} waarden. Bewaar het als een lijst van objecten.",
        f"{path.name} has an object with more than {MOST_JSON_VALUES} values. Save it as a list of objects.",
    )


def _twice(path: Path, key: str) -> FileError:
    return FileError(
        f"{path.name}: de sleutel ‘{key[:60]}’ staat twee keer in één object.",
        f"{path.name}: the key ‘{key[:60]}’ stands twice in one object.",
    )
