"""A practice city with flaws, against the minute that it may take for 100,000 initiatives; and whether it grows evenly.

Run as ``python -m bench.practice_city``, with how many initiatives for another size than a tenth of the largest.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from graph.practice.write import write_city

INITIATIVES = 10_000
LARGEST = 100_000
SECONDS = 60.0
"""What a city of `LARGEST` may take on two cores."""


def rows(initiatives: int = INITIATIVES) -> list[dict[str, object]]:
    """Return what was measured, against what, and what is to be reached."""
    half, whole = _seconds(initiatives // 2), _seconds(initiatives)
    allowed = SECONDS * initiatives / LARGEST
    what = f"practice city of {initiatives:,} initiatives with flaws"
    return [
        {"what": f"{what}, in times its part of a minute for {LARGEST:,}", "ours_s": whole, "peer_s": allowed,
         "ratio": whole / allowed, "at_most": 1},
        {"what": f"{what}, in times half as many", "ours_s": whole, "peer_s": half, "ratio": whole / half,
         "at_most": 2.5},
    ]  # fmt: skip


def _seconds(initiatives: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        write_city(Path(folder), initiatives=initiatives, flaws=0.05)
        return time.perf_counter() - begin


if __name__ == "__main__":
    for row in rows(*map(int, sys.argv[1:2])):
        print(json.dumps(row))
