"""Files to damage, one of every form that is read, and ways in which files are damaged: by accident, and on purpose."""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Callable, Mapping
from functools import cache

import xlwt
from openpyxl import Workbook

from tests.graph.reports.making import locked, pdf, word

NASTY = (
    "\0", "\ufeff", '"', "'", ";", ",", "\t", "\r", "\n", "\n\n", "{", "}", "[", "]", ": ", "- ", "&a ", "*a", "!!x ",
    "---\n", "%", "@", "|", ">", "#", "=A1", "\u202e", "\ud800", "\U0001f4a9", "\U0001d7d9", "0000-00-00", "2016-02-31",
    "9" * 400, "-1", "1e999", ".inf", "NaN", "true", "null", "~", "<<: *a", "kind: ", "id: ", "name", "x" * 400, "%00",
    "source/wijkweb", "\\x00", "../..", "denied: true", "level: internal", "&", "\x1b[31m", "é", "ß", "ı", "A\u030a",
)  # fmt: skip


def damaged(draw: random.Random, content: bytes) -> bytes:
    """Return some bytes with a few things done to them that happen to files."""
    data = bytearray(content)
    for _ in range(draw.randint(1, 4)):
        at = draw.randrange(len(data) + 1)
        match draw.randrange(6):
            case 0:
                data[at:at] = draw.choice(NASTY).encode("utf-8", "surrogatepass")
            case 1:
                del data[at : at + draw.randint(1, 20)]
            case 2:
                data[at : at + 1] = bytes([draw.randrange(256)])
            case 3:
                data[at:at] = data[at : at + draw.randint(1, 60)]
            case 4:
                lines = data.split(b"\n")
                draw.shuffle(lines)
                data = bytearray(b"\n".join(lines))
            case _:
                data[at : at + draw.randint(1, 8)] = draw.choice(NASTY).encode("utf-8", "surrogatepass")
    return bytes(data)


GRANT = {"id": "1", "title": "Keuken", "currency": "GBP", "amountAwarded": 5, "awardDate": "2020-04-28",
         "fundingOrganization": [{"id": "F", "name": "Het Fonds"}]}  # fmt: skip
KUMU = {"elements": [{"label": "De Kas", "type": "Initiatief", "tags": ["groen"]}, {"label": "Zuid", "type": "Wijk"}],
        "connections": [{"from": "De Kas", "to": "Zuid", "type": "werkt in"}]}  # fmt: skip
FEATURES = {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"Naam": "De Kas", "Leden": 5},
            "geometry": {"type": "Polygon", "coordinates": [[[4, 52], [4.2, 52], [4.2, 52.1], [4, 52]]]}}]}  # fmt: skip
GRAPH = (
    '<graphml><key id="d0" for="node" attr.name="label"/><graph><node id="a"><data key="d0">De Kas</data></node>'
    '<node id="b"/><edge source="a" target="b"/></graph></graphml>'
)
GEXF = (
    '<gexf><graph><attributes class="node"><attribute id="0" title="kind"/></attributes><nodes>'
    '<node id="a" label="De Kas"><attvalues><attvalue for="0" value="Area"/></attvalues></node>'
    '<node id="b" label="x"/></nodes><edges><edge source="a" target="b"/></edges></graph></gexf>'
)
EVENTS = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Overleg\r\n"
    "DTSTART:20190312T193000Z\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
SHEET = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
    '<office:spreadsheet><table:table table:name="B"><table:table-row><table:table-cell office:value-type="string">'
    "<text:p>Naam</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell "
    'office:value-type="string"><text:p>De Kas</text:p></table:table-cell></table:table-row></table:table>'
    "</office:spreadsheet></office:body></office:document-content>"
)
FORMATS: dict[str, bytes] = {
    "grants.json": json.dumps({"grants": [GRANT, GRANT | {"id": "2"}]}).encode(),
    "kumu.json": json.dumps(KUMU).encode(),
    "plek.geojson": json.dumps(FEATURES).encode(),
    "lijst.jsonl": b'{"Naam": "De Kas", "Leden": 5}\n{"Naam": "De Bus", "Leden": [1, 2]}\n',
    "net.graphml": GRAPH.encode(),
    "net.gexf": GEXF.encode(),
    "agenda.ics": EVENTS.encode(),
}


GRAPH_OF_OURS = {"id": "initiative/kas", "kind": "Initiative", "values": {"name": "De Kas", "aliases": ["Kas"]},
                 "claims": [{"property": "name", "level": "public", "counts": True}]}  # fmt: skip
JSONLD = {"@context": {}, "@graph": [
    {"@id": "urn:wijkweb:export", "@type": "urn:wijkweb:term:Export", "claim_level": "public"},
    {"@id": "urn:wijkweb:initiative/kas", "@type": ["urn:wijkweb:term:Initiative"], "name": "De Kas"}]}  # fmt: skip
TURTLE = """@prefix w: <urn:wijkweb:term:> .
<urn:wijkweb:export> a w:Export ; w:claim_level "public" .
<urn:wijkweb:initiative/kas> a w:Initiative ; <https://schema.org/name> "De Kas" .
"""
DOCUMENT = """wijkweb: document
source: {id: source/verslag, name: Verslag}
initiatives: {kas: {name: De Kas, members: about 40 person, active_in: zuid}}
areas: {zuid: {name: Zuid, level: district}}
"""
TEXT = "# Verslag overleg\n\nDatum: 3 mei 2020\n\n- Besloten is te huren.\n\n| Wie | Wat |\n| Jan | belt |\n"
PAGE = "<html><body><h1>Verslag</h1><p>Op 3 mei 2020 kwam <b>Jan</b>.<ul><li>Besloten<table><tr><td>a<td>b</table>"
OURS_IN_XML = '<?xml version="1.0"?>\n<!-- Wijkweb export; level: public -->\n'
DIRECTORY = {"organizations.csv": "id,name,description\no1,Welzijn,Helpt\n",
             "services.csv": "id,organization_id,name\ns1,o1,Eetgroep\n"}  # fmt: skip


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip of some parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def book(tables: Mapping[str, list[list[object]]]) -> bytes:
    """Return a workbook of some sheets."""
    made, content = Workbook(write_only=True), io.BytesIO()
    for name, rows in tables.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(content)
    return content.getvalue()


def old_book() -> bytes:
    """Return an old spreadsheet."""
    made, content = xlwt.Workbook(), io.BytesIO()
    for place, cell in enumerate(("naam", "leden")):
        made.add_sheet(cell).write(0, place, cell)
    made.save(content)
    return content.getvalue()


@cache
def tables() -> Mapping[str, bytes]:
    """Return a whole file of every form that is loaded, by name."""
    ours = {"format": "wijkweb-export", "version": 1, "level": "public", "nodes": [GRAPH_OF_OURS], "relationships": []}
    claims: list[list[object]] = [["thing", "kind", "property", "value", "level", "counts"],
                                  ["initiative/kas", "Initiative", "name", "De Kas", "public", "yes"]]  # fmt: skip
    pair: dict[str, list[list[object]]] = {"Elements": [["Label", "Type"], ["De Kas", "Initiatief"], ["Zuid", "Wijk"]],
                                           "Connections": [["From", "To"], ["De Kas", "Zuid"]]}  # fmt: skip
    return {
        **FORMATS,
        "lijst.csv": b"naam;leden;begonnen\nDe Kas;45;juni 2016\nDe Bus;ongeveer 20;2016\n",
        "lijst.tsv": b"naam\tleden\nDe Kas\t45\n",
        "initiatieven.xlsx": book({"Blad1": [["naam", "leden"], ["De Kas", 45], ["=1+1", "=HYPERLINK(1)"]]}),
        "initiatieven.xls": old_book(),
        "initiatieven.ods": packed(
            {
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "META-INF/manifest.xml": "<manifest/>",
                "content.xml": SHEET,
            }
        ),  # fmt: skip
        "kaart.xlsx": book(pair),
        "export.xlsx": book({"initiatives": [["id", "name"], ["initiative/kas", "De Kas"]], "claims": claims}),
        "export.json": json.dumps(ours).encode(),
        "export.jsonld": json.dumps(JSONLD).encode(),
        "export.ttl": TURTLE.encode(),
        "export.graphml": (OURS_IN_XML + GRAPH).encode(),
        "gids.zip": packed(DIRECTORY),
        "gids.json": json.dumps([{"id": "s", "name": "Eet", "organization": {"id": "o", "name": "W"}}]).encode(),
        "verslag.yaml": DOCUMENT.encode(),
    }


@cache
def reports() -> Mapping[str, bytes]:
    """Return a whole file of every form of report, by name."""
    return {
        "verslag.txt": TEXT.encode(),
        "verslag.md": TEXT.encode("utf-16"),
        "verslag.docx": word(["# Verslag", "Op 3 mei 2020 kwam Jan.", "- Besloten is te huren.", [["Wie"], ["Jan"]]]),
        "verslag.pdf": pdf([["# Verslag", "Op 3 mei 2020 kwam Jan."], ["Tweede."]]),
        "verslag.html": PAGE.encode(),
    }


# ------------------------------------------------------------------------------------------------------ on purpose

ENTITIES = (
    b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "' + b"&a;" * 50 + b'"><!ENTITY c "' + b"&b;" * 50 + b'">]>'
)
OUTSIDE = b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
BOMB = b"0" * 11_000_000


def deep(draw: random.Random, _content: bytes) -> bytes:
    """Return something nested far too deep."""
    lead, opened = draw.choice(
        [(b"", b"["), (b"", b'{"a":'), (b"a: ", b"["), (b"", b"<a>"), (b"", b"<div>"), (b"", b"- ")]
    )
    return lead + opened * draw.choice([100, 5_000])


def hostile_xml(draw: random.Random, content: bytes) -> bytes:
    """Return XML, or a package of it, with entities that unfold or that lead outside."""
    doctype = draw.choice([ENTITIES, OUTSIDE])
    return _rewritten(draw, content, lambda part: doctype + part.replace(b"De Kas", b"&c;&a;"))


def hostile_zip(draw: random.Random, content: bytes) -> bytes:
    """Return a package with a part that swells, or whose names lead elsewhere; else the file with a huge cell."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content + b"\n" + draw.choice(NASTY).encode("utf-8", "surrogatepass") * 2_000
    parts = _parts(content)
    victim = draw.choice(list(parts))
    return packed(draw.choice([{**parts, victim: BOMB}, {f"../../{name}": part for name, part in parts.items()}]))


def inside(draw: random.Random, content: bytes) -> bytes:
    """Return a package of which one part is damaged, so that the damage gets past the zip."""
    return _rewritten(draw, content, lambda part: damaged(draw, part))


def cut(draw: random.Random, content: bytes) -> bytes:
    """Return the beginning of a file, or nothing."""
    return content[: draw.choice([0, 1, draw.randrange(len(content)), len(content) - 1])]


def other(draw: random.Random, _content: bytes) -> bytes:
    """Return a whole file of another form, or one behind a password: the ending is wrong."""
    return draw.choice([*tables().values(), *reports().values(), *behind_passwords()])


@cache
def behind_passwords() -> tuple[bytes, ...]:
    """Return a document, a workbook and a PDF behind a password."""
    return locked(word(["x"])), locked(tables()["kaart.xlsx"]), pdf([["x"]], locked=True)


Harm = Callable[[random.Random, bytes], bytes]
HARMS: tuple[Harm, ...] = (
    damaged,
    damaged,
    damaged,
    inside,
    inside,
    inside,
    cut,
    other,
    deep,
    hostile_xml,
    hostile_zip,
)
"""Ways to damage a file; those of accidents more often."""


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _rewritten(draw: random.Random, content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return change(content)
    parts = _parts(content)
    victim = draw.choice(list(parts))
    return packed({**parts, victim: change(parts[victim])})
