"""A whole store as documents: for backups, for moving from one engine to another, and for reading as of a day.

The truth is written down (loads, things with their claims, commits, records); readings are made again from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import islice

import orjson

from graph.consolidation import Consolidator, stated_by
from graph.errors import ConflictError, FileError, StoreVersionError
from graph.schema.model import VERSION
from graph.schema.words import Words
from graph.store.codec import decode_book, decode_tie, encode_book, encode_tie
from graph.store.committing import THINGS_AT_ONCE, CommittingStore
from graph.store.engine import WholeTransaction
from graph.store.loads import Document, Load, LoadState, decode_load, encode_load, facts_of
from graph.store.planning import CommitFacts, plan_adoption
from graph.store.rows import Readings, Thing, read_node, read_relationship

FORMAT = "wijkweb-dump"


def dump(transaction: WholeTransaction) -> Iterator[Document]:
    """Yield everything but the derived part, the header first."""
    yield {"format": FORMAT, "version": VERSION, "revision": transaction.revision()}
    for load in sorted(transaction.loads().values(), key=lambda load: load.number):
        yield {"load": encode_load(load)}
    for thing in transaction.all_things():
        tie = orjson.loads(encode_tie(thing.tie)) if thing.tie else None
        yield {"thing": thing.id, "tie": tie, "book": orjson.loads(encode_book(thing.book)), "history": thing.history}
    for commit in transaction.all_commits():
        yield {"commit": commit}
    for collection, key, document in transaction.all_records():
        yield {"record": [collection, key, document]}
    yield {"end": True}


def restore(store: CommittingStore, documents: Iterable[Document]) -> None:
    """Fill an empty store from a dump, part by part.

    Raises
    ------
    ConflictError
        The store is not empty.
    FileError
        These are not the documents of a dump, or its end is missing. What was read till then is in the store: restore
        into a new one.
    StoreVersionError
        The dump was made by a newer version.

    Notes
    -----
    Readings bear the revision of the dump, so that whoever asks what changed since an older one misses nothing.
    """
    if store.loads():
        raise ConflictError(
            "Deze opslag is niet leeg. Zet een reservekopie terug in een nieuwe opslag.",
            "This store is not empty. Put a backup back into a new store.",
        )
    rest = iter(documents)
    revision = _check_header(next(rest, {}))
    loads: dict[int, Load] = {}
    ended = False
    while not ended:
        part = list(islice(rest, THINGS_AT_ONCE))
        if not part:
            raise _no_dump()
        ended = "end" in part[-1]
        with store.whole_transaction() as transaction:
            try:
                _take_over(transaction, part, loads, revision)
            except (KeyError, TypeError, ValueError, IndexError) as error:
                raise _no_dump() from error


def _take_over(transaction: WholeTransaction, part: Iterable[Document], loads: dict[int, Load], revision: int) -> None:
    things = []
    for document in part:
        if "load" in document:
            load = decode_load(document["load"])
            loads[load.number] = load
            transaction.put_load(load)
        elif "commit" in document:
            transaction.put_commit(document["commit"])
        elif "record" in document:
            transaction.put_record(*document["record"])
        elif "end" not in document:
            things.append(_thing(document))
    adopt(transaction, things, loads, revision=revision)


def adopt(
    transaction: WholeTransaction,
    things: Iterable[Thing],
    loads: Mapping[int, Load],
    *,
    revision: int,
    as_of: date | None = None,
) -> None:
    """Write things as they are and make their readings; there is no commit of it.

    Parameters
    ----------
    transaction
        Of an empty store, or of one being filled with nodes before relationships.
    things
        At most `THINGS_AT_ONCE`.
    loads
        Every load.
    revision
        Revision that the readings bear.
    as_of
        Read only what had been stated by the end of this day.
    """
    by_id = {thing.id: thing for thing in things}
    facts = CommitFacts(
        {number: facts_of(load) for number, load in loads.items()}, revision, 0, datetime.now(UTC), as_of
    )
    plan = plan_adoption(transaction, by_id, facts)
    if plan is not None:
        transaction.write(plan)


def fill_as_of(given: WholeTransaction, target: CommittingStore, as_of: date) -> None:
    """Fill an empty store with all of another, read as of a day."""
    with target.whole_transaction() as filled:
        loads = given.loads()
        for load in loads.values():
            filled.put_load(load)
        revision = given.revision()
        things = given.all_things()
        while part := list(islice(things, THINGS_AT_ONCE)):
            adopt(filled, part, loads, revision=revision, as_of=as_of)
        for commit in given.all_commits():
            filled.put_commit({**commit, "delta": _delta_as_of(commit, as_of)})


def _delta_as_of(commit: Document, as_of: date) -> Document:
    """Return what a commit added that had been stated by a day; what it withdrew belongs to no day."""
    added = [row for row in commit["delta"]["added"] if stated_by(row[4], as_of)
             or (row[4] is None and commit["at"][:10] <= as_of.isoformat())]  # fmt: skip
    return {"added": added, "withdrawn": [], "vanished": [], "vanished_public": []}


def _thing(document: Document) -> Thing:
    tie = decode_tie(orjson.dumps(document["tie"]).decode()) if document["tie"] else None
    book = decode_book(document["thing"], orjson.dumps(document["book"]).decode())
    return Thing(document["thing"], tie, book, document["thing"], list(document["history"]))


def _no_dump() -> FileError:
    return FileError(
        "Dit is geen (hele) reservekopie van Wijkweb. Neem een andere, en zet die terug in een nieuwe opslag.",
        "This is no (whole) backup of Wijkweb. Take another, and put it back into a new store.",
    )


def _check_header(header: Document) -> int:
    """Return the revision of a dump, or refuse it."""
    version, revision = header.get("version"), header.get("revision")
    if header.get("format") != FORMAT or not isinstance(version, int) or not isinstance(revision, int):
        raise _no_dump()
    if version > VERSION:
        raise StoreVersionError(
            "Deze reservekopie is gemaakt met een nieuwere Wijkweb. Werk Wijkweb bij.",
            "This backup was made by a newer Wijkweb. Update Wijkweb.",
        )
    return revision


def find_problems(transaction: WholeTransaction) -> list[Words]:
    """Return what does not hold in a store: readings that are not what the claims come to, loads that were cut off."""
    consolidator = Consolidator({number: facts_of(load) for number, load in transaction.loads().items()})
    found = [
        Words(
            f"Inlezing {load.number} ({load.order.title}) is afgebroken. Lees opnieuw in of draai terug.",
            f"Load {load.number} ({load.order.title}) was cut off. Load the same again or undo it.",
        )
        for load in transaction.loads().values()
        if load.state not in (LoadState.COMPLETE, LoadState.UNDONE)
    ]
    things = transaction.all_things()
    while part := list(islice(things, THINGS_AT_ONCE)):
        groups = {thing.id: [thing] for thing in part if thing.canonical == thing.id}
        for id_, members in transaction.members(groups).items():
            groups[id_] += members
        expected = _expected(transaction, groups, consolidator)
        stored = {id_: one.readings for id_, one in transaction.readings(groups).items()}
        found += [
            Words(f"{id_} leest anders dan zijn bronnen zeggen.", f"{id_} reads differently from what its sources say.")
            for id_, readings in expected.items()
            if stored.get(id_, Readings(None, None)) != readings
        ]
    return found


def _expected(
    transaction: WholeTransaction, groups: Mapping[str, Sequence[Thing]], consolidator: Consolidator
) -> dict[str, Readings]:
    """Return what canonical things come to, made again from the claims of all that are one with them."""
    ties = {id_: [thing.tie for thing in group if thing.tie] for id_, group in groups.items()}
    ends = {end for found in ties.values() for tie in found for end in (tie.start, tie.end)}
    canonical = transaction.canonical(sorted(ends))
    expected = {}
    for id_, group in groups.items():
        books = [thing.book for thing in group]
        if not ties[id_]:
            expected[id_] = read_node(id_, group, consolidator)
            continue
        start, end = (canonical.get(one, one) for one in (ties[id_][0].start, ties[id_][0].end))
        nothing = start == end  # a merge of both ends leaves nothing between them
        expected[id_] = Readings(None, None) if nothing else read_relationship(books, ties[id_], consolidator)
    return expected
