"""How long ``wijkweb --help`` takes, against a bare Python. Run as ``python -m bench.start_up``."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 15


def rows() -> list[dict[str, object]]:
    """Return what was measured, against what, and what is to be reached."""
    command = [str(Path(sys.executable).with_name("wijkweb")), "--help"]
    bare = [sys.executable, "-c", "pass"]
    ours, peer = [], []
    for _ in range(ROUNDS):
        ours.append(_seconds(command))
        peer.append(_seconds(bare))
    ours.sort()
    peer.sort()
    middle = ROUNDS // 2
    return [{"what": "wijkweb --help, against python -c pass", "ours_s": ours[middle], "peer_s": peer[middle],
             "ratio": ours[middle] / peer[middle], "at_most": 12}]  # fmt: skip


def _seconds(command: list[str]) -> float:
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin


if __name__ == "__main__":
    for row in rows():
        print(json.dumps(row))
