"""A thousand damaged files: each is refused in words with the store as it was, or loaded with a report that adds up."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from graph.errors import WijkwebError
from graph.ingest.proposing.proposal import propose
from graph.ingest.proposing.writing import proposal_yaml
from tests.graph.ingest.damaging import FORMATS, SHEET, damaged
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
