"""Exports as tests take them: whole, unzipped, and of a town whose names are hostile."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

from graph.network import Network
from graph.schema.declaration import Level
from graph.store.base import Store
from graph.store.questions import Role, Viewer
from tests.contracts.build import City, says

STAFF = Viewer(Role.STAFF)

NAMES = {
    "initiative/formula": '=HYPERLINK("https://evil.example";"klik")',
    "initiative/plus": "+31 70 123",
    "initiative/at": "@SUM(A1)",
    "initiative/script": "<script>alert(1)</script>]]>&amp;{{7*7}}",
    "initiative/quotes": "'; DROP TABLE n; -- \" \\' \\",
    "initiative/lines": "eerste regel\ntweede;regel\tmet tab",
    "initiative/rtl": "omgekeerd \u202etxt.exe\u202c en \u200bnul",
    "initiative/signs": "nel \x85 c1 \x9f bijna \ufffe einde \U0001f600",
    "initiative/fault": "#REF!",
    "initiative/brace": "}}] RETURN 1; // ${x} %s \\u0041",
}
"""Names that would do something somewhere, if they were not written as text."""


def fill_hostile(store: Store) -> Network:
    """Put a town into a store in which every name is hostile, and one is private."""
    said = says("lijst", "2025-01-02")
    for id_, name in NAMES.items():
        said.node(id_, name=name, aliases=[f"{name} ook", "a|b; c"], summary=name, members="about 1.5 person")
    said.node("area/wijk", name="Wijk", level="district").node("topic/x", name="x", scheme="theme")
    said.tie("PARTNERS_WITH", "initiative/formula", "initiative/script", note=NAMES["initiative/quotes"])
    said.tie("ACTIVE_IN", "initiative/lines", "area/wijk", since="2016 summer")
    said.node("source/lijst", name='Lijst "1"', address="https://example.org/lijst")
    hidden = says("lijst", "2025-01-02", Level.INTERNAL)
    hidden.node("person/p1", name="Geheim Persoon").tie("INVOLVED_IN", "person/p1", "initiative/plus", role="=1+1")
    City(store).load(said, hidden)
    return Network(store, secret=b"test")


def written(network: Network, form: str, viewer: Viewer = STAFF, lang: str = "nl") -> bytes:
    """Return an export, whole."""
    with network.view(viewer) as view:
        return b"".join(network.export(view, form, lang))


def unzipped(content: bytes) -> dict[str, bytes]:
    """Return the files of a zip by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def table(content: bytes, delimiter: str = ";") -> list[dict[str, str]]:
    """Return the rows of a CSV file by header."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def unpack(content: bytes, folder: Path) -> Path:
    """Write the files of a zip into a folder, as who unzips it would."""
    for name, piece in unzipped(content).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(piece)
    return folder
