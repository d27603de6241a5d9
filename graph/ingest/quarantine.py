"""Quarantine: rows and entries that could not be used, in a file of their own format, to repair and load again."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from graph.errors import FileError
from graph.ingest.records import Record
from graph.ingest.row_mapper import PROBLEM_COLUMN, ROW_COLUMN
from graph.ingest.tables import Row
from graph.ingest.yaml_files import read_yaml

MARK = ".quarantine"
"""Stands before the ending of the file: ``lijst.quarantine.csv``."""


def is_quarantine(path: Path) -> bool:
    """Return whether a file is a quarantine: what it says is added to what its source said before."""
    return path.name.removesuffix(path.suffix).endswith(MARK)


def quarantine_path(path: Path, folder: Path | None = None) -> Path:
    """Return where the quarantine of a file stands: beside it, or in a folder."""
    stem = path.name.removesuffix(path.suffix).removesuffix(MARK)
    return (folder or path.parent) / f"{stem}{MARK}{path.suffix}"


def write_quarantine(
    path: Path, target: Path, headers: Sequence[str], records: Sequence[Record], lang: str = "nl"
) -> None:
    """Write the records that were lost.

    Parameters
    ----------
    path
        The file that was loaded.
    target
        Where the quarantine goes.
    headers
        Headers of the table; empty for a document.
    records
        The lost records.
    lang
        Language of the problems.

    Raises
    ------
    FileError
        It cannot be written.
    """
    try:
        if path.suffix.lower() in (".yaml", ".yml"):
            _write_document(path, target, records, lang)
        elif path.suffix.lower() == ".xlsx":
            _write_workbook(target, _rows(headers, records, lang))
        else:
            _write_csv(target, _rows(headers, records, lang))
    except OSError as error:
        raise FileError(
            f"De rijen die apart staan kunnen niet worden bewaard in {target}. Kies een map met --quarantine.",
            f"The rows set aside cannot be kept in {target}. Choose a folder with --quarantine.",
            concerning=target,
        ) from error


def _rows(headers: Sequence[str], records: Sequence[Record], lang: str) -> list[list[object]]:
    own = [header for header in headers if header and header not in (ROW_COLUMN, PROBLEM_COLUMN)]
    rows: list[list[object]] = [[*own, ROW_COLUMN, PROBLEM_COLUMN]]
    for record in records:
        cells = record.raw.cells if isinstance(record.raw, Row) else {}
        problems = " / ".join(problem.what.to(lang) for problem in record.problems)
        rows.append([*(cells.get(header, "") for header in own), record.number, problems])
    return rows


def _write_csv(target: Path, rows: Sequence[Sequence[object]]) -> None:
    # Bytes that were no text go back as they came; a mark lets spreadsheets see that it is UTF-8.
    with target.open("w", encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)


def _write_workbook(target: Path, rows: Sequence[Sequence[object]]) -> None:
    from openpyxl import Workbook  # noqa: PLC0415 - only where a workbook is written: it is slow to import

    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("quarantaine")
    for row in rows:
        sheet.append(row)
    workbook.save(target)


def _write_document(path: Path, target: Path, records: Sequence[Record], lang: str) -> None:
    document = read_yaml(path)
    head = {name: document[name] for name in ("wijkweb", "source", "unit", "level", "stated_on") if name in document}
    lines = [yaml.safe_dump(head, allow_unicode=True, sort_keys=False)]
    sections: dict[str, list[Record]] = {}
    for record in records:
        raw: Mapping[str, object] = record.raw
        sections.setdefault(next(iter(raw)), []).append(record)
    for section, lost in sections.items():
        lines.append(f"{section}:\n")
        for record in lost:
            lines += [f"  # {problem.what.to(lang)}\n" for problem in record.problems]
            text = yaml.safe_dump(record.raw[section], allow_unicode=True, sort_keys=False)
            lines += [f"  {line}\n" for line in text.splitlines()]
    target.write_text("".join(lines), "utf-8")
