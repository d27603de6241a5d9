"""A long list of grants into SQLite, against Python's ``csv`` and ``executemany`` of the rows that it becomes.

Ours reads, checks, maps, resolves and writes, in a process of its own whose largest memory is measured too. The peer
reads the same file with ``csv`` and is given the final rows of every table, which it only writes. Both are told in
seconds of the processor, so that others on the machine make no difference. Run as ``python -m bench.large_table``, with
the number of rows for another size: ``python -m bench.large_table 1000000`` is the full measure, and takes an hour.
"""

from __future__ import annotations

import csv
import json
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from graph.ingest.pipeline import LoadOptions, load_file
from graph.store.sqlite import SqliteStore, tables

ROWS = 10_000
AT_MOST = 5.0
MOST_MEGABYTES = 500
ROWS_AT_ONCE = 10_000
TABLES = ("thing", "node", "relationship", "key", "load", "commit", "record")

HEADER = ("Nummer", "Aanvrager", "Verlener", "Activiteit", "Bedrag", "Besluit op", "Wijk", "Regeling")
MAPPING = """wijkweb: mapping
source: {id: source/subsidies, name: Subsidies, published_on: 2026-01-01}
nodes:
  grant: {kind: Agreement, key: Nummer, agreement_kind: {value: grant}, summary: Activiteit,
          amount: {column: Bedrag, unit: EUR}, signed_on: Besluit op}
  applicant: {kind: [Organisation, Initiative], called: Aanvrager}
  funder: {kind: Organisation, called: Verlener}
  area: {kind: Area, called: Wijk}
  scheme: {kind: Programme, called: Regeling}
relationships:
  - {type: PARTY_TO, from: applicant, to: grant, role: {value: party}}
  - {type: SUPPORTS, from: funder, to: grant, support: {value: funds}}
  - {type: CONCERNS, from: grant, to: area}
  - {type: CONCERNS, from: grant, to: scheme}
"""


def grants(number: int) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a register of grants: four grants an applicant, some forty funders, a hundred areas."""
    draws = random.Random(1)  # noqa: S311 - data, no secrets
    for row in range(number):
        day = f"{draws.randrange(1, 29):02}-{draws.randrange(1, 13):02}-{draws.randrange(2010, 2026)}"
        applicant = f"Stichting Buurtwerk {draws.randrange(max(number // 4, 1))}"
        yield (f"S{row:07}", applicant, f"Fonds {row % 40}", f"Activiteit {row % 997} in de wijk",
               f"{draws.randrange(500, 50_000)},00", day, f"Wijk {draws.randrange(114)}",
               f"Regeling {draws.randrange(30)}")  # fmt: skip


def load(folder: Path) -> dict[str, float]:
    """Load the list, and return the seconds of the processor and the largest memory of this process in megabytes."""
    begin = time.process_time()
    store = SqliteStore(folder / "ours.sqlite", create=True)
    load_file(store, folder / "subsidies.csv", LoadOptions(secret=b"bench"))
    store.close()
    return {"seconds": time.process_time() - begin, "megabytes": largest_memory()}


def largest_memory() -> float:
    """Return the largest memory of this process in megabytes; Linux alone tells it.

    Notes
    -----
    Not what ``resource.getrusage`` gives: that keeps the largest of the process that started this one.
    """
    status = Path("/proc/self/status").read_text("ascii")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
    return int(kilobytes) / 1024


def write_raw(folder: Path) -> float:
    """Return the seconds of the processor that reading the list and writing all final rows takes, with all indexes."""
    given = sqlite3.connect(folder / "ours.sqlite")
    connection = sqlite3.connect(folder / "raw.sqlite", isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}")
    tables.create(connection)
    begin = time.process_time()
    with (folder / "subsidies.csv").open(encoding="utf-8", newline="") as file:
        for _ in csv.reader(file, delimiter=";"):
            pass
    taken = time.process_time() - begin
    for table in TABLES:
        asked = given.execute(f'SELECT * FROM "{table}"')
        while found := asked.fetchmany(ROWS_AT_ONCE):  # fetching is not what is measured
            begin = time.process_time()
            connection.execute("BEGIN")
            connection.executemany(f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(found[0]))})', found)
            connection.execute("COMMIT")
            taken += time.process_time() - begin
    connection.close()
    given.close()
    return taken


def rows(number: int = ROWS) -> list[dict[str, object]]:
    """Return what was measured, against what, and what is to be reached."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with (folder / "subsidies.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows((HEADER, *grants(number)))
        (folder / "subsidies.mapping.yaml").write_text(MAPPING, encoding="utf-8")
        done = subprocess.run([sys.executable, "-m", "bench.large_table", "--load", name], check=True,
                              capture_output=True, text=True)  # fmt: skip
        ours, peer = json.loads(done.stdout), write_raw(folder)
    what = f"SQLite: a CSV of {number:,} grants"
    return [
        {"what": f"{what}, in times csv and executemany of what it becomes ({ours['megabytes']:.0f} MB of memory)",
         "ours_s": ours["seconds"], "peer_s": peer, "ratio": ours["seconds"] / peer, "at_most": AT_MOST},
    ]  # fmt: skip


if __name__ == "__main__":
    if sys.argv[1:2] == ["--load"]:
        print(json.dumps(load(Path(sys.argv[2]))))
    else:
        for row in rows(*map(int, sys.argv[1:2])):
            print(json.dumps(row))
