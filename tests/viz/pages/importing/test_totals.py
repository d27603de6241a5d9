from __future__ import annotations

from collections.abc import Callable

from tests.viz.pages.importing.conftest import Pages
from viz.pages.importing.totals import totals_of, totals_of_load


def test_the_four_parts_add_up_to_the_rows_read(pages: Callable[..., Pages]) -> None:
    one = pages("en")
    plan = one.taking.keep().plan
    assert plan is not None
    totals = totals_of(plan, one.shell)
    assert [count for count, _ in totals.parts] == [2, 0, 0, 1]
    assert totals.read == sum(count for count, _ in totals.parts)
    assert totals.things == ("3 initiatives", "1 area")


def test_a_load_without_figures_has_no_sum(pages: Callable[..., Pages]) -> None:
    shell = pages().shell
    assert totals_of_load({}, shell) is None
    told = totals_of_load({"used": 3, "unchanged": 1, "doubtful": 2, "refused": 0}, shell)
    assert told is not None
    assert (told.read, told.parts[2]) == (6, (2, "twijfel"))
