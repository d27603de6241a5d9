"""Every command as a new user types it: what it answers, in which form, and what it leaves behind."""

from __future__ import annotations

import re
import sys

import pytest

from graph.schema.model import KINDS_BY_PLURAL
from tests.graph.cli.terminal import Terminal

COMMANDS = (
    "init", "load", "map", "mappings", "plan", "undo", "loads", "correct", "merge", "split", "resolve", "judge", "show",
    "search", "suggest", "communities", "central", "evaluate", "view", "serve", "export", "practice", "template",
    "backup", "doctor",
)  # fmt: skip
SOEPBUS, EETCLUB = "initiative/de-soepbus", "initiative/eetclub-cafe-zuid"


def test_the_command_by_itself_explains_itself(empty: Terminal) -> None:
    nl, en = empty.both()
    assert (nl.code, nl.err, nl.out) == (0, "", empty.run("--help").out)
    assert all(f"\n  {command} " in nl.out and f"\n  {command} " in en.out for command in COMMANDS)
    assert "Gebruik: wijkweb [OPTIES] COMMANDO" in nl.out
    assert "Usage: wijkweb [OPTIONS] COMMAND" in en.out


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself_with_an_example_in_either_language(empty: Terminal, command: str) -> None:
    nl, en = empty.both(command, "--help")
    assert f"Voorbeeld:\n    wijkweb {command}" in nl.out
    assert f"Example:\n    wijkweb {command}" in en.out
    assert "Show this message" not in nl.out + en.out
    # Examples stay whole, so that they can be copied.
    assert all(len(line) <= 80 or line.startswith("    wijkweb") for line in (nl.out + en.out).splitlines())


def test_a_first_day(empty: Terminal) -> None:
    assert "Maak een opslag met ‘wijkweb init" in empty.run("search", "bus").err
    assert empty.run("init").out == "De opslag sqlite:///wijkweb.sqlite is klaar.\n"
    empty.file("initiatieven.csv", empty.run("template", "initiatives").out + "1;De Soepbus;;Soep op wielen.\n")
    planned = empty.run("plan", "initiatieven.csv", "--format", "json").json[0]
    assert (planned["used"], planned["new"]) == (1, ["initiative/de-soepbus", "source/initiatieven"])
    assert "was al ingelezen" not in empty.run("load", "initiatieven.csv").out
    assert "was al ingelezen" in empty.run("load", "initiatieven.csv").out
    assert empty.run("search", "SOEP").out == "De Soepbus (initiatief)  [initiative/de-soepbus]\n"
    assert "Soep op wielen." in empty.run("show", SOEPBUS).out


def test_the_first_city_comes_with_the_program(empty: Terminal) -> None:
    assert empty.run("init").code == 0
    reports = empty.run("load", "seeds", "--format", "json").json
    assert [report["file"][:2] for report in reports] == ["00", "10", "20", "30", "40", "50"]
    assert "volgens Public Result" in empty.run("show", "ElCura Zorgt").out
    (empty.folder / "seeds").mkdir()
    assert "seeds" in empty.run("load", "seeds").err, "a folder of that name goes before"


def test_something_can_be_shown_by_its_name(terminal: Terminal) -> None:
    assert terminal.run("show", "de soepbus").out == terminal.run("show", SOEPBUS).out
    terminal.file(
        "nog.yaml",
        "wijkweb: document\nsource: {id: source/nog, name: Nog}\norganisations:\n  bus: {name: De Soepbus}\n",
    )
    assert terminal.run("load", "nog.yaml").code == 0
    twice = terminal.run("show", "de soepbus")
    assert (twice.code, "initiative/de-soepbus" in twice.err, "organisation/de-soepbus" in twice.err) == (1, True, True)


def test_show_tells_all_that_is_known_with_its_source_and_what_is_not(terminal: Terminal) -> None:
    shown = terminal.run("show", SOEPBUS).out
    assert re.search(r"leden +ongeveer 40 personen +Buurthuis, 14-03-2025, alinea 3", shown)
    assert "werkt in (1)\n- Molenbuurt  [area/molenbuurt]\n  volgens Buurthuis, 14-03-2025, alinea 3" in shown
    assert "Onbekend: " in shown
    assert max(map(len, shown.splitlines())) <= 80
    assert "according to" in terminal.run("show", SOEPBUS, "--lang", "en").out


def test_show_in_json_names_every_source(terminal: Terminal) -> None:
    done = terminal.run("show", SOEPBUS, "--format", "json")
    values = {one["property"]: one for one in done.json["values"]}
    assert (values["members"]["value"], values["members"]["statements"][0]["source"]) == ("about 40 person",
                                                                                          "source/verslag")  # fmt: skip
    assert values["phase"]["state"] == "unknown"
    assert {one["other"]["name"] for one in done.json["relationships"]} >= {"Molenbuurt", "vervoer"}


def test_show_as_of_a_day_knows_only_what_had_been_said(terminal: Terminal) -> None:
    assert terminal.run("show", SOEPBUS, "--as-of", "2025-03-14").code == 0
    assert terminal.run("show", SOEPBUS, "--as-of", "2024").code == 1
    assert "Niets gevonden" in terminal.run("search", "soepbus", "--as-of", "2024").out


def test_who_looks_from_outside_sees_no_name_of_a_person(terminal: Terminal) -> None:
    assert "Anna Alders" in terminal.run("search", "anna").out
    for arguments in (["search", "anna"], ["show", SOEPBUS], ["show", SOEPBUS, "--format", "json"]):
        assert "Alders" not in terminal.run(*arguments, "--as", "public").out
    terminal.run("export", "json", "uit.json")
    assert "Alders" not in (terminal.folder / "uit.json").read_text("utf-8")
    terminal.run("export", "json", "alles.json", "--as", "staff")
    assert "Alders" in (terminal.folder / "alles.json").read_text("utf-8")


def test_a_word_of_a_person_goes_above_files_until_it_is_taken_back(terminal: Terminal) -> None:
    before = terminal.export()
    done = terminal.run("correct", SOEPBUS, "members", "45", "--reason", "gebeld")
    assert done.out == f"‘members’ van {SOEPBUS} is verbeterd.\nTerugdraaien kan met: wijkweb undo 2\n"
    assert "45 personen" in terminal.run("show", SOEPBUS).out
    assert terminal.run("undo", "2").code == 0
    assert terminal.export() == before


def test_a_thing_may_be_hidden_from_the_public_and_brought_back(terminal: Terminal) -> None:
    assert terminal.run("correct", SOEPBUS, "kind", "Initiative", "--level", "internal").code == 0
    assert (terminal.run("show", SOEPBUS, "--as", "public").code, terminal.run("show", SOEPBUS).code) == (1, 0)
    assert terminal.run("undo", "2", "--format", "json").json["state"] == "undone"
    assert terminal.run("show", SOEPBUS, "--as", "public").code == 0


def test_two_names_become_one_and_two_again(terminal: Terminal) -> None:
    assert terminal.run("merge", SOEPBUS, EETCLUB, "--reason", "zelfde mensen").code == 0
    merged = terminal.run("show", EETCLUB).out
    assert "De Soepbus" in merged
    assert "Eetclub Café Zuid" in merged
    assert terminal.run("split", SOEPBUS, EETCLUB, "--format", "json").json["load"] == 3
    assert terminal.run("show", EETCLUB).out.startswith("Eetclub Café Zuid (initiatief")


def test_loads_tells_what_was_loaded_and_decided(terminal: Terminal) -> None:
    terminal.run("correct", SOEPBUS, "website", "--none", "--reason", "nagevraagd")
    files = terminal.run("loads", "--format", "json").json
    every = terminal.run("loads", "--all", "--format", "json").json
    assert [one["load"] for one in files] == [1]
    assert [(one["load"], one["kind"], one["reason"]) for one in every] == [
        (2, "decision", "nagevraagd"),
        (1, "file", ""),
    ]
    table = terminal.run("loads", "--all").out
    assert "nagevraagd" in table
    assert max(map(len, table.splitlines())) <= 80


def test_a_load_with_problems_tells_them_aside_and_keeps_the_rows(terminal: Terminal) -> None:
    names = "".join(
        f"Een heel lange naam van een initiatief in de wijk nummer {number};{number}\n" for number in range(5)
    )
    terminal.file("een-heel-lange-naam-van-een-bestand-met-initiatieven.csv", f"naam;leden\n{names};8\nBus;veel\n")
    done = terminal.run("load", "een-heel-lange-naam-van-een-bestand-met-initiatieven.csv")
    assert (done.code, "geweigerd" in done.out, "rij 7" in done.err, "rij 8, kolom leden" in done.err) == (
        0,
        *[True] * 3,
    )
    assert max(map(len, done.out.splitlines())) <= 80
    assert "1 rij staat apart in" in done.err


def test_a_table_of_headers_alone_is_told(terminal: Terminal) -> None:
    terminal.file("initiatieven.csv", terminal.run("template", "initiatives").out)
    done = terminal.run("load", "initiatieven.csv")
    assert (done.code, done.err) == (0, "initiatieven.csv: er staan geen rijen in.\n")


def test_suggestions_have_the_shape_that_programs_expect(terminal: Terminal) -> None:
    (one,) = terminal.run("suggest", "--format", "json").json
    assert [set(member) for member in one["members"]] == [{"id", "name", "kind"}] * 2
    assert set(one) >= {"id", "probability", "likelihood", "form", "next_step", "reasons_for", "reasons_against"}
    reason = next(reason for reason in one["reasons_for"] if reason["facts"])
    assert set(reason) >= {"code", "text", "weight", "facts"}
    assert set(reason["facts"][0]) >= {"source", "place"}


def test_a_suggestion_is_told_in_words_and_judged(terminal: Terminal) -> None:
    told = terminal.run("suggest").out
    assert told.startswith("1. ")
    assert all(words in told for words in ("De Soepbus", "Wat ervoor spreekt:", "Kleinste stap: "))
    assert max(map(len, told.splitlines())) <= 80
    id_ = told.partition("[")[2].partition("]")[0]
    assert terminal.run("judge", id_, "accepted", "--reason", "koffie in mei", "--as", "facilitator").code == 0
    assert terminal.run("suggest", "--judged", "--format", "json").json[0]["id"] == id_
    assert terminal.run("suggest", "--not-judged").out.startswith("Hier is te weinig bekend")


def test_what_hangs_together_is_named(terminal: Terminal) -> None:
    done = terminal.run("communities", "--brokers", "--format", "json")
    assert (done.code, set(done.json)) == (0, {"communities", "brokers"})
    assert terminal.run("communities").code == 0


def test_a_backup_fits_a_new_store_and_only_a_new_one(terminal: Terminal) -> None:
    terminal.run("merge", SOEPBUS, EETCLUB)
    assert terminal.run("backup", "kopie.gz").code == 0
    assert (terminal.folder / "kopie.gz").stat().st_mode & 0o077 == 0
    assert terminal.run("backup", "kopie.gz", "--restore", "--store", "sqlite:///terug.sqlite").code == 0
    assert terminal.export("terug.sqlite") == terminal.export()
    assert "niet leeg" in terminal.run("backup", "kopie.gz", "--restore").err


def test_doctor_says_whether_all_is_well(terminal: Terminal) -> None:
    assert terminal.run("doctor").out == "sqlite:///wijkweb.sqlite is in orde.\n"
    document = terminal.run("doctor", "--format", "json").json
    assert (document["sound"], document["problems"]) == (True, [])


def test_an_export_is_one_answer_on_a_dash_or_in_a_file(terminal: Terminal) -> None:
    whole = terminal.run("export", "json", "-", "--as", "admin")
    assert whole.out.encode() == terminal.export()
    assert terminal.run("export", "csv", "uit.csv").out == "uit.csv is geschreven.\n"
    assert (terminal.folder / "uit.csv").read_text("utf-8-sig").startswith("thing")
    assert terminal.run("export", "json", "/dev/null").code == 0


def test_a_practice_city_can_be_made_and_loaded(empty: Terminal) -> None:
    assert empty.run("practice", "stad", "--initiatives", "12").out.startswith("De oefenstad staat in stad.")
    empty.run("init")
    reports = empty.run("load", "stad", "--format", "json").json
    assert sum(report["refused"] + report["doubtful"] for report in reports) == 0
    assert len(reports) > 10


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_template_is_one_line_of_headers(empty: Terminal, lang: str) -> None:
    done = empty.run("template", "initiatives", "--format", "json", "--lang", lang)
    assert done.json["columns"] == empty.run("template", "initiatives", "--lang", lang).out.strip().split(";")
    assert "agreements" in KINDS_BY_PLURAL


@pytest.mark.parametrize("arguments", [
    "--help", "init", "load verslag.yaml", "plan verslag.yaml", "loads", "undo 1", "search bus", f"show {SOEPBUS}",
    "export json uit.json", f"correct {SOEPBUS} members 5", f"merge {SOEPBUS} {EETCLUB}", "template areas",
    "backup kopie.gz", "doctor", "suggest --help",
])  # fmt: skip
def test_a_command_that_needs_no_numbers_loads_none(terminal: Terminal, arguments: str) -> None:
    program = (
        "import sys; sys.argv = ['wijkweb', *sys.argv[1:]]\nfrom graph.cli import main\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code, end.code\n"
        "loaded = {'numpy', 'scipy', 'igraph', 'networkx', 'fastapi', 'neo4j'} & set(sys.modules)\n"
        "assert not loaded, loaded\n"
    )
    done = terminal.program(program, *arguments.split())
    assert (done.code, done.err) == (0, ""), sys.version


def test_a_defect_is_one_sentence_without_what_it_was_about(terminal: Terminal) -> None:
    program = (
        "import sys; sys.argv = ['wijkweb', 'loads']\nimport graph.cli.options as options\n"
        "def fails(*given, **named): raise KeyError('Anna Alders')\n"
        "options.open_store = fails\nfrom graph.cli import main\nmain()\n"
    )
    done = terminal.program(program)
    assert (done.code, done.out, "Traceback" in done.err, "Alders" in done.err) == (70, "", False, False)
    assert done.err.startswith("Dit is een fout in Wijkweb zelf (KeyError, ")


def test_a_plan_lists_what_it_would_do_and_a_load_what_became_of_the_columns(empty: Terminal) -> None:
    empty.run("init")
    empty.file("lijst.csv", "Initiatief;Telefoon\nDe Kas;06-12345678\nDe Bus;06-87654321\n")
    empty.run("map", "lijst.csv", "--write")
    nl, en = empty.both("plan", "lijst.csv")
    assert "lijst.csv, nieuw (3):\n- initiatief ‘De Kas’ (rij 2)\n" in nl.out
    assert "- initiative ‘De Bus’ (row 3)" in en.out
    done = empty.run("load", "lijst.csv").out
    assert "Gelezen kolommen: Initiatief\nWeggelaten kolommen: Telefoon (2 cellen met telefoonnummers" in done


def test_what_is_repaired_is_shown_with_its_load_and_undone_with_it(empty: Terminal) -> None:
    empty.run("init")
    empty.file("initiatieven.csv", "naam;leden\nDe Kas;5\n;7\n")
    empty.run("load", "initiatieven.csv")
    aside = empty.folder / "initiatieven.quarantine.csv"
    aside.write_text(aside.read_text("utf-8-sig").replace("\n;7", "\nDe Bus;7"))
    assert "hoort bij inlezing 1" in empty.run("load", aside.name).out
    first = empty.run("loads", "--format", "json").json[1]
    assert (first["load"], first["repaired"], first["report"]["refused"]) == (1, 1, 1)
    empty.run("undo", "1")
    assert {one["state"] for one in empty.run("loads", "--format", "json").json} == {"undone"}
