"""Names of the sheets of a workbook, for a person to choose from."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree.ElementTree import ParseError

import defusedxml.ElementTree
from defusedxml import DefusedXmlException

from graph.errors import FileError
from graph.files.packages import check_package
from graph.ingest import package_sheets

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def sheet_names(path: Path) -> tuple[str, ...]:
    """Return the names of the sheets of a workbook, in order; none of what is no workbook or cannot be told.

    Parameters
    ----------
    path
        Any file.

    Notes
    -----
    ODS names its sheets in its content, which is gone through as a stream.
    """
    ending = path.suffix.lower()
    if ending not in (".xlsx", ".ods"):
        return ()
    try:
        if ending == ".xlsx":
            return package_sheets.sheet_names(path)
        check_package(path)
        with zipfile.ZipFile(path) as archive:
            return _of_ods(archive)
    except (FileError, DefusedXmlException, ParseError, zipfile.BadZipFile, OSError, ValueError, KeyError,
            NotImplementedError, RuntimeError):  # fmt: skip
        return ()  # whoever reads the file itself says what is wrong with it


def _of_ods(archive: zipfile.ZipFile) -> tuple[str, ...]:
    names = []
    with archive.open("content.xml") as content:
        for _, one in defusedxml.ElementTree.iterparse(content, events=("end",), forbid_dtd=True):
            if one.tag == f"{_TABLE}table":
                names.append(one.get(f"{_TABLE}name", ""))
            if one.tag == f"{_TABLE}table-row":
                one.clear()  # of a long sheet only what it is called is wanted
    return tuple(names)
