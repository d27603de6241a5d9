"""Which ids are one thing: what `same as` claims come to, for nodes and for the relationships between them."""

from __future__ import annotations

from collections.abc import Mapping

from graph.changes import Tie
from graph.consolidation import Consolidator
from graph.schema.declaration import Level
from graph.schema.model import node_properties
from graph.store.rows import Thing


def canonical_ids(reach: Mapping[str, Thing], consolidator: Consolidator) -> dict[str, str]:
    """Return the canonical id of each node.

    Parameters
    ----------
    reach
        Nodes by id: with each node all that its `same as` claims and merges tie to it.
    consolidator
        Decides which `same as` claims stand: a person's word above a file's, a newer denial above an older claim.

    Notes
    -----
    Canonical is the one that points to no other, the smallest id where there are several or none: a function of the
    claims that stand, not of the order of merges.
    """
    targets = {id_: _targets(thing, consolidator) for id_, thing in reach.items()}
    component = {id_: id_ for id_ in reach}

    def root(id_: str) -> str:
        while component[id_] != id_:
            component[id_] = component[component[id_]]
            id_ = component[id_]
        return id_

    for id_, others in targets.items():
        for other in others:
            component[root(id_)] = root(other)
    groups: dict[str, list[str]] = {}
    for id_ in reach:
        groups.setdefault(root(id_), []).append(id_)
    chosen = {}
    for members in groups.values():
        canonical = min([id_ for id_ in members if not targets[id_]] or members)
        chosen.update(dict.fromkeys(members, canonical))
    return chosen


def _targets(thing: Thing, consolidator: Consolidator) -> tuple[str, ...]:
    entries = [entry for entry in consolidator.visible([thing.book], Level.INTERNAL) if entry[0].property == "same_as"]
    same = consolidator.read(entries, node_properties()).values.get("same_as", ())
    return tuple(str(id_) for id_ in same if id_ != thing.id) if isinstance(same, tuple) else ()


def tie_groups(things: Mapping[str, Thing], ends: Mapping[str, Tie]) -> dict[str, list[Thing]]:
    """Return relationships that a merge made one, under the id that they are read under.

    Parameters
    ----------
    things
        Relationships by id.
    ends
        Their ties with canonical ends.

    Notes
    -----
    They are read under the tie that is claimed between the canonical ends, else under the smallest id; one that
    nobody claims any more gives its id only where no other does.
    """
    groups: dict[Tie, list[Thing]] = {}
    for id_, thing in things.items():
        groups.setdefault(ends[id_], []).append(thing)
    named = {}
    for tie, members in groups.items():
        ids = sorted(thing.id for thing in members if _is_claimed(thing)) or sorted(thing.id for thing in members)
        # The id of a tie is worked out letter by letter, and nearly all groups have one member.
        name = ids[0] if len(ids) == 1 or tie.id not in ids else tie.id
        named[name] = sorted(members, key=lambda thing: thing.id)
    return named


def _is_claimed(thing: Thing) -> bool:
    return any(attested.by for attested in thing.book.values())
