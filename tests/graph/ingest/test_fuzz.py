"""A thousand damaged files: each is refused in words with the store as it was, or loaded with a report that adds up."""

from __future__ import annotations

import io
import json
import random
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from graph.errors import WijkwebError
from graph.ingest.proposing.proposal import propose
from graph.ingest.proposing.writing import proposal_yaml
from tests.graph.ingest.desk import Desk

pytestmark = pytest.mark.load

DOCS = Path(__file__).resolve().parents[3] / "docs"

TABLE = (
    "Nr;Naam;Fase;Leden;Start;Wijk;Thema;Partner\n"
    '1;De Kas;loopt;45;juni 2016;Zuid;"groen;eten";De Bus\n2;Café De Bus;idee;ongeveer 20;2016-06-28;Noord;;\n'
)
MAPPING = """\
wijkweb: mapping
source: {id: source/lijst, name: Lijst, published_on: 2025-12-01}
nodes:
  i: {kind: Initiative, name: Naam, key: Nr, phase: {column: Fase, codes: {loopt: running, idee: idea}}, members: Leden,
      started_on: Start}
  w: {kind: Area, called: Wijk}
  t: {kind: Topic, scheme: {value: theme}, called: {column: Thema, split: ";"}}
  p: {kind: Initiative, called: Partner}
relationships:
  - {type: ACTIVE_IN, from: i, to: w}
  - {type: ABOUT, from: i, to: t}
  - {type: PARTNERS_WITH, from: i, to: p}
"""
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


def workbook() -> bytes:
    made, content = Workbook(), io.BytesIO()
    assert made.active is not None
    for row in (["Nr", "Naam", "Fase", "Leden", "Start", "Wijk", "Thema", "Partner"], [1, "De Kas", "loopt", 45]):
        made.active.append(row)
    made.save(content)
    return content.getvalue()


def check(desk: Desk, name: str, before: bytes) -> bool:
    """Load a file that may be damaged, and return whether it could be loaded."""
    try:
        planned = desk.plan(name)
        report = desk.load(name)
    except WijkwebError as error:
        assert error.nl and error.en
        assert desk.export() == before
        return False
    assert report.read == report.used + report.unchanged + report.doubtful + report.refused
    assert (report.used, report.refused, report.claims_added) == (planned.used, planned.refused, planned.claims_added)
    assert all("\n" not in problem.sentence(lang) for problem in report.problems for lang in ("nl", "en"))
    if not report.useless:
        desk.store.undo(report.number, actor="admin", reason="")
    assert desk.export() == before
    return True


@pytest.mark.parametrize("seed", range(5))
def test_a_damaged_file_is_refused_in_words_or_loaded_with_a_report_that_adds_up(desk: Desk, seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - damage, no secrets
    document = (DOCS / "document-format.md").read_text("utf-8").partition("```yaml\n")[2].partition("```")[0]
    files = {"lijst.csv": TABLE.encode(), "lijst.mapping.yaml": MAPPING.encode(), "verslag.yaml": document.encode()}
    desk.load(
        "ander.yaml", "wijkweb: document\nsource: {id: source/a, name: A}\nareas: {a: {name: Zuid, level: borough}}\n"
    )
    before, loaded = desk.export(), 0
    for _ in range(200):
        victim = draw.choice(list(files))
        for name, content in files.items():
            desk.file(name, damaged(draw, content) if name == victim else content)
        loaded += check(desk, "verslag.yaml" if victim == "verslag.yaml" else "lijst.csv", before)
    assert 20 < loaded < 190


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


@pytest.mark.parametrize("name", FORMATS)
def test_a_damaged_file_of_any_format_is_refused_in_words_or_loaded(desk: Desk, name: str) -> None:
    draw = random.Random(name)  # noqa: S311 - damage, no secrets
    desk.file("plek.mapping.yaml", "wijkweb: mapping\nsource: {id: source/p, name: P}\n"
        "nodes: {a: {kind: Area, name: Naam}}\n"
              "leave_out: {Leden: x, centroid: x, boundary: x}\n")  # fmt: skip
    before, loaded = desk.export(), 0
    for _ in range(300):
        desk.file(name, damaged(draw, FORMATS[name]))
        loaded += check(desk, name, before)
    assert loaded > 5


def test_a_damaged_spreadsheet_is_refused_in_words_or_loaded(desk: Desk) -> None:
    draw, loaded = random.Random(2), 0  # noqa: S311 - damage, no secrets
    desk.file(
        "lijst.mapping.yaml",
        "wijkweb: mapping\nsource: {id: source/l, name: L}\nnodes: {i: {kind: Initiative, name: Naam}}\n",
    )
    before = desk.export()
    for packed in range(300):
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            archive.writestr("META-INF/manifest.xml", "<manifest/>")
            archive.writestr("content.xml", SHEET if packed % 2 else damaged(draw, SHEET.encode()))
        desk.file("lijst.ods", damaged(draw, content.getvalue()) if packed % 2 else content.getvalue())
        loaded += check(desk, "lijst.ods", before)
    assert loaded > 5


def test_a_proposal_for_a_damaged_table_is_refused_in_words_or_loads(desk: Desk) -> None:
    draw, proposed = random.Random(3), 0  # noqa: S311 - damage, no secrets
    before = desk.export()
    for _ in range(300):
        path = desk.file("tabel.csv", damaged(draw, TABLE.encode()))
        try:
            text = proposal_yaml(propose(path))
        except WijkwebError as error:
            assert error.nl and error.en
            continue
        desk.file("tabel.mapping.yaml", text)
        desk.plan("tabel.csv")  # what is proposed is a mapping that fits
        proposed += check(desk, "tabel.csv", before)
    assert proposed > 100


def test_a_damaged_workbook_is_refused_in_words_or_loaded(desk: Desk) -> None:
    draw, content = random.Random(1), workbook()  # noqa: S311 - damage, no secrets
    desk.file("lijst.mapping.yaml", MAPPING)
    before = desk.export()
    for _ in range(100):
        desk.file("lijst.xlsx", damaged(draw, content))
        check(desk, "lijst.xlsx", before)
