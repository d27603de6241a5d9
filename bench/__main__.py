"""Runs every measurement and writes ``docs/benchmarks.md``: ``make bench``, or ``python -m bench scoring start_up``.

Each measurement is a module with ``rows()``: what was measured, our seconds, the peer's in the same run, their ratio,
and where one was set, what it must be: ``at_least`` (times faster) or ``at_most`` (times as long).
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from importlib import import_module
from pathlib import Path

from tabulate import tabulate

MEASUREMENTS = (
    "sqlite_ingest",
    "neo4j_ingest",
    "scoring",
    "large_graphs",
    "resolution",
    "communities",
    "start_up",
    "api",
    "layout",
    "practice_city",
    "large_table",
)
PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"

_HEAD = """# Benchmarks

Written by `make bench`. Times say little, because they differ from machine to machine: what counts is the ratio to a
peer in the same run. *Times as long* is our time in times the peer's, so that less is better; *times faster* is the
other way round.
"""

_FOOT = """
What is measured, and against what, stands at the top of each file in `bench/`. How good predictions are, beside single
heuristics, is another question: `python -m bench.quality FOLDER`, on any folder of networks.
"""


def measure(names: tuple[str, ...]) -> Iterator[Mapping[str, object]]:
    """Yield the rows of some measurements, one by one as they are ready."""
    for name in names:
        yield from import_module(f"bench.{name}").rows()


def in_words(row: Mapping[str, object]) -> list[str]:
    """Return a row as a person reads it: what, seconds of each, ratio, goal, whether it was reached."""
    if "skipped" in row:
        return [str(row["what"]), "", "", "", "", f"not measured: {row['skipped']}"]
    ratio = float(str(row["ratio"]))
    seconds = [f"{float(str(row[column])):.3g} s" for column in ("ours_s", "peer_s")]
    faster = row.get("at_least") is not None
    goal = row["at_least"] if faster else row.get("at_most")
    reached = "" if goal is None else "yes" if (ratio >= float(str(goal))) == faster else "no"
    words = "times faster" if faster else "times as long"
    limit = "" if goal is None else f"at {'least' if faster else 'most'} {goal}"
    return [str(row["what"]), *seconds, f"{ratio:.1f} {words}", limit, reached]


def page(lines: list[list[str]], day: date) -> str:
    """Return the page that keeps what was measured."""
    headers = ["what", "ours", "peer", "ratio", "to reach", "reached"]
    machine = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, {day.isoformat()}."
    return f"{_HEAD}\n{machine}\n\n{tabulate(lines, headers, tablefmt='github', disable_numparse=True)}\n{_FOOT}"


def main(arguments: list[str]) -> None:
    """Measure; all of it is written down, a part is only shown."""
    names = tuple(arguments) or MEASUREMENTS
    lines = []
    for row in measure(names):
        lines.append(in_words(row))
        print("  ".join(filter(None, lines[-1])), flush=True)
    if names == MEASUREMENTS:
        PAGE.write_text(page(lines, date.today()), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
