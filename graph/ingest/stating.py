"""States records that no table or document holds: areas of the register, proposals that a person accepted.

The same way as a file goes: resolved, claimed, committed in bounded parts, in one load that can be taken back.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.changes import ChangeSet
from graph.errors import InputError
from graph.ingest.claiming import Claimed, Claimer
from graph.ingest.records import Record
from graph.ingest.resolve import Resolver
from graph.ingest.sources import SourceInfo
from graph.store.base import Store
from graph.store.loads import Document, Load, LoadOrder, LoadState


def claim_records(
    store: Store, source: SourceInfo, records: Sequence[Record], *, title: str, secret: bytes = b"", adds: bool = False
) -> Claimed:
    """Return what records claim, the source itself among it; what cannot be said is added to their problems.

    Parameters
    ----------
    store
        Where things are known.
    source
        Who speaks.
    records
        All of them; they may refer to each other.
    title
        Name of what they come from, for problems.
    secret
        Key of this installation, for the ids of people.
    adds
        Whether they may refer to what the source named earlier.

    Notes
    -----
    Nothing is written. One question to the store for all keys.
    """
    resolver = Resolver(store, source.id, secret)
    found, doubts = resolver.resolve(records)
    found |= resolver.referred(records, found, earlier=adds)
    claimer = Claimer(source, title)
    claimed = claimer.claim(list(records), found, doubts)
    claimed.changes.merge(claimer.source_itself())
    return claimed


def state_claims(store: Store, order: LoadOrder, changes: ChangeSet, *, report: Document) -> tuple[Load, bool]:
    """Commit claims as one load, or resume what was cut off.

    Parameters
    ----------
    store
        Where they go.
    order
        What is loaded.
    changes
        What it states.
    report
        What becomes of the records, for people.

    Returns
    -------
    tuple
        The load, and whether anything was left to do.

    Raises
    ------
    InputError
        There is nothing to state.
    StoreError
        The store cannot do its work; repeating the call resumes.
    """
    if not changes.claims:
        raise InputError("Er is niets om vast te leggen.", "There is nothing to state.")
    load = store.begin(order)
    if load.state is LoadState.COMPLETE:
        return load, False
    for part in changes.slices():
        with store.writer(load) as writer:
            writer.write(part)
    return store.complete(load, report=report), True
