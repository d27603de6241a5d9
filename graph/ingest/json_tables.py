"""Opens a JSON file as the table that it is: features of GeoJSON, a map of Kumu, or a list of objects."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from graph.ingest.geojson_files import geojson_table, is_geojson
from graph.ingest.json_files import list_table
from graph.ingest.json_survey import survey
from graph.ingest.network_files import is_kumu, kumu_table
from graph.ingest.rows import Progress, Table


def json_table(path: Path, part: str | None, progress: Progress) -> AbstractContextManager[Table]:
    """Return the table of a JSON file, to be opened.

    Parameters
    ----------
    path
        The file.
    part
        Dotted keys of a list in it; a file whose list is named is read as a list, whatever else it is.
    progress
        Told how far the reading is.

    Raises
    ------
    FileError
        It is no JSON, or no table.
    """
    found = survey(path)
    if part is None and is_geojson(found):
        return geojson_table(path, found, progress)
    if part is None and is_kumu(found):
        return kumu_table(path, progress)
    return list_table(path, found, part, progress)
