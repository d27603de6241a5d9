"""The report of a load: every row is one of four things, and nothing is counted twice."""

from __future__ import annotations

from graph.ingest.claiming import Claimed
from graph.ingest.limits import MOST_PROBLEMS_SHOWN
from graph.ingest.records import Problem, Record
from graph.ingest.reports import Came, LoadReport
from graph.schema.words import Words
from tests.graph.ingest.desk import Desk


def lost(number: int, *, whole: bool = True) -> Record:
    """Return a record with a problem."""
    problem = Problem("x.csv", Words(f"rij {number}", f"row {number}"), Words("fout", "wrong"), whole)
    return Record(number, f"row={number}", problems=[problem])


def test_every_row_is_counted_once(desk: Desk) -> None:
    desk.load("ander.yaml", "wijkweb: document\nsource: {id: source/a, name: A}\n"
              "areas: {a: {name: Zuid, level: borough}, b: {name: Zuid, level: district}}\n")  # fmt: skip
    mapping = ("wijkweb: mapping\nsource: {id: source/lijst, name: Lijst}\n"
               "nodes: {w: {kind: Area, name: Naam, population: Leden}}\n")  # fmt: skip
    report = desk.table("Naam;Leden\nNoord;5\nNoord;5\nZuid;7\n;8\nWest;veel\n", mapping)
    assert (report.used, report.unchanged, report.doubtful, report.refused) == (3, 0, 1, 1)
    assert (report.read, report.problem_count) == (5, 3)
    assert report.counts()["read"] == 5


def test_problems_are_counted_all_and_kept_up_to_a_bound() -> None:
    report = LoadReport("x.csv", "source/x")
    records = [lost(number) for number in range(MOST_PROBLEMS_SHOWN + 5)]
    claimed = Claimed(by_record={record.number: [] for record in records})
    assert len(report.tally(records, claimed, Came())) == len(records)
    assert (report.problem_count, len(report.problems)) == (MOST_PROBLEMS_SHOWN + 5, MOST_PROBLEMS_SHOWN)
    assert report.refused == MOST_PROBLEMS_SHOWN + 5


def test_a_resumed_load_goes_on_from_its_figures() -> None:
    report = LoadReport("x.csv", "source/x")
    report.resume({"used": 1_000, "unchanged": 3, "claims_added": 4_000, "claims_withdrawn": 2, "refused": 7})
    assert report.tally([lost(1), lost(2, whole=False)], Claimed(by_record={1: [], 2: []}), None) != []
    # Rows that were lost are met again, and so are counted by this run; the others were counted by the first.
    assert (report.used, report.unchanged, report.refused, report.claims_withdrawn) == (1_000, 3, 1, 2)


def test_a_load_of_which_nothing_could_be_used_says_so() -> None:
    assert not LoadReport("x", "s").useless
    assert LoadReport("x", "s", refused=3, doubtful=1).useless
    assert not LoadReport("x", "s", unchanged=1, refused=3).useless
