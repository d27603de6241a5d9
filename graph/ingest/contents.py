"""Opens a file to load: finds its mapping, checks both, and gives its records in batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from graph.errors import FileError, MappingError
from graph.ingest.choosing import Choice, choose_mapping, own_headers
from graph.ingest.documents import DOCUMENTS, read_document
from graph.ingest.given_graphs import GivenGraph, graph_document
from graph.ingest.hsds_files import is_hsds, is_hsds_part
from graph.ingest.hsds_graph import hsds_graph
from graph.ingest.kept_mappings import KeptMapping, document_for, renamed
from graph.ingest.known_tables import known_mapping, known_table
from graph.ingest.kumu_tables import check_no_second, is_kumu_pair, is_second_table, kumu_pair_table, pair_digest
from graph.ingest.mapping import MARK, SIDECAR, bare_name, find_mapping
from graph.ingest.mapping_check import check_mapping
from graph.ingest.own_files import LINKED, own_graph
from graph.ingest.quarantine import is_quarantine, original_row
from graph.ingest.records import Record
from graph.ingest.report_files import is_report_of_folder
from graph.ingest.reports import LoadOptions
from graph.ingest.row_mapper import RowMapper
from graph.ingest.rows import Table
from graph.ingest.sources import SourceInfo
from graph.ingest.tables import TABLES, open_table
from graph.schema.words import Words
from graph.store.base import Records

ENDINGS = (*TABLES, *DOCUMENTS, *LINKED, ".zip")
"""Endings of the files that can be loaded, reports aside."""

ROWS_AT_ONCE = 1_000
"""Rows of one batch. Some ten claims each stay within one commit; more are divided over several."""

TRUTH = "truth.json"
"""What a practice city knows about itself; nothing that a source says."""


@dataclass(frozen=True, slots=True)
class Content:
    """A file that is open.

    Parameters
    ----------
    source
        Who speaks.
    batches
        Its records, in batches that are read as they are asked for.
    headers
        Headers of a table; empty for a document.
    left_out
        Columns that are not read, with the reason.
    mapping
        Hash of the mapping file, in hexadecimal; empty where there is none.
    by_key
        Whether its records refer to each other by key: a document. All of them are then in one batch.
    recalled
        The kept mapping that it is read with; None where it has one of its own, or needs none.
    to_keep
        The mapping that is to be kept for files of its shape; None where there is none.
    """

    source: SourceInfo
    batches: Iterator[list[Record]]
    headers: tuple[str, ...] = ()
    left_out: dict[str, Words] = field(default_factory=dict)
    mapping: str = ""
    by_key: bool = False
    recalled: KeptMapping | None = None
    to_keep: KeptMapping | None = None


def files_to_load(path: Path) -> list[Path]:
    """Return the files that a path stands for: itself, or those of a folder in order of name.

    Raises
    ------
    FileError
        A folder holds nothing to load, or may not be looked into.
    """
    try:
        if not path.is_dir():
            return [path]
        found = sorted(file for file in path.iterdir() if _is_to_load(file))
    except (OSError, ValueError) as error:  # a name that no file can have is a ValueError
        raise FileError(
            f"{path} kan niet worden gelezen. Mag u de map openen?", f"{path} cannot be read. May you open the folder?"
        ) from error
    if not found:
        raise FileError(
            f"In {path} staat niets om in te lezen (CSV, XLSX, ODS, JSON, YAML of een verslag).",
            f"{path} holds nothing to load (CSV, XLSX, ODS, JSON, YAML or a report).",
        )
    return found


def _is_to_load(file: Path) -> bool:
    # A name that begins with ~$ or . is what an office program or a system keeps beside an open file.
    passed_over = (
        file.name == TRUTH or file.name.endswith(SIDECAR) or MARK in file.name or file.name.startswith(("~$", "."))
    )
    if passed_over or not file.is_file() or is_hsds_part(file) or is_second_table(file):
        return False
    # A text is more often something to read than a table, unless somebody wrote down what its columns are.
    told = file.suffix.lower() != ".txt" or find_mapping(file, None) is not None
    return (file.suffix.lower() in ENDINGS and told) or is_report_of_folder(file)


@contextmanager
def open_content(
    path: Path, options: LoadOptions, *, records: Records | None = None, checked: bool = True
) -> Iterator[Content]:
    """Open a file to load.

    Parameters
    ----------
    path
        A table or a document.
    options
        Where its mapping stands, and who is told how far the reading is.
    records
        Where mappings are kept; None to look beside the table only.
    checked
        Whether to go over a whole table first, so that damage far down is known before a row is used.

    Raises
    ------
    FileError
        The file cannot be read, or its mapping does not fit it.
    """
    if path.suffix.lower() in DOCUMENTS:
        if options.mapping is not None:
            raise MappingError(
                f"{path.name} is een document; daar hoort geen --mapping bij.",
                f"{path.name} is a document, which takes no --mapping.",
            )
        document = read_document(path)
        yield Content(document.source, iter([list(document.records)]), by_key=True)
        return
    by_file = find_mapping(path, options.mapping) is not None or is_quarantine(path)
    whole = None if by_file else _whole_graph(path)
    if whole is not None:
        document = graph_document(whole, path)
        yield Content(document.source, iter([list(document.records)]), whole.headers, whole.left_out, whole.digest,
                      by_key=True)  # fmt: skip
        return
    if not by_file:
        check_no_second(path)
        if is_kumu_pair(path):
            with kumu_pair_table(path) as table:
                yield _table_content(path, table, Choice(None, path.name, pair_digest(path)), options.actor)
            return
    choice = choose_mapping(path, options.mapping, records)
    sheet, header_row = choice.place
    with open_table(path, sheet=sheet, header_row=header_row, progress=options.progress, checked=checked) as table:
        yield _table_content(path, table, choice, options.actor)


def _table_content(path: Path, table: Table, choice: Choice, actor: str) -> Content:
    if choice.kept is not None:
        table = renamed(table, choice.kept)
    headers, stem = own_headers(path, table.headers), bare_name(path)
    raw = document_for(choice.kept, stem, headers) if choice.kept is not None else choice.document
    known = known_table(headers) if raw is None else None
    if known is not None:
        raw = known_mapping(known, headers, stem)
    mapping = check_mapping(raw, choice.file, headers, stem)
    mapper = RowMapper(mapping, path.name)
    aside = is_quarantine(path)
    made = (mapper.record(row, number=original_row(row) if aside else None) for row in table.rows)
    return Content(
        mapping.source,
        _in_batches(made),
        headers,
        dict(mapping.left_out),
        choice.digest,
        recalled=choice.kept,
        to_keep=choice.to_keep(path, headers, actor),
    )


def _whole_graph(path: Path) -> GivenGraph | None:
    """Return what a file holds whose records refer to each other and that needs no mapping; None for a table."""
    return hsds_graph(path) if is_hsds(path) else own_graph(path)


def _in_batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Yield records in batches; one that is empty where there is none, because the source itself is there still."""
    rest = iter(records)
    batch = list(islice(rest, ROWS_AT_ONCE))
    yield batch
    while batch := list(islice(rest, ROWS_AT_ONCE)):
        yield batch
