"""Same or not among 100,000 names: in times a minute, in times half as many, and against comparing all with all.

The names are those of a practice city; one in twenty stands there once more, with a typing error. The peer is
rapidfuzz's `cdist`, which compares every pair, in C++: so on few names only. Seconds are those of one core. Run
as ``python -m bench.resolution``.
"""

from __future__ import annotations

import json
import time

from rapidfuzz import fuzz, process

from graph.practice.areas import build_areas
from graph.practice.draws import Draws
from graph.practice.flaws import mistyped
from graph.practice.initiatives import draw_initiatives
from graph.practice.names import Names, name_initiatives
from graph.resolution.groups import settle
from graph.resolution.matching import find_matches
from graph.resolution.names import read_name
from graph.resolution.things import Thing, Things

NAMES = 100_000
MISTYPED = 0.05
FEW = 5_000
ROUNDS = 3
A_MINUTE = 60.0


def practice_names(count: int) -> list[str]:
    """Return so many names, one in twenty of them a second spelling of another."""
    true = round(count * (1 - MISTYPED))
    areas = build_areas(true, 1)
    names = name_initiatives(draw_initiatives(true, areas, [], 1), areas, Names(), 1).names
    draws = Draws(1, "bench of resolution")
    return names + [mistyped(draws.pick(names), draws) for _ in range(count - true)]


def resolved(names: list[str]) -> tuple[float, int]:
    """Return the seconds of one core that matching takes, names and all, and how many pairs came of it."""
    found = [_resolved(names) for _ in range(ROUNDS)]
    return min(found)


def _resolved(names: list[str]) -> tuple[float, int]:
    read_name.cache_clear()
    begin = time.process_time()
    things = tuple(
        Thing(f"initiative/{place}", "Initiative", (read_name(name),), {}) for place, name in enumerate(names)
    )
    compared = Things(1, {"Initiative": things}, {}, {}, {})
    found = settle(find_matches(compared), compared)
    return time.process_time() - begin, len(found.matches)


def rows() -> list[dict[str, object]]:
    """Return what was measured, against what, and what is to be reached."""
    names = practice_names(NAMES)
    half = practice_names(NAMES // 2)
    few = practice_names(FEW)
    whole_s, found = resolved(names)
    half_s, _ = resolved(half)
    few_s, _ = resolved(few)
    begin = time.process_time()
    process.cdist(few, few, scorer=fuzz.ratio, score_cutoff=80, workers=1)
    all_pairs = time.process_time() - begin
    return [
        {"what": f"double names: {NAMES:,} names, {found:,} pairs, in times a minute", "ours_s": whole_s,
         "peer_s": A_MINUTE, "ratio": whole_s / A_MINUTE, "at_most": 1},
        {"what": f"double names: {NAMES:,} names, in times {NAMES // 2:,}", "ours_s": whole_s, "peer_s": half_s,
         "ratio": whole_s / half_s, "at_most": 2.5},
        {"what": f"double names: {FEW:,} names, against comparing all with all", "ours_s": few_s, "peer_s": all_pairs,
         "ratio": all_pairs / few_s, "at_least": None, "at_most": None},
    ]  # fmt: skip


if __name__ == "__main__":
    for row in rows():
        print(json.dumps(row))
