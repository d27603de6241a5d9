"""Quarantine: rows and entries that could not be used, in a file of their own format, to repair and load again."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import yaml

from graph.errors import FileError
from graph.ingest.cells import Cell, text_of
from graph.ingest.documents import DOCUMENTS
from graph.ingest.mapping import MARK, bare_name
from graph.ingest.records import Record
from graph.ingest.row_mapper import PROBLEM_COLUMN, ROW_COLUMN
from graph.ingest.rows import Row
from graph.ingest.sources import SourceInfo
from graph.ingest.tables import JSON, NETWORKS, WORKBOOKS
from graph.ingest.yaml_files import read_yaml

_ENDINGS = {".ods": ".xlsx", ".xls": ".xlsx", ".geojson": ".json", **dict.fromkeys((*NETWORKS, ".ics"), ".csv")}
"""Endings of quarantines that differ from those of their tables: of formats that are read and not written."""
_HEAD = ("wijkweb", "source", "unit", "level", "stated_on")


def is_quarantine(path: Path) -> bool:
    """Return whether a file is a quarantine: what it says is added to what its source said before."""
    return path.name.removesuffix(path.suffix).endswith(MARK)


def quarantine_path(path: Path, folder: Path | None = None, *, as_document: bool = False) -> Path:
    """Return where the quarantine of a file stands: beside it, or in a folder; YAML where records are entries."""
    ending = ".yaml" if as_document else _ENDINGS.get(path.suffix.lower(), path.suffix)
    return (folder or path.parent) / f"{bare_name(path)}{MARK}{ending}"


def original_row(row: Row) -> int | None:
    """Return the number that a row had in the table that it was set aside from; None where none is left to read."""
    number = str(row.cells.get(ROW_COLUMN, "")).removesuffix(".0")
    return int(number) if number.isdecimal() and len(number) < 10 else None


def write_quarantine(
    path: Path, target: Path, records: Sequence[Record], *, headers: Sequence[str], source: SourceInfo, lang: str = "nl"
) -> None:
    """Write the records that were lost, whole or not at all.

    Parameters
    ----------
    path
        The file that was loaded.
    target
        Where the quarantine goes.
    records
        The lost records.
    headers
        Headers of the table; empty for a document.
    source
        Who speaks.
    lang
        Language of the problems.

    Raises
    ------
    FileError
        It cannot be written.
    """
    part = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.suffix.lower() in DOCUMENTS:
            _write_document(_head_of(path, source), part, records, lang)
        elif target.suffix.lower() in JSON:
            _write_json(part, _rows(headers, records, lang))
        elif target.suffix.lower() in WORKBOOKS:
            _write_workbook(part, _rows(headers, records, lang))
        else:
            _write_csv(part, _rows(headers, records, lang))
        part.replace(target)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise FileError(
            f"{len(records)} rijen die niet bruikbaar zijn kunnen niet worden bewaard in {target.parent}. De rest is "
            "ingelezen. Herhaal het met --quarantine en een map waarin u mag schrijven; dan wordt het afgemaakt.",
            f"{len(records)} rows that cannot be used cannot be kept in {target.parent}. The rest has been loaded. "
            "Repeat it with --quarantine and a folder that you may write to; that completes it.",
            concerning=target,
        ) from error


def _rows(headers: Sequence[str], records: Sequence[Record], lang: str) -> list[list[Cell]]:
    own = [header for header in headers if header and header not in (ROW_COLUMN, PROBLEM_COLUMN)]
    rows: list[list[Cell]] = [[*own, ROW_COLUMN, PROBLEM_COLUMN]]
    for record in records:
        cells = record.raw.cells if isinstance(record.raw, Row) else {}
        number = (original_row(record.raw) if isinstance(record.raw, Row) else None) or record.number
        problems = " / ".join(problem.what.to(lang) for problem in record.problems)
        rows.append([*(cells.get(header, "") for header in own), number, problems])
    return rows


def _write_csv(target: Path, rows: Sequence[Sequence[Cell]]) -> None:
    # Bytes that were no text go back as they came; a mark lets spreadsheets see that it is UTF-8.
    with target.open("w", encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)


def _write_json(target: Path, rows: Sequence[Sequence[Cell]]) -> None:
    # Flat, with dotted keys, one object a line: it is read as a list, and as lines.
    lines = [json.dumps(dict(zip(rows[0], row, strict=True)), ensure_ascii=False, default=text_of) for row in rows[1:]]
    target.write_text("\n".join((*lines, "")), "utf-8", errors="replace")


def _write_workbook(target: Path, rows: Sequence[Sequence[Cell]]) -> None:
    from openpyxl import Workbook  # noqa: PLC0415 - only where a workbook is written: it is slow to import
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415

    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("quarantaine")
    for row in rows:
        sheet.append([ILLEGAL_CHARACTERS_RE.sub("?", cell) if isinstance(cell, str) else cell for cell in row])
    workbook.save(target)


def _head_of(path: Path, source: SourceInfo) -> dict[str, object]:
    """Return the head of a document: its own, or one that says which source the file is."""
    if path.suffix.lower() in DOCUMENTS:
        document = read_yaml(path)
        return {name: document[name] for name in _HEAD if name in document}
    return {"wijkweb": "document", "source": {"id": source.id, **source.described}, "level": source.level.value}


def _write_document(head: Mapping[str, object], target: Path, records: Sequence[Record], lang: str) -> None:
    lines = [_yaml(head)]
    sections: dict[str, list[Record]] = {}
    for record in records:
        raw: Mapping[str, object] = record.raw
        sections.setdefault(next(iter(raw)), []).append(record)
    for section, lost in sections.items():
        lines.append(f"{section}:\n")
        for record in lost:
            lines += [f"  # {problem.what.to(lang)}\n" for problem in record.problems]
            lines += [f"  {line}\n" for line in _yaml(record.raw[section]).splitlines()]
    target.write_text("".join(lines), "utf-8")


def _yaml(content: object) -> str:
    # As wide as it is: a text that is folded over lines would not stand the indent that it gets here.
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=2**31)
