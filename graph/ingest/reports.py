"""What one may say about a load beforehand, and what it says of itself afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.claims import Claim
from graph.ingest.claiming import Claimed
from graph.ingest.limits import MOST_PROBLEMS_SHOWN
from graph.ingest.plans import Planned
from graph.ingest.records import Problem, Record
from graph.ingest.rows import Progress
from graph.schema.words import Words
from graph.store.loads import Document, Load, LoadState

BEGUN = "begun"
"""What the report of a running load calls the batch that is not whole yet."""


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
class Came:
    """What came to life of a batch, over the commits that it takes.

    Parameters
    ----------
    records
        Numbers of the records that said something new.
    claims
        How many claims came to life.
    parts
        How many commits of the batch have been made.
    """

    records: set[int] = field(default_factory=set)
    claims: int = 0
    parts: int = 0

    def add(self, claimed: Claimed, added: Iterable[Claim]) -> None:
        """Count one commit of a batch: the claims that came to life in it."""
        alive = frozenset(added)
        self.records.update(number for number, made in claimed.by_record.items() if not alive.isdisjoint(made))
        self.claims += len(alive)
        self.parts += 1

    def document(self) -> Document:
        """Return it as it is kept with the load, so that a batch that is cut off halfway is counted once."""
        return {"records": sorted(self.records), "claims": self.claims, "parts": self.parts}

    @classmethod
    def kept(cls, load: Load) -> Came:
        """Return what an earlier run of a load left of the batch that it was cut off in."""
        found = load.report.get(BEGUN, {})
        return cls(set(found.get("records", ())), found.get("claims", 0), found.get("parts", 0))


@dataclass(slots=True)
class LoadReport:
    """What became of a file.

    Parameters
    ----------
    file, source
        Its name, and the id of its source.
    number
        Number of the load; 0 for a plan.
    part_of
        Number of the load whose rows it repairs; 0 where it stands alone.
    state
        How far the load is; None for a plan.
    used, unchanged, doubtful, refused, proposed
        Rows by what became of them; they add up to `read`. What a report of a meeting tells is no row but a proposal:
        put on the desk, or (unchanged) there or decided on before.
    claims_added, claims_withdrawn
        Claims that came to life, and that no longer live.
    new, changed
        Of a plan: ids of things that are new, and of known things about which something new is said.
    merged
        Of a plan: ids of things that a row turned out to be, because they were known or an earlier row made them.
    planned
        Of a plan: these three in the words of the file, at most `MOST_PROBLEMS_SHOWN` of each.
    columns_used, columns_left_out
        Every column of the table is one of these.
    problems
        What could not be used, at most `MOST_PROBLEMS_SHOWN`; `problem_count` counts all.
    quarantine
        Where the lost rows stand.
    nothing_new
        True when the file had been loaded before, unchanged.
    mapping_of, mapping_kept_on
        Name of the file whose mapping was kept for this shape and used here, and the day on which it was kept; empty
        where the file has its own mapping or needs none.
    """

    file: str
    source: str
    number: int = 0
    part_of: int = 0
    state: LoadState | None = None
    used: int = 0
    unchanged: int = 0
    doubtful: int = 0
    refused: int = 0
    proposed: int = 0
    claims_added: int = 0
    claims_withdrawn: int = 0
    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    planned: list[Planned] = field(default_factory=list)
    columns_used: list[str] = field(default_factory=list)
    columns_left_out: dict[str, Words] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    problem_count: int = 0
    quarantine: Path | None = None
    nothing_new: bool = False
    mapping_of: str = ""
    mapping_kept_on: str = ""

    @property
    def read(self) -> int:
        """How many rows or entries were read."""
        return self.used + self.unchanged + self.doubtful + self.refused + self.proposed

    @property
    def useless(self) -> bool:
        """Whether nothing of what was read could be used."""
        return self.read > 0 and not self.used and not self.unchanged and not self.proposed

    def tally(self, records: Sequence[Record], claimed: Claimed, came: Came | None) -> list[Record]:
        """Count what became of records, and return those that were lost.

        Parameters
        ----------
        records
            A batch.
        claimed
            What it claims.
        came
            What came to life of it; None where an earlier run of this load has counted it.
        """
        lost = []
        for record in records:
            self.problem_count += len(record.problems)
            self.problems += record.problems[: max(MOST_PROBLEMS_SHOWN - len(self.problems), 0)]
            if record.lost:
                lost.append(record)
                record.drafts, record.ties = [], []  # what is set aside is the row as it stands; many may be
            elif came is None:
                continue
            elif record.number in came.records:
                self.used += 1
            else:
                self.unchanged += 1
        self.claims_added += came.claims if came else 0
        self.doubtful += len(claimed.doubtful)
        self.refused += len(lost) - len(claimed.doubtful)
        return lost

    def resume(self, counts: Document) -> None:
        """Go on from the figures that an earlier run of this load left."""
        for name in ("used", "unchanged", "claims_added", "claims_withdrawn"):
            setattr(self, name, int(counts.get(name, 0)))

    def counts(self) -> Document:
        """Return the figures as they are kept with the load."""
        names = ("used", "unchanged", "doubtful", "refused", "proposed", "claims_added", "claims_withdrawn",
                 "problem_count")  # fmt: skip
        return {"read": self.read, **{name: getattr(self, name) for name in names}}
