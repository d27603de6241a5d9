"""The program that reads an old spreadsheet in a process of its own; `graph.ingest.xls_files` starts it.

A damaged XLS can ask its reader for any amount of memory, which ends the process that gives it. This one may be ended:
it knows nothing of Wijkweb. It prints the names of the sheets, then of one sheet the merged cells (column counted from
0, first and last row counted from 1) and the rows, each as JSON on a line.
"""

import json
import sys
from datetime import date, datetime

LOCKED, NO_SHEET = 3, 4
"""Exit codes: behind a password; no such sheet, after the names of those that there are."""


def main(path: str, sheet: str, memory: str) -> int:
    """Print the rows of a sheet, and return the exit code.

    Parameters
    ----------
    path, sheet, memory
        The file; the name of the sheet, empty for the first; bytes of memory that may be used.
    """
    _bound(int(memory))
    from python_calamine import CalamineWorkbook, PasswordError  # noqa: PLC0415 - within the bound

    try:
        workbook = CalamineWorkbook.from_path(path)
        names = workbook.sheet_names
        print(json.dumps(names))  # noqa: T201 - what it is for
        if not names or (sheet and sheet not in names):
            return NO_SHEET
        found = workbook.get_sheet_by_name(sheet or names[0])
        spans = [(start[1], start[0] + 1, end[0] + 1) for start, end in found.merged_cell_ranges or ()]
        print(json.dumps(spans))  # noqa: T201
        for row in found.to_python(skip_empty_area=False):
            print(json.dumps([_shown(cell) for cell in row]))  # noqa: T201
    except PasswordError:
        return LOCKED
    return 0


def _bound(memory: int) -> None:
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _shown(cell: object) -> object:
    """Return a cell as JSON: a date in an object, a duration or time as text."""
    if isinstance(cell, datetime):
        return {"datetime": cell.isoformat()}
    if isinstance(cell, date):
        return {"date": cell.isoformat()}
    return cell if isinstance(cell, bool | int | float | str) else str(cell)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
