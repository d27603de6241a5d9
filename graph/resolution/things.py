"""What is compared: the things of a store with their names, numbers, places and ties, read in one question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.resolution.names import Name, read_name
from graph.resolution.vocabulary import CITIES, DIRECTIONS, SMALL
from graph.schema.keys import key_of
from graph.schema.model import node_properties
from graph.store.answers import RelationshipColumns, Snapshot
from graph.store.base import View

COMPARED = ("Initiative", "Organisation", "Person", "Area")
"""Kinds whose names are compared; each with its own kind only."""

NUMBERS = ("kvk_number", "rsin", "charity_number", "cbs_code")
"""Properties that number a thing: who shares one is one, who has another is another."""

MOST_NAMES = 6
"""Names of one thing that are compared; one that was merged often has many, and they are much alike."""

_PROPERTIES = ("name", "aliases", "website", *NUMBERS, "cbs_year", "level", "started_on")
_SHARED = frozenset({"INVOLVED_IN", "ATTENDED", "PARTNERS_WITH", "SUPPORTS", "PARTY_TO", "OWNS", "SAID", "CONCERNS"})
_DIRECT = frozenset({"PARTNERS_WITH", "ADJACENT_TO", "PART_OF", "SUPPORTS", "SUCCEEDS"})
_PLACED = frozenset({"ACTIVE_IN", "PART_OF"})
_OTHERS = frozenset({"ABOUT"})


@dataclass(frozen=True, slots=True)
class Thing:
    """One node as it is compared.

    Parameters
    ----------
    id, kind
        Of the node.
    names
        Its names, the one it is shown by first.
    numbers
        Property that numbers it -> the number in the form in which numbers are compared.
    website
        Its own site in the form in which sites are compared; empty where none is known.
    level
        Sort of area; empty for other kinds.
    started
        Year in which it began; empty where none is known.
    areas
        Ids of the areas it is active in or, for an area, a part of.
    around
        Those and all areas that they lie in.
    cities
        The municipalities among ``around``.
    ties
        Ids of people, meetings, partners, supporters and papers that it is tied to.
    direct
        Ids of those of its own kind that it works with, borders on or is a part of.
    topics
        What it is about.
    """

    id: str
    kind: str
    names: tuple[Name, ...]
    numbers: Mapping[str, str]
    website: str = ""
    level: str = ""
    started: str = ""
    areas: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    cities: frozenset[str] = frozenset()
    ties: frozenset[str] = frozenset()
    direct: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Things:
    """All that is compared, and what is known of places and people around it.

    Parameters
    ----------
    revision
        Of the store when it was read.
    of_kind
        Things by kind, in order of id.
    places
        Word of the name of an area -> ids of the areas called so.
    labels
        Names of what things are tied to, by id.
    busy
        Id of what things are tied to -> how many are.
    """

    revision: int
    of_kind: Mapping[str, tuple[Thing, ...]]
    places: Mapping[str, frozenset[str]]
    labels: Mapping[str, str]
    busy: Mapping[str, int]


def read_things(view: View) -> Things:
    """Read what can be compared, as one viewer may see it.

    Parameters
    ----------
    view
        Who looks. Only who sees names can compare those of people.

    Raises
    ------
    Nothing.

    Notes
    -----
    One question to the store; linear in nodes and relationships.
    """
    snapshot = view.snapshot(properties=_PROPERTIES, types=_SHARED | _DIRECT | _PLACED | _OTHERS)
    near = _neighbours(snapshot)
    wholes = {row: found for row, found in near["placed"].items() if snapshot.nodes.kinds[row] == "Area"}
    found: dict[str, list[Thing]] = {kind: [] for kind in COMPARED}
    places: defaultdict[str, set[str]] = defaultdict(set)
    for row, kind in enumerate(snapshot.nodes.kinds):
        names = _names(snapshot, row)
        if kind not in found or not names:
            continue
        thing = _thing(snapshot, row, names, near, wholes)
        found[kind].append(thing)
        if kind == "Area" and (thing.level or thing.numbers):  # one that is only mentioned may be mistyped
            for word in {word for name in names for word in name.words} - DIRECTIONS - SMALL:
                places[word].add(thing.id)
            for name in names:
                places[name.key].add(thing.id)
    ids, labels = snapshot.nodes.ids, snapshot.nodes.names
    busy: defaultdict[str, int] = defaultdict(int)
    for shared in near["ties"].values():
        for other in shared:
            busy[ids[other]] += 1
    known = {city: frozenset[str]() for city in CITIES} | {word: frozenset(areas) for word, areas in places.items()}
    return Things(snapshot.revision, {kind: tuple(those) for kind, those in found.items()}, known,
                  dict(zip(ids, labels, strict=True)), busy)  # fmt: skip


def _names(snapshot: Snapshot, row: int) -> tuple[Name, ...]:
    values = snapshot.nodes.values
    given = [values["name"][row], *(values["aliases"][row] or ())]
    texts = dict.fromkeys(str(text) for text in given if text)
    return tuple(name for name in map(read_name, list(texts)[:MOST_NAMES]) if name.words)


def _thing(
    snapshot: Snapshot,
    row: int,
    names: tuple[Name, ...],
    near: Mapping[str, Mapping[int, set[int]]],
    wholes: Mapping[int, set[int]],
) -> Thing:
    ids, values = snapshot.nodes.ids, snapshot.nodes.values
    areas = near["placed"].get(row, set())
    around = _around(areas, wholes)
    return Thing(
        ids[row],
        snapshot.nodes.kinds[row],
        names,
        {name: number for name in NUMBERS if (number := _form(snapshot, row, name))},
        _form(snapshot, row, "website"),
        str(values["level"][row] or ""),
        str(values["started_on"][row] or "")[:4],
        frozenset(ids[one] for one in areas),
        frozenset(ids[one] for one in around),
        frozenset(ids[one] for one in around if values["level"][one] == "municipality"),
        frozenset(ids[one] for one in near["ties"].get(row, ())),
        frozenset(ids[one] for one in near["direct"].get(row, ())),
        frozenset(ids[one] for one in near["topics"].get(row, ())),
    )


def _form(snapshot: Snapshot, row: int, property_: str) -> str:
    """Return a value in the form in which keys are compared; empty where it is not known."""
    value = snapshot.nodes.values[property_][row]
    key = key_of(node_properties()[property_], value) if value is not None else None
    return key[1] if key else ""


def _around(areas: Iterable[int], wholes: Mapping[int, set[int]]) -> set[int]:
    found, waiting = set(areas), list(areas)
    while waiting:
        for whole in wholes.get(waiting.pop(), ()):
            if whole not in found:
                found.add(whole)
                waiting.append(whole)
    return found


def _neighbours(snapshot: Snapshot) -> dict[str, dict[int, set[int]]]:
    """Return by sort of tie, for each row, the rows at the other ends."""
    found: dict[str, dict[int, set[int]]] = {sort: defaultdict(set) for sort in ("ties", "direct", "placed", "topics")}
    edges: RelationshipColumns = snapshot.relationships
    kinds = snapshot.nodes.kinds
    for type_, start, end in zip(edges.types, edges.starts, edges.ends, strict=True):
        if type_ in _SHARED:
            found["ties"][start].add(end)
            found["ties"][end].add(start)
        if type_ in _DIRECT and kinds[start] == kinds[end]:
            found["direct"][start].add(end)
            found["direct"][end].add(start)
        if type_ in _PLACED and kinds[end] == "Area":
            found["placed"][start].add(end)
        if type_ in _OTHERS:
            found["topics"][start].add(end)
    return found
