"""What a file says of a city of initiatives, as claims: the same for each store that is measured."""

from __future__ import annotations

import random

from graph.changes import ChangeSet, Tie
from graph.claims import Attestation, Claim, place
from graph.schema.values import Value
from graph.store.base import Store
from graph.store.loads import LoadOrder

NODES = 6_000
TIES = 18_000

_SOURCE = "source/list"


def city(seed: int = 1) -> ChangeSet:
    """Return what a file says of initiatives in seven columns, and of who works together."""
    draws = random.Random(seed)  # noqa: S311 - a draw of words, no secret
    words = ["".join(draws.choices("abcdefghijklmnoprstuvwz", k=draws.randint(3, 9))) for _ in range(3_000)]
    changes = ChangeSet()
    ids = []
    for number in range(NODES):
        name = " ".join(draws.choices(words, k=3))
        ids.append(f"initiative/{name.replace(' ', '-')}-{number}")
        values = {"kind": "Initiative", "name": name, "phase": draws.choice(["idea", "running", "ended"]),
                  "members": f"about {number % 90} person", "summary": " ".join(draws.choices(words, k=15)),
                  "started_on": "2016-05", "website": f"https://buurt{number}.nl"}  # fmt: skip
        for column, value in values.items():
            at = Attestation(places=(place(row=number, column=column),), total=1)
            changes.state(Claim(ids[-1], column, value, _SOURCE, "2016-12-01"), at)
    for number in range(TIES):
        tie = Tie.between("PARTNERS_WITH", *draws.sample(ids, 2))
        at = Attestation(places=(place(row=number),), total=1)
        said: dict[str, Value] = {"exists": True, "status": "active"}
        for column, stated in said.items():
            changes.state(Claim(tie.id, column, stated, _SOURCE, "2016-12-01"), at, tie=tie)
    return changes


def store_claims(store: Store, changes: ChangeSet) -> None:
    """Load a file that says all this."""
    load = store.begin(LoadOrder(_SOURCE, _SOURCE, fingerprint="bench"))
    for part in changes.slices():
        with store.writer(load) as writer:
            writer.write(part)
    store.complete(load)
