"""Plans: what loading a file would do, in counts and in lines that people read, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from graph.claims import Claim
from graph.ingest.cells import text_of
from graph.ingest.claiming import Claimed
from graph.ingest.pipeline import LoadOptions, LoadReport, plan_file
from graph.ingest.plans import Planned, Sort
from graph.ingest.proposing.value_sorts import contact_in
from graph.ingest.records import Record
from graph.ingest.rows import Row
from graph.schema.model import KINDS_BY_NAME, node_properties
from graph.schema.words import Words
from graph.store.base import Store
from graph.store.loads import Document
from graph.store.questions import Role, Viewer

FIRST_ROWS = 3
"""Rows of which is shown what they become."""
MOST_ASIDE = 100
"""Rows set aside that a plan tells one by one; the file with them has all."""
_LONGEST_VALUE = 80
"""Characters of a value in a line: enough to recognise it by."""
_REMEDY = ("Verbeter de rij en lees haar opnieuw in.", "Repair the row and load it again.")
_HIDDEN = Words("(naam blijft intern)", "(name kept internal)")
_SORTS = {
    Sort.NEW: Words("Nieuw", "New"), Sort.CHANGED: Words("Aangevuld", "Added to"),
    Sort.MERGED: Words("Al bekend", "Known already"),
}  # fmt: skip
_UNTOLD = frozenset(words.nl for name in ("aliases", "level", "scheme", "agreement_kind")
                    if (words := node_properties()[name].words))  # fmt: skip
"""What nearly every thing of its kind has: a line that told it would tell nothing."""


@dataclass(frozen=True, slots=True)
class FirstRow:
    """What one of the first rows becomes.

    Parameters
    ----------
    number
        Of the row.
    record
        What it says.
    state
        ``new``, ``added``, ``unchanged``, ``doubt`` or ``refused``.
    thing
        Id of the known thing that it is about; empty where it is new or was refused.
    """

    number: int
    record: Record
    state: str
    thing: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What loading would do.

    Parameters
    ----------
    id
        Of the upload.
    revision
        Of the data that it was made for.
    source
        Id of the source that speaks.
    used, unchanged, doubtful, refused
        Rows by what becomes of them; they add up to `read`.
    proposed
        What a report of a meeting would put on the desk of proposals; such a file has no rows.
    created, changed, merged
        Things that are new, things of which something new is said, and things that a row turned out to be because
        they were known or an earlier row made them.
    kinds
        How many of the new things are of each kind, most first.
    lines
        What would be done, in readable lines, at most as many as are kept; `more` counts the others.
    first
        What the first rows become.
    columns_used, columns_left_out
        Every column of a table is one of these.
    things
        Ids of what is new or changed.
    is_report
        Whether it is a report of a meeting.
    aside
        The first rows that would be set aside: number, column, what stands there, what is wrong, what would be right.
    """

    id: str
    revision: int
    source: str
    used: int
    unchanged: int
    doubtful: int
    refused: int
    created: int
    changed: int
    merged: int
    kinds: tuple[tuple[str, int], ...]
    lines: tuple[Words, ...]
    more: int
    first: tuple[FirstRow, ...]
    columns_used: tuple[str, ...]
    columns_left_out: Mapping[str, Words]
    things: frozenset[str]
    aside: tuple[Document, ...] = ()
    proposed: int = 0
    is_report: bool = False

    @property
    def read(self) -> int:
        """How many rows were read."""
        return self.used + self.unchanged + self.doubtful + self.refused

    @property
    def nothing_new(self) -> bool:
        """Whether no row would be used."""
        return self.used == 0 and self.proposed == 0


@dataclass(slots=True)
class _Seen:
    """What the batches of a plan told, besides what its report counts and lists."""

    kinds: dict[str, str] = field(default_factory=dict)
    people: set[str] = field(default_factory=set)
    first: list[FirstRow] = field(default_factory=list)
    aside: list[Document] = field(default_factory=list)

    def tell(self, records: list[Record], claimed: Claimed, added: list[Claim]) -> None:
        """Note a batch."""
        for claim in added:
            if claim.property == "kind":
                self.kinds[claim.thing] = str(claim.value)
        for record in records[: max(FIRST_ROWS - len(self.first), 0)]:
            self.first.append(_first_row(record, claimed, frozenset(added)))
        lost = [record for record in records if record.lost]
        self.aside += map(_aside, lost[: max(MOST_ASIDE - len(self.aside), 0)])
        self.people.update(name for record in records for draft in record.drafts if draft.kinds[0] == "Person"
                           for name in draft.values("name", "aliases"))  # fmt: skip


def _aside(record: Record) -> Document:
    """Return a row that is set aside as it is told: its sentence says what is wrong and then what would be right."""
    problem = next(one for one in record.problems if one.row_lost)
    column = problem.place.nl.partition(", kolom ")[2] or None
    cells = record.raw.cells if isinstance(record.raw, Row) else {}
    value = text_of(cells[column])[:200] if column in cells else None
    wrong, right = zip(*(_halves(sentence) for sentence in (problem.what.nl, problem.what.en)), strict=True)
    return {
        "row": record.number, "column": column, "value": "…" if value and contact_in(value) else value,
        "problem": list(wrong), "remedy": [one or other for one, other in zip(right, _REMEDY, strict=True)],
    }  # fmt: skip


def _halves(sentence: str) -> tuple[str, str]:
    wrong, _, right = sentence.partition(". ")
    return f"{wrong.rstrip('.')}.", right


def _first_row(record: Record, claimed: Claimed, added: frozenset[Claim]) -> FirstRow:
    claims = claimed.by_record.get(record.number, [])
    if record.number in claimed.doubtful:
        return FirstRow(record.number, record, "doubt")
    if record.lost or not claims:
        return FirstRow(record.number, record, "refused")
    state = "unchanged" if added.isdisjoint(claims) else "added"
    return FirstRow(record.number, record, state, claims[0].thing)


TakeIn = Callable[..., LoadReport]
"""Puts what a report of a meeting proposes on the desk; with ``planned`` it only says what that would be."""


def make_plan(
    store: Store, id_: str, path: Path, options: LoadOptions, *, most_lines: int, take_in: TakeIn | None = None
) -> Plan:
    """Return what loading a file would do, and write nothing.

    Parameters
    ----------
    store
        Where it would go.
    id_
        Of the upload.
    path, options
        The file, and how it would be loaded.
    most_lines
        Lines that are kept.
    take_in
        Reads the file as a report of a meeting; None for a table or document.

    Raises
    ------
    FileError
        The file or its mapping cannot be used.

    Notes
    -----
    Linear in the rows.
    """
    with store.view(Viewer(Role.ADMIN)) as view:
        revision = view.revision
    seen = _Seen()
    report = take_in(path, options, planned=True) if take_in else plan_file(store, path, options, seen.tell)
    new = frozenset(report.new) - {report.source}
    changed = frozenset(report.changed) - {report.source}
    lines = list(_lines(report, seen))
    kinds = Counter(seen.kinds[id_] for id_ in new if id_ in seen.kinds)
    unlisted = len(
        {*report.new, *report.changed, *report.merged} - {report.source, *(one.id for one in report.planned)}
    )
    return Plan(
        id_,
        revision,
        report.source,
        report.used,
        report.unchanged,
        report.doubtful,
        report.refused,
        len(new),
        len(changed),
        len(report.merged),
        tuple(
            sorted(
                ((kind, count) for kind, count in kinds.items() if kind in KINDS_BY_NAME),
                key=lambda one: (-one[1], one[0]),
            )
        ),
        tuple(lines[:most_lines]),
        max(len(lines) - most_lines, 0) + unlisted + report.problem_count - len(report.problems),
        tuple(replace(one, state="new", thing="") if one.thing in new else one for one in seen.first),
        tuple(report.columns_used),
        report.columns_left_out,
        new | changed,
        tuple(seen.aside),
        report.proposed,
        take_in is not None,
    )


def _lines(report: LoadReport, seen: _Seen) -> Iterator[Words]:
    """Yield what is set aside, then what is new, added to and known, then what else is wrong."""
    for problem in report.problems:
        if problem.row_lost:
            yield _line(Words("Apart gezet", "Set aside"), problem.sentence)
    told: set[str] = {report.source}
    for one in report.planned:
        if one.id not in told:
            told.add(one.id)
            yield _line(_SORTS[one.sort], _plain(one, seen.people).sentence)
    for problem in report.problems:
        if not problem.row_lost:
            yield _line(Words("Let op", "Mind"), problem.sentence)


def _line(what: Words, sentence: Callable[[str], str]) -> Words:
    return Words(f"{what.nl}: {sentence('nl')}", f"{what.en}: {sentence('en')}")


def _plain(one: Planned, people: Container[str]) -> Planned:
    """Return a thing as it stands in a line: without names of people, contact details, and what goes without saying."""
    hidden = one.kind == "Person" or contact_in(one.name) is not None
    said = [(words, _shown(value, people)) for words, value in one.said if words.nl not in _UNTOLD]
    return replace(one, id=_HIDDEN.nl if hidden else one.id, name="" if hidden else one.name, said=said)


def _shown(value: Words, people: Container[str]) -> Words:
    if value.nl.strip("‘’") in people:
        return _HIDDEN
    return Words(*("…" if contact_in(text) else _cut(text) for text in (value.nl, value.en)))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE]}…"
