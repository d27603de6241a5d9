"""A thousand damaged files: each is refused in words with the store as it was, or loaded with a report that adds up."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest
from openpyxl import Workbook

from graph.errors import WijkwebError
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


def test_a_damaged_workbook_is_refused_in_words_or_loaded(desk: Desk) -> None:
    draw, content = random.Random(1), workbook()  # noqa: S311 - damage, no secrets
    desk.file("lijst.mapping.yaml", MAPPING)
    before = desk.export()
    for _ in range(100):
        desk.file("lijst.xlsx", damaged(draw, content))
        check(desk, "lijst.xlsx", before)
