"""Every bound of reading is a number that leaves room for what people have, and none for what would harm."""

from __future__ import annotations

import pytest

from graph.files import limits as packed
from graph.ingest import csv_files, limits, tables, yaml_files
from graph.ingest.pipeline import LoadOptions, plan_file
from tests.graph.ingest.desk import Desk


def test_bounds_are_ordered_as_what_they_bound() -> None:
    assert limits.MOST_DOCUMENT_BYTES < limits.MOST_BYTES
    assert packed.MOST_SHARED_BYTES < packed.MOST_UNPACKED_BYTES
    assert limits.ROWS_LOOKED_AT < limits.MOST_ROWS


def test_readers_take_their_bounds_from_one_place() -> None:
    for module in (csv_files, tables, yaml_files):
        theirs = {name: value for name, value in vars(module).items() if name in vars(limits) and name.isupper()}
        assert theirs
        assert all(vars(limits)[name] == value for name, value in theirs.items())


@pytest.mark.parametrize("length", [300, 301])
def test_a_name_is_taken_at_its_bound_and_refused_one_past_it(desk: Desk, length: int) -> None:
    report = desk.table(f"Naam;Leden\n{'n' * length};5\nDe Bus;7\n")
    assert (report.refused, len(desk.names("Initiative"))) == (int(length > 300), 2 - int(length > 300))


def test_a_row_too_many_is_refused_before_a_row_is_used(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 5)
    desk.file(
        "lijst.mapping.yaml",
        "wijkweb: mapping\nsource: {id: source/l, name: L}\nnodes: {i: {kind: Initiative, name: Naam}}\n",
    )
    fits, too_many = (desk.file(f"lijst{more}.csv", "Naam\n" + "De Kas\n" * (4 + more)) for more in (0, 5))
    options = LoadOptions(mapping=desk.folder / "lijst.mapping.yaml")
    assert plan_file(desk.store, fits, options).read == 4
    with pytest.raises(Exception, match="rijen"):
        plan_file(desk.store, too_many, options)
