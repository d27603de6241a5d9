"""Loads: one file or decision taken in, how far it is, and what it replaces. Part of the port of the store."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from graph.changes import Commit
from graph.claims import LoadFacts

Document = dict[str, Any]
"""A small JSON document."""

Telling = Callable[[Commit | None], Document]
"""Makes the report of a load from the commit that is about to be; None where nothing changes."""


class LoadState(StrEnum):
    """How far a load is. One that was cut off stays as it was, and is resumed by repeating it."""

    RUNNING = "running"
    WITHDRAWING = "withdrawing"  # all is attested; what the newer version no longer says is being withdrawn
    COMPLETE = "complete"
    UNDOING = "undoing"
    UNDONE = "undone"


class LoadKind(StrEnum):
    """Where the claims of a load come from."""

    FILE = "file"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class LoadOrder:
    """What is going to be loaded.

    Parameters
    ----------
    source
        Id of the Source that speaks.
    scope
        What a newer load replaces: loads of one scope are versions of each other. The source's id for files; for a
        decision what it decides on.
    kind
        A file or a decision.
    fingerprint
        Hash over the bytes and the mapping; equal to that of the load that counts means nothing to do. Empty for
        decisions.
    title
        What a person recognises it by: the file's name, or the decision in words.
    actor, reason
        Who, by role, and why.
    published_on
        When this version of the source appeared, as a stored date.
    adds
        True when it adds to what the source said instead of replacing it.
    part_of
        Number of the load whose rows it repairs; 0 where it stands alone. Undoing that load undoes this one.
    """

    source: str
    scope: str
    kind: LoadKind = LoadKind.FILE
    fingerprint: str = ""
    title: str = ""
    actor: str = ""
    reason: str = ""
    published_on: str | None = None
    adds: bool = False
    part_of: int = 0


@dataclass(frozen=True, slots=True)
class Load:
    """A load that has begun.

    Parameters
    ----------
    number
        Counts up; never used again.
    order
        What was to be loaded.
    state
        How far it is.
    started_at
        When it began.
    done
        Progress: how many batches are committed. A resumed load passes them over.
    report
        What became of the rows, for people.
    """

    number: int
    order: LoadOrder
    state: LoadState
    started_at: datetime
    done: int = 0
    report: Document = field(default_factory=dict)

    def moved(self, **changes: Any) -> Load:
        """Return a copy with some fields changed."""
        return replace(self, **changes)


def counting(loads: Iterable[Load], scope: str) -> frozenset[int]:
    """Return which loads of a scope count: what they attest is what the source says now.

    Parameters
    ----------
    loads
        Every load, in any order.
    scope
        The scope.

    Notes
    -----
    A function of the loads that are not undone and of their numbers, so that it makes no difference when a load was
    undone: the newest that replaces, and what was added after it. One that is still running replaces nothing yet.
    """
    mine = sorted(
        (load for load in loads if load.order.scope == scope and load.state in _COUNTING), key=lambda load: load.number
    )
    replacing = [load.number for load in mine if not load.order.adds and load.state is not LoadState.RUNNING]
    newest = max(replacing, default=0)
    return frozenset(load.number for load in mine if load.number >= newest)


_COUNTING = (LoadState.RUNNING, LoadState.WITHDRAWING, LoadState.COMPLETE)


def facts_of(load: Load) -> LoadFacts:
    """Return what consolidation needs to know of a load."""
    return LoadFacts(load.order.published_on, load.started_at.date().isoformat())


def encode_load(load: Load) -> Document:
    """Return a load as a JSON document."""
    document = asdict(load)
    document["started_at"] = load.started_at.isoformat()
    return document


def decode_load(document: Document) -> Load:
    """Read back what `encode_load` wrote."""
    order = LoadOrder(**{**document["order"], "kind": LoadKind(document["order"]["kind"])})
    started_at = datetime.fromisoformat(document["started_at"])
    state = LoadState(document["state"])
    return Load(document["number"], order, state, started_at, document["done"], document["report"])


def same_load(loads: dict[int, Load], order: LoadOrder) -> Load | None:
    """Return the load that already says exactly this, or that was cut off while saying it."""
    mine = [load for load in loads.values() if load.order.scope == order.scope and load.state is not LoadState.UNDONE]
    if order.kind is LoadKind.DECISION or not mine:
        return None
    newest = max(mine, key=lambda load: load.number)
    candidates = [newest] if not order.adds else [load for load in mine if load.order.adds]
    counts = counting(loads.values(), order.scope)
    for load in candidates:
        alike = load.order.fingerprint == order.fingerprint and load.order.adds == order.adds
        if alike and load.number in counts:
            return load
    return None


def parts_of(loads: Iterable[Load], number: int) -> list[Load]:
    """Return the loads that repair rows of a load and have not been undone, oldest first."""
    parts = [load for load in loads if load.order.part_of == number and load.state is not LoadState.UNDONE]
    return sorted(parts, key=lambda load: load.number)


def replaced_by(loads: dict[int, Load], load: Load) -> list[int]:
    """Return the loads of a scope that no longer count once this one does."""
    counts = counting([*loads.values(), load], load.order.scope)
    return sorted(
        one.number for one in loads.values() if one.order.scope == load.order.scope and one.number not in counts
    )


def returning_after(loads: dict[int, Load], load: Load) -> list[int]:
    """Return the loads that count again once this one is undone, however far it had come."""
    others = [one for one in loads.values() if one.number != load.number]
    before = counting([*others, load.moved(state=LoadState.COMPLETE)], load.order.scope)
    return sorted(counting(others, load.order.scope) - before)
