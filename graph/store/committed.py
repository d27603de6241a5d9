"""How a commit is written down, the same in each store: the claims that came to life, and those that no longer live."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import datetime

from graph.changes import Commit, Tie
from graph.claims import Claim
from graph.store.codec import claim_of, claim_row
from graph.store.engine import WritePlan
from graph.store.loads import Document


def told_as_removed(vanished: Iterable[str], read_now: Callable[[list[str]], set[str]]) -> set[str]:
    """Return which ids a level is told are gone, of those that its readings lost.

    Parameters
    ----------
    vanished
        Ids of nodes and relationships.
    read_now
        Returns which of some ids the level reads now.

    Notes
    -----
    The id of a relationship tells both its ends, so it is told only to who reads them, or read them until they went.
    """
    removed = set(vanished)
    removed -= read_now(sorted(removed))
    ends = {id_: Tie.ends_in(id_) for id_ in removed}
    known = removed | read_now(sorted({end for found in ends.values() for end in found} - removed))
    return {id_ for id_, found in ends.items() if known.issuperset(found)}


def as_seen(
    commits: Iterable[Commit], thing: str, members: Collection[str], shown: Collection[Claim] | None
) -> list[Commit]:
    """Return commits that touched a thing with what a level may see of them.

    Parameters
    ----------
    commits
        Whole, newest first.
    thing
        The id that was asked about.
    members
        Every id that is one thing with it.
    shown
        The claims about it that the public level sees; None for the internal level, which sees all.
    """
    seen = []
    for commit in commits:
        added = tuple(claim for claim in commit.added if claim.thing in members and (shown is None or claim in shown))
        withdrawn = tuple(claim for claim in commit.withdrawn if claim.thing in members) if shown is None else ()
        if added or withdrawn or shown is None:
            things = members if shown is None else {thing, *(claim.thing for claim in added)}
            seen.append(replace(commit, added=added, withdrawn=withdrawn, things=tuple(sorted(things))))
    return seen


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
