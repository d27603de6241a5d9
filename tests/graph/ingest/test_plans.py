"""What a plan lists: each thing once, in the words of the file, new, added to, or known already."""

from __future__ import annotations

import pytest

from graph.ingest import plans
from graph.ingest.plans import Sort
from graph.ingest.reports import LoadReport
from tests.graph.ingest.desk import Desk

MAPPING = """
wijkweb: mapping
source: {id: source/lijst, name: Lijst}
nodes:
  initiative: {kind: Initiative, name: Naam, members: Leden}
  area: {kind: Area, called: Wijk}
relationships: [{type: ACTIVE_IN, from: initiative, to: area}]
"""
KNOWN = "wijkweb: document\nsource: {id: source/a, name: A}\ninitiatives: {a: {name: De Kas}}\n"
LIST = "Naam;Leden;Wijk\nDe Kas;5;Laak\nDe Bus;;Laak\nde bus;7;\n"


def sentences(report: LoadReport, sort: Sort, lang: str = "nl") -> list[str]:
    return [one.sentence(lang) for one in report.planned if one.sort is sort]


def test_a_plan_says_in_sentences_what_is_new_and_what_is_added(desk: Desk) -> None:
    desk.load("ander.yaml", KNOWN)
    desk.file("lijst.mapping.yaml", MAPPING)
    report = desk.plan("lijst.csv", LIST)
    assert sentences(report, Sort.CHANGED) == ["initiatief ‘De Kas’ (rij 2): leden 5 personen, werkt in ‘Laak’"]
    assert "initiative ‘De Bus’ (row 3; row 4): members 7 people, works in ‘Laak’" in sentences(report, Sort.NEW, "en")
    assert sentences(report, Sort.MERGED) == ["initiatief ‘De Kas’ (rij 2)", "initiatief ‘De Bus’ (rij 4)"]


def test_a_plan_of_what_is_loaded_already_finds_all_and_changes_nothing(desk: Desk) -> None:
    desk.table(LIST, MAPPING)
    report = desk.plan("lijst.csv")
    assert (report.new, report.changed, report.unchanged) == ([], [], 3)
    assert report.merged == ["initiative/de-bus", "initiative/de-kas"]


def test_what_is_new_in_a_relationship_alone_is_told_of_the_thing_it_starts_from(desk: Desk) -> None:
    desk.table("Naam;Leden;Wijk\nDe Kas;5;\nDe Bus;7;Laak\n", MAPPING)
    report = desk.plan("lijst.csv", "Naam;Leden;Wijk\nDe Kas;5;Laak\nDe Bus;7;Laak\n")
    assert sentences(report, Sort.CHANGED) == ["initiatief ‘De Kas’ (rij 2): werkt in ‘Laak’"]


def test_a_long_plan_counts_all_and_lists_the_first(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plans, "MOST_PROBLEMS_SHOWN", 5)
    desk.file("lijst.mapping.yaml", MAPPING)
    report = desk.plan("lijst.csv", "Naam;Leden;Wijk\n" + "".join(f"Initiatief {n};1;Laak\n" for n in range(30)))
    assert (len(report.new), len(sentences(report, Sort.NEW)), report.changed) == (32, 5, [])
