"""Files as people upload them, for tests of any part."""

from __future__ import annotations

import io
import zipfile

from openpyxl import Workbook

LIST = (
    b"Naam initiatief;Wijk;Sinds;Samen met;Contact;Opm.\n"
    b"Buurtkeuken;Molenbuurt;2019;Dagkamer De Linde;06-12345678;zie map 3\n"
    b"Soepbus;Molenbuurt;maart 2021;Buurtkeuken;a@b.nl;7\n"
    b";Zuid;2020;;06-12345670;x\n"
)
"""Three rows, of which the last lacks its name."""

REPAIRED = (
    b"Naam initiatief;Wijk;Sinds;Samen met;Contact;Opm.;rij;probleem\n"
    b"Tuin Zuid;Zuid;2020;;;;4;de naam ontbreekt of is niet te gebruiken. Vul een naam in.\n"
)
"""That last row, repaired."""

LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
"""How a workbook behind a password begins."""


def workbook(*sheets: tuple[str, list[list[object]]]) -> bytes:
    """Return the bytes of a workbook."""
    made, file = Workbook(write_only=True), io.BytesIO()
    for name, rows in sheets:
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(file)
    return file.getvalue()


def bomb() -> bytes:
    """Return a small workbook that unpacks to far too much."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 40_000_000)
    return file.getvalue()


HOSTILE = (
    ("leeg.csv", b"", "leeg.csv is leeg."),
    ("kaal.csv", b"Naam;Wijk\n", "kaal.csv: er staan geen rijen in."),
    ("stuk.xlsx", b"PK\x03\x04 en verder niets", "geen XLSX-werkmap, of is beschadigd"),
    ("slot.xlsx", LOCKED, "met een wachtwoord beveiligd"),
    ("groei.xlsx", bomb(), "wordt uitgepakt te groot"),
    ("plaatje.png", b"\x89PNG", "kan niet worden ingelezen"),
    ("knip.json", b'[{"naam": "Tu', "knip.json"),
    ("kwaad.graphml", b'<!DOCTYPE a [<!ENTITY b "c">]><graphml>&b;</graphml>', "kwaad.graphml"),
    ("diep.yaml", b"[" * 5_000, "diep.yaml"),
)
"""Files that cannot be loaded: name, bytes, and what the sentence says."""
