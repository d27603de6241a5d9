"""A file as a whole: beforehand, once, twice, in a new version, added to, undone, cut off, and of no use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.errors import FileError, MappingError
from graph.ingest.contents import ROWS_AT_ONCE
from graph.ingest.pipeline import LoadOptions, check_file
from graph.schema.words import Words
from graph.store.base import Writer
from graph.store.loads import Document, Load, LoadState, Telling
from graph.store.sqlite import SqliteStore
from tests.graph.ingest.desk import MAPPING, Desk


def table(first: int, last: int) -> str:
    return "Naam;Leden\n" + "".join(f"Initiatief {number:04};{number}\n" for number in range(first, last))


def test_a_plan_counts_what_loading_then_does_and_writes_nothing(desk: Desk) -> None:
    desk.file("lijst.mapping.yaml", MAPPING)
    desk.load("ander.yaml", "wijkweb: document\nsource: {id: source/a, name: A}\ninitiatives: {a: {name: De Kas}}\n")
    before = desk.export()
    planned = desk.plan("lijst.csv", "Naam;Leden\nDe Kas;5\nDe Bus;7\n;8\nDe Bus;7\n")
    assert (desk.export(), planned.state, planned.quarantine) == (before, None, None)
    loaded = desk.load("lijst.csv")
    for name in ("used", "unchanged", "doubtful", "refused", "claims_added", "problem_count"):
        assert getattr(planned, name) == getattr(loaded, name), name
    assert (planned.new, planned.changed) == (["initiative/de-bus", "source/lijst"], ["initiative/de-kas"])
    assert planned.merged == ["initiative/de-bus", "initiative/de-kas"]


def test_a_plan_of_many_batches_counts_them_all(desk: Desk) -> None:
    desk.file("lijst.mapping.yaml", MAPPING)
    planned = desk.plan("lijst.csv", table(0, 2 * ROWS_AT_ONCE + 7))
    loaded = desk.load("lijst.csv")
    assert (planned.used, planned.claims_added) == (loaded.used, loaded.claims_added) == (2007, 2007 * 3 + 3)
    assert len(planned.new) == 2008


def test_the_same_file_twice_is_nothing_new(desk: Desk) -> None:
    first = desk.table(table(0, 3))
    again = desk.table(table(0, 3))
    assert (again.nothing_new, again.number, again.used, first.nothing_new) == (True, first.number, 0, False)
    assert [load.number for load in desk.store.loads()] == [1]


def test_another_mapping_is_another_load_and_changes_only_what_it_says(desk: Desk) -> None:
    desk.table(table(0, 3))
    before = desk.export()
    report = desk.table(table(0, 3), MAPPING + "# een opmerking\n")
    assert (report.nothing_new, report.unchanged, report.used) == (False, 3, 0)
    assert desk.export() == before


def test_a_new_version_withdraws_what_it_no_longer_says(desk: Desk) -> None:
    desk.table(table(0, 3))
    report = desk.table(table(1, 5))
    assert desk.names("Initiative") == [f"Initiatief {number:04}" for number in range(1, 5)]
    assert (report.unchanged, report.used) == (2, 2)


def test_what_is_added_withdraws_nothing(desk: Desk) -> None:
    desk.table(table(0, 3))
    desk.table(table(3, 5), adds=True)
    assert len(desk.names("Initiative")) == 5


def test_undoing_a_load_leaves_what_others_say(desk: Desk) -> None:
    desk.load("ander.yaml", "wijkweb: document\nsource: {id: source/a, name: A}\ninitiatives: {a: {name: De Kas}}\n")
    before = desk.export()
    report = desk.table("Naam;Leden\nDe Kas;5\nDe Bus;7\n")
    desk.store.undo(report.number, actor="admin", reason="")
    assert desk.export() == before
    assert desk.table("Naam;Leden\nDe Kas;5\nDe Bus;7\n").nothing_new is False


def test_a_file_of_no_use_is_no_new_version(desk: Desk) -> None:
    desk.table(table(0, 3))
    before = desk.export()
    report = desk.table("Naam;Leden\n;1\n;2\n")
    assert (report.useless, report.state, report.refused, report.quarantine is None) == (
        True,
        LoadState.UNDONE,
        2,
        False,
    )
    assert desk.export() == before
    assert desk.table(table(0, 3)).nothing_new


def test_what_a_load_lets_go_of_between_batches_it_finds_again_in_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = "Naam;Leden\n" + "".join(f"Initiatief {number % 70};{number % 70}\n" for number in range(200))
    whole, desk = Desk(tmp_path), Desk(tmp_path)
    monkeypatch.setattr("graph.ingest.contents.ROWS_AT_ONCE", 30)
    expected = whole.table(rows)
    monkeypatch.setattr("graph.ingest.resolve.MOST_REMEMBERED", 10)
    assert desk.load("lijst.csv").counts() == expected.counts()
    assert desk.export() == whole.export()
    for one in (whole, desk):
        one.store.close()


class CutError(Exception):
    """The power went."""


class CutStore(SqliteStore):
    """A store in which the power goes, once, when some commits have been made."""

    left = 3

    @contextmanager
    def writer(  # type: ignore[override]
        self, load: Load, *, done: int | None = None, report: Document | Telling | None = None
    ) -> Iterator[Writer]:
        """Open a writer, or fail before it commits."""
        with super().writer(load, done=done, report=report) as writer:
            yield writer
            self.left -= 1
            if not self.left:
                raise CutError


def test_a_load_that_is_cut_off_is_resumed_by_repeating_it(tmp_path: Path) -> None:
    whole = Desk(tmp_path)
    whole.table(table(0, 3 * ROWS_AT_ONCE))
    desk = Desk(tmp_path, CutStore(None))
    with pytest.raises(CutError):
        desk.load("lijst.csv")
    assert [load.state for load in desk.store.loads()] == [LoadState.RUNNING]
    report = desk.load("lijst.csv")
    assert (report.number, report.used, report.unchanged, report.state) == (1, 3_000, 0, LoadState.COMPLETE)
    assert desk.export() == whole.export()
    for one in (whole, desk):
        one.store.close()


@pytest.mark.parametrize("commits", range(1, 5))
def test_a_batch_of_several_commits_is_counted_once_wherever_it_is_cut_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, commits: int
) -> None:
    monkeypatch.setattr("graph.ingest.pipeline.MOST_CHANGES", 40)
    rows = "Naam;Leden\n" + "".join(f"Initiatief {number % 20};{number}\n" for number in range(80))
    whole, desk = Desk(tmp_path), Desk(tmp_path, CutStore(None))
    expected = whole.table(rows)
    desk.store.left = commits  # type: ignore[attr-defined]
    with pytest.raises(CutError):
        desk.load("lijst.csv")
    assert desk.load("lijst.csv").counts() == expected.counts()
    assert [one.places for one in desk.said(desk.node("Initiatief 3").id, "name")] == [
        one.places for one in whole.said(whole.node("Initiatief 3").id, "name")
    ]
    assert (desk.export(), desk.store.loads()[0].report) == (whole.export(), whole.store.loads()[0].report)
    for one in (whole, desk):
        one.store.close()


def test_the_order_of_sources_makes_no_difference(tmp_path: Path) -> None:
    one, other = Desk(tmp_path), Desk(tmp_path)
    head = "wijkweb: document\nsource: {{id: source/{0}, name: {0}, published_on: {1}}}\n"
    one.file("a.yaml", head.format("a", 2020) + "initiatives: {a: {name: De Kas, members: 5, phase: idea}}\n")
    one.file("b.yaml", head.format("b", 2021) + "initiatives: {a: {name: De Kas, members: 9}}\n")
    for desk, files in ((one, ("a.yaml", "b.yaml")), (other, ("b.yaml", "a.yaml"))):
        for file in files:
            desk.load(file)
    assert one.export() == other.export()
    assert (one.node("De Kas").value("members"), one.node("De Kas").value("phase")) == ("9 person", "idea")
    for desk in (one, other):
        desk.store.close()


def test_progress_is_told_to_the_end(desk: Desk) -> None:
    told: list[float] = []
    desk.table(table(0, 2_000), progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1


def test_columns_that_are_left_out_are_named_with_their_reason(desk: Desk) -> None:
    report = desk.table("Naam;Leden;Telefoon\nDe Kas;5;06\n", MAPPING + "leave_out: {Telefoon: privé}\n")
    assert (report.columns_used, report.columns_left_out) == (["Naam", "Leden"], {"Telefoon": Words("privé", "privé")})


def test_a_file_can_be_checked_before_any_is_loaded(desk: Desk) -> None:
    desk.file("lijst.mapping.yaml", MAPPING)
    check_file(desk.file("lijst.csv", "Naam;Leden\n"), LoadOptions())
    with pytest.raises(MappingError, match="Aantal"):
        check_file(desk.file("lijst.csv", "Naam;Aantal\n"), LoadOptions())
    with pytest.raises(FileError):
        check_file(desk.folder / "weg.csv", LoadOptions())
