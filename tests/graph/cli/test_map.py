"""The command that proposes a mapping, as a new user types it."""

from __future__ import annotations

from tests.graph.cli.terminal import Terminal

LIST = "Initiatief;Wijk;Telefoon;Leden\nDe Kas;Laak;06-12345678;12\nDe Bus;Escamp;070-3456789;ongeveer 5\n"


def test_a_proposal_is_written_beside_the_file_and_loads_as_it_is(empty: Terminal) -> None:
    empty.run("init")
    empty.file("lijst.csv", LIST)
    done = empty.run("map", "lijst.csv", "--write")
    assert (done.code, done.out) == (0, "")
    assert "Het voorstel staat in lijst.mapping.yaml" in done.err
    report = empty.run("load", "lijst.csv", "--format", "json").json[0]
    assert (report["read"], report["used"], report["problem_count"]) == (2, 2, 0)
    assert list(report["columns_left_out"]) == ["Telefoon"]


def test_a_proposal_goes_to_standard_output_in_either_language(empty: Terminal) -> None:
    empty.file("lijst.csv", LIST)
    nl, en = empty.both("map", "lijst.csv")
    assert "# Een rij wordt: initiatief (zeker" in nl.out
    assert "# A row becomes: initiative (sure" in en.out
    assert not (empty.folder / "lijst.mapping.yaml").exists()


def test_a_proposal_is_json_for_programs(empty: Terminal) -> None:
    empty.file("lijst.csv", LIST)
    document = empty.run("map", "lijst.csv", "--format", "json").json
    assert document["row"]["kind"] == "Initiative"
    phone = next(one for one in document["columns"] if one["column"] == "Telefoon")
    assert (phone["left_out"], document["kept_out"]) == (True, {"phone": 2})
    assert len(document["examples"]) == 2


def test_what_a_person_wrote_is_not_written_over(empty: Terminal) -> None:
    empty.file("lijst.csv", LIST)
    empty.file("lijst.mapping.yaml", "van mij\n")
    done = empty.run("map", "lijst.csv", "--write")
    assert (done.code, "bestaat al" in done.err) == (1, True)
    assert (empty.folder / "lijst.mapping.yaml").read_text() == "van mij\n"


def test_what_cannot_be_read_is_refused_in_a_sentence(empty: Terminal) -> None:
    nl, en = empty.both("map", "weg.csv")
    assert (nl.code, nl.err, en.err) == (1, "weg.csv bestaat niet.\n", "weg.csv does not exist.\n")


def test_the_next_file_of_that_shape_needs_no_mapping_and_says_which_one_it_used(empty: Terminal) -> None:
    empty.run("init")
    empty.file("lijst.csv", LIST)
    assert "Het is bewaard" in empty.run("map", "lijst.csv", "--write").err
    empty.file("nieuw.csv", LIST.replace("De Kas", "De Tuin"))
    planned, loaded = empty.run("plan", "nieuw.csv"), empty.run("load", "nieuw.csv", "--format", "json")
    for done in (planned, loaded):
        assert "is bewaard van lijst. Klopt die niet" in done.err
    assert (loaded.json[0]["used"], loaded.json[0]["mapping_of"]) == (2, "lijst")


def test_kept_mappings_are_listed_and_forgotten(empty: Terminal) -> None:
    empty.run("init")
    empty.file("lijst.csv", LIST)
    empty.run("map", "lijst.csv", "--write")
    assert "Initiatief, Wijk, Telefoon, Leden" in empty.run("mappings").out
    assert empty.run("mappings", "--forget", "lijst", "--format", "json").json == []
    nl, en = empty.both("mappings", "--forget", "lijst")
    assert (nl.code, en.code, "Er is geen mapping bewaard van ‘lijst’" in nl.err) == (1, 1, True)
