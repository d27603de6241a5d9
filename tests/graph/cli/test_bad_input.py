"""What bad input gets from the real command: one clear sentence in either language, and the store as it was."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import Workbook

from tests.graph.cli.terminal import Done, Terminal

MAPPING = """
wijkweb: mapping
source: {id: source/lijst, name: Lijst, published_on: 2025-12-01}
nodes:
  initiative: {kind: Initiative, name: Naam, members: Leden, key: Nr}
"""
EMPTY_MAPPING = "wijkweb: mapping\nsource: {id: source/lijst, name: Lijst}\nnodes: {}\n"
DOCUMENT = "wijkweb: document\nsource: {id: source/blad, name: Blad}\n"
ROWS = "Nr;Naam;Leden\n1;De Kas;5\n"


def refused(done: Done, code: int = 1) -> str:
    """Return the one sentence with which a command was refused."""
    assert (done.code, done.out, "Traceback" in done.err) == (code, "", False), done
    assert done.err.count("\n") == 1, done.err
    return done.err.rstrip("\n")


def table(terminal: Terminal, rows: str | bytes, mapping: str = MAPPING) -> None:
    terminal.file("lijst.csv", rows)
    terminal.file("lijst.mapping.yaml", mapping)


def workbook(rows: list[list[object]], *, sheet: str = "Blad1") -> bytes:
    made, content = Workbook(), io.BytesIO()
    assert made.active is not None
    made.active.title = sheet
    for row in rows:
        made.active.append(row)
    made.save(content)
    return content.getvalue()


def bomb() -> bytes:
    """Return a workbook of some kilobytes whose sheet unpacks to forty megabytes."""
    small, content = io.BytesIO(workbook([["Nr", "Naam", "Leden"]])), io.BytesIO()
    with zipfile.ZipFile(small) as given, zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            with made.open(name, "w", force_zip64=True) as part:
                part.write(given.read(name))
                if name.startswith("xl/worksheets/"):
                    for _ in range(40):
                        part.write(b" " * 1_000_000)
    return content.getvalue()


OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(1000)
DEEP = "wijkweb: document\nsource: {id: source/x, name: X}\ninitiatives: " + "[" * 5000

FILES: dict[str, tuple[Callable[[Terminal], object], str, str, str]] = {
    "a missing file": (lambda t: None, "lijst.csv", "lijst.csv bestaat niet.", "lijst.csv does not exist."),
    "a folder without tables": (lambda t: (t.folder / "leeg").mkdir(), "leeg", "In leeg staat niets om in te lezen",
                                "leeg holds nothing to load"),
    "an empty table": (lambda t: table(t, ""), "lijst.csv", "lijst.csv is leeg.", "lijst.csv is empty."),
    "an empty document": (lambda t: t.file("x.yaml", ""), "x.yaml", "x.yaml is leeg.", "x.yaml is empty."),
    "an empty workbook": (lambda t: t.file("x.xlsx", b""), "x.xlsx", "x.xlsx is leeg.", "x.xlsx is empty."),
    "bytes called csv": (lambda t: table(t, bytes(range(256)) * 50), "lijst.csv", "is geen tekst", "is no text"),
    "a picture called xlsx": (lambda t: t.file("x.xlsx", PNG), "x.xlsx", "is geen XLSX-werkmap", "is no XLSX workbook"),
    "a workbook with a password": (lambda t: t.file("x.xlsx", OLD_OFFICE), "x.xlsx", "met een wachtwoord beveiligd",
                                   "protected by a password"),
    "a damaged old workbook": (lambda t: t.file("x.xls", OLD_OFFICE), "x.xls", "bewaar het als XLSX",
                               "save it as XLSX"),
    "a wrong column": (lambda t: table(t, "Nr;Naam;Aantal\n1;A;5\n"), "lijst.csv", "noemt de kolom ‘Leden’",
                       "names the column ‘Leden’"),
    "an unknown kind": (lambda t: table(t, ROWS, MAPPING.replace("Initiative", "Club")), "lijst.csv",
                        "‘Club’ is geen soort", "‘Club’ is not a kind"),
    "an unknown section": (lambda t: t.file("x.yaml", DOCUMENT + "clubs: {a: {name: A}}\n"), "x.yaml",
                           "‘clubs’ is geen onderdeel", "‘clubs’ is no section"),
    "a relationship that cannot be": (lambda t: table(t, ROWS, MAPPING + "relationships: [{type: ACTIVE_IN, from: "
                                      "initiative, to: nowhere}]\n"), "lijst.csv", "‘nowhere’ hoort hier niet",
                                      "‘nowhere’ does not belong here"),
    "a mapping that names no column": (lambda t: table(t, ROWS, EMPTY_MAPPING), "lijst.csv",
                                       "noemt geen enkele kolom", "names no column"),
    "a mapping that is none": (lambda t: table(t, ROWS, "- a\n- b\n"), "lijst.csv", "lijst.mapping.yaml",
                               "lijst.mapping.yaml"),
    "a table without a mapping": (lambda t: t.file("lijst.csv", ROWS), "lijst.csv", "schrijf een mapping",
                                  "write a mapping"),
    "a sheet that is a path": (lambda t: (t.file("lijst.xlsx", workbook([["Nr", "Naam", "Leden"], [1, "A", 5]])),
                               t.file("lijst.mapping.yaml", MAPPING + "table: {sheet: ../../etc/passwd}\n")),
                               "lijst.xlsx", "etc/passwd", "etc/passwd"),
    "a zip bomb": (lambda t: t.file("x.xlsx", bomb()), "x.xlsx", "Bewaar een lijst als CSV", "unpacks to too much"),
    "doubled keys": (lambda t: t.file("x.yaml", DOCUMENT + "unit: page\nunit: row\n"), "x.yaml", "twee keer", "twice"),
    "aliases": (lambda t: t.file("x.yaml", DOCUMENT + "topics: {a: &a {name: A}, b: *a}\n"), "x.yaml", "x.yaml",
                "x.yaml"),
    "deep nesting": (lambda t: t.file("x.yaml", DEEP), "x.yaml", "x.yaml", "x.yaml"),
    "tabs": (lambda t: t.file("x.yaml", DOCUMENT + "topics:\n\ta: {name: A}\n"), "x.yaml", "x.yaml, regel 4",
             "x.yaml, line 4"),
    "a quote that never ends": (lambda t: table(t, 'Nr;Naam;Leden\n1;"De Kas;5\n'), "lijst.csv", "aanhalingsteken",
                                "quot"),
}  # fmt: skip
"""What is written, which file is loaded, and what the sentence holds."""


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_used_is_refused_in_one_sentence(terminal: Terminal, name: str) -> None:
    write, file, nl, en = FILES[name]
    write(terminal)
    before = terminal.export()
    in_dutch, in_english = terminal.both("load", file)
    assert nl in refused(in_dutch)
    assert en in refused(in_english)
    assert terminal.export() == before


@pytest.mark.parametrize(
    ("arguments", "code", "nl", "en"),
    [
        (["load", "x.csv", "--mapping", "weg.yaml"], 1, "bestaat niet", "does not exist"),
        (["show", "soepbus", "--as-of", "31-02-2016"], 2, "‘31-02-2016’ is geen datum", "‘31-02-2016’ is not a date"),
        (["show", "initiative/nergens"], 1, "Er is niets bekend onder ‘initiative/nergens’", "Nothing is known under"),
        (["correct", "initiative/nergens", "name", "x"], 1, "Er is niets bekend onder", "Nothing is known under"),
        (["correct", "initiative/de-soepbus", "members", "veel"], 1, "past niet bij leden", "does not fit members"),
        (["merge", "initiative/de-soepbus", "nergens"], 1, "Er is niets bekend onder", "Nothing is known under"),
        (["suggest", "--member", "nergens"], 1, "Er is niets bekend onder", "Nothing is known under"),
        (["undo", "99"], 1, "Er is geen inlezing 99", "There is no load 99"),
        (["load", "verslag.yaml", "--as", "public"], 1, "mag", "may"),
        (["lood", "verslag.yaml"], 2, "Bedoelt u ‘load’?", "Do you mean ‘load’?"),
        (["load"], 2, "Er ontbreekt iets: BESTAND", "Something is missing: FILE"),
        (["search", "x", "--first", "0"], 2, "een getal, 1 tot en met 1000", "a number, 1 to 1000"),
        (["search", "x", "--first"], 2, "Bij --first hoort een waarde", "--first takes a value"),
        (["loads", "--all=3"], 2, "Bij --all hoort geen waarde", "--all takes no value"),
        (["show", "x", "y"], 2, "Dit is te veel: y", "This is too much: y"),
        (["undo", "twee"], 2, "hier hoort een getal", "a number belongs here"),
        (["loads", "--fomat", "json"], 2, "Bedoelt u --format?", "Do you mean --format?"),
        (["show", "x", "--as", "boss"], 2, "kies uit public, staff", "choose from public, staff"),
        (["export", "json", "."], 2, "hier hoort een bestand", "a file belongs here"),
        (["export", "json", "nergens/x.json"], 1, "de map bestaat niet", "the folder does not exist"),
        (["backup", "weg.gz", "--restore", "--store", "sqlite:///nieuw.sqlite"], 1, "bestaat niet", "does not exist"),
        (["backup", "verslag.yaml", "--restore", "--store", "sqlite:///nieuw.sqlite"], 1, "geen reservekopie",
         "no backup"),
        (["loads", "--store", "sqlite:///weg.sqlite"], 1, "wijkweb init", "wijkweb init"),
        (["loads", "--store", "mysql://x"], 1, "sqlite:///", "sqlite:///"),
    ],
)  # fmt: skip
def test_a_command_that_cannot_be_done_is_refused_in_one_sentence(
    terminal: Terminal, arguments: list[str], code: int, nl: str, en: str
) -> None:
    before = terminal.export()
    in_dutch, in_english = terminal.both(*arguments)
    assert nl in refused(in_dutch, code)
    assert en in refused(in_english, code)
    assert terminal.export() == before
    assert not (terminal.folder / "nieuw.sqlite").exists()


@pytest.mark.parametrize(
    ("row", "nl"),
    [
        ("2;De Bus;31 februari 2016", "past niet bij leden"),
        ("2;De Bus;" + "x" * 10_000_000, "rij 3, kolom Leden"),
        ("2;" + "n" * 3_000 + ";7", "hoogstens 300"),
        ("2;De\0Bus;7", "rij 3, kolom Naam"),
        ("1;De Bus;7", "nummer ‘1’ staat ook op rij 2, met andere gegevens"),
        ('2;=HYPERLINK("http://x");7', "rij 3, kolom Naam"),
        ("2;De Bus;7;8;9", "meer cellen dan er kolommen zijn"),
    ],
    ids=["no number", "10 MB", "3,000 characters", "NUL", "doubled key", "formula", "too many cells"],
)
def test_a_cell_that_cannot_be_used_is_reported_and_the_rest_is_loaded(terminal: Terminal, row: str, nl: str) -> None:
    table(terminal, f"{ROWS}{row}\n3;De Tuin;9\n")
    done = terminal.run("load", "lijst.csv", "--format", "json")
    (report,) = done.json
    assert (done.code, "Traceback" in done.err, report["problem_count"]) == (0, False, 1), done.err[:500]
    assert nl in done.err
    assert len(done.err) < 1_000  # a cell of ten million characters is not repeated
    assert report["read"] == 3 == report["used"] + report["unchanged"] + report["doubtful"] + report["refused"]
    assert b"De Kas" in terminal.export()


def test_the_sentence_about_a_cell_is_english_on_demand(terminal: Terminal) -> None:
    table(terminal, f"{ROWS}2;De Bus;31 februari 2016\n")
    assert (
        "row 3, column Leden: ‘31 februari 2016’ does not fit members"
        in terminal.run("plan", "lijst.csv", lang="en").err
    )
    assert "rij 3, kolom Leden" in terminal.run("plan", "lijst.csv").err


def test_31_february_is_no_date(terminal: Terminal) -> None:
    table(
        terminal,
        "Nr;Naam;Leden;Start\n1;De Kas;5;31-02-2016\n",
        MAPPING.replace("key: Nr", "key: Nr, started_on: Start"),
    )
    done = terminal.run("load", "lijst.csv")
    assert done.code == 0
    assert "rij 2, kolom Start: ‘31-02-2016’ past niet bij begonnen" in done.err


def test_lone_surrogates_are_no_text(terminal: Terminal) -> None:
    terminal.file("x.yaml", DOCUMENT + 'initiatives: {a: {name: "De \\ud800 Kas", members: 5}, b: {name: De Tuin}}\n')
    assert "x.yaml" in refused(terminal.run("load", "x.yaml"))
    table(terminal, "Nr;Naam;Leden\n1;De Kás;5\n".encode() + b"2;De \xed\xa0\x80 Bus;7\n")
    assert "Traceback" not in terminal.run("load", "lijst.csv").err
    assert terminal.export().count(b"\xed\xa0\x80") == 0


def test_when_no_row_can_be_used_nothing_changes(terminal: Terminal) -> None:
    table(terminal, ROWS)
    assert terminal.run("load", "lijst.csv").code == 0
    before = terminal.export()
    table(terminal, "Nr;Naam;Leden\n;;5\n;;6\n")
    done = terminal.run("load", "lijst.csv")
    assert (done.code, "geen enkele rij was bruikbaar. Er is niets veranderd." in done.err) == (1, True)
    assert "not one row could be used" in terminal.run("load", "lijst.csv", lang="en").err
    assert terminal.export() == before


def test_one_bad_file_keeps_the_whole_folder_out(terminal: Terminal) -> None:
    before = terminal.export()
    (terminal.folder / "map").mkdir()
    terminal.file("map/1.yaml", DOCUMENT + "initiatives: {a: {name: De Kas}}\n")
    terminal.file("map/2.yaml", "")
    assert refused(terminal.run("load", "map")) == "2.yaml is leeg."
    assert terminal.export() == before


def test_a_formula_in_a_workbook_is_read_as_its_result_or_refused(terminal: Terminal) -> None:
    terminal.file("lijst.xlsx", workbook([["Nr", "Naam", "Leden"], [1, "De Kas", "=SUM(A1:A9)"], [2, "De Bus", 7]]))
    terminal.file("lijst.mapping.yaml", MAPPING)
    done = terminal.run("load", "lijst.xlsx")
    assert (done.code, "Traceback" in done.err, "rij 2, kolom Leden" in done.err) == (0, False, True)


def test_a_store_that_is_none_of_ours_is_refused_and_left_alone(terminal: Terminal) -> None:
    with sqlite3.connect(terminal.folder / "anders.sqlite") as other:
        other.execute("CREATE TABLE boeken (titel TEXT)")
    other.close()
    terminal.file("tekst.sqlite", "dit is geen database, maar een brief\n" * 100)
    for name in ("anders.sqlite", "tekst.sqlite"):
        before = (terminal.folder / name).read_bytes()
        for arguments in (["loads"], ["init"], ["load", "verslag.yaml"]):
            assert name in refused(terminal.run(*arguments, "--store", f"sqlite:///{name}"))
        assert (terminal.folder / name).read_bytes() == before


def test_a_store_of_a_newer_version_is_refused(terminal: Terminal) -> None:
    with sqlite3.connect(terminal.folder / "wijkweb.sqlite") as store:
        (version,) = store.execute("PRAGMA user_version").fetchone()
        store.execute(f"PRAGMA user_version = {version + 1}")
    store.close()
    assert "gemaakt met een nieuwere Wijkweb" in refused(terminal.run("loads"))
    assert "newer Wijkweb" in refused(terminal.run("load", "verslag.yaml", lang="en"))


def test_wrong_settings_are_told_in_one_sentence(terminal: Terminal) -> None:
    assert "De instelling role kan niet ‘boss’ zijn" in refused(terminal.run("loads", more={"WIJKWEB_ROLE": "boss"}))
    terminal.file("wijkweb.toml", 'stoer = "x"\n')
    assert "wijkweb.toml: ‘stoer’ is geen instelling" in refused(terminal.run("loads"))
    terminal.file("wijkweb.toml", "store = [")
    assert refused(terminal.run("loads")) == "wijkweb.toml kan niet als TOML worden gelezen."
