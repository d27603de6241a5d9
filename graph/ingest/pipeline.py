"""Loads a file: read, map, resolve, claim, commit, in batches that a cut-off load resumes. Also shows it beforehand."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from graph.changes import MOST_CHANGES, ChangeSet, Commit
from graph.claims import Claim
from graph.collecting import without_collecting
from graph.ingest.claiming import Claimed, Claimer
from graph.ingest.contents import Content, files_to_load, open_content
from graph.ingest.kept_mappings import remember
from graph.ingest.mapping import bare_name
from graph.ingest.plans import Plan, Sort
from graph.ingest.quarantine import is_quarantine, quarantine_path, write_quarantine
from graph.ingest.records import Record
from graph.ingest.report_files import is_report, open_report
from graph.ingest.reports import BEGUN, Came, LoadOptions, LoadReport
from graph.ingest.resolve import Resolver
from graph.ingest.rows import readable
from graph.schema.model import VERSION
from graph.store.base import Records, Store
from graph.store.loads import Document, Load, LoadOrder, LoadState, counting

__all__ = ["LoadOptions", "LoadReport", "check_file", "files_to_load", "load_file", "plan_file"]


def load_file(store: Store, path: Path, options: LoadOptions) -> LoadReport:
    """Load one file, or resume what was cut off.

    Parameters
    ----------
    store
        Where it goes.
    path
        A CSV, XLSX or YAML file.
    options
        How.

    Raises
    ------
    FileError
        The file or its mapping cannot be used; the store is as it was.
    StoreError
        The store cannot do its work; what was committed before stays, and repeating the load resumes it.

    Notes
    -----
    Linear in the rows; memory is bounded by a batch, but for the names and numbers that the file itself brings.
    """
    with open_content(path, options, records=store.records) as content:
        report = _report(path, content)
        load = store.begin(_order(path, content, options, part_of=_repairs(store, path, content)))
        report.number, report.part_of = load.number, load.order.part_of
        if load.state is LoadState.COMPLETE:
            report.nothing_new, report.state = True, load.state
            return report
        with without_collecting():
            lost = _write(store, load, _claimed(store, content, path, options), report)
        if lost:
            report.quarantine = quarantine_path(path, options.quarantine, as_document=content.by_key)
            write_quarantine(path, report.quarantine, lost, headers=content.headers, source=content.source,
                             lang=options.lang)  # fmt: skip
        if report.useless:  # a broken export is no new version: what the source said before stays
            report.state = store.undo(load.number, actor=options.actor, reason=_USELESS).state
            return report
        if content.to_keep is not None:
            remember(store.records, content.to_keep)
        done = store.complete(load, report=report.counts())
        report.state, report.claims_withdrawn = done.state, int(done.report.get("claims_withdrawn", 0))
        return report


Told = Callable[[list[Record], Claimed, list[Claim]], None]
"""Called with each batch of a plan: its records, what they claim, and what of that is new."""


def plan_file(store: Store, path: Path, options: LoadOptions, told: Told | None = None) -> LoadReport:
    """Return what loading a file would do, and write nothing.

    Parameters
    ----------
    store, path, options
        As for `load_file`.
    told
        Told of each batch.

    Raises
    ------
    FileError
        The file or its mapping cannot be used.
    """
    with open_content(path, options, records=store.records) as content:
        report = _report(path, content)
        counted: set[int] = set()  # hashes of claims of earlier batches: nothing was written that would show them
        plan = Plan()
        for records, claimed in _claimed(store, content, path, options, written=False):
            added: list[Claim] = []
            for part in claimed.changes.slices(MOST_CHANGES):
                commit = store.preview(part)
                added += [claim for claim in commit.added if hash(claim) not in counted] if commit else []
            counted.update(map(hash, added))
            came = Came()
            came.add(claimed, added)
            report.tally(records, claimed, came)
            things = {claim.thing for claim in claimed.changes.claims} - claimed.changes.ties.keys()
            plan.add(records, claimed, added, store.existing(sorted(things)))
            if told is not None:
                told(records, claimed, added)
        report.new, report.changed, report.merged = (sorted(plan.ids[sort]) for sort in Sort)
        report.planned = [one for sort in Sort for one in plan.listed[sort].values()]
        return report


def check_file(path: Path, options: LoadOptions, records: Records | None = None) -> None:
    """Refuse a file that cannot be loaded at all, before any other is.

    Parameters
    ----------
    path, options
        As for `load_file`.
    records
        Where mappings are kept.

    Raises
    ------
    FileError
        It cannot be read, or its mapping does not fit it.
    """
    if is_report(path, options.mapping):
        open_report(path, options.mapping)
        return
    with open_content(path, options, records=records, checked=False):
        pass


_USELESS = "geen enkele rij was bruikbaar"
"""Reason for taking back a load of which nothing could be used; kept in Dutch, like the titles of decisions."""


# ---------------------------------------------------------------------------------------------------- steps


def _report(path: Path, content: Content) -> LoadReport:
    used = [header for header in content.headers if header and header not in content.left_out]
    report = LoadReport(readable(path.name), content.source.id, columns_used=used, columns_left_out=content.left_out)
    if content.recalled is not None:
        report.mapping_of, report.mapping_kept_on = content.recalled.stem, content.recalled.kept_on
    return report


def _write(
    store: Store, load: Load, batches: Iterator[tuple[list[Record], Claimed]], report: LoadReport
) -> list[Record]:
    """Commit batches, but those that an earlier run has committed; return the records that were lost."""
    lost: list[Record] = []
    report.resume(load.report)
    for number, (records, claimed) in enumerate(batches, 1):
        if number <= load.done:
            lost += report.tally(records, claimed, None)
            continue
        came = Came.kept(load) if number == load.done + 1 else Came()
        lost += _write_batch(store, load, number, (records, claimed, came, report))
    return lost


_Batch = tuple[list[Record], Claimed, Came, LoadReport]


def _write_batch(store: Store, load: Load, number: int, batch: _Batch) -> list[Record]:
    """Commit a batch, but those parts of it that an earlier run has committed; return the records that were lost.

    What is counted, and that a part is done, is kept with the commit itself: a process may die at any moment, and a
    place in a source that is told twice would count twice.
    """
    records, claimed, came, report = batch
    lost: list[Record] = []

    def tell(commit: Commit | None, *, last: bool) -> Document:
        came.add(claimed, commit.added if commit else ())
        if not last:
            return {**report.counts(), BEGUN: came.document()}
        lost.extend(report.tally(records, claimed, came))
        return report.counts()

    parts = list(claimed.changes.slices(MOST_CHANGES)) or [ChangeSet()]
    for place, part in enumerate(parts):
        last = place == len(parts) - 1
        if place < came.parts and not last:
            continue
        with store.writer(load, done=number if last else None, report=partial(tell, last=last)) as writer:
            writer.write(part)
    return lost


def _claimed(
    store: Store, content: Content, path: Path, options: LoadOptions, *, written: bool = True
) -> Iterator[tuple[list[Record], Claimed]]:
    """Yield each batch of records with what it claims; what the source says of itself goes with the first.

    ``written`` says whether a batch is in the store when the next one is asked for.
    """
    adds = _adds(path, options)
    resolver = Resolver(store, content.source.id, options.secret)
    claimer = Claimer(content.source, readable(path.name))
    itself: ChangeSet | None = claimer.source_itself()
    for records in content.batches:
        used = [record for record in records if not record.lost]
        found, doubts = resolver.resolve(used, again=is_quarantine(path))
        if content.by_key:
            found |= resolver.referred(used, found, earlier=adds)
        claimed = claimer.claim(records, found, doubts)
        if itself is not None:
            claimed.changes.merge(itself)
            itself = None
        yield records, claimed
        if written:
            resolver.forget()


def _adds(path: Path, options: LoadOptions) -> bool:
    return options.adds or is_quarantine(path)


def _repairs(store: Store, path: Path, content: Content) -> int:
    """Return the load whose rows a quarantine holds: the newest of its source and name that counts; 0 for none."""
    if not is_quarantine(path):
        return 0
    loads, scope = store.loads(), content.source.id
    counts = counting(loads, scope)
    mine = [one.number for one in loads if one.number in counts and one.state is LoadState.COMPLETE
            and not one.order.part_of and bare_name(Path(one.order.title)) == readable(bare_name(path))]  # fmt: skip
    return max(mine, default=0)


def _order(path: Path, content: Content, options: LoadOptions, *, part_of: int) -> LoadOrder:
    digest = hashlib.sha256(f"{VERSION}/".encode())
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    digest.update(f"/{content.mapping}".encode())
    source = content.source
    return LoadOrder(
        source.id,
        source.id,
        fingerprint=digest.hexdigest(),
        title=readable(path.name),
        actor=options.actor,
        reason=options.reason,
        published_on=source.published_on,
        adds=_adds(path, options),
        part_of=part_of,
    )
