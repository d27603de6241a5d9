"""The labelled pairs of names: made up for this, after variants as real lists have them. For tests and measurements."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

from graph.resolution.names import read_name
from graph.resolution.things import Thing, Things
from graph.resolution.vocabulary import CITIES

FILE = Path(__file__).with_name("name_pairs.csv")

_CITIES = frozenset(
    ("Den Haag", "Rotterdam", "Amsterdam", "Utrecht", "Leiden", "Delft", "Tilburg", "Zoetermeer", "Gouda")
)


def read_labelled(half: int | None = None) -> tuple[Things, dict[tuple[str, str], str]]:
    """Return all things of the list, each once, and the verdict on each labelled pair of ids.

    ``half`` 0 is the half that weights were learned from, 1 the other, None both.
    """
    with FILE.open(encoding="utf-8", newline="") as lines:
        rows = [row for number, row in enumerate(csv.DictReader(lines, delimiter=";")) if half in (None, number % 2)]
    made: defaultdict[str, dict[tuple[str, str], Thing]] = defaultdict(dict)
    places: defaultdict[str, set[str]] = defaultdict(set)
    verdicts = {}
    for row in rows:
        ids = []
        for end in ("one", "other"):
            name, where = row[end], row[f"where_{end}"]
            for word in read_name(where).words if where else ():
                places[word].add(where)
            of_kind = made[row["kind"]]
            ids.append(of_kind.setdefault((name, where), _thing(row["kind"], len(of_kind), name, where)).id)
        verdicts[min(ids), max(ids)] = row["verdict"]
    known = {city: frozenset[str]() for city in CITIES} | {word: frozenset(those) for word, those in places.items()}
    of_kinds = {kind: tuple(things.values()) for kind, things in made.items()}
    return Things(0, of_kinds, known, {}, {}), verdicts


def _thing(kind: str, number: int, name: str, where: str) -> Thing:
    areas = frozenset((where,) if where else ())
    return Thing(f"{kind.lower()}/{number:04}", kind, (read_name(name),), {}, areas=areas, around=areas,
                 cities=areas & _CITIES)  # fmt: skip
