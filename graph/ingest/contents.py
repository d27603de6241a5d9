"""Opens a file to load: finds its mapping, checks both, and gives its records in batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from graph.errors import FileError, MappingError
from graph.ingest.documents import read_document
from graph.ingest.known_tables import known_mapping, known_table
from graph.ingest.mapping import MARK, SIDECAR, bare_name, find_mapping, read_mapping, table_place
from graph.ingest.mapping_check import check_mapping
from graph.ingest.own_files import LINKED, own_graph
from graph.ingest.own_graphs import own_document
from graph.ingest.quarantine import is_quarantine, original_row
from graph.ingest.records import Record
from graph.ingest.reports import LoadOptions
from graph.ingest.row_mapper import PROBLEM_COLUMN, ROW_COLUMN, RowMapper
from graph.ingest.sources import SourceInfo
from graph.ingest.tables import TABLES, open_table

ROWS_AT_ONCE = 1_000
"""Rows of one batch. Some ten claims each stay within one commit; more are divided over several."""

TRUTH = "truth.json"
"""What a practice city knows about itself; nothing that a source says."""

DOCUMENTS = (".yaml", ".yml")


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
        Bytes of the mapping file.
    by_key
        Whether its records refer to each other by key: a document. All of them are then in one batch.
    """

    source: SourceInfo
    batches: Iterator[list[Record]]
    headers: tuple[str, ...] = ()
    left_out: dict[str, str] = field(default_factory=dict)
    mapping: bytes = b""
    by_key: bool = False


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
            f"In {path} staat niets om in te lezen (CSV, XLSX, ODS, JSON of YAML).",
            f"{path} holds nothing to load (CSV, XLSX, ODS, JSON or YAML).",
        )
    return found


def _is_to_load(file: Path) -> bool:
    # A name that begins with ~$ or . is what an office program or a system keeps beside an open file; a text is more
    # often something to read than a table, unless somebody wrote down what its columns are.
    passed_over = (
        file.name == TRUTH or file.name.endswith(SIDECAR) or MARK in file.name or file.name.startswith(("~$", "."))
    )
    passed_over = passed_over or (file.suffix.lower() == ".txt" and find_mapping(file, None) is None)
    return file.suffix.lower() in (*TABLES, *DOCUMENTS, *LINKED) and file.is_file() and not passed_over


@contextmanager
def open_content(path: Path, options: LoadOptions, *, checked: bool = True) -> Iterator[Content]:
    """Open a file to load.

    Parameters
    ----------
    path
        A table or a document.
    options
        Where its mapping stands, and who is told how far the reading is.
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
    given = find_mapping(path, options.mapping)
    own = own_graph(path) if given is None and not is_quarantine(path) else None
    if own is not None:
        document = own_document(own, path)
        yield Content(document.source, iter([list(document.records)]), by_key=True)
        return
    raw = read_mapping(given) if given else None
    aside = is_quarantine(path)
    # A quarantine has its headers at the top of its first sheet, wherever those of its table stood.
    sheet, header_row = (None, None) if aside else table_place(raw or {}, given.name if given else path.name)
    with open_table(path, sheet=sheet, header_row=header_row, progress=options.progress, checked=checked) as table:
        headers = table.headers
        if aside:
            headers = tuple(header for header in headers if header not in (PROBLEM_COLUMN, ROW_COLUMN))
        known = known_table(headers) if raw is None else None
        if known is not None:
            raw = known_mapping(known, headers, bare_name(path))
        mapping = check_mapping(raw, (given or path).name, headers, bare_name(path))
        mapper = RowMapper(mapping, path.name)
        made = (mapper.record(row, number=original_row(row) if aside else None) for row in table.rows)
        content = given.read_bytes() if given else b""
        yield Content(mapping.source, _in_batches(made), headers, dict(mapping.left_out), content)


def _in_batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Yield records in batches; one that is empty where there is none, because the source itself is there still."""
    rest = iter(records)
    batch = list(islice(rest, ROWS_AT_ONCE))
    yield batch
    while batch := list(islice(rest, ROWS_AT_ONCE)):
        yield batch
