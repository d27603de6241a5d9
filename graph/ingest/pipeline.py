"""Loads a file: read, map, resolve, claim, commit, in batches that a cut-off load resumes. Also shows it beforehand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from graph.changes import MOST_CHANGES, ChangeSet
from graph.claims import Claim
from graph.errors import FileError
from graph.ingest.claiming import Claimed, Claimer
from graph.ingest.documents import read_document
from graph.ingest.limits import MOST_PROBLEMS_SHOWN
from graph.ingest.mapping import SIDECAR, find_mapping, read_mapping
from graph.ingest.mapping_check import check_mapping
from graph.ingest.quarantine import MARK, is_quarantine, quarantine_path, write_quarantine
from graph.ingest.records import Problem, Record
from graph.ingest.resolve import Resolver
from graph.ingest.row_mapper import PROBLEM_COLUMN, ROW_COLUMN, RowMapper
from graph.ingest.sources import SourceInfo
from graph.ingest.tables import Progress, open_table
from graph.schema.model import VERSION
from graph.store.base import Store
from graph.store.loads import Document as Report
from graph.store.loads import LoadOrder, LoadState

ROWS_AT_ONCE = 1_000
"""Rows of one batch. Some ten claims each stay within one commit; more are divided over several."""

TABLES = (".csv", ".tsv", ".txt", ".xlsx")
DOCUMENTS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """How to load a file.

    Parameters
    ----------
    mapping
        Mapping file; the one beside the table unless given.
    adds
        The file adds to what its source said before, instead of replacing it.
    actor, reason
        Who loads it, by role, and why.
    quarantine
        Folder for rows that could not be used; beside the file unless given.
    secret
        Key of this installation, for the ids of people.
    progress
        Told how far it is.
    lang
        Language of the problems in the quarantine file.
    """

    mapping: Path | None = None
    adds: bool = False
    actor: str = ""
    reason: str = ""
    quarantine: Path | None = None
    secret: bytes = b""
    progress: Progress | None = None
    lang: str = "nl"


@dataclass(slots=True)
class LoadReport:
    """What became of a file.

    Parameters
    ----------
    file, source
        Its name, and the id of its source.
    number
        Number of the load; 0 for a plan.
    state
        How far the load is; None for a plan.
    used, unchanged, doubtful, refused
        Rows by what became of them; they add up to `read`.
    claims_added, claims_withdrawn
        Claims that came to life, and that no longer live.
    new, changed
        Ids of things that are new, and of known things about which something new is said.
    columns_used, columns_left_out
        Every column of the table is one of these.
    problems
        What could not be used, at most `MOST_PROBLEMS_SHOWN`; `problem_count` counts all.
    quarantine
        Where the lost rows stand.
    nothing_new
        True when the file had been loaded before, unchanged.
    """

    file: str
    source: str
    number: int = 0
    state: LoadState | None = None
    used: int = 0
    unchanged: int = 0
    doubtful: int = 0
    refused: int = 0
    claims_added: int = 0
    claims_withdrawn: int = 0
    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    columns_used: list[str] = field(default_factory=list)
    columns_left_out: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    problem_count: int = 0
    quarantine: Path | None = None
    nothing_new: bool = False

    @property
    def read(self) -> int:
        """How many rows or entries were read."""
        return self.used + self.unchanged + self.doubtful + self.refused

    def counts(self) -> Report:
        """Return the figures as they are kept with the load."""
        names = ("used", "unchanged", "doubtful", "refused", "claims_added", "claims_withdrawn", "problem_count")
        return {"read": self.read, **{name: getattr(self, name) for name in names}}


@dataclass(frozen=True, slots=True)
class _Content:
    """A file opened: who speaks, its records in batches, its headers."""

    source: SourceInfo
    batches: Iterator[list[Record]]
    headers: tuple[str, ...] = ()
    left_out: dict[str, str] = field(default_factory=dict)
    mapping: bytes = b""


def files_to_load(path: Path) -> list[Path]:
    """Return the files that a path stands for: itself, or those of a folder in order of name.

    Raises
    ------
    FileError
        A folder holds nothing to load.
    """
    if not path.is_dir():
        return [path]
    found = [file for file in sorted(path.iterdir()) if file.suffix.lower() in (*TABLES, *DOCUMENTS) and file.is_file()
             and not file.name.endswith(SIDECAR) and MARK not in file.name]  # fmt: skip
    if not found:
        raise FileError(
            f"In {path} staat niets om in te lezen (CSV, XLSX of YAML).",
            f"{path} holds nothing to load (CSV, XLSX or YAML).",
        )
    return found


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
    """
    with _open(path, options) as content:
        report = LoadReport(path.name, content.source.id, columns_left_out=content.left_out)
        load = store.begin(_order(path, content, options))
        report.number = load.number
        if load.state is LoadState.COMPLETE:
            report.nothing_new, report.state = True, load.state
            return report
        lost: list[Record] = []
        number = 0
        for records, claimed in _claimed(store, content, path.name, options):
            added: set[Claim] = set()
            for part in claimed.changes.slices(MOST_CHANGES):
                number += 1
                if number > load.done:
                    with store.writer(load, done=number) as writer:
                        writer.write(part)
                    if writer.commit:
                        added.update(writer.commit.added)
            report.claims_added += len(added)
            lost += _tally(report, records, claimed, added)
        if lost:
            report.quarantine = quarantine_path(path, options.quarantine)
            write_quarantine(path, report.quarantine, content.headers, lost, options.lang)
        report.columns_used = [header for header in content.headers if header and header not in content.left_out]
        report.state = store.complete(load, report=report.counts()).state
        return report


def plan_file(store: Store, path: Path, options: LoadOptions) -> LoadReport:
    """Return what loading a file would do, and write nothing.

    Raises
    ------
    FileError
        The file or its mapping cannot be used.
    """
    with _open(path, options) as content:
        report = LoadReport(path.name, content.source.id, columns_left_out=content.left_out)
        new: set[str] = set()
        changed: set[str] = set()
        for records, claimed in _claimed(store, content, path.name, options):
            added: set[Claim] = set()
            for part in claimed.changes.slices(MOST_CHANGES):
                commit = store.preview(part)
                added.update(commit.added if commit else ())
            report.claims_added += len(added)
            _tally(report, records, claimed, added)
            nodes = {claim.thing for claim in added if claim.thing not in claimed.changes.ties}
            known = store.existing(sorted(nodes))
            new |= {id_ for id_ in nodes if id_ not in known}
            changed |= nodes - new
        report.columns_used = [header for header in content.headers if header and header not in content.left_out]
        report.new, report.changed = sorted(new), sorted(changed)
        return report


# ---------------------------------------------------------------------------------------------------- steps


@contextmanager
def _open(path: Path, options: LoadOptions) -> Iterator[_Content]:
    if path.suffix.lower() in DOCUMENTS:
        document = read_document(path)
        yield _Content(document.source, iter([list(document.records)]))
        return
    given = find_mapping(path, options.mapping)
    raw = read_mapping(given) if given else None
    table_head = (raw or {}).get("table") or {}
    with open_table(
        path, sheet=table_head.get("sheet"), header_row=table_head.get("header_row"), progress=options.progress
    ) as table:
        headers = table.headers
        if PROBLEM_COLUMN in headers:
            headers = tuple(header for header in headers if header not in (PROBLEM_COLUMN, ROW_COLUMN))
        stem = path.name.removesuffix(path.suffix).removesuffix(MARK)
        mapping = check_mapping(raw, (given or path).name, headers, stem)
        mapper = RowMapper(mapping, path.name)
        batches = _in_batches(mapper.record(row) for row in table.rows)
        yield _Content(mapping.source, batches, headers, dict(mapping.left_out), given.read_bytes() if given else b"")


def _in_batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    batch: list[Record] = []
    for record in records:
        batch.append(record)
        if len(batch) == ROWS_AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch


def _claimed(
    store: Store, content: _Content, file: str, options: LoadOptions
) -> Iterator[tuple[list[Record], Claimed]]:
    """Yield each batch of records with what it claims; what the source says of itself goes with the first."""
    resolver = Resolver(store, content.source.id, options.secret)
    claimer = Claimer(content.source, file)
    itself: ChangeSet | None = claimer.source_itself()
    for records in content.batches:
        found, doubts = resolver.resolve([record for record in records if not record.lost])
        claimed = claimer.claim(records, found, doubts)
        if itself is not None:
            claimed.changes.merge(itself)
            itself = None
        yield records, claimed


def _tally(report: LoadReport, records: Sequence[Record], claimed: Claimed, added: set[Claim]) -> list[Record]:
    """Count what became of records; return those that were lost."""
    lost = []
    for record in records:
        report.problem_count += len(record.problems)
        report.problems += record.problems[: max(MOST_PROBLEMS_SHOWN - len(report.problems), 0)]
        if record.lost:
            lost.append(record)
        elif added.isdisjoint(claimed.by_record[record.number]):
            report.unchanged += 1
        else:
            report.used += 1
    report.doubtful += len(claimed.doubtful)
    report.refused += len(lost) - len(claimed.doubtful)
    return lost


def _order(path: Path, content: _Content, options: LoadOptions) -> LoadOrder:
    digest = hashlib.sha256(f"{VERSION}/".encode())
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    digest.update(b"/" + content.mapping)
    source = content.source
    return LoadOrder(
        source.id,
        source.id,
        fingerprint=digest.hexdigest(),
        title=path.name,
        actor=options.actor,
        reason=options.reason,
        published_on=source.published_on,
        adds=options.adds or is_quarantine(path),
    )
