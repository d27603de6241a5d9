"""Things to compare, made in one line."""

from __future__ import annotations

from typing import Any

from graph.resolution.names import read_name
from graph.resolution.things import Thing, Things

_SETS = ("areas", "around", "cities", "ties", "direct", "topics")


def thing(id_: str, *names: str, kind: str = "Initiative", **known: Any) -> Thing:
    """Return a thing; sets may be given as lists."""
    given: dict[str, Any] = {"numbers": {}}
    for name, value in known.items():
        given[name] = frozenset(value) if name in _SETS else value
    given.setdefault("around", given.get("areas", frozenset()))
    return Thing(id_, kind, tuple(map(read_name, names)), **given)


def things(*those: Thing, places: dict[str, frozenset[str]] | None = None) -> Things:
    """Return things of all their kinds."""
    kinds = {one.kind for one in those}
    of_kind = {
        kind: tuple(sorted((one for one in those if one.kind == kind), key=lambda one: one.id)) for kind in kinds
    }
    return Things(1, of_kind, places or {}, {}, {})


def named(*names: str) -> list[Thing]:
    """Return things with these names, in order."""
    return [thing(f"initiative/{number:04}", name) for number, name in enumerate(names)]
