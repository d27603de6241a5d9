"""How a commit is written down, the same in each store: the claims that came to life, and those that no longer live."""

from __future__ import annotations

from datetime import datetime

from graph.changes import Commit
from graph.store.codec import claim_of, claim_row
from graph.store.loads import Document
from graph.store.planning import WritePlan


def commit_document(plan: WritePlan, commit: Commit) -> Document:
    """Return a commit, with what its plan made vanish, as a JSON document."""
    return {
        "revision": commit.revision,
        "load": commit.load,
        "at": commit.at.isoformat(),
        "structural": commit.structural,
        "things": list(commit.things),
        "delta": {
            "added": [[claim.thing, *claim_row(claim)] for claim in commit.added],
            "withdrawn": [[claim.thing, *claim_row(claim)] for claim in commit.withdrawn],
            "vanished": plan.vanished,
            "vanished_public": plan.vanished_public,
        },
    }


def read_commit(document: Document) -> Commit:
    """Read back what `commit_document` wrote."""
    delta = document["delta"]
    return Commit(
        document["revision"],
        document["load"],
        datetime.fromisoformat(document["at"]),
        tuple(claim_of(thing, row) for thing, *row in delta["added"]),
        tuple(claim_of(thing, row) for thing, *row in delta["withdrawn"]),
        tuple(document["things"]),
        document["structural"],
    )
