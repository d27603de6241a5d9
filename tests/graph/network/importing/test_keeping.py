from __future__ import annotations

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from graph.errors import InputError, UnknownIdError
from graph.network.importing.keeping import Keeper, safe_name
from graph.network.importing.limits import ImportLimits

SMALL = ImportLimits(upload_bytes=10, uploads=2)


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    return Keeper(tmp_path / "uploads", SMALL)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("lijst 2025.xlsx", "lijst 2025.xlsx"),
        ("../../etc/passwd.csv", "passwd.csv"),
        ("C:\\Users\\els\\lijst.csv", "lijst.csv"),
        ("~$lijst.xlsx", "lijst.xlsx"),
        ("..", "bestand"),
        ("", "bestand"),
        ("a\x00b\n<c>.csv", "a_b__c_.csv"),
        ("lijst.quarantine (1).csv", "lijst.quarantine.csv"),
    ],
)
def test_a_name_keeps_its_last_part_and_its_ending(given: str, kept: str) -> None:
    assert safe_name(given, 120) == kept


def test_a_long_name_is_cut_before_its_ending() -> None:
    assert safe_name("é" * 500 + ".xlsx", 120) == "é" * 100 + ".xlsx"
    assert len(safe_name("x" * 500, 120)) == 120


def test_a_file_is_kept_for_its_owner_alone(keeper: Keeper) -> None:
    id_ = keeper.keep("../lijst.csv", [b"a;b\n", b"1;2"], {"name": "lijst.csv"})
    file = keeper.file(id_)
    assert (file.name, file.read_bytes()) == ("lijst.csv", b"a;b\n1;2")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.parent.stat().st_mode) == 0o700
    assert keeper.state(id_) == {"name": "lijst.csv"}


def test_what_is_as_large_as_may_be_is_kept_and_one_byte_more_leaves_nothing(keeper: Keeper) -> None:
    keeper.keep("a.csv", [b"x" * 10], {})
    with pytest.raises(InputError, match="groter dan"):
        keeper.keep("b.csv", [b"x" * 10, b"x"], {})
    assert len(keeper.ids()) == 1


def test_only_so_many_wait_at_one_time(keeper: Keeper) -> None:
    kept = [keeper.keep("a.csv", [b"x"], {}) for _ in range(2)]
    with pytest.raises(InputError, match="Er staan al 2 bestanden klaar"):
        keeper.keep("a.csv", [b"x"], {})
    keeper.remove(kept[0])
    assert keeper.keep("a.csv", [b"x"], {}) in keeper.ids()


@pytest.mark.parametrize("id_", ["", "..", "../loads", "a" * 31, "g" * 32, "A" * 32])
def test_an_id_that_is_not_ours_is_no_path(keeper: Keeper, id_: str) -> None:
    for ask in (keeper.file, keeper.state, keeper.mapping):
        with pytest.raises(UnknownIdError):
            ask(id_)


def test_what_waits_too_long_is_thrown_away_but_not_what_is_worked_on(keeper: Keeper) -> None:
    old, busy = (keeper.keep("a.csv", [b"x"], {}) for _ in range(2))
    keeper.sweep(datetime.now(UTC) + timedelta(hours=SMALL.upload_hours - 1))
    assert keeper.ids() == sorted([old, busy])
    keeper.sweep(datetime.now(UTC) + timedelta(hours=SMALL.upload_hours + 1), [busy])
    assert keeper.ids() == [busy]


def test_what_a_load_leaves_lies_under_its_number_until_it_is_old(keeper: Keeper) -> None:
    id_ = keeper.keep("a.csv", [b"x"], {})
    keeper.aside(id_).mkdir()
    (keeper.aside(id_) / "a.quarantine.csv").write_bytes(b"rij")
    keeper.file_away(id_, 7, {"used": 1})
    found = keeper.quarantine(7)
    assert (keeper.report(7), found and found.read_bytes()) == ({"used": 1}, b"rij")
    with pytest.raises(UnknownIdError):
        keeper.file(id_)
    keeper.sweep(datetime.now(UTC) + timedelta(days=SMALL.report_days + 1))
    assert (keeper.report(7), keeper.quarantine(7), list(keeper.loads())) == (None, None, [])
