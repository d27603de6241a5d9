"""Tells a report from a table, and checks that one can be read: what a report says goes to the desk of proposals."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from graph.errors import MappingError
from graph.ingest.mapping import find_mapping
from graph.ingest.quarantine import is_quarantine
from graph.ingest.tables import TABLES
from graph.reports.report_text import ReportText
from graph.reports.texts import FORMS, read_report

_SAMPLE = 20_000
"""Bytes from which a text file is told to be a table."""
_SEPARATORS = "\t;|,"
_TABULAR = 0.8
"""Share of lines with equally many separators, from which it is a table."""
_NO_REPORTS = ("readme", "leesmij", "licence", "license", "source", "changelog")
"""Names of what lies beside files to explain them."""


def is_report(path: Path, mapping: Path | None = None) -> bool:
    """Return whether a file is a report of a meeting: text without columns, and without a mapping that names them.

    Parameters
    ----------
    path
        Any file; one that cannot be read is no report here, and is refused by who reads it.
    mapping
        Mapping that was given with it.
    """
    ending = path.suffix.lower()
    if ending not in FORMS or is_quarantine(path):
        return False
    if ending not in TABLES:
        return True
    return find_mapping(path, mapping) is None and not _is_tabular(path)


def is_report_of_folder(path: Path) -> bool:
    """Return whether a file of a folder is a report, and not what explains the folder."""
    return path.stem.lower() not in _NO_REPORTS and is_report(path)


def open_report(path: Path, mapping: Path | None = None) -> ReportText:
    """Return the text of a report.

    Raises
    ------
    FileError
        It cannot be read, or a mapping was given with it.
    """
    if mapping is not None:
        raise MappingError(
            f"{path.name} is een verslag; daar hoort geen --mapping bij.",
            f"{path.name} is a report, which takes no --mapping.",
        )
    return read_report(path)


def _is_tabular(path: Path) -> bool:
    """Return whether most lines hold equally many separators; what cannot be read is for the reader of tables."""
    try:
        with path.open("rb") as file:
            sample = file.read(_SAMPLE)
    except OSError:
        return True
    text = sample.decode("utf-16" if sample[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", errors="replace")
    lines = [line for line in text.splitlines()[:200] if line.strip()]
    for separator in _SEPARATORS:
        (count, often) = Counter(line.count(separator) for line in lines).most_common(1)[0] if lines else (0, 0)
        # One comma in each of two lines is prose.
        if count and often >= _TABULAR * len(lines) and (separator != "," or len(lines) > 2):
            return True
    return not lines
