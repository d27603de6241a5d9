"""Names the sheets of an XLSX workbook without opening it: what tells an export or a map of Kumu from a list."""

from __future__ import annotations

import zipfile
from pathlib import Path

from defusedxml import ElementTree

from graph.files.packages import check_package

_LARGEST = 5_000_000  # bytes of the part that lists the sheets; hundreds of sheets are some thousands


def sheet_names(path: Path) -> tuple[str, ...]:
    """Return the names of the sheets of a workbook in order; none where it is no workbook or is damaged.

    Raises
    ------
    FileError
        It unpacks to too much.

    Notes
    -----
    What is wrong with a workbook is for its reader to say.
    """
    try:
        if "xl/workbook.xml" not in check_package(path):
            return ()
        with zipfile.ZipFile(path) as archive, archive.open("xl/workbook.xml") as part:
            tree = ElementTree.fromstring(part.read(_LARGEST), forbid_dtd=True)
        return tuple(one.get("name", "") for one in tree.iter() if one.tag.rpartition("}")[2] == "sheet")
    except (
        ElementTree.ParseError,
        ValueError,
        OSError,
        zipfile.BadZipFile,
        NotImplementedError,
        EOFError,
        RuntimeError,
        Exception,
    ):
        return ()
