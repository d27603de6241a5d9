"""Reads the tables of Open Referral (HSDS): a folder or zip of CSV tables, or JSON in which they stand in each other.

Source
------
Open Referral, Human Services Data Specification 3.1 (and the names of 1 and 2), https://docs.openreferral.org/.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.errors import FileError
from graph.files.packages import check_package
from graph.ingest.cells import text_of
from graph.ingest.csv_files import csv_rows
from graph.ingest.json_files import iter_objects
from graph.ingest.json_survey import Survey, survey
from graph.ingest.limits import MOST_NETWORK_BYTES, MOST_ROWS
from graph.ingest.rows import check_readable, readable, too_many_rows

HsdsRow = dict[str, str]
"""A row of a table by column; empty cells are left out."""

_SINGULAR = {
    "organizations": "organization", "services": "service", "programs": "program", "locations": "location",
    "addresses": "address", "service_at_locations": "service_at_location", "service_areas": "service_area",
    "organization_identifiers": "organization_identifier", "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term", "attributes": "attribute", "service_taxonomies": "service_taxonomy",
    "service_attributes": "service_attribute", "contacts": "contact", "phones": "phone", "schedules": "schedule",
    "fundings": "funding", "languages": "language", "cost_options": "cost_option", "metadata": "metadata",
    "required_documents": "required_document", "accessibility": "accessibility", "meta_table_descriptions": "meta",
    "units": "unit", "urls": "url", "service_capacities": "service_capacity",
}  # fmt: skip
TABLES = tuple(_SINGULAR)
_OTHER_NAMES = {
    "physical_addresses": "addresses", "postal_addresses": "addresses", "services_at_location": "service_at_locations",
    "regular_schedules": "schedules", "holiday_schedules": "schedules", "funding": "fundings",
    "accessibility_for_disabilities": "accessibility", "services_taxonomy": "service_taxonomies",
    **{singular: plural for plural, singular in _SINGULAR.items()},
}  # fmt: skip
"""Names of tables in older versions, and of single objects in JSON."""
_MAIN = ("organizations", "services")
_HINT = re.compile(rb'"(?:organization|organizations|services|service_at_locations|organization_id)"\s*:')
_HINT_BYTES = 65_536
_LONGEST_HEAD = 10_000  # bytes of a line of headers
_LISTS = (("services",), ("organizations",), ("contents",), ("service_at_locations",))


@dataclass(slots=True)
class HsdsTables:
    """The tables of a directory of services.

    Parameters
    ----------
    rows
        By table, under the names of version 3.
    columns
        Columns of each table, in order of appearance.
    digest
        Hash of all files together, in hexadecimal; empty for one that is a file by itself.
    """

    rows: dict[str, list[HsdsRow]] = field(default_factory=dict)
    columns: dict[str, dict[str, None]] = field(default_factory=dict)
    digest: str = ""

    def add(self, table: str, row: HsdsRow) -> None:
        """Add a row, and its columns to those of its table."""
        self.rows.setdefault(table, []).append(row)
        columns = self.columns.setdefault(table, {})
        columns.update(dict.fromkeys(row))


def table_of(path: Path | str) -> str | None:
    """Return the table that a file is by its name, None where it is none."""
    name = Path(path).name.lower()
    stem = name.removesuffix(".csv")
    stem = _OTHER_NAMES.get(stem, stem)
    return stem if name.endswith(".csv") and stem in _SINGULAR else None


def is_hsds(path: Path) -> bool:
    """Whether a file is a directory of services: a zip or JSON of its tables, or the first of a folder of them."""
    match path.suffix.lower():
        case ".zip":
            return True  # no other zip is read, and its reader says so
        case ".json":
            return _json_lists(path) is not None
        case ".csv":
            return table_of(path) is not None and _main_of(path.parent) == path
        case _:
            return False


def is_hsds_part(path: Path) -> bool:
    """Whether a file of a folder is read with the first table of the directory of services in that folder."""
    main = _main_of(path.parent) if table_of(path) is not None else None
    return main is not None and main != path


def read_hsds(path: Path) -> HsdsTables:
    """Return the tables of a directory of services.

    Parameters
    ----------
    path
        One for which `is_hsds` holds.

    Raises
    ------
    FileError
        It is too large or damaged, or a zip of something else.

    Notes
    -----
    All rows are held in memory.
    """
    check_readable(path, MOST_NETWORK_BYTES)
    if path.suffix.lower() == ".json":
        return _from_json(path)
    if path.suffix.lower() == ".zip":
        with _unpacked(path) as files:
            return _from_csv(path, files)
    return _from_csv(path, _tables_in(path.parent))


# ------------------------------------------------------------------------------------------------------ CSV


def _tables_in(folder: Path) -> dict[str, Path]:
    found = {table: one for one in sorted(folder.iterdir()) if (table := table_of(one)) is not None and one.is_file()}
    return {table: found[table] for table in TABLES if table in found}


def _main_of(folder: Path) -> Path | None:
    """Return the table by which a folder of tables is loaded; None where it holds no such directory."""
    try:
        found = _tables_in(folder)
        main = next((found[name] for name in _MAIN if name in found), None)
        linked = [one for name, one in found.items() if name not in _MAIN[:1] and _refers(one)]
    except (OSError, ValueError):
        return None
    return main if main is not None and linked else None


def _refers(path: Path) -> bool:
    """Whether the headers of a table are those of Open Referral: a number of its own, and those of other tables."""
    with path.open("rb") as file:
        first = file.readline(_LONGEST_HEAD).decode("utf-8", "replace").strip().lstrip("\ufeff")
    headers = re.split(r"[,;\t\r\n\"]+", first)
    return "id" in headers and any(one.endswith("_id") for one in headers)


def _from_csv(path: Path, files: Mapping[str, Path]) -> HsdsTables:
    if not any(name in files for name in _MAIN):
        raise FileError(
            f"{path.name} bevat geen tabellen van Open Referral (organizations.csv, services.csv). Pak een zip met wat "
            "anders uit, en lees de map in.",
            f"{path.name} holds no tables of Open Referral (organizations.csv, services.csv). Unzip what holds "
            "something else, and load the folder.",
            concerning=path,
        )
    found, digest = HsdsTables(), hashlib.sha256()
    if sum(one.stat().st_size for one in files.values()) > MOST_NETWORK_BYTES:
        raise FileError(
            f"{path.name}: de tabellen zijn samen meer dan {MOST_NETWORK_BYTES // 1_000_000} MB. Knip ze in stukken.",
            f"{path.name}: the tables together are larger than {MOST_NETWORK_BYTES // 1_000_000} MB. Cut them up.",
            concerning=path,
        )
    for table, file in files.items():
        digest.update(table.encode() + file.read_bytes())
        for row in _csv_rows(file):
            found.add(table, row)
    found.digest = digest.hexdigest()
    return found


def _csv_rows(path: Path) -> Iterator[HsdsRow]:
    if not path.stat().st_size:
        return
    with csv_rows(path, lambda _part: None, checked=True) as rows:
        headers: list[str] = []
        for number, cells in rows:
            if number > MOST_ROWS:
                raise too_many_rows(path)
            texts = ["" if cell is None else readable(text_of(cell)) for cell in cells]
            if headers:
                yield {header: cell for header, cell in zip(headers, texts, strict=False) if header and cell}
            else:
                headers = [one.strip().lower() for one in texts]


@contextmanager
def _unpacked(path: Path) -> Iterator[dict[str, Path]]:
    """Unpack the tables of a zip, each under a name of our own: what an entry calls itself leads nowhere."""
    with tempfile.TemporaryDirectory(prefix="wijkweb-") as folder:
        files: dict[str, Path] = {}
        try:
            check_package(path)
            with zipfile.ZipFile(path) as archive:
                for entry in archive.infolist():
                    table = table_of(entry.filename)
                    if table is not None and table not in files:
                        files[table] = Path(folder) / f"{table}.csv"
                        files[table].write_bytes(archive.read(entry))
        except (
            zipfile.BadZipFile,
            OSError,
            ValueError,
            NotImplementedError,
            EOFError,
            RuntimeError,
            zlib.error,
        ) as error:
            raise FileError(
                f"{path.name} is geen zip die uitgepakt kan worden: beschadigd, of met een wachtwoord beveiligd.",
                f"{path.name} is no zip that can be unpacked: it is damaged, or protected by a password.",
                concerning=path,
            ) from error
        yield files


# ------------------------------------------------------------------------------------------------------ JSON


def _json_lists(path: Path) -> list[tuple[str, ...]] | None:
    """Return which lists of a JSON file are tables of Open Referral; None where none is."""
    try:
        with path.open("rb") as file:
            if not _HINT.search(file.read(_HINT_BYTES)):
                return None
    except (OSError, ValueError):
        return None
    found = survey(path)
    lists = [keys for keys, one in found.parts.items() if keys in _LISTS and _is_table(keys, one.columns)]
    if lists:
        return [keys for keys in found.parts if len(keys) == 1 and (keys in _LISTS or keys[0] in _SINGULAR)]
    return [()] if _is_table((), _top_columns(found)) else None


def _top_columns(found: Survey) -> Iterable[str]:
    top = found.parts.get(())
    return (top or found.top).columns


def _is_table(keys: tuple[str, ...], columns: Iterable[str]) -> bool:
    there = set(columns)
    told = {"organization_id", "organization.id", "organization.name", "services.id", "services.name", "service_id",
            "service_at_locations.id", "tax_status", "legal_status", "alternate_name"}  # fmt: skip
    return {"id", "name"} <= there and bool(told & there)


def _from_json(path: Path) -> HsdsTables:
    found = HsdsTables()
    for keys in _json_lists(path) or [()]:
        for one in iter_objects(path, keys):
            if isinstance(one, dict):
                table = keys[0] if keys and keys[0] in _SINGULAR else _sort_of(one)
                _collect(found, table, one, 0)
    return found


def _sort_of(one: Mapping[str, Any]) -> str:
    """Return the table of an object in a list without a name: organisations hold services, services name theirs."""
    of_service = {"organization", "organization_id", "service_at_locations", "program_id"}
    return "services" if of_service & one.keys() else "organizations"


def _collect(found: HsdsTables, table: str, one: Mapping[str, Any], depth: int) -> str:
    """Add an object and all that stands in it, each under its own table with the number of what it stands in."""
    row: HsdsRow = {}
    id_ = str(one.get("id") or f"{table}-{len(found.rows.get(table, []))}")
    for key, value in one.items():
        inner = _OTHER_NAMES.get(key, key)
        if isinstance(value, dict) and inner in _SINGULAR:
            row[f"{_SINGULAR[inner]}_id"] = _collect(found, inner, value, depth + 1)
        elif isinstance(value, list) and inner in _SINGULAR:
            link = {f"{_SINGULAR[table]}_id": id_, "link_id": id_, "link_entity": _SINGULAR[table]}
            for child in value:
                if isinstance(child, dict):
                    _collect(found, inner, {**link, **child}, depth + 1)
        elif isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
            row[key] = str(value)
    found.add(table, {"id": id_, **row})
    return id_
